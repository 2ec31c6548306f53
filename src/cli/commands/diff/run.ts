import { PlanError } from "../../../base/errors.ts";
import { jsonText } from "../../../base/json.ts";
import { besideEachOther, type NamedState } from "../../../jobs/change/beside.ts";
import { applyProposal, isProposal, readProposal } from "../../../jobs/change/kept-proposal.ts";
import { livingPlan, openLiving } from "../../../jobs/change/open-living.ts";
import { stateAt } from "../../../jobs/change/undo.ts";
import { findPlan } from "../../../jobs/plans/find-plan.ts";
import { besideLines } from "../../../report/beside.ts";
import { counted } from "../../../report/units.ts";
import { kindOfPath, namedPlanFile } from "../../../storage/plan-folder.ts";
import type { Run } from "../../command.ts";
import { pathFrom, readJsonInput } from "../../input.ts";
import { pageFor } from "../../page.ts";
import { datedSearch } from "../../plan-search.ts";
import { resolveSettings, type Settings } from "../../settings.ts";
import type { System } from "../../system.ts";
import type { diffSpec } from "./spec.ts";

const STATE = /^(.*)@(\d{1,4})$/;

/** A plan as a proposal would make it; undefined where the name is no file of one. */
async function proposalNamed(system: System, settings: Settings, name: string): Promise<NamedState | undefined> {
  const path = pathFrom(system, name);
  if (namedPlanFile(path) !== undefined || (await kindOfPath(path)) !== "file") return undefined;
  const value = await readJsonInput(system, path);
  if (!isProposal(value)) return undefined;
  const kept = readProposal(value, name);
  const { path: plan } = await findPlan(datedSearch(system, settings, kept.plan_id));
  return { name, plan: applyProposal(await openLiving(plan), kept).after };
}

async function stateNamed(system: System, settings: Settings, name: string): Promise<NamedState> {
  const proposed = await proposalNamed(system, settings, name);
  if (proposed !== undefined) return proposed;
  const [, plan = name, number] = STATE.exec(name) ?? [];
  const { path } = await findPlan(datedSearch(system, settings, plan === "" ? undefined : plan));
  const open = await openLiving(path);
  const living = livingPlan(open);
  const last = open.steps.at(-1)?.step ?? 0;
  const step = number === undefined ? last : Number(number);
  if (step > last)
    throw new PlanError({
      code: "NOT_FOUND",
      message: `${name}: the plan was changed ${counted(last, "time")}.`,
      hint: "See the steps with cycling-plan changes.",
    });
  return { name, plan: number === undefined ? living : stateAt(living, open.steps, step) };
}

/** `diff A B …`: plans, states and proposals side by side. */
export const diff: Run<typeof diffSpec> = async ({ system, args: [names], isJson }) => {
  if (names.length < 2)
    throw new PlanError({
      code: "USAGE_INVALID",
      message: "diff needs two plans or more.",
      hint: "Name them, such as cycling-plan diff century@0 century.",
    });
  const settings = await resolveSettings(system, {});
  const states: NamedState[] = [];
  for (const name of names) states.push(await stateNamed(system, settings, name));
  const beside = besideEachOther(states);
  if (isJson) system.out(jsonText(beside));
  else system.out(`${besideLines(beside, await pageFor(system, settings)).join("\n")}\n`);
  return 0;
};
