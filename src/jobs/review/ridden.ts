import type { CalendarDate } from "../../base/calendar.ts";
import type { Effort } from "../../history/efforts.ts";
import { isSameRide } from "../../history/merge.ts";
import { rideLoad } from "../../history/ride-load.ts";
import type { Ride } from "../../history/ride.ts";
import { ftpOn } from "../../plan/ftp-on.ts";
import type { TrainingPlan } from "../../plan/schema.ts";
import type { History } from "../activities/read-history.ts";

/** A ride that was ridden, as a plan is held against it. */
export interface Ridden {
  readonly day: CalendarDate;
  readonly seconds: number;
  readonly load: number;
  /** The load rests on more than how long it was. */
  readonly isMeasured: boolean;
  /** Seconds of the rider's clock at the start, as `Ride` has them. */
  readonly clock?: number | undefined;
  readonly file?: string | undefined;
  readonly best20Watts?: number | undefined;
  /** Watts of each second, where a recording has them. */
  readonly watts?: readonly number[] | undefined;
  /** How each effort of a session was ridden, where that was worked out before, and which session. */
  readonly noted?: { readonly session: string; readonly efforts: readonly Effort[] } | undefined;
}

/** Watts of each second of a ride. */
export interface Trace {
  readonly ride: Ride;
  readonly watts: readonly number[];
  readonly file: string;
}

/** Gathers the traces of rides on the days of a plan. */
export function traceKeeper({ plan_metadata: { start_date: from, end_date: to } }: TrainingPlan): {
  readonly traces: readonly Trace[];
  readonly onTrace: (ride: Ride, watts: readonly number[], file: string) => void;
} {
  const traces: Trace[] = [];
  const onTrace = (ride: Ride, watts: readonly number[], file: string): void => {
    if (ride.day >= from && ride.day <= to) traces.push({ ride, watts, file });
  };
  return { traces, onTrace };
}

/** The recorded rides on the days of a plan, with the load that its own FTP gives them. */
export function riddenIn(plan: TrainingPlan, { rides, files }: History, traces: readonly Trace[]): Ridden[] {
  const { start_date: from, end_date: to } = plan.plan_metadata;
  const found: Ridden[] = [];
  for (const ride of rides) {
    if (ride.day < from || ride.day > to) continue;
    const trace = traces.find((one) => isSameRide(one.ride, ride));
    const ftpWatts = ftpOn(plan.plan_metadata, ride.day);
    const { load, rung } = rideLoad(ride, { ftpWatts, lthr: plan.athlete_profile.lthr });
    found.push({
      day: ride.day,
      seconds: ride.seconds,
      load,
      isMeasured: rung !== "duration",
      clock: ride.clock,
      file: trace?.file ?? files.find(({ source }) => source === ride.source)?.file,
      best20Watts: ride.best20Watts,
      watts: trace === undefined || trace.watts.length === 0 ? undefined : trace.watts,
    });
  }
  return found;
}
