import { mostPowerIn } from "../../athlete/held-back-words.ts";
import { addDays, mondayOnOrBefore, type CalendarDate } from "../../base/calendar.ts";
import { eventsIn, isAim, lastEventDay } from "../../plan/event-days.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import type { TrainingPlan } from "../../plan/schema.ts";
import { AFTER_A } from "../../rules/event-limits.ts";

/** Nothing above this in easy days, as a fraction of FTP: the top of easy riding (training science 1.5). */
const EASY_TOP = 0.75;
/** Easy weeks hold about half of the rider's hours (training science 2.4). */
const HALF = 0.5;

/** The easy days behind the event that a plan led to. */
export interface EasyDays {
  readonly event: PlanEvent;
  /** Its last day. */
  readonly on: CalendarDate;
  /** The last easy day. */
  readonly until: CalendarDate;
  /** Hours a week, the fewest and the most. */
  readonly low: number;
  readonly high: number;
  /** Undefined in a plan without power. */
  readonly watts: number | undefined;
}

/** What follows the last event of a plan; undefined where it led to none. */
export function easyDaysAfter({
  plan_metadata: metadata,
  athlete_profile: profile,
}: TrainingPlan): EasyDays | undefined {
  const event = eventsIn(metadata).findLast(isAim);
  if (event === undefined) return undefined;
  const on = lastEventDay(event);
  const weeks = event.hours > AFTER_A.longHours ? AFTER_A.weeksAfterLong : AFTER_A.weeks;
  const hours = profile.weekly_hours_available;
  const least = profile.weekly_hours_min ?? hours;
  const most = mostPowerIn(profile, metadata.total_weeks);
  const top = Math.min(EASY_TOP, most === undefined ? EASY_TOP : most / 100);
  return {
    event,
    on,
    until: addDays(mondayOnOrBefore(addDays(on, 7 * weeks)), 6),
    low: Math.round(least * HALF),
    high: Math.round(hours * HALF),
    watts: metadata.current_ftp === undefined ? undefined : Math.round(top * metadata.current_ftp),
  };
}
