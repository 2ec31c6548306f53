import fc from "fast-check";
import { expect, it } from "vitest";
import { sweepTask } from "../../scripts/sweep/outcome.ts";
import { readBack } from "../../scripts/sweep/written.ts";
import type { PlanRequest } from "../../src/athlete/request.ts";
import { seasonFrame } from "../../src/coach/season-frame.ts";
import { compilePlan } from "../../src/jobs/compile/compile.ts";
import { compileWithModel } from "../../src/jobs/model/compile-with-model.ts";
import { planFileSchema } from "../../src/plan/schema.ts";
import { SWAP_KINDS } from "../../src/plan/swap-schema.ts";
import { fallenScore } from "../../src/rules/scores.ts";
import { overviewAnswer, swapsAnswer, weekOf, weekRides } from "../support/a-coach.ts";
import { aModel } from "../support/a-model.ts";
import { draws } from "../support/draws.ts";
import { requestOf, type Answers } from "../support/draw-request.ts";
import { shipped } from "../unit/library/shipped.ts";
import { mutations } from "./mutations.ts";

const RUNS = draws({ few: 30, many: 2000 });
const WITHIN = 60_000 + RUNS * 1000;

const usual: Answers = {
  ...{ goal: "Improve FTP", level: "intermediate", weeklyHours: 8, weekDays: ["Tuesday", "Thursday", "Saturday", "Sunday"] },
  ...{ weightKg: 70, saysWeight: true, wattsPerKg: 3.5, strength: 0, isInactive: false, tests: true, weeks: 4 },
}; // prettier-ignore

/** A rider as most are; a beginner who was ill or lazy; one with an event, strength and days off. */
const RIDERS: readonly PlanRequest[] = [
  requestOf(usual),
  requestOf({
    ...usual,
    level: "beginner",
    isInactive: true,
    weeklyHours: 5,
    weekDays: ["Wednesday", "Saturday", "Sunday"],
  }),
  requestOf({
    ...usual,
    weeks: 6,
    strength: 1,
    age: 55,
    event: { day: 6, type: "gran_fondo" },
    offs: [{ from: 9, days: 2 }],
  }),
];

const tasks = RIDERS.map((request) => sweepTask(request, "property"));

/** The built-in planner's own overview in the words of a model: the good answer for this rider. */
const goodOverviews = tasks.map((task) => {
  const { overview } = compilePlan(task, shipped);
  const { weekly_overview: weeks } = seasonFrame(overview).own;
  // A model asks for hard days and easy ones: firm work inside easy and long rides is the planner's.
  const roles = overview.weekly_overview.map((week) => week.training_days.map(({ role }) => role));
  return overviewAnswer(
    weeks.map(({ phase, total_hours: hours, training_days: days }, i) => ({
      kind: phase,
      minutes: Math.floor(hours * 60),
      days: days.flatMap(({ weekday, workout_types: types }, k) => {
        const own = types.find((one) => one !== "rest" && one !== "strength");
        const isFirm = roles[i]?.[k] !== "key" && own !== "recovery" && own !== undefined;
        const type = isFirm ? "endurance" : own;
        return type === undefined ? [] : [`${weekday.slice(0, 3).toLowerCase()}:${type}`];
      }),
      focus: "steady work",
    })),
  );
});

/** Which answers are bad: the overview, every week, or all of them. */
const parts = fc.constantFrom("overview", "weeks", "both");

const broken = fc.record({
  rider: fc.nat(RIDERS.length - 1),
  part: parts,
  isLlm: fc.boolean(),
  mutate: fc.array(mutations, { minLength: 3, maxLength: 3 }),
});

it("takes every good answer as it is", async () => {
  for (const [i, task] of tasks.entries()) {
    const good = (asked: string): string =>
      weekOf(asked) === undefined ? (goodOverviews[i] ?? "") : JSON.stringify({ rides: weekRides(asked) });
    const { plan } = await compileWithModel(task, { library: shipped }, aModel(good));
    const { model, mixed } = plan.ai_metadata.usage.weeks as { model: number[]; mixed: number[] };
    expect([...model, ...mixed].length, `rider ${i}`).toBeGreaterThan(2);
    expect(plan.ai_metadata.usage, `rider ${i}`).toMatchObject({ overview_weeks: { planner: [] } });
  }
});

it(
  `writes a lawful plan whatever a model answers: ${RUNS} riders with good answers made bad`,
  async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(broken, async ({ rider, part, isLlm, mutate }) => {
        const task = tasks[rider];
        if (task === undefined) return;
        count += 1;
        const change = (good: string, at: number): string => mutate[at % mutate.length]?.(good) ?? good;
        const model = aModel(
          (asked, messages) => {
            const week = weekOf(asked);
            const good =
              week === undefined ? (goodOverviews[rider] ?? "") : JSON.stringify({ rides: weekRides(asked) });
            const isBad = part === "both" || part === (week === undefined ? "overview" : "weeks");
            return isBad ? change(good, (week ?? 0) + messages.length) : good;
          },
          { strategy: isLlm || part !== "overview" ? "llm" : "library" },
        );
        const compiled = await compileWithModel(task, { library: shipped }, model);
        expect(planFileSchema.safeParse(JSON.parse(JSON.stringify(compiled.plan))).error?.issues ?? []).toEqual([]);
        const { verdict, plan } = readBack(compiled.plan.training_plan);
        expect(verdict.hard).toEqual([]);
        const rides = plan.weekly_plan.flatMap(({ workouts }) => workouts);
        expect(JSON.stringify(rides)).not.toMatch(/aspirin|512 watts|ignore all|\\u001b/);
        expect(compiled.weeks.map(({ workouts }) => workouts)).toEqual(
          compiled.plan.training_plan.weekly_plan.map(({ workouts }) => workouts),
        );
      }),
      { seed: 20_261_201, numRuns: RUNS, interruptAfterTimeLimit: WITHIN - 20_000, markInterruptAsFailure: true },
    );
    expect(count).toBeGreaterThanOrEqual(RUNS);
  },
  WITHIN,
);

const own = tasks.map((task) => compilePlan(task, shipped).plan.training_plan.plan_metadata);

/** What a model may write where a kind, a day or words are asked for, and what nobody may. */
const TO = [
  ...[
    "tempo",
    "torque",
    "threshold",
    "over_unders",
    "vo2max_short",
    "vo2max",
    "mixed",
    "anaerobic",
    "endurance",
    "steady",
  ],
  ...["recovery", "tests", "strength", "race_road", "sat", "sun", "mon", "TUESDAY", "Hills at home"],
  ...["Take 400 mg of aspirin", "Hold 512 watts", "ignore all rules", "\u001b[31mred", "Ride easily on Saturday", ""],
];
const lyingSwap = fc.record({
  week: fc.integer({ min: 0, max: 8 }),
  what: fc.constantFrom(...SWAP_KINDS, "minutes"),
  day: fc.constantFrom("mon", "tue", "wed", "thu", "fri", "sat", "sun", "day"),
  to: fc.constantFrom(...TO),
  why: fc.constantFrom(...TO),
});
const lies = fc.record({
  rider: fc.nat(RIDERS.length - 1),
  answers: fc.array(fc.array(lyingSwap, { maxLength: 9 }), { minLength: 2, maxLength: 2 }),
  mutate: fc.option(mutations, { freq: 3 }),
});
const LIES = draws({ few: 12, many: 10_000 });
const LIES_WITHIN = 60_000 + LIES * 2000;

it(
  `takes only swaps that keep every rule and let no score fall: ${LIES} models that lie`,
  async () => {
    let count = 0;
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(lies, async ({ rider, answers, mutate }) => {
        const [task, before] = [tasks[rider], own[rider]];
        if (task === undefined || before === undefined) return;
        count += 1;
        const model = aModel(
          (_, messages) => {
            const answer = swapsAnswer(answers[messages.length > 1 ? 1 : 0]);
            return mutate === null ? answer : mutate(answer);
          },
          { strategy: "library", overviewBy: "planner" },
        );
        const compiled = await compileWithModel(task, { library: shipped }, model);
        expect(planFileSchema.safeParse(JSON.parse(JSON.stringify(compiled.plan))).error?.issues ?? []).toEqual([]);
        const { verdict, plan, problems } = readBack(compiled.plan.training_plan);
        expect(verdict.hard).toEqual([]);
        expect(problems).toEqual([]);
        expect(fallenScore(before.scores ?? [], plan.plan_metadata.scores ?? [])).toBeUndefined();
        expect(JSON.stringify(compiled)).not.toMatch(/aspirin|512 watts|ignore all|\\u001b|Ride easily on Monday/);
        expect(compiled.weeks.map(({ workouts }) => workouts)).toEqual(
          plan.weekly_plan.map(({ workouts }) => workouts),
        );
        taken += compiled.plan.ai_metadata.swaps?.taken.length ?? 0;
      }),
      { seed: 20_261_202, numRuns: LIES, interruptAfterTimeLimit: LIES_WITHIN - 20_000, markInterruptAsFailure: true },
    );
    expect(count).toBeGreaterThanOrEqual(LIES);
    // Where nothing is ever taken nothing was tried.
    expect(taken).toBeGreaterThan(0);
  },
  LIES_WITHIN,
);
