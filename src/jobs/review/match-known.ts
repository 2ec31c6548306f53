import type { CalendarDate } from "../../base/calendar.ts";
import type { Done } from "../../plan/change-schema.ts";
import type { PulledRide } from "../../plan/pulled-ride.ts";
import type { TrainingPlan } from "../../plan/schema.ts";
import { matchRides, type Matching } from "./match.ts";
import { riddenOf } from "./noted.ts";

/** What lies beside a plan of its rides: those that were pulled, and what the rider said of their days. */
export interface KnownRides {
  readonly noted: readonly PulledRide[];
  readonly done: readonly Done[];
}

/** The sessions of a plan with what is known of their rides. */
export const matchKnown = (plan: TrainingPlan, { noted, done }: KnownRides, today: CalendarDate): Matching =>
  matchRides(plan, { rides: noted.map(riddenOf), done, today });
