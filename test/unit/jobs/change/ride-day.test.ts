import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../../../src/base/calendar.ts";
import { newEdit, rideOf, stateOn, type Edit } from "../../../../src/jobs/change/edit.ts";
import type { LivingPlan } from "../../../../src/jobs/change/living.ts";
import { rideDay, type RideWish } from "../../../../src/jobs/change/ride-day.ts";
import { eased, easyWish, isEasyRide, shortened, stepped } from "../../../../src/jobs/change/shorter.ts";
import type { Workout } from "../../../../src/workout/schema.ts";
import { daysOf, rideOn, startOn } from "./a-living-plan.ts";
import { dayOf, editOf, outcome, smallPlan, weekOfWords } from "./a-small-plan.ts";

const why = { id: "why", text: "because" };
const small = (days: string, change: Parameters<typeof smallPlan>[1] = {}): LivingPlan =>
  smallPlan([weekOfWords(1, days)], change);
const changed = (edit: Edit): string[] => daysOf(outcome(edit)).map((day) => day.slice("2026-12-07: ".length));
const rideIn = (edit: Edit, date: CalendarDate): Workout => {
  const ride = rideOf(stateOn(edit, date));
  if (ride === undefined) throw new Error(`no ride on ${date}`);
  return ride;
};

describe("a new ride of a day", () => {
  const WEEK = "rest, key 80, easy 60, easy 60 + strength 40, strength 40, long 120, rest";

  it("holds the load of an easy hour, or that of the easy ride that stood there", () => {
    const plan = small(WEEK);
    const wednesday = plan.file.training_plan.weekly_plan[0]?.workouts.find(({ date }) => date === dayOf(2));
    if (wednesday === undefined) throw new Error("no Wednesday");
    // 60 % for an hour.
    wednesday.tss = 36;
    const loads = [0, 1, 2].map((day) => rideOf(rideDay(editOf(plan), dayOf(day), easyWish(60, why)))?.tss);
    // 65 % of FTP for an hour are 42 points, whatever a key session held.
    expect(loads).toEqual([42, 42, 36].map((load) => expect.closeTo(load, 0) as number));
    const half = rideOf(rideDay(editOf(plan), dayOf(2), easyWish(30, why)))?.tss;
    expect(half).toBeGreaterThan(15);
    expect(half).toBeLessThan(20);
  });

  it("takes the place of the session in both files, and leaves strength where it stands", () => {
    const edit = editOf(small(WEEK, { dayMinutes: 120 }));
    const day = { date: dayOf(3), weekday: "Thursday", max_minutes: 120, target_minutes: 45, role: "easy", why: [why] };
    expect(rideDay(edit, dayOf(3), easyWish(45, why))).toMatchObject({
      workouts: [{ id: "a-plan-w01d4", duration_min: 45, role: "easy" }, { type: "strength" }],
      training_day: { ...day, workout_types: ["endurance", "strength"], strength_minutes: 40 },
    });
    const plain = rideDay(edit, dayOf(2), easyWish(45, why));
    expect(plain?.training_day).toMatchObject({ workout_types: ["endurance"], family: "endurance", level: 1 });
    expect(plain?.training_day).not.toHaveProperty("strength_minutes");
    expect(plain?.workouts).toHaveLength(1);
  });

  it("is found where nobody said the minutes of the day, and is in one file then", () => {
    const state = rideDay(editOf(small(WEEK)), dayOf(5), easyWish(240, why, "long"));
    expect(rideOf(state)).toMatchObject({ duration_min: 240, role: "long", family: "long_ride" });
    expect(state).not.toHaveProperty("training_day");
  });

  it.each<readonly [string, number, Partial<Workout>, Partial<Workout>]>([
    ["the id of the ride", 2, { id: "mine" }, { id: "mine" }],
    ["the id of a rest day", 0, { id: "monday" }, { id: "monday" }],
    ["the day on which the ride first stood", 2, { original_date: dayOf(1) }, { original_date: dayOf(1) }],
  ])("keeps %s", (_name, day, change, kept) => {
    const plan = small(WEEK);
    const session = plan.file.training_plan.weekly_plan[0]?.workouts.find(({ date }) => date === dayOf(day));
    Object.assign(session ?? {}, change);
    expect(rideOf(rideDay(editOf(plan), dayOf(day), easyWish(45, why)))).toMatchObject(kept);
  });

  it("is moved only where the one before it was", () => {
    expect(rideOf(rideDay(editOf(small(WEEK)), dayOf(2), easyWish(45, why)))).not.toHaveProperty("original_date");
  });

  const hard: RideWish = { minutes: 60, role: "key", type: "vo2max", family: "vo2max_short", level: 3, why };
  it.each<readonly [string, CalendarDate, RideWish]>([
    ["outside the plan", "2030-01-01", easyWish(60, why)],
    ["of fewer minutes than any ride has", dayOf(2), easyWish(20, why)],
  ])("is none %s", (_name, date, wish) => {
    expect(rideDay(editOf(small(WEEK)), date, wish)).toBeUndefined();
  });

  it("keeps what a rider may not ride: under a careful start, and held back for some weeks", () => {
    const familyOf = (change: Parameters<typeof smallPlan>[1], wish = hard): string | undefined =>
      rideOf(rideDay(editOf(small(WEEK, change)), dayOf(2), wish))?.family;
    const held = [{ by: "careful" as const, max_power_pct: 75, from_week: 1, through_week: 1 }];
    expect(familyOf({})).toBe("vo2max_short");
    expect(familyOf({ profile: { careful_start: true } })).toBe("endurance");
    expect(familyOf({ profile: { held_back: held } })).toBe("endurance");
    expect(familyOf({ profile: { held_back: [{ ...held[0]!, from_week: 2, through_week: 3 }] } })).toBe("vo2max_short");
    expect(familyOf({}, { ...hard, maxPowerPct: 75 })).toBe("endurance");
  });
});

it.each<readonly [Partial<Workout>, boolean]>([
  [{ role: "easy", type: "endurance" }, true],
  [{ role: "easy", type: "recovery" }, true],
  [{ role: "long", type: "endurance" }, true],
  [{ role: undefined, type: "endurance" }, true],
  [{ role: "long", type: "mixed" }, false],
  [{ role: "key", type: "endurance" }, false],
  [{ role: "test", type: "recovery" }, false],
  [{ role: "fixed", type: "endurance" }, false],
])("%o is easy: %s", (change, isEasy) => {
  const [ride] = weekOfWords(1, "easy 60").workouts;
  expect(ride && isEasyRide({ ...ride, ...change })).toBe(isEasy);
});

describe("a shorter ride", () => {
  it.each<readonly [string, string, number, readonly string[]]>([
    ["the same where it is as short already", "easy 60", 60, []],
    ["in whole fives", "easy 60", 59, ["easy 60 -> easy 55"]],
    ["half an hour at least", "easy 60", 30, ["easy 60 -> easy 30"]],
    ["none below", "easy 60", 29.9, ["easy 60 -> rest"]],
    ["long as long as there is such a ride", "long 120", 60, ["long 120 -> long 60"]],
    ["else easy", "long 120", 30, ["long 120 -> easy 30"]],
    ["a ride of the rider's own cut short", "fixed 60", 45, ["fixed 60 -> easy 45"]],
    ["nothing where nothing is ridden", "rest", 30, []],
  ])("is %s", (_name, days, minutes, change) => {
    const edit = editOf(small(days));
    const next = shortened(edit, dayOf(0), { minutes, why });
    expect(changed(next)).toEqual(change);
    expect(next === edit).toBe(change.length === 0);
  });

  /** Family, level and id of a session of the long plan in fewer minutes. */
  const shorter = (date: CalendarDate, minutes: number): Workout =>
    rideIn(shortened(newEdit(startOn()), date, { minutes, why }), date);

  it("is the same session as long as it fits, then a lower step of its ladder", () => {
    const was = rideOn("2027-01-20");
    const minutes = [60, 55, 50, 45, 40, 35, 30];
    const found = minutes.map((most) => shorter("2027-01-20", most));
    expect(found.map(({ duration_min }) => duration_min)).toEqual(minutes);
    expect(found.every(({ family, role }) => family === was.family && role === "key")).toBe(true);
    const levels = found.map(({ level }) => level ?? 0);
    expect(levels).toEqual([...levels].sort((a, b) => b - a));
    for (const ride of found)
      if (ride.level === was.level) expect(ride.library_workout_id).toBe(was.library_workout_id);
    expect([levels[0], levels.at(-1)]).toEqual([4, 1]);
  });

  it("is no higher step, and holds no more load, whatever the session was", () => {
    for (const date of ["2027-01-16", "2027-01-17", "2027-02-13", "2027-02-16", "2027-02-20", "2027-02-23"] as const) {
      const was = rideOn(date);
      for (const minutes of [50, 40, 30]) {
        const is = shorter(date, minutes);
        expect(is.duration_min).toBeLessThanOrEqual(minutes);
        expect(is.tss).toBeLessThan(was.tss);
        expect([is.role, is.family]).toEqual([was.role, was.family]);
        expect(is.level).toBeLessThanOrEqual(was.level ?? 0);
      }
    }
  });

  it("of half a dose is half a dose", () => {
    // The taper's session: its whole workout in 50 minutes is harder than half of it in 56.
    for (const minutes of [50, 40, 30]) expect(shorter("2027-02-23", minutes).library_workout_id).toMatch(/_reduced$/);
    expect(shorter("2027-02-16", 50).library_workout_id).not.toMatch(/_reduced$/);
  });

  it("in place of a test is easy, or the test whole", () => {
    const was = rideOn("2027-01-02");
    expect(was.role).toBe("test");
    expect(shorter("2027-01-02", 45)).toMatchObject({ role: "easy", family: "endurance", duration_min: 45 });
  });
});

describe("an easy ride in place of another", () => {
  it.each<readonly [string, string, number, readonly string[]]>([
    ["in whole fives", "key 80", 59, ["key 80 -> easy 55"]],
    ["no longer than what stood there", "key 80", 100, ["key 80 -> easy 80"]],
    ["half an hour at least", "key 80", 30, ["key 80 -> easy 30"]],
    ["rest where that is no ride", "key 80", 29, ["key 80 -> rest"]],
    ["long where a long one stood", "long 120", 90, ["long 120 -> long 90"]],
    ["nothing where nothing is ridden", "rest", 60, []],
  ])("is %s", (_name, days, minutes, change) => {
    expect(changed(eased(editOf(small(days)), dayOf(0), { minutes, why }))).toEqual(change);
  });
});

describe("a step of a ladder", () => {
  const levelOf = (days: string, steps: number, level?: number, family?: string): number | undefined => {
    const plan = small(days);
    const [ride] = plan.file.training_plan.weekly_plan[0]?.workouts ?? [];
    if (ride !== undefined && level !== undefined) ride.level = level;
    if (ride !== undefined && family !== undefined) ride.family = family;
    const next = stepped(editOf(plan), dayOf(0), { steps, why });
    return next && rideIn(next, dayOf(0)).level;
  };
  it.each<readonly [string, () => number | undefined, number | undefined]>([
    ["down", () => levelOf("key 80", -1), 2],
    ["up", () => levelOf("key 80", 1), 4],
    ["down to the first", () => levelOf("key 80", -1, 2), 1],
    ["not below it", () => levelOf("key 80", -1, 1), undefined],
    ["not above the last", () => levelOf("key 80", 1, 10), undefined],
    ["not where the minutes do not hold it", () => levelOf("key 30", 5), undefined],
    ["not of an easy ride", () => levelOf("easy 60", 1), undefined],
    ["not of a long one", () => levelOf("long 120", 1), undefined],
    ["not of a test", () => levelOf("test 50", -1, 2), undefined],
    ["not of a ladder that the library has no more", () => levelOf("key 80", -1, 2, "gone"), undefined],
    ["not of rest", () => levelOf("rest", 1), undefined],
  ])("%s", (_name, level, is) => {
    expect(level()).toBe(is);
  });

  it("of half a dose is half of another", () => {
    for (const steps of [-1, 1]) {
      const next = stepped(newEdit(startOn()), "2027-02-23", { steps, why });
      expect(next && rideIn(next, "2027-02-23")).toMatchObject({
        level: 3 + steps,
        duration_min: 56,
        library_workout_id: expect.stringMatching(/_reduced$/) as string,
      });
    }
  });

  it("keeps the minutes and says why", () => {
    const next = stepped(editOf(small("key 80")), dayOf(0), { steps: 1, why });
    expect(next && rideIn(next, dayOf(0))).toMatchObject({ duration_min: 80, family: "sweetspot", why: [why] });
  });
});
