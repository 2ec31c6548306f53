import { quoted } from "../../../athlete/parse-reading.ts";
import { PlanError } from "../../../base/errors.ts";
import { jsonText } from "../../../base/json.ts";
import { stepSight } from "../../../jobs/change/step-sight.ts";
import { changeLines, stepLines } from "../../../report/change.ts";
import { counted } from "../../../report/units.ts";
import type { Run } from "../../command.ts";
import { openFor } from "../../living.ts";
import { pageFor } from "../../page.ts";
import type { changesSpec } from "./spec.ts";

const noStep = (given: string, count: number): PlanError =>
  new PlanError({
    code: "NOT_FOUND",
    message: `There is no step ${quoted(given)}: the plan was changed ${counted(count, "time")}.`,
    hint: "See the steps with cycling-plan changes.",
  });

/** `changes [PLAN]`: what was done to a plan, newest first. */
export const changes: Run<typeof changesSpec> = async ({ system, args: [plan], flags, isJson }) => {
  const { open, settings } = await openFor(system, { plan });
  const { steps } = open;
  const page = await pageFor(system, settings);
  if (flags.step !== undefined) {
    const step = steps.find((one) => String(one.step) === flags.step);
    if (step === undefined) throw noStep(flags.step, steps.length);
    system.out(isJson ? jsonText(step) : `${changeLines(stepSight(open, step), page).join("\n")}\n`);
    return 0;
  }
  if (isJson)
    system.out(jsonText({ plan_id: open.onDisk.file.training_plan.plan_id, is_edited: open.isEdited, steps }));
  else {
    const { plan_id: planId } = open.onDisk.file.training_plan;
    const rows = [...steps].reverse().map(({ step, day, words, costs }) => ({ step, day, words, costs }));
    const made = open.onDisk.file.ai_metadata.generated_at.slice(0, 10);
    system.out(`${stepLines({ planId, rows, made, isEdited: open.isEdited }, page).join("\n")}\n`);
  }
  return 0;
};
