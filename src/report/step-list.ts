import { hanging, left, right } from "./columns.ts";
import { LOW_TOP } from "../load/zones.ts";
import { effortWords, feelShort, heartShort, type Saying } from "../plan/scale.ts";
import type { Step } from "../workout/expand.ts";
import type { Page } from "./page.ts";
import { plainNumber, stepTime } from "./units.ts";

/** Rounds of one segment of a workout: the steps of one round, and how often they come. */
export interface Rounds {
  readonly times: number;
  readonly steps: readonly Step[];
}

const ROLE_WORDS: Readonly<Record<Step["role"], string>> = {
  warmup: "warm up",
  steady: "ride",
  recovery: "easy",
  cooldown: "cool down",
  ramp: "ramp",
  work: "work",
  rest: "rest",
  free: "free",
};

/** The second part of a repeat is no rest where it is ridden above easy power: overs, or a harder finish. */
function roleWord(step: Step): string {
  if (step.effort === "max") return "all out";
  return step.role === "rest" && step.start > LOW_TOP ? "then" : ROLE_WORDS[step.role];
}

/** Columns: time, what it is, percent of FTP, watts, or heart rate and feel; the rest of the line holds cadence and description. */
const TIME = 8;
const ROLE = 9;
const PERCENT = 13;
const WATTS = 14;

/** The segments of a ride in order, repeats folded. */
export function roundsOf(steps: readonly Step[]): Rounds[] {
  const segments = new Map<number, Step[]>();
  for (const step of steps) segments.set(step.segment, [...(segments.get(step.segment) ?? []), step]);
  return Array.from(segments.values(), (all) => {
    const first = all.filter((step) => step.round === 0);
    return { times: all.length / first.length, steps: first };
  });
}

/** `95`, `88-94` or `45 to 75` for a ramp, of anything that power is measured in. */
function powerRange(step: Step, scale: (fraction: number) => string): string {
  if (step.start !== step.end) return `${scale(step.start)} to ${scale(step.end)}`;
  return scale(step.low) === scale(step.high) ? scale(step.low) : `${scale(step.low)}-${scale(step.high)}`;
}

const cadenceOf = ({ cadence }: Step): string => {
  if (cadence === undefined) return "";
  const range = cadence.low === cadence.high ? String(cadence.low) : `${cadence.low}-${cadence.high}`;
  return `${range} rpm`;
};

const wordsOf = (step: Step): string => [cadenceOf(step), step.description].filter((part) => part !== "").join(": ");

interface StepContext {
  readonly saying: Saying;
  readonly isTest: boolean;
  readonly indent: number;
  /** Cadence and words of a repeated segment are about its work: they stand once, beside the first step. */
  readonly says: string;
}

/** The two columns of a step's target: percent of FTP and watts, or heart rate and feel. */
function targets(step: Step, { saying, isTest }: StepContext): readonly [string, string] {
  if (step.role === "free") return ["no target", ""];
  const { ftpWatts, scale } = saying;
  if (ftpWatts === undefined) {
    const feel = feelShort(step, isTest) ?? "";
    return scale.by === "heart_rate" ? [heartShort(step, scale, isTest) ?? "by feel", feel] : [feel, ""];
  }
  const percent = (fraction: number): string => plainNumber(fraction * 100);
  const watts = (fraction: number): string => String(Math.round(fraction * ftpWatts));
  return [`${powerRange(step, percent)} %`, `${powerRange(step, watts)} W`];
}

/** Beside the watts, for a ride without power: how it is ridden there. */
const beside = (step: Step, { saying, isTest }: StepContext): string =>
  saying.beside === undefined || step.role === "free"
    ? ""
    : `${saying.beside === "outdoors" ? "outdoors " : ""}${effortWords(step, saying.scale, isTest)}`;

function stepLines(step: Step, context: StepContext, page: Page): string[] {
  const [first, second] = targets(step, context);
  const columns = [
    right(stepTime(step.seconds), TIME + context.indent),
    left(roleWord(step), ROLE - context.indent),
    left(first, PERCENT),
    left(second, WATTS),
  ].join("  ");
  const says = [beside(step, context), context.says].filter((part) => part !== "").join("; ");
  return says === "" ? [columns] : hanging(`${columns} `, says, page.width);
}

/** What the columns of targets hold. */
function headings({ ftpWatts, scale }: Saying): string {
  if (ftpWatts !== undefined) return `${left("of FTP", PERCENT)}  at ${Math.round(ftpWatts)} W FTP`;
  if (scale.by === "feel") return "feel of 10";
  return `${left(scale.heart === undefined ? "of threshold" : "heart rate", PERCENT)}  feel of 10`;
}

/** How a ride is told, and whether it is a test. */
export interface RideSaying {
  readonly saying: Saying;
  readonly isTest: boolean;
}

/** Every step once, repeats as `3 x`, with percent of FTP and this rider's watts, or with heart rate and feel. */
export function stepList(steps: readonly Step[], told: RideSaying, page: Page): string[] {
  const title = `${right("time", TIME)}  ${left("", ROLE)}  ${headings(told.saying)}`;
  const lines = roundsOf(steps).flatMap(({ times, steps: round }) => {
    const indent = times > 1 ? 2 : 0;
    const head = times > 1 ? [right(`${times} x`, TIME - 2)] : [];
    const body = round.flatMap((step, index) =>
      stepLines(step, { ...told, indent, says: index === 0 ? wordsOf(step) : "" }, page),
    );
    return [...head, ...body];
  });
  return [page.paint.quiet(title), ...lines];
}
