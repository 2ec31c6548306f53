import { describe, expect, it } from "vitest";
import type { LivedDay } from "../../../src/plan/schema.ts";
import { FREE_DAY } from "../../../src/rules/given-day.ts";
import { LIMIT_RULES } from "../../../src/rules/limit-rules.ts";
import { aPlan } from "../../support/a-plan.ts";
import { aRide, aRider, anEvent, aPlanEvent, aView, foundBy, type ViewChange } from "./a-view.ts";

const found = (id: string, change: ViewChange) => foundBy(LIMIT_RULES, id, aView(change));
const numbers = (id: string, change: ViewChange) => found(id, change).map((one) => one.numbers);

const closed = { available: false, maxMinutes: 0, given: false };
const lift = aRide(40, { workout: { type: "strength" } }).workout;
/** What a rider does anyway for an easy hour. */
const own = aRide(60, { isFixed: true, workout: { role: "fixed" } });
const givenRide = { name: "Club", minutes: 60, effort: "easy", intensity_pct: 65, load: 42, isHeld: false } as const;
const given = { ...FREE_DAY, rides: [givenRide], minutes: 60, isRiding: true };
const lived = (kind: LivedDay["kind"], date: LivedDay["date"] = "2026-12-15") =>
  aPlan({ metadata: { lived: [{ date, kind }] } }).training_plan;

// Day 8 is Tuesday of the second week, 2026-12-15.
describe("training on a day that the rider did not choose", () => {
  const day = { rides: [aRide(60)], limit: closed };
  it.each<readonly [string, ViewChange, readonly object[]]>([
    ["a ride", { days: { 8: day } }, [{ minutes: 60 }]],
    ["a ride and strength", { days: { 8: { ...day, strengthSeconds: 2400 } } }, [{ minutes: 100 }]],
    ["a ride of the rider's own", { days: { 8: { rides: [own], limit: closed } } }, []],
    [
      "a ride that they moved here",
      { days: { 8: { ...day, rides: [aRide(60, { workout: { original_date: "2026-12-16" } })] } } },
      [],
    ],
    [
      "one that they moved and one that they did not",
      { days: { 8: { ...day, rides: [aRide(60), aRide(30, { workout: { original_date: "2026-12-16" } })] } } },
      [{ minutes: 90 }],
    ],
    [
      "one that they moved beside their own",
      { days: { 8: { ...day, rides: [own, aRide(30, { workout: { original_date: "2026-12-16" } })] } } },
      [],
    ],
    ["what is left of their own ride", { plan: lived("dropped"), days: { 8: { ...day, given } } }, []],
    ["the same on a day without one", { plan: lived("dropped"), days: { 8: day } }, [{ minutes: 60 }]],
    [
      "the same of another day",
      { plan: lived("dropped", "2026-12-16"), days: { 8: { ...day, given } } },
      [{ minutes: 60 }],
    ],
    ["a day that went otherwise", { plan: lived("changed"), days: { 8: { ...day, given } } }, [{ minutes: 60 }]],
    [
      "strength on its own day",
      {
        rider: aRider({ strengthDays: [1] }),
        days: {
          8: {
            rides: [],
            strengthSeconds: 2400,
            isPlanned: true,
            limit: closed,
            workouts: [lift],
          },
        },
      },
      [],
    ],
    [
      "strength on its own day, beside their own ride",
      {
        rider: aRider({ strengthDays: [1] }),
        days: { 8: { rides: [own], strengthSeconds: 2400, isPlanned: true, limit: closed } },
      },
      [],
    ],
    [
      "strength on its own day, beside the event",
      {
        rider: aRider({ strengthDays: [1] }),
        days: { 8: { rides: [aRide(60, { isEvent: true })], strengthSeconds: 2400, isPlanned: true, limit: closed } },
      },
      [],
    ],
    [
      "strength on none of its days",
      {
        rider: aRider({ strengthDays: [2] }),
        days: { 8: { strengthSeconds: 2400, isPlanned: true, limit: closed, workouts: [lift] } },
      },
      [{ minutes: 40 }],
    ],
    [
      "a ride that they moved here, beside the event and a rest",
      {
        days: {
          8: {
            ...day,
            workouts: [
              aRide(60, { workout: { original_date: "2026-12-16" } }).workout,
              aRide(300, { workout: { role: "event" } }).workout,
              aRide(0, { workout: { type: "rest" } }).workout,
            ],
          },
        },
      },
      [],
    ],
    [
      "what is left of their own ride, among other days that went otherwise",
      {
        plan: aPlan({
          metadata: {
            lived: [
              ...(lived("missed", "2026-12-12").plan_metadata.lived ?? []),
              { date: "2026-12-15", kind: "dropped" },
            ],
          },
        }).training_plan,
        days: { 8: { ...day, given } },
      },
      [],
    ],
    ["a ride on strength's own day", { rider: aRider({ strengthDays: [1] }), days: { 8: day } }, [{ minutes: 60 }]],
  ])("%s", (_name, change, expected) => {
    expect(numbers("available-days", change)).toEqual(expected);
  });
});

it("lets nothing be planned on a day off", () => {
  expect(
    found("unavailable-dates", { days: { 8: { rides: [aRide(60)], strengthSeconds: 1200, isOff: true } } }),
  ).toMatchObject([{ week: 2, date: "2026-12-15", numbers: { minutes: 80 } }]);
  expect(found("unavailable-dates", { days: { 8: { rides: [own], isOff: true } } })).toEqual([]);
  expect(found("unavailable-dates", { days: { 8: { rides: [aRide(60)] } } })).toEqual([]);
});

it("lets no day be longer than its minutes, strength and a second ride included", () => {
  const limit = { available: true, maxMinutes: 60, given: true };
  const day = (minutes: number, change: object = {}): ViewChange => ({
    days: { 8: { rides: [aRide(minutes)], limit, ...change } },
  });
  expect(numbers("day-minutes", day(60))).toEqual([]);
  expect(numbers("day-minutes", day(61))).toEqual([{ minutes: 61, limit: 60 }]);
  expect(numbers("day-minutes", day(30, { strengthSeconds: 1860 }))).toEqual([{ minutes: 61, limit: 60 }]);
  expect(numbers("day-minutes", day(90, { limit: { ...limit, second: 30 } }))).toEqual([]);
  expect(numbers("day-minutes", day(91, { limit: { ...limit, second: 30 } }))).toEqual([{ minutes: 91, limit: 90 }]);
  expect(numbers("day-minutes", day(90, { rides: [own, aRide(10)] }))).toEqual([{ minutes: 70, limit: 60 }]);
  expect(numbers("day-minutes", { days: { 8: { rides: [aRide(90, { isFixed: true })], limit } } })).toEqual([]);
  // An overview made elsewhere is held to minutes that the rider gave, not to those we assume.
  expect(numbers("day-minutes", { ...day(61), isOutside: true })).toHaveLength(1);
  expect(numbers("day-minutes", { ...day(61, { limit: { ...limit, given: false } }), isOutside: true })).toEqual([]);
  expect(numbers("day-minutes", day(61, { limit: { ...limit, given: false } }))).toHaveLength(1);
});

it("lets no ride be shorter than half an hour, but a test, the event and the rider's own", () => {
  const day = (minutes: number, flags = {}): ViewChange => ({
    days: { 8: { rides: [aRide(90), aRide(minutes, flags)] } },
  });
  expect(numbers("shortest-ride", day(30))).toEqual([]);
  expect(numbers("shortest-ride", day(29))).toEqual([{ minutes: 29, limit: 30 }]);
  for (const flags of [{ isTest: true }, { isEvent: true }, { isFixed: true }])
    expect(numbers("shortest-ride", day(29, flags))).toEqual([]);
});

it("lets no week be longer than the hours of its dates", () => {
  const week = (minutes: number, isFixed = false): ViewChange => ({
    days: { 8: { rides: [aRide(minutes, { isFixed })] } },
    weeks: { 2: { rider: aRider({ ceilingMinutes: 120 }) } },
  });
  expect(numbers("weekly-ceiling", week(120))).toEqual([]);
  expect(found("weekly-ceiling", week(121))).toEqual([
    { week: 2, message: "2 h 01 in a week of at most 2 h", numbers: { minutes: 121, limit: 120 } },
  ]);
  expect(found("weekly-ceiling", week(121, true))[0]?.excuse).toMatchObject({
    isOwnRides: true,
    numbers: { own_minutes: 121 },
  });
});

describe("full rest days (rule 17)", () => {
  const rides = (days: readonly number[], each = 60, change: object = {}) =>
    Object.fromEntries(days.map((day) => [day, { rides: [aRide(each)], ...change }]));
  const five = [7, 8, 9, 11, 12];
  it.each<readonly [string, ViewChange, readonly object[]]>([
    ["five days", { days: rides(five) }, []],
    ["six days", { days: rides([...five, 13]) }, [{ rest_days: 1, needed: 2 }]],
    [
      "six days with the event of one day",
      {
        days: { ...rides(five), 13: { rides: [aRide(300, { isEvent: true })] } },
        event: aPlanEvent(),
        events: [anEvent(13)],
      },
      [{ rest_days: 1, needed: 2 }],
    ],
    [
      "five with an event of more days",
      {
        days: { ...rides(five), 13: { rides: [aRide(300, { isEvent: true })] } },
        event: aPlanEvent({ days: 2 }),
        events: [anEvent(13)],
      },
      [],
    ],
    [
      "five with a day of the longer one of two events",
      {
        days: { ...rides(five), 13: { rides: [aRide(300, { isEvent: true })] } },
        event: aPlanEvent(),
        events: [anEvent(1), anEvent(13, "B", { event: aPlanEvent({ date: "2026-12-20", days: 2 }) })],
      },
      [],
    ],
    [
      "five beside an easy commute",
      { days: { ...rides(five), 13: { rides: [own], given: { ...given, isRiding: false } } } },
      [],
    ],
    // Beside rides of their own one rest day is enough above six hours, and five days are planned at most.
    ["five long ones and a ride of their own", { days: { ...rides(five, 90), 13: { rides: [own], given } } }, []],
    [
      "five short ones and a ride of their own",
      { days: { ...rides(five, 30), 13: { rides: [own], given } } },
      [{ rest_days: 1, needed: 2 }],
    ],
    [
      "six planned days beside their own",
      { days: { ...rides([...five, 10], 90, { given }) } },
      [{ rest_days: 1, needed: 1 }],
    ],
    ["their own rides alone", { days: rides([...five, 13], 60, { rides: [own], given }) }, []],
    [
      "planned on none but days that they ride anyway",
      { days: { ...rides(five, 40, { given }), 13: { rides: [own], given } } },
      [],
    ],
  ])("%s", (_name, change, expected) => {
    expect(numbers("rest-days", change)).toEqual(expected);
  });
});
