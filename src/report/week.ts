import { focusOf } from "../plan/illness.ts";
import { addDays, type CalendarDate } from "../base/calendar.ts";
import { limitWords } from "../plan/limit-words.ts";
import { eventDayOf } from "../plan/event-card.ts";
import { otherSportText } from "../plan/other-sport-words.ts";
import { sayingOf } from "../plan/scale.ts";
import type { PlanFile } from "../plan/schema.ts";
import { formAfter, planView, type DayView, type PlanView, type WeekView } from "../rules/view.ts";
import { measureWorkout } from "../load/measure.ts";
import type { Workout } from "../workout/schema.ts";
import { fit, left, right, wrap } from "./columns.ts";
import { eventCardLines } from "./event-card.ts";
import { healthNote } from "./health-note.ts";
import { finish, type Page } from "./page.ts";
import { fullDate, shortDay } from "../base/date-words.ts";
import { ridesOf, strengthOf } from "./sessions.ts";
import { timeWords } from "../base/time-words.ts";
import { counted, plainNumber, signed, span } from "./units.ts";
import { reasonLines, workoutCard } from "./workout.ts";
import { titleOf } from "../workout/title.ts";

/** Columns of one day's line: day, type, time, load; the rest is the name. */
const DAY = 10;
const TYPE = 10;
const TIME = 6;
const LOAD = 5;
/** Columns before the name, and before the purpose in the line below it. */
const NAME_FROM = DAY + 1 + TYPE + 1 + TIME + 1 + LOAD + 2;
const PURPOSE_FROM = DAY + 1;

/** The first sentence of a description: what the session is for. */
const purposeOf = (workout: Workout): string =>
  /^.*?[.!?](?=\s|$)/s.exec(workout.description)?.[0] ?? workout.description;

/** A purpose stands at the first session of the week that has it. */
function purposeLines(workout: Workout, said: Set<string>, page: Page): string[] {
  const purpose = purposeOf(workout);
  if (purpose === "" || said.has(purpose)) return [];
  said.add(purpose);
  return [page.paint.quiet(`${" ".repeat(PURPOSE_FROM)}${fit(purpose, page.width - PURPOSE_FROM)}`)];
}

function workoutLines(workout: Workout, day: string, page: Page): string[] {
  const isRest = workout.type === "rest";
  const load = workout.segments.length === 0 ? "" : plainNumber(measureWorkout(workout).tss, 0);
  const columns = [
    left(day, DAY),
    left(workout.type, TYPE),
    right(isRest ? "" : timeWords(workout.duration_min), TIME),
    right(load, LOAD),
  ].join(" ");
  const name = fit(titleOf(workout), page.width - NAME_FROM);
  if (isRest) return [page.paint.quiet(left(day, DAY) + " rest")];
  return [`${columns}  ${page.paint.heading(name)}`];
}

const dayLines = (day: DayView, said: Set<string>, page: Page): string[] =>
  day.workouts.flatMap((workout, index) => [
    ...workoutLines(workout, index === 0 ? shortDay(day.date) : "", page),
    ...(workout.type === "rest" ? [] : purposeLines(workout, said, page)),
  ]);

/** Fitness and form on the Sunday evening of a week. */
const stateAfter = (view: PlanView, week: WeekView): string => {
  const last = view.curve[week.days.at(-1)?.index ?? 0];
  if (last === undefined) return "";
  return `fitness ${plainNumber(last.ctl, 0)}, fatigue ${plainNumber(last.atl, 0)}, form ${signed(formAfter(view, week.days.at(-1)?.index ?? 0) ?? 0)}`;
};

/** Strength beside the rides: the hours of a week are riding. */
function strengthLines(week: WeekView, page: Page): string[] {
  const { sessions, seconds } = strengthOf([week]);
  if (sessions === 0) return [];
  return wrap(
    `+ ${counted(sessions, "strength session")}, ${timeWords(seconds / 60)} beside the hours of riding.`,
    page.width,
  );
}

/** Other sport of the week: in form, in no hours. */
function sportLines({ week }: WeekView, page: Page): string[] {
  const said = (week.other_sport ?? []).map((one) => `${shortDay(one.date)} ${otherSportText(one)}`);
  return said.length === 0 ? [] : wrap(`Other sport, in form only: ${said.join("; ")}.`, page.width);
}

function weekHead(view: PlanView, week: WeekView, page: Page): string[] {
  const { week_number: number, phase, week_type: type, start_date: from, target_hours, target_tss } = week.week;
  const kind = type === phase ? phase : `${phase}, ${type}`;
  const total = String(view.plan.plan_metadata.total_weeks);
  return [
    page.paint.heading(`Week ${number} of ${total}: ${kind}, ${span(from, addDays(from, 6), true)}`),
    ...wrap(focusOf(week.week), page.width),
    "",
    `Planned ${timeWords(week.rideSeconds / 60)} in ${counted(ridesOf([week]), "ride")}, load ${plainNumber(week.tss, 0)}` +
      ` (aim ${timeWords(target_hours * 60)}, load ${plainNumber(target_tss, 0)}).`,
    ...strengthLines(week, page),
    ...sportLines(week, page),
    `Sunday evening: ${stateAfter(view, week)}.`,
  ];
}

/** What holds the rider back in this week, before anything that it holds. */
function limitLines({ athlete_profile: profile }: PlanFile["training_plan"], week: number, page: Page): string[] {
  const limit = limitWords(profile, week);
  if (limit === undefined) return [];
  return [...wrap(`Limit: ${limit} this week, and no test.`, page.width).map(page.paint.warn), ""];
}

/** One week of a plan, or undefined where it has no such week. */
export function weekPage(plan: PlanFile, number: number, page: Page): string[] | undefined {
  const view = planView(plan.training_plan);
  const week = view.weeks.find((one) => one.number === number);
  if (week === undefined) return undefined;
  const why = reasonLines(week.week.why, page);
  const said = new Set<string>();
  const titles = `${left("day", DAY)} ${left("type", TYPE)} ${right("time", TIME)} ${right("load", LOAD)}  session`;
  return finish(
    [
      ...limitLines(plan.training_plan, number, page),
      ...weekHead(view, week, page),
      "",
      page.paint.quiet(titles),
      ...week.days.flatMap((day) => dayLines(day, said, page)),
      ...(why.length === 0 ? [] : ["", page.paint.heading("Why this week looks so"), ...why]),
      ...healthNote(view.plan.plan_metadata, page),
    ],
    page,
  );
}

interface WeekWorkout {
  readonly workout: Workout;
  readonly week: number;
}

/** A workout in full; the event has a card of its own. */
function sessionLines({ training_plan: plan }: PlanFile, ride: WeekWorkout, page: Page): string[] {
  const { workout, week } = ride;
  const { plan_metadata: metadata } = plan;
  const day = eventDayOf(workout, plan, { ftpWatts: metadata.current_ftp, measures: page.measures });
  if (day === undefined)
    return workoutCard(workout, sayingOf({ ...workout, week }, plan.athlete_profile, metadata.current_ftp), page);
  const view = planView(plan);
  const first = view.events.find(({ event }) => event.date === workout.date)?.index;
  const form = first === undefined ? undefined : view.curve[first]?.form;
  return eventCardLines({ day, workout, form }, page);
}

/** Every session of one day in full, or undefined where the day is outside the plan. */
export function dayPage(plan: PlanFile, date: CalendarDate, page: Page): string[] | undefined {
  const { plan_metadata: metadata, weekly_plan: weeks } = plan.training_plan;
  const week = weeks.find((one) => one.workouts.some((workout) => workout.date === date));
  if (week === undefined) return undefined;
  const workouts = week.workouts.filter((workout) => workout.date === date);
  const head = `${shortDay(date)} ${fullDate(date).slice(-4)}, week ${week.week_number} of ${metadata.total_weeks} (${week.week_type})`;
  return finish(
    [
      ...limitLines(plan.training_plan, week.week_number, page),
      page.paint.quiet(head),
      ...workouts.flatMap((workout) => ["", ...sessionLines(plan, { workout, week: week.week_number }, page)]),
      ...healthNote(metadata, page),
    ],
    page,
  );
}
