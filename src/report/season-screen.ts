import { clamp } from "../base/numbers.ts";
import type { CalendarDate } from "../base/calendar.ts";
import { dayMonth } from "../base/date-words.ts";
import { formAfter, type PlanView, type WeekView } from "../rules/view.ts";
import { left, right, widthOf, wrap } from "./columns.ts";
import { finish, glyphsOf, type Page } from "./page.ts";
import { phaseSpans } from "./season.ts";
import { decimalHours, signed } from "./units.ts";

/** Columns of the words and the scale on the left. */
const LABEL = 9;
const LOAD_ROWS = 4;
const FITNESS_ROWS = 3;
/** Rows above and below the line of a form of 0. */
const FORM_ROWS = 2;
/** Bars are at most so wide: with a blank behind it a week of a short plan takes as much room as its figures. */
const WIDEST = 5;

/** The season as its chart needs it. */
export interface SeasonScreen {
  /** `century · Sun 28 Feb 2027, in 47 days · week 6 of 12 · on track` */
  readonly head: string;
  readonly view: PlanView;
  readonly today: CalendarDate;
  /** A command, as it stands behind the last line. */
  readonly more: string;
}

/** One week on the chart. */
interface Column {
  readonly week: WeekView;
  readonly fitness: number | undefined;
  readonly form: number | undefined;
  readonly isPast: boolean;
  readonly isNow: boolean;
}

/** The day whose evening, or in the week of an A event whose morning, stands for the week. */
function dayOf(view: PlanView, week: WeekView): { readonly index: number; readonly isMorning: boolean } | undefined {
  const first = week.days[0]?.index ?? 0;
  const aims = view.events.filter(({ priority }) => priority === "A");
  const aim = aims.find(({ index }) => index >= first && index <= first + 6);
  if (aim !== undefined) return { index: aim.index, isMorning: true };
  const isBehind = aims.some(
    ({ index, lastIndex }) => first > index && (view.events.length === 1 || first <= lastIndex),
  );
  return isBehind ? undefined : { index: week.days.at(-1)?.index ?? 0, isMorning: false };
}

function columnOf(view: PlanView, week: WeekView, today: CalendarDate): Column {
  const day = dayOf(view, week);
  const days = view.curve[day?.index ?? -1];
  // A day of the curve holds the fitness of its evening; the event's own load is no fitness to start it with.
  const fitness =
    day?.isMorning === true ? (view.curve[day.index - 1]?.ctl ?? view.plan.plan_metadata.starting_ctl) : days?.ctl;
  const last = week.days.at(-1)?.date;
  const isPast = last !== undefined && last < today;
  return {
    week,
    fitness,
    form: day === undefined ? undefined : day.isMorning ? days?.form : formAfter(view, day.index),
    isPast,
    isNow: !isPast && week.week.start_date <= today,
  };
}

/** Figures below a chart: every one where there is room, else every second or third. */
function figures(texts: readonly string[], step: number): string {
  const widest = Math.max(1, ...texts.map(widthOf));
  const every = Math.max(1, Math.ceil((widest + 1) / step));
  let line = "";
  texts.forEach((text, i) => {
    if (i % every !== 0) return;
    // Right under the bar where it is narrower, else from its left edge on.
    const at = i * step + Math.max(0, Math.min(step - 1, WIDEST) - widthOf(text));
    line = `${line.padEnd(Math.max(at, line === "" ? 0 : line.length + 1))}${text}`;
  });
  return line;
}

/** The words above the chart: a phase by its name, or its first letter where it is too short. */
function phaseLine(view: PlanView, step: number): string {
  let line = "";
  for (const { phase, weeks } of phaseSpans(view.weeks)) {
    const at = view.weeks.findIndex(({ number }) => number === weeks[0]?.number);
    const isLast = weeks.at(-1) === view.weeks.at(-1);
    const room = weeks.length * step - (step > 1 && !isLast ? 1 : 0);
    line = `${line.padEnd(at * step)}${widthOf(phase) <= room ? phase : phase.charAt(0).toUpperCase()}`;
  }
  return line;
}

/** A round number at or above a load: the top of the scale. */
function roundTop(most: number): number {
  const unit = most > 1000 ? 100 : most > 100 ? 50 : 20;
  return Math.max(unit, Math.ceil(most / unit) * unit);
}

const labelOf = (word: string, value: string): string =>
  `${left(word, LABEL - 1 - Math.max(3, widthOf(value)))}${right(value, Math.max(3, widthOf(value)))} `;

/** Where the bars stand: columns of a bar, and from one bar to the next. */
interface Grid {
  readonly bar: number;
  readonly step: number;
}

/** A row of cells, each as wide as a bar. */
const rowOf = (cells: readonly string[], { bar, step }: Grid): string =>
  cells.map((cell) => (cell === "" ? " " : cell).repeat(bar) + " ".repeat(step - bar)).join("");

function loadRows(columns: readonly Column[], grid: Grid, page: Page): string[] {
  const { full, columns: parts, between } = glyphsOf(page);
  const top = roundTop(Math.max(1, ...columns.map(({ week }) => week.tss)));
  const ahead = page.unicode ? between : ".";
  return Array.from({ length: LOAD_ROWS }, (_, row) => {
    const floor = ((LOAD_ROWS - row - 1) * top) / LOAD_ROWS;
    const cells = columns.map(({ week, isPast }) => {
      const filled = clamp(((week.tss - floor) * LOAD_ROWS) / top, 0, 1);
      if (!isPast) return filled >= 0.5 ? ahead : "";
      const part = Math.round(filled * (parts.length + 1));
      return part <= 0 ? "" : (parts[part - 1] ?? full);
    });
    const label =
      row === 0
        ? labelOf("load", String(top))
        : row === LOAD_ROWS / 2
          ? labelOf("", String(top / 2))
          : " ".repeat(LABEL);
    return page.paint.quiet(label) + rowOf(cells, grid);
  });
}

function fitnessRows(columns: readonly Column[], { step, bar }: Grid, page: Page): string[] {
  const values = columns.flatMap(({ fitness }) => fitness ?? []);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const marks = page.unicode ? { past: "●", ahead: "○" } : { past: "o", ahead: "." };
  const rowAt = (fitness: number): number =>
    high - low < 1 ? 1 : Math.round(((high - fitness) / (high - low)) * (FITNESS_ROWS - 1));
  return Array.from({ length: FITNESS_ROWS }, (_, row) => {
    const cells = columns.map(({ fitness, isPast }) => {
      const mark = fitness === undefined || rowAt(fitness) !== row ? " " : isPast ? marks.past : marks.ahead;
      const at = Math.floor((bar - 1) / 2);
      return `${" ".repeat(at)}${mark}`.padEnd(step);
    });
    return page.paint.quiet(left(row === 0 ? "fitness" : "", LABEL)) + cells.join("");
  });
}

/** Bars up from the line of 0 and down from it, in halves of a cell. */
function formRows(columns: readonly Column[], grid: Grid, page: Page): string[] {
  if (!page.unicode) return [];
  const most = Math.max(1, ...columns.map(({ form }) => Math.abs(form ?? 0)));
  const top = Math.ceil(most / 10) * 10;
  const halves = columns.map(({ form }) => Math.round(((form ?? 0) / top) * FORM_ROWS * 2));
  const up = (row: number): string[] => halves.map((half) => (half >= row * 2 ? "█" : half === row * 2 - 1 ? "▄" : ""));
  const down = (row: number): string[] =>
    halves.map((half) => (-half >= row * 2 ? "█" : -half === row * 2 - 1 ? "▀" : ""));
  const line = (label: string, cells: readonly string[], paint: (text: string) => string): string =>
    page.paint.quiet(label) + paint(rowOf(cells, grid));
  const empty = " ".repeat(LABEL);
  return [
    line(labelOf("form", `+${top}`), up(2), page.paint.good),
    line(empty, up(1), page.paint.good),
    page.paint.quiet(labelOf("", "0") + glyphsOf(page).axis.line.repeat((columns.length - 1) * grid.step + grid.bar)),
    line(empty, down(1), page.paint.warn),
    line(labelOf("", `-${top}`), down(2), page.paint.warn),
  ];
}

/** `7Dec 14 21 28 4Jan`: the month where it changes. */
function mondays(columns: readonly Column[]): string[] {
  let month = "";
  return columns.map(({ week: { week } }) => {
    const [day = "", name = ""] = dayMonth(week.start_date).split(" ");
    const isNew = name !== month;
    month = name;
    return isNew ? `${day}${name}` : day;
  });
}

function weekNames(columns: readonly Column[]): string[] {
  return columns.map(({ week, isNow }) => `${isNow ? ">" : ""}${week.number}${week.isRecovery ? "r" : ""}`);
}

function noteText({ view }: SeasonScreen, columns: readonly Column[]): string {
  const recovery = columns.some(({ week }) => week.isRecovery) ? "r recovery week · " : "";
  const mornings = columns.filter(({ week }) => dayOf(view, week)?.isMorning === true).map(({ week }) => week.number);
  const [first, ...others] = mornings;
  const morning =
    first === undefined
      ? ""
      : others.length === 0
        ? `, in week ${first} the morning of the event`
        : ", in weeks of an event its morning";
  return `${recovery}Sunday evenings${morning}`;
}

/** Where no chart has room a week is a line of its figures. */
const listed = (columns: readonly Column[], page: Page): string[] =>
  columns.flatMap(({ week, fitness, form, isNow }) => {
    const state = [
      ...(fitness === undefined ? [] : [`fitness ${Math.round(fitness)}`]),
      ...(form === undefined ? [] : [`form ${signed(form)}`]),
    ];
    const text = [`${isNow ? "> " : ""}week ${week.number}`, `load ${Math.round(week.tss)}`, ...state].join(", ");
    return wrap(text, page.width);
  });

/** Commands side by side as far as they fit: none is broken over two lines. */
function commandLines(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const part of text.split(" · ")) {
    const last = lines.at(-1);
    const both = last === undefined ? part : `${last} · ${part}`;
    if (last === undefined || widthOf(both) > width) lines.push(last === undefined ? part : `  ${part}`);
    else lines[lines.length - 1] = both;
  }
  return lines.flatMap((line) => (widthOf(line) > width ? wrap(line, width) : [line]));
}

/** A season on one screen: work, what it builds, and how fresh it leaves its rider; every picture has its figures below. */
export function seasonScreen(season: SeasonScreen, page: Page): string[] {
  const { view, today, head, more } = season;
  const columns = view.weeks.map((week) => columnOf(view, week, today));
  const room = page.width - LABEL + 1;
  const title = wrap(head, page.width).map(page.paint.heading);
  if (room <= columns.length)
    return finish([...title, ...listed(columns, page), ...commandLines(more, page.width)], page);
  const step = clamp(Math.floor(room / Math.max(1, columns.length)), 1, WIDEST);
  const grid = { step, bar: Math.max(1, step - 1) };
  const quiet = page.paint.quiet;
  const row = (label: string, texts: readonly string[]): string => quiet(left(label, LABEL)) + figures(texts, step);
  const hours = columns.map(({ week }) =>
    step >= 5 ? decimalHours(week.rideSeconds) : String(Math.round(week.rideSeconds / 3600)),
  );
  const whole = (value: number | undefined): string => (value === undefined ? "" : String(Math.round(value)));
  return finish(
    [
      ...title,
      " ".repeat(LABEL) + quiet(phaseLine(view, step)),
      ...loadRows(columns, grid, page),
      row("hours", hours),
      ...fitnessRows(columns, grid, page),
      row(
        "",
        columns.map(({ fitness }) => whole(fitness)),
      ),
      ...formRows(columns, grid, page),
      row(
        page.unicode ? "" : "form",
        columns.map(({ form }) => (form === undefined ? "" : signed(form))),
      ),
      row("week", weekNames(columns)),
      row("from", mondays(columns)),
      ...wrap(noteText(season, columns), page.width).map(quiet),
      ...commandLines(more, page.width).map(quiet),
    ],
    page,
  );
}
