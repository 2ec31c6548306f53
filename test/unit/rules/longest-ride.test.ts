import { describe, expect, it } from "vitest";
import type { Rider } from "../../../src/athlete/rider.ts";
import type { PlanEvent } from "../../../src/plan/event-schema.ts";
import { longestRideSentence } from "../../../src/rules/longest-ride.ts";
import { countsTwoDays, longestBefore, readinessOf, roomFor, weeksToGrow } from "../../../src/rules/readiness.ts";
import { aPlan } from "../../support/a-plan.ts";
import { aPlanEvent, aRide, aRider, aView, limitsOf, ROOM, type ViewChange } from "./a-view.ts";

const ride = (minutes: number) => ({ rides: [aRide(minutes)] });

interface Change extends Omit<ViewChange, "rider" | "event"> {
  readonly rider?: Partial<Rider>;
  readonly event?: Partial<PlanEvent>;
  /** The longest ride that the rider named. */
  readonly own?: number;
}
/** A plan whose longest ride is an hour, to an event on its last day where there is one, of a rider who rides four hours now. */
const view = ({ rider = {}, event, own, ...change }: Change) =>
  aView({
    plan: aPlan({ profile: { longest_recent_ride_minutes: own } }).training_plan,
    rider: aRider({ ...ROOM, longestRecentMinutes: 240, ...rider }),
    ...(event === undefined ? {} : { event: aPlanEvent(event), eventIndex: 27 }),
    ...change,
    days: { 5: ride(60), ...change.days },
  });
const said = (change: Change): string | undefined => longestRideSentence(view(change), readinessOf(view(change)));

describe("a longest ride below that of today: which limit binds", () => {
  const OWN = "Your longest ride takes 1 h, less than the 4 h you ride now";
  it.each<readonly [string, Partial<Rider>]>([
    ["this aim asks for no longer one", {}],
    // Half of a week is four hours in weeks of eight.
    ["weeks of 7 h 59 hold no more beside their other rides", { ceilingMinutes: 479 }],
    ["this aim asks for no longer one", { ceilingMinutes: 480 }],
    // Of two limits the lower one binds.
    [
      "weeks of 7 h 48 hold no more beside their other rides",
      { ceilingMinutes: 468, days: limitsOf([235, 0, 0, 0, 0, 0, 0]) },
    ],
    ["your longest day holds 3 h 55", { ceilingMinutes: 470, days: limitsOf([235, 0, 0, 0, 0, 0, 0]) }],
    ["your longest day holds 3 h 20", { days: limitsOf([0, 90, 0, 0, 0, 200, 0]) }],
    ["this aim asks for no longer one", { days: limitsOf([0, 90, 0, 0, 0, 240, 0]) }],
    ["you want no ride longer than 3 h 20", { longestAllowedMinutes: 200, longRide: { maxMinutes: 200 } }],
    ["this aim asks for no longer one", { longestAllowedMinutes: 240, longRide: { maxMinutes: 240 } }],
    ["this aim asks for no longer one", { longRide: { maxMinutes: 300 } }],
    ["a ride of your level and event is no longer than 3 h 20", { longestAllowedMinutes: 200 }],
    ["your longest day holds 3 h", { days: limitsOf([0, 0, 0, 0, 0, 180, 0]), longRide: { maxMinutes: 200 } }],
    // From 100 minutes it takes five weeks of half an hour each: four are there.
    ["from the 1 h 40 you ride now it grows no further in this time", { longestRecentMinutes: 100 }],
    ["this aim asks for no longer one", { longestRecentMinutes: 120 }],
    ["from the 4 h you ride now it grows no further in this time", { recentMinutes: 100 }],
  ])("%s: %j", (limit, rider) => {
    expect(said({ own: 240, rider })).toBe(`${OWN}: ${limit}.`);
  });

  it("is nothing where the plan holds as much, within five minutes, or the rider named none", () => {
    expect(said({ own: 65 })).toBeUndefined();
    expect(said({ own: 66 })).toContain("less than the 1 h 06 you ride now");
    expect(said({})).toBeUndefined();
    expect(said({ own: 240, days: { 20: ride(235) } })).toBeUndefined();
    // What counts lies before the taper.
    expect(said({ own: 240, event: { hours: 1 }, taperDays: 7, days: { 20: ride(235) } })).toContain("takes 1 h,");
  });
});

describe("a longest ride below what the event asks for", () => {
  const END = "start easily, eat and drink from the first hour, and plan stops.";
  const STAGES =
    " A day of it is longer than any ride here: shorter stages, a rest day between them or an e-bike bring it within reach.";
  it.each<readonly [string, Change, string]>([
    [
      "six hours",
      { event: { hours: 6 } },
      "takes 1 h, the event 6 h (the rest of your hours goes into the other rides)",
    ],
    ["an hour and a half", { event: { hours: 1.5 } }, ""],
    [
      "as long as what is ridden now",
      { event: { hours: 4 }, own: 240 },
      "takes 1 h, less than the 4 h you ride now, and the event 4 h (the event asks for no longer one)",
    ],
    [
      "longer than that",
      { event: { hours: 4.1 }, own: 240 },
      "takes 1 h, less than the 4 h you ride now, and the event 4 h 06 (the rest of your hours goes into the other rides)",
    ],
    // 60 % of ten hours on each of two days are six: more than is ridden now, and than a ride may have.
    [
      "days of ten hours",
      { event: { hours: 10, days: 2 }, own: 240 },
      "takes 1 h, less than the 4 h you ride now, and the longest day of the event 10 h (a ride of your level and event is no longer than 5 h)",
    ],
    [
      "nine hours in a day, of which two days in a row are half",
      { event: { hours: 9 }, days: { 6: ride(50) } },
      "takes 1 h, the longest two days in a row 1 h 50, the event 9 h (the rest of your hours goes into the other rides)",
    ],
    [
      "nine hours, and two days that hold less than half",
      { event: { hours: 9 }, rider: { days: limitsOf([0, 0, 0, 0, 0, 200, 60]) } },
      "takes 1 h, the event 9 h (two days in a row of yours hold 4 h 20)",
    ],
    // The limit of one ride is none of two days.
    [
      "nine hours, and two days of the longest that is wanted",
      { event: { hours: 9 }, rider: { longestAllowedMinutes: 120, longRide: { maxMinutes: 240 } } },
      "takes 1 h, the event 9 h (two days in a row of yours hold 4 h)",
    ],
    // Four fifths of a week, so 270 minutes want 338.
    [
      "nine hours, and weeks of few hours",
      { event: { hours: 9 }, rider: { ceilingMinutes: 337 } },
      "takes 1 h, the event 9 h (weeks of 5 h 37 hold no more beside their other rides)",
    ],
    // Half of 270 minutes on each day are 135, which four weeks of half an hour each reach from 15.
    [
      "nine hours, and rides that have to grow",
      { event: { hours: 9 }, rider: { longestRecentMinutes: 14 } },
      "takes 1 h, the event 9 h (from the 14 min you ride now it grows no further in this time)",
    ],
    [
      "nine hours, and rides that grow in time",
      { event: { hours: 9 }, rider: { longestRecentMinutes: 15 } },
      "takes 1 h, the event 9 h (the rest of your hours goes into the other rides)",
    ],
    [
      "less than what is ridden now",
      { event: { hours: 6 }, own: 240, rider: { days: limitsOf([220, 0, 0, 0, 0, 0, 0]) } },
      "takes 1 h, less than the 4 h you ride now, and the event 6 h (your longest day holds 3 h 40)",
    ],
  ])("%s", (_name, change, words) => {
    const end = words.includes("longest day of the event") ? `${END}${STAGES}` : END;
    expect(said(change)).toBe(words === "" ? undefined : `Your longest ride ${words}: ${end}`);
  });

  it("asks a rider who is held back to ask a doctor about the climbs of several days", () => {
    const held = { heldBack: [{ by: "careful", max_power_pct: 75, from_week: 1, through_week: 12 }] } as const;
    expect(said({ event: { hours: 10, days: 2 }, own: 240, rider: held })).toContain(
      `${STAGES} Ask your doctor about the long climbs before you book.`,
    );
  });

  it("is told of the longest ride's side of readiness alone", () => {
    // Fitness of 40 is far from what a race of six hours asks for.
    const ready = view({ event: { hours: 6, type: "road_race" }, days: { 5: ride(240) } });
    expect(readinessOf(ready)?.reasons.map(({ state }) => state)).toEqual(["green", "amber"]);
    expect(longestRideSentence(ready, readinessOf(ready))).toBeUndefined();
    expect(longestRideSentence(view({ event: { hours: 6 } }), undefined)).toBeUndefined();
  });
});

describe("the longest riding before an event", () => {
  it("is two days in a row for more than eight hours in one day", () => {
    expect([{ hours: 8 }, { hours: 8.1 }, { hours: 9, days: 2 }].map((one) => countsTwoDays(aPlanEvent(one)))).toEqual([
      false,
      true,
      false,
    ]);
    const event = aPlanEvent({ hours: 9 });
    const rides = { 5: ride(60), 6: ride(50), 13: ride(90), 15: ride(80) };
    expect(longestBefore(view({ days: rides }), event)).toBe(110);
    expect(longestBefore(view({ days: rides }), aPlanEvent({ hours: 8 }))).toBe(90);
    expect(longestBefore(view({ days: { 6: ride(20), 7: ride(70) } }), event)).toBe(90);
  });

  it("counts the days before the taper, or before the event", () => {
    const event = aPlanEvent({ hours: 5 });
    const to = (day: number, taperDays: number) =>
      longestBefore(view({ event: { hours: 5 }, taperDays, days: { [day]: ride(90) } }), event);
    expect([to(19, 7), to(20, 7), to(26, 0), to(27, 0)]).toEqual([90, 60, 90, 60]);
  });

  it("has the room of one day, or of two around the week's end", () => {
    const room = (minutes: readonly number[], isTwo: boolean, change: Partial<Rider> = {}) =>
      roomFor(view({ rider: { days: limitsOf(minutes), ...change } }), isTwo);
    expect(room([60, 0, 90, 0, 0, 0, 120], false)).toBe(120);
    expect(room([60, 0, 90, 0, 0, 0, 120], true)).toBe(180);
    expect(room([60, 150, 0, 0, 0, 0, 120], true)).toBe(210);
    expect(room([400, 400, 0, 0, 0, 0, 0], true)).toBe(600);
  });
});

describe("weeks that a plan is too short by", () => {
  const needed = (week: number, longest: number, change: Partial<Rider> = {}, weeks: ViewChange["weeks"] = {}) =>
    weeksToGrow(view({ rider: { recentMinutes: 100, longestRecentMinutes: 100, ...change }, weeks }), {
      week,
      longest,
    });
  const none = Object.fromEntries([1, 2, 3, 4].map((number) => [number, { isLoad: false }]));
  it("are counted from the first week and the longest ride of now", () => {
    // Four load weeks are there: -4 x 4/3.
    expect(needed(110, 100)).toBe(-5);
    expect(needed(110, 100, {}, none)).toBeCloseTo(0, 9);
    // A week more in steps of 15 minutes or 12 %, the ride by half an hour; of four weeks three count.
    expect(needed(111, 100, {}, none)).toBe(2);
    expect(needed(125, 100, {}, none)).toBe(2);
    expect(needed(126, 100, {}, none)).toBe(3);
    expect(needed(110, 130, {}, none)).toBe(2);
    expect(needed(110, 131, {}, none)).toBe(3);
    expect(needed(125, 160, {}, none)).toBe(3);
    expect(needed(300, 100, { level: "beginner", recentMinutes: 200 }, none)).toBe(6);
  });

  it("are fewer by the load weeks before the taper", () => {
    expect(needed(110, 160)).toBe(-2);
    expect(needed(110, 160, {}, { 1: { isLoad: false } })).toBe(-1);
    expect(needed(110, 160, {}, { 4: { touchesTaper: true } })).toBe(-1);
  });

  it("are no more than a season's", () => {
    expect(needed(1e9, 100, {}, none)).toBe(70);
    expect(needed(110, 1e9, {}, none)).toBe(70);
  });
});
