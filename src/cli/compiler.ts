import { PlanError } from "../base/errors.ts";
import type { CompiledPlan } from "../jobs/generate.ts";

/** Stands where the compiler of plans will be. */
export function compilePlan(): CompiledPlan {
  throw new PlanError({
    code: "NOT_AVAILABLE_YET",
    message: "Plans cannot be compiled yet.",
    hint: "Wait for the next version.",
  });
}
