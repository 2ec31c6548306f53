import { sum } from "../../base/numbers.ts";
import { WEEK_SYSTEM } from "../../coach/week-brief.ts";
import type { Library } from "../../library/library.ts";
import type { PlanTask } from "../../plan/task.ts";
import type { CompiledPlan } from "../compile/compile.ts";
import { overviewRequest, type RequestWords } from "./ask-overview.ts";
import { weekRequest } from "./ask-weeks.ts";
import { askedWeeks, basePlan } from "./base-plan.ts";
import { ownPlan } from "./model-run.ts";

/** What a run with a model would send, were the overview the built-in planner's, and nothing is sent. */
export interface Outline {
  /** The built-in plan. */
  readonly own: CompiledPlan;
  readonly overview: RequestWords;
  /** The request for its first week, and how many weeks and rides would be asked for. */
  readonly rides: (RequestWords & { readonly weeks: number; readonly count: number }) | undefined;
}

/** The words of a run's requests: for the overview, and for the rides of a week where a model would write them. */
export function outlineOf(task: PlanTask, library: Library): Outline {
  const planned = ownPlan(task, library);
  const base = basePlan(planned.own, planned.frame);
  const asked = askedWeeks(base).filter(({ rides }) => rides.length > 0);
  const [first] = asked;
  const rides = first && {
    system: WEEK_SYSTEM,
    brief: weekRequest(base, first).content,
    weeks: asked.length,
    count: sum(asked.map((week) => week.rides.length)),
  };
  return { own: planned.own, overview: overviewRequest(planned), rides };
}
