import { mondayOnOrBefore, weekdayOf, type CalendarDate } from "../base/calendar.ts";
import { exportPlan } from "../export/export-plan.ts";
import { stretchWorkout, nominalSeconds } from "../library/stretch.ts";
import type { Library } from "../library/library.ts";
import { measureSegments } from "../load/measure.ts";
import { HEALTH_NOTE } from "../plan/health-note.ts";
import type { PlanFile, Week } from "../plan/schema.ts";
import type { Workout } from "../workout/schema.ts";
import { minutesOf, writeSegment } from "../workout/segment.ts";

/** One file of the test, for the rider's trainer. */
export interface TestFile {
  readonly name: string;
  readonly text: string;
}

const TEST_ID = "test_ramp";
/** The size of the steps before anything is known: what the wizard tells riders to set in their program. Watts. */
const SCALE_FTP = 200;

function workoutOf(library: Library, date: CalendarDate): Workout {
  const found = library.workouts.find(({ id }) => id === TEST_ID);
  const segments = found && stretchWorkout(found, { seconds: nominalSeconds(found) });
  if (found === undefined || segments === undefined) throw new Error(`the library holds no ${TEST_ID}`);
  const measure = measureSegments(segments);
  return {
    weekday: weekdayOf(date),
    date,
    name: found.name,
    type: found.type,
    role: "test",
    description: found.text,
    duration_min: minutesOf(measure.seconds),
    tss: measure.tss,
    segments: segments.map(writeSegment),
    source: "library",
    library_workout_id: found.id,
  };
}

/** A plan of this one ride: what the exporters take. It is never written. */
function planOf(library: Library, date: CalendarDate): PlanFile {
  const workout = workoutOf(library, date);
  const start = mondayOnOrBefore(date);
  const hours = workout.duration_min / 60;
  const week: Week = {
    week_number: 1,
    start_date: start,
    phase: "base",
    week_type: "base",
    focus: workout.name,
    target_hours: hours,
    target_tss: workout.tss,
    planned_hours: hours,
    planned_tss: workout.tss,
    workouts: [workout],
  };
  return {
    training_plan: {
      schema_version: "1",
      plan_id: "ramp-test",
      athlete_profile: {
        ftp: SCALE_FTP,
        goals: [],
        experience_level: "intermediate",
        weekly_hours_available: Math.max(1.5, hours),
        training_availability: { week_days: [workout.weekday] },
        assumptions: [],
      },
      plan_metadata: {
        total_weeks: 4,
        current_ftp: SCALE_FTP,
        target_ftp: SCALE_FTP,
        start_date: start,
        end_date: date,
        starting_ctl: 0,
        starting_atl: 0,
        coaching_notes: "",
        monitoring_guidance: "",
        health_note: HEALTH_NOTE,
      },
      weekly_plan: [week],
    },
    ai_metadata: {
      ai_provider: "none",
      ai_model: null,
      workout_source: "library",
      library_version: library.version,
      generated_at: `${date}T00:00:00Z`,
      usage: { input_tokens: 0, output_tokens: 0 },
    },
  };
}

/** The library's ramp test for Zwift and programs like it (ZWO) and for older trainers (MRC), both in percent of FTP. */
export const rampTestFiles = (library: Library, date: CalendarDate): TestFile[] =>
  exportPlan(planOf(library, date), { formats: ["zwo", "mrc"] }).map(({ format, bytes }) => ({
    name: `ramp-test.${format}`,
    text: new TextDecoder().decode(bytes),
  }));
