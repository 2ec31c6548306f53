import { MOST_EVENT_HOURS } from "../base/event-length.ts";
import { roundTo } from "../base/numbers.ts";
import { ZONE_TOPS } from "../load/zones.ts";
import type { Block, Segment } from "../workout/segment.ts";
import { LIMITS, Refusal, type Fix, type ReadOptions } from "./read-outcome.ts";

/** One step message of a FIT workout; fields that the file leaves out are undefined. */
export interface FitStep {
  readonly name: string;
  readonly durationType: number | undefined;
  readonly durationValue: number | undefined;
  readonly targetType: number | undefined;
  readonly targetValue: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly intensity: number | undefined;
  readonly notes: string;
}

const DURATION = { time: 0, distance: 1, open: 5, repeatCount: 6 } as const;
/** Seconds that a step counts for which the rider ends at the lap button: nobody knows them (training science 1.1). */
const OPEN_SECONDS = { warmup: 600, cooldown: 600, other: 300 } as const;
/** Speed at which a step of some distance is counted, in km/h (training science 1.1). */
const COUNTED_SPEED = 30;
/** Distances are in centimetres. */
const CENTIMETRES = 100_000;
/** Power as it is, and averaged over 3, 10 and 30 seconds or the lap. */
const POWER_TARGETS = new Set([4, 7, 8, 9, 10]);
const TARGET_OPEN = 2;
const INTENSITY = { rest: 1, warmup: 2, cooldown: 3, recovery: 4 } as const;
/** Up to here a power is percent of FTP; what is higher is watts and this number. */
const PERCENT_TOP = 1000;

interface Held {
  readonly seconds: number;
  readonly range: { readonly low: number; readonly high: number } | undefined;
  readonly step: FitStep;
  readonly fix: Fix | undefined;
}

const named = (index: number, { name }: FitStep): string =>
  `step ${index + 1}${name === "" ? "" : ` (${name.slice(0, 30)})`}`;

function fractionOf(value: number, where: string, { ftpWatts }: ReadOptions): number {
  if (value <= PERCENT_TOP) return roundTo(value / 100, 4);
  if (ftpWatts === undefined) throw new Refusal(`${where} is in watts: say of which FTP`);
  return roundTo((value - PERCENT_TOP) / ftpWatts, 4);
}

/** The power of a step: custom, or a zone of Coggan's seven. Undefined where its target is no power. */
function rangeOf(step: FitStep, where: string, options: ReadOptions): Held["range"] {
  if (step.targetType === undefined || !POWER_TARGETS.has(step.targetType)) return undefined;
  const zone = step.targetValue ?? 0;
  if (zone >= 1 && zone <= ZONE_TOPS.length)
    return { low: zone === 1 ? 0.4 : (ZONE_TOPS[zone - 2] ?? 0), high: ZONE_TOPS[zone - 1] ?? 0 };
  const [first, second] = [step.low ?? step.high, step.high ?? step.low];
  if (first === undefined || second === undefined) return undefined;
  const ends = [fractionOf(first, where, options), fractionOf(second, where, options)] as const;
  const range = { low: Math.min(...ends), high: Math.max(...ends) };
  if (range.high > LIMITS.power) throw new Refusal(`${where} asks for more than eight times FTP`);
  return range;
}

const minutesText = (seconds: number): string => (seconds < 60 ? `${seconds} s` : `${roundTo(seconds / 60, 1)} min`);

/** How long a step lasts, and what was taken for granted where that is not said in time. */
function secondsOf(step: FitStep, where: string): { seconds: number; fix?: Fix } {
  const { durationType, durationValue = 0, intensity } = step;
  if (durationType === DURATION.time) return { seconds: Math.round(durationValue / 1000) };
  if (durationType === DURATION.open) {
    const kind = intensity === INTENSITY.warmup ? "warmup" : intensity === INTENSITY.cooldown ? "cooldown" : "other";
    const seconds = OPEN_SECONDS[kind];
    return { seconds, fix: { message: `${where} ends at the lap button: counted as ${minutesText(seconds)}` } };
  }
  if (durationType !== DURATION.distance)
    throw new Refusal(`${where} ends neither by time, by distance nor at the lap button: its length is not known`);
  const kilometres = durationValue / CENTIMETRES;
  const seconds = Math.round((kilometres / COUNTED_SPEED) * 3600);
  const counted = `counted as ${minutesText(seconds)}, at ${COUNTED_SPEED} km/h`;
  return { seconds, fix: { message: `${where} ends after ${roundTo(kilometres, 2)} km: ${counted}` } };
}

function heldOf(step: FitStep, index: number, options: ReadOptions): Held {
  const where = named(index, step);
  const { seconds, fix } = secondsOf(step, where);
  if (seconds > LIMITS.seconds) throw new Refusal(`${where} is longer than ${MOST_EVENT_HOURS} hours`);
  return { seconds, step, range: rangeOf(step, where, options), fix };
}

function segmentOf({ seconds, range, step }: Held): Segment {
  const description = step.notes || step.name;
  if (range === undefined) return { kind: "free", seconds, description };
  const isEasy = step.intensity === INTENSITY.rest || step.intensity === INTENSITY.recovery;
  return { kind: isEasy ? "recovery" : "steady", seconds, ...range, description };
}

/** A block of repeats: work and rest stay one segment, anything else is written out. */
function repeated(block: readonly Held[], rounds: number): Segment[] {
  const [work, rest, ...others] = block;
  const isSimple = others.length === 0 && work?.range !== undefined && (rest === undefined || rest.range !== undefined);
  if (!isSimple || rounds > LIMITS.sets) return Array.from({ length: rounds }, () => block.map(segmentOf)).flat();
  const blockOf = ({ seconds, range = { low: 0, high: 0 } }: Held): Block => ({ seconds, ...range });
  const description = work.step.notes || work.step.name;
  return [{ kind: "interval", sets: rounds, work: blockOf(work), rest: rest && blockOf(rest), description }];
}

interface Item {
  /** Number of its first step message. */
  readonly from: number;
  readonly held: readonly Held[];
  readonly rounds: number;
}

/** Joins the steps from `first` on into one block. A block inside a block is written out. */
function closeBlock(items: Item[], first: number, rounds: number): void {
  const start = items.findIndex((item) => item.from === first);
  if (start < 0) throw new Refusal(`a repeat goes back to step ${first + 1}, which is no beginning`);
  const inside = items.splice(start).flatMap((item) => Array.from({ length: item.rounds }, () => item.held).flat());
  if (inside.length * rounds > LIMITS.segments) throw new Refusal(`it has more than ${LIMITS.segments} steps`);
  items.push({ from: first, held: inside, rounds });
}

/** The steps of a FIT workout as segments. Throws Refusal with the number of the step. */
export function readFitSteps(steps: readonly FitStep[], options: ReadOptions): { segments: Segment[]; fixes: Fix[] } {
  const items: Item[] = [];
  const fixes: Fix[] = [];
  for (const [index, step] of steps.entries()) {
    if (step.durationType === DURATION.repeatCount) {
      const rounds = step.targetValue ?? 0;
      if (rounds < 1 || rounds > LIMITS.segments) throw new Refusal(`${named(index, step)} repeats ${rounds} times`);
      closeBlock(items, step.durationValue ?? -1, rounds);
      continue;
    }
    const held = heldOf(step, index, options);
    if (held.fix !== undefined && held.seconds > 0) fixes.push(held.fix);
    if (held.seconds === 0) fixes.push({ message: `${named(index, step)} lasts no time and is left out` });
    else if (held.range === undefined) {
      const what = step.targetType === TARGET_OPEN ? "has no target" : "has a target that is no power";
      fixes.push({ message: `${named(index, step)} ${what}: read as a free ride` });
    }
    // A step of no time keeps its number: a repeat may go back to it.
    items.push({ from: index, held: held.seconds === 0 ? [] : [held], rounds: 1 });
  }
  const segments = items.flatMap(({ held, rounds }) => (rounds === 1 ? held.map(segmentOf) : repeated(held, rounds)));
  return { segments, fixes };
}
