import { riderOf } from "../../athlete/rider.ts";
import { WEEKDAYS } from "../../base/calendar.ts";
import { longestAim, eventsIn } from "../../plan/event-days.ts";
import type { Overview, OverviewWeek, TrainingDay } from "../../plan/schema.ts";
import { FIRST_RUNG } from "../../rules/limits.ts";
import type { LadderCatalogue, LadderForm } from "../../workout/ladder.ts";
import type { WorkoutType } from "../../workout/schema.ts";
import { LadderForms } from "../intake/ladder-forms.ts";
import { withKeySessionsOf } from "./notes.ts";
import { respaced } from "./ride-reasons.ts";

/** A day of a planned season, by week and weekday (Monday 0). */
export interface DayPlace {
  readonly week: number;
  readonly weekday: number;
}

/** Overviews with one day changed, the most wanted first; or why there is none. */
export type Swapped = { readonly overviews: readonly Overview[] } | { readonly refused: string };

/** Days that stay as they are planned: tests, openers, the event, strength, and what the rider rides anyway. */
const STAYING: readonly TrainingDay["role"][] = ["test", "openers", "event", "strength", "fixed"];
const isStaying = ({ role, fixed = [] }: TrainingDay): boolean => STAYING.includes(role) || fixed.length > 0;
const isRest = ({ workout_types: types }: TrainingDay): boolean => types.includes("rest");

const dayOf = ({ weekly_overview: weeks }: Overview, { week, weekday }: DayPlace): TrainingDay | undefined =>
  weeks[week - 1]?.training_days[weekday];

function withDays(overview: Overview, week: number, days: readonly TrainingDay[]): Overview {
  const changed = overview.weekly_overview.map((one): OverviewWeek =>
    one.week_number === week
      ? { ...one, training_days: one.training_days.map((day) => days.find(({ date }) => date === day.date) ?? day) }
      : one,
  );
  return withKeySessionsOf(overview, respaced(changed));
}

const EASY = ["endurance", "recovery"] as const;
const isEasyKind = (kind: string): kind is (typeof EASY)[number] => EASY.some((easy) => easy === kind);

/** What a day keeps whatever is ridden on it. */
const KEPT_REASONS = ["day-minutes"];
const keptOf = ({ why = [] }: TrainingDay): Pick<TrainingDay, "why"> => ({
  why: why.filter(({ id }) => KEPT_REASONS.includes(id)),
});

function easyDay(day: TrainingDay, type: (typeof EASY)[number]): TrainingDay {
  const { level: _, dose: __, max_work_minutes: ___, ...rest } = day;
  return { ...rest, workout_types: typesOf(day, type), role: "easy", family: type, ...keptOf(day) };
}

const typesOf = ({ workout_types: types }: TrainingDay, type: WorkoutType): WorkoutType[] =>
  types.includes("strength") ? [type, "strength"] : [type];

/** The level at which a ladder stands before a week. */
function lastLevel({ weekly_overview: weeks }: Overview, family: string, week: number): number | undefined {
  const ridden = weeks
    .slice(0, week - 1)
    .flatMap(({ training_days: days }) => days.filter((day) => day.family === family && day.dose !== "reduced"));
  return ridden.at(-1)?.level;
}

/** Most levels of a ladder that are tried for one day. */
const MOST_TRIED = 3;

/** Weeks in which a ladder is held, at half its dose. */
const HELD_IN: readonly OverviewWeek["week_type"][] = ["recovery", "taper"];

const isHeld = ({ weekly_overview: weeks }: Overview, week: number): boolean =>
  HELD_IN.includes(weeks[week - 1]?.week_type ?? "base");

/** Levels of a ladder that may follow what was ridden of it, the next one first. */
function levelsFor(
  overview: Overview,
  family: string,
  { week, forms }: { week: number; forms: readonly LadderForm[] },
) {
  const last = lastLevel(overview, family, week);
  const first = FIRST_RUNG[overview.athlete_profile.experience_level];
  const most = last === undefined ? first : last + (isHeld(overview, week) ? 0 : 1);
  const levels = [...new Set(forms.map(({ level }) => level))].filter((level) => level <= most);
  return levels.sort((a, b) => b - a).slice(0, MOST_TRIED);
}

function ladderDays(
  overview: Overview,
  { day, week, family }: { readonly day: TrainingDay; readonly week: number; readonly family: string },
  catalogue: LadderCatalogue,
): TrainingDay[] {
  const rider = riderOf(overview.athlete_profile, longestAim(eventsIn(overview.plan_metadata)));
  const forms = new LadderForms(catalogue.forms, rider.level)
    .forms(family)
    .filter((form) => form.role === undefined && form.shortestSeconds <= day.target_minutes * 60);
  const { library_workout_id: _, max_work_minutes: __, ...rest } = day;
  return levelsFor(overview, family, { week, forms }).flatMap((level) => {
    const form = forms.find((one) => one.level === level);
    if (form === undefined) return [];
    const isHard = form.isHard || form.isVo2;
    return [
      {
        ...rest,
        workout_types: typesOf(day, form.type),
        role: isHard || day.role === "key" ? "key" : "easy",
        family,
        level,
        ...(isHeld(overview, week) ? { dose: "reduced" as const } : {}),
        ...keptOf(day),
      } as const,
    ];
  });
}

/** What fills easy days only. */
const NO_KEY: readonly string[] = [...EASY, "steady"];

/** Other rides for a day: one of these ladders at the level where it stands, or an easy kind. */
export function kindSwapped(
  overview: Overview,
  { families, ...place }: DayPlace & { readonly families: readonly string[] },
  catalogue: LadderCatalogue,
): Swapped {
  const day = dayOf(overview, place);
  if (day === undefined || isRest(day)) return { refused: "there is no ride on that day" };
  if (isStaying(day) || day.role === "long") return { refused: "that day stays as it is" };
  if (day.role === "key" && families.every((family) => NO_KEY.includes(family)))
    return { refused: "a key session stays one: another ladder may take its place, easy riding may not" };
  const days = families.flatMap((family) =>
    isEasyKind(family) ? [easyDay(day, family)] : ladderDays(overview, { day, week: place.week, family }, catalogue),
  );
  const isSame = (other: TrainingDay): boolean => other.family === day.family && other.level === day.level;
  const others = days.filter((other) => !isSame(other));
  if (others.length === 0)
    return {
      refused:
        days.length > 0 ? "that is what the day holds already" : "no workout of that kind fits this rider and this day",
    };
  return { overviews: others.map((other) => withDays(overview, place.week, [other])) };
}

/** What a day holds, on another day of the same week. */
const contentOn = (from: TrainingDay, to: TrainingDay): TrainingDay => ({
  ...from,
  weekday: to.weekday,
  date: to.date,
  max_minutes: to.max_minutes,
  why: (from.why ?? []).filter(({ id }) => id !== "day-minutes"),
});

/** Two days of a week with their rides in each other's place. */
export function daysSwapped(overview: Overview, { week, weekday }: DayPlace, to: number): Swapped {
  const [from, other] = [dayOf(overview, { week, weekday }), dayOf(overview, { week, weekday: to })];
  if (from === undefined || other === undefined || isRest(from)) return { refused: "there is no ride on that day" };
  if (from === other) return { refused: "that is the day it is on" };
  if (isStaying(from) || isStaying(other))
    return { refused: `${isStaying(from) ? from.weekday : other.weekday} of that week stays as it is` };
  if (other.max_minutes <= 0) return { refused: `${WEEKDAYS[to] ?? "that day"} is not open` };
  return { overviews: [withDays(overview, week, [contentOn(from, other), contentOn(other, from)])] };
}

/** The ride of a day, as a proposal sees it: its kind, or the name of its ladder with the level. */
export const heldOn = (overview: Overview, place: DayPlace): string | undefined => {
  const day = dayOf(overview, place);
  return day === undefined || isRest(day) ? undefined : (day.family ?? day.workout_types[0]);
};
