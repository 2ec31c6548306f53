import { LOW_TOP } from "../load/zones.ts";
import type { Step } from "../workout/expand.ts";
import { stepLength } from "./length.ts";

/** Everything up to here is easy, up to there firm, above it hard; fractions of FTP. */
export const FIRM_TOP = 0.95;
export const EASY_TOP = LOW_TOP;
/** The height of every profile, in percent of FTP: what lies above is cut, so that hours of riding keep their height. */
export const TALLEST = 115;
/** Seconds of one unit of width. */
export const WIDTH_UNIT = 10;
/** Shorter efforts are drawn as thin ticks. Seconds. */
const TICK = 60;

type Tone = "easy" | "firm" | "hard" | "tick";

/** The shape of a ride: paths in units of ten seconds and percent of FTP, and the efforts that are long enough for a label. */
export interface Profile {
  readonly width: number;
  readonly paths: readonly { readonly tone: Tone; readonly d: string }[];
  /** `22 min` in the middle of each effort, in percent of the width, and its upper edge in percent of the height. */
  readonly labels: readonly { readonly text: string; readonly at: number; readonly top: number }[];
}

const heightOf = (power: number): number => TALLEST - Math.min(TALLEST, Math.round(power * 100));

interface Placed {
  readonly from: number;
  readonly to: number;
  readonly step: Step;
}

/** Neighbours of one power are one stretch: the line is shorter and looks the same. */
function placed(steps: readonly Step[]): Placed[] {
  let seconds = 0;
  const all: Placed[] = [];
  for (const step of steps) {
    const from = Math.round(seconds / WIDTH_UNIT);
    seconds += step.seconds;
    const to = Math.max(from, Math.round(seconds / WIDTH_UNIT));
    const last = all.at(-1);
    const isSame = last !== undefined && last.step.start === last.step.end && step.start === step.end && last.step.end === step.start && last.step.role === step.role; // prettier-ignore
    if (isSame) all[all.length - 1] = { ...last, to };
    else all.push({ from, to, step });
  }
  return all;
}

/** Under the whole ride. */
function outline(all: readonly Placed[]): string {
  let at = TALLEST;
  const parts = [`M0 ${TALLEST}`];
  for (const [i, { to, step }] of all.entries()) {
    const [start, end] = [heightOf(step.start), heightOf(step.end)];
    const next = all[i + 1]?.step;
    if (start !== at) parts.push(`V${start}`);
    if (start !== end) parts.push(`L${to} ${end}`);
    else if (next === undefined || heightOf(next.start) !== end || next.start !== next.end) parts.push(`H${to}`);
    at = end;
  }
  return `${parts.join("")}V${TALLEST}z`;
}

const block = ({ from, to, step }: Placed): string =>
  `M${from} ${TALLEST}V${heightOf(step.start)}${step.start === step.end ? `H${to}` : `L${to} ${heightOf(step.end)}`}V${TALLEST}`;

function toneOf({ step }: Placed, isHardDay: boolean): Tone {
  const power = Math.max(step.start, step.end);
  if (power <= EASY_TOP + 1e-9 || step.role === "warmup" || step.role === "cooldown" || step.role === "free")
    return "easy";
  if (step.seconds < TICK && !isHardDay) return "tick";
  return power <= FIRM_TOP + 1e-9 ? "firm" : "hard";
}

/** A profile on the narrowest phone, and the widest letter of its labels with the room around them, in CSS pixels. */
const NARROWEST = { profile: 336, letter: 7.6, room: 6 };

/** Labels stand only where they fit into their effort on a phone: neighbours would run into each other. */
const fits = (text: string, share: number): boolean =>
  text.length * NARROWEST.letter + NARROWEST.room <= share * NARROWEST.profile;

/** The shape of a ride. On an easy day short efforts keep the colour of riding. */
export function profileOf(steps: readonly Step[], isHardDay: boolean): Profile | undefined {
  const all = placed(steps);
  const width = all.at(-1)?.to ?? 0;
  if (width === 0) return undefined;
  const of = (tone: Tone): readonly { readonly tone: Tone; readonly d: string }[] => {
    const blocks = all.filter((one) => toneOf(one, isHardDay) === tone);
    return blocks.length === 0 ? [] : [{ tone, d: blocks.map(block).join("") }];
  };
  const labels = all
    .filter((one) => ["firm", "hard"].includes(toneOf(one, isHardDay)))
    .filter(({ from, to, step }) => fits(stepLength(step.seconds), (to - from) / width))
    .map(({ from, to, step }) => ({
      text: stepLength(step.seconds),
      at: Math.round((50 * (from + to) * 10) / width) / 10,
      top: Math.round((100 * heightOf(Math.max(step.start, step.end))) / TALLEST),
    }));
  return {
    width,
    paths: [{ tone: "easy", d: outline(all) }, ...of("tick"), ...of("firm"), ...of("hard")],
    labels,
  };
}
