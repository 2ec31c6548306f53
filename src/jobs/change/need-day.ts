import type { CalendarDate } from "../../base/calendar.ts";
import { shortDay } from "../../base/date-words.ts";
import type { Workout } from "../../workout/schema.ts";
import { isEventDay, isFixed, rideOf, stateOn, type Edit } from "./edit.ts";
import { outsidePlan, refuse } from "./way.ts";

/** The ride of a day. Throws INPUT_INVALID where it has none. */
export function needRide(edit: Edit, date: CalendarDate): Workout {
  const state = stateOn(edit, date);
  if (state === undefined) throw outsidePlan(edit, date);
  if (isEventDay(state))
    throw refuse(`${shortDay(date)} is your event.`, "An event stays on its day; make another plan for another date.");
  const ride = rideOf(state);
  if (ride === undefined)
    throw refuse(`${shortDay(date)} holds no ride.`, "Name a day with a ride: cycling-plan show.");
  return ride;
}

/** Throws INPUT_INVALID where a day may not change. */
export function needOpen(edit: Edit, date: CalendarDate): void {
  if (!isFixed(edit, date)) return;
  const isPast = date < edit.start.today;
  throw refuse(
    `${shortDay(date)} ${isPast ? "is past" : edit.start.done.has(date) ? "is done" : "is kept as it stands"}.`,
    isPast || edit.start.done.has(date)
      ? "Only days from today on can change."
      : `Let it change again first: cycling-plan change free ${date}.`,
  );
}
