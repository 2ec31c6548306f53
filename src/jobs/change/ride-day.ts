import { riderTermsOf } from "../../athlete/rider-terms.ts";
import type { HeldBack } from "../../athlete/schema.ts";
import { weekdayOf, type CalendarDate } from "../../base/calendar.ts";
import { seededChance } from "../../base/chance.ts";
import { proposeWeek } from "../../library/week-source.ts";
import type { DayState } from "../../plan/change-schema.ts";
import type { OverviewWeek, TrainingDay, Week } from "../../plan/schema.ts";
import { withIds } from "../../plan/session-id.ts";
import { asRidden } from "../../tools/week-tool.ts";
import { isTraining } from "../../workout/rides.ts";
import type { Reason, Workout } from "../../workout/schema.ts";
import { isSession, metadataOf, rideOf, stateOn, type Edit } from "./edit.ts";
import { weekOf } from "./living.ts";

/** Minutes of a day of which nobody said how many it has. */
const DAY_MINUTES = 720;

/** What a new ride of a day should be. */
export interface RideWish {
  readonly minutes: number;
  readonly role: "easy" | "key" | "long" | "test";
  readonly type: Workout["type"];
  readonly family?: string | undefined;
  readonly level?: number | undefined;
  readonly dose?: "full" | "reduced" | undefined;
  /** The one workout that is meant, where it still fits. */
  readonly workoutId?: string | undefined;
  /** Nothing above this, in percent of FTP. */
  readonly maxPowerPct?: number | undefined;
  readonly why: Reason;
}

const asOverviewWeek = (week: Week, day: TrainingDay, load: number): OverviewWeek => ({
  week_number: week.week_number,
  start_date: week.start_date,
  phase: week.phase,
  week_type: week.week_type,
  focus: week.focus,
  target_hours: day.target_minutes / 60,
  target_tss: load,
  why: week.why,
  training_days: [day],
});

const heldFor = ({ maxPowerPct }: RideWish, week: number): HeldBack[] =>
  maxPowerPct === undefined ? [] : [{ by: "careful", max_power_pct: maxPowerPct, from_week: week, through_week: week }];

/** Load of an easy hour, at 65 % of FTP: what an easy ride is chosen for where no ride was there before. */
const EASY_LOAD_PER_HOUR = 42;

/** A ride that takes the place of one that was moved is as moved as that one. */
const movedFrom = (old: Workout | undefined): Pick<Workout, "original_date"> =>
  old?.original_date === undefined ? {} : { original_date: old.original_date };

/** A ride of the library for a day; undefined where none fits. Strength that stands on the day stays. */
export function rideDay(edit: Edit, date: CalendarDate, wish: RideWish): DayState | undefined {
  const { plan, library } = edit.start;
  const week = weekOf(plan, date);
  const state = stateOn(edit, date);
  if (week === undefined || state === undefined) return undefined;
  const day: TrainingDay = {
    weekday: weekdayOf(date),
    date,
    workout_types: [wish.type],
    target_minutes: wish.minutes,
    max_minutes: state.training_day?.max_minutes ?? DAY_MINUTES,
    role: wish.role,
    family: wish.family,
    level: wish.level,
    dose: wish.dose,
    library_workout_id: wish.workoutId,
    why: [wish.why],
  };
  const profile = plan.file.training_plan.athlete_profile;
  const old = rideOf(state);
  const perHour = old === undefined || old.role === "key" ? EASY_LOAD_PER_HOUR : (old.tss / old.duration_min) * 60;
  const proposal = proposeWeek(library, {
    week: asOverviewWeek(week, day, (perHour * wish.minutes) / 60),
    event: metadataOf(edit).event,
    level: profile.experience_level,
    carefulStart: profile.careful_start ?? false,
    heldBack: [...(profile.held_back ?? []), ...heldFor(wish, week.week_number)],
    terms: riderTermsOf(profile),
    ridden: new Map(),
    chance: seededChance(`${plan.file.training_plan.plan_id}/${date}`),
  });
  const [ride] = proposal.workouts;
  if (ride === undefined || !isTraining(ride)) return undefined;
  const strength = state.workouts.filter(({ type }) => type === "strength");
  const told = { ...asRidden(ride, profile, week.week_number), ...movedFrom(old) };
  const [withId] = withIds([{ ...told, id: state.workouts.find(isSession)?.id ?? state.workouts[0]?.id }], {
    planId: plan.file.training_plan.plan_id,
    week,
  });
  if (withId === undefined) return undefined;
  const workouts = [withId, ...strength];
  if (state.training_day === undefined) return { workouts };
  const strengthMinutes = state.training_day.strength_minutes;
  return {
    workouts,
    training_day: {
      ...day,
      ...(strengthMinutes === undefined
        ? {}
        : { workout_types: [wish.type, "strength"], strength_minutes: strengthMinutes }),
    },
  };
}
