import type { PlanRequest } from "../../src/athlete/request.ts";
import type { Chance } from "../../src/base/chance.ts";
import type { TrainingPlan } from "../../src/plan/schema.ts";

/** One term of a request (docs/request.md): how it is drawn for any rider, and what says that a plan keeps it. */
export interface TermDraw {
  /** Its name in the plan format, such as `fixed_rides`. */
  readonly term: string;
  /** The request with the term; undefined where it says nothing for this rider. */
  readonly added: (request: PlanRequest, chance: Chance) => PlanRequest | undefined;
  /** What in the plan breaks the term, or is missing and not said; empty where it is kept. Judged by the test's own arithmetic. */
  readonly broken: (plan: TrainingPlan, request: PlanRequest) => readonly string[];
}
