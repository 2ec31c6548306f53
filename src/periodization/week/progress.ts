import type { Rider } from "../../athlete/rider.ts";
import { sum } from "../../base/numbers.ts";
import { usualSportLoad } from "../../rules/given-day.ts";
import type { LoadOn } from "../../load/event-load.ts";
import type { Fitness } from "../../load/fitness.ts";
import type { Phase } from "../../plan/schema.ts";
import type { Reason } from "../../workout/schema.ts";
import type { SeasonWeek } from "../season/season.ts";
import { noRungsYet, type RiddenRungs } from "./next-session.ts";
import type { PlannedRide } from "./planned-ride.ts";
import type { StrengthDay } from "./strength.ts";
import type { WeekTemplate } from "./week-template.ts";

/** A week with its rides decided. */
export interface PlannedWeek {
  readonly week: SeasonWeek;
  readonly rides: readonly PlannedRide[];
  readonly strength: readonly StrengthDay[];
  /** Of all rides, those that happen anyway among them. */
  readonly minutes: number;
  readonly load: number;
  /** Which limit set the minutes. */
  readonly bound: Reason;
  readonly template: WeekTemplate | undefined;
  /** Where the ladders stand after this week. */
  readonly riddenRungs: RiddenRungs;
}

/** The day of what was not ridden yet, before any day of the plan: far enough back for every spacing. */
export const NEVER = -99;

/** What the weeks so far leave to the next one. */
export interface Progress {
  readonly riddenRungs: RiddenRungs;
  readonly fitness: Fitness;
  /** The same with other sport in both sums: what form is read from (12.2). */
  readonly withSport: Fitness;
  /** Longest ride so far in minutes: recent riding included, and of this plan alone. */
  readonly longestMinutes: number;
  readonly longestPlanned: number;
  /** Most minutes of a load week so far, recent riding included. */
  readonly bestMinutes: number;
  /** Load weeks of the block that is open, and the last three of all. */
  readonly block: readonly PlannedWeek[];
  readonly lastLoads: readonly PlannedWeek[];
  readonly lastLongMinutes: number;
  /** Days of the plan, counted from its first Monday; NEVER where there is none yet. */
  readonly lastHard: number;
  readonly lastVo2: number;
  readonly lastTest: number;
  readonly lastRide: number;
  readonly lastStrength: number;
  readonly lastLong: number | undefined;
  readonly template: WeekTemplate | undefined;
  readonly turns: Readonly<Record<Phase, number>>;
  /** Loads of the events ridden so far; none where the plan has the one only. */
  readonly eventLoads: readonly LoadOn[];
}

/** Both sums at the start, each with the other sport that the rider is used to. */
export function startWithSport(rider: Rider): Fitness {
  const usual = usualSportLoad(rider);
  return { ctl: rider.startingCtl + usual, atl: rider.startingAtl + usual };
}

/** Load of a day's rides, planned or not. */
export const rideLoadOn = ({ rides, week }: Pick<PlannedWeek, "rides" | "week">, weekday: number): number =>
  sum(rides.filter((ride) => ride.weekday === weekday).map((ride) => ride.loadAt(ride.minutes))) +
  (week.given.days[weekday]?.load ?? 0);

/** Minutes of the rides that happen anyway on some weekdays of a week. */
export const givenMinutes = ({ given }: SeasonWeek, on: (weekday: number) => boolean): number =>
  sum(given.days.map((day, weekday) => (on(weekday) ? day.minutes : 0)));

/** Days of the plan with something hard that is given. */
export const hardGiven = ({ firstDay, given }: SeasonWeek): number[] =>
  given.hard.filter((weekday) => weekday >= 0 && weekday < 7).map((weekday) => firstDay + weekday);

export const startProgress = (rider: Rider): Progress => ({
  riddenRungs: noRungsYet,
  fitness: { ctl: rider.startingCtl, atl: rider.startingAtl },
  withSport: startWithSport(rider),
  longestMinutes: rider.longestRecentMinutes,
  longestPlanned: 0,
  bestMinutes: rider.recentMinutes,
  block: [],
  lastLoads: [],
  lastLongMinutes: 0,
  lastHard: NEVER,
  lastVo2: NEVER,
  lastTest: NEVER,
  lastRide: -1,
  lastStrength: NEVER,
  lastLong: undefined,
  template: undefined,
  turns: { base: 0, build: 0, peak: 0, taper: 0 },
  eventLoads: [],
});
