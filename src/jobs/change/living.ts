import type { CalendarDate } from "../../base/calendar.ts";
import { isSameJson } from "../../base/json.ts";
import { weekSums } from "../../load/week-sums.ts";
import type { Workout } from "../../workout/schema.ts";
import type { ChangedDay, ChangedField, ChangedWeek, DayState, Effect, WeekSums } from "../../plan/change-schema.ts";
import { profileSchema } from "../../athlete/schema.ts";
import {
  metadataSchema,
  type OtherSportDay,
  type Overview,
  type OverviewWeek,
  type PlanFile,
  type TrainingDay,
  type Week,
} from "../../plan/schema.ts";
import { sportsIn } from "./sports.ts";

/** A plan as it stands: its file, and the overview beside it where there is one. */
export interface LivingPlan {
  readonly file: PlanFile;
  readonly overview: Overview | undefined;
}

export const weekOf = ({ file }: LivingPlan, date: CalendarDate): Week | undefined =>
  file.training_plan.weekly_plan.find((week) => week.workouts.some((workout) => workout.date === date));

/** Where each week of a plan begins. */
export const mondaysOf = ({ file }: LivingPlan): CalendarDate[] =>
  file.training_plan.weekly_plan.map(({ start_date: monday }) => monday);

const days = new WeakMap<LivingPlan, ReadonlyMap<CalendarDate, DayState>>();

function daysIn({ file, overview }: LivingPlan): ReadonlyMap<CalendarDate, DayState> {
  const found = new Map<CalendarDate, { workouts: Workout[]; training_day?: TrainingDay }>();
  for (const { workouts } of file.training_plan.weekly_plan)
    for (const workout of workouts) {
      const state = found.get(workout.date);
      if (state === undefined) found.set(workout.date, { workouts: [workout] });
      else state.workouts.push(workout);
    }
  for (const { training_days: asked } of overview?.weekly_overview ?? [])
    for (const day of asked) {
      const state = found.get(day.date);
      if (state !== undefined) state.training_day ??= day;
    }
  return found;
}

/** What a day holds; undefined where it is outside the plan. */
export function dayState(plan: LivingPlan, date: CalendarDate): DayState | undefined {
  const known = days.get(plan) ?? daysIn(plan);
  days.set(plan, known);
  return known.get(date);
}

/** The figures of a week that follow from its sessions; what it aims for is what it holds once it was changed. */
function sumsOf(workouts: readonly Workout[]): WeekSums {
  const sums = weekSums(workouts);
  return { ...sums, target_hours: sums.planned_hours, target_tss: sums.planned_tss };
}

function withDays(week: Week, days: ReadonlyMap<string, DayState>): Week {
  const dates = [...new Set(week.workouts.map(({ date }) => date))];
  const workouts = dates.flatMap(
    (date) => days.get(date)?.workouts ?? week.workouts.filter((workout) => workout.date === date),
  );
  return { ...week, workouts };
}

const sumsBefore = ({ planned_hours, planned_tss, target_hours, target_tss }: Week): WeekSums => ({
  planned_hours,
  planned_tss,
  target_hours,
  target_tss,
});

const sportsAfter = (sports: readonly OtherSportDay[]): Pick<Week, "other_sport"> =>
  sports.length === 0 ? {} : { other_sport: [...sports] };

/** Other sport has its own place in each file, so that a change taken back gives the same bytes. */
function withSums(week: Week, sums: WeekSums | undefined): Week {
  if (sums === undefined) return week;
  const { other_sport: sports, ...figures } = sums;
  if (sports === undefined) return { ...week, ...figures };
  const { other_sport: _, planned_hours: __, planned_tss: ___, workouts, ...head } = week;
  const { target_hours, target_tss, ...planned } = figures;
  return { ...head, target_hours, target_tss, ...sportsAfter(sports), ...planned, workouts };
}

function withTargets(week: OverviewWeek, sums: WeekSums | undefined): OverviewWeek {
  if (sums === undefined) return week;
  const { target_hours, target_tss, other_sport: sports } = sums;
  if (sports === undefined) return { ...week, target_hours, target_tss };
  const { other_sport: _, ...rest } = week;
  return { ...rest, target_hours, target_tss, ...sportsAfter(sports) };
}

/** Fields that are no longer there are undefined: JSON leaves them out. */
/** The fields of both parts in the order in which the format names them. */
const ORDER = {
  athlete_profile: Object.keys(profileSchema.shape),
  plan_metadata: Object.keys(metadataSchema.shape),
} as const;

/** The names of a part with a new one where the format has its place: a field that is taken out and comes back stands where it stood. */
function withName(names: readonly string[], name: string, order: readonly string[]): readonly string[] {
  if (names.includes(name)) return names;
  const later = order.slice(order.indexOf(name) + 1);
  const at = names.findIndex((other) => later.includes(other));
  return at < 0 ? [...names, name] : names.toSpliced(at, 0, name);
}

function withFields<T extends object>(part: T, fields: readonly ChangedField[]): T {
  const there = Object.entries(part).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const names = fields.reduce<readonly string[]>((all, { field, part: of }) => withName(all, field, ORDER[of]), there);
  const places = Object.fromEntries(names.map((name) => [name, undefined]));
  return { ...places, ...part, ...Object.fromEntries(fields.map(({ field, after }) => [field, after])) };
}

/** The plan after an effect: recorded effects need no planner, so every version of the program gives the same bytes. */
export function applied({ file, overview }: LivingPlan, { days, weeks, fields }: Effect): LivingPlan {
  const after = new Map(days.map((day) => [day.date, day.after]));
  const sums = new Map(weeks.map((week) => [week.week_number, week.after]));
  const of = (part: ChangedField["part"], inOverview: boolean): ChangedField[] =>
    fields.filter((field) => field.part === part && (!inOverview || field.in_overview));
  const plan = file.training_plan;
  const touches = (week: Week): boolean => week.workouts.some(({ date }) => after.has(date));
  return {
    file: {
      ...file,
      training_plan: {
        ...plan,
        athlete_profile: withFields(plan.athlete_profile, of("athlete_profile", false)),
        plan_metadata: withFields(plan.plan_metadata, of("plan_metadata", false)),
        weekly_plan: plan.weekly_plan.map((week) =>
          withSums(touches(week) ? withDays(week, after) : week, sums.get(week.week_number)),
        ),
      },
    },
    overview: overview && {
      ...overview,
      athlete_profile: withFields(overview.athlete_profile, of("athlete_profile", true)),
      plan_metadata: withFields(overview.plan_metadata, of("plan_metadata", true)),
      weekly_overview: overview.weekly_overview.map((week) =>
        withTargets(
          {
            ...week,
            training_days: week.training_days.map((day): TrainingDay => after.get(day.date)?.training_day ?? day),
          },
          sums.get(week.week_number),
        ),
      ),
    },
  };
}

/** The effect that takes an effect back. */
export const inverted = ({ days, weeks, fields }: Effect): Effect => ({
  days: days.map(({ date, before, after }) => ({ date, before: after, after: before })),
  weeks: weeks.map(({ week_number, before, after }) => ({ week_number, before: after, after: before })),
  fields: fields.map(({ before, after, ...field }) => ({ ...field, before: after, after: before })),
});

/** What differs between two values, as JSON sees it. */
export const isSame = (a: unknown, b: unknown): boolean => isSameJson(a, b);

/** The effect of new days and new fields on a plan: days that stay as they are, are left out, and the sums follow. */
export function effectOf(
  plan: LivingPlan,
  changes: { readonly days: ReadonlyMap<CalendarDate, DayState>; readonly fields: readonly ChangedField[] },
): Effect {
  const days = [...changes.days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([date, after]): ChangedDay[] => {
      const before = dayState(plan, date);
      return before === undefined || isSame(before, after) ? [] : [{ date, before, after }];
    });
  const fields = changes.fields.filter(({ before, after }) => !isSame(before, after));
  const next = applied(plan, { days, weeks: [], fields });
  const weeks = plan.file.training_plan.weekly_plan.flatMap((week, i): ChangedWeek[] => {
    const changed = next.file.training_plan.weekly_plan[i];
    if (changed === undefined) return [];
    const sports = [week.other_sport ?? [], sportsIn(next.file.training_plan, week)] as const;
    const isOtherSport = !isSame(...sports);
    const hasOtherDays = days.some(({ date }) => week.workouts.some((workout) => workout.date === date));
    if (!isOtherSport && !hasOtherDays) return [];
    const [was, is] = sports.map((other_sport) => (isOtherSport ? { other_sport } : {}));
    const before = { ...sumsBefore(week), ...was };
    const after = { ...(hasOtherDays ? sumsOf(changed.workouts) : sumsBefore(week)), ...is };
    return isSame(before, after) ? [] : [{ week_number: week.week_number, before, after }];
  });
  return { days, weeks, fields };
}
