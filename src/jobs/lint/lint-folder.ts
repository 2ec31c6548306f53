import { addDays, mondayOnOrBefore, WEEKDAYS, type CalendarDate, type Weekday } from "../../base/calendar.ts";
import { PlanError } from "../../base/errors.ts";
import type { ReadOptions, ReadWorkout } from "../../export/read-outcome.ts";
import { readWorkoutFile } from "../../export/read-workout-file.ts";
import { typeOfRide } from "../../library/place-workout.ts";
import type { RuleId } from "../../rules/catalogue.ts";
import { PROPOSAL } from "../../rules/proposal-rules.ts";
import type { Finding } from "../../rules/finding.ts";
import { folderOrder, type Placed } from "./folder-order.ts";
import type { WorkoutFile } from "../../storage/workout-files.ts";
import { writeSegment } from "../../workout/segment.ts";

/** How a file was read, where it left something open. */
export interface FileReading {
  readonly file: string;
  readonly line?: number | undefined;
  readonly message: string;
}

/** A folder of workout files as a plan in the plan format, and what the folder itself does not say. */
export interface FolderPlan {
  /** A plan file's value, with everything left out that workout files do not hold. */
  readonly value: unknown;
  /** Files that could not be read and weeks without one. */
  readonly findings: readonly Finding[];
  readonly readings: readonly FileReading[];
  /** Rules that cannot be checked, and why. */
  readonly unknown: ReadonlyMap<string, string>;
}

const MOST_WEEKS = 60;

/** Rules that look at single days of the week, at days apart, or at mornings. */
const RULES_OF_DAYS: readonly RuleId[] = [
  "available-days",
  "unavailable-dates",
  "day-minutes",
  "rest-days",
  "hard-day-spacing",
  "vo2max-spacing",
  "monotony",
  "lowest-form",
  "form-after-week",
  "recovery-form",
  "recovery-work",
  "test-spacing",
  "test-timing",
  "last-days",
  "event-form",
  "longest-ride-timing",
  "strength",
];

/** What no workout file says. */
const UNKNOWN: readonly (readonly [rule: RuleId, reason: string])[] = [
  ["honest-label", "what type each workout is meant to be"],
  ["whole-numbers", "whole percents: such files hold any fraction of FTP"],
  ["strength", "strength sessions: such files hold rides only"],
  ["overload", "which weeks are load weeks"],
];

const found = (message: string, where: Partial<Finding> = {}): Finding => ({
  rule: PROPOSAL.planFormat.id,
  severity: "hard",
  message,
  numbers: {},
  ...where,
});

const REST = { type: "rest", name: "Rest", duration_min: 0, tss: 0, segments: [] };

/** One week with its rest days, in the order of the days. */
function weekValue(
  number: number,
  workouts: readonly { day: Weekday; value: object }[],
  start: CalendarDate | undefined,
) {
  const days = WEEKDAYS.flatMap((weekday, i) => {
    const its = workouts.filter(({ day }) => day === weekday).map(({ value }) => value);
    const head = { weekday, date: start && addDays(start, i) };
    return its.length === 0 ? [{ ...head, ...REST }] : its.map((value) => ({ ...head, ...value }));
  });
  return { week_number: number, start_date: start, workouts: days };
}

function refuseEndless(weeks: number, source: string): void {
  if (weeks <= MOST_WEEKS) return;
  throw new PlanError({
    code: "INPUT_INVALID",
    message: `The files in ${source} span ${weeks} weeks; expected ${MOST_WEEKS} or fewer.`,
    hint: "Name the folder of one plan.",
  });
}

/** Two kinds of ride that rules treat as their own, by the words that stand in their names; the event as our exports name it. */
const ROLES = [
  { role: "test", words: "a test", sign: /\btest\b/i },
  { role: "event", words: "the event", sign: /^(?:W\d{2}D\d )?Event: / },
] as const;

interface Ride {
  readonly day: Weekday;
  readonly value: object;
}

/** The rides of each week, and what was found on the way. */
function readRides(files: readonly WorkoutFile[], at: { placed: readonly Placed[]; options: ReadOptions }) {
  const weeks = new Map<number, Ride[]>();
  const findings: Finding[] = [];
  const readings: FileReading[] = [];
  for (const [i, { name: file, bytes, trouble: message = "it cannot be read" }] of files.entries()) {
    const { week, day } = at.placed[i] ?? { week: 0, day: "Monday" as const };
    const read: ReadWorkout =
      bytes === undefined ? { kind: "refused", message } : readWorkoutFile(file, bytes, at.options);
    if (read.kind === "refused") {
      const line = read.line === undefined ? "" : `, line ${read.line}`;
      findings.push(found(`${file}${line}: ${read.message}; this ride is left out`, { week: week + 1 }));
      continue;
    }
    const { name, description, segments } = read.workout;
    const role = ROLES.find(({ sign }) => sign.test(name));
    const taken = role === undefined ? [] : [{ message: `its name says so: taken for ${role.words}` }];
    readings.push(...[...read.fixes, ...taken].map((fix) => ({ file, ...fix })));
    const value = {
      name,
      description,
      type: typeOfRide(segments),
      role: role?.role,
      segments: segments.map(writeSegment),
    };
    weeks.set(week, [...(weeks.get(week) ?? []), { day, value }]);
  }
  return { weeks, findings, readings };
}

const emptyWeeks = (placed: readonly Placed[], count: number): Finding[] => {
  const known = new Set(placed.map(({ week }) => week));
  return Array.from({ length: count }, (_, i) => i).flatMap((week) =>
    known.has(week) ? [] : [found("the folder holds no workout of this week", { week: week + 1, severity: "scored" })],
  );
};

/**
 * Workout files in week and day order as a plan that the rules can read. Files that cannot be read are findings with their
 * line. Throws INPUT_INVALID where the names do not say which week a file is of.
 */
export function folderPlan(files: readonly WorkoutFile[], source: string, options: ReadOptions): FolderPlan {
  const names = files.map(({ name }) => name);
  const { placed, hasDays } = folderOrder(names, source);
  const count = placed.reduce((most, { week }) => Math.max(most, week), 0) + 1;
  refuseEndless(count, source);
  const { weeks, findings, readings } = readRides(files, { placed, options });
  const [first] = placed.flatMap(({ date }) => (date === undefined ? [] : [date])).sort();
  const weekly = Array.from({ length: count }, (_, i) =>
    weekValue(i + 1, weeks.get(i) ?? [], first && addDays(mondayOnOrBefore(first), 7 * i)),
  );
  const unplaced = hasDays ? [] : RULES_OF_DAYS.map((rule) => [rule, "on which day each workout is ridden"] as const);
  return {
    value: { plan_id: source, weekly_plan: weekly },
    findings: [...findings, ...emptyWeeks(placed, count)],
    readings,
    unknown: new Map([...UNKNOWN, ...unplaced]),
  };
}
