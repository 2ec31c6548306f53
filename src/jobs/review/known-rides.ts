import { changePaths, readDone, readPulled } from "../../storage/lived-files.ts";
import type { KnownRides } from "./match-known.ts";

/** Reads what is known of the rides of the plan in this file; what was found right is noted in `state`. Throws INPUT_INVALID for a line that is none. */
export async function knownRides(planPath: string, state?: string): Promise<KnownRides> {
  const paths = changePaths(planPath);
  const [noted, done] = await Promise.all([readPulled(paths.rides, state), readDone(paths.done, state)]);
  return { noted, done };
}
