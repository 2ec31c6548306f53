type Assumption = { field: string; value: string | number | boolean | null; reason: string };

/** A civil day, `YYYY-MM-DD`. No time, no zone: training happens on days. */
type CalendarDate = `${number}-${number}-${number}`;

/** When a plan is changed, and how where there is a choice. */
interface ChangeOptions {
  /** The day it is, `2027-01-13`: days before it never change. */
  readonly today: string;
  /** 1 for the best way, 2 for the other one where there is one. */
  readonly way?: number | undefined;
  /** An illness above the neck only, without fever: a faster way back. */
  readonly isAboveNeck?: boolean | undefined;
}

type ChangedDay = {
  date: `${number}-${number}-${number}`;
  before: {
    workouts: {
      weekday: "Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday";
      date: `${number}-${number}-${number}`;
      name: string;
      type: "endurance" | "mixed" | "recovery" | "rest" | "strength" | "sweetspot" | "tempo" | "threshold" | "vo2max";
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
      role?: "easy" | "event" | "fixed" | "key" | "long" | "openers" | "strength" | "test" | undefined;
      effort?: "easy" | "hard" | "moderate" | "race" | undefined;
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
          weekday: "Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday";
          date: `${number}-${number}-${number}`;
          workout_types: (
            "endurance" | "mixed" | "recovery" | "rest" | "strength" | "sweetspot" | "tempo" | "threshold" | "vo2max"
          )[];
          target_minutes: number;
          max_minutes: number;
          role?: "easy" | "event" | "fixed" | "key" | "long" | "openers" | "strength" | "test" | undefined;
          family?: string | undefined;
          level?: number | undefined;
          dose?: "full" | "reduced" | undefined;
          max_work_minutes?: number | undefined;
          library_workout_id?: string | undefined;
          strength_minutes?: number | undefined;
          second_minutes?: number | undefined;
          fixed?:
            | { name: string; minutes: number; effort: "easy" | "hard" | "moderate" | "race"; intensity_pct: number }[]
            | undefined;
          why?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
        }
      | undefined;
  };
  after: {
    workouts: {
      weekday: "Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday";
      date: `${number}-${number}-${number}`;
      name: string;
      type: "endurance" | "mixed" | "recovery" | "rest" | "strength" | "sweetspot" | "tempo" | "threshold" | "vo2max";
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
      role?: "easy" | "event" | "fixed" | "key" | "long" | "openers" | "strength" | "test" | undefined;
      effort?: "easy" | "hard" | "moderate" | "race" | undefined;
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
          weekday: "Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday";
          date: `${number}-${number}-${number}`;
          workout_types: (
            "endurance" | "mixed" | "recovery" | "rest" | "strength" | "sweetspot" | "tempo" | "threshold" | "vo2max"
          )[];
          target_minutes: number;
          max_minutes: number;
          role?: "easy" | "event" | "fixed" | "key" | "long" | "openers" | "strength" | "test" | undefined;
          family?: string | undefined;
          level?: number | undefined;
          dose?: "full" | "reduced" | undefined;
          max_work_minutes?: number | undefined;
          library_workout_id?: string | undefined;
          strength_minutes?: number | undefined;
          second_minutes?: number | undefined;
          fixed?:
            | { name: string; minutes: number; effort: "easy" | "hard" | "moderate" | "race"; intensity_pct: number }[]
            | undefined;
          why?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
        }
      | undefined;
  };
};

/** A plan after a change, and what it took. */
interface ChangedPlan extends PlanState {
  /** What is given up, in a sentence. */
  readonly costs: string;
  /** Days that differ, before and after. */
  readonly days: readonly ChangedDay[];
  /** Other lawful ways, in a few words each. */
  readonly others: readonly string[];
}

/** What is asked of a check. */
interface CheckOptions {
  /** The day a plan without dates is read on, `2026-12-01`; 1 January 2024, a Monday, where it is left out. */
  readonly today?: string | undefined;
  /** Rule ids, as `cycling-plan lint --rules` lists them; all of them where none are named. */
  readonly rules?: readonly string[] | undefined;
  readonly severity?: Severity | undefined;
}

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

type Course = {
  distance_km?: number | undefined;
  climb_m?: number | undefined;
  longest_climb_min?: number | undefined;
  altitude_m?: number | undefined;
  heat?: boolean | undefined;
  climbs?: { at_km: number; length_km: number; grade_pct: number }[] | undefined;
};

type ErrorCode =
  | "CANCELLED"
  | "FILE_EXISTS"
  | "FILE_UNWRITABLE"
  | "INPUT_INVALID"
  | "NOT_FEASIBLE"
  | "NOT_FOUND"
  | "PLAN_INVALID"
  | "PROVIDER_FAILED"
  | "USAGE_INVALID";

type EventPriority = "A" | "B" | "C";

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

type EventType =
  | "century"
  | "criterium"
  | "cyclocross"
  | "gran_fondo"
  | "gravel"
  | "hill_climb"
  | "mtb"
  | "multi_day"
  | "other"
  | "road_race"
  | "time_trial"
  | "ultra";

/** Why a shape rule yields: the number in the rider's own calendar or limits that prevents it. */
interface Excuse {
  readonly reason: string;
  readonly numbers: Readonly<Record<string, number>>;
  /** Rides that the rider does anyway pass the rule alone: they stay, so a rule of any class yields. */
  readonly isOwnRides?: true;
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

/** What was found, with the rule that does not hold there. */
interface Finding extends Found {
  readonly rule: RuleId | ProposalRuleId | typeof OVERVIEW_REFUSED;
  readonly severity: Severity;
}

/** One of these names. */
type FormatId = "card" | "csv" | "erg" | "fit" | "html" | "ics" | "intervals" | "md" | "mrc" | "zwo";

/** One place where a rule does not hold: data, worded once, with the numbers that show it. */
interface Found {
  readonly week?: number | undefined;
  readonly date?: CalendarDate | undefined;
  readonly message: string;
  readonly numbers: Readonly<Record<string, number>>;
  readonly excuse?: Excuse | undefined;
}

/** What stays the planner's in an overview that a model proposed. */
interface KeptOfPlanner {
  /** Tests, and the openers before an event. */
  readonly days: readonly TrainingDay[];
  /** Weeks that the planner took over: they are its own, to the last field. */
  readonly weeks: readonly OverviewWeek[];
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

/** A plan that keeps every rule. */
interface MadePlan extends PlanState {
  readonly overview: Overview;
  readonly task: PlanTask;
  /** What is unusual in the request, and what the plan does about it. */
  readonly warnings: readonly string[];
}

/** What a rule must know beyond the workouts themselves; a plan that lacks it leaves the rule unchecked. */
type Need = "athlete" | "dates" | "event" | "figures" | "goal" | "levels" | "limits" | "phases" | "roles" | "start";

/** What refuses an overview that no plan could be built on, where no single rule does. */
declare const OVERVIEW_REFUSED = "overview";

type Overview = {
  weekly_overview: {
    training_days: {
      weekday: "Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday";
      date: `${number}-${number}-${number}`;
      workout_types: (
        "endurance" | "mixed" | "recovery" | "rest" | "strength" | "sweetspot" | "tempo" | "threshold" | "vo2max"
      )[];
      target_minutes: number;
      max_minutes: number;
      role?: "easy" | "event" | "fixed" | "key" | "long" | "openers" | "strength" | "test" | undefined;
      family?: string | undefined;
      level?: number | undefined;
      dose?: "full" | "reduced" | undefined;
      max_work_minutes?: number | undefined;
      library_workout_id?: string | undefined;
      strength_minutes?: number | undefined;
      second_minutes?: number | undefined;
      fixed?:
        | { name: string; minutes: number; effort: "easy" | "hard" | "moderate" | "race"; intensity_pct: number }[]
        | undefined;
      why?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
    }[];
    week_number: number;
    start_date: `${number}-${number}-${number}`;
    phase: "base" | "build" | "peak" | "taper";
    week_type: "base" | "build" | "peak" | "recovery" | "taper";
    focus: string;
    target_hours: number;
    target_tss: number;
    why?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
    other_sport?:
      | {
          date: `${number}-${number}-${number}`;
          minutes: number;
          sport: "gym" | "hike" | "other" | "run" | "ski" | "swim" | "team";
          effort: "easy" | "hard" | "moderate" | "race";
          load: number;
          name?: string | undefined;
        }[]
      | undefined;
  }[];
  schema_version: "1";
  plan_id: string;
  athlete_profile: {
    goals: string[];
    experience_level: "advanced" | "beginner" | "intermediate";
    weekly_hours_available: number;
    training_availability: {
      week_days: ("Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday")[];
      hours_per_week?: number | undefined;
      max_minutes_by_day?:
        | Partial<Record<"Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday", number>>
        | undefined;
    };
    assumptions: { field: string; value: string | number | boolean | null; reason: string }[];
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
    fixed_rides?:
      | {
          minutes: number;
          effort: "easy" | "hard" | "moderate" | "race";
          name?: string | undefined;
          day?: "Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday" | undefined;
          date?: `${number}-${number}-${number}` | undefined;
          from?: `${number}-${number}-${number}` | undefined;
          to?: `${number}-${number}-${number}` | undefined;
        }[]
      | undefined;
    other_sport?:
      | {
          minutes: number;
          sport: "gym" | "hike" | "other" | "run" | "ski" | "swim" | "team";
          effort: "easy" | "hard" | "moderate" | "race";
          name?: string | undefined;
          day?: "Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday" | undefined;
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
          days?: ("Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday")[] | undefined;
          max_minutes_by_day?:
            | Partial<
                Record<"Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday", number>
              >
            | undefined;
          reason?: string | undefined;
        }[]
      | undefined;
    two_a_day?:
      | Partial<
          Record<"Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday", [number, number]>
        >
      | undefined;
    indoor?:
      | {
          days: ("Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday")[];
          max_minutes?: number | undefined;
        }
      | undefined;
    long_ride?:
      | {
          day?: "Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday" | undefined;
          min_minutes?: number | undefined;
          max_minutes?: number | undefined;
        }
      | undefined;
    strength_days?: ("Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday")[] | undefined;
    rhythm?: "2:1" | "3:1" | undefined;
    start_phase?: "base" | "build" | undefined;
    avoid?:
      | (
          | "anaerobic"
          | "low_cadence"
          | "over_unders"
          | "race_simulation"
          | "sprints"
          | "standing"
          | "sweetspot"
          | "tests"
          | "threshold"
          | "torque"
          | "vo2max"
        )[]
      | undefined;
    prefer?:
      | (
          | "anaerobic"
          | "low_cadence"
          | "over_unders"
          | "race_simulation"
          | "sprints"
          | "standing"
          | "sweetspot"
          | "tests"
          | "threshold"
          | "torque"
          | "vo2max"
        )[]
      | undefined;
    train_by?: "feel" | "heart_rate" | "power" | undefined;
    train_outdoors_by?: "feel" | "heart_rate" | "power" | undefined;
    careful_start?: boolean | undefined;
    held_back?:
      | {
          by: "careful" | "comeback" | "limit" | "start";
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
          kind: "build-endurance" | "event" | "general-fitness" | "improve-ftp" | "race-prep" | "weight-loss";
          because: string;
        }
      | undefined;
    event?:
      | {
          date: `${number}-${number}-${number}`;
          type:
            | "century"
            | "criterium"
            | "cyclocross"
            | "gran_fondo"
            | "gravel"
            | "hill_climb"
            | "mtb"
            | "multi_day"
            | "other"
            | "road_race"
            | "time_trial"
            | "ultra";
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
            | "century"
            | "criterium"
            | "cyclocross"
            | "gran_fondo"
            | "gravel"
            | "hill_climb"
            | "mtb"
            | "multi_day"
            | "other"
            | "road_race"
            | "time_trial"
            | "ultra";
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
                state: "amber" | "green" | "red";
                reasons: {
                  id: string;
                  text: string;
                  state: "amber" | "green" | "red";
                  numbers?: Record<string, string | number> | undefined;
                }[];
                changes: string[];
              }
            | undefined;
        }[]
      | undefined;
    taper_days?: number | undefined;
    overview_source?: "model" | "outside" | "planner" | undefined;
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
          state: "amber" | "green" | "red";
          reasons: {
            id: string;
            text: string;
            state: "amber" | "green" | "red";
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
      | { date: `${number}-${number}-${number}`; kind: "changed" | "dropped" | "ill" | "missed" | "more" | "off" }[]
      | undefined;
    changed_on?: `${number}-${number}-${number}` | undefined;
    kept_days?: `${number}-${number}-${number}`[] | undefined;
    ftp_changes?: { from: `${number}-${number}-${number}`; before: number; after: number }[] | undefined;
  };
};

type OverviewWeek = {
  training_days: {
    weekday: "Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday";
    date: `${number}-${number}-${number}`;
    workout_types: (
      "endurance" | "mixed" | "recovery" | "rest" | "strength" | "sweetspot" | "tempo" | "threshold" | "vo2max"
    )[];
    target_minutes: number;
    max_minutes: number;
    role?: "easy" | "event" | "fixed" | "key" | "long" | "openers" | "strength" | "test" | undefined;
    family?: string | undefined;
    level?: number | undefined;
    dose?: "full" | "reduced" | undefined;
    max_work_minutes?: number | undefined;
    library_workout_id?: string | undefined;
    strength_minutes?: number | undefined;
    second_minutes?: number | undefined;
    fixed?:
      | { name: string; minutes: number; effort: "easy" | "hard" | "moderate" | "race"; intensity_pct: number }[]
      | undefined;
    why?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
  }[];
  week_number: number;
  start_date: `${number}-${number}-${number}`;
  phase: "base" | "build" | "peak" | "taper";
  week_type: "base" | "build" | "peak" | "recovery" | "taper";
  focus: string;
  target_hours: number;
  target_tss: number;
  why?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
  other_sport?:
    | {
        date: `${number}-${number}-${number}`;
        minutes: number;
        sport: "gym" | "hike" | "other" | "run" | "ski" | "swim" | "team";
        effort: "easy" | "hard" | "moderate" | "race";
        load: number;
        name?: string | undefined;
      }[]
    | undefined;
};

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

type PlanFile = {
  training_plan: {
    weekly_plan: {
      planned_hours: number;
      planned_tss: number;
      workouts: {
        weekday: "Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday";
        date: `${number}-${number}-${number}`;
        name: string;
        type: "endurance" | "mixed" | "recovery" | "rest" | "strength" | "sweetspot" | "tempo" | "threshold" | "vo2max";
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
        role?: "easy" | "event" | "fixed" | "key" | "long" | "openers" | "strength" | "test" | undefined;
        effort?: "easy" | "hard" | "moderate" | "race" | undefined;
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
      week_type: "base" | "build" | "peak" | "recovery" | "taper";
      focus: string;
      target_hours: number;
      target_tss: number;
      why?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
      other_sport?:
        | {
            date: `${number}-${number}-${number}`;
            minutes: number;
            sport: "gym" | "hike" | "other" | "run" | "ski" | "swim" | "team";
            effort: "easy" | "hard" | "moderate" | "race";
            load: number;
            name?: string | undefined;
          }[]
        | undefined;
    }[];
    schema_version: "1";
    plan_id: string;
    athlete_profile: {
      goals: string[];
      experience_level: "advanced" | "beginner" | "intermediate";
      weekly_hours_available: number;
      training_availability: {
        week_days: ("Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday")[];
        hours_per_week?: number | undefined;
        max_minutes_by_day?:
          | Partial<Record<"Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday", number>>
          | undefined;
      };
      assumptions: { field: string; value: string | number | boolean | null; reason: string }[];
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
      fixed_rides?:
        | {
            minutes: number;
            effort: "easy" | "hard" | "moderate" | "race";
            name?: string | undefined;
            day?: "Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday" | undefined;
            date?: `${number}-${number}-${number}` | undefined;
            from?: `${number}-${number}-${number}` | undefined;
            to?: `${number}-${number}-${number}` | undefined;
          }[]
        | undefined;
      other_sport?:
        | {
            minutes: number;
            sport: "gym" | "hike" | "other" | "run" | "ski" | "swim" | "team";
            effort: "easy" | "hard" | "moderate" | "race";
            name?: string | undefined;
            day?: "Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday" | undefined;
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
            days?: ("Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday")[] | undefined;
            max_minutes_by_day?:
              | Partial<
                  Record<"Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday", number>
                >
              | undefined;
            reason?: string | undefined;
          }[]
        | undefined;
      two_a_day?:
        | Partial<
            Record<"Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday", [number, number]>
          >
        | undefined;
      indoor?:
        | {
            days: ("Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday")[];
            max_minutes?: number | undefined;
          }
        | undefined;
      long_ride?:
        | {
            day?: "Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday" | undefined;
            min_minutes?: number | undefined;
            max_minutes?: number | undefined;
          }
        | undefined;
      strength_days?:
        ("Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday")[] | undefined;
      rhythm?: "2:1" | "3:1" | undefined;
      start_phase?: "base" | "build" | undefined;
      avoid?:
        | (
            | "anaerobic"
            | "low_cadence"
            | "over_unders"
            | "race_simulation"
            | "sprints"
            | "standing"
            | "sweetspot"
            | "tests"
            | "threshold"
            | "torque"
            | "vo2max"
          )[]
        | undefined;
      prefer?:
        | (
            | "anaerobic"
            | "low_cadence"
            | "over_unders"
            | "race_simulation"
            | "sprints"
            | "standing"
            | "sweetspot"
            | "tests"
            | "threshold"
            | "torque"
            | "vo2max"
          )[]
        | undefined;
      train_by?: "feel" | "heart_rate" | "power" | undefined;
      train_outdoors_by?: "feel" | "heart_rate" | "power" | undefined;
      careful_start?: boolean | undefined;
      held_back?:
        | {
            by: "careful" | "comeback" | "limit" | "start";
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
            kind: "build-endurance" | "event" | "general-fitness" | "improve-ftp" | "race-prep" | "weight-loss";
            because: string;
          }
        | undefined;
      event?:
        | {
            date: `${number}-${number}-${number}`;
            type:
              | "century"
              | "criterium"
              | "cyclocross"
              | "gran_fondo"
              | "gravel"
              | "hill_climb"
              | "mtb"
              | "multi_day"
              | "other"
              | "road_race"
              | "time_trial"
              | "ultra";
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
              | "century"
              | "criterium"
              | "cyclocross"
              | "gran_fondo"
              | "gravel"
              | "hill_climb"
              | "mtb"
              | "multi_day"
              | "other"
              | "road_race"
              | "time_trial"
              | "ultra";
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
                  state: "amber" | "green" | "red";
                  reasons: {
                    id: string;
                    text: string;
                    state: "amber" | "green" | "red";
                    numbers?: Record<string, string | number> | undefined;
                  }[];
                  changes: string[];
                }
              | undefined;
          }[]
        | undefined;
      taper_days?: number | undefined;
      overview_source?: "model" | "outside" | "planner" | undefined;
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
            state: "amber" | "green" | "red";
            reasons: {
              id: string;
              text: string;
              state: "amber" | "green" | "red";
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
        | { date: `${number}-${number}-${number}`; kind: "changed" | "dropped" | "ill" | "missed" | "more" | "off" }[]
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
    overview_by?: "model" | "planner" | undefined;
    swaps?:
      | {
          taken: {
            week: number;
            what: "day" | "kind" | "name" | "note" | "theme";
            to: string;
            why: string;
            weekday?: "Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday" | undefined;
            from?: string | undefined;
          }[];
          refused: {
            because: string;
            week: number;
            what: "day" | "kind" | "name" | "note" | "theme";
            to: string;
            why: string;
            weekday?: "Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday" | undefined;
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

type ProfileInput = {
  goals: string[];
  experience_level: "advanced" | "beginner" | "intermediate";
  weekly_hours_available: number;
  training_availability: {
    week_days: ("Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday")[];
    hours_per_week?: number | undefined;
    max_minutes_by_day?:
      | Partial<Record<"Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday", number>>
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
        effort: "easy" | "hard" | "moderate" | "race";
        name?: string | undefined;
        day?: "Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday" | undefined;
        date?: `${number}-${number}-${number}` | undefined;
        from?: `${number}-${number}-${number}` | undefined;
        to?: `${number}-${number}-${number}` | undefined;
      }[]
    | undefined;
  other_sport?:
    | {
        minutes: number;
        sport: "gym" | "hike" | "other" | "run" | "ski" | "swim" | "team";
        effort: "easy" | "hard" | "moderate" | "race";
        name?: string | undefined;
        day?: "Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday" | undefined;
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
        days?: ("Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday")[] | undefined;
        max_minutes_by_day?:
          | Partial<Record<"Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday", number>>
          | undefined;
        reason?: string | undefined;
      }[]
    | undefined;
  two_a_day?:
    | Partial<
        Record<"Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday", [number, number]>
      >
    | undefined;
  indoor?:
    | {
        days: ("Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday")[];
        max_minutes?: number | undefined;
      }
    | undefined;
  long_ride?:
    | {
        day?: "Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday" | undefined;
        min_minutes?: number | undefined;
        max_minutes?: number | undefined;
      }
    | undefined;
  strength_days?: ("Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday")[] | undefined;
  rhythm?: "2:1" | "3:1" | undefined;
  start_phase?: "base" | "build" | undefined;
  avoid?:
    | (
        | "anaerobic"
        | "low_cadence"
        | "over_unders"
        | "race_simulation"
        | "sprints"
        | "standing"
        | "sweetspot"
        | "tests"
        | "threshold"
        | "torque"
        | "vo2max"
      )[]
    | undefined;
  prefer?:
    | (
        | "anaerobic"
        | "low_cadence"
        | "over_unders"
        | "race_simulation"
        | "sprints"
        | "standing"
        | "sweetspot"
        | "tests"
        | "threshold"
        | "torque"
        | "vo2max"
      )[]
    | undefined;
  train_by?: "feel" | "heart_rate" | "power" | undefined;
  train_outdoors_by?: "feel" | "heart_rate" | "power" | undefined;
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
    | { weeks_off: number; reason: "birth" | "break" | "illness" | "injury" | "surgery"; cleared?: boolean | undefined }
    | undefined;
};

/** The id of a rule on proposals or files. */
type ProposalRuleId =
  | "designated-days"
  | "overview-days"
  | "overview-hard-days"
  | "overview-training-days"
  | "overview-weeks"
  | "plan-format"
  | "segment-sum"
  | "stored-verdict"
  | "time-budget"
  | "week-days"
  | "week-files"
  | "week-number";

/** The id of a rule that speaks of one plan. */
type RuleId =
  | "after-event"
  | "available-days"
  | "avoided-work"
  | "b-event"
  | "beginner-power"
  | "beside-own-hard"
  | "block-ramp"
  | "c-event"
  | "careful-start"
  | "comeback-first-week"
  | "comeback-power"
  | "dates"
  | "day-minutes"
  | "easy-share"
  | "easy-start"
  | "effort-cap"
  | "effort-length"
  | "effort-told"
  | "event-form"
  | "event-hard-days"
  | "events-in-plan"
  | "feasible-efforts"
  | "first-week"
  | "fitness-ramp"
  | "fixed-rides"
  | "form-after-week"
  | "hard-day-spacing"
  | "hard-days"
  | "health-limit"
  | "high-share"
  | "honest-label"
  | "hours-used"
  | "indoor-days"
  | "key-sessions"
  | "ladder-steps"
  | "last-days"
  | "load-figures"
  | "load-spike"
  | "load-weeks-in-a-row"
  | "long-ride-day"
  | "long-ride-growth"
  | "long-ride-least"
  | "long-ride-most"
  | "long-ride-share"
  | "longest-ride-timing"
  | "lowest-form"
  | "monotony"
  | "other-sport"
  | "overload"
  | "recovery-form"
  | "recovery-load"
  | "recovery-work"
  | "rest-days"
  | "return-week"
  | "shortest-ride"
  | "start-phase"
  | "strength"
  | "strength-days"
  | "taper-fitness"
  | "taper-volume"
  | "target-ftp"
  | "test-spacing"
  | "test-timing"
  | "two-a-day"
  | "unavailable-dates"
  | "variety"
  | "vo2max-spacing"
  | "w-balance"
  | "warm-up"
  | "weekly-ceiling"
  | "whole-numbers"
  | "without-power";

type Score = {
  id: string;
  label: string;
  value: number | null;
  unit: string;
  band: { low: number; high: number; n: number | null; of: string } | null;
  note: string;
};

type Severity = "hard" | "scored";

type TrainingDay = {
  weekday: "Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday";
  date: `${number}-${number}-${number}`;
  workout_types: (
    "endurance" | "mixed" | "recovery" | "rest" | "strength" | "sweetspot" | "tempo" | "threshold" | "vo2max"
  )[];
  target_minutes: number;
  max_minutes: number;
  role?: "easy" | "event" | "fixed" | "key" | "long" | "openers" | "strength" | "test" | undefined;
  family?: string | undefined;
  level?: number | undefined;
  dose?: "full" | "reduced" | undefined;
  max_work_minutes?: number | undefined;
  library_workout_id?: string | undefined;
  strength_minutes?: number | undefined;
  second_minutes?: number | undefined;
  fixed?:
    | { name: string; minutes: number; effort: "easy" | "hard" | "moderate" | "race"; intensity_pct: number }[]
    | undefined;
  why?: { id: string; text: string; numbers?: Record<string, string | number> | undefined }[] | undefined;
};

/** A rule that was not checked, and what kept it from being so. */
interface Unchecked {
  readonly rule: string;
  readonly title: string;
  readonly needs: readonly Need[];
  readonly reason: string;
}

type Waiver = {
  rule: string;
  message: string;
  reason: string;
  numbers: Record<string, number>;
  week?: number | undefined;
  date?: `${number}-${number}-${number}` | undefined;
};

type WeekFile = {
  planned_hours: number;
  planned_tss: number;
  workouts: {
    weekday: "Friday" | "Monday" | "Saturday" | "Sunday" | "Thursday" | "Tuesday" | "Wednesday";
    date: `${number}-${number}-${number}`;
    name: string;
    type: "endurance" | "mixed" | "recovery" | "rest" | "strength" | "sweetspot" | "tempo" | "threshold" | "vo2max";
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
    role?: "easy" | "event" | "fixed" | "key" | "long" | "openers" | "strength" | "test" | undefined;
    effort?: "easy" | "hard" | "moderate" | "race" | undefined;
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
  week_type: "base" | "build" | "peak" | "recovery" | "taper";
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
        sport: "gym" | "hike" | "other" | "run" | "ski" | "swim" | "team";
        effort: "easy" | "hard" | "moderate" | "race";
        load: number;
        name?: string | undefined;
      }[]
    | undefined;
};

/**
 * What a plan becomes by words as `cycling-plan change` reads them: `missed tue`, `I was ill from Monday to Thursday`, `hours 5 next
 * week`. The state that is given stays as it is: a change that was not meant is one that is not used. Throws `PlanError`
 * INPUT_INVALID for words that cannot be meant, NOT_FEASIBLE with the rule that no way keeps.
 */
declare function changePlan(state: PlanState, words: string, { today, way, isAboveNeck }: ChangeOptions): ChangedPlan;

/**
 * Holds a plan, whoever made it, to every rule that it lets one check: findings, waivers, scores, and what could not be checked and
 * why. A plan keeps the rules where no finding is `hard`. Throws `PlanError` INPUT_INVALID where it is no plan at all.
 */
declare function checkPlan(plan: unknown, { today, rules, severity }?: CheckOptions): LintReport;

/**
 * Makes a dated plan of 4 to 24 weeks from a request, in either form of `schemas/request.json`. The same request and options give
 * the same bytes. Throws `PlanError`: INPUT_INVALID with each wrong field in `details.problems`, NOT_FEASIBLE with the rule that
 * binds and, in `details.changes`, changes that were tried and work.
 */
declare function compilePlan(request: unknown, { today, seed, planId, askedAt }: CompileOptions): MadePlan;

/**
 * A plan as files: for trainers and head units, calendars, and to look at. Paths have forward slashes and lie below a folder of your
 * choice; `notes` says what a format cannot hold. Throws `PlanError` INPUT_INVALID for a day that is none.
 */
declare function exportPlan(
  { plan }: Pick<PlanState, "plan">,
  { formats, today, ftpWatts }: ExportChoice,
): ExportedFile[];

/** Reads the files of a plan, each held to its schema. Throws `PlanError` INPUT_INVALID with the fields that are wrong. */
declare function readPlan({ plan: planFile, overview, request, done }: PlanFiles): PlanState;

/** The week files of a plan, `{plan_id}_week_{n}.json`. */
declare function weekFiles({ plan: { training_plan: plan } }: Pick<PlanState, "plan">): WeekFile[];

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

export { PlanError, changePlan, checkPlan, compilePlan, exportPlan, readPlan, weekFiles };
