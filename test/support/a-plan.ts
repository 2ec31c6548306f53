import { addDays, weekdayOf, type CalendarDate } from "../../src/base/calendar.ts";
import { sum } from "../../src/base/numbers.ts";
import { measureWorkout } from "../../src/load/measure.ts";
import type { PlanFile, PlanMetadata, Week } from "../../src/plan/schema.ts";
import type { Profile } from "../../src/athlete/schema.ts";
import type { SegmentJson, Workout } from "../../src/workout/schema.ts";

/** The first Monday of every plan made here. */
export const MONDAY: CalendarDate = "2026-12-07";

const warmup: SegmentJson = {
  type: "warmup",
  duration_min: 10,
  power_low_pct: 45,
  power_high_pct: 75,
  description: "Start easy",
};
const cooldown: SegmentJson = {
  type: "cooldown",
  duration_min: 10,
  power_low_pct: 40,
  power_high_pct: 60,
  description: "Spin out",
};

export const steady = (minutes: number, percent: number): SegmentJson => ({
  type: "steady",
  duration_min: minutes,
  power_low_pct: percent,
  power_high_pct: percent,
  description: "Even and easy",
});

/** 3 x 15 minutes at 90 %: 82.4 of load in 80 minutes with the last rest (training science 1.1). */
export const intervals: SegmentJson = {
  type: "interval",
  sets: 3,
  work: { duration_min: 15, power_low_pct: 88, power_high_pct: 92 },
  recovery: { duration_min: 5, power_low_pct: 55, power_high_pct: 55 },
  description: "Hold it even",
  cadence_low_rpm: 85,
  cadence_high_rpm: 95,
};

/** A workout whose minutes and load are those of its segments; change one thing. */
export function aWorkout(change: Partial<Workout> & { readonly date: CalendarDate }): Workout {
  // Its own: what a test changes in one workout is in no other.
  const segments = structuredClone(change.segments ?? [warmup, intervals, cooldown]);
  const measure = measureWorkout({ segments });
  return {
    weekday: weekdayOf(change.date),
    name: "Sweet spot 3 x 15",
    type: "sweetspot",
    role: "key",
    description: "Trains the power that you hold for hours. Ride every interval evenly.",
    duration_min: measure.seconds / 60,
    tss: measure.tss,
    source: "library",
    library_workout_id: "sweetspot_3x15",
    family: "sweetspot",
    level: 3,
    ...change,
    segments,
  };
}

export const aRestDay = (date: CalendarDate): Workout => ({
  weekday: weekdayOf(date),
  date,
  name: "Rest",
  type: "rest",
  description: "No riding.",
  duration_min: 0,
  tss: 0,
  segments: [],
});

/** Tuesday intervals, Saturday two easy hours, rest otherwise. */
export function aWeek(number: number, change: Partial<Week> = {}): Week {
  const start = addDays(MONDAY, (number - 1) * 7);
  const workouts = change.workouts ?? [
    aRestDay(start),
    aWorkout({ date: addDays(start, 1) }),
    ...[2, 3, 4].map((day) => aRestDay(addDays(start, day))),
    aWorkout({
      date: addDays(start, 5),
      name: "Long ride",
      type: "endurance",
      role: "long",
      family: "long_ride",
      level: 1,
      description: "Builds the base.",
      segments: [steady(120, 65)],
    }),
    aRestDay(addDays(start, 6)),
  ];
  const rides = workouts.filter((workout) => workout.type !== "strength" && workout.role !== "event");
  const hours = sum(rides.map((workout) => workout.duration_min)) / 60;
  const tss = sum(rides.map((workout) => workout.tss));
  return {
    week_number: number,
    start_date: start,
    phase: "base",
    week_type: "base",
    focus: "Steady riding.",
    target_hours: hours,
    target_tss: tss,
    planned_hours: hours,
    planned_tss: tss,
    ...change,
    workouts,
  };
}

export const aProfile = (change: Partial<Profile> = {}): Profile => ({
  ftp: 265,
  goals: ["Improve FTP"],
  experience_level: "intermediate",
  weekly_hours_available: 5,
  training_availability: { week_days: ["Tuesday", "Saturday"] },
  assumptions: [],
  ...change,
});

/** A valid plan of four weeks without an event; change one thing. */
export function aPlan(
  change: { weeks?: readonly Week[]; metadata?: Partial<PlanMetadata>; profile?: Partial<Profile> } = {},
): PlanFile {
  const weeks = change.weeks ?? [aWeek(1), aWeek(2), aWeek(3), aWeek(4, { week_type: "recovery" })];
  return {
    training_plan: {
      schema_version: "1",
      plan_id: "a-plan",
      athlete_profile: aProfile(change.profile),
      plan_metadata: {
        total_weeks: weeks.length,
        current_ftp: 265,
        target_ftp: 278,
        start_date: MONDAY,
        end_date: addDays(MONDAY, weeks.length * 7 - 1),
        starting_ctl: 40,
        starting_atl: 40,
        coaching_notes: "Ride the easy days easy.",
        monitoring_guidance: "Watch your morning pulse.",
        health_note: "General information only.",
        ...change.metadata,
      },
      weekly_plan: [...weeks],
    },
    ai_metadata: {
      ai_provider: "none",
      ai_model: null,
      workout_source: "library",
      library_version: "1.0.0",
      generated_at: "2026-12-01T00:00:00Z",
      usage: { input_tokens: 0, output_tokens: 0 },
    },
  };
}
