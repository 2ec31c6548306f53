import { addDays, type CalendarDate } from "../base/calendar.ts";
import { shortDay } from "../base/date-words.ts";
import { zoneOf } from "../load/zones.ts";
import { measureWorkout } from "../load/measure.ts";
import { limitWords } from "../plan/limit-words.ts";
import { otherSportText } from "../plan/other-sport-words.ts";
import type { PlanFile } from "../plan/schema.ts";
import { formAfter, planView, type DayView, type PlanView, type WeekView } from "../rules/view.ts";
import { nameOf } from "./day-screen.ts";
import type { Workout } from "../workout/schema.ts";
import { focusOf } from "../plan/illness.ts";
import { hanging, left, right, widthOf, wrap } from "./columns.ts";
import { finish, type Page } from "./page.ts";
import { powersOf, slicesOf } from "./power-profile.ts";
import { strengthOf } from "./sessions.ts";
import { timeWords } from "../base/time-words.ts";
import { counted, plainNumber, signed, span } from "./units.ts";

/** One column of a profile stands for so many minutes. */
const MINUTES_A_COLUMN = 10;
const SHAPE = { unicode: "▂▃▅▆▇██", ascii: "1234566" };
const GAP = 2;

/** The shape of a ride on one scale for all: longer rides are wider, harder ones higher. */
function shapeOf(workout: Workout, page: Page): { readonly text: string; readonly drawn: string } {
  const powers = powersOf(measureWorkout(workout).steps);
  if (powers.length === 0) return { text: "", drawn: "" };
  const columns = Math.max(1, Math.round(powers.length / 60 / MINUTES_A_COLUMN));
  const levels = slicesOf(powers, columns).map(({ high }) => zoneOf(high));
  const glyphs = page.unicode ? SHAPE.unicode : SHAPE.ascii;
  const drawn = levels.map((level) => page.paint.zone(level, glyphs[level - 1] ?? " "));
  return { text: levels.map((level) => glyphs[level - 1] ?? " ").join(""), drawn: drawn.join("") };
}

interface Row {
  readonly mark: string;
  readonly day: string;
  readonly workout: Workout;
  /** The rider was ill and did not ride it. */
  readonly isIll: boolean;
}

const timeOf = ({ duration_min: minutes }: Workout): string => (minutes === 0 ? "" : timeWords(minutes));
const loadOf = ({ segments, role }: Workout): string =>
  segments.length === 0 || role === "event" ? "" : plainNumber(measureWorkout({ segments }).tss, 0);

const rowsOf = (day: DayView, today: CalendarDate, ill: ReadonlySet<string>): Row[] =>
  day.workouts.map((workout, i) => ({
    mark: i === 0 && day.date === today ? "> " : "  ",
    day: i === 0 ? `${shortDay(day.date).slice(0, 3)} ${Number(day.date.slice(8))}` : "",
    workout,
    isIll: ill.has(day.date),
  }));

/** Which columns stand in the rows: narrow pages drop the shape, then the load. */
interface Columns {
  readonly shape: number;
  readonly load: number;
  readonly time: number;
}

const DAY = 6;
/** So much of a name stands in its first line before the shape gives way. */
const NAME = 24;

/** Columns before the name. */
const before = ({ shape, load, time }: Columns): number =>
  2 + DAY + [shape, time, load].reduce((total, width) => total + (width === 0 ? 0 : width + GAP), 0) + GAP;

function fitting(rows: readonly Row[], page: Page): Columns {
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(widthOf));
  const rides = rows.filter(({ workout }) => workout.type !== "rest").map(({ workout }) => workout);
  const all: Columns = {
    shape: widest(rides.map((workout) => shapeOf(workout, page).text)),
    load: widest(rides.map(loadOf)),
    time: widest(rides.map(timeOf)),
  };
  const name = Math.min(widest(rides.map(nameOf)), NAME);
  const room = (columns: Columns): number => before(columns) + name;
  const choices = [all, { ...all, shape: 0 }, { ...all, shape: 0, load: 0 }];
  return choices.find((columns) => room(columns) <= page.width) ?? { ...all, shape: 0, load: 0 };
}

/** Why a rest day of an illness is none of the usual ones. */
const illText = ({ why = [] }: Workout): string =>
  why.filter(({ id }) => id === "illness").map(({ text }) => `: ${text}`)[0] ?? "";

function rowLines({ mark, day, workout, isIll }: Row, columns: Columns, page: Page): string[] {
  const head = `${mark}${left(day, DAY)}`;
  if (workout.type === "rest") return hanging(`${head}  `, `rest${illText(workout)}`, page.width).map(page.paint.quiet);
  if (isIll) return [page.paint.quiet(`${head}  ill: not ridden`)];
  const { text, drawn } = shapeOf(workout, page);
  const cells = [
    ...(columns.shape === 0 ? [] : [drawn + " ".repeat(columns.shape - widthOf(text))]),
    ...(columns.time === 0 ? [] : [right(timeOf(workout), columns.time)]),
    ...(columns.load === 0 ? [] : [right(loadOf(workout), columns.load)]),
  ];
  const start = [head, ...cells].join("  ");
  const used = before(columns);
  const [first = "", ...others] = wrap(nameOf(workout), Math.max(1, page.width - used));
  return [
    `${start}  ${page.paint.heading(first)}`,
    ...others.map((line) => `${" ".repeat(used)}${page.paint.heading(line)}`),
  ];
}

/** `Week 2 of 3 before a recovery week: 97 % of your 10 h. Sunday: form -15.` */
function closing(view: PlanView, week: WeekView): string {
  const { weeks } = view;
  const at = weeks.indexOf(week);
  const aim = view.events.find(
    ({ priority, index }) => priority === "A" && week.days.some((day) => day.index === index),
  );
  const form = aim === undefined ? formAfter(view, week.days.at(-1)?.index ?? 0) : view.curve[aim.index]?.form;
  const when = aim === undefined ? "Sunday" : "The morning of your event";
  const sunday = form === undefined ? "" : ` ${when}: form ${signed(form)}.`;
  const recovery = weeks.findIndex((one, i) => i > at && one.isRecovery);
  const first = weeks.findLastIndex((one, i) => i < at && !one.isLoad) + 1;
  if (!week.isLoad || recovery < 0 || weeks.slice(at, recovery).some((one) => !one.isLoad)) return sunday.trim();
  return `Week ${at - first + 1} of ${recovery - first} before a recovery week.${sunday}`;
}

function besideLines(week: WeekView, page: Page): string[] {
  const { sessions, seconds } = strengthOf([week]);
  const sports = (week.week.other_sport ?? []).map((one) => `${shortDay(one.date)} ${otherSportText(one)}`);
  return [
    ...(sessions === 0
      ? []
      : wrap(
          `+ ${counted(sessions, "strength session")}, ${timeWords(seconds / 60)}, beside the hours of riding`,
          page.width,
        )),
    ...(sports.length === 0 ? [] : hanging("Other sport, in form only: ", sports.join("; "), page.width)),
  ];
}

function limitLines({ training_plan: plan }: PlanFile, week: number, page: Page): string[] {
  const limit = limitWords(plan.athlete_profile, week);
  return limit === undefined ? [] : wrap(`Limit: ${limit} this week, and no test.`, page.width).map(page.paint.warn);
}

/** One week on a screen: a line a day on one scale of time and power. Undefined where the plan has no such week. */
export function weekScreen(
  plan: PlanFile,
  number: number,
  { page, today }: { readonly page: Page; readonly today: CalendarDate },
): string[] | undefined {
  const view = planView(plan.training_plan);
  const week = view.weeks.find((one) => one.number === number);
  if (week === undefined) return undefined;
  const { phase, week_type: type, start_date: from } = week.week;
  const kind = type === phase ? phase : `${phase}, ${type}`;
  const total = view.plan.plan_metadata.total_weeks;
  const { lived = [] } = view.plan.plan_metadata;
  const ill = new Set(lived.flatMap(({ date, kind: was }) => (was === "ill" ? [date] : [])));
  const rows = week.days.flatMap((day) => rowsOf(day, today, ill));
  const columns = fitting(rows, page);
  const sums = `${timeWords(week.rideSeconds / 60)}, load ${plainNumber(week.tss, 0)}`;
  const last = closing(view, week);
  return finish(
    [
      ...wrap(`Week ${number} of ${total}, ${kind} · ${span(from, addDays(from, 6))} · ${sums}`, page.width).map(
        page.paint.heading,
      ),
      ...wrap(focusOf(week.week), page.width),
      ...limitLines(plan, number, page),
      "",
      ...rows.flatMap((row) => rowLines(row, columns, page)),
      "",
      ...besideLines(week, page),
      ...wrap(last, page.width),
    ],
    page,
  );
}
