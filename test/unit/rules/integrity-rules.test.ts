import { describe, expect, it } from "vitest";
import { addDays } from "../../../src/base/calendar.ts";
import type { TrainingPlan } from "../../../src/plan/schema.ts";
import { INTEGRITY_RULES } from "../../../src/rules/integrity-rules.ts";
import { planView } from "../../../src/rules/view.ts";
import type { SegmentJson, Workout } from "../../../src/workout/schema.ts";
import { aPlan, MONDAY, steady } from "../../support/a-plan.ts";
import { aPlanEvent, foundBy } from "./a-view.ts";
import type { Change } from "./rule-case.ts";

/** What a rule finds in a valid plan of four weeks with one thing changed; its second workout is Tuesday's intervals. */
function found(id: string, change: Change) {
  const plan = structuredClone(aPlan().training_plan);
  change(plan);
  return foundBy(INTEGRITY_RULES, id, planView(plan));
}
const said = (id: string, change: Change) => found(id, change).map(({ message }) => message);

function weekOf(plan: TrainingPlan, number: number) {
  const week = plan.weekly_plan[number - 1];
  if (week === undefined) throw new Error(`no week ${number}`);
  return week;
}
function session(plan: TrainingPlan): Workout {
  const workout = weekOf(plan, 2).workouts[1];
  if (workout === undefined) throw new Error("no Tuesday");
  return workout;
}

it("finds nothing in a plan that says what it is", () => {
  for (const { id } of INTEGRITY_RULES) expect(said(id, () => undefined)).toEqual([]);
});

describe("the dates (rule 42)", () => {
  it.each<readonly [string, Change, readonly object[]]>([
    [
      "another number of weeks",
      (plan) => (plan.plan_metadata.total_weeks = 5),
      [{ message: "the plan says 5 weeks and holds 4", numbers: { said: 5, held: 4 } }],
    ],
    [
      "another last day",
      (plan) => (plan.plan_metadata.end_date = "2027-01-04"),
      [{ message: "the plan says that it ends on 2027-01-04, its weeks end on 2027-01-03" }],
    ],
    [
      "another number of a week",
      (plan) => (weekOf(plan, 2).week_number = 3),
      [{ week: 2, message: "week 3 starting 2026-12-14 stands in place 2", numbers: { number: 3, place: 2 } }],
    ],
    [
      "a Sunday after the next Monday",
      (plan) => weekOf(plan, 2).workouts.unshift(...weekOf(plan, 2).workouts.splice(6)),
      [{ week: 2, message: "Monday stands after Sunday", numbers: { place: 2 } }],
    ],
    [
      "a day that is missing",
      (plan) => weekOf(plan, 3).workouts.splice(2, 1),
      [{ week: 3, message: "Wednesday is missing", numbers: { weekday: 3 } }],
    ],
    [
      "a date that is not the weekday's",
      (plan) => (session(plan).date = "2026-12-16"),
      [{ week: 2, date: "2026-12-16", message: "Tuesday has the date 2026-12-16" }],
    ],
    [
      "an event in the week before the last",
      (plan) => (plan.plan_metadata.event = aPlanEvent({ date: "2026-12-27" })),
      [{ message: "the event on 2026-12-27 is not in the last week" }],
    ],
    ["an event in the last week", (plan) => (plan.plan_metadata.event = aPlanEvent({ date: "2026-12-28" })), []],
    [
      "an event of days that ends in the last week",
      (plan) => (plan.plan_metadata.event = aPlanEvent({ date: "2026-12-27", days: 2 })),
      [],
    ],
  ])("%s", (_name, change, findings) => {
    const all = found("dates", change);
    expect(all).toHaveLength(findings.length);
    expect(all).toMatchObject(findings);
  });

  it("a start that is no Monday, and a week that does not begin where the last one ended", () => {
    expect(said("dates", (plan) => (plan.plan_metadata.start_date = addDays(MONDAY, 1)))).toContain(
      "the plan starts on a Tuesday",
    );
    expect(said("dates", (plan) => (weekOf(plan, 2).start_date = addDays(MONDAY, 8)))).toContain(
      "week 2 starting 2026-12-15 stands in place 2",
    );
  });
});

describe("loads, minutes and sums (rule 4)", () => {
  it.each<readonly [string, Change, readonly RegExp[]]>([
    ["half a point of load", (plan) => (session(plan).tss += 0.5), [/^planned hours and load/]],
    [
      "more of it",
      (plan) => (session(plan).tss += 0.6),
      [/^"Sweet spot 3 x 15" says load [\d.]+, its segments give [\d.]+$/, /^planned hours and load/],
    ],
    ["less of it", (plan) => (session(plan).tss -= 0.6), [/says load/, /^planned hours/]],
    ["half a second of time", (plan) => (session(plan).duration_min += 0.5 / 60), []],
    [
      "a second",
      (plan) => (session(plan).duration_min += 1 / 60),
      [/^"Sweet spot 3 x 15" says [\d.]+ min, its segments last 80$/],
    ],
    ["a week's load in rounding", (plan) => (weekOf(plan, 2).planned_tss += 0.05), []],
    [
      "a week's load",
      (plan) => (weekOf(plan, 2).planned_tss += 0.1),
      [/^planned hours and load are 3\.\d+ and [\d.]+, the workouts add up to 3\.33 and [\d.]+$/],
    ],
    ["a week's hours in rounding", (plan) => (weekOf(plan, 2).planned_hours += 0.005), []],
    ["a week's hours", (plan) => (weekOf(plan, 2).planned_hours -= 0.01), [/^planned hours and load/]],
    // 200 minutes are ridden: a fifth either way and a minute.
    ["a fifth more asked", (plan) => (weekOf(plan, 2).target_hours = 251 / 60), []],
    [
      "more asked",
      (plan) => (weekOf(plan, 2).target_hours = 252 / 60),
      [/^4\.2 h asked, the workouts are 3\.33 h, 20 % either way allowed$/],
    ],
    ["a fifth less asked", (plan) => (weekOf(plan, 2).target_hours = 166 / 60), []],
    ["less asked", (plan) => (weekOf(plan, 2).target_hours = 165 / 60), [/^2\.75 h asked/]],
  ])("%s", (_name, change, messages) => {
    expect(said("load-figures", change)).toEqual(messages.map((one) => expect.stringMatching(one) as string));
  });

  it("says what was said and what is so", () => {
    const [time] = found("load-figures", (plan) => (session(plan).duration_min = 81));
    expect(time).toMatchObject({ week: 2, date: "2026-12-15", numbers: { said: 81, held: 80 } });
    const [load] = found("load-figures", (plan) => (session(plan).tss = 200));
    const { tss } = session(structuredClone(aPlan().training_plan));
    expect(load?.numbers).toEqual({ said: 200, simulated: tss });
    const [hours] = found("load-figures", (plan) => (weekOf(plan, 2).target_hours = 6));
    expect(hours?.numbers).toEqual({ target_hours: 6, sum_hours: 3.33 });
    const [sums] = found("load-figures", (plan) => (weekOf(plan, 2).planned_tss = 7));
    expect(sums?.numbers.planned_tss).toBe(7);
    expect(sums?.numbers.sum_tss).toBeGreaterThan(tss);
  });
});

describe("whole seconds and percents (rule 40)", () => {
  const interval = (change: { work?: number; rest?: number; power?: number; restPower?: number }): SegmentJson => ({
    type: "interval",
    sets: 2,
    work: { duration_min: change.work ?? 5, power_low_pct: change.power ?? 95, power_high_pct: 97 },
    recovery: { duration_min: change.rest ?? 3, power_low_pct: change.restPower ?? 50, power_high_pct: 55 },
    description: "",
  });
  const ramp = (from: number, to: number): SegmentJson => ({
    type: "ramp",
    duration_min: 5,
    power_start_pct: from,
    power_end_pct: to,
    description: "",
  });
  const free = (minutes: number): SegmentJson => ({ type: "free", duration_min: minutes, description: "" });
  const odd = /^"Sweet spot 3 x 15" has a step that is no whole second or percent$/;
  it.each<readonly [string, SegmentJson, RegExp | undefined]>([
    ["a step of whole minutes", steady(30, 65), undefined],
    ["a step of 30 s", steady(0.5, 65), undefined],
    ["a step of half a second", steady(1 / 120, 65), odd],
    ["half a percent", steady(30, 65.5), odd],
    ["a free ride", free(30), undefined],
    ["a free ride of half a second", free(1 / 120), odd],
    ["a ramp that falls", ramp(90, 50), undefined],
    ["a ramp from half a percent", ramp(50.5, 90), odd],
    ["a ramp to half a percent", ramp(50, 90.5), odd],
    ["intervals", interval({}), undefined],
    ["work of half a second", interval({ work: 1 / 120 }), odd],
    ["rest of half a second", interval({ rest: 1 / 120 }), odd],
    ["work at half a percent", interval({ power: 95.5 }), odd],
    ["rest at half a percent", interval({ restPower: 50.5 }), odd],
    [
      "work whose low power is above its high",
      interval({ power: 98 }),
      /^"Sweet spot 3 x 15" has an interval whose low power is above its high power$/,
    ],
    ["rest whose low power is above its high", interval({ restPower: 56 }), /has an interval whose low/],
    [
      "a step whose low power is above its high",
      { ...steady(30, 65), power_high_pct: 60 } as SegmentJson,
      /has a steady whose low power/,
    ],
    [
      "intervals without a rest",
      { type: "interval", sets: 2, work: { duration_min: 5, power_low_pct: 95, power_high_pct: 95 }, description: "" },
      undefined,
    ],
  ])("%s", (_name, segment, says) => {
    const messages = said("whole-numbers", (plan) => (session(plan).segments = [steady(10, 60), segment]));
    expect(messages).toEqual(says === undefined ? [] : [expect.stringMatching(says)]);
  });

  it("says nothing of the event", () => {
    expect(
      said("whole-numbers", (plan) => Object.assign(session(plan), { role: "event", segments: [steady(30, 65.5)] })),
    ).toEqual([]);
  });
});

describe("the FTP that a plan is made for (rule 39)", () => {
  const model = (expected: number, target: number, warnings?: string[]) => (plan: TrainingPlan) =>
    void Object.assign(plan.plan_metadata, {
      expected_ftp: { low: 266, model: expected, high: 300 },
      target_ftp: target,
      ...(warnings === undefined ? {} : { warnings }),
    });
  it.each<readonly [string, Change, readonly object[]]>([
    [
      "another than the rider's",
      (plan) => (plan.plan_metadata.current_ftp = 270),
      [
        {
          numbers: { plan_ftp: 270, rider_ftp: 265 },
          message: "the plan says that it is made for an FTP of 270 W, the rider's is 265 W",
        },
      ],
    ],
    [
      "none",
      (plan) => delete plan.plan_metadata.current_ftp,
      [
        {
          numbers: { plan_ftp: 0, rider_ftp: 265 },
          message: "the plan says that it is made for an FTP of no W, the rider's is 265 W",
        },
      ],
    ],
    [
      "one, and the rider has none",
      (plan) => delete plan.athlete_profile.ftp,
      [{ numbers: { plan_ftp: 265, rider_ftp: 0 } }],
    ],
    ["none at all", (plan) => (delete plan.plan_metadata.current_ftp, delete plan.athlete_profile.ftp), []],
    // One and a half of the gain that is expected, and a watt: 265 + 30 + 1.
    ["a bold target", model(285, 296), []],
    [
      "a target that is too bold",
      model(285, 297),
      [{ message: "a target of 297 W with 285 W expected, and no warning", numbers: { target: 297, expected: 285 } }],
    ],
    ["the same with a warning", model(285, 297, ["Your target FTP is bold."]), []],
    [
      "the same with another warning",
      model(285, 297, ["Something else."]),
      [{ numbers: { target: 297, expected: 285 } }],
    ],
    ["no target", (plan) => (model(285, 400)(plan), delete plan.plan_metadata.target_ftp), []],
  ])("%s", (_name, change, findings) => {
    const all = found("target-ftp", change);
    expect(all).toHaveLength(findings.length);
    expect(all).toMatchObject(findings);
  });
});
