import { parseRequest } from "../../src/athlete/parse-request.ts";
import { compilePlan } from "../../src/jobs/compile/compile.ts";
import { parseLibrary } from "../../src/library/parse-library.ts";
import type { PlanFile } from "../../src/plan/schema.ts";

/** What the measurement is given: texts that are read once, before the clock starts. */
export interface WarmInput {
  readonly request: unknown;
  readonly manifest: unknown;
  readonly files: readonly unknown[];
}

/** The longest plan there is, with its event on the last Sunday. */
const WEEKS = 24;
const TODAY = "2026-12-01";
const EVENT = "2027-05-23";

/** A planner that has loaded its library: each call compiles 24 weeks in memory with another seed. */
export function warmPlanner({ request, manifest, files }: WarmInput): (seed: string) => PlanFile {
  const library = parseLibrary(manifest, files);
  const parsed = parseRequest({ file: { value: request, source: "bench" }, flags: { eventDate: EVENT } }, TODAY);
  return (seed) => {
    const task = { ...parsed, planId: "bench", askedAt: `${TODAY}T00:00:00Z`, today: TODAY, seed } as const;
    const { plan } = compilePlan(task, library);
    if (plan.training_plan.weekly_plan.length !== WEEKS) throw new Error("the benchmark did not plan 24 weeks");
    return plan;
  };
}
