import { readChange } from "../athlete/parse-change.ts";
import { PlanError } from "../base/errors.ts";
import { proposeChange } from "../jobs/change/propose.ts";
import { mondaysOf } from "../jobs/change/living.ts";
import { intentOf } from "../jobs/change/said-intent.ts";
import type { ChangedDay } from "../plan/change-schema.ts";
import { givenDay } from "./given-day.ts";
import type { PlanState } from "./plan-state.ts";
import { shippedWorkouts } from "./shipped.ts";

/** When a plan is changed, and how where there is a choice. */
export interface ChangeOptions {
  /** The day it is, `2027-01-13`: days before it never change. */
  readonly today: string;
  /** 1 for the best way, 2 for the other one where there is one. */
  readonly way?: number | undefined;
  /** An illness above the neck only, without fever: a faster way back. */
  readonly isAboveNeck?: boolean | undefined;
}

/** A plan after a change, and what it took. */
export interface ChangedPlan extends PlanState {
  /** What is given up, in a sentence. */
  readonly costs: string;
  /** Days that differ, before and after. */
  readonly days: readonly ChangedDay[];
  /** Other lawful ways, in a few words each. */
  readonly others: readonly string[];
}

/**
 * What a plan becomes by words as `cycling-plan change` reads them: `missed tue`, `I was ill from Monday to Thursday`, `hours 5 next
 * week`. The state that is given stays as it is: a change that was not meant is one that is not used. Throws `PlanError`
 * INPUT_INVALID for words that cannot be meant, NOT_FEASIBLE with the rule that no way keeps.
 */
export function changePlan(
  state: PlanState,
  words: string,
  { today, way = 1, isAboveNeck = false }: ChangeOptions,
): ChangedPlan {
  const day = givenDay("today", today);
  const { plan: file, overview, task, done = [] } = state;
  const plan = { file, overview };
  const start = { plan, library: shippedWorkouts(), today: day, done: new Set(done), task };
  const intents = readChange(words, day, mondaysOf(plan)).map((said) => {
    if (said.kind !== "start") return intentOf(plan, said, isAboveNeck);
    throw new PlanError({
      code: "INPUT_INVALID",
      message: "A start moves every day of a plan: it is no change of days.",
      hint: "Compile the plan again with the other start.",
    });
  });
  const { after, costs, effect, others } = proposeChange(start, intents, way - 1);
  return { ...state, plan: after.file, overview: after.overview, costs, days: effect.days, others };
}
