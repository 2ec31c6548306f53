import { FIRST_HARD_DAY, HARD_DAY_SPACING, TEST_SPACING } from "../../rules/limits.ts";
import { styleOf } from "../intake/events.ts";
import { besideIn } from "../season/event-weeks.ts";
import { aimOf, type SeasonWeek } from "../season/season.ts";
import { longDaysWanted, ridesBeside } from "./long-days.ts";
import { daysForLong, longGiven } from "./long-ride-days.ts";
import type { PlanBasis } from "./plan-basis.ts";
import type { Progress } from "./progress.ts";
import { riddenAnyway } from "./ridden-anyway.ts";
import { usualRides } from "./ride-days.ts";
import { easedMost, mostOn } from "./week-hours.ts";
import type { TemplateWish } from "./week-template.ts";

/** What a week of so many minutes wants of its days. */
export function templateWish(
  basis: PlanBasis,
  week: SeasonWeek,
  at: { progress: Progress; minutes: number; longest: number; hardDays: number; longMinutes: number },
): TemplateWish {
  const { rider, season } = basis;
  const { progress } = at;
  const aim = aimOf(season);
  const longDay = rider.longRide?.weekday;
  const hasLongDay = longDay !== undefined && week.open[longDay] === true;
  const room = week.room.map((minutes, weekday) =>
    Math.min(minutes, at.longest, mostOn(basis, progress, week.firstDay + weekday), easedMost(week, weekday)),
  );
  const spacing =
    Math.max(progress.lastHard + HARD_DAY_SPACING, progress.lastTest + TEST_SPACING, FIRST_HARD_DAY) - week.firstDay;
  const longDays = longDaysWanted(season, week);
  const { given } = week;
  const all = at.minutes + given.minutes;
  const rides = ridesBeside({ longDays, weekMinutes: all, phase: week.phase }, usualRides(all, rider.level));
  return {
    open: week.open,
    // No ride is longer than the long one may be on its day.
    room: hasLongDay ? room.map((minutes) => Math.min(minutes, room[longDay] ?? minutes)) : room,
    weekMinutes: at.minutes,
    longMinutes: at.longMinutes,
    rideCount: Math.max(1, rides - given.days.filter((day) => day.isTaken).length),
    // A hard ride that happens anyway takes the place of a key session.
    hardDays: Math.max(0, at.hardDays - given.hardRides),
    firstHard: spacing,
    ...eventWish(week),
    lastLong: progress.lastLong,
    wantsPair:
      aim !== undefined && usualRides(all, rider.level) >= 4 && styleOf(aim).backToBack && week.phase !== "base",
    longDays,
    before: progress.template,
    longOn: daysForLong(basis, week),
    longDay: hasLongDay ? longDay : undefined,
    anyway: riddenAnyway(rider, week, all),
    longAnyway: longGiven(week, at.longMinutes),
    given,
  };
}

/** What events ask of a week's days: none near them is hard, and theirs are riding days, too. */
const eventWish = (week: SeasonWeek): Pick<TemplateWish, "easy" | "taken"> =>
  week.around === undefined
    ? {}
    : { easy: week.around.easy, taken: besideIn(week).map(({ day }) => day - week.firstDay) };
