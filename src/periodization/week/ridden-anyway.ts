import type { Rider } from "../../athlete/rider.ts";
import type { RiddenAnyway } from "../../rules/capacity.ts";
import { restDaysNeeded } from "../../rules/limits.ts";
import type { SeasonWeek } from "../season/season.ts";

/** The rest days that the rides of a week leave, and how many a week of so many minutes needs (12.2, rule 17). */
export const riddenAnyway = (rider: Rider, { given }: SeasonWeek, weekMinutes: number): RiddenAnyway => ({
  riding: given.days.map((day) => day.isRiding),
  mostDays: 7 - restDaysNeeded(rider, weekMinutes / 60),
});

/** The last of these days, so many that the rides which happen anyway still leave the week its rest days. */
export function rested(rider: Rider, week: SeasonWeek, days: readonly number[]): number[] {
  const { riding, mostDays } = riddenAnyway(rider, week, 0);
  const free = days.filter((day) => riding[day - week.firstDay] !== true);
  const left = Math.max(0, mostDays - riding.filter(Boolean).length);
  const dropped = free.slice(0, Math.max(0, free.length - left));
  return days.filter((day) => !dropped.includes(day));
}
