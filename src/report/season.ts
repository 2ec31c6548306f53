import { timeWords } from "../base/time-words.ts";
import { addDays, type CalendarDate } from "../base/calendar.ts";
import { sum } from "../base/numbers.ts";
import type { Phase } from "../plan/schema.ts";
import { familyWords } from "../workout/family-words.ts";
import { formAfter, type PlanView, type RideView, type WeekView } from "../rules/view.ts";
import { bar } from "./bar.ts";
import { left, right, wrap } from "./columns.ts";
import { glyphsOf, type Page } from "./page.ts";
import { dayMonth } from "../base/date-words.ts";
import { strengthOf } from "./sessions.ts";
import { allHours, decimalHours, plainNumber, signed, span } from "./units.ts";

/** Columns: week, Monday, hours with bar, load with bar, long ride, form; what is left names the key sessions. */
const WEEK = 3;
const MONDAY = 6;
const TYPE = 8;
const HOURS = 4;
const LOAD = 4;
const LONG = 6;
const FORM = 4;
const BAR = 7;
const BLANKS = 9;

export interface PhaseSpan {
  readonly phase: Phase;
  readonly weeks: readonly WeekView[];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The phases in order; one that comes back later is a phase of its own. */
export function phaseSpans(weeks: readonly WeekView[]): PhaseSpan[] {
  const spans: PhaseSpan[] = [];
  for (const week of weeks) {
    const last = spans.at(-1);
    const to = addDays(week.week.start_date, 6);
    if (last?.phase === week.week.phase) spans[spans.length - 1] = { ...last, weeks: [...last.weeks, week], to };
    else spans.push({ phase: week.week.phase, weeks: [week], from: week.week.start_date, to });
  }
  return spans;
}

/** `base: weeks 1 to 4, 7 Dec to 3 Jan, 28 h, load 1496` */
export function phaseLine({ phase, weeks, from, to }: PhaseSpan): string {
  const [first, last] = [weeks[0]?.number ?? 0, weeks.at(-1)?.number ?? 0];
  const numbers = first === last ? `week ${first}` : `weeks ${first} to ${last}`;
  const seconds = sum(weeks.map((week) => week.rideSeconds));
  const load = plainNumber(sum(weeks.map((week) => week.tss)), 0);
  const strength = strengthOf(weeks).sessions;
  const beside = strength === 0 ? "" : ` + ${strength} strength`;
  return `${phase}: ${numbers}, ${span(from, to)}, ${allHours(seconds)}, load ${load}${beside}`;
}

/** As short as the column asks: long and short VO2max are one kind of work here, and so are all rides like the race. */
function shortFamily(family: string): string {
  if (family.startsWith("vo2max")) return "VO2max";
  return family.startsWith("race_") ? "race" : familyWords(family);
}

/** What a ride is called among the week's key sessions; undefined where it is none of them. */
function keyWord({ workout, isEvent, isTest, isFixed, isHard }: RideView): string | undefined {
  if (isEvent) return "EVENT";
  if (isTest) return "test";
  if (workout.role === "openers") return "openers";
  if (isFixed) return isHard ? (workout.effort === "race" ? "own race" : "own hard ride") : undefined;
  if (workout.role !== "key") return undefined;
  return shortFamily(workout.family ?? workout.type);
}

/** As many of the words as fit, and how many more there are: `EVENT, tempo, +1`. No word is cut. */
function fitting(words: readonly string[], width: number): string {
  for (let shown = words.length; shown > 0; shown -= 1) {
    const rest = words.length - shown;
    const text = [...words.slice(0, shown), ...(rest === 0 ? [] : [`+${rest}`])].join(", ");
    if (text.length <= width) return text;
  }
  return words.length === 0 ? "" : `+${words.length}`;
}

/** `2x threshold, test` in the order of the week; the event first, for it must not be left out. */
function keySessions(week: WeekView, width: number): string {
  const rides = week.days.flatMap((day) => day.rides);
  const words = [...rides.filter((ride) => ride.isEvent), ...rides.filter((ride) => !ride.isEvent)].map(keyWord);
  const counts = new Map<string, number>();
  for (const word of words) if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  const said = Array.from(counts, ([word, count]) => (count === 1 ? word : `${count}x ${word}`));
  return fitting(said, width);
}

/** Form of Sunday evening; in the week of the event that of its morning, which is what the taper is for. */
function formAt(view: PlanView, week: WeekView): number | undefined {
  const first = week.days[0]?.index ?? 0;
  const aims = view.events.filter(({ priority }) => priority === "A");
  const aim = aims.find(({ index }) => index >= first && index <= first + 6);
  if (aim !== undefined) return view.curve[aim.index]?.form;
  // After that morning the event's own days weigh on it, and nobody plans with them.
  if (aims.some(({ index, lastIndex }) => first > index && (view.events.length === 1 || first <= lastIndex)))
    return undefined;
  return formAfter(view, week.days.at(-1)?.index ?? 0);
}

interface Scale {
  readonly seconds: number;
  readonly load: number;
}

function weekLine(view: PlanView, week: WeekView, { scale, page }: { scale: Scale; page: Page }): string {
  const glyphs = glyphsOf(page);
  const form = formAt(view, week);
  const quiet = week.isLoad ? (text: string) => text : page.paint.quiet;
  const used = WEEK + MONDAY + TYPE + HOURS + LOAD + LONG + FORM + 2 * BAR + BLANKS;
  return [
    right(String(week.number), WEEK),
    right(dayMonth(week.week.start_date), MONDAY),
    left(week.week.week_type, TYPE),
    right(decimalHours(week.rideSeconds), HOURS),
    quiet(bar({ value: week.rideSeconds, most: scale.seconds }, BAR, glyphs)),
    right(plainNumber(week.tss, 0), LOAD),
    quiet(bar({ value: week.tss, most: scale.load }, BAR, glyphs)),
    right(week.longestSeconds === 0 ? "" : timeWords(week.longestSeconds / 60), LONG),
    left(keySessions(week, page.width - used), Math.max(0, page.width - used)),
    right(form === undefined ? "" : signed(form), FORM),
  ].join(" ");
}

function titles(page: Page): string {
  const used = WEEK + MONDAY + TYPE + HOURS + LOAD + LONG + FORM + 2 * BAR + BLANKS;
  return [
    right("wk", WEEK),
    right("from", MONDAY),
    left("type", TYPE),
    left("hours", HOURS + 1 + BAR),
    left("load", LOAD + 1 + BAR),
    right("long", LONG),
    left("key sessions", Math.max(0, page.width - used)),
    right("form", FORM),
  ].join(" ");
}

/** The weeks of a plan, one line each, under a line for each phase. */
export function seasonChart(view: PlanView, page: Page): string[] {
  const scale = {
    seconds: Math.max(...view.weeks.map((week) => week.rideSeconds)),
    load: Math.max(...view.weeks.map((week) => week.tss)),
  };
  const morning = view.eventIndex === undefined ? "" : ", in the event's week of its morning";
  return [
    page.paint.quiet(titles(page)),
    ...phaseSpans(view.weeks).flatMap((phase) => [
      ...wrap(phaseLine(phase), page.width).map(page.paint.heading),
      ...phase.weeks.map((week) => weekLine(view, week, { scale, page })),
    ]),
    ...wrap(`Form is that of Sunday evening${morning}.`, page.width).map(page.paint.quiet),
  ];
}
