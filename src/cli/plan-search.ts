import type { JobSearch } from "../jobs/generate/find-job.ts";
import type { PlanSearch } from "../jobs/plans/find-plan.ts";
import { currentPlan } from "../storage/current-plan.ts";
import { planPlaces } from "../storage/plan-places.ts";
import { pathFrom } from "./input.ts";
import { placesOf } from "./places.ts";
import type { Settings } from "./settings.ts";
import type { System } from "./system.ts";

/** Where a PLAN argument is looked for: as a path from here, as an id in the plans' directory and here. */
export const planSearch = (system: System, { out }: Pick<Settings, "out">, given: string | undefined): PlanSearch => ({
  given,
  from: (path) => pathFrom(system, path),
  directories: [...new Set([out, system.cwd])],
  state: placesOf(system).state,
  known: () => planPlaces(placesOf(system).state),
  current: () => currentPlan(placesOf(system).state),
});

/** Where a JOB argument is looked for. */
export const jobSearch = (system: System, { out }: Pick<Settings, "out">, given: string): JobSearch => ({
  given,
  path: pathFrom(system, given),
  directories: [out, system.cwd],
});

/** The same as planSearch for who looks at a plan: one that was scheduled is found on its dates. */
export const datedSearch = (
  system: System,
  settings: Pick<Settings, "out" | "today">,
  given: string | undefined,
): PlanSearch => ({ ...planSearch(system, settings, given), today: settings.today });
