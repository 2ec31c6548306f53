import { limitWords } from "../plan/limit-words.ts";
import { addDays, daysBetween, type CalendarDate } from "../base/calendar.ts";
import { shortDay } from "../base/date-words.ts";
import { isHardWork, measureWorkout } from "../load/measure.ts";
import { eventsIn, isAim, lastEventDay } from "../plan/event-days.ts";
import { eventName } from "../plan/event-name.ts";
import type { PlanEvent } from "../plan/event-schema.ts";
import { sayingOf } from "../plan/scale.ts";
import type { PlanFile, Week } from "../plan/schema.ts";
import { titleOf } from "../workout/title.ts";
import { isRide } from "../workout/rides.ts";
import type { Workout } from "../workout/schema.ts";
import { hanging, left, right, widthOf, wrap } from "./columns.ts";
import { finish, type Page } from "./page.ts";
import { feelWords, fuelWords, paceWords, whyWords } from "./session-words.ts";
import { shortSteps } from "./short-steps.ts";
import { smallProfile } from "./small-profile.ts";
import type { RideSaying } from "./step-list.ts";
import { timeWords } from "../base/time-words.ts";
import { plainNumber } from "./units.ts";

/** Most lines of a day on one screen. */
export const DAY_LINES = 20;
/** Columns of the words before the lines that a coach would say at the door. */
const LABEL = 7;

export const HEALTH_LINE = "Stop and get help for chest pain, fainting or a racing heart: --health";
const TEST_LINE = "Not with a cold, a fever or a bad night behind you: cycling-plan change";

/** A day of a plan, and what else belongs on its screen. */
export interface DayScreen {
  readonly plan: PlanFile;
  readonly date: CalendarDate;
  readonly week: Week;
  readonly workouts: readonly Workout[];
  /** What is said above the session, a list of lines each. */
  readonly moments: readonly (readonly string[])[];
  /** What is said at the end: `Next`, `Note`. */
  readonly after: readonly (readonly [label: string, text: string])[];
  /** False where the whole note stands below. */
  readonly hasHealth: boolean;
  /** The event's eve: nothing may tempt to train, so no shape is drawn. */
  readonly isEve: boolean;
}

/** Kinds of events that a rider calls otherwise than our files do. */
const SPOKEN: Readonly<Partial<Record<PlanEvent["type"], string>>> = {
  mtb: "mountain bike race",
  gravel: "gravel event",
  multi_day: "multi-day event",
  other: "event",
};

/** `your century`, or the name that the rider gave it. */
export const yourEvent = (event: Pick<PlanEvent, "name" | "type">): string =>
  event.name ?? `your ${SPOKEN[event.type] ?? eventName(event)}`;

/** `47 days to your century`; undefined behind the last event. */
function daysToEvent({ training_plan: { plan_metadata: metadata } }: PlanFile, date: CalendarDate): string | undefined {
  const event = eventsIn(metadata).find((one) => isAim(one) && lastEventDay(one) >= date);
  if (event === undefined) return undefined;
  const days = daysBetween(date, event.date);
  const name = yourEvent(event);
  if (days === 1) return `the day before ${name}`;
  if (days > 1) return `${days} days to ${name}`;
  return event.days > 1 ? `${name}, day ${1 - days} of ${event.days}` : name;
}

/** `Tue 12 Jan · week 6 of 12, build · 47 days to your century` */
export function dayHead(plan: PlanFile, date: CalendarDate, week: Week): string {
  const { total_weeks: total } = plan.training_plan.plan_metadata;
  const place = `week ${week.week_number} of ${total}, ${week.week_type}`;
  return [shortDay(date), place, daysToEvent(plan, date)].filter((part) => part !== undefined).join(" · ");
}

/** A page, and how wide the words before the lines stand on it. */
type LabelPage = Page & { readonly column?: number };

/** A line under a word of its own; the words stand in one column. */
export const labelled = (label: string, text: string, { column = LABEL, ...page }: LabelPage): string[] =>
  hanging(left(label, column), text, page.width).map((line, i) =>
    i === 0 ? page.paint.heading(line.slice(0, column)) + line.slice(column) : line,
  );

/** `1 h 30 · load 96 · hard day` */
export function figuresOf(workout: Workout): string {
  const { role, segments, duration_min: minutes } = workout;
  if (segments.length === 0) return minutes === 0 ? "" : timeWords(minutes);
  const measure = measureWorkout(workout);
  const isHard = role === "test" || (role !== "openers" && role !== "fixed" && isHardWork(measure));
  return [timeWords(minutes), `load ${plainNumber(measure.tss, 0)}`, ...(isHard ? ["hard day"] : [])].join(" · ");
}

/** The name on the left and the figures on the right; below each other where both do not fit. */
function titleLines(workout: Workout, page: Page): string[] {
  const name = nameOf(workout);
  const figures = figuresOf(workout);
  const room = page.width - widthOf(name) - 2;
  if (widthOf(figures) <= room) return [page.paint.heading(name) + right(figures, page.width - widthOf(name))];
  return [...wrap(name, page.width).map(page.paint.heading), ...wrap(figures, page.width)];
}

/** What of a day is shown in full where there is room, and in less where there is not. */
interface Room {
  readonly rows: number;
  readonly hasMarks: boolean;
  readonly steps: number;
  readonly moments: number;
  readonly words: number;
}

/** From the whole to the least; the first that fits is taken. */
const ROOMS: readonly Room[] = [
  { rows: 4, hasMarks: true, steps: 12, moments: 9, words: 9 },
  { rows: 3, hasMarks: true, steps: 12, moments: 9, words: 9 },
  { rows: 2, hasMarks: true, steps: 12, moments: 9, words: 9 },
  { rows: 2, hasMarks: true, steps: 12, moments: 1, words: 2 },
  { rows: 2, hasMarks: false, steps: 12, moments: 1, words: 1 },
  { rows: 2, hasMarks: false, steps: 12, moments: 1, words: 0 },
  { rows: 0, hasMarks: true, steps: 12, moments: 1, words: 0 },
  { rows: 0, hasMarks: true, steps: 8, moments: 1, words: 0 },
  { rows: 0, hasMarks: true, steps: 6, moments: 1, words: 0 },
  { rows: 0, hasMarks: true, steps: 4, moments: 1, words: 0 },
  { rows: 0, hasMarks: true, steps: 4, moments: 0, words: 0 },
  { rows: 0, hasMarks: true, steps: 2, moments: 0, words: 0 },
  { rows: 0, hasMarks: true, steps: 0, moments: 0, words: 0 },
];

/** A session's name, its minutes left to the figures beside it. */
export const nameOf = (workout: Pick<Workout, "name" | "indoor">): string =>
  titleOf(workout).replace(/, \d+ minutes$/, "");

const gap = (lines: readonly string[]): string[] => (lines.length === 0 ? [] : ["", ...lines]);

/** What holds the rider back in this week, before anything that it holds; nothing where nothing does. */
export function weekLimitLines({ training_plan: plan }: PlanFile, week: number, page: LabelPage): string[] {
  const limit = limitWords(plan.athlete_profile, week, plan.plan_metadata.current_ftp);
  return limit === undefined ? [] : labelled("Limit", `${limit} this week, and no test`, page).map(page.paint.warn);
}

/** One session: title, shape and steps. */
function sessionLines(
  workout: Workout,
  told: RideSaying,
  { page, room, isMain }: { readonly page: Page; readonly room: Room; readonly isMain: boolean },
): string[] {
  const title = titleLines(workout, page);
  const { steps } = measureWorkout(workout);
  if (workout.type === "strength" || steps.length === 0) {
    const sentences = workout.description.split(/(?<=[.!?])\s/).slice(0, room.words);
    return [...title, ...gap(wrap(sentences.join(" "), page.width))];
  }
  const { ftpWatts, beside } = told.saying;
  const label = ftpWatts === undefined || beside !== undefined ? "" : `${Math.round(ftpWatts)} W`;
  const drawn = isMain ? smallProfile(steps, { rows: room.rows, label, hasMarks: room.hasMarks }, page) : [];
  const isTest = workout.role === "test";
  return [
    ...title,
    ...(isTest ? wrap(TEST_LINE, page.width).map(page.paint.warn) : []),
    ...gap(drawn),
    ...gap(
      room.steps === 0 || (!isMain && room.words === 0)
        ? []
        : shortSteps(steps, { told, most: isMain ? room.steps : Math.min(3, room.words) }, page),
    ),
  ];
}

/** Why, feel and fuel of a ride; of a test where to begin. */
function doorLines(workout: Workout, told: RideSaying, page: Page): string[] {
  const { steps, seconds } = measureWorkout(workout);
  if (steps.length === 0) return labelled("Why", whyWords(workout, told), page);
  const feel = feelWords(steps, told);
  const pace = paceWords(steps, told);
  return [
    ...labelled("Why", whyWords(workout, told), page),
    ...(feel === undefined ? [] : labelled("Feel", feel, page)),
    ...(pace === undefined ? [] : labelled("Pace", pace, page)),
    ...labelled("Fuel", fuelWords(seconds, workout.description), page),
  ];
}

/** The day before an event wants little, and the card of tomorrow is what is really read. */
const eveLines = (page: Page): string[] => [
  ...wrap("Stop while you want more. Off your feet afterwards.", page.width),
  "",
];

/** What comes at the end, its words in one column. */
function afterLines(after: DayScreen["after"], page: Page): string[] {
  const column = Math.max(LABEL, ...after.map(([label]) => widthOf(label) + 2));
  return after.flatMap(([label, text]) =>
    label === "" && text === "" ? [""] : labelled(label, text, { ...page, column }),
  );
}

function bodyOf(day: DayScreen, page: Page, room: Room): string[] {
  const { plan, workouts, week } = day;
  const { athlete_profile: profile, plan_metadata: meta } = plan.training_plan;
  const shown = workouts.filter(({ type }) => type !== "rest");
  const loads = shown.map((workout) => (isRide(workout) ? workout.duration_min : 0));
  const main = shown[loads.indexOf(Math.max(...loads))];
  const toldOf = (workout: Workout): RideSaying => ({
    saying: sayingOf({ ...workout, week: week.week_number }, profile, meta.current_ftp),
    isTest: workout.role === "test",
  });
  return [
    ...weekLimitLines(plan, week.week_number, page),
    ...day.moments.slice(0, room.moments).flatMap((lines) => gap(lines)),
    ...shown.flatMap((workout) =>
      gap(sessionLines(workout, toldOf(workout), { page, room, isMain: workout === main })),
    ),
    "",
    ...(main === undefined ? [] : day.isEve ? eveLines(page) : doorLines(main, toldOf(main), page)),
    ...afterLines(day.after, page),
    ...(day.hasHealth ? wrap(HEALTH_LINE, page.width).map(page.paint.quiet) : []),
  ];
}

/** A day with something to do, on one screen: where it stands, what it is, its shape, its numbers, and why. */
export function dayScreen(day: DayScreen, page: Page): string[] {
  const head = wrap(dayHead(day.plan, day.date, day.week), page.width).map(page.paint.quiet);
  let lines: string[] = [];
  for (const room of ROOMS) {
    if (day.isEve && room.rows > 0) continue;
    lines = [...head, ...bodyOf(day, page, room)];
    if (lines.length <= DAY_LINES) break;
  }
  return finish(lines, page);
}

/** `tomorrow`, or `Thu 14 Jan`. */
export const whenWords = (date: CalendarDate, today: CalendarDate): string =>
  date === addDays(today, 1) ? "tomorrow" : shortDay(date);

/** `Tempo 2 x 36 at 83 %, 1 h 30`; of the event its length alone. */
export function sessionText(workout: Workout): string {
  const name = nameOf(workout);
  return workout.duration_min === 0 ? name : `${name}, ${timeWords(workout.duration_min)}`;
}
