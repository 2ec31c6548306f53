import { riderOf } from "../../athlete/rider.ts";
import type { Profile } from "../../athlete/schema.ts";
import { isWithoutPower } from "../../athlete/train-by.ts";
import {
  addDays,
  daysBetween,
  mondayOnOrAfter,
  mondayOnOrBefore,
  WEEKDAYS,
  type CalendarDate,
} from "../../base/calendar.ts";
import { roundTo, sum } from "../../base/numbers.ts";
import { measureWorkout } from "../../load/measure.ts";
import { lastEventDay } from "../../plan/event-days.ts";
import type { Phase, PlanMetadata, TrainingPlan, Week } from "../../plan/schema.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import type { Need } from "../../rules/rule.ts";
import { isQuality } from "../../rules/session-rules.ts";
import { planView, type PlanView } from "../../rules/view.ts";
import { isRide } from "../../workout/rides.ts";
import type { Workout } from "../../workout/schema.ts";
import type { ForeignPlan, ForeignWeek, ForeignWorkout } from "./lint-file.ts";
import type { GivenAthlete } from "./lint-athlete.ts";

/** A plan that the rules can read, and what they cannot know because the file does not say it. */
export interface KnownPlan {
  readonly view: PlanView;
  readonly gaps: ReadonlyMap<Need, string>;
  /** The plan is known to lead to no event. */
  readonly hasNoEvent: boolean;
}

/** A Monday that nobody trains on: where a plan without dates is laid out. */
const NO_DATE: CalendarDate = "2001-01-01";
/** Never read by a rule: without the rider those that would are left out. */
const NOBODY = { ftp: 250, level: "intermediate", hours: 25 } as const;
const LONGEST_TAPER = 21;

type Gaps = Map<Need, string>;
type ForeignMetadata = NonNullable<ForeignPlan["plan_metadata"]>;

/** The day the plan starts on, as far as the file says it. */
export function startOf({ plan_metadata: meta, weekly_plan: weeks }: ForeignPlan): CalendarDate | undefined {
  if (meta?.start_date !== undefined) return meta.start_date;
  for (const [i, week] of weeks.entries()) {
    if (week.start_date !== undefined) return addDays(week.start_date, -7 * i);
    const dated = week.workouts.find((workout) => workout.date !== undefined)?.date;
    if (dated !== undefined) return addDays(mondayOnOrBefore(dated), -7 * i);
  }
  return undefined;
}

function givenStart(athlete: GivenAthlete | undefined, weeks: number): CalendarDate | undefined {
  if (athlete?.startDate !== undefined) return mondayOnOrAfter(athlete.startDate);
  const event = athlete?.event;
  if (event === undefined || typeof event === "string") return undefined;
  return addDays(mondayOnOrBefore(lastEventDay(event)), -7 * (weeks - 1));
}

function profileOf(plan: ForeignPlan, athlete: GivenAthlete | undefined, gaps: Gaps): Profile {
  if (athlete !== undefined) return athlete.profile;
  const { training_availability: availability, ...said } = plan.athlete_profile ?? {};
  const hours = said.weekly_hours_available ?? availability?.hours_per_week;
  const missing = [
    ...(hours === undefined ? ["weekly_hours_available"] : []),
    ...(availability?.week_days === undefined ? ["week_days"] : []),
  ];
  if (said.experience_level === undefined) gaps.set("athlete", "how experienced the rider is (experience_level)");
  if (missing.length > 0) gaps.set("limits", `the rider's hours and days (${missing.join(", ")})`);
  return {
    ...said,
    // A plan without power has no FTP that could be missing.
    ...(isWithoutPower(said) ? {} : { ftp: said.ftp ?? plan.plan_metadata?.current_ftp ?? NOBODY.ftp }),
    goals: said.goals ?? [],
    experience_level: said.experience_level ?? NOBODY.level,
    weekly_hours_available: hours ?? NOBODY.hours,
    training_availability: { ...availability, week_days: availability?.week_days ?? [...WEEKDAYS] },
    assumptions: [],
  };
}

/** A date is the file's own, or follows from the week and the weekday. */
function workoutOf(foreign: ForeignWorkout, weekStart: CalendarDate): Workout {
  const segments = foreign.segments ?? [];
  const measure = measureWorkout({ segments });
  return {
    ...foreign,
    date: foreign.date ?? addDays(weekStart, WEEKDAYS.indexOf(foreign.weekday)),
    name: foreign.name ?? foreign.type,
    description: foreign.description ?? "",
    duration_min: foreign.duration_min ?? measure.seconds / 60,
    tss: foreign.tss ?? measure.tss,
    segments,
  };
}

function weekOf(foreign: ForeignWeek, at: { index: number; start: CalendarDate; phase: Phase }): Week {
  const start = foreign.start_date ?? addDays(at.start, 7 * at.index);
  const workouts = foreign.workouts.map((workout) => workoutOf(workout, start));
  const rides = workouts.filter((workout) => isRide(workout) && workout.role !== "event");
  const hours = sum(rides.map((ride) => measureWorkout(ride).seconds)) / 3600;
  const load = sum(rides.map((ride) => ride.tss));
  return {
    ...foreign,
    week_number: foreign.week_number ?? at.index + 1,
    start_date: start,
    phase: at.phase,
    week_type: foreign.week_type ?? at.phase,
    focus: foreign.focus ?? "",
    target_hours: foreign.target_hours ?? hours,
    target_tss: foreign.target_tss ?? load,
    planned_hours: foreign.planned_hours ?? roundTo(hours, 2),
    planned_tss: foreign.planned_tss ?? roundTo(load, 1),
    workouts,
  };
}

/** A week that names its type only is of that phase; a recovery week is of the phase before it. */
function phasesOf(weeks: readonly ForeignWeek[], gaps: Gaps): Phase[] {
  let last: Phase = "base";
  const without = weeks.filter((week) => week.phase === undefined && week.week_type === undefined).length;
  if (without > 0) gaps.set("phases", `the phase of ${without} of ${weeks.length} weeks (phase, week_type)`);
  return weeks.map((week) => (last = week.phase ?? (week.week_type === "recovery" ? last : (week.week_type ?? last))));
}

interface KnownEvent {
  readonly event: PlanEvent | undefined;
  readonly hasNoEvent: boolean;
}

function eventOf(plan: ForeignPlan, athlete: GivenAthlete | undefined, gaps: Gaps): KnownEvent {
  const meta = plan.plan_metadata;
  const event = meta?.event ?? (typeof athlete?.event === "object" ? athlete.event : undefined);
  if (event !== undefined) return { event, hasNoEvent: false };
  const rides = plan.weekly_plan.flatMap((week) => week.workouts).some((workout) => workout.role === "event");
  const goal = meta?.goal?.kind;
  const isSaid = athlete?.event === "none" || meta?.overview_source === "planner" || goal !== undefined;
  if (isSaid && !rides && goal !== "event") return { event, hasNoEvent: true };
  gaps.set("event", "whether there is an event, and when (plan_metadata.event)");
  return { event, hasNoEvent: false };
}

/** Days from the first taper week to the event, where the file does not say how long the taper is. */
function taperDaysOf(weeks: readonly Week[], event: PlanEvent): number {
  const first = weeks.find((week) => week.phase === "taper");
  return first === undefined ? 0 : Math.min(LONGEST_TAPER, Math.max(0, daysBetween(first.start_date, event.date)));
}

interface Fitness {
  readonly starting_ctl: number;
  readonly starting_atl: number;
}

function fitnessOf(meta: ForeignMetadata | undefined, profile: Profile, at: { isGiven: boolean; gaps: Gaps }): Fitness {
  const { startingCtl, startingAtl } = riderOf(profile);
  const isKnown = at.isGiven || profile.ctl !== undefined || profile.recent_weekly_hours !== undefined;
  if (meta?.starting_ctl === undefined && (!isKnown || at.gaps.has("athlete")))
    at.gaps.set("start", "the fitness the plan starts from (starting_ctl)");
  const ctl = meta?.starting_ctl ?? startingCtl;
  return {
    starting_ctl: ctl,
    starting_atl: meta?.starting_atl ?? (meta?.starting_ctl === undefined ? startingAtl : ctl),
  };
}

/** What the workouts themselves leave open. */
function noteWorkoutGaps(plan: ForeignPlan, view: PlanView, gaps: Gaps): void {
  const all = plan.weekly_plan.flatMap((week) => week.workouts);
  const rides = all.filter(isRide);
  const silent = rides.filter((ride) => ride.tss === undefined || ride.duration_min === undefined).length;
  if (silent > 0) gaps.set("figures", `minutes or load of ${silent} of ${rides.length} rides (duration_min, tss)`);
  if (!all.some((workout) => workout.role !== undefined))
    gaps.set("roles", "what each workout is for (role: key, long, test, strength)");
  const quality = view.weeks.flatMap((week) => week.rides).filter(isQuality);
  const unplaced = quality.filter(({ workout }) => workout.family === undefined || workout.level === undefined).length;
  if (unplaced > 0)
    gaps.set("levels", `the ladder level of ${unplaced} of ${quality.length} hard workouts (family, level)`);
  const { expected_ftp: expected, current_ftp: current, target_ftp: target } = plan.plan_metadata ?? {};
  if (
    !isWithoutPower(view.plan.athlete_profile) &&
    (expected === undefined || current === undefined || target === undefined)
  )
    gaps.set("goal", "what FTP the plan aims at and the rider may expect (target_ftp, expected_ftp)");
}

function metadataOf(
  plan: ForeignPlan,
  made: Pick<PlanMetadata, "start_date" | "event"> & Fitness & { weeks: readonly Week[]; ftp: number | undefined },
): PlanMetadata {
  const { weeks, ftp, event, ...rest } = made;
  const meta = plan.plan_metadata ?? {};
  const current = meta.current_ftp ?? ftp;
  const taperDays = meta.taper_days ?? (event === undefined ? undefined : taperDaysOf(weeks, event));
  return {
    overview_source: "outside",
    ...meta,
    ...rest,
    total_weeks: meta.total_weeks ?? weeks.length,
    current_ftp: current,
    target_ftp: meta.target_ftp ?? current,
    end_date: meta.end_date ?? addDays(made.start_date, 7 * weeks.length - 1),
    coaching_notes: meta.coaching_notes ?? "",
    monitoring_guidance: meta.monitoring_guidance ?? "",
    event: event ?? meta.event,
    taper_days: taperDays,
  };
}

/** Fills every gap of a file so that the rules can run, and names each gap for the rules that must not. */
export function knownPlan(plan: ForeignPlan, athlete: GivenAthlete | undefined): KnownPlan {
  const gaps: Gaps = new Map();
  const start = startOf(plan) ?? givenStart(athlete, plan.weekly_plan.length);
  if (start === undefined) gaps.set("dates", "when it starts (start_date)");
  const profile = profileOf(plan, athlete, gaps);
  const phases = phasesOf(plan.weekly_plan, gaps);
  const { event, hasNoEvent } = eventOf(plan, athlete, gaps);
  if (start === undefined && event !== undefined)
    gaps.set("event", "when it starts, so the event has no place (start_date)");
  const weeks = plan.weekly_plan.map((week, index) =>
    weekOf(week, { index, start: start ?? NO_DATE, phase: phases[index] ?? "base" }),
  );
  const fitness = fitnessOf(plan.plan_metadata, profile, { isGiven: athlete !== undefined, gaps });
  const known: TrainingPlan = {
    schema_version: "1",
    plan_id: plan.plan_id ?? "plan",
    athlete_profile: profile,
    plan_metadata: metadataOf(plan, { ...fitness, start_date: start ?? NO_DATE, event, weeks, ftp: profile.ftp }),
    weekly_plan: weeks,
  };
  const view = planView(known);
  noteWorkoutGaps(plan, view, gaps);
  return { view, gaps, hasNoEvent };
}
