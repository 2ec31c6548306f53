import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../../../src/base/calendar.ts";
import { verdictOf } from "../../../../src/jobs/change/check.ts";
import type { LivingPlan } from "../../../../src/jobs/change/living.ts";
import type { Way } from "../../../../src/jobs/change/way.ts";
import { waysFor } from "../../../../src/jobs/change/ways.ts";
import { daysOf, livedOf, proposed, reasonsOf, rideOn } from "./a-living-plan.ts";
import { dayOf, editOf, notedIn, outcome, smallPlan, weekOfWords } from "./a-small-plan.ts";

describe("a ride on another day of a plan of twelve weeks", () => {
  it("moves to a free day with the strength of its own", () => {
    const change = proposed({ kind: "move", from: "2027-01-19", to: "2027-01-18" });
    expect(daysOf(change)).toEqual(["2027-01-18: rest -> easy 70", "2027-01-19: easy 70 -> rest"]);
    expect(livedOf(change)).toEqual(["2027-01-18 changed", "2027-01-19 changed"]);
    const moved = rideOn("2027-01-18", change.after);
    expect(moved).toMatchObject({ weekday: "Monday", original_date: "2027-01-19", id: rideOn("2027-01-19").id });
    expect(change.costs).toMatch(/^Costs nothing: .* moves to Mon 18 Jan, and Tue 19 Jan is free\.$/);
    const back = proposed({ kind: "move", from: "2027-01-18", to: "2027-01-19" }, { plan: change.after });
    expect(rideOn("2027-01-19", back.after)).toEqual(rideOn("2027-01-19"));
  });

  it("changes places with another, and what then stands too near becomes easy", () => {
    const change = proposed({ kind: "move", from: "2027-01-16", to: "2027-01-19" });
    // Hard days on Tuesday and Wednesday: the one that was not named gives way, and the long ride after it.
    expect(daysOf(change)).toEqual([
      "2027-01-16: key 60 -> easy 70",
      "2027-01-17: long 225 -> long 210",
      "2027-01-19: easy 70 -> key 60",
      "2027-01-20: key 65 -> easy 65",
    ]);
    expect(change.costs).toMatch(/^VO2max .* change places\. 2 other rides change too, so that every limit holds\.$/);
    expect(verdictOf(change.after).hard).toEqual([]);
    expect(reasonsOf(change)).toContain("eased, so that the week keeps its limits after the change");
  });
});

/** The ways to move a ride between days of the first week, before the rules are asked. */
const ways = (plan: LivingPlan, from: number, to: number): Way[] =>
  waysFor(editOf(plan), { kind: "move", from: dayOf(from), to: dayOf(to) });
const small = (days: string, dayMinutes?: number | readonly number[]): LivingPlan =>
  smallPlan([weekOfWords(1, days), weekOfWords(2, days)], dayMinutes === undefined ? {} : { dayMinutes });
const changed = ({ edit }: Way): string[] => daysOf(outcome(edit)).map((day) => day.slice("2026-12-".length));
/** Why a day is as it is, in both files. */
const reasonsOn = (date: CalendarDate, way: Way): (string | undefined)[] => {
  const after = outcome(way.edit).effect.days.find((day) => day.date === date)?.after;
  return [after?.workouts[0]?.why, after?.training_day?.why].map((why) => why?.map(({ text }) => text).join());
};

describe("two days that change places", () => {
  it("say of the free one that its ride went, and not what was true of the other", () => {
    const [one, ...others] = ways(small("rest, easy 60, rest, rest, rest, rest, rest", 300), 1, 0);
    if (one === undefined) throw new Error("no way");
    expect([others, changed(one)]).toEqual([[], ["07: rest -> easy 60", "08: easy 60 -> rest"]]);
    expect(reasonsOn(dayOf(1), one)).toEqual(Array(2).fill("the ride moved to Mon 7 Dec, as you asked"));
    expect(notedIn(one.edit)).toEqual(["12-07 changed", "12-08 changed"]);
    expect(one.edit.asked).toEqual(new Set([dayOf(0), dayOf(1)]));
  });

  it("keep their own reasons where both are ridden", () => {
    const plan = small("rest, easy 60, key 80, rest, rest, rest, rest", 300);
    for (const ride of plan.file.training_plan.weekly_plan.flatMap(({ workouts }) => workouts))
      if (ride.type !== "rest") ride.why = [{ id: "own", text: `own of ${ride.date}` }];
    const [one] = ways(plan, 1, 2);
    if (one === undefined) throw new Error("no way");
    expect(changed(one)).toEqual(["08: easy 60 -> key 80", "09: key 80 -> easy 60"]);
    expect(reasonsOn(dayOf(1), one)[0]).toBe("own of 2026-12-09");
    expect(one.costs).toBe("Costs nothing: Endurance and Sweet spot change places.");
  });

  it("take their strength along, and the places of a plan whose sessions have no ids yet", () => {
    const [one] = ways(small("rest, easy 60 + strength 40, rest, rest, rest, rest, rest"), 1, 3);
    const [day, there] = [1, 3].map((at) => one?.edit.days.get(dayOf(at)));
    expect(one && changed(one)).toEqual(["08: easy 60 and strength -> rest", "10: rest -> easy 60 and strength"]);
    expect(there?.workouts.map(({ id, weekday, original_date }) => [id, weekday, original_date])).toEqual([
      ["a-plan-w01d2", "Thursday", dayOf(1)],
      ["a-plan-w01d2-2", "Thursday", dayOf(1)],
    ]);
    expect(day?.workouts.map(({ id, original_date }) => [id, original_date])).toEqual([["a-plan-w01d4", undefined]]);
    expect([day?.training_day, there?.training_day]).toEqual([undefined, undefined]);
  });

  it("know where a ride first stood, however often it moves", () => {
    const once = ways(small("rest, easy 60, rest, rest, rest, rest, rest"), 1, 3)[0]?.edit;
    const twice = once && waysFor(once, { kind: "move", from: dayOf(3), to: dayOf(5) })[0]?.edit;
    expect(twice?.days.get(dayOf(5))?.workouts[0]?.original_date).toBe(dayOf(1));
    const back = twice && waysFor(twice, { kind: "move", from: dayOf(5), to: dayOf(1) })[0]?.edit;
    expect(back?.days.get(dayOf(1))?.workouts[0]).not.toHaveProperty("original_date");
  });
});

describe("a ride that is longer than its new day has minutes", () => {
  const WEEK = "rest, easy 60, rest, rest, rest, long 120, rest";
  const only = (day: number, minutes: number): number[] => [300, 300, 300, 300, 300, 300, 300].with(day, minutes);

  it.each<readonly [string, string, readonly number[] | undefined, readonly (readonly string[])[]]>([
    [
      "has a second way: in what the day has",
      WEEK,
      only(3, 90),
      [
        ["10: rest -> long 120", "12: long 120 -> rest"],
        ["10: rest -> long 90", "12: long 120 -> rest"],
      ],
    ],
    ["has one way where it fits to the minute", WEEK, only(3, 120), [["10: rest -> long 120", "12: long 120 -> rest"]]],
    ["has one way on a day that has no minutes", WEEK, only(3, 0), [["10: rest -> long 120", "12: long 120 -> rest"]]],
    ["has one way where nobody said them", WEEK, undefined, [["10: rest -> long 120", "12: long 120 -> rest"]]],
    [
      "counts the strength beside it",
      WEEK.replace("long 120", "long 120 + strength 40"),
      only(3, 150),
      [
        ["10: rest -> long 120 and strength", "12: long 120 and strength -> rest"],
        ["10: rest -> long 110 and strength", "12: long 120 and strength -> rest"],
      ],
    ],
  ])("%s", (_name, week, minutes, days) => {
    const found = ways(small(week, minutes), 5, 3);
    expect(found.map(changed)).toEqual(days);
    expect(found.slice(1).map(({ name }) => name)).toEqual(days.slice(1).map(() => "in the minutes that the day has"));
  });

  it("says why and what it costs", () => {
    const [, fitting] = ways(small(WEEK, only(3, 90)), 5, 3);
    if (fitting === undefined) throw new Error("no second way");
    expect(reasonsOn(dayOf(3), fitting)).toEqual(Array(2).fill("1 h 30: what this day has"));
    expect(fitting.costs).toBe(
      "Costs nothing: Long ride moves to Thu 10 Dec, and Sat 12 Dec is free. What is too long for its new day becomes shorter.",
    );
  });

  it("is the one that comes back as well", () => {
    const plan = small("rest, easy 60, rest, rest, rest, long 120, rest", only(1, 90));
    expect(ways(plan, 1, 5).map(changed)).toEqual([
      ["08: easy 60 -> long 120", "12: long 120 -> easy 60"],
      ["08: easy 60 -> long 90", "12: long 120 -> easy 60"],
    ]);
  });
});

it("leaves a week's other days to the bytes that they were", () => {
  const { after } = proposed({ kind: "swap", from: "2027-01-19", to: "2027-01-18" });
  for (const date of ["2027-01-20", "2027-01-21", "2027-01-22"] as const)
    expect(rideOn(date, after)).toBe(rideOn(date));
});
