import { askedWeek, type AskedWeek } from "../../coach/asked-week.ts";
import type { SeasonFrame } from "../../coach/season-frame.ts";
import type { Overview, TrainingPlan, Week } from "../../plan/schema.ts";
import type { Finding } from "../../rules/finding.ts";
import { finalizePlan } from "../../tools/finalize-tool.ts";
import { acceptWeek } from "../../tools/week-tool.ts";
import type { Workout } from "../../workout/schema.ts";
import type { CompiledPlan } from "../compile/compile.ts";

/** A lawful plan whose rides a model may replace. */
export interface BasePlan {
  readonly overview: Overview;
  readonly weeks: readonly Week[];
  readonly frame: SeasonFrame;
}

/** A plan that the library filled, with the limits that a model is told. */
export const basePlan = ({ overview, plan }: CompiledPlan, frame: SeasonFrame): BasePlan => ({
  overview,
  weeks: plan.training_plan.weekly_plan,
  frame,
});

type Judged =
  | { readonly week: Week; readonly findings: readonly [] }
  | { readonly week: undefined; readonly findings: readonly Finding[] };

/** One week with rides of a model in the place of the library's, as the week tool and the whole plan take it. */
export function weekWith(base: BasePlan, number: number, rides: readonly Workout[]): Judged {
  const own = base.weeks.find((week) => week.week_number === number);
  const workouts = (own?.workouts ?? []).map(
    (workout) =>
      rides.find(({ date }) => date === workout.date && workout.source === "library" && workout.type !== "strength") ??
      workout,
  );
  const outcome = acceptWeek({ overview: base.overview, weekNumber: number, workouts });
  if (outcome.kind === "rejected") return { week: undefined, findings: outcome.findings };
  const weeks = base.weeks.map((week) => (week.week_number === number ? outcome.value : week));
  const final = finalizePlan(base.overview, weeks);
  return final.kind === "rejected"
    ? { week: undefined, findings: final.findings }
    : { week: outcome.value, findings: [] };
}

/** What is asked of each week, in order. */
export const askedWeeks = ({ overview, weeks, frame }: BasePlan): AskedWeek[] =>
  overview.weekly_overview.flatMap((week, i) => {
    const filled = weeks[i];
    return filled === undefined ? [] : [askedWeek(week, filled, frame)];
  });

interface Together {
  readonly plan: TrainingPlan;
  readonly weeks: readonly Week[];
  /** Weeks that are lawful alone and not beside the others, with what is wrong there: they are the library's. */
  readonly givenBack: ReadonlyMap<number, string>;
}

/** All weeks in one plan: each is lawful alone; where two are not so together, the later one is the library's again. */
export function together(base: BasePlan, accepted: ReadonlyMap<number, Week>): Together {
  const alone = base.weeks.map((week) => accepted.get(week.week_number) ?? week);
  const all = finalizePlan(base.overview, alone);
  if (all.kind === "accepted") return { plan: all.value, weeks: alone, givenBack: new Map() };
  let weeks = base.weeks;
  let final = finalizePlan(base.overview, weeks);
  const givenBack = new Map<number, string>();
  for (const [i, week] of alone.entries()) {
    if (week === weeks[i]) continue;
    const next = weeks.map((other, k) => (k === i ? week : other));
    const verdict = finalizePlan(base.overview, next);
    const [finding] = verdict.findings;
    if (verdict.kind === "rejected")
      givenBack.set(week.week_number, `${finding?.message ?? ""} (${finding?.rule ?? ""})`);
    else [weeks, final] = [next, verdict];
  }
  if (final.kind === "rejected") throw new Error("the plan that the library filled is not lawful");
  return { plan: final.value, weeks, givenBack };
}
