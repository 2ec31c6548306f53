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

/** Rules about hard days standing too near, or too many of them: one becomes easy. */
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

/** Rides of a week that may still be changed. */
function openRides(edit: Edit, week: number): OpenRide[] {
  const found = planOf(edit).file.training_plan.weekly_plan.find((one) => one.week_number === week);
  if (found === undefined) return [];
  return Array.from({ length: 7 }, (_, day) => addDays(found.start_date, day)).flatMap((date): OpenRide[] => {
    const ride = isFixed(edit, date) || edit.asked.has(date) ? undefined : plannedRide(stateOn(edit, date));
    return ride === undefined ? [] : [{ date, minutes: ride.duration_min, role: ride.role, isEasy: isEasyRide(ride) }];
  });
}

const touched = (edit: Edit, date: CalendarDate): Edit =>
  withLived(edit, (edit.metadata.lived ?? []).some((day) => day.date === date) ? [] : [{ date, kind: "changed" }]);

/** A little less riding in a week: the longest easy ride first, then a key session, then a day off. */
function lighter(edit: Edit, week: number, rule: string): Edit | undefined {
  const rides = openRides(edit, week);
  const room = ({ minutes, role }: OpenRide): number => minutes - (role === "long" ? SHORTEST.long : SHORTEST.easy);
  const easy = rides.filter((ride) => ride.isEasy && room(ride) >= STEP_MINUTES).sort((a, b) => room(b) - room(a))[0];
  if (easy !== undefined)
    return touched(shortened(edit, easy.date, { minutes: easy.minutes - STEP_MINUTES, why: why(rule) }), easy.date);
  const key = rides.find((ride) => !ride.isEasy && ride.role !== "test");
  if (key !== undefined) return touched(eased(edit, key.date, { minutes: key.minutes, why: why(rule) }), key.date);
  const [last] = [...rides].sort((a, b) => a.minutes - b.minutes);
  if (last === undefined) return undefined;
  return touched(withDay(edit, last.date, restDay(edit, last.date, why(rule))), last.date);
}

/** One step that may mend a finding; undefined where nothing in reach can. */
function mended(edit: Edit, finding: Finding): Edit | undefined {
  const { rule, date, week } = finding;
  if (date !== undefined && !isFixed(edit, date) && !edit.asked.has(date)) {
    const ride = plannedRide(stateOn(edit, date));
    if (ride !== undefined && TOO_HARD.includes(rule))
      return touched(eased(edit, date, { minutes: ride.duration_min, why: why(rule) }), date);
    const limit = finding.numbers.limit;
    if (ride !== undefined && rule === "long-ride-growth" && limit !== undefined)
      return touched(shortened(edit, date, { minutes: Math.min(limit, ride.duration_min - 5), why: why(rule) }), date);
  }
  return week === undefined ? undefined : lighter(edit, week, rule);
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
    if (next === undefined || next === current) return { edit: current, findings };
    current = next;
  }
  return { edit: current, findings: newFindings(current) };
}
