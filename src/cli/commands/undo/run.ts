import { quoted } from "../../../athlete/parse-reading.ts";
import { PlanError } from "../../../base/errors.ts";
import { proposeUndo } from "../../../jobs/change/undo.ts";
import type { Run } from "../../command.ts";
import { carryOutChange, openFor, startFor } from "../../living.ts";
import type { undoSpec } from "./spec.ts";

function stepNumber(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const number = Number(given);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new PlanError({
    code: "USAGE_INVALID",
    message: `undo: ${quoted(given)} -> expected the number of a step.`,
    hint: "See the steps with cycling-plan changes.",
  });
}

/** `undo [STEP]`: a change taken back; a step of its own. */
export const undo: Run<typeof undoSpec> = async ({ system, args: [given], flags, isJson }) => {
  const number = stepNumber(given);
  const living = await openFor(system, flags);
  const start = await startFor(living);
  const words = number === undefined ? "undo" : `undo ${number}`;
  const propose = (): ReturnType<typeof proposeUndo> => proposeUndo(start, living.open.steps, number);
  return carryOutChange({ living, words, propose, flags, isJson, way: 0 });
};
