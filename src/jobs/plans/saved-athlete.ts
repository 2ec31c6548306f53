import { PlanError } from "../../base/errors.ts";
import { readPlan } from "./find-plan.ts";
import { laterFtp, planFtp, withFtp } from "./plan-ftp.ts";
import type { PlanFile } from "../../plan/schema.ts";
import { fullDate } from "../../base/date-words.ts";
import type { AthleteChange } from "../../storage/athlete-schema.ts";
import { currentOf, readChanges } from "../../storage/athlete-store.ts";

/** What a rider saved and what holds now, by field; `trouble` says why nothing could be read. */
export interface SavedAthlete {
  readonly current: ReadonlyMap<string, AthleteChange>;
  readonly trouble: string | undefined;
}

/** The saved athlete for views that only gain by it: a file that cannot be read is a note, not an end. */
export async function savedAthlete(settingsDirectory: string, state?: string): Promise<SavedAthlete> {
  try {
    return { current: currentOf(await readChanges(settingsDirectory, state)), trouble: undefined };
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return { current: new Map(), trouble: error.message };
  }
}

/** A plan as it was made, and as it is told. */
export interface ToldPlan {
  readonly made: PlanFile;
  readonly plan: PlanFile;
  readonly saved: SavedAthlete;
}

/** Reads a plan; one without power is told in the watts that were typed, or else that the rider saved since. */
export async function toldPlan(
  path: string,
  {
    settings,
    state,
    typed,
  }: { readonly settings: string; readonly state?: string; readonly typed?: string | undefined },
): Promise<ToldPlan> {
  const made = await readPlan(path, state);
  const saved = await savedAthlete(settings, state);
  const watts =
    typed === undefined
      ? laterFtp(made, saved.current.get("ftp"))
      : (await import("./typed-ftp.ts")).typedFtp(made, typed);
  return { made, saved, plan: withFtp(made, watts) };
}

/** A sentence where the rider saved another FTP than the plan was made for. */
export function ftpNews(plan: PlanFile, { current }: Pick<SavedAthlete, "current">): string | undefined {
  const { watts, givenOn, newer } = planFtp(plan, current.get("ftp"));
  if (newer === undefined) return undefined;
  if (watts === undefined)
    return `You saved an FTP of ${newer.watts} W on ${fullDate(newer.date)}: its watts stand beside this plan, which was made without power.`;
  const from = givenOn === undefined ? "" : ` of ${fullDate(givenOn)}`;
  return `This plan was made for an FTP of ${watts} W${from}. You saved ${newer.watts} W on ${fullDate(newer.date)}: cycling-plan generate makes a plan for it.`;
}
