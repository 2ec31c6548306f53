import { describe, expect, it } from "vitest";
import { DAY_TERM_RULES } from "../../../src/rules/day-terms-rules.ts";
import { FREE_DAY } from "../../../src/rules/given-day.ts";
import { aPlan } from "../../support/a-plan.ts";
import { aRide, aRider, anEvent, aView, foundBy, type ViewChange } from "./a-view.ts";

const found = (id: string, change: ViewChange) => foundBy(DAY_TERM_RULES, id, aView(change));
const said = (id: string, change: ViewChange) => found(id, change).map(({ message }) => message);

const long = (minutes = 120) => ({ rides: [aRide(minutes, { workout: { role: "long" } })] });
const closed = { available: false, maxMinutes: 0, given: false };
const open = (maxMinutes: number) => ({ available: true, maxMinutes, given: true });

/** The rider wants their long ride on Sunday; in week 2 it stands on Saturday, 2026-12-19. */
const WANTS_SUNDAY = aRider({ longRide: { weekday: 6 } });
const onSaturday = (change: ViewChange = {}): ViewChange => ({
  rider: WANTS_SUNDAY,
  ...change,
  days: { 12: long(), ...change.days },
});

describe("the day of the long ride", () => {
  const WRONG = ["the long ride is on Saturday, not on Sunday"];
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["another than the one that was named", onSaturday(), WRONG],
    ["no day named", onSaturday({ rider: aRider() }), []],
    ["an overview made elsewhere", onSaturday({ isOutside: true }), []],
    ["the named one", { rider: WANTS_SUNDAY, days: { 13: long() } }, []],
    ["both", onSaturday({ days: { 13: long() } }), []],
    ["an easy ride on the other", { rider: WANTS_SUNDAY, days: { 12: { rides: [aRide(120)] } } }, []],
    [
      "a ride of the rider's own on the other",
      {
        rider: WANTS_SUNDAY,
        days: { 12: { rides: [{ ...aRide(120, { workout: { role: "long" } }), isFixed: true }] } },
      },
      [],
    ],
    ["no load week", onSaturday({ weeks: { 2: { isLoad: false } } }), []],
    ["the named one off", onSaturday({ days: { 13: { isOff: true } } }), []],
    ["the named one closed", onSaturday({ days: { 13: { limit: closed } } }), []],
    ["the named one taken", onSaturday({ days: { 13: { given: { ...FREE_DAY, isTaken: true } } } }), []],
    ["half an hour on the named one", onSaturday({ days: { 13: { limit: open(30) } } }), WRONG],
    ["less on it", onSaturday({ days: { 13: { limit: open(29) } } }), []],
    [
      "half an hour beside the rider's own",
      onSaturday({ days: { 13: { limit: open(60), given: { ...FREE_DAY, minutes: 30 } } } }),
      WRONG,
    ],
    ["less beside it", onSaturday({ days: { 13: { limit: open(60), given: { ...FREE_DAY, minutes: 31 } } } }), []],
    // Four days before an A or a B and two after it are eased, of a C its own day alone.
    ["four days before an A", onSaturday({ events: [anEvent(17)] }), []],
    ["five days before an A", onSaturday({ events: [anEvent(18)] }), WRONG],
    ["two days after a B", onSaturday({ events: [anEvent(11, "B")] }), []],
    ["three days after a B", onSaturday({ events: [anEvent(10, "B")] }), WRONG],
    ["two days after the last of a B", onSaturday({ events: [anEvent(9, "B", { lastIndex: 11 })] }), []],
    ["a C on it", onSaturday({ events: [anEvent(13, "C")] }), []],
    ["a C the day after it", onSaturday({ events: [anEvent(14, "C"), anEvent(20, "C")] }), WRONG],
    ["a C the day before it", onSaturday({ events: [anEvent(12, "C")] }), WRONG],
    ["one of two events near", onSaturday({ events: [anEvent(0, "C"), anEvent(13, "C")] }), []],
  ])("%s", (_name, change, messages) => {
    expect(said("long-ride-day", change)).toEqual(messages);
  });

  it("is told with its number from Monday", () => {
    expect(found("long-ride-day", onSaturday())).toMatchObject([
      { week: 2, date: "2026-12-19", numbers: { weekday: 6, wanted: 7 } },
    ]);
  });
});

it("lets no ride be longer than the rider wants it, their own and the event aside", () => {
  const rider = aRider({ longRide: { maxMinutes: 150 } });
  const day = (minutes: number, flags = {}) => ({ rider, days: { 8: { rides: [aRide(minutes, flags)] } } });
  expect(said("long-ride-most", day(150))).toEqual([]);
  expect(found("long-ride-most", day(151))).toMatchObject([
    { week: 2, message: "a ride of 2 h 31, 2 h 30 at most", numbers: { minutes: 151, limit: 150 } },
  ]);
  expect(said("long-ride-most", day(200, { isFixed: true }))).toEqual([]);
  expect(said("long-ride-most", day(200, { isEvent: true }))).toEqual([]);
  expect(said("long-ride-most", { ...day(200), rider: aRider() })).toEqual([]);
});

describe("the least of the long ride", () => {
  // From 150 minutes it may grow by 30 a week; each day has three hours.
  const rider = aRider({ longRide: { minMinutes: 150 }, longestRecentMinutes: 150, longestAllowedMinutes: 300 });
  const room = Object.fromEntries(Array.from({ length: 28 }, (_, day) => [day, { limit: open(180) }]));
  const week = (minutes: number, change: ViewChange = {}): ViewChange => ({
    rider,
    ...change,
    days: {
      ...room,
      8: { limit: open(180), rides: [aRide(minutes)] },
      9: { limit: open(180), rides: [aRide(60)] },
      ...change.days,
    },
  });
  it.each<readonly [string, ViewChange, readonly unknown[]]>([
    ["five minutes less", week(145), []],
    ["six minutes less", week(144), [undefined]],
    ["a week that is no load week", week(120, { weeks: { 2: { isLoad: false } } }), []],
    ["a week that tapers", week(120, { weeks: { 2: { touchesTaper: true } } }), []],
    ["nothing wanted", week(120, { rider: aRider() }), []],
    ["days off", week(144, { weeks: { 2: { daysOff: 1 } } }), [{ days_off: 1 }]],
    // 100 and 60 minutes: beside half an hour for the other 130 are left.
    ["the week's hours", week(100), [{ most_minutes: 130 }]],
    ["the level's longest", week(144, { rider: { ...rider, longestAllowedMinutes: 140 } }), [{ most_minutes: 140 }]],
    [
      "growth",
      week(110, {
        rider: { ...rider, longestRecentMinutes: 100 },
        days: { 10: { limit: open(180), rides: [aRide(90)] } },
      }),
      [{ most_minutes: 130 }],
    ],
    [
      "its own day alone",
      week(144, { rider: { ...rider, longRide: { minMinutes: 150, weekday: 6 } }, days: { 13: { limit: open(120) } } }),
      [{ most_minutes: 120 }],
    ],
    [
      "strength on its day",
      week(144, {
        rider: { ...rider, longRide: { minMinutes: 150, weekday: 6 } },
        days: { 13: { limit: open(180), strengthSeconds: 2400 } },
      }),
      [{ most_minutes: 140 }],
    ],
  ])("%s", (_name, change, excuses) => {
    expect(found("long-ride-least", change).map(({ excuse }) => excuse?.numbers)).toEqual(excuses);
  });

  it("says how long it is", () => {
    expect(found("long-ride-least", week(144))).toMatchObject([
      { week: 2, message: "the longest ride has 2 h 24, 2 h 30 wanted", numbers: { minutes: 144, needed: 150 } },
    ]);
  });

  it("grows from the longest so far, and in the first week not at all", () => {
    const first: ViewChange = {
      rider: { ...rider, longestRecentMinutes: 120 },
      days: { ...room, 1: { limit: open(180), rides: [aRide(120)] }, 2: { limit: open(180), rides: [aRide(90)] } },
    };
    expect(found("long-ride-least", first).map(({ excuse }) => excuse?.numbers)).toEqual([{ most_minutes: 120 }]);
  });
});

it("wants rides of indoor days to say so, and no more minutes than are wanted there", () => {
  const rider = aRider({ indoorDays: [1] });
  const plan = aPlan({ profile: { indoor: { days: ["Tuesday"], max_minutes: 90 } } }).training_plan;
  const inside = (minutes: number) => aRide(minutes, { workout: { indoor: true } });
  const on = (day: number, ...rides: ReturnType<typeof aRide>[]): ViewChange => ({
    rider,
    plan,
    days: { [day]: { rides } },
  });
  expect(said("indoor-days", on(8, inside(90)))).toEqual([]);
  expect(said("indoor-days", on(8, inside(50), inside(40)))).toEqual([]);
  expect(found("indoor-days", on(8, inside(50), inside(41)))).toMatchObject([
    { week: 2, message: "1 h 31 indoors, 1 h 30 at most", numbers: { minutes: 91, limit: 90 } },
  ]);
  expect(found("indoor-days", on(8, inside(30), aRide(30)))).toMatchObject([
    { message: "a ride of an indoor day that does not say so", numbers: { rides: 2 } },
  ]);
  expect(said("indoor-days", on(9, aRide(120)))).toEqual([]);
  expect(said("indoor-days", { ...on(8, inside(200)), plan: aPlan().training_plan })).toEqual([]);
});

it("wants strength on its own weekdays", () => {
  const lift = (day: number, strengthDays?: readonly number[]): ViewChange => ({
    rider: aRider(strengthDays === undefined ? {} : { strengthDays }),
    days: { [day]: { strengthSeconds: 2400 } },
  });
  expect(said("strength-days", lift(8, [1]))).toEqual([]);
  expect(said("strength-days", lift(8))).toEqual([]);
  expect(found("strength-days", lift(8, [0, 2]))).toMatchObject([
    { week: 2, date: "2026-12-15", message: "strength on Tuesday", numbers: { weekday: 2 } },
  ]);
});

it("holds each ride of a day of two to its own minutes, and lets none be the third", () => {
  const plan = aPlan({ profile: { two_a_day: { Tuesday: [30, 45] } } }).training_plan;
  const on = (day: number, ...minutes: number[]): ViewChange => ({
    plan,
    days: { [day]: { rides: minutes.map((each) => aRide(each)) } },
  });
  expect(said("two-a-day", on(8, 30, 45))).toEqual([]);
  expect(said("two-a-day", on(8, 45))).toEqual([]);
  expect(found("two-a-day", on(8, 30, 46))).toMatchObject([
    { message: "a ride of 46 min where 45 min and 30 min are the most", numbers: { minutes: 46, limit: 45 } },
  ]);
  expect(found("two-a-day", on(8, 31, 45))).toMatchObject([{ numbers: { minutes: 31, limit: 30 } }]);
  expect(found("two-a-day", on(8, 20, 20, 20))).toMatchObject([{ numbers: { minutes: 20, limit: 0 } }]);
  expect(said("two-a-day", on(9, 60, 60))).toEqual([]);
  expect(said("two-a-day", { ...on(8, 60), isOutside: true })).toEqual([]);
  expect(said("two-a-day", { ...on(8, 60), plan: aPlan().training_plan })).toEqual([]);
});
