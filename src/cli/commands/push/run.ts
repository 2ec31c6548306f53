import { jsonText } from "../../../base/json.ts";
import { PlanError } from "../../../base/errors.ts";
import { openLiving } from "../../../jobs/change/open-living.ts";
import { planLife } from "../../../jobs/change/plan-life.ts";
import { exportOptions } from "../../../jobs/export/write-export.ts";
import { findPlan } from "../../../jobs/plans/find-plan.ts";
import { laterFtp } from "../../../jobs/plans/plan-ftp.ts";
import { savedAthlete } from "../../../jobs/plans/saved-athlete.ts";
import { isSettled, type PushDiff } from "../../../jobs/push/diff.ts";
import { pushedEntries } from "../../../jobs/push/entries.ts";
import { planPush, push, PushStopped, type PushTask } from "../../../jobs/push/push.ts";
import { pushJson, pushSight } from "../../../jobs/push/sight.ts";
import { pushPage, type PushSight } from "../../../report/push.ts";
import { keepPushed, readPushed, type Pushed, type PushedPlace } from "../../../storage/pushed-state.ts";
import type { Call, Run } from "../../command.ts";
import { withIcu, type ReachedIcu } from "../../intervals-icu/reach.ts";
import { pageFor } from "../../page.ts";
import { placesOf } from "../../places.ts";
import { datedSearch } from "../../plan-search.ts";
import { progressOf } from "../../progress.ts";
import { resolveSettings, type Settings } from "../../settings.ts";
import type { pushSpec } from "./spec.ts";

type PushCall = Call<typeof pushSpec>;

const FIRST_PAUSE_MS = 1000;

/** What the calendar is to hold, and what was pushed to it before. */
interface Prepared {
  readonly task: PushTask;
  readonly notes: readonly string[];
  readonly place: PushedPlace;
  readonly at: string | undefined;
}

async function prepared(
  { system, args: [given], flags }: PushCall,
  settings: Settings,
  icu: ReachedIcu,
): Promise<Prepared> {
  const { state, settings: own } = placesOf(system);
  const { path } = await findPlan(datedSearch(system, settings, given));
  const open = await openLiving(path);
  const { file } = open.onDisk;
  const { plan_id: planId, plan_metadata: metadata } = file.training_plan;
  const place = { planId, athlete: icu.athlete, baseUrl: icu.baseUrl };
  const before = await readPushed(state, place);
  const at = flags.at ?? before?.at;
  const { current } = await savedAthlete(own);
  const life = planLife(open);
  const options = { ...exportOptions({ at }), ftpWatts: laterFtp(file, current.get("ftp")), life };
  const { entries, notes } = pushedEntries(file, options);
  const gone = life.gone.map(({ id }) => id);
  const task = { entries, gone, held: before?.entries, today: settings.today, end: metadata.end_date };
  return { task, notes, place, at };
}

/** How far a push came that was stopped, as an error with a remedy. */
function stoppedError(stopped: PushStopped, icu: ReachedIcu): PlanError {
  const { failure, done, total } = stopped;
  const left =
    total === 0 ? "Nothing was sent." : `${done} of ${total} entries were sent; nothing of others was touched.`;
  if (failure !== undefined) return icu.errorOf(failure, left);
  return new PlanError({
    code: "PROVIDER_FAILED",
    message: `intervals.icu took what was sent, and does not show it afterwards. ${left}`,
    hint: "Look at your calendar there, and report it: their API may have changed.",
  });
}

async function sent(
  call: PushCall,
  settings: Settings,
  { icu, ready }: { icu: ReachedIcu; ready: Prepared },
): Promise<PushDiff> {
  const { system, isJson } = call;
  const { state } = placesOf(system);
  const { place, at, task } = ready;
  const keep = (entries: Pushed["entries"]): Promise<void> =>
    keepPushed(state, place, {
      plan_id: place.planId,
      athlete: place.athlete,
      ...(at === undefined ? {} : { at }),
      entries,
    });
  const pause = (round: number): Promise<void> => icu.clock.sleep(FIRST_PAUSE_MS * 2 ** round, icu.signal);
  const progress = await progressOf(system, settings, { isJson });
  return progress.during("Writing your calendar", (tell) => push(task, { calendar: icu.calendar, keep, tell, pause }));
}

const whoseOf = (athlete: string): string => (athlete === "0" ? "the owner of the key" : `athlete ${athlete}`);

/** `push [PLAN]`: shows what would change in the calendar by day; with --yes changes it. */
export const pushPlan: Run<typeof pushSpec> = async (call) => {
  const { system, flags, isJson } = call;
  const settings = await resolveSettings(system, { today: flags.today, quiet: flags.quiet });
  return withIcu({ system, settings, flags }, async (icu) => {
    const ready = await prepared(call, settings, icu);
    const isYes = flags.yes === true;
    try {
      const diff = isYes ? await sent(call, settings, { icu, ready }) : await planPush(ready.task, icu.calendar);
      const state: PushSight["state"] = isSettled(diff) ? "nothing to do" : isYes ? "done" : "seen";
      const head = { planId: ready.place.planId, whose: whoseOf(icu.athlete), state, notes: ready.notes };
      if (isJson) system.out(jsonText({ ...pushJson(diff), plan_id: head.planId, athlete: icu.athlete, sent: isYes }));
      else if (!settings.quiet) {
        const page = await pageFor(system, settings);
        system.out(`${pushPage(pushSight(diff, head), page).join("\n")}\n`);
      }
      return 0;
    } catch (error) {
      throw error instanceof PushStopped ? stoppedError(error, icu) : error;
    }
  });
};
