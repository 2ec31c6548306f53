import type { Step } from "../../plan/change-schema.ts";
import type { ChangeSight } from "../../report/change.ts";
import { livingPlan, type OpenPlan } from "./open-living.ts";
import { sightOf } from "./sight.ts";
import { stateAt } from "./undo.ts";

/** A step as it was seen before it was made. */
export function stepSight(open: OpenPlan, step: Step): ChangeSight {
  const plan = livingPlan(open);
  const { intents, costs, effect } = step;
  const [before, after] = [stateAt(plan, open.steps, step.step - 1), stateAt(plan, open.steps, step.step)];
  return sightOf({ intents, costs, effect, before, after, others: [] }, true);
}
