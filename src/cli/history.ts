import { quoted } from "../athlete/parse-reading.ts";
import { PlanError } from "../base/errors.ts";
import type { CalendarDate } from "../base/calendar.ts";
import type { KnownNumbers, HistorySummary } from "../history/summary.ts";
import { summarize } from "../history/summary.ts";
import { isTimeZone, localClock } from "../history/local-clock.ts";
import { readHistory, type History } from "../jobs/activities/read-history.ts";
import { activityFilesAt } from "../storage/activity-files.ts";
import type { Call } from "./command-spec.ts";
import { textFlag } from "./flags.ts";
import { pathFrom } from "./input.ts";
import { progressOf } from "./progress.ts";
import type { Settings } from "./settings.ts";

/** The zone of `--timezone`, or the machine's. */
function timeZoneOf({ system, flags }: Call): string {
  const typed = textFlag(flags, "timezone");
  if (typed === undefined) return system.timeZone();
  if (isTimeZone(typed)) return typed;
  throw new PlanError({
    code: "INPUT_INVALID",
    message: `--timezone: ${quoted(typed)} -> expected a time zone such as Europe/Berlin or America/New_York`,
    hint: "Leave it out to use the time zone of this computer.",
  });
}

/** Reads the rides at these paths and says how far it is. */
export async function historyAt(call: Call, settings: Settings, paths: readonly string[]): Promise<History> {
  const { system } = call;
  const clock = localClock(timeZoneOf(call));
  const progress = await progressOf(call, settings);
  return progress.during("Reading your rides", async (tell) => {
    const found = await activityFilesAt(paths.map((path) => pathFrom(system, path)));
    try {
      return await readHistory(found, { clock, isCancelled: system.isCancelled, tell });
    } finally {
      found.close();
    }
  });
}

const MOST_SAID = 3;

/** The first things that could not be read, for who finds no ride. */
function firstFaults({ files }: History): string[] {
  const all = files.flatMap(({ file, faults }) =>
    faults.slice(0, MOST_SAID).map(({ line, why }) => `  ${file}${line === undefined ? "" : ` line ${line}`}: ${why}`),
  );
  return all.slice(0, MOST_SAID);
}

/** What the rides say up to a day. Throws INPUT_INVALID where there is no ride. */
export function summaryOf(history: History, today: CalendarDate, known: KnownNumbers): HistorySummary {
  const summary = summarize(history.rides, today, known);
  if (summary !== undefined) return summary;
  throw new PlanError({
    code: "INPUT_INVALID",
    message: [`There is no bicycle ride up to ${today} in it.`, ...firstFaults(history)].join("\n"),
    hint: "Name an export that holds your rides; cycling-plan activities PATH --json says what became of each line.",
    details: { files: history.files },
  });
}
