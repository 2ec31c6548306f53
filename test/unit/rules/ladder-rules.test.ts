import { describe, expect, it } from "vitest";
import { isQuality, SESSION_RULES } from "../../../src/rules/session-rules.ts";
import type { RideView, WeekView } from "../../../src/rules/view.ts";
import type { Workout } from "../../../src/workout/schema.ts";
import { aWeek, steady } from "../../support/a-plan.ts";
import { aRide, aRider, anEvent, aView, foundBy, type ViewChange } from "./a-view.ts";

const found = (id: string, change: ViewChange) => foundBy(SESSION_RULES, id, aView(change));
const said = (id: string, change: ViewChange) => found(id, change).map(({ message }) => message);

/** A step of the threshold ladder: an easy hour and so many minutes of work. */
const step = (workout: Partial<Workout>, minutes = 20, flags: object = {}): RideView =>
  aRide(60, {
    ...flags,
    workout: {
      name: "Session",
      type: "threshold",
      role: "key",
      family: "threshold",
      level: 3,
      segments: [steady(60, 65), steady(minutes, 96)],
      ...workout,
    },
  });
const day = (...rides: RideView[]) => ({ rides });
const phases = (...names: readonly ("base" | "build" | "peak")[]): Readonly<Record<number, Partial<WeekView>>> =>
  Object.fromEntries(names.map((phase, i) => [i + 1, { week: aWeek(i + 1, { phase }) }]));

describe("what stands on a ladder", () => {
  it.each<readonly [string, RideView, boolean]>([
    ["a key session", step({}), true],
    ["a test", step({}, 20, { isTest: true }), false],
    ["the event", step({}, 20, { isEvent: true }), false],
    ["a ride of their own", step({}, 20, { isFixed: true }), false],
    ["openers", step({ role: "openers" }), false],
    ["an easy ride", step({ type: "endurance" }), false],
    ["tempo", step({ type: "tempo" }), true],
    ["a mixed session", step({ type: "mixed" }), true],
  ])("is not everything: %s", (_name, ride, quality) => {
    expect(isQuality(ride)).toBe(quality);
  });
});

describe("ladders rise step by step (rule 30; training science 5.1)", () => {
  const FALLS = (from: number, to: number) => [`threshold falls from level ${from} to ${to} within the phase`];
  const RISES = (by: number) => [`threshold rises by ${by} levels in 14 days`];
  /** Levels by day. */
  const levels = (all: Readonly<Record<number, number>>, change: ViewChange = {}): ViewChange => ({
    count: 6,
    ...change,
    days: {
      ...Object.fromEntries(Object.entries(all).map(([index, level]) => [index, day(step({ level }))])),
      ...change.days,
    },
  });
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["a level a week", levels({ 1: 3, 8: 4, 15: 5 }), []],
    ["the same level", levels({ 1: 3, 8: 3 }), []],
    ["two levels in 14 days", levels({ 1: 3, 8: 4, 15: 5, 22: 6 }), []],
    ["three levels at once", levels({ 1: 3, 8: 6 }), RISES(3)],
    ["three levels in 14 days", levels({ 1: 3, 8: 4, 15: 6 }), RISES(3)],
    ["three levels in 15 days", levels({ 1: 3, 16: 6 }), []],
    ["four levels in 14 days", levels({ 2: 3, 9: 5, 16: 7 }), RISES(4)],
    ["a level less", levels({ 1: 4, 8: 3 }), FALLS(4, 3)],
    ["a level less later", levels({ 1: 4, 29: 3 }), FALLS(4, 3)],
    ["less in a new phase", levels({ 1: 4, 8: 2 }, { weeks: phases("base", "build") }), []],
    ["up from there", levels({ 1: 4, 8: 2, 15: 5 }, { weeks: phases("base", "build", "build") }), RISES(3)],
    ["less in a recovery week", levels({ 1: 4, 8: 2, 15: 5 }, { weeks: { 2: { isRecovery: true } } }), []],
    ["less in a week of the taper", levels({ 1: 4, 8: 2 }, { weeks: { 2: { isTaper: true } } }), []],
    ["less on another ladder", levels({ 1: 4 }, { days: { 8: day(step({ family: "over_unders", level: 1 })) } }), []],
    ["less on no ladder", levels({ 1: 4 }, { days: { 8: day(step({ family: undefined, level: 1 })) } }), []],
    ["no level", levels({ 1: 4, 15: 3 }, { days: { 8: day(step({ level: undefined })) } }), FALLS(4, 3)],
    [
      "a half dose",
      levels({ 1: 4 }, { days: { 8: day(step({ level: 2, library_workout_id: "threshold_2_reduced" })) } }),
      [],
    ],
    ["a test", levels({ 1: 4 }, { days: { 8: day(step({ level: 2 }, 20, { isTest: true })) } }), []],
    ["two of a week", levels({ 1: 4, 3: 3 }), FALLS(4, 3)],
    [
      "less in the days of the taper",
      levels({ 1: 4, 8: 2 }, { eventIndex: 15, taperDays: 7, events: [anEvent(15)] }),
      [],
    ],
    [
      "less the day before it",
      levels({ 1: 4, 7: 2 }, { eventIndex: 15, taperDays: 7, events: [anEvent(15)] }),
      FALLS(4, 2),
    ],
    [
      "less behind the taper of an only event",
      levels({ 1: 4, 22: 2 }, { eventIndex: 15, taperDays: 7, events: [anEvent(15)] }),
      [],
    ],
    [
      "less behind the taper of one of several",
      levels(
        { 1: 4, 22: 2 },
        { eventIndex: 15, taperDays: 7, events: [anEvent(15, "A", { taperDays: 7 }), anEvent(41)] },
      ),
      FALLS(4, 2),
    ],
    [
      "less in the taper of one of several",
      levels({ 1: 4, 8: 2 }, { events: [anEvent(15, "A", { taperDays: 7 }), anEvent(41)] }),
      [],
    ],
  ])("%s", (_name, change, messages) => {
    expect(said("ladder-steps", change)).toEqual(messages);
  });

  it("is told with its day and levels, and yields to days off and to other hours", () => {
    expect(found("ladder-steps", levels({ 1: 4, 8: 3 }))).toEqual([
      { week: 2, date: "2026-12-15", message: FALLS(4, 3)[0], numbers: { level: 3, from_level: 4 } },
    ]);
    expect(found("ladder-steps", levels({ 1: 3, 8: 4, 15: 6 }))[0]?.numbers).toEqual({ level: 6, from_level: 3 });
    const excuse = (weeks: ViewChange["weeks"]) =>
      found("ladder-steps", levels({ 1: 4, 8: 3 }, { weeks: weeks ?? {} }))[0]?.excuse?.numbers;
    expect(excuse({ 2: { daysOff: 2 } })).toEqual({ days_off: 2 });
    expect(excuse({ 1: { daysOff: 2 } })).toBeUndefined();
    const other = aRider({ ceilingMinutes: 240, usual: { days: [], ceilingMinutes: 300 } });
    expect(excuse({ 2: { rider: other } })).toEqual({ weeks: 1, least_hours: 4 });
  });
});

describe("hard workouts that come again (rule 32)", () => {
  const again = (first: RideView, second: RideView, on = 14): ViewChange => ({
    days: { 1: day(first), [on]: day(second) },
  });
  const SAID = (days: number) => [`"Session" again after ${days} days`];
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["after 13 days", again(step({}), step({})), SAID(13)],
    ["after 14 days", again(step({}), step({}), 15), []],
    ["more work", again(step({}), step({}, 21)), []],
    ["with more easy riding", again(step({}), step({ segments: [steady(90, 65), steady(20, 96)] })), SAID(13)],
    ["at other power", again(step({}), step({ segments: [steady(60, 65), steady(20, 97)] })), []],
    ["easy rides", again(step({ type: "endurance" }), step({ type: "endurance" })), []],
    [
      "without work, alike",
      again(step({ segments: [steady(60, 75)] }), step({ segments: [steady(60, 75)] })),
      SAID(13),
    ],
    ["without work, another", again(step({ segments: [steady(60, 75)] }), step({ segments: [steady(50, 75)] })), []],
    [
      "a ramp into work",
      again(
        step({
          segments: [{ type: "ramp", duration_min: 10, power_start_pct: 70, power_end_pct: 100, description: "" }],
        }),
        step({
          segments: [{ type: "ramp", duration_min: 20, power_start_pct: 70, power_end_pct: 100, description: "" }],
        }),
      ),
      [],
    ],
  ])("%s", (_name, change, messages) => {
    expect(said("variety", change)).toEqual(messages);
  });

  it("are counted from the last time, and told with their day", () => {
    const thrice: ViewChange = { days: { 1: day(step({})), 10: day(step({})), 19: day(step({})) } };
    expect(said("variety", thrice)).toEqual([...SAID(9), ...SAID(9)]);
    expect(found("variety", again(step({}), step({})))).toMatchObject([
      { week: 3, date: "2026-12-21", numbers: { days: 13, limit: 14 } },
    ]);
  });
});

describe("the hard work of a ladder from week to week (rule 31)", () => {
  const weeks = (first: number, second: number, change: ViewChange = {}): ViewChange => ({
    ...change,
    days: { 1: day(step({}, first)), 8: day(step({}, second)), ...change.days },
  });
  const SAID = ["threshold: 18 min of work after 20 the week before"];
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["as much", weeks(20, 20), []],
    ["95 % of it", weeks(20, 19), []],
    ["less", weeks(20, 18), SAID],
    ["more", weeks(18, 20), []],
    ["none", weeks(20, 20, { days: { 8: {} } }), []],
    ["less in a new phase", weeks(20, 18, { weeks: phases("base", "build") }), []],
    ["less in a recovery week", weeks(20, 18, { weeks: { 2: { isLoad: false } } }), []],
    ["less after a recovery week", weeks(20, 18, { weeks: { 1: { isLoad: false } } }), []],
    ["less in a week that tapers", weeks(20, 18, { weeks: { 2: { touchesTaper: true } } }), []],
    ["less on another ladder", weeks(20, 18, { days: { 8: day(step({ family: "over_unders" }, 18)) } }), []],
    ["as much in two sessions", weeks(20, 10, { days: { 10: day(step({}, 10)) } }), []],
    [
      "less of a type without a ladder",
      weeks(20, 18, { days: { 1: day(step({ family: undefined }, 20)), 8: day(step({ family: undefined }, 18)) } }),
      SAID,
    ],
    [
      "less of a ladder of two words",
      weeks(20, 18, {
        days: { 1: day(step({ family: "over_unders" }, 20)), 8: day(step({ family: "over_unders" }, 18)) },
      }),
      ["over unders: 18 min of work after 20 the week before"],
    ],
    [
      "less above FTP",
      weeks(20, 18, {
        days: {
          1: day(step({ segments: [steady(15, 90), steady(5, 110)] })),
          8: day(step({ segments: [steady(15, 90), steady(3, 110)] })),
        },
      }),
      SAID,
    ],
  ])("%s", (_name, change, messages) => {
    expect(said("overload", change)).toEqual(messages);
  });

  it("is told with its week and minutes", () => {
    expect(found("overload", weeks(20, 18))).toMatchObject([{ week: 2, numbers: { minutes: 18, before: 20 } }]);
  });
});
