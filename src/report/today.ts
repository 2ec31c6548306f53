import type { CalendarDate } from "../base/calendar.ts";
import { measureWorkout } from "../load/measure.ts";
import type { Workout } from "../workout/schema.ts";
import { hanging } from "./columns.ts";
import type { Page } from "./page.ts";
import { shortDay } from "../base/date-words.ts";
import { counted, hoursMinutes, plainNumber } from "./units.ts";

/** `Sweet spot 3 x 10 (1:15 h, load 82)` */
function inShort(workout: Workout): string {
  const time = `${hoursMinutes(workout.duration_min * 60)} h`;
  const load = workout.segments.length === 0 ? "" : `, load ${plainNumber(measureWorkout(workout).tss, 0)}`;
  return `${workout.name} (${time}${load})`;
}

/** What comes after today, in one line. */
export const nextLine = (date: CalendarDate, workouts: readonly Workout[], page: Page): string[] =>
  hanging("Next: ", `${shortDay(date)}, ${workouts.map(inShort).join(", and ")}`, page.width);

/** A plan that has not begun. */
export const beforeLine = (start: CalendarDate, daysUntil: number): string =>
  `Your plan starts on ${shortDay(start)}, in ${counted(daysUntil, "day")}. Until then ride as you like, and easily.`;

/** A plan that is over. */
export const afterLine = (end: CalendarDate): string => `Your plan ended on ${shortDay(end)} ${end.slice(0, 4)}.`;
