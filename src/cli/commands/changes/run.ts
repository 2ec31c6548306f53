import { quoted } from "../../../athlete/parse-reading.ts";
import { PlanError } from "../../../base/errors.ts";
import { jsonText } from "../../../base/json.ts";
import { changesList } from "../../../jobs/change/changes-list.ts";
import { stepSight } from "../../../jobs/change/step-sight.ts";
import { changeLines } from "../../../report/change.ts";
import { changesLines } from "../../../report/changes-list.ts";
import { counted } from "../../../report/units.ts";
import type { Run } from "../../command.ts";
import { openFor } from "../../living.ts";
import { pageFor } from "../../page.ts";
import { planFlag } from "../../plan-flag.ts";
import { shellWord } from "../../shell-word.ts";
import type { changesSpec } from "./spec.ts";

const noStep = (given: string, count: number): PlanError =>
  new PlanError({
    code: "NOT_FOUND",
    message: `There is no step ${quoted(given)}: the plan was changed ${counted(count, "time")}.`,
    hint: "See the steps with cycling-plan changes.",
  });

/** What a step is called: a plan's name is never a number this short. */
const STEP = /^\d{1,4}$/;

interface Asked {
  readonly plan: string | undefined;
  readonly step: string | undefined;
}

/** `changes 3` is a step of the current plan, `changes century 3` one of another. */
function askedOf([first, second]: readonly (string | undefined)[], step: string | undefined): Asked {
  const isStep = first !== undefined && second === undefined && step === undefined && STEP.test(first);
  return isStep ? { plan: undefined, step: first } : { plan: first, step: second ?? step };
}

/** `changes [PLAN] [STEP]`: what was done to a plan, newest first. */
export const changes: Run<typeof changesSpec> = async ({ system, args, flags, isJson }) => {
  const { plan, step: number } = askedOf(args, flags.step);
  const { open, settings } = await openFor(system, { plan });
  const { steps } = open;
  const page = await pageFor(system, settings);
  if (number !== undefined) {
    const step = steps.find((one) => String(one.step) === number);
    if (step === undefined) throw noStep(number, steps.length);
    system.out(isJson ? jsonText(step) : `${changeLines(stepSight(open, step), page).join("\n")}\n`);
    return 0;
  }
  const { plan_id: planId } = open.onDisk.file.training_plan;
  if (isJson) system.out(jsonText({ plan_id: planId, is_edited: open.isEdited, steps }));
  else {
    const isCurrent = (await planFlag(system, plan, open.path)) === "";
    const named = isCurrent || plan === undefined ? "" : shellWord(plan, system.platform);
    system.out(`${changesLines({ ...changesList(open), named }, page).join("\n")}\n`);
  }
  return 0;
};
