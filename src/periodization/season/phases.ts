import type { ExperienceLevel } from "../../athlete/schema.ts";
import type { Phase } from "../../plan/schema.ts";
import { BASE_FIRST } from "../../rules/limits.ts";

/** Base, build, peak and taper weeks before an event, for 4 to 24 weeks (training science 3.1). */
const WITH_EVENT: Readonly<Record<number, readonly [number, number, number, number]>> = {
  4: [0, 3, 0, 1],
  5: [1, 3, 0, 1],
  6: [2, 3, 0, 1],
  7: [3, 3, 0, 1],
  8: [3, 3, 1, 1],
  9: [4, 3, 1, 1],
  10: [4, 4, 1, 1],
  11: [4, 4, 1, 2],
  12: [4, 4, 2, 2],
  13: [5, 4, 2, 2],
  14: [6, 4, 2, 2],
  15: [6, 5, 2, 2],
  16: [6, 5, 3, 2],
  17: [7, 5, 3, 2],
  18: [8, 5, 3, 2],
  19: [8, 6, 3, 2],
  20: [8, 7, 3, 2],
  21: [9, 7, 3, 2],
  22: [10, 7, 3, 2],
  23: [10, 7, 4, 2],
  24: [10, 8, 4, 2],
};
/** A beginner's share of build weeks that become base weeks. */
const BEGINNER_MOVE = 0.4;

interface PhaseInput {
  readonly weeks: number;
  /** Weeks from the end that are taper; 0 without an event. */
  readonly taperWeeks: number;
  /** The last of them, into which an event of several days runs. */
  readonly eventWeeks: number;
  readonly hasEvent: boolean;
  readonly level: ExperienceLevel;
  readonly startingCtl: number;
  /** The rider's base is done: no more base weeks than these, which their body needs all the same. */
  readonly mostBase?: number | undefined;
  /** Week numbers that close a block: a phase ends on one where it is no more than a week away. */
  readonly blockEnds: readonly number[];
}

/** The phase of each week. A taper week less than the table's becomes build, one more is taken from it. */
export function phasesOf(input: PhaseInput): Phase[] {
  const training = input.weeks - input.taperWeeks;
  const table = input.hasEvent ? tableRow(input.weeks - input.eventWeeks, training) : withoutEvent(input.weeks);
  const peak = table[2];
  const [base, build] = input.mostBase === undefined ? usualBase(input, table) : [0, table[0] + table[1]];
  const least = input.mostBase ?? (input.startingCtl < BASE_FIRST.ctl ? BASE_FIRST.weeks : 0);
  const moved = Math.min(build, Math.max(0, Math.min(least, training) - base));
  const isBuildLeft = build - moved > 0;
  const baseEnd = input.mostBase === undefined ? snap(base + moved, input.blockEnds, training) : moved;
  const buildEnd = Math.max(baseEnd, peak === 0 ? training : snap(training - peak, input.blockEnds, training));
  return Array.from({ length: input.weeks }, (_, i) => {
    if (i >= training) return "taper";
    if (i < baseEnd) return "base";
    return i < buildEnd || (!isBuildLeft && peak === 0) ? "build" : "peak";
  });
}

/** A beginner's build weeks are in part base weeks. */
function usualBase(input: PhaseInput, [base, build]: readonly [number, number, number]): [number, number] {
  if (input.level !== "beginner") return [base, build];
  const moved = input.weeks - input.eventWeeks === FEWEST_FOR_BUILD ? build : Math.floor(build * BEGINNER_MOVE);
  return [base + moved, build - moved];
}

/** In four weeks a beginner only builds a base. */
const FEWEST_FOR_BUILD = 4;

function tableRow(weeks: number, training: number): [number, number, number] {
  const [base, build, peak] = WITH_EVENT[weeks] ?? [0, training, 0, 0];
  const spare = training - base - build - peak;
  const newBuild = Math.max(0, build + spare);
  const shortBy = Math.max(0, -(build + spare));
  return [Math.max(0, base - shortBy), newBuild, peak];
}

/** Without an event: 45 % base, 45 % build, the closing week recovers and tests (3.2). Peak weeks have no place. */
function withoutEvent(weeks: number): [number, number, number] {
  const base = weeks <= 6 ? Math.min(2, weeks - 3) : Math.round(weeks * 0.45);
  return [base, weeks - base, 0];
}

function snap(end: number, blockEnds: readonly number[], training: number): number {
  if (end <= 0 || end >= training) return end;
  const near = blockEnds.find((blockEnd) => Math.abs(blockEnd - end) <= 1);
  return near ?? end;
}
