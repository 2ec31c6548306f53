import { timeWords } from "../base/time-words.ts";
import { cleanLine } from "../base/text.ts";
import { roundTo } from "../base/numbers.ts";
import { LOW_TOP } from "../load/zones.ts";
import { effortWords, feelShort, heartShort } from "../plan/scale.ts";
import type { Step, StepRole } from "../workout/expand.ts";
import { percentOf, type Cadence } from "../workout/segment.ts";
import { bandText, effortOf, heartBandOf } from "../plan/effort-bands.ts";
import { isHeld } from "./rounds.ts";
import type { Season, Session } from "./session.ts";

const LABELS: Readonly<Record<StepRole, string>> = {
  warmup: "Warm up",
  steady: "Ride",
  recovery: "Easy",
  cooldown: "Cool down",
  ramp: "Ramp",
  work: "Work",
  rest: "Easy",
  free: "Free ride",
};

/** True for the second part of a repeat that is ridden above easy power, as the under of over-unders is: it is work. */
export const isWorkingRest = ({ role, start }: Step): boolean => role === "rest" && start > LOW_TOP;

/** What a step is, in a word or two. */
export function labelOf(step: Step): string {
  if (step.effort === "max") return "All out";
  return isWorkingRest(step) ? "Then" : LABELS[step.role];
}

/** Ends of a step's power on any scale: `88-92`, `45 to 75` for a ramp, `82` where both are alike. */
export function powerText(step: Step, scale: (fraction: number) => number): string {
  const isOne = isHeld(step) || step.effort === "max";
  const [first, last] = isOne ? [step.low, step.high] : [step.start, step.end];
  const [from, to] = [String(scale(first)), String(scale(last))];
  if (from === to) return from;
  return isOne ? `${from}-${to}` : `${from} to ${to}`;
}

/** `88-92 %`, or `45 to 75 %` for a ramp. */
export const percentText = (step: Step): string => `${powerText(step, percentOf)} %`;

/** Whole watts at the FTP of the export. */
export function wattsOf(fraction: number, { ftpWatts }: Pick<Season, "ftpWatts">): number {
  if (ftpWatts === undefined) throw new RangeError("a plan without power has no watts");
  return Math.round(roundTo(fraction * ftpWatts, 6));
}

/** `233-244 W`, at the FTP of the export. */
const wattsText = (step: Step, season: Season): string =>
  `${powerText(step, (fraction) => wattsOf(fraction, season))} W`;

/** `about 105 %, 278 W`: what an all-out step will probably come to. */
const aboutText = (step: Step, season: Season): string => `about ${percentText(step)}, ${wattsText(step, season)}`;

/** How hard a step is, in the words of its ride: `88-92 %, 233-244 W`, or heart rate and feel; of an outdoor ride without power, both. */
export function targetText(step: Step, { saying, isTest }: Session, season: Season): string {
  if (step.role === "free") return "no target";
  const effort = effortWords(step, saying.scale, isTest);
  if (saying.ftpWatts === undefined) return effort;
  if (step.effort === "max") return `as hard as you can, ${aboutText(step, season)}`;
  const power = `${percentText(step)}, ${wattsText(step, season)}`;
  if (saying.beside === undefined) return power;
  return saying.beside === "outdoors" ? `${power}, or outdoors ${effort}` : `${effort}, about ${power}`;
}

/** The same in a few characters, where a whole ride stands on one line. */
export function shortTarget(step: Step, { saying, isTest }: Session): string {
  if (step.role === "free") return "";
  if (saying.ftpWatts !== undefined) return `${step.effort === "max" ? "about " : ""}${percentText(step)}`;
  const heart = saying.scale.by === "heart_rate" ? heartShort(step, saying.scale, isTest) : undefined;
  return heart === undefined ? `feel ${feelShort(step, isTest) ?? ""}` : `heart rate ${heart}`;
}

/** Cadence and words of a repeated segment are about its work: its second part has neither. */
export const cadenceOf = (step: Step): Cadence | undefined => (step.role === "rest" ? undefined : step.cadence);
const ownWords = (step: Step): string => (step.role === "rest" ? "" : cleanLine(step.description, 2000));

/** `RPE 3-4, HR 141-158, 85-95 rpm`: what of it the step has. */
export function feelText(step: Step, session: Session, season: Season): string {
  // Where the target is heart rate and feel, they are not said twice.
  const isSaid = session.saying.ftpWatts === undefined || session.saying.beside !== undefined;
  const effort = isSaid ? undefined : effortOf(step, session.isTest);
  const heart = isSaid ? undefined : heartBandOf(step, season.heart);
  const cadence = cadenceOf(step);
  return [
    ...(effort === undefined ? [] : [`RPE ${bandText(effort)}`]),
    ...(heart === undefined ? [] : [`HR ${bandText(heart)}`]),
    ...(cadence === undefined ? [] : [`${bandText(cadence)} rpm`]),
  ].join(", ");
}

/** What the rider is told of a step: its words, and how it should feel. */
export interface Cue {
  readonly words: string;
  readonly feel: string;
  /** Of an all-out step, which no format gives a target: what it will probably come to. */
  readonly target?: string;
}

/** Steps belong to one season, so each has one cue, whatever the format. */
const cues = new WeakMap<Step, Cue>();

/** The words of a step, or its label where it has none, and its feel. */
export function cueOf(step: Step, session: Session, season: Season): Cue {
  const known = cues.get(step);
  if (known !== undefined) return known;
  const hasTarget = step.effort === "max" && session.saying.ftpWatts !== undefined;
  const cue: Cue = {
    words: ownWords(step) || labelOf(step),
    feel: feelText(step, session, season),
    ...(hasTarget ? { target: aboutText(step, season) } : {}),
  };
  cues.set(step, cue);
  return cue;
}

/** What is told beside the words: the target of an all-out step, and the feel. */
export const besideWords = ({ feel, target }: Cue): string =>
  [...(target === undefined ? [] : [`A${target.slice(1)}`]), ...(feel === "" ? [] : [feel])].join(", ");

/** `Hold it even. RPE 3-4, HR 141-158, 85-95 rpm` */
export function cueText(cue: Cue): string {
  const { words } = cue;
  const beside = besideWords(cue);
  return beside === "" ? words : `${words}${/[.!?:;,…]$/.test(words) ? "" : "."} ${beside}`;
}

/** `1:15 h` or `40 s`, as a person says a length. */
export function lengthText(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (seconds < 3600) return seconds % 60 === 0 ? `${minutes} min` : clock([minutes, seconds % 60]);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return seconds % 60 === 0 ? timeWords(minutes) : clock([hours, rest, seconds % 60]);
}

const clock = ([first = 0, ...others]: readonly number[]): string =>
  [String(first), ...others.map((part) => String(part).padStart(2, "0"))].join(":");

/** A long line in pieces of at most `most` characters, cut at blanks where there are any. */
export function piecesOf(line: string, most: number): string[] {
  // Fewer code units than the limit are fewer characters, too.
  if (line.length <= most && line !== "") return [line];
  const pieces: string[] = [];
  let current = "";
  for (const word of line.split(" ").flatMap((one) => cutWord(one, most))) {
    if (current !== "" && Array.from(current).length + 1 + Array.from(word).length > most) {
      pieces.push(current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return current === "" ? pieces : [...pieces, current];
}

/** A word without blanks that is longer than a piece. */
function cutWord(word: string, most: number): string[] {
  const characters = Array.from(word);
  if (characters.length <= most) return [word];
  const count = Math.ceil(characters.length / most);
  return Array.from({ length: count }, (_, i) => characters.slice(i * most, (i + 1) * most).join(""));
}
