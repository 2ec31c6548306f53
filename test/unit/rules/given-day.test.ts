import { describe, expect, it } from "vitest";
import type { FixedRide, OtherSportHabit } from "../../../src/athlete/terms.ts";
import { addDays } from "../../../src/base/calendar.ts";
import { FREE_DAY, givenDay, givesNothing, usualSportLoad } from "../../../src/rules/given-day.ts";
import { MONDAY } from "../../support/a-plan.ts";
import { aPlanEvent, aRider } from "./a-view.ts";

const ride = (change: Partial<FixedRide>): FixedRide => ({ day: "Monday", minutes: 60, effort: "easy", ...change });
const sport = (change: Partial<OtherSportHabit> = {}): OtherSportHabit => ({
  day: "Monday",
  minutes: 60,
  sport: "run",
  effort: "easy",
  ...change,
});
const on = (rides: readonly FixedRide[], sports: readonly OtherSportHabit[] = [], week = 9) =>
  givenDay(aRider({ fixedRides: rides, otherSport: sports }), { date: MONDAY, week, events: [] });

describe("a ride that happens anyway", () => {
  // Load is hours by the square of the power of its kind (training science 2.1, 2.3, 3.3).
  it.each([
    ["easy", 60, 65, 42.25],
    ["easy", 120, 65, 84.5],
    ["moderate", 180, 75, 168.75],
    ["hard", 60, 88, 77.44],
    ["hard", 120, 84, 141.12],
    ["race", 90, 90, 121.5],
    ["race", 480, 66, 348.48],
  ] as const)("that is %s for %d minutes is ridden at %d %%", (effort, minutes, percent, load) => {
    const [one] = on([ride({ effort, minutes })]).rides;
    expect(one).toMatchObject({ minutes, effort, intensity_pct: percent, isHeld: false });
    expect(one?.load).toBeCloseTo(load, 6);
  });

  it("is ridden more gently under a limit on the rider's power", () => {
    const rider = aRider({ fixedRides: [ride({ effort: "hard" })], carefulStart: true });
    const inWeek = (week: number) => givenDay(rider, { date: MONDAY, week, events: [] }).rides[0];
    expect(inWeek(4)).toMatchObject({ intensity_pct: 75, isHeld: true });
    expect(inWeek(5)).toMatchObject({ intensity_pct: 88, isHeld: false });
  });

  it("has the name that the rider gave it, or one by how hard it is", () => {
    const names = (["easy", "moderate", "hard", "race"] as const).map(
      (effort) => on([ride({ effort })]).rides[0]?.name,
    );
    expect(names).toEqual(["Your own easy ride", "Your own ride", "Your own hard ride", "Your own race"]);
    expect(on([ride({ name: "Club ride" })]).rides[0]?.name).toBe("Club ride");
  });
});

describe("a day", () => {
  it.each([
    [
      "of an easy commute is a rest day",
      [ride({ minutes: 40 })],
      [],
      { isRiding: false, isHard: false, isTaken: false },
    ],
    ["of more easy riding is none", [ride({ minutes: 41 })], [], { isRiding: true, isHard: false, isTaken: false }],
    ["of two commutes is none", [ride({ minutes: 20 }), ride({ minutes: 21 })], [], { isRiding: true, isTaken: false }],
    [
      "of a firm ride is taken",
      [ride({ minutes: 30, effort: "moderate" })],
      [],
      { isRiding: true, isHard: false, isTaken: true },
    ],
    [
      "of a hard ride is hard",
      [ride({}), ride({ effort: "hard" })],
      [],
      { isHardRide: true, isHard: true, isTaken: true },
    ],
    ["of a race is hard", [ride({ effort: "race" })], [], { isHardRide: true, isHard: true, isTaken: true }],
    ["of an easy run is free", [], [sport()], { isRiding: false, isHardRide: false, isHard: false, isTaken: false }],
    [
      "of a hard run is hard, and free to ride",
      [],
      [sport(), sport({ effort: "hard" })],
      { isRiding: false, isHardRide: false, isHard: true, isTaken: false },
    ],
  ] as const)("%s", (_name, rides, sports, holds) => {
    expect(on(rides, sports)).toMatchObject(holds);
  });

  it("holds the sums of what is done on it", () => {
    const given = on(
      [ride({ minutes: 30 }), ride({ minutes: 60 })],
      [sport({ minutes: 45 }), sport({ effort: "race", name: "Parkrun", minutes: 20 })],
    );
    // 40 of load for an easy hour of another sport, 90 for one of a race (12.2).
    expect(given.minutes).toBe(90);
    expect(given.load).toBeCloseTo(1.5 * 42.25, 6);
    expect(given.sports.map(({ load, name }) => [load, name])).toEqual([
      [30, undefined],
      [30, "Parkrun"],
    ]);
    expect(given.sportLoad).toBe(60);
    expect(Object.keys(given.sports[0] ?? {})).not.toContain("name");
  });

  it("is free where nothing is said of it, or an event takes its place", () => {
    const rider = aRider({ fixedRides: [ride({})], otherSport: [] });
    const events = [aPlanEvent({ date: MONDAY })];
    expect(givenDay(rider, { date: MONDAY, week: 1, events })).toBe(FREE_DAY);
    expect(givenDay(rider, { date: addDays(MONDAY, 1), week: 1, events })).toEqual({ ...FREE_DAY, rides: [] });
    expect(givenDay(aRider(), { date: MONDAY, week: 1, events: [] })).toBe(FREE_DAY);
    expect([
      givesNothing(rider),
      givesNothing(aRider()),
      givesNothing({ fixedRides: [], otherSport: [sport()] }),
    ]).toEqual([false, true, false]);
  });
});

it("takes for the usual load of other sport what is done every week, by the day", () => {
  const habits = [
    sport({ minutes: 90 }),
    sport({ effort: "hard" }),
    sport({ from: MONDAY }),
    { ...sport(), date: MONDAY },
  ];
  // 60 and 72 a week.
  expect(usualSportLoad({ otherSport: habits })).toBeCloseTo(132 / 7, 9);
  expect(usualSportLoad({ otherSport: [] })).toBe(0);
});
