import { PlanError } from "../base/errors.ts";
import { rememberPlan } from "../storage/current-plan.ts";
import { placesOf } from "./places.ts";
import type { System } from "./system.ts";

/** Scripts, CI and quiet runs never change what a person sees next. */
export const mayRemember = (system: System, isQuiet: boolean): boolean =>
  system.isTerminal.output && !system.env.CI && !isQuiet;

/** Makes a plan the current one for who sits at a terminal. Where that cannot be, the plan is there all the same, and a note says so. */
export async function rememberForPerson(system: System, isQuiet: boolean, planFile: string): Promise<void> {
  if (!mayRemember(system, isQuiet)) return;
  try {
    await rememberPlan(placesOf(system).state, planFile);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    system.err(`note: ${error.message} Name this plan in the next commands.\n`);
  }
}
