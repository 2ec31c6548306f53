import type { PlanSearch } from "../jobs/plans/find-plan.ts";
import { currentPlan } from "./current-plan.ts";
import { pathFrom } from "./input.ts";
import type { Settings } from "./settings.ts";
import type { System } from "./system.ts";

/** Where a PLAN argument is looked for: as a path from here, as an id in the plans' directory and here. */
export const planSearch = (system: System, { out }: Pick<Settings, "out">, given: string | undefined): PlanSearch => ({
  given,
  from: (path) => pathFrom(system, path),
  directories: [...new Set([out, system.cwd])],
  current: () => currentPlan(system),
});

/** The same for who looks at a plan: one that was scheduled is found on its dates. */
export const datedSearch = (
  system: System,
  settings: Pick<Settings, "out" | "today">,
  given: string | undefined,
): PlanSearch => ({ ...planSearch(system, settings, given), today: settings.today });
