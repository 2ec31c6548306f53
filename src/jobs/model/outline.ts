import { sum } from "../../base/numbers.ts";
import { openDays } from "../../coach/season-frame.ts";
import { weekForm } from "../../coach/week-form.ts";
import { WEEK_SYSTEM } from "../../coach/week-brief.ts";
import type { Library } from "../../library/library.ts";
import type { PlanTask } from "../../plan/task.ts";
import type { CompiledPlan } from "../compile/compile.ts";
import type { OverviewBy } from "../../plan/swap-schema.ts";
import { overviewRequest } from "./ask-overview.ts";
import { swapsRequest } from "./ask-swaps.ts";
import { weekRequest } from "./ask-weeks.ts";
import { askedWeeks, basePlan } from "./base-plan.ts";
import { ownPlan, type RequestWords } from "./model-run.ts";

/** What a run with a model would send, were the overview the built-in planner's, and nothing is sent. */
export interface Outline {
  /** The built-in plan. */
  readonly own: CompiledPlan;
  /** What is asked of the weeks: swaps, or all of them. */
  readonly overview: RequestWords;
  /** The request for its first week, and how many weeks and rides would be asked for. */
  readonly rides: (RequestWords & { readonly weeks: number; readonly count: number }) | undefined;
}

/** The words of a run's requests: for the overview, and for the rides of a week where a model would write them. */
export function outlineOf(task: PlanTask, library: Library, overviewBy: OverviewBy): Outline {
  const planned = ownPlan(task, library);
  const base = basePlan(planned.own, planned.frame);
  const asked = askedWeeks(base).filter(({ rides }) => rides.length > 0);
  const [first] = asked;
  const rides = first && {
    system: WEEK_SYSTEM,
    brief: weekRequest(base, first).content,
    form: { name: "week", schema: weekForm(openDays(base.frame)) },
    weeks: asked.length,
    count: sum(asked.map((week) => week.rides.length)),
  };
  return {
    own: planned.own,
    overview: overviewBy === "planner" ? swapsRequest(planned) : overviewRequest(planned),
    rides,
  };
}
