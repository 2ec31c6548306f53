import { leastCapHeartRate } from "./effort-cap.ts";
import { joinWords } from "../base/text.ts";
import type { Intake } from "./parse-intake.ts";
import type { ProfileInput } from "./schema.ts";

/** Terms that cannot both be kept: named together before anything is planned, with what to change. */
type Conflict = (profile: ProfileInput, intake: Intake) => void;

/** The day and the minutes of the long ride against the rider's days. */
const longRide: Conflict = (profile, intake) => {
  const { day, min_minutes: least } = profile.long_ride ?? {};
  const { week_days: days, max_minutes_by_day: minutes = {} } = profile.training_availability;
  if (day !== undefined && !days.includes(day)) {
    intake.refuse(
      "longRide",
      `expected one of your days, ${joinWords(days)}; add ${day} to --days or name another day`,
    );
    return;
  }
  const hours = profile.weekly_hours_available;
  if (least !== undefined && least > hours * 60)
    intake.refuse(
      "longRide",
      `expected no more minutes than your ${hours} h a week; make it shorter or say more hours`,
    );
  if (day === undefined || least === undefined) return;
  const inside = profile.indoor?.days.includes(day) === true ? profile.indoor.max_minutes : undefined;
  const most = Math.min(inside ?? Infinity, minutes[day] ?? Infinity);
  if (least > most)
    intake.refuse(
      "longRide",
      `expected at most the ${most} minutes of your ${day}; ${most === inside ? "give it more time in --indoor" : `give ${day} more in --minutes`}, or make the long ride shorter`,
    );
};

/** Days for strength, and no strength. */
const strength: Conflict = ({ strength_days: days = [], strength_per_week: sessions }, intake) => {
  if (days.length > 0 && sessions === 0)
    intake.refuse(
      "strengthDays",
      "expected no days, since you want 0 strength sessions a week; say --strength 1 or 2, or leave the days out",
    );
};

/** A kind of work both avoided and preferred. */
const kinds: Conflict = ({ avoid = [], prefer = [] }, intake) => {
  const both = avoid.filter((kind) => prefer.includes(kind));
  if (both.length > 0)
    intake.refuse(
      "prefer",
      `expected none of the kinds that you avoid; ${joinWords(both)} stands in --avoid too, take it out of one`,
    );
};

/** A heart rate below that of easy riding. */
const heartRate: Conflict = (profile, intake) => {
  const most = profile.effort_cap?.max_heart_rate;
  const least = leastCapHeartRate(profile);
  if (most !== undefined && least !== undefined && most < least)
    intake.refuse(
      "maxPower",
      `expected a most heart rate of ${least} or more: below it even the easiest riding is too hard at your ${profile.lthr === undefined ? "maximum" : "threshold"} heart rate; check both, or walk until your doctor allows more`,
    );
};

const CONFLICTS: readonly Conflict[] = [longRide, strength, kinds, heartRate];

/** Refuses what two terms of a rider cannot both have. */
export function checkConflicts(profile: ProfileInput, intake: Intake): void {
  for (const conflict of CONFLICTS) conflict(profile, intake);
}
