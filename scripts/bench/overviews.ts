import { parseRequest } from "../../src/athlete/parse-request.ts";
import { PlanError } from "../../src/base/errors.ts";
import { attemptPlan } from "../../src/jobs/compile/compile.ts";
import { parseLibrary } from "../../src/library/parse-library.ts";
import type { Week } from "../../src/plan/schema.ts";
import { HARD_TYPES, type WorkoutType } from "../../src/workout/schema.ts";

interface OutsideDay {
  readonly weekday: string;
  readonly workout_types: readonly WorkoutType[];
}
interface Outside {
  readonly id: string;
  readonly total_weeks: number;
  readonly weekly_hours: number;
  readonly available_days: readonly string[];
  readonly goal: string;
  readonly current_ftp: number;
  readonly plausible: boolean;
  readonly weekly_overview: readonly {
    readonly week_number: number;
    readonly training_days: readonly OutsideDay[];
    readonly target_tss: number;
    readonly total_hours: number;
  }[];
}

export interface OverviewResults {
  readonly plausible: number;
  readonly completed: number;
  readonly implausible: number;
  readonly refused: number;
  /** Share by which each week's hours and load miss the overview's. */
  readonly hours: readonly number[];
  readonly load: readonly number[];
  /** Weeks that fall short although all easy riding is as hard as the library allows; they count in `load` all the same. */
  readonly unreachable: number;
  readonly otherTypes: number;
  readonly repeats: number;
  readonly extraHardDays: number;
  readonly problems: readonly string[];
}

interface Source {
  readonly manifest: unknown;
  readonly files: readonly unknown[];
  readonly overviews: readonly Outside[];
}

const TODAY = "2026-12-01";
/** Hard workouts do not come again within this many days. */
const REPEAT_DAYS = 14;
/** A shortfall of load that counts, and the easy power (percent) above which a ride has no more to give. */
const SHORT = 0.05;
const HARDEST_EASY_PERCENT = 69;

/** Fills overviews that were made elsewhere, as `generate --overview` does, and compares what came out with what was asked. */
export function fillOverviews({ manifest, files, overviews }: Source): OverviewResults {
  const library = parseLibrary(manifest, files);
  const all = { hours: [] as number[], load: [] as number[], problems: [] as string[] };
  const count = {
    plausible: 0,
    completed: 0,
    implausible: 0,
    refused: 0,
    unreachable: 0,
    otherTypes: 0,
    repeats: 0,
    extraHardDays: 0,
  };
  for (const overview of overviews) {
    count[overview.plausible ? "plausible" : "implausible"] += 1;
    const weeks = fill(overview, library);
    if (typeof weeks === "string") {
      if (overview.plausible) all.problems.push(`${overview.id}: ${weeks}`);
      else count.refused += 1;
      continue;
    }
    if (overview.plausible) count.completed += 1;
    else all.problems.push(`${overview.id}: implausible, yet filled`);
    const ridden = new Map<string, number>();
    weeks.forEach((week, i) => {
      const asked = overview.weekly_overview[i];
      if (asked === undefined) return;
      all.hours.push(Math.abs(week.planned_hours - asked.total_hours) / asked.total_hours);
      const miss = (week.planned_tss - asked.target_tss) / asked.target_tss;
      if (miss < -SHORT && isAtItsTop(week)) count.unreachable += 1;
      all.load.push(Math.abs(miss));
      count.otherTypes += otherTypes(week, asked.training_days);
      count.extraHardDays += Math.max(
        0,
        hardDays(week) - asked.training_days.filter((day) => day.workout_types.some(isHardType)).length,
      );
      count.repeats += repeats(week, i, ridden);
    });
  }
  return { ...count, ...all };
}

const isHardType = (type: WorkoutType): boolean => HARD_TYPES.includes(type) || type === "mixed";

/** The weeks, or the words with which they were refused. */
function fill(overview: Outside, library: ReturnType<typeof parseLibrary>): readonly Week[] | string {
  const file = {
    value: {
      athlete_profile: {
        ftp: overview.current_ftp,
        goals: [overview.goal],
        experience_level: "intermediate",
        weekly_hours_available: overview.weekly_hours,
        training_availability: { hours_per_week: overview.weekly_hours, week_days: overview.available_days },
      },
    },
    source: overview.id,
  };
  const { request } = parseRequest({ file, weeksElsewhere: overview.total_weeks }, TODAY);
  try {
    const ids = { planId: "bench", askedAt: `${TODAY}T00:00:00Z`, seed: "bench" };
    const task = { ...ids, request, today: TODAY, assumptions: [], warnings: [], outsideOverview: overview } as const;
    const attempt = attemptPlan(task, library);
    return attempt.kind === "done"
      ? attempt.weeks
      : attempt.findings.map((finding) => `${finding.rule} ${finding.message}`).join("; ");
  } catch (error) {
    if (error instanceof PlanError) return error.message;
    throw error;
  }
}

/** Every easy part is ridden as hard as the library lets it: these hours and types hold no more load. */
const isAtItsTop = (week: Week): boolean =>
  week.workouts
    .filter((workout) => workout.type === "endurance")
    .every((workout) =>
      workout.segments.some(
        (segment) =>
          segment.type === "steady" && (segment.power_low_pct + segment.power_high_pct) / 2 >= HARDEST_EASY_PERCENT,
      ),
    );

const otherTypes = (week: Week, asked: readonly OutsideDay[]): number =>
  week.workouts.filter(
    (workout) => !asked.some((day) => day.weekday === workout.weekday && day.workout_types.includes(workout.type)),
  ).length;

const hardDays = (week: Week): number =>
  new Set(week.workouts.filter((workout) => isHardType(workout.type)).map((workout) => workout.weekday)).size;

function repeats(week: Week, index: number, ridden: Map<string, number>): number {
  let again = 0;
  for (const workout of week.workouts) {
    if (
      workout.library_workout_id === undefined ||
      !["tempo", "sweetspot", "threshold", "vo2max", "mixed"].includes(workout.type)
    )
      continue;
    const last = ridden.get(workout.library_workout_id);
    if (last !== undefined && (index - last) * 7 < REPEAT_DAYS) again += 1;
    ridden.set(workout.library_workout_id, index);
  }
  return again;
}
