import { PlanError } from "../../../base/errors.ts";
import { jsonText } from "../../../base/json.ts";
import type { CalendarDate } from "../../../base/calendar.ts";
import { addDays } from "../../../base/calendar.ts";
import { findPlan } from "../../../jobs/plans/find-plan.ts";
import { toldPlan } from "../../../jobs/plans/saved-athlete.ts";
import { newRides, type NewRide } from "../../../jobs/pull/new-rides.ts";
import { knownRides } from "../../../jobs/review/known-rides.ts";
import { riddenIn, traceKeeper } from "../../../jobs/review/ridden.ts";
import { riddenRow } from "../../../jobs/review/sight.ts";
import type { TrainingPlan } from "../../../plan/schema.ts";
import { pulledPage } from "../../../report/review.ts";
import { appendPulled, changePaths } from "../../../storage/change-files.ts";
import { kindOfPath } from "../../../storage/plan-folder.ts";
import { rememberRideFolders, rideFolders } from "../../../storage/ride-folders.ts";
import { findZwiftActivities } from "../../../storage/zwift-folder.ts";
import { clockText } from "../../clock.ts";
import type { Call, Run } from "../../command.ts";
import { pathFrom } from "../../input.ts";
import { pageFor } from "../../page.ts";
import { pagesFollow } from "../../pages-follow.ts";
import { placesOf } from "../../places.ts";
import { datedSearch } from "../../plan-search.ts";
import { progressOf } from "../../progress.ts";
import { historyAt } from "../../read-rides.ts";
import { resolveSettings, type Settings } from "../../settings.ts";
import type { System } from "../../system.ts";
import type { pullSpec } from "./spec.ts";

/** The folders to read from now on, Zwift's own first; what was named or forgotten now is kept. */
async function foldersFor(
  system: System,
  { from, forget }: Call<typeof pullSpec>["flags"],
): Promise<{ readonly there: readonly string[]; readonly away: readonly string[] }> {
  const { state } = placesOf(system);
  const named = await rideFolders(state);
  const next = named.filter((folder) => forget === undefined || folder !== pathFrom(system, forget));
  if (from !== undefined) {
    const folder = pathFrom(system, from);
    if ((await kindOfPath(folder)) === "nothing")
      throw new PlanError({
        code: "NOT_FOUND",
        message: `There is no file or folder ${folder}.`,
        hint: "Name the folder in which your rides lie.",
      });
    if (!next.includes(folder)) next.push(folder);
  }
  if (next.length !== named.length) await rememberRideFolders(state, next);
  const all = [...(await findZwiftActivities(system)), ...next];
  const kinds = await Promise.all(all.map(kindOfPath));
  return {
    there: all.filter((_, i) => kinds[i] !== "nothing"),
    away: all.filter((_, i) => kinds[i] === "nothing"),
  };
}

const DAY_MS = 86_400_000;
/** A clock may stand in another zone: two days before the plan are looked at as well. */
const sinceOf = (start: CalendarDate): Date => new Date(Date.parse(addDays(start, -1)) - DAY_MS);

interface Reading {
  readonly folders: readonly string[];
  readonly plan: TrainingPlan;
  readonly path: string;
}

async function read(
  { system, flags, isJson }: Call<typeof pullSpec>,
  settings: Settings,
  { folders, plan, path }: Reading,
): Promise<NewRide[]> {
  const { traces, onTrace } = traceKeeper(plan);
  const progress = await progressOf(system, settings, { isJson });
  const since = sinceOf(plan.plan_metadata.start_date);
  const { timezone } = flags;
  const history = await historyAt(system, progress, { paths: folders, timezone, onTrace, since });
  const known = await knownRides(path);
  const { today } = settings;
  const rides = riddenIn(plan, history, traces);
  return newRides(plan, { rides, ...known, today, at: clockText(system, settings) });
}

/** `pull [PLAN]`: notes new rides beside the plan, each once. It changes no plan. */
export const pull: Run<typeof pullSpec> = async (call) => {
  const { system, args, flags, isJson } = call;
  const settings = await resolveSettings(system, { today: flags.today, quiet: flags.quiet });
  const { path } = await findPlan(datedSearch(system, settings, args[0]));
  const { training_plan: plan } = (await toldPlan(path, placesOf(system))).plan;
  const { there, away } = await foldersFor(system, flags);
  if (there.length === 0 && flags.forget === undefined)
    throw new PlanError({
      code: "NOT_FOUND",
      message: `There is no folder with rides: Zwift keeps none here${away.length === 0 ? ", and you named none" : `, and ${away.join(" and ")} is away`}.`,
      hint: "Name it once: cycling-plan pull --from FOLDER.",
    });
  const found = there.length === 0 ? [] : await read(call, settings, { folders: there, plan, path });
  if (found.length > 0) {
    await appendPulled(
      changePaths(path).rides,
      found.map(({ note }) => note),
    );
    await pagesFollow(system, settings, path);
  }
  if (isJson) {
    const rides = found.map(({ note, match }) => ({ ...note, status: match?.status ?? "extra" }));
    system.out(jsonText({ plan_id: plan.plan_id, folders: there, folders_away: away, rides }));
  } else if (!settings.quiet) {
    const rows = found.map(({ ride, match }) => riddenRow(ride, match));
    system.out(`${pulledPage({ rows, folders: there, away }, await pageFor(system, settings)).join("\n")}\n`);
  }
  return 0;
};
