import type { Rider } from "../../athlete/rider.ts";
import { hoursOf } from "../../base/numbers.ts";
import type { Reason } from "../../workout/schema.ts";
import type { SeasonWeek } from "../season/season.ts";

/** Why a week recovers: few hours on its dates, days off, or the work of the load weeks before it. */
export function recoveryReason(rider: Rider, week: SeasonWeek, loadWeeksBefore: number): Reason {
  const hours = hoursOf(rider.ceilingMinutes);
  if (week.isShort === true)
    return {
      id: "hours-by-date",
      text: `you have ${hours} h on these dates, so this week recovers`,
      numbers: { hours },
    };
  if (week.isForced)
    return {
      id: "days-off",
      text: `${week.daysOff} of your days are off, so this week recovers`,
      numbers: { days_off: week.daysOff },
    };
  return {
    id: "recovery-week",
    text: "less riding, so that the work of the last weeks can settle",
    numbers: { load_weeks_before: loadWeeksBefore },
  };
}
