import { addDays, weekdayIndex, weekdayOf, type CalendarDate } from "../../base/calendar.ts";
import { shortDay } from "../../base/date-words.ts";
import { sessionWords } from "../../report/change-words.ts";
import type { Reason, Workout } from "../../workout/schema.ts";
import { datesIn, isEventDay, isFixed, profileOf, rideOf, stateOn, withDay, withLived, type Edit } from "./edit.ts";
import { needRide } from "./need-day.ts";
import { chosen, refuse, way, type Way } from "./way.ts";

/** Days of the week of `date` that come after it and may still change. */
function restOfWeek(edit: Edit, date: CalendarDate): CalendarDate[] {
  const sunday = addDays(date, 6 - weekdayIndex(date));
  return datesIn(edit, addDays(date, 1), sunday).filter(
    (day) => !isFixed(edit, day) && !isEventDay(stateOn(edit, day)),
  );
}

/** The missed session on another day of its week, nearest first: on an easy or free day, then in the place of a lesser key session. */
function laterWays(edit: Edit, date: CalendarDate, missed: Workout): Way[] {
  const profile = profileOf(edit);
  const days = profile.training_availability.week_days;
  const why: Reason = {
    id: "missed",
    text: `${sessionWords(missed)} was not ridden on ${shortDay(date)}; it stands here instead`,
  };
  return restOfWeek(edit, date).flatMap((day): Way[] => {
    const state = stateOn(edit, day);
    const there = rideOf(state);
    const limit = state?.training_day?.max_minutes ?? 0;
    if (state === undefined || (there === undefined && !days.some((name) => state.workouts[0]?.weekday === name)))
      return [];
    if (limit > 0 && limit < missed.duration_min) return [];
    const moved: Workout = {
      ...missed,
      weekday: state.workouts[0]?.weekday ?? missed.weekday,
      date: day,
      original_date: missed.original_date ?? missed.date,
      id: state.workouts[0]?.id,
      why: [why],
    };
    const strength = state.workouts.filter(({ type }) => type === "strength");
    const next = withDay(edit, day, {
      workouts: [moved, ...strength],
      ...(state.training_day === undefined
        ? {}
        : {
            training_day: {
              weekday: moved.weekday,
              date: day,
              workout_types: strength.length > 0 ? [missed.type, "strength"] : [missed.type],
              target_minutes: missed.duration_min,
              max_minutes: state.training_day.max_minutes,
              role: missed.role,
              family: missed.family,
              level: missed.level,
              strength_minutes: state.training_day.strength_minutes,
              why: [why],
            },
          }),
    });
    const costs =
      there === undefined
        ? `Costs a rest day: ${shortDay(day)} takes it. Nothing is made up.`
        : `Costs ${weekdayOf(day)}'s ${there.name}: the missed session takes its place. Nothing is made up.`;
    return [way(withLived(next, [chosen(day)]), costs, `it moves to ${shortDay(day)}`)];
  });
}

/** Rides that were not ridden: a key session finds another day of its week, or is left out. */
export function missedWays(edit: Edit, named: readonly CalendarDate[]): Way[] {
  // Of several days, such as a week, those with a ride are meant.
  const withRides = named.filter((date) => rideOf(stateOn(edit, date)) !== undefined);
  const dates = named.length > 1 && withRides.length > 0 ? withRides : named;
  for (const date of dates) {
    if (date > edit.start.today)
      throw refuse(`${shortDay(date)} is still to come.`, `Say change off ${date} or change drop ${date}.`);
    if (edit.start.done.has(date))
      throw refuse(`${shortDay(date)} is noted as ridden.`, `Say done ${date} --not first.`);
  }
  const rides = dates.map((date) => ({ date, ride: needRide(edit, date) }));
  const gone = withLived(
    edit,
    dates.map((date) => chosen(date, "missed")),
  );
  const [only, ...others] = rides;
  const isKey = ({ role }: Workout): boolean => role === "key" || role === "test";
  const nothing = way(
    gone,
    rides.some(({ ride }) => isKey(ride))
      ? `Costs ${rides.map(({ ride }) => ride.name).join(", ")}. Nothing is made up, and the days ahead stay as they are.`
      : "Costs nothing that has to be made up: the days ahead stay as they are.",
    "leave it out",
  );
  const later =
    only === undefined || others.length > 0 || !isKey(only.ride) ? [] : laterWays(gone, only.date, only.ride);
  return [...later, nothing].map((one) => ({ ...one, intent: { kind: "missed", dates: [...dates] } }));
}
