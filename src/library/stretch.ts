import { clamp, roundTo, sum } from "../base/numbers.ts";
import { measureSegments, type Measure } from "../load/measure.ts";
import type { Segment } from "../workout/segment.ts";
import type { LibraryWorkout, Part } from "./library.ts";

/** The shortest ride this workout may become, in seconds. */
export const shortestSeconds = (workout: LibraryWorkout): number =>
  workout.fixedSeconds + sum(workout.parts.map((part) => part.shortest));

/** Its length as written, before any easy riding is added, in seconds. */
export const nominalSeconds = (workout: LibraryWorkout): number =>
  workout.fixedSeconds + sum(workout.parts.map((part) => part.nominal));

/** The longest ride this workout may become, in seconds. */
export const longestSeconds = (workout: LibraryWorkout): number =>
  workout.fixedSeconds + sum(workout.parts.map((part) => part.longest));

export interface Stretch {
  /** Whole seconds that the ride takes. */
  readonly seconds: number;
  /** Power of its easy part as a fraction of FTP, kept inside what the workout allows; its own where none is given. */
  readonly easyPower?: number | undefined;
}

/** Gives parts more seconds, in the order of the ride, each up to its limit; returns what is left over. */
function lengthen(
  parts: readonly Part[],
  out: number[],
  { left, limit }: { left: number; limit: (part: Part) => number },
): number {
  let rest = left;
  for (const [i, part] of parts.entries()) {
    const now = out[i] ?? 0;
    const more = Math.max(0, Math.min(rest, limit(part) - now));
    out[i] = now + more;
    rest -= more;
  }
  return rest;
}

const framingLimit = (part: Part): number => (part.easy === undefined ? part.nominal : part.shortest);
const longestLimit = (part: Part): number => part.longest;

/** Seconds of each part: the framing back to its own length first, in the order of the ride, then the easy part. */
function lengths(parts: readonly Part[], seconds: number): number[] {
  const out = parts.map((part) => part.shortest);
  const left = lengthen(parts, out, { left: seconds - sum(out), limit: framingLimit });
  return left === 0 ? out : withEasy(parts, out, left);
}

/** Easy parts share what is left by the room they have; the rest goes to whatever may still grow. */
function withEasy(parts: readonly Part[], out: number[], left: number): number[] {
  const room = (i: number): number => (parts[i]?.longest ?? 0) - (out[i] ?? 0);
  const easy = parts.flatMap((part, i) => (part.easy === undefined ? [] : [{ i, room: room(i) }]));
  const easyRoom = sum(easy.map((part) => part.room));
  const toShare = Math.min(left, easyRoom);
  let given = 0;
  for (const [k, part] of easy.entries()) {
    const share = k === easy.length - 1 ? toShare - given : Math.floor((toShare * part.room) / easyRoom);
    out[part.i] = (out[part.i] ?? 0) + share;
    given += share;
  }
  if (left > toShare) lengthen(parts, out, { left: left - toShare, limit: longestLimit });
  return out;
}

/** The easy part at another power: whole percents, its range as wide as before. */
function atPower(segment: Segment, easy: { lowest: number; highest: number }, power: number): Segment {
  if (segment.kind !== "steady") return segment;
  const half = (segment.high - segment.low) / 2;
  const middle = roundTo(clamp(power, easy.lowest, easy.highest), 2);
  return { ...segment, low: roundTo(middle - half, 2), high: roundTo(middle + half, 2) };
}

/**
 * The workout as a ride of exactly `seconds`, or undefined where it cannot be that short or that long. Intervals keep their number,
 * length and power; a session without power has no segments.
 */
export function stretchWorkout(workout: LibraryWorkout, { seconds, easyPower }: Stretch): Segment[] | undefined {
  if (!Number.isInteger(seconds) || seconds < shortestSeconds(workout) || seconds > longestSeconds(workout))
    return undefined;
  const length = lengths(workout.parts, seconds);
  const segments: Segment[] = [];
  workout.parts.forEach((part, i) => {
    const partSeconds = length[i] ?? 0;
    if (partSeconds > 0) segments.push(partAt(part, partSeconds, easyPower));
  });
  return segments;
}

/** One part at a length; the very segment of the workout where nothing about it changes. */
function partAt(part: Part, seconds: number, easyPower: number | undefined): Segment {
  const { segment, easy } = part;
  if (segment.kind === "interval") return segment;
  const stretched = seconds === part.nominal ? segment : { ...segment, seconds };
  return easy === undefined || easyPower === undefined ? stretched : atPower(stretched, easy, easyPower);
}

const shortest = new WeakMap<LibraryWorkout["parts"], Measure>();

/** What the simulation says of the workout at its shortest; simulated once. */
export function measureShortest(workout: LibraryWorkout): Measure {
  const { parts } = workout;
  const known = shortest.get(parts);
  if (known !== undefined) return known;
  const measure = measureSegments(stretchWorkout(workout, { seconds: shortestSeconds(workout) }) ?? []);
  shortest.set(parts, measure);
  return measure;
}

/** Seconds that a ride of this length spends at the easy power. */
export function easySeconds(workout: LibraryWorkout, seconds: number): number {
  const length = lengths(workout.parts, seconds);
  return sum(workout.parts.map((part, i) => (part.easy === undefined ? 0 : (length[i] ?? 0))));
}
