import { isUnavailable } from "../../athlete/rider.ts";
import { addDays } from "../../base/calendar.ts";
import { MOST_RIDING_DAYS, STRENGTH } from "../../rules/limits.ts";
import type { SeasonWeek } from "../season/season.ts";
import type { PlanBasis } from "./plan-basis.ts";
import type { RideWish } from "./planned-ride.ts";

export interface StrengthDay {
  readonly weekday: number;
  readonly minutes: number;
}

/** Strength may take this share of a week's riding where the days are full, and no more. */
const RIDING_KEPT = { all: 0.98, most: 0.94 };

interface StrengthInput {
  readonly rides: readonly RideWish[];
  readonly weekMinutes: number;
  /** Day of the plan of the last session. */
  readonly lastStrength: number;
}

/**
 * Days for strength: a riding day, after the ride, or one of those that the rider named; never the day before a key session, long ride, test or event, 48 hours
 * apart, none in the last week before an event or at the end (rule 38). Sessions get shorter, then fewer, before riding does.
 */
export function strengthDays(
  basis: Pick<PlanBasis, "rider" | "season">,
  week: SeasonWeek,
  input: StrengthInput,
): StrengthDay[] {
  const wanted = week.kind === "load" ? basis.rider.strengthPerWeek : Math.min(1, basis.rider.strengthPerWeek);
  if (wanted === 0) return [];
  const options: StrengthDay[][] = [];
  for (let count = wanted; count > 0; count--)
    for (const minutes of [STRENGTH.minutes, STRENGTH.shortMinutes])
      options.push(placed(basis, week, { ...input, minutes }).slice(0, count));
  const keeps = (share: number): StrengthDay[] | undefined =>
    options.find((days) => days.length > 0 && ridingRoom(week, input.rides, days) >= ridingNeed(input) * share);
  return [...(keeps(RIDING_KEPT.all) ?? keeps(RIDING_KEPT.most) ?? [])].sort((a, b) => a.weekday - b.weekday);
}

const ridingNeed = ({ rides, weekMinutes }: StrengthInput): number =>
  Math.min(
    weekMinutes,
    rides.reduce((total, ride) => total + ride.most, 0),
  );

function ridingRoom(week: Pick<SeasonWeek, "room">, rides: readonly RideWish[], days: readonly StrengthDay[]): number {
  return rides.reduce((total, ride) => {
    const taken = days.find((day) => day.weekday === ride.weekday)?.minutes ?? 0;
    return total + Math.min(ride.most, (week.room[ride.weekday] ?? 0) - taken);
  }, 0);
}

/** True on the eve of an event. */
const isBeforeEvent = (weeks: readonly SeasonWeek[], day: number): boolean =>
  weeks.some(({ around }) => around?.events.some((event) => event.day === day + 1) === true);

/** A day that may hold strength: with the ride it follows, or a day of its own. */
interface Place {
  readonly weekday: number;
  readonly rideMinutes: number;
  readonly isHard: boolean;
  /** A long ride or a test: strength stands with them last. */
  readonly isLong: boolean;
}

/** The days that strength may stand on: riding days, or those that the rider named and can train on. */
function places({ rider }: Pick<PlanBasis, "rider">, week: SeasonWeek, rides: readonly RideWish[]): Place[] {
  const ridden = rides
    .filter((ride) => ride.role !== "event" && ride.role !== "openers")
    .map(({ weekday, least, isHard, role }): Place => ({
      weekday,
      rideMinutes: least,
      isHard,
      isLong: role === "test" || role === "long",
    }));
  const { strengthDays: own } = rider;
  if (own === undefined) return ridden;
  const free = own.filter(
    (day) => rides.every(({ weekday }) => weekday !== day) && !isUnavailable(rider, addDays(week.start, day)),
  );
  // Five days of training a week, strength on a day of its own counted.
  const most = Math.max(0, MOST_RIDING_DAYS - rides.length);
  return [
    ...ridden.filter(({ weekday }) => own.includes(weekday)),
    ...free.slice(0, most).map((weekday): Place => ({ weekday, rideMinutes: 0, isHard: false, isLong: false })),
  ];
}

/** Every day that may hold a session of so many minutes, hard days first, kept apart. */
function placed(
  basis: Pick<PlanBasis, "rider" | "season">,
  week: SeasonWeek,
  { rides, lastStrength, minutes }: StrengthInput & { minutes: number },
): StrengthDay[] {
  const { rider, season } = basis;
  const lastDay = Math.min(season.eventDay ?? Number.POSITIVE_INFINITY, season.weeks.length * 7) - STRENGTH.clearAtEnd;
  const guarded = new Set([
    ...rides.filter((ride) => ride.role !== "easy").map((ride) => ride.weekday),
    ...week.given.hard,
  ]);
  const mondayRides = rider.days[0]?.available === true;
  const may = places(basis, week, rides).filter(({ weekday, rideMinutes }) => {
    const day = week.firstDay + weekday;
    if (day >= lastDay || day - lastStrength < STRENGTH.daysApart) return false;
    if (isBeforeEvent(season.weeks, day)) return false;
    if ((weekday === 6 && mondayRides) || guarded.has(weekday + 1)) return false;
    return (week.room[weekday] ?? 0) - rideMinutes >= minutes;
  });
  const chosen: Place[] = [];
  for (const place of may.sort(
    (a, b) => Number(a.isLong) - Number(b.isLong) || Number(b.isHard) - Number(a.isHard) || a.weekday - b.weekday,
  ))
    if (chosen.every((other) => Math.abs(other.weekday - place.weekday) >= STRENGTH.daysApart)) chosen.push(place);
  return chosen.map(({ weekday }) => ({ weekday, minutes }));
}

/** Strength stays with its ride; on days of its own it needs none. */
export const strengthKept = (
  { strengthDays: own }: Pick<PlanBasis["rider"], "strengthDays">,
  strength: readonly StrengthDay[],
  rides: readonly { readonly weekday: number }[],
): StrengthDay[] => strength.filter((day) => own !== undefined || rides.some((ride) => ride.weekday === day.weekday));
