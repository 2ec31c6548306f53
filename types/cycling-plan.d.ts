type ErrorCode =
  | "USAGE_INVALID"
  | "INPUT_INVALID"
  | "NOT_FOUND"
  | "FILE_EXISTS"
  | "FILE_UNWRITABLE"
  | "PLAN_INVALID"
  | "PROVIDER_FAILED"
  | "NOT_FEASIBLE"
  | "CANCELLED";

/** "Cannot continue": what happened, and in `hint` what the person can do next. Anything else thrown is our bug. */
declare class PlanError extends Error {
  readonly name = "PlanError";
  readonly code: ErrorCode;
  /** One imperative sentence. */
  readonly hint: string;
  /** Data for `--json`, such as findings or the alternatives that were tried. */
  readonly details: unknown;
  constructor(what: { code: ErrorCode; message: string; hint: string; details?: unknown; cause?: unknown });
  get exitCode(): number;
}

/** A civil day, `YYYY-MM-DD`. No time, no zone: training happens on days. */
type CalendarDate = `${number}-${number}-${number}`;

type Waiver = {
  rule: string;
  message: string;
  reason: string;
  numbers: Record<string, number>;
  week?: number | undefined;
  date?: `${number}-${number}-${number}` | undefined;
};

type Score = {
  id: string;
  label: string;
  value: number | null;
  unit: string;
  band: { low: number; high: number; n: number | null; of: string } | null;
  note: string;
};

type TrainingDay = {
  weekday: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday";
  date: `${number}-${number}-${number}`;
  workout_types: (
    "strength" | "sweetspot" | "threshold" | "vo2max" | "rest" | "recovery" | "endurance" | "tempo" | "mixed"
  )[];
  target_minutes: number;
  max_minutes: number;
  role?: "easy" | "fixed" | "strength" | "key" | "long" | "test" | "openers" | "event" | undefined;
  family?: string | undefined;
  level?: number | undefined;
  dose?: "full" | "reduced" | undefined;
  max_work_minutes?: number | undefined;
  library_workout_id?: string | undefined;
  strength_minutes?: number | undefined;
  second_minutes?: number | undefined;
  fixed?:
    | { name: string; minutes: number; effort: "easy" | "moderate" | "hard" | "race"; intensity_pct: number }[]
    | undefined;
  why?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
};

type OverviewWeek = {
  training_days: {
    weekday: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday";
    date: `${number}-${number}-${number}`;
    workout_types: (
      "strength" | "sweetspot" | "threshold" | "vo2max" | "rest" | "recovery" | "endurance" | "tempo" | "mixed"
    )[];
    target_minutes: number;
    max_minutes: number;
    role?: "easy" | "fixed" | "strength" | "key" | "long" | "test" | "openers" | "event" | undefined;
    family?: string | undefined;
    level?: number | undefined;
    dose?: "full" | "reduced" | undefined;
    max_work_minutes?: number | undefined;
    library_workout_id?: string | undefined;
    strength_minutes?: number | undefined;
    second_minutes?: number | undefined;
    fixed?:
      | { name: string; minutes: number; effort: "easy" | "moderate" | "hard" | "race"; intensity_pct: number }[]
      | undefined;
    why?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
  }[];
  week_number: number;
  start_date: `${number}-${number}-${number}`;
  phase: "base" | "build" | "peak" | "taper";
  week_type: "recovery" | "base" | "build" | "peak" | "taper";
  focus: string;
  target_hours: number;
  target_tss: number;
  why?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
  other_sport?:
    | {
        date: `${number}-${number}-${number}`;
        minutes: number;
        sport: "other" | "run" | "swim" | "gym" | "hike" | "ski" | "team";
        effort: "easy" | "moderate" | "hard" | "race";
        load: number;
        name?: string | undefined;
      }[]
    | undefined;
};

type Overview = {
  weekly_overview: {
    training_days: {
      weekday: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday";
      date: `${number}-${number}-${number}`;
      workout_types: (
        "strength" | "sweetspot" | "threshold" | "vo2max" | "rest" | "recovery" | "endurance" | "tempo" | "mixed"
      )[];
      target_minutes: number;
      max_minutes: number;
      role?: "easy" | "fixed" | "strength" | "key" | "long" | "test" | "openers" | "event" | undefined;
      family?: string | undefined;
      level?: number | undefined;
      dose?: "full" | "reduced" | undefined;
      max_work_minutes?: number | undefined;
      library_workout_id?: string | undefined;
      strength_minutes?: number | undefined;
      second_minutes?: number | undefined;
      fixed?:
        | { name: string; minutes: number; effort: "easy" | "moderate" | "hard" | "race"; intensity_pct: number }[]
        | undefined;
      why?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
    }[];
    week_number: number;
    start_date: `${number}-${number}-${number}`;
    phase: "base" | "build" | "peak" | "taper";
    week_type: "recovery" | "base" | "build" | "peak" | "taper";
    focus: string;
    target_hours: number;
    target_tss: number;
    why?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
    other_sport?:
      | {
          date: `${number}-${number}-${number}`;
          minutes: number;
          sport: "other" | "run" | "swim" | "gym" | "hike" | "ski" | "team";
          effort: "easy" | "moderate" | "hard" | "race";
          load: number;
          name?: string | undefined;
        }[]
      | undefined;
  }[];
  schema_version: "1";
  plan_id: string;
  athlete_profile: {
    goals: string[];
    experience_level: "beginner" | "intermediate" | "advanced";
    weekly_hours_available: number;
    training_availability: {
      week_days: ("Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday")[];
      hours_per_week?: number | undefined;
      max_minutes_by_day?:
        | Partial<Record<"Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday", number>>
        | undefined;
    };
    assumptions: { field: string; value: string | number | boolean | null; reason: string }[];
    fixed_rides?:
      | {
          minutes: number;
          effort: "easy" | "moderate" | "hard" | "race";
          name?: string | undefined;
          day?: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday" | undefined;
          date?: `${number}-${number}-${number}` | undefined;
          from?: `${number}-${number}-${number}` | undefined;
          to?: `${number}-${number}-${number}` | undefined;
        }[]
      | undefined;
    other_sport?:
      | {
          minutes: number;
          sport: "other" | "run" | "swim" | "gym" | "hike" | "ski" | "team";
          effort: "easy" | "moderate" | "hard" | "race";
          name?: string | undefined;
          day?: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday" | undefined;
          date?: `${number}-${number}-${number}` | undefined;
          from?: `${number}-${number}-${number}` | undefined;
          to?: `${number}-${number}-${number}` | undefined;
        }[]
      | undefined;
    hours_by_date?:
      | {
          from: `${number}-${number}-${number}`;
          to: `${number}-${number}-${number}`;
          hours?: number | undefined;
          days?: ("Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday")[] | undefined;
          max_minutes_by_day?:
            | Partial<
                Record<"Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday", number>
              >
            | undefined;
          reason?: string | undefined;
        }[]
      | undefined;
    two_a_day?:
      | Partial<
          Record<"Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday", [number, number]>
        >
      | undefined;
    indoor?:
      | {
          days: ("Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday")[];
          max_minutes?: number | undefined;
        }
      | undefined;
    long_ride?:
      | {
          day?: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday" | undefined;
          min_minutes?: number | undefined;
          max_minutes?: number | undefined;
        }
      | undefined;
    strength_days?: ("Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday")[] | undefined;
    rhythm?: "2:1" | "3:1" | undefined;
    start_phase?: "base" | "build" | undefined;
    avoid?:
      | (
          | "sweetspot"
          | "threshold"
          | "vo2max"
          | "tests"
          | "low_cadence"
          | "sprints"
          | "over_unders"
          | "anaerobic"
          | "torque"
          | "standing"
          | "race_simulation"
        )[]
      | undefined;
    prefer?:
      | (
          | "sweetspot"
          | "threshold"
          | "vo2max"
          | "tests"
          | "low_cadence"
          | "sprints"
          | "over_unders"
          | "anaerobic"
          | "torque"
          | "standing"
          | "race_simulation"
        )[]
      | undefined;
    train_by?: "feel" | "power" | "heart_rate" | undefined;
    train_outdoors_by?: "feel" | "power" | "heart_rate" | undefined;
    ftp?: number | undefined;
    ftp_date?: `${number}-${number}-${number}` | undefined;
    weight_kg?: number | undefined;
    max_hr?: number | undefined;
    lthr?: number | undefined;
    resting_hr?: number | undefined;
    age?: number | undefined;
    sex?: "female" | "male" | undefined;
    unavailable?:
      | { from: `${number}-${number}-${number}`; to: `${number}-${number}-${number}`; reason?: string | undefined }[]
      | undefined;
    recent_weekly_hours?: number | undefined;
    longest_recent_ride_minutes?: number | undefined;
    strength_per_week?: 0 | 2 | 1 | undefined;
    ctl?: number | undefined;
    atl?: number | undefined;
    ftp_test_date?: `${number}-${number}-${number}` | undefined;
    w_prime_kj?: number | undefined;
    weekly_hours_min?: number | undefined;
    careful_start?: boolean | undefined;
    held_back?:
      | {
          by: "comeback" | "careful" | "limit" | "start";
          max_power_pct: number;
          from_week: number;
          through_week: number;
          until?: `${number}-${number}-${number}` | undefined;
          max_heart_rate?: number | undefined;
          max_feel?: number | undefined;
          by_feel?: true | undefined;
        }[]
      | undefined;
    effort_length?:
      { max_minutes: number; through_week: number; until?: `${number}-${number}-${number}` | undefined } | undefined;
    stale_ftp?: boolean | undefined;
    feel_through_week?: number | undefined;
    no_heart_rate?: boolean | undefined;
    tests?: boolean | undefined;
    accept_ramp?: boolean | undefined;
  };
  plan_metadata: {
    total_weeks: number;
    start_date: `${number}-${number}-${number}`;
    end_date: `${number}-${number}-${number}`;
    starting_ctl: number;
    starting_atl: number;
    coaching_notes: string;
    monitoring_guidance: string;
    current_ftp?: number | undefined;
    target_ftp?: number | undefined;
    expected_ftp?: { low: number; model: number; high: number } | undefined;
    no_ftp_aim?: string | undefined;
    goal?:
      | {
          text: string;
          kind: "event" | "improve-ftp" | "build-endurance" | "race-prep" | "weight-loss" | "general-fitness";
          because: string;
        }
      | undefined;
    event?:
      | {
          date: `${number}-${number}-${number}`;
          type:
            | "other"
            | "century"
            | "gran_fondo"
            | "criterium"
            | "road_race"
            | "time_trial"
            | "mtb"
            | "gravel"
            | "multi_day"
            | "ultra"
            | "hill_climb"
            | "cyclocross";
          hours: number;
          days: number;
          intensity_pct: number;
          name?: string | undefined;
          course?:
            | {
                distance_km?: number | undefined;
                climb_m?: number | undefined;
                longest_climb_min?: number | undefined;
                altitude_m?: number | undefined;
                heat?: boolean | undefined;
                climbs?: { at_km: number; length_km: number; grade_pct: number }[] | undefined;
              }
            | undefined;
        }
      | undefined;
    events?:
      | {
          date: `${number}-${number}-${number}`;
          type:
            | "other"
            | "century"
            | "gran_fondo"
            | "criterium"
            | "road_race"
            | "time_trial"
            | "mtb"
            | "gravel"
            | "multi_day"
            | "ultra"
            | "hill_climb"
            | "cyclocross";
          hours: number;
          days: number;
          intensity_pct: number;
          priority: "A" | "B" | "C";
          name?: string | undefined;
          course?:
            | {
                distance_km?: number | undefined;
                climb_m?: number | undefined;
                longest_climb_min?: number | undefined;
                altitude_m?: number | undefined;
                heat?: boolean | undefined;
                climbs?: { at_km: number; length_km: number; grade_pct: number }[] | undefined;
              }
            | undefined;
          taper_days?: number | undefined;
          readiness?:
            | {
                state: "green" | "amber" | "red";
                reasons: {
                  id: string;
                  text: string;
                  state: "green" | "amber" | "red";
                  numbers?: Record<string, string | number> | undefined;
                }[];
                changes: string[];
              }
            | undefined;
        }[]
      | undefined;
    taper_days?: number | undefined;
    overview_source?: "planner" | "model" | "outside" | undefined;
    health_note?: string | undefined;
    warnings?: string[] | undefined;
    given_up?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
    waivers?:
      | {
          rule: string;
          message: string;
          reason: string;
          numbers: Record<string, number>;
          week?: number | undefined;
          date?: `${number}-${number}-${number}` | undefined;
        }[]
      | undefined;
    readiness?:
      | {
          state: "green" | "amber" | "red";
          reasons: {
            id: string;
            text: string;
            state: "green" | "amber" | "red";
            numbers?: Record<string, string | number> | undefined;
          }[];
          changes: string[];
        }
      | undefined;
    scores?:
      | {
          id: string;
          label: string;
          value: number | null;
          unit: string;
          band: { low: number; high: number; n: number | null; of: string } | null;
          note: string;
        }[]
      | undefined;
    lived?:
      | { date: `${number}-${number}-${number}`; kind: "missed" | "off" | "ill" | "dropped" | "more" | "changed" }[]
      | undefined;
    changed_on?: `${number}-${number}-${number}` | undefined;
    kept_days?: `${number}-${number}-${number}`[] | undefined;
    ftp_changes?: { from: `${number}-${number}-${number}`; before: number; after: number }[] | undefined;
  };
};

type WeekFile = {
  planned_hours: number;
  planned_tss: number;
  workouts: {
    weekday: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday";
    date: `${number}-${number}-${number}`;
    name: string;
    type: "strength" | "sweetspot" | "threshold" | "vo2max" | "rest" | "recovery" | "endurance" | "tempo" | "mixed";
    description: string;
    duration_min: number;
    tss: number;
    segments: (
      | {
          description: string;
          duration_min: number;
          power_low_pct: number;
          power_high_pct: number;
          type: "warmup";
          heart_rate_low_pct?: number | undefined;
          heart_rate_high_pct?: number | undefined;
          feel?: number | undefined;
          cadence_low_rpm?: number | undefined;
          cadence_high_rpm?: number | undefined;
        }
      | {
          description: string;
          duration_min: number;
          power_low_pct: number;
          power_high_pct: number;
          type: "steady";
          heart_rate_low_pct?: number | undefined;
          heart_rate_high_pct?: number | undefined;
          feel?: number | undefined;
          cadence_low_rpm?: number | undefined;
          cadence_high_rpm?: number | undefined;
          effort?: "max" | undefined;
        }
      | {
          description: string;
          duration_min: number;
          power_low_pct: number;
          power_high_pct: number;
          type: "recovery";
          heart_rate_low_pct?: number | undefined;
          heart_rate_high_pct?: number | undefined;
          feel?: number | undefined;
          cadence_low_rpm?: number | undefined;
          cadence_high_rpm?: number | undefined;
        }
      | {
          description: string;
          duration_min: number;
          power_low_pct: number;
          power_high_pct: number;
          type: "cooldown";
          heart_rate_low_pct?: number | undefined;
          heart_rate_high_pct?: number | undefined;
          feel?: number | undefined;
          cadence_low_rpm?: number | undefined;
          cadence_high_rpm?: number | undefined;
        }
      | {
          description: string;
          type: "ramp";
          duration_min: number;
          power_start_pct: number;
          power_end_pct: number;
          heart_rate_low_pct?: number | undefined;
          heart_rate_high_pct?: number | undefined;
          feel?: number | undefined;
          cadence_low_rpm?: number | undefined;
          cadence_high_rpm?: number | undefined;
        }
      | {
          description: string;
          type: "interval";
          sets: number;
          work: {
            duration_min: number;
            power_low_pct: number;
            power_high_pct: number;
            heart_rate_low_pct?: number | undefined;
            heart_rate_high_pct?: number | undefined;
            feel?: number | undefined;
            effort?: "max" | undefined;
          };
          cadence_low_rpm?: number | undefined;
          cadence_high_rpm?: number | undefined;
          recovery?:
            | {
                duration_min: number;
                power_low_pct: number;
                power_high_pct: number;
                heart_rate_low_pct?: number | undefined;
                heart_rate_high_pct?: number | undefined;
                feel?: number | undefined;
              }
            | undefined;
        }
      | {
          description: string;
          type: "free";
          duration_min: number;
          cadence_low_rpm?: number | undefined;
          cadence_high_rpm?: number | undefined;
        }
    )[];
    role?: "easy" | "fixed" | "strength" | "key" | "long" | "test" | "openers" | "event" | undefined;
    effort?: "easy" | "moderate" | "hard" | "race" | undefined;
    priority?: "A" | "B" | "C" | undefined;
    indoor?: true | undefined;
    source?: "library" | "llm" | "planner" | undefined;
    library_workout_id?: string | undefined;
    family?: string | undefined;
    level?: number | undefined;
    why?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
    id?: string | undefined;
    original_date?: `${number}-${number}-${number}` | undefined;
  }[];
  week_number: number;
  start_date: `${number}-${number}-${number}`;
  phase: "base" | "build" | "peak" | "taper";
  week_type: "recovery" | "base" | "build" | "peak" | "taper";
  focus: string;
  target_hours: number;
  target_tss: number;
  schema_version: "1";
  plan_id: string;
  why?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
  other_sport?:
    | {
        date: `${number}-${number}-${number}`;
        minutes: number;
        sport: "other" | "run" | "swim" | "gym" | "hike" | "ski" | "team";
        effort: "easy" | "moderate" | "hard" | "race";
        load: number;
        name?: string | undefined;
      }[]
    | undefined;
};

type PlanFile = {
  training_plan: {
    weekly_plan: {
      planned_hours: number;
      planned_tss: number;
      workouts: {
        weekday: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday";
        date: `${number}-${number}-${number}`;
        name: string;
        type: "strength" | "sweetspot" | "threshold" | "vo2max" | "rest" | "recovery" | "endurance" | "tempo" | "mixed";
        description: string;
        duration_min: number;
        tss: number;
        segments: (
          | {
              description: string;
              duration_min: number;
              power_low_pct: number;
              power_high_pct: number;
              type: "warmup";
              heart_rate_low_pct?: number | undefined;
              heart_rate_high_pct?: number | undefined;
              feel?: number | undefined;
              cadence_low_rpm?: number | undefined;
              cadence_high_rpm?: number | undefined;
            }
          | {
              description: string;
              duration_min: number;
              power_low_pct: number;
              power_high_pct: number;
              type: "steady";
              heart_rate_low_pct?: number | undefined;
              heart_rate_high_pct?: number | undefined;
              feel?: number | undefined;
              cadence_low_rpm?: number | undefined;
              cadence_high_rpm?: number | undefined;
              effort?: "max" | undefined;
            }
          | {
              description: string;
              duration_min: number;
              power_low_pct: number;
              power_high_pct: number;
              type: "recovery";
              heart_rate_low_pct?: number | undefined;
              heart_rate_high_pct?: number | undefined;
              feel?: number | undefined;
              cadence_low_rpm?: number | undefined;
              cadence_high_rpm?: number | undefined;
            }
          | {
              description: string;
              duration_min: number;
              power_low_pct: number;
              power_high_pct: number;
              type: "cooldown";
              heart_rate_low_pct?: number | undefined;
              heart_rate_high_pct?: number | undefined;
              feel?: number | undefined;
              cadence_low_rpm?: number | undefined;
              cadence_high_rpm?: number | undefined;
            }
          | {
              description: string;
              type: "ramp";
              duration_min: number;
              power_start_pct: number;
              power_end_pct: number;
              heart_rate_low_pct?: number | undefined;
              heart_rate_high_pct?: number | undefined;
              feel?: number | undefined;
              cadence_low_rpm?: number | undefined;
              cadence_high_rpm?: number | undefined;
            }
          | {
              description: string;
              type: "interval";
              sets: number;
              work: {
                duration_min: number;
                power_low_pct: number;
                power_high_pct: number;
                heart_rate_low_pct?: number | undefined;
                heart_rate_high_pct?: number | undefined;
                feel?: number | undefined;
                effort?: "max" | undefined;
              };
              cadence_low_rpm?: number | undefined;
              cadence_high_rpm?: number | undefined;
              recovery?:
                | {
                    duration_min: number;
                    power_low_pct: number;
                    power_high_pct: number;
                    heart_rate_low_pct?: number | undefined;
                    heart_rate_high_pct?: number | undefined;
                    feel?: number | undefined;
                  }
                | undefined;
            }
          | {
              description: string;
              type: "free";
              duration_min: number;
              cadence_low_rpm?: number | undefined;
              cadence_high_rpm?: number | undefined;
            }
        )[];
        role?: "easy" | "fixed" | "strength" | "key" | "long" | "test" | "openers" | "event" | undefined;
        effort?: "easy" | "moderate" | "hard" | "race" | undefined;
        priority?: "A" | "B" | "C" | undefined;
        indoor?: true | undefined;
        source?: "library" | "llm" | "planner" | undefined;
        library_workout_id?: string | undefined;
        family?: string | undefined;
        level?: number | undefined;
        why?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
        id?: string | undefined;
        original_date?: `${number}-${number}-${number}` | undefined;
      }[];
      week_number: number;
      start_date: `${number}-${number}-${number}`;
      phase: "base" | "build" | "peak" | "taper";
      week_type: "recovery" | "base" | "build" | "peak" | "taper";
      focus: string;
      target_hours: number;
      target_tss: number;
      why?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
      other_sport?:
        | {
            date: `${number}-${number}-${number}`;
            minutes: number;
            sport: "other" | "run" | "swim" | "gym" | "hike" | "ski" | "team";
            effort: "easy" | "moderate" | "hard" | "race";
            load: number;
            name?: string | undefined;
          }[]
        | undefined;
    }[];
    schema_version: "1";
    plan_id: string;
    athlete_profile: {
      goals: string[];
      experience_level: "beginner" | "intermediate" | "advanced";
      weekly_hours_available: number;
      training_availability: {
        week_days: ("Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday")[];
        hours_per_week?: number | undefined;
        max_minutes_by_day?:
          | Partial<Record<"Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday", number>>
          | undefined;
      };
      assumptions: { field: string; value: string | number | boolean | null; reason: string }[];
      fixed_rides?:
        | {
            minutes: number;
            effort: "easy" | "moderate" | "hard" | "race";
            name?: string | undefined;
            day?: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday" | undefined;
            date?: `${number}-${number}-${number}` | undefined;
            from?: `${number}-${number}-${number}` | undefined;
            to?: `${number}-${number}-${number}` | undefined;
          }[]
        | undefined;
      other_sport?:
        | {
            minutes: number;
            sport: "other" | "run" | "swim" | "gym" | "hike" | "ski" | "team";
            effort: "easy" | "moderate" | "hard" | "race";
            name?: string | undefined;
            day?: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday" | undefined;
            date?: `${number}-${number}-${number}` | undefined;
            from?: `${number}-${number}-${number}` | undefined;
            to?: `${number}-${number}-${number}` | undefined;
          }[]
        | undefined;
      hours_by_date?:
        | {
            from: `${number}-${number}-${number}`;
            to: `${number}-${number}-${number}`;
            hours?: number | undefined;
            days?: ("Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday")[] | undefined;
            max_minutes_by_day?:
              | Partial<
                  Record<"Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday", number>
                >
              | undefined;
            reason?: string | undefined;
          }[]
        | undefined;
      two_a_day?:
        | Partial<
            Record<"Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday", [number, number]>
          >
        | undefined;
      indoor?:
        | {
            days: ("Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday")[];
            max_minutes?: number | undefined;
          }
        | undefined;
      long_ride?:
        | {
            day?: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday" | undefined;
            min_minutes?: number | undefined;
            max_minutes?: number | undefined;
          }
        | undefined;
      strength_days?:
        ("Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday")[] | undefined;
      rhythm?: "2:1" | "3:1" | undefined;
      start_phase?: "base" | "build" | undefined;
      avoid?:
        | (
            | "sweetspot"
            | "threshold"
            | "vo2max"
            | "tests"
            | "low_cadence"
            | "sprints"
            | "over_unders"
            | "anaerobic"
            | "torque"
            | "standing"
            | "race_simulation"
          )[]
        | undefined;
      prefer?:
        | (
            | "sweetspot"
            | "threshold"
            | "vo2max"
            | "tests"
            | "low_cadence"
            | "sprints"
            | "over_unders"
            | "anaerobic"
            | "torque"
            | "standing"
            | "race_simulation"
          )[]
        | undefined;
      train_by?: "feel" | "power" | "heart_rate" | undefined;
      train_outdoors_by?: "feel" | "power" | "heart_rate" | undefined;
      ftp?: number | undefined;
      ftp_date?: `${number}-${number}-${number}` | undefined;
      weight_kg?: number | undefined;
      max_hr?: number | undefined;
      lthr?: number | undefined;
      resting_hr?: number | undefined;
      age?: number | undefined;
      sex?: "female" | "male" | undefined;
      unavailable?:
        | { from: `${number}-${number}-${number}`; to: `${number}-${number}-${number}`; reason?: string | undefined }[]
        | undefined;
      recent_weekly_hours?: number | undefined;
      longest_recent_ride_minutes?: number | undefined;
      strength_per_week?: 0 | 2 | 1 | undefined;
      ctl?: number | undefined;
      atl?: number | undefined;
      ftp_test_date?: `${number}-${number}-${number}` | undefined;
      w_prime_kj?: number | undefined;
      weekly_hours_min?: number | undefined;
      careful_start?: boolean | undefined;
      held_back?:
        | {
            by: "comeback" | "careful" | "limit" | "start";
            max_power_pct: number;
            from_week: number;
            through_week: number;
            until?: `${number}-${number}-${number}` | undefined;
            max_heart_rate?: number | undefined;
            max_feel?: number | undefined;
            by_feel?: true | undefined;
          }[]
        | undefined;
      effort_length?:
        { max_minutes: number; through_week: number; until?: `${number}-${number}-${number}` | undefined } | undefined;
      stale_ftp?: boolean | undefined;
      feel_through_week?: number | undefined;
      no_heart_rate?: boolean | undefined;
      tests?: boolean | undefined;
      accept_ramp?: boolean | undefined;
    };
    plan_metadata: {
      total_weeks: number;
      start_date: `${number}-${number}-${number}`;
      end_date: `${number}-${number}-${number}`;
      starting_ctl: number;
      starting_atl: number;
      coaching_notes: string;
      monitoring_guidance: string;
      current_ftp?: number | undefined;
      target_ftp?: number | undefined;
      expected_ftp?: { low: number; model: number; high: number } | undefined;
      no_ftp_aim?: string | undefined;
      goal?:
        | {
            text: string;
            kind: "event" | "improve-ftp" | "build-endurance" | "race-prep" | "weight-loss" | "general-fitness";
            because: string;
          }
        | undefined;
      event?:
        | {
            date: `${number}-${number}-${number}`;
            type:
              | "other"
              | "century"
              | "gran_fondo"
              | "criterium"
              | "road_race"
              | "time_trial"
              | "mtb"
              | "gravel"
              | "multi_day"
              | "ultra"
              | "hill_climb"
              | "cyclocross";
            hours: number;
            days: number;
            intensity_pct: number;
            name?: string | undefined;
            course?:
              | {
                  distance_km?: number | undefined;
                  climb_m?: number | undefined;
                  longest_climb_min?: number | undefined;
                  altitude_m?: number | undefined;
                  heat?: boolean | undefined;
                  climbs?: { at_km: number; length_km: number; grade_pct: number }[] | undefined;
                }
              | undefined;
          }
        | undefined;
      events?:
        | {
            date: `${number}-${number}-${number}`;
            type:
              | "other"
              | "century"
              | "gran_fondo"
              | "criterium"
              | "road_race"
              | "time_trial"
              | "mtb"
              | "gravel"
              | "multi_day"
              | "ultra"
              | "hill_climb"
              | "cyclocross";
            hours: number;
            days: number;
            intensity_pct: number;
            priority: "A" | "B" | "C";
            name?: string | undefined;
            course?:
              | {
                  distance_km?: number | undefined;
                  climb_m?: number | undefined;
                  longest_climb_min?: number | undefined;
                  altitude_m?: number | undefined;
                  heat?: boolean | undefined;
                  climbs?: { at_km: number; length_km: number; grade_pct: number }[] | undefined;
                }
              | undefined;
            taper_days?: number | undefined;
            readiness?:
              | {
                  state: "green" | "amber" | "red";
                  reasons: {
                    id: string;
                    text: string;
                    state: "green" | "amber" | "red";
                    numbers?: Record<string, string | number> | undefined;
                  }[];
                  changes: string[];
                }
              | undefined;
          }[]
        | undefined;
      taper_days?: number | undefined;
      overview_source?: "planner" | "model" | "outside" | undefined;
      health_note?: string | undefined;
      warnings?: string[] | undefined;
      given_up?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
      waivers?:
        | {
            rule: string;
            message: string;
            reason: string;
            numbers: Record<string, number>;
            week?: number | undefined;
            date?: `${number}-${number}-${number}` | undefined;
          }[]
        | undefined;
      readiness?:
        | {
            state: "green" | "amber" | "red";
            reasons: {
              id: string;
              text: string;
              state: "green" | "amber" | "red";
              numbers?: Record<string, string | number> | undefined;
            }[];
            changes: string[];
          }
        | undefined;
      scores?:
        | {
            id: string;
            label: string;
            value: number | null;
            unit: string;
            band: { low: number; high: number; n: number | null; of: string } | null;
            note: string;
          }[]
        | undefined;
      lived?:
        | { date: `${number}-${number}-${number}`; kind: "missed" | "off" | "ill" | "dropped" | "more" | "changed" }[]
        | undefined;
      changed_on?: `${number}-${number}-${number}` | undefined;
      kept_days?: `${number}-${number}-${number}`[] | undefined;
      ftp_changes?: { from: `${number}-${number}-${number}`; before: number; after: number }[] | undefined;
    };
  };
  ai_metadata: {
    ai_provider: string;
    ai_model: string | null;
    workout_source: "library" | "llm";
    library_version: string;
    generated_at: string;
    usage: { [x: string]: unknown; input_tokens: number; output_tokens: number };
    overview_by?: "planner" | "model" | undefined;
    swaps?:
      | {
          taken: {
            week: number;
            what: "note" | "name" | "day" | "kind" | "theme";
            to: string;
            why: string;
            weekday?: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday" | undefined;
            from?: string | undefined;
          }[];
          refused: {
            because: string;
            week: number;
            what: "note" | "name" | "day" | "kind" | "theme";
            to: string;
            why: string;
            weekday?: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday" | undefined;
            from?: string | undefined;
          }[];
          unusable?: string | undefined;
        }
      | undefined;
  };
  plan_instance?:
    | {
        id: string;
        template_id: string;
        start_date: `${number}-${number}-${number}`;
        end_date: `${number}-${number}-${number}`;
        scheduled_at: string;
        cancelled_at: string | null;
        revision: number;
        series: number;
      }
    | undefined;
};

type EventType =
  | "other"
  | "century"
  | "gran_fondo"
  | "criterium"
  | "road_race"
  | "time_trial"
  | "mtb"
  | "gravel"
  | "multi_day"
  | "ultra"
  | "hill_climb"
  | "cyclocross";

type ProfileInput = {
  goals: string[];
  experience_level: "beginner" | "intermediate" | "advanced";
  weekly_hours_available: number;
  training_availability: {
    week_days: ("Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday")[];
    hours_per_week?: number | undefined;
    max_minutes_by_day?:
      | Partial<Record<"Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday", number>>
      | undefined;
  };
  health?:
    | {
        active?: boolean | undefined;
        disease?: boolean | undefined;
        symptoms?: boolean | undefined;
        heart_disease?: boolean | undefined;
        pregnant?: boolean | undefined;
        beta_blockers?: boolean | undefined;
        low_energy?: boolean | undefined;
      }
    | undefined;
  weekly_hours_min?: number | undefined;
  fixed_rides?:
    | {
        minutes: number;
        effort: "easy" | "moderate" | "hard" | "race";
        name?: string | undefined;
        day?: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday" | undefined;
        date?: `${number}-${number}-${number}` | undefined;
        from?: `${number}-${number}-${number}` | undefined;
        to?: `${number}-${number}-${number}` | undefined;
      }[]
    | undefined;
  other_sport?:
    | {
        minutes: number;
        sport: "other" | "run" | "swim" | "gym" | "hike" | "ski" | "team";
        effort: "easy" | "moderate" | "hard" | "race";
        name?: string | undefined;
        day?: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday" | undefined;
        date?: `${number}-${number}-${number}` | undefined;
        from?: `${number}-${number}-${number}` | undefined;
        to?: `${number}-${number}-${number}` | undefined;
      }[]
    | undefined;
  hours_by_date?:
    | {
        from: `${number}-${number}-${number}`;
        to: `${number}-${number}-${number}`;
        hours?: number | undefined;
        days?: ("Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday")[] | undefined;
        max_minutes_by_day?:
          | Partial<Record<"Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday", number>>
          | undefined;
        reason?: string | undefined;
      }[]
    | undefined;
  two_a_day?:
    | Partial<
        Record<"Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday", [number, number]>
      >
    | undefined;
  indoor?:
    | {
        days: ("Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday")[];
        max_minutes?: number | undefined;
      }
    | undefined;
  long_ride?:
    | {
        day?: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday" | undefined;
        min_minutes?: number | undefined;
        max_minutes?: number | undefined;
      }
    | undefined;
  strength_days?: ("Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday")[] | undefined;
  rhythm?: "2:1" | "3:1" | undefined;
  start_phase?: "base" | "build" | undefined;
  avoid?:
    | (
        | "sweetspot"
        | "threshold"
        | "vo2max"
        | "tests"
        | "low_cadence"
        | "sprints"
        | "over_unders"
        | "anaerobic"
        | "torque"
        | "standing"
        | "race_simulation"
      )[]
    | undefined;
  prefer?:
    | (
        | "sweetspot"
        | "threshold"
        | "vo2max"
        | "tests"
        | "low_cadence"
        | "sprints"
        | "over_unders"
        | "anaerobic"
        | "torque"
        | "standing"
        | "race_simulation"
      )[]
    | undefined;
  train_by?: "feel" | "power" | "heart_rate" | undefined;
  train_outdoors_by?: "feel" | "power" | "heart_rate" | undefined;
  ftp?: number | undefined;
  ftp_date?: `${number}-${number}-${number}` | undefined;
  weight_kg?: number | undefined;
  max_hr?: number | undefined;
  lthr?: number | undefined;
  resting_hr?: number | undefined;
  age?: number | undefined;
  sex?: "female" | "male" | undefined;
  unavailable?:
    | { from: `${number}-${number}-${number}`; to: `${number}-${number}-${number}`; reason?: string | undefined }[]
    | undefined;
  recent_weekly_hours?: number | undefined;
  longest_recent_ride_minutes?: number | undefined;
  strength_per_week?: 0 | 2 | 1 | undefined;
  ctl?: number | undefined;
  atl?: number | undefined;
  ftp_test_date?: `${number}-${number}-${number}` | undefined;
  w_prime_kj?: number | undefined;
  effort_cap?:
    | {
        max_power_pct?: number | undefined;
        until?: `${number}-${number}-${number}` | undefined;
        max_heart_rate?: number | undefined;
        max_feel?: number | undefined;
        max_interval_minutes?: number | undefined;
      }
    | undefined;
  comeback?:
    | { weeks_off: number; reason: "illness" | "injury" | "surgery" | "birth" | "break"; cleared?: boolean | undefined }
    | undefined;
};

type Assumption = { field: string; value: string | number | boolean | null; reason: string };

type EventPriority = "A" | "B" | "C";

type Severity = "hard" | "scored";

/** What a rule must know beyond the workouts themselves; a plan that lacks it leaves the rule unchecked. */
type Need = "athlete" | "limits" | "event" | "levels" | "goal" | "start" | "phases" | "roles" | "dates" | "figures";

/** Why a shape rule yields: the number in the rider's own calendar or limits that prevents it. */
interface Excuse {
  readonly reason: string;
  readonly numbers: Readonly<Record<string, number>>;
  /** Rides that the rider does anyway pass the rule alone: they stay, so a rule of any class yields. */
  readonly isOwnRides?: true;
}

/** One place where a rule does not hold: data, worded once, with the numbers that show it. */
interface Found {
  readonly week?: number | undefined;
  readonly date?: CalendarDate | undefined;
  readonly message: string;
  readonly numbers: Readonly<Record<string, number>>;
  readonly excuse?: Excuse | undefined;
}

/** The id of a rule that speaks of one plan. */
type RuleId =
  | "strength"
  | "available-days"
  | "unavailable-dates"
  | "day-minutes"
  | "shortest-ride"
  | "weekly-ceiling"
  | "rest-days"
  | "hours-used"
  | "first-week"
  | "return-week"
  | "fitness-ramp"
  | "block-ramp"
  | "lowest-form"
  | "form-after-week"
  | "load-spike"
  | "monotony"
  | "load-weeks-in-a-row"
  | "recovery-load"
  | "recovery-work"
  | "recovery-form"
  | "hard-days"
  | "hard-day-spacing"
  | "vo2max-spacing"
  | "easy-share"
  | "high-share"
  | "beginner-power"
  | "careful-start"
  | "effort-cap"
  | "health-limit"
  | "comeback-power"
  | "easy-start"
  | "comeback-first-week"
  | "fixed-rides"
  | "beside-own-hard"
  | "other-sport"
  | "start-phase"
  | "long-ride-day"
  | "long-ride-most"
  | "long-ride-least"
  | "indoor-days"
  | "strength-days"
  | "two-a-day"
  | "effort-length"
  | "avoided-work"
  | "key-sessions"
  | "long-ride-growth"
  | "longest-ride-timing"
  | "long-ride-share"
  | "taper-volume"
  | "event-form"
  | "taper-fitness"
  | "last-days"
  | "test-timing"
  | "test-spacing"
  | "events-in-plan"
  | "b-event"
  | "c-event"
  | "after-event"
  | "event-hard-days"
  | "feasible-efforts"
  | "w-balance"
  | "honest-label"
  | "warm-up"
  | "ladder-steps"
  | "overload"
  | "variety"
  | "without-power"
  | "effort-told"
  | "dates"
  | "load-figures"
  | "whole-numbers"
  | "target-ftp";

/** The id of a rule on proposals or files. */
type ProposalRuleId =
  | "overview-weeks"
  | "overview-days"
  | "overview-training-days"
  | "overview-hard-days"
  | "week-number"
  | "week-days"
  | "designated-days"
  | "segment-sum"
  | "time-budget"
  | "week-files"
  | "plan-format"
  | "stored-verdict";

/** What refuses an overview that no plan could be built on, where no single rule does. */
declare const OVERVIEW_REFUSED = "overview";

/** What was found, with the rule that does not hold there. */
interface Finding extends Found {
  readonly rule: RuleId | ProposalRuleId | typeof OVERVIEW_REFUSED;
  readonly severity: Severity;
}

/** A rule that was not checked, and what kept it from being so. */
interface Unchecked {
  readonly rule: string;
  readonly title: string;
  readonly needs: readonly Need[];
  readonly reason: string;
}

/** What lint says of one plan. */
interface LintReport {
  readonly planId: string;
  readonly weeks: number;
  /** Missing where the plan has no dates. */
  readonly from: CalendarDate | undefined;
  readonly to: CalendarDate | undefined;
  /** Its overview was made elsewhere: what it fixed is scored only. */
  readonly isOutside: boolean;
  /** It was checked for a rider of another file than its own. */
  readonly hasOwnAthlete: boolean;
  /** Only some rules were asked for. */
  readonly isFiltered: boolean;
  /** Every rule applied, and none found or waived anything. */
  readonly isClean: boolean;
  /** Rules that were asked for, checked or not. */
  readonly asked: number;
  readonly findings: readonly Finding[];
  readonly waivers: readonly Waiver[];
  readonly unchecked: readonly Unchecked[];
  /** Rules that say nothing of such a plan: those of events where there is none. */
  readonly notApplicable: readonly Unchecked[];
  readonly scores: readonly Score[];
  /** How workout files were read where they left something open; none of a plan file. */
  readonly readings: readonly {
    readonly file: string;
    readonly line?: number | undefined;
    readonly message: string;
  }[];
}

/** What is asked of a check. */
interface CheckOptions {
  /** The day a plan without dates is read on, `2026-12-01`; 1 January 2024, a Monday, where it is left out. */
  readonly today?: string | undefined;
  /** Rule ids, as `cycling-plan lint --rules` lists them; all of them where none are named. */
  readonly rules?: readonly string[] | undefined;
  readonly severity?: Severity | undefined;
}

/**
 * Holds a plan, whoever made it, to every rule that it lets one check: findings, waivers, scores, and what could not be checked and
 * why. A plan keeps the rules where no finding is `hard`. Throws `PlanError` INPUT_INVALID where it is no plan at all.
 */
declare function checkPlan(plan: unknown, { today, rules, severity }?: CheckOptions): LintReport;

type ChangedDay = {
  date: `${number}-${number}-${number}`;
  before: {
    workouts: {
      weekday: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday";
      date: `${number}-${number}-${number}`;
      name: string;
      type: "strength" | "sweetspot" | "threshold" | "vo2max" | "rest" | "recovery" | "endurance" | "tempo" | "mixed";
      description: string;
      duration_min: number;
      tss: number;
      segments: (
        | {
            description: string;
            duration_min: number;
            power_low_pct: number;
            power_high_pct: number;
            type: "warmup";
            heart_rate_low_pct?: number | undefined;
            heart_rate_high_pct?: number | undefined;
            feel?: number | undefined;
            cadence_low_rpm?: number | undefined;
            cadence_high_rpm?: number | undefined;
          }
        | {
            description: string;
            duration_min: number;
            power_low_pct: number;
            power_high_pct: number;
            type: "steady";
            heart_rate_low_pct?: number | undefined;
            heart_rate_high_pct?: number | undefined;
            feel?: number | undefined;
            cadence_low_rpm?: number | undefined;
            cadence_high_rpm?: number | undefined;
            effort?: "max" | undefined;
          }
        | {
            description: string;
            duration_min: number;
            power_low_pct: number;
            power_high_pct: number;
            type: "recovery";
            heart_rate_low_pct?: number | undefined;
            heart_rate_high_pct?: number | undefined;
            feel?: number | undefined;
            cadence_low_rpm?: number | undefined;
            cadence_high_rpm?: number | undefined;
          }
        | {
            description: string;
            duration_min: number;
            power_low_pct: number;
            power_high_pct: number;
            type: "cooldown";
            heart_rate_low_pct?: number | undefined;
            heart_rate_high_pct?: number | undefined;
            feel?: number | undefined;
            cadence_low_rpm?: number | undefined;
            cadence_high_rpm?: number | undefined;
          }
        | {
            description: string;
            type: "ramp";
            duration_min: number;
            power_start_pct: number;
            power_end_pct: number;
            heart_rate_low_pct?: number | undefined;
            heart_rate_high_pct?: number | undefined;
            feel?: number | undefined;
            cadence_low_rpm?: number | undefined;
            cadence_high_rpm?: number | undefined;
          }
        | {
            description: string;
            type: "interval";
            sets: number;
            work: {
              duration_min: number;
              power_low_pct: number;
              power_high_pct: number;
              heart_rate_low_pct?: number | undefined;
              heart_rate_high_pct?: number | undefined;
              feel?: number | undefined;
              effort?: "max" | undefined;
            };
            cadence_low_rpm?: number | undefined;
            cadence_high_rpm?: number | undefined;
            recovery?:
              | {
                  duration_min: number;
                  power_low_pct: number;
                  power_high_pct: number;
                  heart_rate_low_pct?: number | undefined;
                  heart_rate_high_pct?: number | undefined;
                  feel?: number | undefined;
                }
              | undefined;
          }
        | {
            description: string;
            type: "free";
            duration_min: number;
            cadence_low_rpm?: number | undefined;
            cadence_high_rpm?: number | undefined;
          }
      )[];
      role?: "easy" | "fixed" | "strength" | "key" | "long" | "test" | "openers" | "event" | undefined;
      effort?: "easy" | "moderate" | "hard" | "race" | undefined;
      priority?: "A" | "B" | "C" | undefined;
      indoor?: true | undefined;
      source?: "library" | "llm" | "planner" | undefined;
      library_workout_id?: string | undefined;
      family?: string | undefined;
      level?: number | undefined;
      why?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
      id?: string | undefined;
      original_date?: `${number}-${number}-${number}` | undefined;
    }[];
    training_day?:
      | {
          weekday: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday";
          date: `${number}-${number}-${number}`;
          workout_types: (
            "strength" | "sweetspot" | "threshold" | "vo2max" | "rest" | "recovery" | "endurance" | "tempo" | "mixed"
          )[];
          target_minutes: number;
          max_minutes: number;
          role?: "easy" | "fixed" | "strength" | "key" | "long" | "test" | "openers" | "event" | undefined;
          family?: string | undefined;
          level?: number | undefined;
          dose?: "full" | "reduced" | undefined;
          max_work_minutes?: number | undefined;
          library_workout_id?: string | undefined;
          strength_minutes?: number | undefined;
          second_minutes?: number | undefined;
          fixed?:
            | { name: string; minutes: number; effort: "easy" | "moderate" | "hard" | "race"; intensity_pct: number }[]
            | undefined;
          why?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
        }
      | undefined;
  };
  after: {
    workouts: {
      weekday: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday";
      date: `${number}-${number}-${number}`;
      name: string;
      type: "strength" | "sweetspot" | "threshold" | "vo2max" | "rest" | "recovery" | "endurance" | "tempo" | "mixed";
      description: string;
      duration_min: number;
      tss: number;
      segments: (
        | {
            description: string;
            duration_min: number;
            power_low_pct: number;
            power_high_pct: number;
            type: "warmup";
            heart_rate_low_pct?: number | undefined;
            heart_rate_high_pct?: number | undefined;
            feel?: number | undefined;
            cadence_low_rpm?: number | undefined;
            cadence_high_rpm?: number | undefined;
          }
        | {
            description: string;
            duration_min: number;
            power_low_pct: number;
            power_high_pct: number;
            type: "steady";
            heart_rate_low_pct?: number | undefined;
            heart_rate_high_pct?: number | undefined;
            feel?: number | undefined;
            cadence_low_rpm?: number | undefined;
            cadence_high_rpm?: number | undefined;
            effort?: "max" | undefined;
          }
        | {
            description: string;
            duration_min: number;
            power_low_pct: number;
            power_high_pct: number;
            type: "recovery";
            heart_rate_low_pct?: number | undefined;
            heart_rate_high_pct?: number | undefined;
            feel?: number | undefined;
            cadence_low_rpm?: number | undefined;
            cadence_high_rpm?: number | undefined;
          }
        | {
            description: string;
            duration_min: number;
            power_low_pct: number;
            power_high_pct: number;
            type: "cooldown";
            heart_rate_low_pct?: number | undefined;
            heart_rate_high_pct?: number | undefined;
            feel?: number | undefined;
            cadence_low_rpm?: number | undefined;
            cadence_high_rpm?: number | undefined;
          }
        | {
            description: string;
            type: "ramp";
            duration_min: number;
            power_start_pct: number;
            power_end_pct: number;
            heart_rate_low_pct?: number | undefined;
            heart_rate_high_pct?: number | undefined;
            feel?: number | undefined;
            cadence_low_rpm?: number | undefined;
            cadence_high_rpm?: number | undefined;
          }
        | {
            description: string;
            type: "interval";
            sets: number;
            work: {
              duration_min: number;
              power_low_pct: number;
              power_high_pct: number;
              heart_rate_low_pct?: number | undefined;
              heart_rate_high_pct?: number | undefined;
              feel?: number | undefined;
              effort?: "max" | undefined;
            };
            cadence_low_rpm?: number | undefined;
            cadence_high_rpm?: number | undefined;
            recovery?:
              | {
                  duration_min: number;
                  power_low_pct: number;
                  power_high_pct: number;
                  heart_rate_low_pct?: number | undefined;
                  heart_rate_high_pct?: number | undefined;
                  feel?: number | undefined;
                }
              | undefined;
          }
        | {
            description: string;
            type: "free";
            duration_min: number;
            cadence_low_rpm?: number | undefined;
            cadence_high_rpm?: number | undefined;
          }
      )[];
      role?: "easy" | "fixed" | "strength" | "key" | "long" | "test" | "openers" | "event" | undefined;
      effort?: "easy" | "moderate" | "hard" | "race" | undefined;
      priority?: "A" | "B" | "C" | undefined;
      indoor?: true | undefined;
      source?: "library" | "llm" | "planner" | undefined;
      library_workout_id?: string | undefined;
      family?: string | undefined;
      level?: number | undefined;
      why?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
      id?: string | undefined;
      original_date?: `${number}-${number}-${number}` | undefined;
    }[];
    training_day?:
      | {
          weekday: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday";
          date: `${number}-${number}-${number}`;
          workout_types: (
            "strength" | "sweetspot" | "threshold" | "vo2max" | "rest" | "recovery" | "endurance" | "tempo" | "mixed"
          )[];
          target_minutes: number;
          max_minutes: number;
          role?: "easy" | "fixed" | "strength" | "key" | "long" | "test" | "openers" | "event" | undefined;
          family?: string | undefined;
          level?: number | undefined;
          dose?: "full" | "reduced" | undefined;
          max_work_minutes?: number | undefined;
          library_workout_id?: string | undefined;
          strength_minutes?: number | undefined;
          second_minutes?: number | undefined;
          fixed?:
            | { name: string; minutes: number; effort: "easy" | "moderate" | "hard" | "race"; intensity_pct: number }[]
            | undefined;
          why?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
        }
      | undefined;
  };
};

type Course = {
  distance_km?: number | undefined;
  climb_m?: number | undefined;
  longest_climb_min?: number | undefined;
  altitude_m?: number | undefined;
  heat?: boolean | undefined;
  climbs?: { at_km: number; length_km: number; grade_pct: number }[] | undefined;
};

/** One target event as the rider gave it; what is missing is assumed by type and level. */
interface EventRequest {
  readonly date: CalendarDate;
  readonly type?: EventType | undefined;
  /** Hours the event takes this rider; for several days, hours a day. */
  readonly hours?: number | undefined;
  readonly days?: number | undefined;
  readonly name?: string | undefined;
  /** Missing counts as A. */
  readonly priority?: EventPriority | undefined;
  readonly course?: Course | undefined;
}

/** A whole request after parsing: both file forms, the flags and the wizard end here. */
interface PlanRequest {
  /** The rider's own words; empty where they gave none. */
  readonly goal: string;
  readonly event?: EventRequest | undefined;
  /** Every other event, of any priority, in order of time; missing where there is none. */
  readonly events?: readonly EventRequest[] | undefined;
  /** 4 to 24. With an event, shorter than the weeks until then starts later. */
  readonly weeks?: number | undefined;
  readonly startDate?: CalendarDate | undefined;
  readonly targetFtp?: number | undefined;
  /** False leaves every FTP test out. */
  readonly tests: boolean;
  /** The rider accepts more than twice their recent hours. */
  readonly acceptRamp: boolean;
  readonly profile: ProfileInput;
}

/** What stays the planner's in an overview that a model proposed. */
interface KeptOfPlanner {
  /** Tests, and the openers before an event. */
  readonly days: readonly TrainingDay[];
  /** Weeks that the planner took over: they are its own, to the last field. */
  readonly weeks: readonly OverviewWeek[];
}

/** One plan to be made. The same task and the same library give the same plan, to the byte. */
interface PlanTask {
  readonly planId: string;
  /** When it was asked for, to the second: `2026-12-01T10:30:00Z`. */
  readonly askedAt: string;
  readonly request: PlanRequest;
  readonly today: CalendarDate;
  /** What stands in the place of dice. */
  readonly seed: string;
  /** What was decided for the rider where they left something open. */
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly string[];
  /** An overview made elsewhere or proposed by a model; undefined where the built-in planner makes it. */
  readonly outsideOverview?: unknown;
  /** Given where a model proposed the overview: such a plan is held to every rule in full. */
  readonly byModel?: KeptOfPlanner | undefined;
  /** The rides that the plan starts from, as a table to lie beside it. */
  readonly activities?: string | undefined;
}

/** A plan as it stands, and what its changes need to know: what `compilePlan`, `readPlan` and `changePlan` give. */
interface PlanState {
  /** The plan file, `{plan_id}_plan.json`. */
  readonly plan: PlanFile;
  /** `{plan_id}_overview.json`; a change keeps it in step where it is there. */
  readonly overview?: Overview | undefined;
  /** What the plan was made from: needed by changes of what was asked for, such as `add event`. */
  readonly task?: PlanTask | undefined;
  /** Days that were ridden; they never change. */
  readonly done?: readonly CalendarDate[] | undefined;
}

/** The week files of a plan, `{plan_id}_week_{n}.json`. */
declare function weekFiles({ plan: { training_plan: plan } }: Pick<PlanState, "plan">): WeekFile[];

/** When a plan is changed, and how where there is a choice. */
interface ChangeOptions {
  /** The day it is, `2027-01-13`: days before it never change. */
  readonly today: string;
  /** 1 for the best way, 2 for the other one where there is one. */
  readonly way?: number | undefined;
  /** An illness above the neck only, without fever: a faster way back. */
  readonly isAboveNeck?: boolean | undefined;
}

/** A plan after a change, and what it took. */
interface ChangedPlan extends PlanState {
  /** What is given up, in a sentence. */
  readonly costs: string;
  /** Days that differ, before and after. */
  readonly days: readonly ChangedDay[];
  /** Other lawful ways, in a few words each. */
  readonly others: readonly string[];
}

/**
 * What a plan becomes by words as `cycling-plan change` reads them: `missed tue`, `I was ill from Monday to Thursday`, `hours 5 next
 * week`. The state that is given stays as it is: a change that was not meant is one that is not used. Throws `PlanError`
 * INPUT_INVALID for words that cannot be meant, NOT_FEASIBLE with the rule that no way keeps.
 */
declare function changePlan(state: PlanState, words: string, { today, way, isAboveNeck }: ChangeOptions): ChangedPlan;

/** What a plan depends on beside its request. */
interface CompileOptions {
  /** The day it is asked for on, `2026-12-01`. */
  readonly today: string;
  /** What stands in the place of dice: another seed is another choice among equal workouts. `"1"` where it is left out. */
  readonly seed?: string | undefined;
  /** Letters, digits, dot, hyphen and underscore; made from goal, date and seed where it is left out. */
  readonly planId?: string | undefined;
  /** What the plan says of when it was made, to the second: `2026-12-01T10:30:00Z`. Midnight of `today` where it is left out. */
  readonly askedAt?: string | undefined;
}

/** A plan that keeps every rule. */
interface MadePlan extends PlanState {
  readonly overview: Overview;
  readonly task: PlanTask;
  /** What is unusual in the request, and what the plan does about it. */
  readonly warnings: readonly string[];
}

/**
 * Makes a dated plan of 4 to 24 weeks from a request, in either form of `schemas/request.json`. The same request and options give
 * the same bytes. Throws `PlanError`: INPUT_INVALID with each wrong field in `details.problems`, NOT_FEASIBLE with the rule that
 * binds and, in `details.changes`, changes that were tried and work.
 */
declare function compilePlan(request: unknown, { today, seed, planId, askedAt }: CompileOptions): MadePlan;

/** One of these names. */
type FormatId = "zwo" | "erg" | "mrc" | "fit" | "ics" | "intervals" | "csv" | "md" | "html" | "card";

/** A file of an export: where it lies below the chosen directory, and every byte of it. */
interface ExportedFile {
  readonly format: FormatId;
  /** With forward slashes: `week-03/2026-12-22-tue-threshold-3x10.zwo`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What of the plan this file cannot say. */
  readonly notes: readonly string[];
  /** It shows the day on which it was written. */
  readonly isDated?: boolean;
}

/** Which files, and how they are written. */
interface ExportChoice {
  /** `zwo`, `erg`, `mrc`, `fit`, `ics`, `intervals`, `csv`, `md`, `html`, `card`. */
  readonly formats: readonly FormatId[];
  /** The day on which page and cards open, `2027-01-13`; the plan's first where it is left out. */
  readonly today?: string | undefined;
  /** Another FTP than the plan's, in watts, for all that is written in watts. */
  readonly ftpWatts?: number | undefined;
}

/**
 * A plan as files: for trainers and head units, calendars, and to look at. Paths have forward slashes and lie below a folder of your
 * choice; `notes` says what a format cannot hold. Throws `PlanError` INPUT_INVALID for a day that is none.
 */
declare function exportPlan(
  { plan }: Pick<PlanState, "plan">,
  { formats, today, ftpWatts }: ExportChoice,
): ExportedFile[];

/** The files of a plan: as JSON text, or as the values in it. */
interface PlanFiles {
  /** `{plan_id}_plan.json`. */
  readonly plan: unknown;
  /** `{plan_id}_overview.json`. */
  readonly overview?: unknown;
  /** `{plan_id}_request.json`. */
  readonly request?: unknown;
  /** Days that were ridden, `2026-12-01`. */
  readonly done?: PlanState["done"];
}

/** Reads the files of a plan, each held to its schema. Throws `PlanError` INPUT_INVALID with the fields that are wrong. */
declare function readPlan({ plan: planFile, overview, request, done }: PlanFiles): PlanState;

export { PlanError, changePlan, checkPlan, compilePlan, exportPlan, readPlan, weekFiles };

export type {
  ChangeOptions,
  ChangedDay,
  ChangedPlan,
  CheckOptions,
  CompileOptions,
  ErrorCode,
  ExportChoice,
  ExportedFile,
  Finding,
  FormatId,
  LintReport,
  MadePlan,
  Overview,
  PlanFile,
  PlanFiles,
  PlanState,
  PlanTask,
  Severity,
  Unchecked,
  WeekFile,
};
