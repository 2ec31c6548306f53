import { PlanError } from "../../../base/errors.ts";
import { jsonText } from "../../../base/json.ts";
import type { CalendarDate } from "../../../base/calendar.ts";
import { addDays } from "../../../base/calendar.ts";
import { findPlan } from "../../../jobs/plans/find-plan.ts";
import { toldPlan } from "../../../jobs/plans/saved-athlete.ts";
import { newRides, type NewRide } from "../../../jobs/pull/new-rides.ts";
import { ridesFromIntervals, type IcuRides } from "../../../jobs/pull/from-intervals.ts";
import { knownRides } from "../../../jobs/review/known-rides.ts";
import { riddenIn, traceKeeper } from "../../../jobs/review/ridden.ts";
import { riddenRow } from "../../../jobs/review/sight.ts";
import type { PulledRide } from "../../../plan/pulled-ride.ts";
import type { TrainingPlan } from "../../../plan/schema.ts";
import { pulledPage } from "../../../report/review.ts";
import { appendPulled, changePaths } from "../../../storage/lived-files.ts";
import { kindOfPath } from "../../../storage/plan-folder.ts";
import { rememberRideFolders, rideFolders } from "../../../storage/ride-folders.ts";
import { readsIntervals, rememberIntervals } from "../../../storage/ride-services.ts";
import { findZwiftActivities } from "../../../storage/zwift-folder.ts";
import { clockText } from "../../clock.ts";
import type { Call, Run } from "../../command.ts";
import { pathFrom } from "../../input.ts";
import { withIcu } from "../../intervals-icu/reach.ts";
import { pageFor } from "../../page.ts";
import { pagesFollow } from "../../pages-follow.ts";
import { placesOf } from "../../places.ts";
import { datedSearch } from "../../plan-search.ts";
import { progressOf } from "../../progress.ts";
import { historyAt } from "../../read-rides.ts";
import { resolveSettings, type Settings } from "../../settings.ts";
import type { System } from "../../system.ts";
import type { pullSpec } from "./spec.ts";

/** What is typed in place of a folder for the rides at intervals.icu. */
const SERVICE = "intervals.icu";
const isService = (typed: string | undefined): boolean => typed?.trim().toLowerCase() === SERVICE;

/** True where rides are read from intervals.icu from now on. */
async function readsService(system: System, { from, forget }: Call<typeof pullSpec>["flags"]): Promise<boolean> {
  const { state } = placesOf(system);
  if (isService(from)) await rememberIntervals(state, true);
  if (isService(forget)) await rememberIntervals(state, false);
  return readsIntervals(state);
}

/** The folders to read from now on, Zwift's own first; what was named or forgotten now is kept. */
async function foldersFor(
  system: System,
  flags: Call<typeof pullSpec>["flags"],
): Promise<{ readonly there: readonly string[]; readonly away: readonly string[] }> {
  const [from, forget] = [flags.from, flags.forget].map((typed) => (isService(typed) ? undefined : typed));
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
  /** True where rides at intervals.icu count as well. */
  readonly hasService: boolean;
  readonly plan: TrainingPlan;
  readonly path: string;
}

interface Found {
  readonly rides: readonly NewRide[];
  /** Activities that intervals.icu has from Strava and serves nobody. */
  readonly fromStrava: number;
}

const NONE: IcuRides = { files: [], fromStrava: 0 };

/** The rides of the plan's days at intervals.icu; those that are noted come without their recordings. */
async function ofService(
  { system, flags }: Call<typeof pullSpec>,
  settings: Settings,
  { plan, noted }: { readonly plan: TrainingPlan; readonly noted: readonly PulledRide[] },
): Promise<IcuRides> {
  const { start_date: from, end_date: end } = plan.plan_metadata;
  const { today } = settings;
  if (from > today) return NONE;
  const starts = new Set(noted.map(({ start }) => start));
  const wanted = { from, to: end < today ? end : today, isKnown: (start: string) => starts.has(start) };
  return withIcu({ system, settings, flags }, ({ calendar }) => ridesFromIntervals(wanted, calendar));
}

async function read(
  call: Call<typeof pullSpec>,
  settings: Settings,
  { folders, hasService, plan, path }: Reading,
): Promise<Found> {
  const { system, flags, isJson } = call;
  const { traces, onTrace } = traceKeeper(plan);
  const progress = await progressOf(system, settings, { isJson });
  const since = sinceOf(plan.plan_metadata.start_date);
  const { timezone } = flags;
  const known = await knownRides(path);
  const { files: more, fromStrava } = hasService ? await ofService(call, settings, { plan, noted: known.noted }) : NONE;
  const history = await historyAt(system, progress, { paths: folders, timezone, onTrace, since, more });
  const { today } = settings;
  const rides = riddenIn(plan, history, traces);
  return { rides: newRides(plan, { rides, ...known, today, at: clockText(system, settings) }), fromStrava };
}

/** Said of rides that their API keeps back, and what helps. */
const stravaNote = (count: number): string[] =>
  count === 0
    ? []
    : [
        `${count === 1 ? "One activity" : `${count} activities`} there came from Strava, and the API of intervals.icu serves none of these: name a folder of recordings with --from, or connect your device to intervals.icu itself.`,
      ];

/** `pull [PLAN]`: notes new rides beside the plan, each once. It changes no plan. */
export const pull: Run<typeof pullSpec> = async (call) => {
  const { system, args, flags, isJson } = call;
  const settings = await resolveSettings(system, { today: flags.today, quiet: flags.quiet });
  const { path } = await findPlan(datedSearch(system, settings, args[0]));
  const { training_plan: plan } = (await toldPlan(path, placesOf(system))).plan;
  const hasService = await readsService(system, flags);
  const { there, away } = await foldersFor(system, flags);
  const isNowhere = there.length === 0 && !hasService;
  if (isNowhere && flags.forget === undefined)
    throw new PlanError({
      code: "NOT_FOUND",
      message: `There is no folder with rides: Zwift keeps none here${away.length === 0 ? ", and you named none" : `, and ${away.join(" and ")} is away`}.`,
      hint: "Name it once: cycling-plan pull --from FOLDER, or --from intervals.icu.",
    });
  const nothing: Found = { rides: [], fromStrava: 0 };
  const { rides: found, fromStrava } = isNowhere
    ? nothing
    : await read(call, settings, { folders: there, hasService, plan, path });
  if (found.length > 0) {
    await appendPulled(
      changePaths(path).rides,
      found.map(({ note }) => note),
    );
    await pagesFollow(system, settings, path);
  }
  const folders = [...there, ...(hasService ? [SERVICE] : [])];
  if (isJson) {
    const rides = found.map(({ note, match }) => ({ ...note, status: match?.status ?? "extra" }));
    const kept = hasService ? { from_strava: fromStrava } : {};
    system.out(jsonText({ plan_id: plan.plan_id, folders, folders_away: away, rides, ...kept }));
  } else if (!settings.quiet) {
    const rows = found.map(({ ride, match }) => riddenRow(ride, match));
    const sight = { rows, folders, away, notes: stravaNote(fromStrava) };
    system.out(`${pulledPage(sight, await pageFor(system, settings)).join("\n")}\n`);
  }
  return 0;
};
