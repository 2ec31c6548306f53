import { PlanError } from "../base/errors.ts";
import { rememberPlan } from "../storage/current-plan.ts";
import { rememberPlace } from "../storage/plan-places.ts";
import { placesOf } from "./places.ts";
import type { System } from "./system.ts";

/** Scripts, CI and quiet runs never change what a person sees next. */
export const mayRemember = (system: System, isQuiet: boolean): boolean =>
  system.isTerminal.output && !system.env.CI && !isQuiet;

/** Makes a plan the current one, and its id known from every folder. */
export async function makeCurrent(system: System, planFile: string): Promise<void> {
  const { state } = placesOf(system);
  await rememberPlan(state, planFile);
  await rememberPlace(state, planFile);
}

/** Who asks for a plan to be the current one. */
interface Remembering {
  readonly isQuiet: boolean;
  /** Said by flag, also from a script. */
  readonly isWished?: boolean;
}

/** Makes a plan the current one for who sits at a terminal, or who said so; true where it is. Where that cannot be, the plan is there all the same, and a note says so. */
export async function rememberForPerson(
  system: System,
  { isQuiet, isWished = false }: Remembering,
  planFile: string,
): Promise<boolean> {
  if (!isWished && !mayRemember(system, isQuiet)) return false;
  try {
    await makeCurrent(system, planFile);
    return true;
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    system.err(`note: ${error.message} Name this plan in the next commands.\n`);
    return false;
  }
}
