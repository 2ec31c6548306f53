import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../../../src/base/calendar.ts";
import { PlanError } from "../../../../src/base/errors.ts";
import { newFindings, verdictOf } from "../../../../src/jobs/change/check.ts";
import {
  changedDates,
  datesIn,
  stateOn,
  swapped,
  withDay,
  withLived,
  type ChangeStart,
} from "../../../../src/jobs/change/edit.ts";
import type { LivingPlan } from "../../../../src/jobs/change/living.ts";
import { proposeChange, type Proposal } from "../../../../src/jobs/change/propose.ts";
import { chosen } from "../../../../src/jobs/change/way.ts";
import { waysFor } from "../../../../src/jobs/change/ways.ts";
import type { Intent } from "../../../../src/plan/change-schema.ts";
import type { LivedDay } from "../../../../src/plan/schema.ts";
import { daysOf, made, proposed, reasonsOf, startOn } from "./a-living-plan.ts";
import { dayOf, editOf, notedIn, smallPlan, weekOfWords } from "./a-small-plan.ts";

const LOAD = "rest, easy 60, easy 60, rest, rest, long 120, easy 60";
const plan = (first = LOAD, change: Parameters<typeof smallPlan>[1] = {}): LivingPlan =>
  smallPlan(
    [
      ...[first, LOAD, LOAD].map((days, i) => weekOfWords(i + 1, days)),
      weekOfWords(4, "rest, easy 60, easy 45, rest, rest, easy 60, rest", { week_type: "recovery" }),
    ],
    { dayMinutes: 300, ...change, profile: { weekly_hours_available: 6, ...change.profile } },
  );
const change = (on: LivingPlan, intents: readonly Intent[], start: Partial<ChangeStart> = {}, choice = 0): Proposal =>
  proposeChange(startOn({ plan: on, today: dayOf(0), task: undefined, ...start }), intents, choice);
function refusalOf(act: () => unknown): PlanError {
  try {
    act();
  } catch (error) {
    if (error instanceof PlanError) return error;
  }
  throw new Error("not refused");
}

describe("what cannot be done within the rules", () => {
  const kept = Array.from({ length: 6 }, (_, i) => dayOf(i + 7));
  const full = { metadata: { kept_days: kept }, profile: { weekly_hours_available: 5.5 } };
  it.each<readonly [string, () => unknown, string]>([
    [
      "with its day",
      () => proposed({ kind: "move", from: "2027-01-17", to: "2027-01-18" }),
      "day-minutes, 2027-01-18: 3 h 45 on a day of 1 h 30.",
    ],
    [
      "with its week",
      () => change(plan(LOAD, full), [{ kind: "move", from: dayOf(5), to: dayOf(13) }]),
      "weekly-ceiling, week 2: 6 h in a week of at most 5 h 30.",
    ],
  ])("names the rule that stands against it %s", (_name, act, says) => {
    const error = refusalOf(act);
    expect(error.message).toBe(`That cannot be done within the rules: ${says}`);
    expect(error.code).toBe("NOT_FEASIBLE");
    expect(error.hint).toBe("Choose another day, or fewer minutes. Nothing was changed.");
    expect(error.details).toMatchObject({ findings: [{ severity: "hard" }] });
  });
});

describe("several ways", () => {
  const key = "rest, key 30, rest, rest, rest, long 120, easy 60";
  const missed: Intent = { kind: "missed", dates: [dayOf(1)] };

  it("are two at most, however many there are", () => {
    const one = change(plan(key), [missed], { today: dayOf(1) });
    expect(one.others).toEqual(["it moves to Thu 10 Dec"]);
    expect(daysOf(one)).toEqual(["2026-12-09: rest -> key 30"]);
    expect(change(plan(key), [missed], { today: dayOf(1) }, 1).others).toEqual(["it moves to Wed 9 Dec"]);
  });

  it("are not shown of a change that is one of two", () => {
    const both = change(plan(key), [{ kind: "keep", date: dayOf(6) }, missed], { today: dayOf(1) });
    expect(both.others).toEqual([]);
  });

  it("are refused of a number that is not there", () => {
    const error = refusalOf(() => change(plan(key), [missed], { today: dayOf(1) }, 2));
    expect([error.code, error.message, error.hint]).toEqual([
      "INPUT_INVALID",
      "There is no way 3: that can be done in 2 ways.",
      "Leave --way out for the first.",
    ]);
  });
});

it("after the plan's end takes what looks back alone, and nothing beside it", () => {
  const start = { today: dayOf(28) };
  const missed: Intent = { kind: "missed", dates: [dayOf(22)] };
  expect(change(plan(), [missed], start).costs).toMatch(/^Costs nothing that has to be made up/);
  const error = refusalOf(() => change(plan(), [missed, { kind: "keep", date: dayOf(26) }], start));
  expect([error.code, error.hint]).toEqual([
    "INPUT_INVALID",
    "Make the next one; your numbers and fitness carry over: cycling-plan generate --after a-plan.",
  ]);
});

describe("what a change brings, and what was there before it", () => {
  it("is held apart by week and day", () => {
    // 420 minutes in the first week, of 360, before the change; 390 in the second, after it.
    const on = plan("easy 60, easy 60, easy 60, rest, easy 60, long 120, easy 60");
    const edit = editOf(on);
    expect(newFindings(edit)).toEqual([]);
    const friday = swapped(edit, dayOf(4), dayOf(11));
    const rules = friday && newFindings(friday).filter(({ rule }) => rule === "weekly-ceiling");
    expect(rules?.map(({ week }) => week)).toEqual([]);
    const longer = swapped(edit, dayOf(5), dayOf(11));
    expect(longer && newFindings(longer).map(({ rule, week }) => `${rule} ${week}`)).toContain("weekly-ceiling 2");
    expect(longer && newFindings(longer).map(({ rule, week }) => `${rule} ${week}`)).not.toContain("weekly-ceiling 1");
  });

  it("is held apart by day within a week", () => {
    // An hour above threshold on Tuesday, before the change; on Thursday, after it.
    const on = plan("rest, key 60, rest, easy 60, rest, long 120, easy 60");
    const edit = editOf(on);
    const thursday = stateOn(editOf(plan("rest, easy 60, rest, key 60, rest, long 120, easy 60")), dayOf(3));
    const added = thursday && newFindings(withDay(edit, dayOf(3), thursday));
    expect(added?.filter(({ rule }) => rule === "feasible-efforts").map(({ date }) => date)).toEqual([dayOf(3)]);
  });

  it("is in what the plan says of itself: readiness and scores follow, and waivers stay", () => {
    const { after } = proposed({ kind: "off", from: "2027-02-01", to: "2027-02-21" });
    const [was, is] = [made.file.training_plan.plan_metadata, after.file.training_plan.plan_metadata];
    expect(is.readiness).toBeDefined();
    expect(is.readiness).not.toEqual(was.readiness);
    expect(is.scores).toBeDefined();
    expect(is.scores).not.toEqual(was.scores);
    expect(is.waivers?.length).toBeGreaterThan(0);
    expect(is.waivers).toEqual(verdictOf(after).waivers);
    expect([is.start_date, is.current_ftp, is.changed_on]).toEqual([was.start_date, was.current_ftp, "2027-01-14"]);
  });
});

describe("what is noted of days", () => {
  const edit = editOf(plan("rest, fixed 60 + strength 40, easy 60, rest, rest, long 120, easy 60"));
  const noted = (...days: LivedDay[][]): string[] => notedIn(days.reduce((next, one) => withLived(next, one), edit));
  it.each<readonly [string, LivedDay[][], readonly string[]]>([
    ["nothing", [[]], []],
    ["in order of time", [[chosen(dayOf(3)), chosen(dayOf(2), "off")]], ["12-09 off", "12-10 changed"]],
    ["as it was said last", [[chosen(dayOf(2), "more")], [chosen(dayOf(2))]], ["12-09 changed"]],
    ["beside other days", [[chosen(dayOf(4))], [chosen(dayOf(2))]], ["12-09 changed", "12-11 changed"]],
    ["a ride that was let go stays so", [[chosen(dayOf(2), "dropped")], [chosen(dayOf(2))]], ["12-09 dropped"]],
    ["and so does one that fell to an illness", [[chosen(dayOf(2), "ill")], [chosen(dayOf(2))]], ["12-09 dropped"]],
    ["until more is said of it", [[chosen(dayOf(2), "dropped")], [chosen(dayOf(2), "off")]], ["12-09 off"]],
    ["or it stands there again", [[chosen(dayOf(1), "dropped")], [chosen(dayOf(1))]], ["12-08 changed"]],
    [
      "of one day says nothing of another",
      [[chosen(dayOf(3), "dropped")], [chosen(dayOf(2))]],
      ["12-09 changed", "12-10 dropped"],
    ],
  ])("%s", (_name, days, is) => {
    expect(noted(...days)).toEqual(is);
  });
});

it("takes of a range the days that the plan has", () => {
  const edit = editOf(plan());
  expect(datesIn(edit, "2026-12-01", dayOf(1))).toEqual([dayOf(0), dayOf(1)]);
  expect(datesIn(edit, dayOf(27), "2027-02-01")).toEqual([dayOf(27)]);
  expect(datesIn(edit, dayOf(2), dayOf(2))).toEqual([dayOf(2)]);
  expect(datesIn(edit, dayOf(3), dayOf(2))).toEqual([]);
});

it("changes no places with a day outside the plan", () => {
  const edit = editOf(plan());
  expect(swapped(edit, dayOf(1), dayOf(40))).toBeUndefined();
  expect(swapped(edit, dayOf(40), dayOf(1))).toBeUndefined();
  const there = swapped(edit, dayOf(1), dayOf(2));
  expect(there && changedDates(edit, there)).toEqual([dayOf(1), dayOf(2)]);
  const back = there && swapped(there, dayOf(1), dayOf(2));
  expect(back && changedDates(there, back)).toHaveLength(2);
});

describe("one ride or some days", () => {
  it("makes a key session that has no lower step easy, and leaves one that has no higher as it is", () => {
    const on = plan("rest, key 60, rest, rest, rest, long 120, easy 60");
    const [, ride] = on.file.training_plan.weekly_plan[0]?.workouts ?? [];
    if (ride === undefined) throw new Error("no key session");
    const both = (level: number): string[][] => {
      ride.level = level;
      return (["easier", "harder"] as const).map((kind) => {
        const [one] = waysFor(editOf(on), { kind, from: dayOf(0), to: dayOf(6) });
        const is = one && stateOn(one.edit, dayOf(1))?.workouts[0];
        return [one?.costs ?? "", `${is?.role} ${is?.duration_min}`, is?.why?.[0]?.id ?? ""];
      });
    };
    expect(both(1)[0]).toEqual(["Changes 1 key session by one step down; no minute changes.", "easy 60", "easier"]);
    expect(both(10)[1]?.[0]).toBe("Changes nothing: no key session in those days has such a step.");
  });

  it.each([
    ["easier", "a step down, as you asked on Thu 14 Jan"],
    ["harder", "a step up, as you asked on Thu 14 Jan"],
  ] as const)("says why it is %s", (kind, says) => {
    const days = proposed({ kind, from: "2027-01-16", to: "2027-01-20" });
    expect(reasonsOf(days)).toEqual([says]);
    expect(days.effect.days[0]?.after.workouts[0]?.why?.[0]?.id).toBe(kind);
  });

  it("that is shortened is asked for: no rule changes that day again", () => {
    const [one] = waysFor(editOf(plan()), { kind: "shorten", date: dayOf(1), minutes: 45 });
    expect(one?.edit.asked).toEqual(new Set([dayOf(1)]));
  });

  it("takes strength alone off as well, and begins with today", () => {
    const on = plan("strength 40, easy 60, rest, rest, rest, long 120, easy 60");
    const [one] = waysFor(editOf(on), { kind: "off", from: dayOf(0), to: dayOf(1) });
    expect(one?.costs).toBe("Costs 2 rides. Nothing is made up.");
    expect(one?.edit.profile.unavailable).toEqual([{ from: dayOf(0), to: dayOf(1) }]);
  });
});

it.each<readonly [string, Partial<ChangeStart>, string]>([
  ["is past", { today: dayOf(2) }, "Only days from today on can change."],
  ["is done", { done: new Set([dayOf(1)]) }, "Only days from today on can change."],
  ["is kept as it stands", {}, `Let it change again first: cycling-plan change free ${dayOf(1)}.`],
])("says of a day that %s what can be done", (_name, start, hint) => {
  const on = plan(LOAD, { metadata: { kept_days: [dayOf(1)] } });
  expect(refusalOf(() => change(on, [{ kind: "drop", date: dayOf(1) }], start)).hint).toBe(hint);
});

describe("numbers", () => {
  it.each([50, 600])("take %s W", (watts) => {
    expect(proposed({ kind: "ftp", watts }).after.file.training_plan.plan_metadata.current_ftp).toBe(watts);
  });

  it("say that nothing changes with the same FTP, and expect nothing that was not expected", () => {
    const [one] = waysFor(editOf(plan()), { kind: "ftp", watts: 265 });
    expect(one?.costs).toBe("From today your watts change by 0 %. No day and no minute does.");
    expect(one?.edit.metadata).not.toHaveProperty("expected_ftp");
  });

  it.each(["current_ftp", "target_ftp"] as const)("are none of a plan that is ridden without power: no %s", (field) => {
    const on = plan(LOAD, { metadata: { [field]: undefined } });
    expect(() => waysFor(editOf(on), { kind: "ftp", watts: 265 })).toThrow(
      "This plan is ridden without power: it holds no watts to change.",
    );
  });

  it("name each kept day once, in order of time, and free one alone", () => {
    const on = plan(LOAD, { metadata: { kept_days: [dayOf(2), dayOf(5)] } });
    const kept = (kind: "keep" | "free", day: number): unknown =>
      waysFor(editOf(on), { kind, date: dayOf(day) })[0]?.edit.metadata.kept_days;
    expect(kept("keep", 1)).toEqual([dayOf(1), dayOf(2), dayOf(5)]);
    expect(kept("keep", 2)).toEqual([dayOf(2), dayOf(5)]);
    expect(kept("free", 2)).toEqual([dayOf(5)]);
    expect(kept("free", 3)).toEqual([dayOf(2), dayOf(5)]);
  });
});

describe("a list of a plan that is full", () => {
  it("takes no more: what could not be read back is not proposed", () => {
    const on = structuredClone(made);
    const off = (from: CalendarDate) => ({ from, to: from });
    on.file.training_plan.athlete_profile.unavailable = Array.from({ length: 59 }, () => off("2027-01-04"));
    const next = proposed({ kind: "off", ...off("2027-01-15") }, { plan: on }).after;
    expect(next.file.training_plan.athlete_profile.unavailable).toHaveLength(60);
    const { code, message } = refusalOf(() => proposed({ kind: "off", ...off("2027-01-18") }, { plan: next }));
    expect([code, message]).toEqual(["INPUT_INVALID", expect.stringContaining("unavailable: Too big")]);
  });
});
