import { WEEKDAYS } from "../../base/calendar.ts";
import { NO_EFFORT } from "../../coach/converse.ts";
import { proposeSwaps, type RefusedProposal } from "../../coach/propose-swaps.ts";
import { SHORT_DAYS, weekdayOf } from "../../coach/read-values.ts";
import { swapsBrief, SWAPS_SYSTEM } from "../../coach/swap-brief.ts";
import { swapForm } from "../../coach/swap-form.ts";
import { catalogueOf } from "../../library/catalogue.ts";
import type { Library } from "../../library/library.ts";
import type { Swaps } from "../../plan/swap-schema.ts";
import { ModelFailure } from "../../providers/failure.ts";
import { takesTemperature } from "../../providers/models.ts";
import { cancelled } from "../../providers/time-limits.ts";
import { wireSchema } from "../../providers/wire-schema.ts";
import { WORKOUT_TYPES } from "../../workout/schema.ts";
import type { CompiledPlan } from "../compile/compile.ts";
import { asking, refuseStrictly, type ModelRun, type OwnPlan, type RequestWords } from "./model-run.ts";
import { Swapping } from "./swapping.ts";

/** The words that ask for swaps. */
export const swapsRequest = ({ own, frame, library }: OwnPlan): RequestWords => ({
  system: SWAPS_SYSTEM,
  brief: swapsBrief(own.overview, frame, catalogueOf(library)),
  form: { name: "swaps", schema: swapForm() },
});

/** The planner's plan with the swaps that were taken, and what came of all of them. */
export interface SwappedPlan {
  readonly compiled: CompiledPlan;
  readonly swaps: Swaps;
}

/** Of a proposal that was not taken only what names a ladder, a kind or a day: other words may not stand in a plan. */
function shownOf({ what, to }: RefusedProposal["proposal"], library: Library): string {
  if (what === "day") return SHORT_DAYS[weekdayOf(to) ?? SHORT_DAYS.length] ?? "";
  const name = to.toLowerCase();
  const isKnown = WORKOUT_TYPES.some((type) => type === name) || library.workouts.some(({ family }) => family === name);
  return what === "kind" && isKnown ? name : "";
}

const refusedOf = ({ proposal, because }: RefusedProposal, library: Library): Swaps["refused"][number] => ({
  week: proposal.week,
  what: proposal.what,
  ...(proposal.what === "theme" ? {} : { weekday: WEEKDAYS[proposal.weekday] }),
  to: shownOf(proposal, library),
  why: "",
  because,
});

/** An answer that never ends is no outage: the plan is there without it. */
const NO_ANSWERS: readonly ModelFailure["kind"][] = ["endless"];

/**
 * Asks for swaps of the planner's plan, once for the whole season, and tries each of them. Throws ModelFailure, or PROVIDER_FAILED
 * where a strict run's proposals do not keep the rules.
 */
export async function swappedPlan(run: ModelRun): Promise<SwappedPlan> {
  const { choice, tally, own } = run;
  const { provider, model } = choice.connection;
  const { system, brief, form } = swapsRequest(run);
  const request = {
    system,
    schema: { name: form.name, json: wireSchema(form.schema, provider) },
    temperature: takesTemperature(provider, model) ? choice.temperature : undefined,
  };
  const swapping = new Swapping(run, model);
  const { signal } = choice.ports;
  try {
    const said = await proposeSwaps(
      own.weeks.length,
      { brief, repairs: choice.repairs },
      {
        ask: asking(run, request, signal),
        attempt: async (proposal) => {
          // Each try fills the whole season: between two of them Ctrl-C is heard.
          await new Promise((resolve) => setImmediate(resolve));
          if (signal.aborted) throw cancelled();
          return swapping.attempt(proposal);
        },
      },
    );
    tally.add({ ...NO_EFFORT, repairs: said.effort.repairs });
    if (choice.isStrict && said.faults.length > 0) refuseStrictly("swap", said.faults, choice);
    return {
      compiled: swapping.compiled,
      swaps: {
        taken: [...swapping.taken],
        refused: said.refused.map((one) => refusedOf(one, run.library)),
        ...(said.unusable === undefined ? {} : { unusable: said.unusable }),
      },
    };
  } catch (error) {
    if (!(error instanceof ModelFailure) || !NO_ANSWERS.includes(error.kind)) throw error;
    if (choice.isStrict) refuseStrictly("swap", [error.message], choice);
    return { compiled: swapping.compiled, swaps: { taken: [...swapping.taken], refused: [], unusable: error.message } };
  }
}

/** The plan of an interrupted run: what was taken then is taken again, and nobody is asked. */
export function swappedBefore(run: ModelRun, swaps: Swaps): SwappedPlan {
  const swapping = new Swapping(run, run.choice.connection.model);
  for (const swap of swaps.taken) swapping.repeat(swap);
  return { compiled: swapping.compiled, swaps };
}
