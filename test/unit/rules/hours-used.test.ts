import { describe, expect, it } from "vitest";
import type { DayLimit, Rider } from "../../../src/athlete/rider.ts";
import { FREE_DAY } from "../../../src/rules/given-day.ts";
import { usedHours } from "../../../src/rules/hours-used.ts";
import type { DayView } from "../../../src/rules/view.ts";
import { aRide, aRider, anEvent, aView, type ViewChange } from "./a-view.ts";

/*
 * The last of the full load weeks is the one that is looked at: those before it may hold no more than they do, since their
 * riders have no hours. Nothing binds but what a test says: other limits lie far away, and the plan's loads leave fitness at 0.
 */

const FAR = 10_000;
const day = (maxMinutes: number, second?: number): DayLimit => ({
  available: maxMinutes > 0,
  maxMinutes,
  given: true,
  ...(second === undefined ? {} : { second }),
});
const days = (minutes: readonly number[]): DayLimit[] => minutes.map((most) => day(most));
/** Tuesday and Saturday, ten hours each; every ride may be as long. */
const FREE: Partial<Rider> = {
  level: "intermediate",
  days: days([0, 600, 0, 0, 0, 600, 0]),
  ceilingMinutes: FAR,
  recentMinutes: FAR,
  longestRecentMinutes: 600,
  longestAllowedMinutes: 600,
};
const rider = (change: Partial<Rider> = {}): Rider => aRider({ ...FREE, ...change });
/** The limits of each date; where a test says nothing those of the rider's week. */
const OPEN: Partial<DayView> = { limit: day(600) };
const open = (count: number) => Object.fromEntries(Array.from({ length: count * 7 }, (_, index) => [index, OPEN]));
const ride = (minutes: number, tss?: number): Partial<DayView> => ({
  ...OPEN,
  rides: [aRide(minutes, tss === undefined ? {} : { measure: { tss } })],
});

interface Change extends Omit<ViewChange, "rider" | "days"> {
  readonly days?: Readonly<Record<number, Partial<DayView>>>;
  readonly rider?: Partial<Rider>;
}

/** Minutes that the last full load week of a plan may hold. Each load week has an hour's ride on its Tuesday. */
function allowed({ count = 1, days: own = {}, weeks = {}, rider: other = {}, ...change }: Change = {}):
  number | undefined {
  const who = rider(other);
  const tuesdays = Object.fromEntries(Array.from({ length: count }, (_, i) => [i * 7 + 1, ride(60)]));
  const bare = aView({ count, rider: who });
  const view = aView({
    count,
    curve: bare.curve.map((one) => ({ ...one, ctl: 0, atl: 0 })),
    ...change,
    rider: who,
    days: { ...open(count), ...tuesdays, ...own },
    weeks: {
      ...Object.fromEntries(
        Array.from({ length: count - 1 }, (_, i) => [i + 1, { rider: { ...who, ceilingMinutes: 0 }, ...weeks[i + 1] }]),
      ),
      ...(weeks[count] === undefined ? {} : { [count]: weeks[count] }),
    },
  });
  const used = usedHours(view);
  if (used === undefined) return undefined;
  const full = view.weeks.filter(
    (week) => week.isLoad && !week.isNearEvent && !week.touchesTaper && week.rideSeconds > 0,
  );
  const planned = (full.at(-1)?.rideSeconds ?? 0) / 60;
  return Math.round(((used.allowed - used.planned) * full.length + planned) * 100) / 100;
}

describe("what a load week may hold (rule 2)", () => {
  it.each<readonly [string, Change, number]>([
    ["all that its days have", {}, 1200],
    ["the rider's hours", { rider: { ceilingMinutes: 200 } }, 200],
    ["the hours of its own dates", { weeks: { 1: { rider: rider({ ceilingMinutes: 150 }) } } }, 150],
    ["never less than it holds", { rider: { ceilingMinutes: 20 } }, 60],
    ["a tenth more than now, in the first week", { rider: { recentMinutes: 400 } }, 440],
    ["no ride longer than the longest of late", { rider: { longestRecentMinutes: 90 } }, 180],
    ["no ride longer than its rider's longest", { rider: { longestAllowedMinutes: 100 } }, 200],
    ["whole minutes of it", { rider: { longestAllowedMinutes: 100.9 } }, 200],
    ["the minutes of its days", { rider: { days: days([0, 90, 0, 0, 0, 45, 0]) } }, 135],
    ["a second ride", { rider: { days: [...days([0, 90, 0, 0, 0]), day(45, 30), day(0)] } }, 165],
  ])("%s", (_name, change, minutes) => {
    expect(allowed(change)).toBe(minutes);
  });

  it("is what its open days have beside strength and rides that happen anyway", () => {
    const limit = day(90);
    const short = { days: days([0, 90, 0, 0, 0, 90, 0]) };
    const saturday = (change: Partial<DayView>) => allowed({ rider: short, days: { 5: { limit, ...change } } });
    const given = (minutes: number, isTaken = false) => ({ given: { ...FREE_DAY, minutes, isTaken, isRiding: true } });
    expect(saturday({})).toBe(180);
    expect(saturday({ strengthSeconds: 1200 })).toBe(160);
    expect(saturday({ isOff: true })).toBe(90);
    expect(saturday({ limit: { ...limit, available: false } })).toBe(90);
    // The ride that happens anyway counts, and leaves 50 minutes.
    expect(saturday(given(40))).toBe(180);
    // Half an hour is a ride, less is none.
    expect(saturday(given(60))).toBe(180);
    expect(saturday(given(61))).toBe(151);
    expect(saturday(given(40, true))).toBe(130);
    expect(saturday({ limit: day(30) })).toBe(180);
    expect(saturday({ limit: day(29) })).toBe(90);
  });

  it("leaves the rest days that rides which happen anyway leave", () => {
    const given = { ...FREE_DAY, minutes: 30, isRiding: true };
    const riding = Object.fromEntries([0, 2, 3, 4].map((one) => [one, { ...OPEN, given }]));
    const change = (level: Rider["level"], minutes: number): Change => ({
      rider: { level },
      days: { ...riding, 1: ride(minutes) },
    });
    // Four days are ridden anyway: up to six hours one more may be, above two.
    expect(allowed(change("intermediate", 360))).toBe(600 + 120);
    expect(allowed(change("intermediate", 361))).toBe(1200 + 120);
    expect(allowed(change("beginner", 361))).toBe(600 + 120);
  });

  it("holds no ride that is longer than the longest before, in the last nine days before an A", () => {
    const weeks = { 1: {}, 2: {} };
    const at = (...events: readonly ReturnType<typeof anEvent>[]) => allowed({ count: 2, weeks, events });
    // An hour is the longest of the first week; Saturday is day 12, Tuesday day 8.
    expect(at()).toBe(1200);
    expect(at(anEvent(22))).toBe(1200);
    expect(at(anEvent(21))).toBe(660);
    expect(at(anEvent(18))).toBe(660);
    expect(at(anEvent(17))).toBe(120);
    expect(at(anEvent(13))).toBe(120);
    // Behind the event, and on its day, it holds for none.
    expect(at(anEvent(12))).toBe(660);
    expect(at(anEvent(8))).toBe(1200);
    expect(at(anEvent(17, "B"))).toBe(1200);
    expect(at(anEvent(3), anEvent(40))).toBe(1200);
  });
});

describe("what the weeks before leave to a load week", () => {
  const two = (change: Change = {}) => allowed({ count: 2, ...change });
  it.each<readonly [string, Change, number]>([
    // 15 minutes or 12 % more than the most so far (2.5).
    ["growth in minutes", { rider: { recentMinutes: 60 } }, 75],
    ["growth in percent", { rider: { recentMinutes: 60 }, days: { 1: ride(200) } }, 224],
    ["growth from recent hours that are more", { rider: { recentMinutes: 300 } }, 336],
    ["a tenth for beginners", { rider: { level: "beginner", recentMinutes: 300 } }, 330],
    ["growth of the longest ride over that of now", { rider: { longestRecentMinutes: 100 } }, 260],
    [
      "growth of the longest ride over that before",
      { rider: { longestRecentMinutes: 100 }, days: { 1: ride(120) } },
      300,
    ],
    [
      "growth over one in a week that is no load week",
      { count: 3, rider: { longestRecentMinutes: 100 }, weeks: { 2: { isLoad: false } }, days: { 8: ride(120) } },
      300,
    ],
    // Beside days off none is longer than those of the plan so far.
    ["the longest before, in a week of days off", { weeks: { 2: { daysOff: 1 } } }, 120],
    [
      "the longest before or growth, in a week of days off",
      { weeks: { 2: { daysOff: 1 } }, rider: { longestAllowedMinutes: 50 } },
      100,
    ],
  ])("is %s", (_name, change, minutes) => {
    expect(two(change)).toBe(minutes);
  });

  it("is the longest of late where days off come first of all", () => {
    expect(allowed({ rider: { longestRecentMinutes: 100 }, weeks: { 1: { daysOff: 1 } } })).toBe(200);
  });

  it("is 70 % of the last three load weeks after more than ten days without a ride", () => {
    const none = { rides: [] };
    // The week before has nothing: 13 days lie between two Tuesdays, 10 from a Friday on and 11 from a Thursday on.
    const back = (change: Change = {}) =>
      allowed({
        count: 3,
        ...change,
        days: { 8: none, 1: ride(200), ...change.days },
        weeks: { 2: { isLoad: false } },
      });
    expect(back()).toBe(140);
    expect(back({ days: { 4: ride(200), 1: none } })).toBe(1200);
    expect(back({ days: { 3: ride(200), 1: none, 15: ride(60) } })).toBe(140);
    // At the very start it is that of what is ridden now.
    expect(allowed({ days: { 1: none, 6: ride(60) }, rider: { recentMinutes: 200 } })).toBe(220);
    expect(allowed({ count: 2, days: { 1: none, 11: ride(60), 8: none }, rider: { recentMinutes: 200 } })).toBe(140);
    expect(allowed({ count: 2, days: { 1: none, 10: ride(60), 8: none }, rider: { recentMinutes: 200 } })).toBe(220);
    const five = { 1: ride(500), 8: ride(100), 15: ride(200), 22: ride(300), 29: none };
    expect(allowed({ count: 6, days: five })).toBe(140);
  });

  it("is a load of 130 % of the last three load weeks, once there are three (rule 12)", () => {
    const loads = (...all: number[]): Change => ({
      count: all.length,
      days: Object.fromEntries(all.map((load, i) => [i * 7 + 1, ride(60, load)])),
    });
    expect(allowed(loads(50, 50, 50, 50))).toBe(78);
    expect(allowed(loads(40, 50, 60, 50))).toBe(78);
    expect(allowed(loads(500, 50, 50, 50, 50))).toBe(78);
    expect(allowed(loads(50, 50, 50))).toBe(1200);
    expect(allowed(loads(50, 50, 50, 60))).toBe(65);
    // Never less than it is.
    expect(allowed(loads(50, 50, 50, 80))).toBe(60);
    expect(allowed(loads(50, 50, 50, 0))).toBe(1200);
  });

  it("counts weeks near an event as ridden, with the load of the race, and asks nothing of them", () => {
    const near = { 2: { isNearEvent: true, raceTss: 75 } };
    const days = { 1: ride(60, 50), 8: ride(100, 25), 15: ride(60, 50), 22: ride(60, 50) };
    // 50, 100 and 50 are 66.7 on average: 130 % of it are 86.7 of load, 104 minutes.
    expect(allowed({ count: 4, days, weeks: near })).toBe(104);
    expect(allowed({ count: 3, days, weeks: near, rider: { recentMinutes: 60 } })).toBe(115);
    const last = { 3: { isNearEvent: true } };
    expect(allowed({ count: 3, days, weeks: last, rider: { recentMinutes: 60 } })).toBe(100);
  });
});

describe("what fitness and form leave to a load week", () => {
  // A week at 42 of load a day from 40 raises fitness; the curve says by how much, whatever the rides are.
  const curve = (evening: { ctl: number; atl: number }, start = { ctl: 42, atl: 42 }): Change => ({
    start,
    curve: Array.from({ length: 8 }, () => ({ tss: 0, form: 0, ...evening })),
  });
  const none = { ctl: 42 * (41 / 42) ** 7, atl: 42 * (6 / 7) ** 7 };

  it("is as much load as raises fitness by what is safe (rule 5)", () => {
    // Without a ride it falls to 35.5; the week holds 2 points more than at the start, of 5 that are safe.
    const share = (42 + 5 - none.ctl) / (44 - none.ctl);
    expect(allowed(curve({ ctl: 44, atl: none.atl }))).toBeCloseTo(60 * share, 1);
    const half = (42 + 3 - none.ctl) / (44 - none.ctl);
    expect(allowed({ ...curve({ ctl: 44, atl: none.atl }), rider: { ageBand: "60plus" } })).toBeCloseTo(60 * half, 1);
    // A week that passes it already may hold what it holds.
    expect(allowed(curve({ ctl: 50, atl: none.atl }))).toBe(60);
    // Where no load shows in fitness it binds nothing.
    expect(allowed(curve({ ctl: none.ctl - 1, atl: 90 }))).toBe(1200);
  });

  it("is as much load as leaves the form that a week may end with (rule 7)", () => {
    // Form rises to 21.2 without a ride, and falls to -16 with the week's: of 46.2 down to -25 that takes 37.2.
    const rested = none.ctl - none.atl;
    const evening = { ctl: none.ctl + 0.01, atl: none.ctl + 16.01 };
    const scale = (floor: number, sport = 0) => (60 * (rested - (floor - sport))) / (rested + 16);
    const sport = (form: number) => ({ sportForm: Array.from({ length: 8 }, (_, i) => (i === 7 ? form : 99)) });
    expect(allowed(curve(evening))).toBeCloseTo(scale(-25), 1);
    expect(allowed({ ...curve(evening), ...sport(-4) })).toBeCloseTo(scale(-25, -4), 1);
    expect(allowed({ ...curve(evening), ...sport(0), rider: { level: "advanced" } })).toBeCloseTo(scale(-30), 1);
    expect(allowed({ ...curve(evening), ...sport(-60) })).toBe(60);
    // Where the week leaves more form than rest, form binds nothing.
    expect(allowed(curve({ ctl: none.ctl + 0.01, atl: none.atl }))).toBe(1200);
  });

  it("is 70 % of that rise in the week after more than three weeks without a ride", () => {
    const rest = { rides: [] };
    const flat = Array.from({ length: 36 }, (_, i) => ({
      tss: 0,
      form: 0,
      ctl: i < 28 ? 42 : 44,
      atl: i < 28 ? 42 : none.atl,
    }));
    const share = (42 + 3.5 - none.ctl) / (44 - none.ctl);
    expect(allowed({ count: 5, curve: flat, days: { 1: ride(600), 8: rest, 15: rest, 22: rest } })).toBeCloseTo(
      60 * share,
      1,
    );
  });

  it("goes by the evening before the week", () => {
    const days = Array.from({ length: 15 }, (_, i) => ({ tss: 0, form: 0, ctl: i === 6 ? 42 : 44, atl: none.atl }));
    const start = { ctl: 0, atl: 0 };
    const calm = days.map((one, i) => (i === 6 ? { ...one, atl: 42 } : one));
    const share = (42 + 5 - none.ctl) / (44 - none.ctl);
    expect(allowed({ count: 2, curve: calm, start })).toBeCloseTo(60 * share, 1);
  });
});

describe("the weeks that are looked at", () => {
  it("are full load weeks with a ride", () => {
    expect(allowed({ weeks: { 1: { isLoad: false } } })).toBeUndefined();
    expect(allowed({ weeks: { 1: { touchesTaper: true } } })).toBeUndefined();
    expect(allowed({ weeks: { 1: { isNearEvent: true } } })).toBeUndefined();
    expect(allowed({ days: { 1: { rides: [] } } })).toBeUndefined();
  });

  it("give their mean, and the share that is used", () => {
    const who = rider({ ceilingMinutes: 100 });
    const view = aView({
      count: 2,
      rider: who,
      days: { ...open(2), 1: ride(60), 8: ride(90) },
      curve: aView({ count: 2 }).curve.map((one) => ({ ...one, ctl: 0, atl: 0 })),
    });
    expect(usedHours(view)).toEqual({ planned: 75, allowed: 100, share: 0.75 });
  });
});
