import type { CalendarDate } from "../../base/calendar.ts";
import type { Done } from "../../plan/change-schema.ts";
import type { PulledRide } from "../../plan/pulled-ride.ts";
import type { TrainingPlan } from "../../plan/schema.ts";
import { matchRides, type Matched } from "../review/match.ts";
import { noteOf, notIn, riddenOf } from "../review/noted.ts";
import type { Ridden } from "../review/ridden.ts";

/** A ride that was not noted yet, and the session that it was. */
export interface NewRide {
  readonly ride: Ridden;
  readonly match: Matched | undefined;
  readonly note: PulledRide;
}

export interface PullInput {
  /** What the files hold. */
  readonly rides: readonly Ridden[];
  readonly noted: readonly PulledRide[];
  readonly done: readonly Done[];
  readonly today: CalendarDate;
  /** The clock, to the second. */
  readonly at: string;
}

/** The rides that are new to a plan, each once, held against its sessions. */
export function newRides(plan: TrainingPlan, { rides, noted, done, today, at }: PullInput): NewRide[] {
  const known = noted.map(riddenOf);
  const fresh = notIn(rides, known).filter(({ day }) => day <= today);
  if (fresh.length === 0) return [];
  const { sessions } = matchRides(plan, { rides: [...known, ...fresh], done, today });
  return fresh.map((ride) => {
    const match = sessions.find((one) => one.rides.includes(ride));
    return { ride, match, note: noteOf(ride, match, at) };
  });
}
