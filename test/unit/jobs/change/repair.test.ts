import { describe, expect, it } from "vitest";
import { newFindings, verdictOf } from "../../../../src/jobs/change/check.ts";
import { stateOn, withAsked, withDay, withLived, type Edit } from "../../../../src/jobs/change/edit.ts";
import { repaired } from "../../../../src/jobs/change/repair.ts";
import { chosen, costsInAll, way } from "../../../../src/jobs/change/way.ts";
import { daysOf, proposed } from "./a-living-plan.ts";
import { dayOf, editOf, notedIn, outcome, smallPlan, weekOfWords } from "./a-small-plan.ts";

const LOAD = "rest, easy 60, easy 60, rest, rest, long 120, easy 60";
const LIGHT = "rest, easy 60, easy 45, rest, rest, easy 60, rest";
/** Four weeks of which the second is changed: Monday is day 7. */
const plan = (second = LOAD, change: Parameters<typeof smallPlan>[1] = {}): ReturnType<typeof smallPlan> =>
  smallPlan(
    [
      ...[LOAD, second, LOAD].map((days, i) => weekOfWords(i + 1, days)),
      weekOfWords(4, LIGHT, { week_type: "recovery" }),
    ],
    { dayMinutes: 300, ...change, profile: { weekly_hours_available: 6, ...change.profile } },
  );

/** The second week with other sessions on some of its days. */
function withSessions(edit: Edit, days: Readonly<Record<number, string>>): Edit {
  let next = edit;
  for (const [day, words] of Object.entries(days).map(([key, text]) => [Number(key), text] as const)) {
    const row = Array.from({ length: 7 }, (_, i) => (i + 7 === day ? words : "rest")).join(", ");
    const workouts = weekOfWords(2, row).workouts.filter(({ date }) => date === dayOf(day));
    next = withDay(next, dayOf(day), { ...stateOn(next, dayOf(day)), workouts });
  }
  return next;
}

interface Case {
  readonly days: Readonly<Record<number, string>>;
  readonly asked?: readonly number[];
  readonly start?: Parameters<typeof editOf>[1];
  readonly on?: ReturnType<typeof smallPlan>;
}
const broken = ({ days, asked = [], start = {}, on = plan() }: Case): Edit =>
  withAsked(withSessions(editOf(on, start), days), asked.map(dayOf));
/** What mending changes beyond the change itself, and the rules that still stand against it. */
function mendedDays(one: Case): { days: string[]; noted: string[]; rules: string[] } {
  const edit = broken(one);
  const { edit: after, findings } = repaired(edit);
  const before = new Set(daysOf(outcome(edit)));
  const days = daysOf(outcome(after)).filter((day) => !before.has(day));
  return {
    days: days.map((day) => day.slice("2026-12-".length)),
    noted: notedIn(after),
    rules: findings.map(({ rule }) => rule),
  };
}

describe("hard days that stand too near, or are too many", () => {
  const TWO = { 8: "key 30", 9: "key 30" };
  it.each<readonly [string, Case, readonly string[]]>([
    ["the later of two becomes easy", { days: TWO }, ["16: easy 60 -> easy 30"]],
    ["or the earlier, where the rider named the later", { days: TWO, asked: [9] }, ["15: easy 60 -> easy 30"]],
    [
      "of too many in a week the first becomes easy",
      { days: { 8: "key 30", 10: "key 30", 12: "key 30" } },
      ["15: easy 60 -> easy 30"],
    ],
    [
      "or the next that was not named",
      { days: { 8: "key 30", 10: "key 30", 12: "key 30" }, asked: [8] },
      ["17: rest -> easy 30"],
    ],
    [
      "a test stays where another hard ride is in reach",
      { days: { 8: "test 30", 10: "key 30", 12: "key 30" } },
      ["17: rest -> easy 30"],
    ],
    [
      "and gives way where none is",
      { days: { 8: "key 30", 10: "key 30", 12: "test 30" }, asked: [8, 10] },
      ["19: long 120 -> easy 30"],
    ],
    ["a session that is too much for anyone becomes easy", { days: { 12: "key 90" } }, ["19: long 120 -> easy 90"]],
  ])("%s, and nothing else changes", (_name, one, days) => {
    const found = mendedDays(one);
    expect([found.rules, found.days]).toEqual([[], days]);
    expect(found.noted).toEqual(days.map((day) => `12-${day.slice(0, 2)} changed`));
  });

  it.each<readonly [string, Case]>([
    ["both were named", { days: TWO, asked: [8, 9] }],
    ["the other one is done", { days: TWO, asked: [9], start: { today: dayOf(8), done: new Set([dayOf(8)]) } }],
    ["the other one is past", { days: TWO, asked: [9], start: { today: dayOf(9) } }],
  ])("stand where %s: the week does not become empty for it", (_name, one) => {
    expect(mendedDays(one)).toEqual({ days: [], noted: [], rules: ["hard-day-spacing"] });
  });

  it("leave a hard day alone that stands as far off as it should", () => {
    const on = smallPlan(
      [LOAD.replace(/easy 60$/, "key 30"), LOAD, LOAD].map((week, i) => weekOfWords(i + 1, week)),
      { dayMinutes: 300, profile: { weekly_hours_available: 6 } },
    );
    expect(mendedDays({ on, days: TWO, asked: [8, 9] })).toEqual({ days: [], noted: [], rules: ["hard-day-spacing"] });
  });

  it("leave an easy week whole when a session is moved next to another", () => {
    const change = proposed({ kind: "move", from: "2027-01-23", to: "2027-01-21" });
    expect(daysOf(change)).toEqual([
      "2027-01-20: key 65 -> easy 65",
      "2027-01-21: easy 50 and strength -> key 65",
      "2027-01-23: key 65 -> easy 50",
    ]);
    expect(change.costs).toMatch(
      /change places\. The strength of Sat 23 Jan is left out\. 1 other ride changes too, so that every limit holds\.$/,
    );
    expect(verdictOf(change.after).hard).toEqual([]);
  });
});

describe("too much riding in a week", () => {
  const much = { 8: "easy 80", 9: "easy 85", 13: "easy 80" };
  it("makes the easy ride with the most to give shorter, a quarter of an hour at a time", () => {
    // 365 of 360 minutes: the long ride has an hour above its least, the others 40 minutes and less.
    expect(mendedDays({ days: much })).toEqual({
      days: ["19: long 120 -> long 105"],
      noted: ["12-19 changed"],
      rules: [],
    });
    expect(mendedDays({ days: much, asked: [12] }).days).toEqual(["16: easy 60 -> easy 70"]);
  });

  it("says why on what it changes", () => {
    const { edit } = repaired(broken({ days: much }));
    expect(stateOn(edit, dayOf(12))?.workouts[0]?.why).toEqual([
      { id: "weekly-ceiling", text: "eased, so that the week keeps its limits after the change" },
    ]);
  });

  it("then leaves out the shortest, as long as easy rides have no more to give; never what was named", () => {
    const on = plan("rest, easy 45, easy 45, key 30, rest, long 60, easy 45", {
      profile: { weekly_hours_available: 4 },
    });
    // 285 of 240 minutes: half an hour less is not enough, the next shortest goes as well.
    expect(mendedDays({ on, days: { 11: "long 60" }, asked: [11] })).toEqual({
      days: ["15: easy 45 -> rest", "17: key 30 -> rest"],
      noted: ["12-15 changed", "12-17 changed"],
      rules: [],
    });
  });

  it("keeps what was said of a day beside the change", () => {
    const edit = withLived(broken({ days: much }), [chosen(dayOf(12), "more")]);
    expect(notedIn(repaired(edit).edit)).toEqual(["12-19 more"]);
    const other = withLived(broken({ days: much }), [chosen(dayOf(8), "more")]);
    expect(notedIn(repaired(other).edit)).toEqual(["12-15 more", "12-19 changed"]);
  });

  it("stands where nothing is left to give", () => {
    const one = { days: much, asked: [8, 9, 12, 13] };
    expect(mendedDays(one)).toEqual({ days: [], noted: [], rules: ["weekly-ceiling"] });
    expect(repaired(broken(one)).findings[0]?.week).toBe(2);
  });
});

describe("strength that comes too near to a ride", () => {
  const days = { 11: "easy 30 + strength 40" };
  it("is left out, and the ride stays, in both files; also where the day was named", () => {
    for (const asked of [[], [11]]) expect(mendedDays({ days, asked }).days).toEqual(["18: rest -> easy 30"]);
    const state = (on: ReturnType<typeof smallPlan>): unknown => {
      const start = withSessions(editOf(on), days);
      const day = stateOn(start, dayOf(11));
      const asked = day?.training_day && {
        ...day.training_day,
        workout_types: ["endurance" as const, "strength" as const],
        strength_minutes: 40,
      };
      const next =
        day &&
        withDay(start, dayOf(11), asked === undefined ? { workouts: day.workouts } : { ...day, training_day: asked });
      return next && stateOn(repaired(next).edit, dayOf(11));
    };
    expect(state(plan())).toMatchObject({
      workouts: [{ duration_min: 30 }],
      training_day: { workout_types: ["endurance"] },
    });
    expect(state(plan())).not.toHaveProperty("training_day.strength_minutes");
    expect(state(smallPlan([LOAD, LOAD].map((week, i) => weekOfWords(i + 1, week))))).toEqual({
      workouts: [expect.objectContaining({ duration_min: 30 })],
    });
  });

  it("leaves a day of rest where it stood alone, and stays where the day is done", () => {
    expect(mendedDays({ days: { 11: "strength 40" } }).days).toEqual(["18: rest -> rest"]);
    const done = { days, start: { done: new Set([dayOf(11)]) } };
    expect(mendedDays(done).days).not.toContain("18: rest -> easy 30");
  });
});

it("leaves a change that breaks nothing as it is", () => {
  const edit = broken({ days: { 8: "easy 50" } });
  expect(newFindings(edit)).toEqual([]);
  expect(repaired(edit)).toEqual({ edit, findings: [] });
  expect(repaired(edit).edit).toBe(edit);
});

describe("what a change costs once it is mended", () => {
  const before = editOf(plan());
  const asked = withSessions(before, { 8: "key 30", 9: "key 30" });
  it.each<readonly [string, string, Readonly<Record<number, string>>, string]>([
    ["what it said, where nothing else changes", "Costs nothing: A moves.", {}, "Costs nothing: A moves."],
    ["and also what was named and mended", "Costs a ride.", { 9: "easy 30" }, "Costs a ride."],
    [
      "one ride more",
      "Costs a ride.",
      { 12: "long 90" },
      "Costs a ride. 1 other ride changes too, so that every limit holds.",
    ],
    [
      "some rides more, and then it is not nothing",
      "Costs nothing: A moves.",
      { 12: "long 90", 13: "easy 45" },
      "A moves. 2 other rides change too, so that every limit holds.",
    ],
  ])("%s", (_name, costs, also, says) => {
    expect(costsInAll(way(asked, costs), before, withSessions(asked, also))).toBe(says);
  });
});
