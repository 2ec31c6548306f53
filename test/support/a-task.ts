import type { PlanRequest } from "../../src/athlete/request.ts";
import type { PlanTask } from "../../src/plan/task.ts";

/** A task of 2026-12-01 for a request. */
export const aTask = (change: Partial<PlanTask> & { readonly request: PlanRequest }): PlanTask => ({
  planId: "p",
  askedAt: `${change.today ?? "2026-12-01"}T00:00:00Z`,
  today: "2026-12-01",
  seed: "s",
  assumptions: [],
  warnings: [],
  ...change,
});
