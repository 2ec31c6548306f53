import { shortDay } from "../../base/date-words.ts";
import { addDays, weekdayOf, type CalendarDate } from "../../base/calendar.ts";
import type { Profile } from "../../athlete/schema.ts";
import type { Library } from "../../library/library.ts";
import { dayStateSchema, type ChangedField, type DayState, type Effect, type Step } from "../../plan/change-schema.ts";
import { idsOf } from "../../plan/session-id.ts";
import { applied, dayState, effectOf, isSame, weekOf, type LivingPlan } from "./living.ts";
import type { LivedDay, PlanMetadata, TrainingPlan } from "../../plan/schema.ts";
import type { PlanTask } from "../../plan/task.ts";
import { isLetGo } from "../../rules/lived.ts";
import { restOn } from "../../workout/rest.ts";
import { isTraining } from "../../workout/rides.ts";
import type { Reason, Workout } from "../../workout/schema.ts";

/** What a change starts from. */
export interface ChangeStart {
  readonly plan: LivingPlan;
  readonly library: Library;
  readonly today: CalendarDate;
  /** Days that the rider said they rode: they stay as they are. */
  readonly done: ReadonlySet<CalendarDate>;
  /** What the plan was made from, where that is known. */
  readonly task?: PlanTask | undefined;
  /** What was done to it before. */
  readonly steps?: readonly Step[] | undefined;
}

/** A change in the making: the days, and the fields of profile and metadata that differ so far. */
export interface Edit {
  readonly start: ChangeStart;
  readonly days: ReadonlyMap<CalendarDate, DayState>;
  readonly metadata: Partial<PlanMetadata>;
  readonly profile: Partial<Profile>;
  /** Days that the rider named: what was asked for them stands, or the change is refused. */
  readonly asked: ReadonlySet<CalendarDate>;
}

export const newEdit = (start: ChangeStart): Edit => ({
  start,
  days: new Map(),
  metadata: {},
  profile: {},
  asked: new Set(),
});

export const withAsked = (edit: Edit, dates: readonly CalendarDate[]): Edit => ({
  ...edit,
  asked: new Set([...edit.asked, ...dates]),
});

const planned = (edit: Edit): TrainingPlan => edit.start.plan.file.training_plan;
export const metadataOf = (edit: Edit): PlanMetadata => ({ ...planned(edit).plan_metadata, ...edit.metadata });
export const profileOf = (edit: Edit): Profile => ({ ...planned(edit).athlete_profile, ...edit.profile });

/** Fields of the metadata that the overview has as well. */
const IN_OVERVIEW: readonly string[] = ["current_ftp", "target_ftp"];

function fieldsOf(part: ChangedField["part"], before: object, after: object): ChangedField[] {
  return Object.entries(after).map(([field, value]: [string, unknown]) => {
    const was: unknown = Reflect.get(before, field);
    const inOverview = part === "athlete_profile" || IN_OVERVIEW.includes(field);
    return { part, field, in_overview: inOverview, before: was, after: value };
  });
}

/** What the edit does to the plan. */
export function effectOfEdit(edit: Edit): Effect {
  const { plan_metadata: metadata, athlete_profile: profile } = planned(edit);
  const fields = [
    ...fieldsOf("athlete_profile", profile, edit.profile),
    ...fieldsOf("plan_metadata", metadata, edit.metadata),
  ];
  return effectOf(edit.start.plan, { days: edit.days, fields });
}

const plans = new WeakMap<Edit, LivingPlan>();

/** The plan as the edit makes it, made once. */
export function planOf(edit: Edit): LivingPlan {
  const known = plans.get(edit) ?? applied(edit.start.plan, effectOfEdit(edit));
  plans.set(edit, known);
  return known;
}

/** What a day holds in the edit. */
export const stateOn = (edit: Edit, date: CalendarDate): DayState | undefined =>
  edit.days.get(date) ?? dayState(edit.start.plan, date);

/** A day with its fields in the order of the format, as it is read back from the list of changes. */
const inOrder = (state: DayState): DayState => dayStateSchema.safeParse(state).data ?? state;

export const withDay = (edit: Edit, date: CalendarDate, state: DayState): Edit => ({
  ...edit,
  days: new Map([...edit.days, [date, inOrder(state)]]),
});

/** Days that hold something else in a later edit than in an earlier one. */
export const changedDates = (earlier: Edit, later: Edit): CalendarDate[] =>
  [...later.days.keys()].filter((date) => !isSame(stateOn(earlier, date), stateOn(later, date)));

export const withMetadata = (edit: Edit, fields: Partial<PlanMetadata>): Edit => ({
  ...edit,
  metadata: { ...edit.metadata, ...fields },
});

export const withProfile = (edit: Edit, fields: Partial<Profile>): Edit => ({
  ...edit,
  profile: { ...edit.profile, ...fields },
});

/** Past days, days that were ridden and days that are kept stay as they are; today is open until it is done. */
export const isFixed = (edit: Edit, date: CalendarDate): boolean =>
  date < edit.start.today || edit.start.done.has(date) || (metadataOf(edit).kept_days ?? []).includes(date);

/** Notes days that went, or go, otherwise than planned; the last word on a day counts, but a ride that was let go stays so. */
export function withLived(edit: Edit, days: readonly LivedDay[]): Edit {
  if (days.length === 0) return edit;
  const { lived = [] } = metadataOf(edit);
  const kept = lived.filter(({ date }) => !days.some((day) => day.date === date));
  const said = days.map(({ date, kind }): LivedDay => {
    const was = lived.find((day) => day.date === date)?.kind;
    const staysGone = was !== undefined && isLetGo(was) && !hasOwnRide(stateOn(edit, date));
    return { date, kind: kind === "changed" && staysGone ? "dropped" : kind };
  });
  return withMetadata(edit, { lived: [...kept, ...said].sort((a, b) => (a.date < b.date ? -1 : 1)) });
}

export const isSession = ({ type }: Workout): boolean => type !== "rest";

/** The ride of a day that training put there; undefined on rest days, for strength alone and for the event. */
export const rideOf = (state: DayState | undefined): Workout | undefined => state?.workouts.find(isTraining);

/** A ride that the rider does anyway: nothing makes it shorter, easier or harder by itself. */
export const isOwnRide = ({ role }: Workout): boolean => role === "fixed";

const hasOwnRide = (state: DayState | undefined): boolean => state?.workouts.some(isOwnRide) === true;

/** A day that is ridden otherwise, or not at all: where a ride of the rider's own stood, that it was let go. */
export const lessOn = (edit: Edit, date: CalendarDate): LivedDay => ({
  date,
  kind: hasOwnRide(stateOn(edit, date)) ? "dropped" : "changed",
});

/** The ride of a day that the plan may make shorter or easier by itself. */
export const plannedRide = (state: DayState | undefined): Workout | undefined =>
  hasOwnRide(state) ? undefined : rideOf(state);

/** Minutes that a day has for riding; undefined where nobody said. */
export const rideMinutes = (state: DayState | undefined): number | undefined =>
  state?.training_day && state.training_day.max_minutes - (state.training_day.strength_minutes ?? 0);

export const isEventDay = (state: DayState | undefined): boolean =>
  state?.workouts.some(({ role }) => role === "event") === true;

/** A day without riding, for a reason. */
export function restDay(edit: Edit, date: CalendarDate, why: Reason): DayState {
  const state = stateOn(edit, date);
  const rest: Workout = { ...restOn(date, [why]), id: state?.workouts[0]?.id };
  const day = state?.training_day;
  if (day === undefined) return { workouts: [rest] };
  const { weekday, max_minutes } = day;
  return {
    workouts: [rest],
    training_day: { weekday, date, workout_types: ["rest"], target_minutes: 0, max_minutes, why: [why] },
  };
}

/** Why a day is free whose ride went to another: what was said of the other day is not true of this one. */
const wentTo = (date: CalendarDate): Reason => ({
  id: "moved",
  text: `the ride moved to ${shortDay(date)}, as you asked`,
});

/** A day's sessions on another date, under their own ids; its place in the overview takes the other day's room. */
export function movedTo(edit: Edit, from: CalendarDate, to: CalendarDate): DayState | undefined {
  const state = stateOn(edit, from);
  const target = stateOn(edit, to);
  const week = weekOf(edit.start.plan, from);
  if (state === undefined || target === undefined || week === undefined) return undefined;
  const why = state.workouts.some(isSession) ? undefined : [wentTo(from)];
  // Older files hold no ids: theirs are those of the place that they leave.
  const ids = idsOf(state.workouts, { planId: planned(edit).plan_id, week });
  const workouts = state.workouts.map((workout, i): Workout => {
    const original = workout.original_date ?? workout.date;
    const { original_date: _, ...rest } = workout;
    const moved = { ...rest, id: rest.id ?? ids[i], weekday: weekdayOf(to), date: to, why: why ?? rest.why };
    return original === to || !isSession(workout) ? moved : { ...moved, original_date: original };
  });
  if (state.training_day === undefined) return { workouts };
  return {
    workouts,
    training_day: {
      ...state.training_day,
      weekday: weekdayOf(to),
      date: to,
      max_minutes: target.training_day?.max_minutes ?? state.training_day.max_minutes,
      why: why ?? state.training_day.why,
    },
  };
}

/** The two days with their sessions in each other's place. */
export function swapped(edit: Edit, a: CalendarDate, b: CalendarDate): Edit | undefined {
  const onA = movedTo(edit, b, a);
  const onB = movedTo(edit, a, b);
  return onA === undefined || onB === undefined ? undefined : withDay(withDay(edit, a, onA), b, onB);
}

/** The dates of a range that the plan has. */
export function datesIn(edit: Edit, from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const { start_date: first, end_date: last } = metadataOf(edit);
  const dates: CalendarDate[] = [];
  for (let date = from < first ? first : from; date <= to && date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}
