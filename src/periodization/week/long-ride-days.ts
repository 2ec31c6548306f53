import { WEEKDAYS } from "../../base/calendar.ts";
import { LONGEST_RIDE_DAYS } from "../../rules/limits.ts";
import type { Season, SeasonWeek } from "../season/season.ts";
import type { PlanBasis } from "./plan-basis.ts";

/** Weekdays of a load week that its long ride belongs on before all others; empty for most weeks. */
export const daysForLong = (basis: PlanBasis, week: SeasonWeek): number[] => [
  ...daysBeforeTaper(basis, week),
  ...(basis.tuning.isLongInTime ? daysForLongest(basis.season, week) : []),
];

/** In the week in which the taper begins, the weekdays before it that have about the time of its longest: there the long ride is still a whole one. */
function daysBeforeTaper({ season: { taperFrom } }: PlanBasis, { firstDay, open, ...week }: SeasonWeek): number[] {
  if (taperFrom <= firstDay || taperFrom >= firstDay + 7) return [];
  const room = week.room.map((minutes, weekday) => (open[weekday] === true ? minutes : 0));
  const enough = Math.max(...room) * LONG_ENOUGH;
  return WEEKDAYS.flatMap((_, weekday) =>
    firstDay + weekday < taperFrom && (room[weekday] ?? 0) >= enough ? [weekday] : [],
  );
}
const LONG_ENOUGH = 0.75;

/** Weekdays of a week on which the longest ride before the event belongs (rule 22). */
const daysForLongest = ({ eventDay = Number.NEGATIVE_INFINITY }: Season, { firstDay }: SeasonWeek): number[] =>
  WEEKDAYS.flatMap((_, weekday) => {
    const left = eventDay - firstDay - weekday;
    return left >= LONGEST_RIDE_DAYS.last && left <= LONGEST_RIDE_DAYS.first ? [weekday] : [];
  });

/** A ride that happens anyway and is about as long as the week's long ride would be takes its place. */
const ABOUT_AS_LONG = 0.8;

/** The weekday of a ride that happens anyway and is the week's long ride; undefined where none is. */
export const longGiven = ({ given: { longest } }: SeasonWeek, longMinutes: number): number | undefined =>
  longest !== undefined && longest.minutes >= longMinutes * ABOUT_AS_LONG ? longest.weekday : undefined;
