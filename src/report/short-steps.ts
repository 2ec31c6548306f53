import { withoutTail } from "../base/text.ts";
import { LOW_TOP } from "../load/zones.ts";
import { bandText, effortOf } from "../plan/effort-bands.ts";
import { heartShort, type Saying } from "../plan/scale.ts";
import type { Step } from "../workout/expand.ts";
import { hanging, left, right, widthOf, wrap } from "./columns.ts";
import type { Page } from "./page.ts";
import { roundsOf, type RideSaying, type Rounds } from "./step-list.ts";
import { timeWords } from "../base/time-words.ts";

/** One line of the short list: how long, how hard, and how. */
interface StepRow {
  readonly time: string;
  readonly target: string;
  readonly words: string;
  /** The same as half a sentence, for a short rest that may stand beside what it follows. */
  readonly rest?: string;
}

/** `40 s`, `4 min`, `1 min 30`, `1 h 15`. */
export function stepWords(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds >= 3600 || seconds % 60 === 0) return timeWords(seconds / 60);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")}`;
}

const range = (low: number, high: number): string => (low === high ? String(low) : `${low} to ${high}`);

/** `119 to 199 W` as it is ridden: a ramp from its beginning to its end, a range from below. */
function wattsText({ start, end, low, high }: Step, ftpWatts: number): string {
  const [from, to] = start === end ? [low, high] : [start, end];
  return `${range(Math.round(from * ftpWatts), Math.round(to * ftpWatts))} W`;
}

const dashes = (text: string): string => text.replace("-", " to ");

/** A ride as it is told, and how long its all-out part is; undefined where it has none. Seconds. */
interface Told {
  readonly saying: Saying;
  readonly isTest: boolean;
  readonly allOut: number | undefined;
}

/** Shorter parts of a test are steps of a ramp, which each have their watts. Seconds. */
const ALL_OUT_FROM = 3 * 60;

/** The longest of the parts of a test that its rider cannot hold longer; what is as hard and shorter only leads to it. */
function allOutOf(steps: readonly Step[], isTest: boolean): number | undefined {
  const hard = steps.filter((step) => step.role !== "free" && effortOf(step, isTest) === undefined);
  const longest = Math.max(0, ...hard.map(({ seconds }) => seconds));
  return longest < ALL_OUT_FROM ? undefined : longest;
}

/** How hard a step is, in the one measure that its rider goes by. */
function targetOf(step: Step, { saying, isTest, allOut }: Told): string {
  if (step.role === "free") return "as you like";
  if (effortOf(step, isTest) === undefined && step.seconds === allOut) return "all out";
  const effort = effortOf(step, false) ?? { high: 10 };
  const { ftpWatts, scale, beside } = saying;
  if (ftpWatts !== undefined && beside === undefined) return wattsText(step, ftpWatts);
  const heart = scale.by === "heart_rate" ? heartShort(step, scale, isTest) : undefined;
  if (heart === undefined) return `${dashes(bandText(effort))} of 10`;
  return scale.heart === undefined ? `${dashes(heart)} of threshold` : `${dashes(heart)} beats`;
}

const PERCENT = /,?\s{0,2}(?:at |around |about )?\d{1,5}(?:[-.]\d{1,5})?(?: to \d{1,5})? %(?: of FTP)?/g;

/** A note on a step without what the target says already. */
const noteOf = ({ description }: Step): string => {
  const [first = ""] = description.split(/(?<=[.!?])\s/);
  const plain = withoutTail(first.replace(PERCENT, ""), ". \n");
  return /^[A-Z][a-z]/.test(plain) ? plain.charAt(0).toLowerCase() + plain.slice(1) : plain;
};

/** What follows each round: `4 min at 146 W after each`, or a second part that is no rest. */
function afterText(rounds: Rounds, rest: Step | undefined, told: Told): string {
  if (rest === undefined) return "";
  const text = `${stepWords(rest.seconds)} at ${targetOf(rest, told)}`;
  if (rest.start > LOW_TOP) return `then ${text}${rounds.times > 1 ? " each time" : ""}`;
  return rounds.times > 1 ? `${text} after each` : `then ${text}`;
}

function rowOf(rounds: Rounds, told: Told): StepRow {
  const [first, second] = rounds.steps;
  if (first === undefined) return { time: "", target: "", words: "" };
  const cadence = first.cadence === undefined ? "" : `${range(first.cadence.low, first.cadence.high)} rpm`;
  const words = [noteOf(first), cadence, afterText(rounds, second, told)].filter((text) => text !== "");
  const times = rounds.times > 1 ? `${rounds.times} x ` : "";
  const row = { time: `${times}${stepWords(first.seconds)}`, target: targetOf(first, told), words: words.join("; ") };
  const isRest = rounds.times === 1 && second === undefined && first.start === first.end;
  if (!isRest || first.seconds > SHORT_REST || first.start > LOW_TOP) return row;
  return { ...row, rest: `then ${row.time} at ${row.target}` };
}

/** A longer easy part is riding, not rest. Seconds. */
const SHORT_REST = 600;

/** Each short rest in the line of the work before it. */
function withRests(rows: readonly StepRow[]): StepRow[] {
  const kept: StepRow[] = [];
  for (const row of rows) {
    const before = kept.at(-1);
    if (row.rest === undefined || before === undefined || before.rest !== undefined) kept.push(row);
    else
      kept[kept.length - 1] = { ...before, words: [before.words, row.rest].filter((text) => text !== "").join("; ") };
  }
  return kept;
}

const same = (a: StepRow | undefined, b: StepRow | undefined): boolean =>
  a !== undefined && a.time === b?.time && a.target === b.target;

const isOne = (values: readonly string[]): boolean => new Set(values).size === 1;

/** `3 x 18 min`, `17, 14, 11 min`, `460, 471 W`: several values of one unit name it once. */
function together(values: readonly string[]): string {
  const parts = values.map((value) => /^(\d+) (\S+)$/.exec(value));
  const units = parts.map((part) => part?.[2] ?? "");
  const hasUnit = isOne(units) && units[0] !== "";
  return hasUnit ? `${parts.map((part) => part?.[1] ?? "").join(", ")} ${units[0]}` : values.join(", ");
}

/** Work that comes again with the same rest between, alike or a little different each time, is one line. */
function withVaried(rows: readonly StepRow[]): StepRow[] {
  const kept: StepRow[] = [];
  for (let at = 0; at < rows.length;) {
    const [first, rest] = [rows[at], rows[at + 1]];
    if (first === undefined) break;
    let end = at + 2;
    while (rest !== undefined && rows[end]?.words === first.words && same(rest, rows[end - 1])) end += 2;
    const works = rows.slice(at, end).filter((_, i) => i % 2 === 0);
    if (rest === undefined || works.length < 2 || same(first, rest)) {
      kept.push(first);
      at += 1;
      continue;
    }
    const isClosed = same(rest, rows[end - 1]);
    const [times, targets] = [works.map(({ time }) => time), works.map(({ target }) => target)];
    const between = `${rest.time} at ${rest.target} ${isClosed ? "after each" : "between"}`;
    kept.push({
      time: isOne(times) ? `${works.length} x ${first.time}` : together(times),
      target: isOne(targets) ? first.target : together(targets),
      words: [first.words, between].filter((text) => text !== "").join("; "),
    });
    at = isClosed ? end : end - 1;
  }
  return kept;
}

/** Rows that come again are one, with how often they come. */
function folded(rows: readonly StepRow[]): StepRow[] {
  const kept: StepRow[] = [];
  for (let at = 0; at < rows.length;) {
    const length = [1, 2, 3].find((size) =>
      rows.slice(at, at + size).every((row, i) => same(row, rows[at + size + i])),
    );
    if (length === undefined) {
      const row = rows[at];
      if (row !== undefined) kept.push(row);
      at += 1;
      continue;
    }
    let times = 1;
    while (rows.slice(at, at + length).every((row, i) => same(row, rows[at + times * length + i]))) times += 1;
    rows.slice(at, at + length).forEach((row, i) => {
      const often = `${length === 1 ? "" : "in turn, "}${times} times`;
      kept.push({ ...row, words: [row.words, i === 0 ? often : ""].filter((text) => text !== "").join("; ") });
    });
    at += times * length;
  }
  return kept;
}

/** From so many steps on a staircase is one line. */
const STAIRS_FROM = 4;

/** Steps that say themselves how each feels end as their last one says; bare ones end where the power does. */
const stairWords = (first: string, last: string): string =>
  first === "" || last === "" || first === last
    ? "each a step up; go on until you cannot hold it"
    : `each a step up. First: ${first}. Last: ${last}`;

/** Steps of one length that each go higher are one line. */
function withStairs(rounds: readonly Rounds[], told: Told): StepRow[] {
  const rows: StepRow[] = [];
  for (let at = 0; at < rounds.length;) {
    let end = at + 1;
    for (; end < rounds.length; end++) {
      const [before, step] = [rounds[end - 1]?.steps[0], rounds[end]?.steps[0]];
      const isSingle = rounds[end - 1]?.steps.length === 1 && rounds[end]?.steps.length === 1;
      if (!isSingle || before === undefined || step === undefined) break;
      if (step.seconds !== before.seconds || step.start <= before.end || before.start !== before.end) break;
    }
    const [first, last] = [rounds[at]?.steps[0], rounds[end - 1]?.steps[0]];
    if (end - at >= STAIRS_FROM && first !== undefined && last !== undefined) {
      const target = targetOf({ ...last, start: first.start, low: first.low }, told);
      rows.push({
        time: `${end - at} x ${stepWords(first.seconds)}`,
        target,
        words: stairWords(noteOf(first), noteOf(last)),
      });
      at = end;
      continue;
    }
    const one = rounds[at];
    if (one !== undefined) rows.push(rowOf(one, told));
    at += 1;
  }
  return rows;
}

/** The parts of a ride a line each: how long, how hard in the measure that its rider goes by, and how. At most so many lines. */
export function shortSteps(
  steps: readonly Step[],
  { told, most }: { readonly told: RideSaying; readonly most: number },
  page: Page,
): string[] {
  const allOut = allOutOf(steps, told.isTest);
  const rows = withRests(folded(withVaried(withStairs(roundsOf(steps), { ...told, allOut }))));
  const blocks = blocksOf(rows, page);
  if (blocks.flat().length <= most) return blocks.flat();
  const shown: string[][] = [];
  for (const block of blocks) {
    if ([...shown, block].flat().length > most - 1) break;
    shown.push(block);
  }
  const rest = blocks.length - shown.length;
  return [...shown.flat(), left(`and ${rest} more: --full`, page.width).trimEnd()];
}

/** Rows as lines, those of each together. */
function blocksOf(rows: readonly StepRow[], page: Page): string[][] {
  const time = Math.max(0, ...rows.map((row) => widthOf(row.time)));
  const target = Math.max(0, ...rows.map((row) => widthOf(row.target)));
  const isNarrow = time + target + 8 > page.width / 2;
  return rows.map((row) =>
    isNarrow
      ? wrap([`${row.time}, ${row.target}`, row.words].filter((text) => text !== "").join(": "), page.width)
      : row.words === ""
        ? [`${right(row.time, time)}   ${right(row.target, target)}`]
        : hanging(`${right(row.time, time)}   ${right(row.target, target)}   `, row.words, page.width),
  );
}
