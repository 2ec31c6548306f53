import { PlanError } from "../../../base/errors.ts";
import { answersAfter, type AfterPlan } from "../../../jobs/after/answers-after.ts";
import { shortDay } from "../../../base/date-words.ts";
import { requestFileSchema } from "../../../jobs/generate/request-file.ts";
import { findPlan, readPlan } from "../../../jobs/plans/find-plan.ts";
import { knownRides } from "../../../jobs/review/known-rides.ts";
import { matchKnown } from "../../../jobs/review/match-known.ts";
import { kindOfPath, planPaths } from "../../../storage/plan-folder.ts";
import { readJsonFile } from "../../../storage/read-json.ts";
import type { GivenFlags } from "../../../wizard/draft-of-flags.ts";
import { datedSearch } from "../../plan-search.ts";
import type { Settings } from "../../settings.ts";
import type { System } from "../../system.ts";

/** The rider of the request beside a plan; undefined where none can be read. */
async function askedOf(directory: string, planId: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { request } = planPaths(directory, planId);
  if ((await kindOfPath(request)) !== "file") return undefined;
  return requestFileSchema.safeParse(await readJsonFile(request)).data?.request.profile;
}

const WORDS = {
  health: { what: "an answer about your health", flags: "--health" },
  limit: { what: "a limit of your own", flags: "--max-power or --max-heart-rate" },
} as const;

/** True where what held the rider back is said with the command, or is going to be asked. */
function isSaid(mustSay: AfterPlan["mustSay"], typed: GivenFlags, isAsked: boolean): boolean {
  if (mustSay === undefined) return true;
  return mustSay === "health" ? isAsked || typed.health !== undefined : typed.maxPower !== undefined;
}

/** What carries over from the plan that `--after` names; what was typed wins. Throws INPUT_INVALID where a limit has to be said again. */
export async function carriedOver(
  system: System,
  settings: Settings,
  { after, typed, isAsked }: { readonly after: string; readonly typed: GivenFlags; readonly isAsked: boolean },
): Promise<GivenFlags> {
  const { path, directory, planId } = await findPlan(datedSearch(system, settings, after));
  const { training_plan: plan } = await readPlan(path);
  const [known, asked] = await Promise.all([knownRides(path), askedOf(directory, planId)]);
  const { today } = settings;
  const matching = matchKnown(plan, known, today);
  const { answers, mustSay, fitness, from } = answersAfter(plan, { today, matching, asked });
  if (mustSay !== undefined && !isSaid(mustSay, typed, isAsked))
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `${plan.plan_id} held you back by ${WORDS[mustSay].what}, and that is kept in no file.`,
      hint: `Say it again with ${WORDS[mustSay].flags}${mustSay === "health" ? " (no-active and no-heart where nothing is left of it)" : ""}.`,
    });
  if (!settings.quiet)
    system.err(
      `From ${plan.plan_id}: your numbers, hours, days and wishes; fitness ${Math.round(fitness.ctl)} on ${shortDay(from)}.\n`,
    );
  return { ...answers, ...typed };
}
