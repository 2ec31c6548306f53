import type { CalendarDate } from "../../base/calendar.ts";
import { isReducedId } from "../../workout/reduced-id.ts";
import type { Reason, Workout } from "../../workout/schema.ts";
import { rideOf, restDay, stateOn, withDay, type Edit } from "./edit.ts";
import { rideDay, type RideWish } from "./ride-day.ts";

/** No ride is shorter (rule 3). Minutes. */
const SHORTEST = 30;
const EASY_ROLES: readonly (Workout["role"] | undefined)[] = ["easy", "long", undefined];
export const isEasyRide = ({ role, type }: Workout): boolean =>
  EASY_ROLES.includes(role) && (type === "endurance" || type === "recovery");

/** Easy and long rides, whatever work they hold: what a week of fewer hours takes from first. */
export const isBesideKeys = (ride: Workout): boolean =>
  ride.role === "easy" || ride.role === "long" || isEasyRide(ride);

/** What an easy ride of a day would be. */
export const easyWish = (minutes: number, why: Reason, role: "easy" | "long" = "easy"): RideWish => ({
  minutes,
  role,
  type: "endurance",
  family: role === "long" ? "long_ride" : "endurance",
  level: 1,
  why,
});

const wholeFives = (minutes: number): number => Math.floor(minutes / 5) * 5;

/** The same ride in fewer minutes, or the nearest below it that fits them: lower steps of its ladder, half of it, then easy riding. */
function shorterRide(edit: Edit, date: CalendarDate, at: { ride: Workout; minutes: number; why: Reason }): Edit {
  const { ride, minutes, why } = at;
  const role = ride.role === "long" || ride.role === "key" || ride.role === "test" ? ride.role : "easy";
  const same: RideWish = {
    minutes,
    role,
    type: ride.type,
    family: ride.family,
    level: ride.level,
    ...(isReducedId(ride.library_workout_id) ? { dose: "reduced" } : { workoutId: ride.library_workout_id }),
    why,
  };
  const level = ride.level ?? 1;
  const lower = Array.from({ length: level }, (_, i) => ({ ...same, level: level - i, workoutId: undefined }));
  const wishes: RideWish[] = isEasyRide(ride)
    ? [{ ...same, workoutId: undefined }, easyWish(minutes, why)]
    : role === "test"
      ? [same, easyWish(minutes, why)]
      : [same, ...lower, { ...same, workoutId: undefined, dose: "reduced" }, easyWish(minutes, why)];
  for (const wish of wishes) {
    const state = rideDay(edit, date, wish);
    const found = rideOf(state);
    if (state === undefined || found === undefined) continue;
    // A key session that became an easy ride is one only where the ladder has nothing shorter.
    if (wish.family === ride.family && found.family !== ride.family) continue;
    return withDay(edit, date, state);
  }
  return edit;
}

/** A day's ride in at most so many minutes; rest where that leaves no ride. */
export function shortened(edit: Edit, date: CalendarDate, at: { minutes: number; why: Reason }): Edit {
  const ride = rideOf(stateOn(edit, date));
  const minutes = at.minutes >= SHORTEST ? Math.max(SHORTEST, wholeFives(at.minutes)) : 0;
  if (ride === undefined || ride.duration_min <= at.minutes) return edit;
  return minutes === 0
    ? withDay(edit, date, restDay(edit, date, at.why))
    : shorterRide(edit, date, { ride, minutes, why: at.why });
}

/** An easy ride in place of what the day holds. */
export function eased(
  edit: Edit,
  date: CalendarDate,
  at: { readonly minutes: number; readonly why: Reason; readonly maxPowerPct?: number },
): Edit {
  const ride = rideOf(stateOn(edit, date));
  if (ride === undefined) return edit;
  const minutes = Math.min(wholeFives(at.minutes), ride.duration_min);
  if (minutes < SHORTEST) return withDay(edit, date, restDay(edit, date, at.why));
  const state = rideDay(edit, date, {
    ...easyWish(minutes, at.why, ride.role === "long" ? "long" : "easy"),
    maxPowerPct: at.maxPowerPct,
  });
  return state === undefined ? edit : withDay(edit, date, state);
}

/** The same ladder, some steps down or up, in the same minutes; undefined where it has no such step, or the minutes do not hold it. */
export function stepped(edit: Edit, date: CalendarDate, at: { steps: number; why: Reason }): Edit | undefined {
  const ride = rideOf(stateOn(edit, date));
  if (ride?.level === undefined || ride.role !== "key") return undefined;
  const level = ride.level + at.steps;
  const state = rideDay(edit, date, {
    minutes: ride.duration_min,
    role: "key",
    type: ride.type,
    family: ride.family,
    level,
    dose: isReducedId(ride.library_workout_id) ? "reduced" : "full",
    why: at.why,
  });
  const found = rideOf(state);
  if (state === undefined || found?.family !== ride.family || found?.level !== level) return undefined;
  return withDay(edit, date, state);
}
