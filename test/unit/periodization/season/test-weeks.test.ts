import { describe, expect, it } from "vitest";
import type { Profile } from "../../../../src/athlete/schema.ts";
import { testWeeks } from "../../../../src/periodization/season/test-weeks.ts";
import type { PlanEvent } from "../../../../src/plan/event-schema.ts";
import { aRider, aSeason, dayOf, eventAfter } from "../a-basis.ts";

/** The weeks with a test in a plan of three load weeks and a recovery week in turn. */
function tested(change: Partial<Profile> = {}, { weeks = 12, event }: { weeks?: number; event?: PlanEvent } = {}) {
  const rider = aRider(change, event);
  return [...testWeeks(aSeason({ weeks, rider, event }), rider, change.ftp_test_date)];
}

describe("weeks with a test", () => {
  it("are the first one and then recovery weeks, four to six weeks apart, the last of a plan without an event among them", () => {
    expect(tested()).toEqual([
      [1, "start"],
      [4, "end"],
      [8, "end"],
      [12, "end"],
    ]);
  });

  it("are the last week of a plan without an event, three weeks after the one before", () => {
    expect(tested({ age: 55 }, { weeks: 9 })).toEqual([
      [1, "start"],
      [6, "end"],
      [9, "end"],
    ]);
  });

  it("are none where the rider wants none", () => {
    expect(tested({ tests: false })).toEqual([]);
  });

  it("leave the first one out after a test of the last 28 days", () => {
    expect(tested({ ftp_test_date: dayOf(-28) }).map(([week]) => week)).not.toContain(1);
    expect(tested({ ftp_test_date: dayOf(-29) }).map(([week]) => week)).toContain(1);
  });

  it.each<[string, Partial<Profile>]>([
    ["a beginner", { experience_level: "beginner" }],
    ["a rider of sixty", { age: 60 }],
    ["a rider of less than two hours a week", { recent_weekly_hours: 1.9 }],
  ])("begin with the first recovery week for %s", (_, change) => {
    const [first] = tested(change);
    expect(first?.[1]).toBe("end");
    expect(first?.[0]).toBe(change.age === 60 ? 3 : 4);
  });

  it("keep a careful rider from tests for four weeks", () => {
    expect(tested({ careful_start: true })).toEqual([
      [8, "end"],
      [12, "end"],
    ]);
  });

  it("are none in the taper and in the ten days before an event", () => {
    const event = eventAfter(12);
    expect(tested({}, { event })).toEqual([
      [1, "start"],
      [7, "end"],
    ]);
    // Days off make the fourth of six weeks one of recovery; the taper begins on its Sunday, after the day of a test.
    const away = { unavailable: [{ from: dayOf(21), to: dayOf(24) }] };
    expect(tested(away, { weeks: 6, event: eventAfter(6) })).toEqual([[1, "start"]]);
  });
});
