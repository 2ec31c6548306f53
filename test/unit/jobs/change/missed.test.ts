import { describe, expect, it } from "vitest";
import type { CalendarDate, Weekday } from "../../../../src/base/calendar.ts";
import type { ChangeStart } from "../../../../src/jobs/change/edit.ts";
import type { LivingPlan } from "../../../../src/jobs/change/living.ts";
import { missedWays } from "../../../../src/jobs/change/missed.ts";
import type { Way } from "../../../../src/jobs/change/way.ts";
import type { Intent } from "../../../../src/plan/change-schema.ts";
import { daysOf, livedOf, proposed, rideOn } from "./a-living-plan.ts";
import { dayOf, editOf, notedIn, outcome, smallPlan, weekOfWords } from "./a-small-plan.ts";

describe("a missed ride of a plan of twelve weeks", () => {
  it("of ease costs nothing", () => {
    const change = proposed({ kind: "missed", dates: ["2027-01-12"] });
    expect([daysOf(change), livedOf(change), change.others]).toEqual([[], ["2027-01-12 missed"], []]);
    expect(change.costs).toBe("Costs nothing that has to be made up: the days ahead stay as they are.");
  });

  it("of work takes the place of the next one of its week, or is left out", () => {
    const missed: Intent = { kind: "missed", dates: ["2027-01-13"] };
    const later = proposed(missed);
    expect(daysOf(later)).toEqual(["2027-01-16: key 60 -> key 80"]);
    expect(livedOf(later)).toEqual(["2027-01-13 missed", "2027-01-16 changed"]);
    expect(later.others).toEqual(["leave it out"]);
    const there = rideOn("2027-01-16", later.after);
    expect(there).toMatchObject({ name: rideOn("2027-01-13").name, original_date: "2027-01-13", weekday: "Saturday" });
    expect(there.id).toBe(rideOn("2027-01-16").id);
    expect(later.costs).toContain(rideOn("2027-01-16").name);
    const out = proposed(missed, {}, 1);
    expect([daysOf(out), livedOf(out), out.others]).toEqual([[], ["2027-01-13 missed"], ["it moves to Sat 16 Jan"]]);
    expect(() => proposed(missed, {}, 2)).toThrow("There is no way 3: that can be done in 2 ways.");
  });

  it("of several days is each that holds one", () => {
    const change = proposed({ kind: "missed", dates: ["2027-01-11", "2027-01-12", "2027-01-13"] });
    expect(change.intents).toEqual([{ kind: "missed", dates: ["2027-01-12", "2027-01-13"] }]);
    expect(livedOf(change)).toEqual(["2027-01-12 missed", "2027-01-13 missed"]);
    expect(change.others).toEqual([]);
    expect(change.costs).toMatch(/^Costs .*, .*\. Nothing is made up, and the days ahead stay as they are\.$/);
  });
});

const WEEK = "rest, key 80, easy 60, rest, rest, long 120, easy 60 + strength 40";
const small = (change: Parameters<typeof smallPlan>[1] = {}, days = WEEK): LivingPlan =>
  smallPlan([weekOfWords(1, days), weekOfWords(2, days)], change);

/** The ways of a day of the first week that was missed, said on that day, before the rules are asked. */
function missed(plan: LivingPlan, days: readonly number[], start: Partial<ChangeStart> = {}): Way[] {
  const last = dayOf(Math.max(...days));
  return missedWays(editOf(plan, { today: last, ...start }), days.map(dayOf));
}
const names = (ways: readonly Way[]): string[] => ways.map(({ name }) => name);
const LATER = ["Wed 9", "Thu 10", "Fri 11", "Sat 12", "Sun 13"].map((day) => `it moves to ${day} Dec`);
const weekdays = (...days: Weekday[]): Parameters<typeof smallPlan>[1] => ({
  profile: { training_availability: { week_days: days } },
});

describe("where a missed session of work may go", () => {
  it.each<readonly [string, () => readonly Way[], readonly string[]]>([
    ["each later day of its week, the nearest first", () => missed(small(), [1]), LATER],
    [
      "free days only where the rider trains",
      () => missed(small(weekdays("Wednesday", "Friday")), [1]),
      LATER.toSpliced(1, 1),
    ],
    ["days with a ride, whatever the weekday", () => missed(small(weekdays("Tuesday")), [1]), LATER.toSpliced(1, 2)],
    ["no day that is kept", () => missed(small({ metadata: { kept_days: [dayOf(2)] } }), [1]), LATER.slice(1)],
    ["no day that is done", () => missed(small(), [1], { done: new Set([dayOf(5)]) }), LATER.toSpliced(3, 1)],
    ["no day that is past", () => missed(small(), [1], { today: dayOf(5) }), LATER.slice(3)],
    ["not the event", () => missed(small({}, WEEK.replace("long", "event")), [1]), LATER.toSpliced(3, 1)],
    [
      "days that have the minutes",
      () => missed(small({ dayMinutes: [80, 80, 80, 79, 0, 90, 60] }), [1]),
      ["Wed 9", "Fri 11", "Sat 12"].map((day) => `it moves to ${day} Dec`),
    ],
    [
      "nowhere after the week's last day",
      () => missed(small({}, "rest, rest, rest, rest, rest, rest, key 80"), [6]),
      [],
    ],
    [
      "the same for a test",
      () => missed(small({}, "rest, rest, rest, rest, test 50, rest, easy 60"), [4]),
      LATER.slice(3),
    ],
    ["nowhere for an easy ride", () => missed(small(), [2]), []],
    ["nowhere for two", () => missed(small({}, "rest, key 80, rest, key 80, rest, rest, rest"), [1, 3]), []],
  ])("%s", (_name, ways, days) => {
    expect(names(ways())).toEqual([...days, "leave it out"]);
  });

  it("takes the day's place with its own name and minutes, and says why", () => {
    const ways = missed(small({ dayMinutes: 300 }), [1]);
    const why = [{ id: "missed", text: "Sweet spot, 1 h 20 was not ridden on Tue 8 Dec; it stands here instead" }];
    const on = (day: number, way: Way | undefined): unknown => way?.edit.days.get(dayOf(day));
    const session = {
      name: "Sweet spot",
      type: "sweetspot",
      role: "key",
      duration_min: 80,
      original_date: dayOf(1),
      why,
    };
    const asked = { role: "key", family: "sweetspot", level: 3, target_minutes: 80, max_minutes: 300, why };
    expect(on(3, ways[1])).toMatchObject({
      workouts: [{ ...session, weekday: "Thursday", date: dayOf(3) }],
      training_day: { ...asked, weekday: "Thursday", date: dayOf(3), workout_types: ["sweetspot"] },
    });
    expect(on(6, ways[4])).toMatchObject({
      workouts: [{ ...session, weekday: "Sunday", date: dayOf(6) }, { type: "strength" }],
      training_day: { ...asked, date: dayOf(6), workout_types: ["sweetspot", "strength"], strength_minutes: 40 },
    });
    expect(on(6, missed(small(), [1])[4])).not.toHaveProperty("training_day");
    expect(ways.map((way) => notedIn(way.edit)).slice(1, 2)).toEqual([["12-08 missed", "12-10 changed"]]);
  });

  it("costs what stood there", () => {
    const [wednesday, thursday] = missed(small(), [1]).map((way) => way.costs);
    expect(wednesday).toBe("Costs Wednesday's Endurance: the missed session takes its place. Nothing is made up.");
    expect(thursday).toBe("Costs a rest day: Thu 10 Dec takes it. Nothing is made up.");
  });

  it("remembers the day on which it first stood", () => {
    const plan = small();
    const key = plan.file.training_plan.weekly_plan[0]?.workouts.find(({ role }) => role === "key");
    if (key === undefined) throw new Error("no key session");
    key.original_date = dayOf(0);
    expect(missed(plan, [1])[0]?.edit.days.get(dayOf(2))?.workouts[0]?.original_date).toBe(dayOf(0));
  });
});

describe("what is left out", () => {
  it.each<readonly [string, readonly number[], readonly number[], string]>([
    ["an easy ride", [2], [2], "Costs nothing that has to be made up: the days ahead stay as they are."],
    ["a key session", [1], [1], "Costs Sweet spot. Nothing is made up, and the days ahead stay as they are."],
    [
      "of a week each day with a ride",
      [0, 1, 2, 3, 4, 5, 6],
      [1, 2, 5, 6],
      "Costs Sweet spot, Endurance, Long ride, Endurance. Nothing is made up, and the days ahead stay as they are.",
    ],
    [
      "of two days the one with a ride",
      [0, 1],
      [1],
      "Costs Sweet spot. Nothing is made up, and the days ahead stay as they are.",
    ],
  ])("%s", (_name, days, meant, costs) => {
    const way = missed(small(), days).at(-1);
    const dates = meant.map(dayOf);
    expect(way?.intent).toEqual({ kind: "missed", dates });
    expect(way && notedIn(way.edit)).toEqual(dates.map((date) => `${date.slice(5)} missed`));
    expect(way?.costs).toBe(costs);
    expect(way && daysOf(outcome(way.edit))).toEqual([]);
  });

  it.each<readonly [string, readonly number[], Partial<ChangeStart>, string]>([
    ["days that all hold none", [0, 3], {}, "Mon 7 Dec holds no ride."],
    ["a day of rest alone", [3], {}, "Thu 10 Dec holds no ride."],
    ["one of several that is to come", [1, 2], { today: dayOf(1) }, "Wed 9 Dec is still to come."],
    [
      "one of several that is done",
      [1, 2],
      { done: new Set<CalendarDate>([dayOf(2)]) },
      "Wed 9 Dec is noted as ridden.",
    ],
  ])("is refused: %s", (_name, days, start, says) => {
    expect(() => missed(small(), days, start)).toThrow(says);
  });
});
