import { describe, expect, it } from "vitest";
import type { Rider } from "../../../src/athlete/rider.ts";
import type { PlanEvent } from "../../../src/plan/event-schema.ts";
import { readinessOf } from "../../../src/rules/readiness.ts";
import { aPlanEvent, aRide, aRider, aView, limitsOf, ROOM, type ViewChange } from "./a-view.ts";

interface Change extends Omit<ViewChange, "rider" | "event"> {
  readonly rider?: Partial<Rider>;
  readonly event?: Partial<PlanEvent>;
  /** Fitness on every evening, and load of the one ride, of an hour on the first Tuesday. */
  readonly fitness?: number;
  readonly tss?: number;
}
/** A plan whose longest ride is an hour, to an event on its last day. */
const readiness = ({ rider = {}, event = {}, fitness = 80, tss = 0, ...change }: Change) =>
  readinessOf(
    aView({
      rider: aRider({ ...ROOM, ...rider }),
      event: aPlanEvent(event),
      eventIndex: 27,
      curve: aView().curve.map((day) => ({ ...day, ctl: fitness })),
      ...change,
      days: { 1: { rides: [aRide(60, { measure: { tss } })] }, ...change.days },
    }),
  );
const changes = (change: Change) => readiness(change)?.changes;

describe("what would bring the longest ride to its share", () => {
  it.each<readonly [string, Change, readonly string[]]>([
    ["nothing where it is there", { event: { hours: 1 } }, []],
    // 60 % of 510 minutes are 306, in fives 310: more than five hours.
    [
      "a shorter event, above the rider's longest",
      { event: { hours: 8, days: 2 }, rider: { longestAllowedMinutes: 285 } },
      ["a shorter event of its kind first"],
    ],
    // 60 % of 500 minutes are five hours to the minute.
    ["nothing of that at the rider's longest", { event: { hours: 500 / 60, days: 2 } }, ["about an hour more a week"]],
    // Half of twenty hours are two days of five.
    ["nothing of that at twice the rider's longest", { event: { hours: 20 } }, ["about an hour more a week"]],
    ["a shorter event, above twice that", { event: { hours: 20.2 } }, ["a shorter event of its kind first"]],
    [
      "a longer day",
      { event: { hours: 5 }, rider: { days: limitsOf([0, 0, 0, 0, 0, 175, 0]) } },
      ["a day with 3 h (your longest holds 2 h 55)"],
    ],
    [
      "none at its minutes",
      { event: { hours: 5 }, rider: { days: limitsOf([0, 0, 0, 0, 0, 180, 0]) } },
      ["about an hour more a week"],
    ],
    // Three hours want weeks of six.
    ["hours up to that week", { event: { hours: 5 }, rider: { ceilingMinutes: 299 } }, ["about 2 hours more a week"]],
    ["an hour up to that week", { event: { hours: 5 }, rider: { ceilingMinutes: 300 } }, ["about an hour more a week"]],
    [
      "weeks to grow",
      { event: { hours: 5 }, rider: { ceilingMinutes: 360, longestRecentMinutes: 30 } },
      ["an event about 2 weeks later"],
    ],
    [
      "an hour where they are there",
      { event: { hours: 5 }, rider: { longestRecentMinutes: 60 } },
      ["about an hour more a week"],
    ],
    [
      "a week to grow",
      {
        event: { hours: 5 },
        rider: { longestRecentMinutes: 150 },
        weeks: { 1: { isLoad: false }, 2: { isLoad: false }, 3: { isLoad: false }, 4: { isLoad: false } },
      },
      ["an event about 2 weeks later"],
    ],
  ])("is %s", (_name, change, texts) => {
    expect(changes(change)).toEqual(texts);
  });

  it("is told with its share", () => {
    expect(readiness({ event: { hours: 5 } })?.reasons[0]).toEqual({
      id: "longest-ride",
      state: "red",
      text: "longest ride 1 h, 20 % of the event (on track from 60 %)",
      numbers: { minutes: 60, event_minutes: 300, share: 20, on_track_from: 60, not_yet_below: 40 },
    });
    expect(readiness({ event: { hours: 1.5 } })?.reasons[0]?.text).toBe("longest ride 1 h, 67 % of the event");
  });
});

describe("what would bring fitness", () => {
  // A load of 42 in the one hour of the plan is worth (41/42)^25 = 0.547 of a point on the event's eve.
  const perHour = (points: number) => (points * 42) / (41 / 42) ** 25;
  /** An hour's event is green by the longest ride, and its riders bring 26: 23.4 are on track. */
  const missing = (points: number, hour: number) =>
    changes({ event: { hours: 1, type: "other" }, fitness: 23.4 - points, tss: perHour(hour) });
  it.each<readonly [points: number, hour: number, text: string | undefined]>([
    [0, 1, undefined],
    [1, 1.1, "about an hour more a week (an hour brings about 1 point of fitness)"],
    [3, 1.6, "about 2 hours more a week (an hour brings about 2 points of fitness)"],
    [4, 1.01, "about 4 hours more a week (an hour brings about 1 point of fitness)"],
    [4, 0.99, "a later or a shorter event"],
    [1, 0, "a later or a shorter event"],
  ])("%d points at %d an hour: %s", (points, hour, text) => {
    expect(missing(points, hour)).toEqual(text === undefined ? [] : [text]);
  });

  it("of two changes of a kind is the larger", () => {
    // Three hours on a day want weeks of six; their riders bring 39 and a half, of which 36 are on track.
    const both = (ceilingMinutes: number, hour: number) =>
      changes({ event: { hours: 5, type: "century" }, rider: { ceilingMinutes }, fitness: 33, tss: perHour(hour) });
    expect(both(300, 1.01)).toEqual(["about 3 hours more a week (an hour brings about 1 point of fitness)"]);
    expect(both(180, 1.01)).toEqual(["about 3 hours more a week"]);
    expect(both(120, 1.01)).toEqual(["about 4 hours more a week"]);
  });

  it("is told with its share", () => {
    expect(readiness({ event: { hours: 1, type: "other" }, fitness: 20 })?.reasons[1]).toEqual({
      id: "fitness",
      state: "amber",
      text: "fitness 20 on its morning, where riders of such events bring 26 or more",
      numbers: { fitness: 20, brought: 26, share: 77, on_track_from: 90, not_yet_below: 60 },
    });
  });
});

it("is told of no plan without an event", () => {
  expect(readinessOf(aView())).toBeUndefined();
});
