import type { EventType } from "../athlete/schema.ts";
import { interpolate } from "../base/numbers.ts";
import type { PlanEvent } from "../plan/event-schema.ts";

/** Above so many hours the longest two days in a row count instead of the longest ride (12.3). */
export const LONG_EVENT_HOURS = 8;

/** Shares of an event's length that the longest riding before it should reach (12.3). */
export interface ReadyShare {
  /** On track from here. */
  readonly green: number;
  /** Not yet below this. */
  readonly red: number;
}
export const LONGEST_RIDE_SHARE: ReadyShare = { green: 0.6, red: 0.4 };
export const TWO_DAYS_SHARE: ReadyShare = { green: 0.5, red: 0.3 };
/** Fitness on the event's morning against what riders of such events bring (training science 12.3; convention). */
export const FITNESS_SHARE: ReadyShare = { green: 0.9, red: 0.6 };

type Points = readonly (readonly [hours: number, ctl: number])[];

/** Steady events, to finish well: seven to eight days of this fitness are about the event's own load (training science 12.3; convention). */
const STEADY: Points = [
  [1, 26],
  [3, 34],
  [6, 42],
  [8, 48],
  [14, 60],
  [24, 70],
];
/** Races in a bunch, where others set the pace. */
const BUNCH: Points = [
  [1, 40],
  [3, 48],
  [6, 55],
];
/** Against the clock, where power counts more than fitness for many hours. */
const ALONE: Points = [
  [0.25, 28],
  [1, 34],
  [3, 42],
];
/** Days in a row, by the hours of one of them. */
const STAGES: Points = [
  [2, 38],
  [4, 46],
  [6, 54],
  [8, 60],
];

const BY_TYPE: Record<EventType, Points> = {
  century: STEADY,
  gran_fondo: STEADY,
  gravel: STEADY,
  ultra: STEADY,
  other: STEADY,
  multi_day: STAGES,
  road_race: BUNCH,
  criterium: BUNCH,
  cyclocross: BUNCH,
  mtb: BUNCH,
  time_trial: ALONE,
  hill_climb: ALONE,
};

/** Fitness (CTL) from which riders of such an event come to it well prepared. */
export const fitnessBrought = ({ type, hours, days }: Pick<PlanEvent, "type" | "hours" | "days">): number =>
  interpolate(days > 1 ? STAGES : BY_TYPE[type], hours);
