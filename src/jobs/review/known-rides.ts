import { changePaths, readDone, readPulled } from "../../storage/change-files.ts";
import type { KnownRides } from "./match-known.ts";

/** Reads what is known of the rides of the plan in this file. Throws INPUT_INVALID for a line that is none. */
export async function knownRides(planPath: string): Promise<KnownRides> {
  const paths = changePaths(planPath);
  const [noted, done] = await Promise.all([readPulled(paths.rides), readDone(paths.done)]);
  return { noted, done };
}
