import { quoted } from "../athlete/parse-reading.ts";
import { PlanError } from "../base/errors.ts";
import { isTimeZone, localClock } from "../history/local-clock.ts";
import { readHistory, type History, type HistoryPorts } from "../jobs/activities/read-history.ts";
import { activityFilesAt, type ActivityFile } from "../storage/activity-files.ts";
import { pathFrom } from "./input.ts";
import type { Progress } from "./progress.ts";
import type { System } from "./system.ts";

/** The zone of `--timezone`, or the machine's. */
function timeZoneOf(system: System, typed: string | undefined): string {
  if (typed === undefined) return system.timeZone();
  if (isTimeZone(typed)) return typed;
  throw new PlanError({
    code: "INPUT_INVALID",
    message: `--timezone: ${quoted(typed)} -> expected a time zone such as Europe/Berlin or America/New_York`,
    hint: "Leave it out to use the time zone of this computer.",
  });
}

/** Where rides lie, and where on earth they were ridden. */
export interface RidePlaces {
  readonly paths: readonly string[];
  readonly timezone: string | undefined;
  readonly onTrace?: HistoryPorts["onTrace"];
  /** Only recordings that ended after this, and none is no error. */
  readonly since?: Date | undefined;
  /** Files that lie on no disk of ours. */
  readonly more?: readonly ActivityFile[];
}

/** Reads the rides at these paths and says how far it is. */
export async function historyAt(
  system: System,
  progress: Progress,
  { paths, timezone, onTrace, since, more = [] }: RidePlaces,
): Promise<History> {
  const clock = localClock(timeZoneOf(system, timezone));
  return progress.during("Reading your rides", async (tell) => {
    const found = await activityFilesAt(
      paths.map((path) => pathFrom(system, path)),
      since,
    );
    try {
      return await readHistory(
        { ...found, files: [...more, ...found.files] },
        {
          clock,
          isCancelled: system.isCancelled,
          tell,
          onTrace,
          mayBeEmpty: since !== undefined,
        },
      );
    } finally {
      found.close();
    }
  });
}
