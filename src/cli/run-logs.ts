import { join } from "node:path";
import { addToLog, rotateLogs } from "../storage/run-log.ts";
import type { LogEntry } from "../jobs/generate/log-entry.ts";
import { placesOf } from "./places.ts";
import type { System } from "./system.ts";

/** Where the logs of runs lie: in the state directory, apart from the plans. */
export const logDirectory = (system: Pick<System, "platform" | "env" | "home">): string =>
  join(placesOf(system).state, "logs");

const factsOf = ({ facts = {} }: LogEntry): string =>
  Object.entries(facts)
    .map(([name, value]) => ` ${name}=${String(value)}`)
    .join("");

/** Writes what a run tells to its log, each entry with the moment; the oldest logs go when a run begins. */
export function runLogOf(system: System): (jobId: string, entry: LogEntry) => Promise<void> {
  const directory = logDirectory(system);
  let isOpen = false;
  return async (jobId, entry) => {
    if (!isOpen) await rotateLogs(directory, jobId);
    isOpen = true;
    await addToLog(directory, jobId, `${system.now().toISOString()} ${jobId} ${entry.event}${factsOf(entry)}`);
  };
}
