import type { Profile } from "../../../../src/athlete/schema.ts";
import { addDays, WEEKDAYS, weekdayOf, type CalendarDate } from "../../../../src/base/calendar.ts";
import { effectOfEdit, newEdit, type ChangeStart, type Edit } from "../../../../src/jobs/change/edit.ts";
import type { LivingPlan } from "../../../../src/jobs/change/living.ts";
import type { Proposal } from "../../../../src/jobs/change/propose.ts";
import type { OverviewWeek, PlanMetadata, TrainingDay, Week } from "../../../../src/plan/schema.ts";
import type { Workout } from "../../../../src/workout/schema.ts";
import { aPlan, aRestDay, aWeek, aWorkout, MONDAY, steady } from "../../../support/a-plan.ts";
import { shipped } from "../../library/shipped.ts";
import { startOn } from "./a-living-plan.ts";

/** A day of the first week: 0 is its Monday. */
export const dayOf = (day: number): CalendarDate => addDays(MONDAY, day);

const KINDS: Readonly<Record<string, Partial<Workout>>> = {
  easy: { type: "endurance", role: "easy", family: "endurance", level: 1, name: "Endurance" },
  long: { type: "endurance", role: "long", family: "long_ride", level: 1, name: "Long ride" },
  key: { type: "sweetspot", role: "key", family: "sweetspot", level: 3, name: "Sweet spot" },
  test: { type: "threshold", role: "test", family: "tests", level: 1, name: "20-minute test" },
  openers: { type: "mixed", role: "openers", family: "openers", level: 1, name: "Openers" },
  fixed: { type: "endurance", role: "fixed", family: undefined, level: undefined, name: "Club ride" },
  event: { type: "endurance", role: "event", family: undefined, level: undefined, name: "Event" },
  strength: { type: "strength", role: undefined, family: undefined, level: undefined, name: "Strength" },
};

function sessionOf(words: string, date: CalendarDate): Workout {
  const [kind = "", minutes = ""] = words.split(" ");
  const change = KINDS[kind];
  if (change === undefined)
    return { ...aRestDay(date), why: [{ id: "available-days", text: `${weekdayOf(date)} off` }] };
  const segments = [steady(Number(minutes), kind === "key" ? 90 : 65)];
  const session = aWorkout({ date, segments, library_workout_id: undefined, source: "planner", ...change });
  return kind === "strength" ? { ...session, duration_min: Number(minutes), tss: 0, segments: [] } : session;
}

/** A week by its days from Monday on, as `easy 60`, `key 80 + strength 40` or an empty word for rest. */
export function weekOfWords(number: number, days: string, change: Partial<Week> = {}): Week {
  const monday = dayOf((number - 1) * 7);
  const workouts = days
    .split(", ")
    .flatMap((words, i) => words.split(" + ").map((one) => sessionOf(one, addDays(monday, i))));
  return aWeek(number, { ...change, workouts });
}

const trainingDay = (date: CalendarDate, workouts: readonly Workout[], most: number): TrainingDay => {
  const [ride] = workouts;
  const strength = workouts.find(({ type }) => type === "strength");
  return {
    weekday: weekdayOf(date),
    date,
    workout_types: workouts.map(({ type }) => type),
    target_minutes: ride?.duration_min ?? 0,
    max_minutes: most,
    role: ride?.role,
    family: ride?.family,
    level: ride?.level,
    ...(strength === undefined || strength === ride ? {} : { strength_minutes: strength.duration_min }),
    why: ride?.why,
  };
};

const overviewWeek = (
  { workouts, planned_hours: _, planned_tss: __, ...head }: Week,
  most: number | readonly number[],
): OverviewWeek => ({
  ...head,
  training_days: WEEKDAYS.map((_day, i) => {
    const date = addDays(head.start_date, i);
    return trainingDay(
      date,
      workouts.filter((one) => one.date === date),
      typeof most === "number" ? most : (most[i] ?? 0),
    );
  }),
});

interface Small {
  readonly metadata?: Partial<PlanMetadata>;
  readonly profile?: Partial<Profile>;
  /** Minutes that each day has, or those of each weekday from Monday on; without them there is no overview. */
  readonly dayMinutes?: number | readonly number[];
}

/** A plan of these weeks, whatever rules it breaks: steps are tried on it without planning one. */
export function smallPlan(weeks: readonly Week[], { metadata, profile, dayMinutes }: Small = {}): LivingPlan {
  const file = aPlan({
    weeks,
    metadata: metadata ?? {},
    profile: { training_availability: { week_days: [...WEEKDAYS] }, ...profile },
  });
  const { weekly_plan: all, ...head } = file.training_plan;
  const overview =
    dayMinutes === undefined
      ? undefined
      : { ...head, weekly_overview: all.map((week) => overviewWeek(week, dayMinutes)) };
  return { file, overview };
}

/** A change that begins on the small plan's first Monday, or as the start says. */
export const editOf = (plan: LivingPlan, start: Partial<ChangeStart> = {}): Edit =>
  newEdit(startOn({ plan, library: shipped, today: MONDAY, task: undefined, ...start }));

/** What an edit comes to, before the rules are asked: as `daysOf` and `livedOf` read it. */
export const outcome = (edit: Edit): Pick<Proposal, "effect"> => ({ effect: effectOfEdit(edit) });

/** What an edit notes of days that go otherwise, as `0 changed` for the first Monday. */
export const notedIn = ({ metadata }: Edit): string[] =>
  (metadata.lived ?? []).map(({ date, kind }) => `${date.slice(5)} ${kind}`);
