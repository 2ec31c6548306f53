import { basename, dirname, join } from "node:path";
import type { Done, Step } from "../plan/change-schema.ts";
import type { PulledRide } from "../plan/pulled-ride.ts";
import { appendLines, readLines, type LineKind } from "./json-lines.ts";

/** The files that keep how a plan lives, beside its plan file. */
export interface ChangePaths {
  readonly changes: string;
  readonly done: string;
  /** Rides that were read from recordings. */
  readonly rides: string;
  /** All texts of a change while it is being written. */
  readonly pending: string;
}

/** Their paths, of a plan or of an instance of one. */
export function changePaths(planPath: string): ChangePaths {
  const stem = basename(planPath).replace(/(?:_plan)?\.json$/, "");
  const at = (name: string): string => join(dirname(planPath), name);
  return {
    changes: at(`${stem}_changes.jsonl`),
    done: at(`${stem}_done.jsonl`),
    rides: at(`${stem}_rides.jsonl`),
    pending: at(`.${stem}_change.pending`),
  };
}

/** A line of the list of changes. */
export const STEP: LineKind<"step"> = { kind: "step", what: "change" };
const DONE: LineKind<"done"> = { kind: "done", what: "day" };
const RIDE: LineKind<"ride"> = { kind: "ride", what: "ride" };

/** The steps of a plan, in order; empty where it was never changed. Throws INPUT_INVALID for a line that is none. */
export const readSteps = (path: string): Promise<Step[]> => readLines(path, STEP);

/** What the rider said of their days, the last word on each day last. */
export const readDone = (path: string, state?: string): Promise<Done[]> => readLines(path, DONE, state);

/** Adds a line to what the rider said of their days. */
export const appendDone = (path: string, done: Done): Promise<void> => appendLines(path, [done], DONE);

/** The rides that were read for a plan, in the order in which they came. */
export const readPulled = (path: string, state?: string): Promise<PulledRide[]> => readLines(path, RIDE, state);

/** Adds rides to those that were read. */
export const appendPulled = (path: string, rides: readonly PulledRide[]): Promise<void> =>
  appendLines(path, rides, RIDE);
