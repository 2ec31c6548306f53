import { STRENGTH } from "../../rules/limits.ts";
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
 * Days for strength: a riding day, after the ride, never the day before a key session, long ride, test or event, 48 hours
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

/** Every day that may hold a session of so many minutes, hard days first, kept apart. */
function placed(
  { rider, season }: Pick<PlanBasis, "rider" | "season">,
  week: SeasonWeek,
  { rides, lastStrength, minutes }: StrengthInput & { minutes: number },
): StrengthDay[] {
  const lastDay = Math.min(season.eventDay ?? Number.POSITIVE_INFINITY, season.weeks.length * 7) - STRENGTH.clearAtEnd;
  const guarded = new Set([
    ...rides.filter((ride) => ride.role !== "easy").map((ride) => ride.weekday),
    ...week.given.hard,
  ]);
  const mondayRides = rider.days[0]?.available === true;
  const may = rides.filter((ride) => {
    const day = week.firstDay + ride.weekday;
    if (ride.role === "event" || ride.role === "openers" || day >= lastDay || day - lastStrength < STRENGTH.daysApart)
      return false;
    if ((ride.weekday === 6 && mondayRides) || guarded.has(ride.weekday + 1)) return false;
    return (week.room[ride.weekday] ?? 0) - ride.least >= minutes;
  });
  const chosen: RideWish[] = [];
  for (const ride of may.sort((a, b) => Number(b.isHard) - Number(a.isHard) || a.weekday - b.weekday))
    if (chosen.every((other) => Math.abs(other.weekday - ride.weekday) >= STRENGTH.daysApart)) chosen.push(ride);
  return chosen.map((ride) => ({ weekday: ride.weekday, minutes }));
}
