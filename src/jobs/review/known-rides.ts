import type { CalendarDate } from "../../base/calendar.ts";
import type { Done } from "../../plan/change-schema.ts";
import type { PulledRide } from "../../plan/pulled-ride.ts";
import type { TrainingPlan } from "../../plan/schema.ts";
import { changePaths, readDone, readPulled } from "../../storage/change-files.ts";
import { matchRides, type Matching } from "./match.ts";
import { riddenOf } from "./noted.ts";

/** What lies beside a plan of its rides: those that were pulled, and what the rider said of their days. */
export interface KnownRides {
  readonly noted: readonly PulledRide[];
  readonly done: readonly Done[];
}

/** Reads what is known of the rides of the plan in this file. Throws INPUT_INVALID for a line that is none. */
export async function knownRides(planPath: string): Promise<KnownRides> {
  const paths = changePaths(planPath);
  const [noted, done] = await Promise.all([readPulled(paths.rides), readDone(paths.done)]);
  return { noted, done };
}

/** The sessions of a plan with what is known of their rides. */
export const matchKnown = (plan: TrainingPlan, { noted, done }: KnownRides, today: CalendarDate): Matching =>
  matchRides(plan, { rides: noted.map(riddenOf), done, today });
