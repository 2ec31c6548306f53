import { clamp, mean } from "../base/numbers.ts";
import { LOW_TOP } from "../load/zones.ts";
import type { Step } from "../workout/expand.ts";

/** How one effort of a session was ridden. Watts and seconds. */
export interface Effort {
  readonly seconds: number;
  /** The middle of what was asked for. */
  readonly target: number;
  /** Mean of what was ridden. */
  readonly watts: number;
  readonly inTarget: number;
  readonly isHeld: boolean;
  /** Its last third was weaker than its first. */
  readonly hasFaded: boolean;
}

/** Shorter efforts cannot be told from the lag of a trainer: our own choice (training science 12.5). */
const SHORTEST = 30;
/** Held from this share of the low end on; in target up to this share of the high end (training science 12.5). */
const HELD = { from: 0.95, to: 1.1 };
/** The last third against the first, in efforts of this many seconds and more (training science 12.5). */
const FADED = { share: 0.95, seconds: 180 };
/** Seconds of the rolling mean by which time in target is counted: short efforts, and longer ones (training science 12.5). */
const ROLLING = { short: 10, long: 30 };
/** Seconds of one cell where a ride is laid over its plan, and how far it may stand before and after. */
const CELL = 10;
const SHIFT = { before: 1200, after: 1200 };
/** Seconds by which one effort may come early or late against the one before it; the first may come earlier, nothing hard lies before it. */
const DRIFT = { first: 600, early: 60, late: 300 };
/** An effort that was not tried says nothing about when the next begins. */
const TRIED = 0.85;

interface Planned {
  readonly from: number;
  readonly seconds: number;
  readonly low: number;
  readonly high: number;
  /** Seconds by which it may come early, and of rest after it. */
  readonly early: number;
  readonly after: number;
}

const isEffort = ({ role, seconds, start, end }: Step): boolean =>
  (role === "work" || role === "steady") && start === end && start > LOW_TOP + 1e-9 && seconds >= SHORTEST;

/** The efforts that a session asks for, in order of time. */
function effortsAsked(steps: readonly Step[]): Planned[] {
  const found: { from: number; step: Step }[] = [];
  let at = 0;
  for (const step of steps) {
    if (isEffort(step)) found.push({ from: at, step });
    at += step.seconds;
  }
  return found.map(({ from, step }, i): Planned => {
    const last = found[i - 1];
    const next = found[i + 1];
    return {
      from,
      seconds: step.seconds,
      low: step.low,
      high: step.high,
      early:
        last === undefined
          ? DRIFT.first
          : Math.min(DRIFT.early, Math.floor((from - last.from - last.step.seconds) / 2)),
      after: next === undefined ? DRIFT.late : next.from - from - step.seconds,
    };
  });
}

/** Sums of a trace up to each second. */
function sumsOf(trace: readonly number[]): Float64Array {
  const sums = new Float64Array(trace.length + 1);
  for (let i = 0; i < trace.length; i++) sums[i + 1] = (sums[i] ?? 0) + (trace[i] ?? 0);
  return sums;
}

/** Mean power of a window; what lies outside the ride counts as nothing. */
function meanOf(sums: Float64Array, from: number, seconds: number): number {
  const at = (second: number): number => sums[clamp(second, 0, sums.length - 1)] ?? 0;
  return (at(from + seconds) - at(from)) / seconds;
}

/** Power of each cell of the plan, in fractions of FTP. */
function cellsOf(steps: readonly Step[]): number[] {
  const cells: number[] = [];
  let at = 0;
  for (const { seconds, start, end } of steps) {
    for (; cells.length * CELL < at + seconds;)
      cells.push(start + ((end - start) * (cells.length * CELL - at)) / seconds);
    at += seconds;
  }
  return cells;
}

/** Seconds by which the ride begins before the plan's first second: where both curves lie best over each other. */
function shiftOf(steps: readonly Step[], sums: Float64Array): number {
  const planned = cellsOf(steps);
  const middle = mean(planned);
  const length = sums.length - 1;
  const ridden = Array.from({ length: Math.ceil(length / CELL) }, (_, i) => meanOf(sums, i * CELL, CELL));
  const riddenMiddle = mean(ridden);
  const latest = Math.max(0, length - planned.length * CELL) + SHIFT.after;
  let best = { shift: 0, fit: -1 };
  for (let shift = -SHIFT.before; shift <= latest; shift += CELL) {
    let fit = 0;
    for (let i = 0; i < planned.length; i++) {
      const watts = ridden[i + shift / CELL];
      if (watts !== undefined) fit += ((planned[i] ?? 0) - middle) * (watts - riddenMiddle);
    }
    if (fit > best.fit + 1e-6 || (fit > best.fit - 1e-6 && Math.abs(shift) < Math.abs(best.shift)))
      best = { shift, fit };
  }
  return best.shift;
}

/** Where within its room an effort was ridden hardest; its expected place where that is as good. */
function placeOf(sums: Float64Array, { seconds, early, after }: Planned, expected: number): number {
  const late = Math.min(DRIFT.late, after);
  let best = { at: expected, watts: meanOf(sums, expected, seconds) };
  for (let at = expected - early; at <= expected + late; at++) {
    const watts = meanOf(sums, at, seconds);
    if (watts > best.watts + 0.1) best = { at, watts };
  }
  return best.at;
}

/** Seconds whose rolling mean lies in the target. */
function secondsInTarget(sums: Float64Array, at: number, { seconds, low, high }: Planned): number {
  const window = seconds < FADED.seconds ? ROLLING.short : ROLLING.long;
  let inside = 0;
  for (let i = 1; i <= seconds; i++) {
    const length = Math.min(i, window);
    const watts = meanOf(sums, at + i - length, length);
    if (watts >= low * HELD.from && watts <= high * HELD.to) inside += 1;
  }
  return inside;
}

/** How each effort of a session was ridden, from the watts of each second; empty where the session asks for none. */
export function effortsOf(trace: readonly number[], steps: readonly Step[], ftp: number): Effort[] {
  const asked = effortsAsked(steps);
  if (asked.length === 0 || trace.length === 0) return [];
  const sums = sumsOf(trace);
  let drift = shiftOf(steps, sums);
  return asked.map((one): Effort => {
    const at = placeOf(sums, one, one.from + drift);
    const watts = meanOf(sums, at, one.seconds);
    const [low, high] = [one.low * ftp, one.high * ftp];
    if (watts >= low * TRIED) drift = at - one.from;
    const third = Math.floor(one.seconds / 3);
    const [first, last] = [meanOf(sums, at, third), meanOf(sums, at + one.seconds - third, third)];
    return {
      seconds: one.seconds,
      target: Math.round((low + high) / 2),
      watts: Math.round(watts),
      inTarget: secondsInTarget(sums, at, { ...one, low, high }),
      isHeld: watts >= low * HELD.from,
      hasFaded: one.seconds >= FADED.seconds && watts >= low * TRIED && last < first * FADED.share,
    };
  });
}
