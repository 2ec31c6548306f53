import { addDays, type CalendarDate } from "../../base/calendar.ts";
import type { Finding } from "../../rules/finding.ts";
import type { Reason } from "../../workout/schema.ts";
import { newFindings } from "./check.ts";
import { isFixed, plannedRide, planOf, restDay, stateOn, withDay, withLived, type Edit } from "./edit.ts";
import { eased, isEasyRide, shortened } from "./shorter.ts";

/** A change that breaks a rule is mended in so many steps at most. */
const MOST_STEPS = 60;
const STEP_MINUTES = 15;
const SHORTEST = { easy: 45, long: 60 };

/** Rules about hard days that stand too near, or are too many, and about what one ride asks: a ride becomes easy, a shorter one is no help. */
const TOO_HARD: readonly string[] = [
  "hard-days",
  "hard-day-spacing",
  "vo2max-spacing",
  "test-spacing",
  "last-days",
  "beginner-power",
  "feasible-efforts",
  "w-balance",
];

const why = (rule: string): Reason => ({ id: rule, text: "eased, so that the week keeps its limits after the change" });

interface OpenRide {
  readonly date: CalendarDate;
  readonly minutes: number;
  readonly role: string | undefined;
  readonly isEasy: boolean;
}

/** A day's ride that may still be changed. */
function openRide(edit: Edit, date: CalendarDate): OpenRide | undefined {
  const ride = isFixed(edit, date) || edit.asked.has(date) ? undefined : plannedRide(stateOn(edit, date));
  return ride && { date, minutes: ride.duration_min, role: ride.role, isEasy: isEasyRide(ride) };
}

const openRides = (edit: Edit, dates: readonly CalendarDate[]): OpenRide[] =>
  dates.flatMap((date) => openRide(edit, date) ?? []);

function datesOf(edit: Edit, week: number): CalendarDate[] {
  const found = planOf(edit).file.training_plan.weekly_plan.find((one) => one.week_number === week);
  return found === undefined ? [] : Array.from({ length: 7 }, (_, day) => addDays(found.start_date, day));
}

const touched = (edit: Edit, date: CalendarDate): Edit =>
  withLived(edit, (edit.metadata.lived ?? []).some((day) => day.date === date) ? [] : [{ date, kind: "changed" }]);

/** A little less riding in a week: the longest easy ride first, then a key session, then a day off. */
function lighter(edit: Edit, week: number, rule: string): Edit | undefined {
  const rides = openRides(edit, datesOf(edit, week));
  const room = ({ minutes, role }: OpenRide): number => minutes - (role === "long" ? SHORTEST.long : SHORTEST.easy);
  const easy = rides.filter((ride) => ride.isEasy && room(ride) >= STEP_MINUTES).sort((a, b) => room(b) - room(a))[0];
  if (easy !== undefined)
    return touched(shortened(edit, easy.date, { minutes: easy.minutes - STEP_MINUTES, why: why(rule) }), easy.date);
  const key = rides.find((ride) => !ride.isEasy && ride.role !== "test");
  if (key !== undefined) return madeEasy(edit, key, rule);
  const [last] = [...rides].sort((a, b) => a.minutes - b.minutes);
  if (last === undefined) return undefined;
  return touched(withDay(edit, last.date, restDay(edit, last.date, why(rule))), last.date);
}

const madeEasy = (edit: Edit, { date, minutes }: OpenRide, rule: string): Edit =>
  touched(eased(edit, date, { minutes, why: why(rule) }), date);

/** Days that a finding about hard days may be about, the likeliest first: its own, those as near as the rule asks, or the whole week. */
function daysAbout(edit: Edit, { date, week, numbers }: Finding): CalendarDate[] {
  if (date === undefined) return week === undefined ? [] : datesOf(edit, week);
  const reach = Math.max(0, Math.round((numbers.needed ?? 0) / 24) - 1);
  return [date, ...Array.from({ length: reach }, (_, i) => [addDays(date, -1 - i), addDays(date, 1 + i)]).flat()];
}

/** One hard ride less, where it mends a finding about them: a test only where no other is in reach. */
function easier(edit: Edit, finding: Finding): Edit | undefined {
  const hard = openRides(edit, daysAbout(edit, finding)).filter(({ isEasy }) => !isEasy);
  const ride = hard.find(({ date, role }) => role !== "test" || date === finding.date) ?? hard[0];
  return ride && madeEasy(edit, ride, finding.rule);
}

/** A day without its strength, which came too near to a ride with a change; undefined where the day may not change. */
function withoutStrength(edit: Edit, date: CalendarDate): Edit | undefined {
  const state = isFixed(edit, date) ? undefined : stateOn(edit, date);
  if (state === undefined) return undefined;
  const workouts = state.workouts.filter(({ type }) => type !== "strength");
  if (workouts.length === 0) return touched(withDay(edit, date, restDay(edit, date, why("strength"))), date);
  if (state.training_day === undefined) return touched(withDay(edit, date, { workouts }), date);
  const { strength_minutes: _, ...day } = state.training_day;
  const types = day.workout_types.filter((type) => type !== "strength");
  return touched(withDay(edit, date, { workouts, training_day: { ...day, workout_types: types } }), date);
}

/** One step that may mend a finding; undefined where nothing in reach can. */
function mended(edit: Edit, finding: Finding): Edit | undefined {
  if (TOO_HARD.includes(finding.rule)) return easier(edit, finding);
  const light = finding.rule === "strength" && finding.date !== undefined && withoutStrength(edit, finding.date);
  if (light) return light;
  return finding.week === undefined ? undefined : lighter(edit, finding.week, finding.rule);
}

/**
 * The edit without the findings that it brought, mended week by week: riding becomes shorter before it becomes easier. Says
 * which findings stand where that does not help.
 */
export function repaired(edit: Edit): { readonly edit: Edit; readonly findings: readonly Finding[] } {
  let current = edit;
  for (let step = 0; step < MOST_STEPS; step++) {
    const findings = newFindings(current);
    const [first] = findings;
    if (first === undefined) return { edit: current, findings: [] };
    const next = mended(current, first);
    if (next === undefined) return { edit: current, findings };
    current = next;
  }
  return { edit: current, findings: newFindings(current) };
}
