import { addDays, daysBetween, type CalendarDate } from "../base/calendar.ts";
import { fullDate, shortDay } from "../base/date-words.ts";
import { sum } from "../base/numbers.ts";
import { eventDayOf, type CardLine } from "../plan/event-card.ts";
import { eventOn, eventsIn } from "../plan/event-days.ts";
import { limitWords } from "../plan/limit-words.ts";
import type { PlanFile, Week } from "../plan/schema.ts";
import { planView } from "../rules/view.ts";
import { isTraining } from "../workout/rides.ts";
import { titleOf } from "../workout/title.ts";
import type { Workout } from "../workout/schema.ts";
import { wrap } from "./columns.ts";
import {
  DAY_LINES,
  dayHead,
  HEALTH_LINE,
  labelled,
  sessionText,
  weekLimitLines,
  whenWords,
  yourEvent,
} from "./day-screen.ts";
import { finish, type Page } from "./page.ts";
import { timeWords } from "../base/time-words.ts";
import { counted, signed } from "./units.ts";

/** A day of a plan that something is planned on. */
interface DayWithWorkouts {
  readonly date: CalendarDate;
  readonly workouts: readonly Workout[];
}

/** `about 6 h`; a stage of several days says its own. */
export const aboutHours = (hours: number): string => `about ${timeWords(hours * 60)}`;

/** `Tempo 2 x 36 at 83 %, 1 h 30`; the event by its name. */
function shortSession(workout: Workout, { training_plan: { plan_metadata: meta } }: PlanFile): string {
  const event = workout.role === "event" ? eventOn(eventsIn(meta), workout.date) : undefined;
  return event === undefined ? sessionText(workout) : `${yourEvent(event)}, ${aboutHours(event.hours)}`;
}

/** `tomorrow, Tempo 2 x 36 at 83 %, 1 h 30`: what comes next, in one line. */
export const nextText = (plan: PlanFile, next: DayWithWorkouts, today: CalendarDate): string =>
  `${whenWords(next.date, today)}, ${next.workouts.map((workout) => shortSession(workout, plan)).join(" and ")}`;

/** `3 of 4 rides to come, 8 h 10 of 9 h 40`: what the week still holds after a day. */
export function weekText({ workouts }: Week, date: CalendarDate): string {
  const rides = workouts.filter(isTraining);
  const ahead = rides.filter((workout) => workout.date > date);
  const minutes = (some: readonly Workout[]): number => sum(some.map(({ duration_min }) => duration_min));
  if (rides.length === 0) return "no ride";
  if (ahead.length === 0) return `all ${counted(rides.length, "ride")} lie behind you`;
  return `${ahead.length} of ${counted(rides.length, "ride")} to come, ${timeWords(minutes(ahead))} of ${timeWords(minutes(rides))}`;
}

/** What stands around a day's own lines. */
export interface Around {
  readonly moments: readonly (readonly string[])[];
  readonly after: readonly (readonly [label: string, text: string])[];
}

const gap = (lines: readonly string[]): string[] => (lines.length === 0 ? [] : ["", ...lines]);

/** A rest day: rest is the session, so it stands where a session stands. */
export function restScreen(
  plan: PlanFile,
  { date, week }: { readonly date: CalendarDate; readonly week: Week },
  { page, moments, after, isIll }: Around & { readonly page: Page; readonly isIll: boolean },
): string[] {
  const column = Math.max(7, ...after.map(([label]) => label.length + 2));
  return finish(
    [
      ...wrap(dayHead(plan, date, week), page.width).map(page.paint.quiet),
      ...weekLimitLines(plan, week.week_number, page),
      ...moments.flatMap(gap),
      "",
      ...wrap(
        isIll ? "Rest. Sleep, drink, eat; no riding." : "Rest. Sleep, eat well, walk if you like.",
        page.width,
      ).map(page.paint.heading),
      "",
      ...labelled("Week", weekText(week, date), { ...page, column }),
      ...after.flatMap(([label, text]) => labelled(label, text, { ...page, column })),
    ],
    page,
  );
}

/** From here on the legs are rested (training science 3.3). */
const FRESH_FROM = 5;

/** `Form +13: you are fresh.` */
export function formText(form: number | undefined, isToday: boolean): string {
  if (form === undefined) return "";
  const fresh = isToday ? ": you are fresh" : ": you will be fresh";
  return ` Form ${signed(form)}${form >= FRESH_FROM ? fresh : ""}.`;
}

/** The form on the morning of an event. */
export function formOnMorning({ training_plan: plan }: PlanFile, date: CalendarDate): number | undefined {
  const view = planView(plan);
  const index = view.events.find(({ event }) => event.date === date)?.index;
  return index === undefined ? undefined : view.curve[index]?.form;
}

/** The first sentence of a line of the card. */
export const firstSentence = (text: string): string => /^.*?[.](?=\s|$)/s.exec(text)?.[0] ?? text;

/** Lines of a card from the whole to the least: whole texts, first sentences, and those alone that nobody can do without. */
const CARDS: readonly ((line: CardLine) => string | undefined)[] = [
  ({ text }) => text,
  ({ label, text }) => (label === "Climbs" ? text : firstSentence(text)),
  ({ label, text }) => (label === "Then" || label === "Height" ? undefined : firstSentence(text)),
  ({ label, text }) => (["First", "Pace", "Eat", "Drink", "Heat"].includes(label) ? firstSentence(text) : undefined),
];
const CARD_COLUMN = 9;

/** The day of an event on one screen; no profile and no load, for nothing is trained on it. Undefined where it is none. */
export function eventScreen(
  plan: PlanFile,
  { date, week, workouts }: DayWithWorkouts & { readonly week: Week },
  { page, moments, after, hasHealth }: Around & { readonly page: Page; readonly hasHealth: boolean },
): string[] | undefined {
  const event = workouts.find(({ role }) => role === "event");
  const { plan_metadata: meta } = plan.training_plan;
  const reader = { ftpWatts: meta.current_ftp, measures: page.measures };
  const day = event === undefined ? undefined : eventDayOf(event, plan.training_plan, reader);
  if (event === undefined || day === undefined) return undefined;
  const found = eventOn(eventsIn(meta), date);
  const name = found === undefined ? titleOf(event) : yourEvent(found);
  const head = dayHead(plan, date, week);
  const title = head.includes(name) ? [] : [page.paint.heading(`${name.charAt(0).toUpperCase()}${name.slice(1)}`)];
  const others = workouts.filter((one) => one !== event && one.type !== "rest");
  const said = (textOf: (line: CardLine) => string | undefined): string[] => [
    ...wrap(head, page.width).map(page.paint.quiet),
    ...weekLimitLines(plan, week.week_number, page),
    ...moments.slice(0, 1).flatMap(gap),
    "",
    ...title,
    ...wrap(`${day.line}.${formText(formOnMorning(plan, date), true)}`, page.width).map(page.paint.heading),
    ...(day.words === "" ? [] : wrap(textOf({ label: "", text: day.words }) ?? "", page.width)),
    "",
    ...day.card.flatMap((line) => {
      const text = textOf(line);
      return text === undefined ? [] : labelled(line.label, text, { ...page, column: CARD_COLUMN });
    }),
    ...(others.length === 0
      ? []
      : labelled("Also", others.map(sessionText).join(" and "), { ...page, column: CARD_COLUMN })),
    ...after.flatMap(([label, text]) => labelled(label, text, { ...page, column: CARD_COLUMN })),
    ...(hasHealth ? ["", ...wrap(HEALTH_LINE, page.width).map(page.paint.quiet)] : []),
  ];
  const lines = CARDS.map(said).find((some) => some.length <= DAY_LINES) ?? said(CARDS[3] ?? CARDS[0] ?? (() => ""));
  return finish(lines, page);
}

/** What holds the rider in the first week holds them now as well. */
function beforeLimit({ training_plan: plan }: PlanFile, page: Page): string[] {
  const limit = limitWords(plan.athlete_profile, 1, plan.plan_metadata.current_ftp);
  return limit === undefined ? [] : labelled("Limit", `${limit}, now as well`, page).map(page.paint.warn);
}

/** A plan that has not begun: when it does, what to do until then, the first step. */
export function beforeScreen(
  plan: PlanFile,
  { today, first }: { readonly today: CalendarDate; readonly first: DayWithWorkouts | undefined },
  { page, after }: { readonly page: Page; readonly after: Around["after"] },
): string[] {
  const { plan_id: id, plan_metadata: meta } = plan.training_plan;
  const until = counted(daysBetween(today, meta.start_date), "day");
  return finish(
    [
      ...wrap(`${shortDay(today)} · ${id} starts on ${shortDay(meta.start_date)}, in ${until}`, page.width).map(
        page.paint.quiet,
      ),
      ...beforeLimit(plan, page),
      "",
      ...wrap("Until then ride as you like, easily.", page.width).map(page.paint.heading),
      "",
      ...(first === undefined ? [] : labelled("First", nextText(plan, first, addDays(today, -1)), page)),
      ...after.flatMap(([label, text]) => labelled(label, text, page)),
    ],
    page,
  );
}

/** A plan that is over: when it ended, what to do until the next. */
export function afterScreen(
  { training_plan: { plan_id: id, plan_metadata: meta } }: PlanFile,
  today: CalendarDate,
  { page, moments, after }: Around & { readonly page: Page },
): string[] {
  const { end_date: end } = meta;
  const days = daysBetween(end, today);
  const ago = days === 1 ? "yesterday" : `on ${shortDay(end)}, ${days} days ago`;
  const ended = days > 365 ? `on ${fullDate(end)}` : ago;
  const said = moments.length === 0 ? [wrap("Ride as you like until you know what comes next.", page.width)] : moments;
  return finish(
    [
      ...wrap(`${shortDay(today)} · ${id} ended ${ended}`, page.width).map(page.paint.quiet),
      ...said.flatMap(gap),
      "",
      ...after.flatMap(([label, text]) => labelled(label, text, page)),
    ],
    page,
  );
}
