import { mergingRides } from "../../../src/history/merge.ts";
import type { RideList } from "../../../src/history/ride.ts";

/** The rides of all files, merged without a pause. */
export function mergeRides(lists: readonly RideList[]): RideList {
  const merging = mergingRides(lists);
  for (let step = merging.next(); ; step = merging.next()) if (step.done === true) return step.value.rides;
}
