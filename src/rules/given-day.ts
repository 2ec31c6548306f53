import { fixedRidesOn, isHabit, otherSportOn } from "../athlete/given-days.ts";
import type { Rider } from "../athlete/rider.ts";
import type { FixedRide } from "../athlete/terms.ts";
import type { CalendarDate } from "../base/calendar.ts";
import { isHardEffort, type Effort } from "../base/effort.ts";
import { interpolate, roundTo, sum } from "../base/numbers.ts";
import { eventOn } from "../plan/event-days.ts";
import type { PlanEvent } from "../plan/event-schema.ts";
import type { FixedRideDay, OtherSportDay } from "../plan/schema.ts";
import { highestPowerIn, RESTFUL_MINUTES, SPORT_LOAD } from "./limits.ts";

/*
 * What a rider does on a day whatever is planned: rides that happen anyway, and other sport. The planner plans around it and
 * the rules read it from the rider's own words.
 */

/** A ride that happens anyway, with its load. */
export interface FixedSession extends FixedRideDay {
  readonly load: number;
  /** A limit on the rider's power holds it down. */
  readonly isHeld: boolean;
}

/** What a day holds before anything is planned. Minutes and loads are sums. */
export interface GivenDay {
  readonly rides: readonly FixedSession[];
  readonly sports: readonly OtherSportDay[];
  readonly minutes: number;
  readonly load: number;
  readonly sportLoad: number;
  /** The day is no rest day: its rides are more than a short easy commute. */
  readonly isRiding: boolean;
  /** One of its rides is hard; one of its rides, or another sport, is hard on the legs. */
  readonly isHardRide: boolean;
  readonly isHard: boolean;
  /** The day's riding is done: nothing is planned beside it. */
  readonly isTaken: boolean;
}

/** A day on which nothing is given. */
export const FREE_DAY: GivenDay = {
  rides: [],
  sports: [],
  minutes: 0,
  load: 0,
  sportLoad: 0,
  isRiding: false,
  isHardRide: false,
  isHard: false,
  isTaken: false,
};

/**
 * Normalised power of rides as their riders call them, as a fraction of FTP by hours (training science 2.1, 2.3, 3.3): a hard
 * group ride and a race go up and down, and are planned as what they amount to.
 */
const INTENSITY: Readonly<Record<Effort, readonly (readonly [hours: number, fraction: number])[]>> = {
  easy: [[1, 0.65]],
  moderate: [
    [3, 0.75],
    [6, 0.7],
  ],
  hard: [
    [1, 0.88],
    [2, 0.84],
    [4, 0.77],
    [6, 0.72],
  ],
  race: [
    [0.75, 0.96],
    [1.5, 0.9],
    [3, 0.82],
    [5, 0.75],
    [8, 0.66],
  ],
};

const NAMES: Readonly<Record<Effort, string>> = {
  easy: "Your own easy ride",
  moderate: "Your own ride",
  hard: "Your own hard ride",
  race: "Your own race",
};

/** Never above what the rider may ride in that week: under a limit they ride along more gently. */
function sessionOf({ minutes, effort, name }: FixedRide, most: number): FixedSession {
  const usual = roundTo(interpolate(INTENSITY[effort], minutes / 60), 2);
  const percent = Math.floor(Math.min(usual, most) * 100 + 1e-6);
  return {
    name: name ?? NAMES[effort],
    minutes,
    effort,
    intensity_pct: percent,
    load: (minutes / 60) * (percent / 100) ** 2 * 100,
    isHeld: usual > most + 1e-6,
  };
}

interface Where {
  readonly date: CalendarDate;
  readonly week: number;
  readonly events: readonly PlanEvent[];
}

type Given = Pick<Rider, "fixedRides" | "otherSport" | "unavailable" | "bands" | "carefulStart" | "level" | "heldBack">;

/** True where a rider said of no ride and no sport that it happens anyway. */
export const givesNothing = ({ fixedRides, otherSport }: Pick<Given, "fixedRides" | "otherSport">): boolean =>
  fixedRides.length + otherSport.length === 0;

/** What the rider does anyway on a date. An event takes the place of all of it. */
export function givenDay(rider: Given, { date, week, events }: Where): GivenDay {
  if (givesNothing(rider) || eventOn(events, date) !== undefined) return FREE_DAY;
  const most = highestPowerIn(rider, week);
  const rides = fixedRidesOn(rider, date).map((ride) => sessionOf(ride, most));
  const sports = otherSportOn(rider, date).map(({ minutes, sport, effort, name }): OtherSportDay => ({
    date,
    minutes,
    sport,
    effort,
    load: roundTo((minutes / 60) * SPORT_LOAD[effort], 1),
    ...(name === undefined ? {} : { name }),
  }));
  const minutes = sum(rides.map((ride) => ride.minutes));
  const isEasy = rides.every(({ effort }) => effort === "easy");
  const isHardRide = rides.some(({ effort }) => isHardEffort(effort));
  return {
    rides,
    sports,
    minutes,
    load: sum(rides.map(({ load }) => load)),
    sportLoad: sum(sports.map(({ load }) => load)),
    isRiding: !isEasy || minutes > RESTFUL_MINUTES,
    isHardRide,
    isHard: isHardRide || sports.some(({ effort }) => isHardEffort(effort)),
    isTaken: !isEasy,
  };
}

/** Load a day of the other sport that a rider does every week: what form is used to at the start. */
export const usualSportLoad = ({ otherSport }: Pick<Rider, "otherSport">): number =>
  sum(otherSport.filter(isHabit).map(({ minutes, effort }) => (minutes / 60) * SPORT_LOAD[effort])) / 7;
