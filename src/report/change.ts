import type { CalendarDate } from "../base/calendar.ts";
import { dayMonth, shortDay } from "../base/date-words.ts";
import { hanging, left, right, widthOf, wrap } from "./columns.ts";
import type { Page } from "./page.ts";
import { counted, span } from "./units.ts";

/** New, gone, changed, the same. */
export type ChangeMark = "+" | "-" | "~" | "=";

/** One day of a change: what it holds then, and what it held. */
export interface ChangeRow {
  readonly mark: ChangeMark;
  readonly date: CalendarDate;
  readonly text: string;
  /** What stood there, where that is another thing. */
  readonly was?: string | undefined;
}

export interface ChangeWeek {
  readonly number: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly rows: readonly ChangeRow[];
}

/** A figure now and then, as text. */
export interface ChangeFigure {
  readonly label: string;
  readonly now: string;
  readonly then: string;
}

/** A change as a rider sees it before it is made. */
export interface ChangeSight {
  readonly planId: string;
  /** What was understood. */
  readonly read: string;
  /** What it costs, in a sentence. */
  readonly costs: string;
  readonly weeks: readonly ChangeWeek[];
  /** Changed days beyond the weeks shown. */
  readonly further: number;
  readonly figures: readonly ChangeFigure[];
  /** Rides behind the last day that changes; undefined where there is none. */
  readonly unchanged?: { readonly from: CalendarDate; readonly rides: number } | undefined;
  /** The limit of the rider's body that the plan then comes nearest to. */
  readonly limit?: string | undefined;
  readonly why: readonly { readonly date: CalendarDate; readonly text: string }[];
  readonly others: readonly string[];
}

const DAY = 8;

function rowLines(row: ChangeRow, page: Page): string[] {
  const day = `${shortDay(row.date).slice(0, 3)} ${Number(row.date.slice(8))}`;
  const mark = `${row.mark} ${left(day, DAY)}`;
  const was = row.was === undefined ? "" : `was ${row.was}`;
  const indent = " ".repeat(widthOf(mark));
  const oneLine = `${mark}${row.text}${was === "" ? "" : `   ${was}`}`;
  const paint = row.mark === "=" ? page.paint.quiet : (text: string): string => text;
  if (widthOf(oneLine) <= page.width) return [paint(oneLine)];
  return [
    ...hanging(mark, row.text, page.width).map(paint),
    ...(was === "" ? [] : hanging(indent, was, page.width).map(paint)),
  ];
}

function weekLines(week: ChangeWeek, page: Page): string[] {
  return [
    "",
    ...wrap(`Week ${week.number}, ${span(week.from, week.to)}`, page.width).map(page.paint.heading),
    ...week.rows.flatMap((row) => rowLines(row, page)),
  ];
}

/** Two weeks that follow each other stand under one heading, without what the line below them says. */
function weeksLines({ weeks, further, unchanged }: ChangeSight, page: Page): string[] {
  const [first, second, ...others] = weeks;
  if (first === undefined || second?.number !== first.number + 1 || others.length > 0)
    return weeks.flatMap((week) => weekLines(week, page));
  const isToldBelow = ({ mark, date }: ChangeRow): boolean =>
    further === 0 && mark === "=" && unchanged !== undefined && date >= unchanged.from;
  return [
    "",
    ...wrap(`Weeks ${first.number} and ${second.number}, ${span(first.from, second.to)}`, page.width).map(
      page.paint.heading,
    ),
    ...[...first.rows, ...second.rows].filter((row) => !isToldBelow(row)).flatMap((row) => rowLines(row, page)),
  ];
}

/** What a change of several weeks leaves as it is, or shows only when asked. */
function restLines({ further, weeks, unchanged }: ChangeSight, page: Page): string[] {
  if (further > 0)
    return hanging(
      "  ",
      `and ${further} more ${further === 1 ? "day that changes" : "days that change"}: d shows them`,
      page.width,
    ).map(page.paint.quiet);
  if (weeks.length < 2 || unchanged === undefined) return [];
  const { from, rides } = unchanged;
  return hanging("= ", `from ${shortDay(from)} all ${counted(rides, "ride")} as planned`, page.width).map(
    page.paint.quiet,
  );
}

function figureLines(figures: readonly ChangeFigure[], { width }: Page): string[] {
  if (figures.length === 0) return [];
  const label = Math.max(...figures.map((figure) => widthOf(figure.label)));
  const column = (side: "now" | "then"): number =>
    Math.max(side.length, ...figures.map((figure) => widthOf(figure[side]))) + 2;
  const line = (one: ChangeFigure): string =>
    `${left(one.label, label)}${right(one.now, column("now"))}${right(one.then, column("then"))}`;
  if (label + column("now") + column("then") > width)
    return figures.flatMap((one) => [
      ...wrap(one.label, width),
      ...hanging("  ", `${one.now} now, ${one.then} then`, width),
    ]);
  return [line({ label: "", now: "now", then: "then" }), ...figures.map(line)];
}

/** A change before it is made: the cost, the week by day, the totals, the reasons. */
export function changeLines(sight: ChangeSight, page: Page): string[] {
  const { limit } = sight;
  return [
    ...wrap(`${sight.planId} · ${sight.read}`, page.width),
    "",
    ...wrap(sight.costs, page.width),
    ...weeksLines(sight, page),
    ...restLines(sight, page),
    ...(sight.figures.length > 0 && sight.weeks.length < 2 ? [""] : []),
    ...figureLines(sight.figures, page),
    ...(limit === undefined ? [] : hanging("Closest limit: ", limit, page.width)),
    ...sight.why.flatMap(({ date, text }) => hanging(`Why ${dayMonth(date)}: `, text, page.width)),
  ];
}

/** The keys of the question below a change. */
export function changeKeys({ others, further }: ChangeSight): string {
  const other = others[0] === undefined ? "" : ` · o other way: ${others[0]}`;
  return `y do it · n leave it${further > 0 ? " · d every day" : ""}${other}`;
}
