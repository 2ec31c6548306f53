import { FIRST_HARD_DAY, hardDayLimit, TEST_SPACING } from "../../rules/limits.ts";
import { isBesideHard, type GivenWeek } from "../season/given-week.ts";
import type { SeasonWeek } from "../season/season.ts";
import type { PlanBasis } from "./plan-basis.ts";
import type { WeekTemplate } from "./week-template.ts";

/** A test counts as a hard day: beside as many hard rides as the rider may have, a week holds none. */
export const mayTestBeside = (
  { rider }: Pick<PlanBasis, "rider">,
  { given, number }: SeasonWeek,
  weekMinutes: number,
): boolean => given.hardRides === 0 || given.hardRides < hardDayLimit(rider, weekMinutes / 60, number);

/** Day 3 to 5 of week 1: a hard day where one falls there, else any ride that is not the long one, else the first hard day. */
export function startTestDay(template: WeekTemplate, given: GivenWeek): number | undefined {
  const isClear = (day: number): boolean => !isBesideHard(given, day, TEST_SPACING);
  const inTime = (day: number): boolean => day >= 2 && day <= 4 && isClear(day);
  return (
    template.hard.find(inTime) ??
    template.riding.find(
      (day) =>
        inTime(day) && day !== template.long && template.hard.every((hard) => Math.abs(hard - day) >= TEST_SPACING),
    ) ??
    template.hard.find((day) => day >= FIRST_HARD_DAY) ??
    template.riding.find((day) => day >= FIRST_HARD_DAY && isClear(day))
  );
}
