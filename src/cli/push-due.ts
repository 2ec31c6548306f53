import { wasPushed } from "../storage/pushed-state.ts";
import { placesOf } from "./places.ts";
import type { System } from "./system.ts";

/** A sentence where a calendar still holds a plan as it was before a change; undefined where it was never pushed to one. */
export async function pushDue(system: System, planId: string): Promise<string | undefined> {
  if (!(await wasPushed(placesOf(system).state, planId))) return undefined;
  return `Your intervals.icu calendar still holds the plan as it was: cycling-plan push`;
}
