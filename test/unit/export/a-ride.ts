import { readSegments } from "../../../src/workout/expand.ts";
import type { SegmentJson, Workout } from "../../../src/workout/schema.ts";
import type { Block, Segment } from "../../../src/workout/segment.ts";
import { isRide, seasonOf, type ExportChoices, type Season, type Session } from "../../../src/export/session.ts";
import type { PlanFile } from "../../../src/plan/schema.ts";
import { aPlan, aRestDay, aWeek, aWorkout, MONDAY } from "../../support/a-plan.ts";
import { addDays } from "../../../src/base/calendar.ts";

/** A plan of one week whose Tuesday holds this workout and nothing else. */
export function planWith(change: Partial<Workout>, profile: Parameters<typeof aPlan>[0] = {}): PlanFile {
  const tuesday = aWorkout({ ...change, date: addDays(MONDAY, 1) });
  const others = [0, 2, 3, 4, 5, 6].map((day) => aRestDay(addDays(MONDAY, day)));
  const workouts = [others[0]!, tuesday, ...others.slice(1)];
  return aPlan({ ...profile, weeks: [aWeek(1, { workouts })] });
}

/** That workout as exporters see it. */
export function rideOf(plan: PlanFile, choices: ExportChoices = {}): { session: Session; season: Season } {
  const season = seasonOf(plan, choices);
  const session = season.sessions.find(isRide);
  if (session === undefined) throw new Error("the plan holds no ride");
  return { session, season };
}

/** One workout of these segments, ready for an exporter. */
export const rideWith = (segments: SegmentJson[], choices: ExportChoices = {}) =>
  rideOf(planWith({ segments }), choices);

/** Power over time as straight lines; none where there is no target. */
export interface Line {
  readonly from: number;
  readonly to: number;
  readonly start: number | undefined;
  readonly end: number | undefined;
}

interface Stretch {
  readonly seconds: number;
  readonly start: number | undefined;
  readonly end: number | undefined;
}

export function linesOf(stretches: readonly Stretch[]): Line[] {
  let at = 0;
  return stretches.map(({ seconds, start, end }) => {
    const from = at;
    at += seconds;
    return { from, to: at, start, end };
  });
}

/** Segments written out by a walk of the test's own, so that a fault in the program's walk shows. */
export function stretchesOf(segments: readonly Segment[]): Stretch[] {
  const middle = (block: Block): Stretch => {
    if (block.effort === "max") return { seconds: block.seconds, start: undefined, end: undefined };
    const power = (block.low + block.high) / 2;
    return { seconds: block.seconds, start: power, end: power };
  };
  return segments.flatMap((segment): Stretch[] => {
    if (segment.kind === "free") return [{ seconds: segment.seconds, start: undefined, end: undefined }];
    if (segment.kind === "ramp") return [{ seconds: segment.seconds, start: segment.start, end: segment.end }];
    if (segment.kind === "warmup") return [{ seconds: segment.seconds, start: segment.low, end: segment.high }];
    if (segment.kind === "cooldown") return [{ seconds: segment.seconds, start: segment.high, end: segment.low }];
    if (segment.kind !== "interval") return [middle(segment)];
    const rest = segment.rest;
    const round = rest === undefined ? [middle(segment.work)] : [middle(segment.work), middle(rest)];
    return Array.from({ length: segment.sets }, () => round).flat();
  });
}

export const linesOfSegments = (segments: readonly Segment[]): Line[] => linesOf(stretchesOf(segments));

const at = (line: Line, second: number): number | undefined =>
  line.start === undefined || line.end === undefined
    ? undefined
    : line.start + ((line.end - line.start) * (second - line.from)) / (line.to - line.from);

/** Where two courses of power part by more than `tolerance` (fraction of FTP), or in length; empty where they do not. */
export function differences(expected: readonly Line[], actual: readonly Line[], tolerance: number): string[] {
  const length = (lines: readonly Line[]): number => lines.at(-1)?.to ?? 0;
  if (length(expected) !== length(actual)) return [`lasts ${length(actual)} s, not ${length(expected)} s`];
  const edges = [...new Set([...expected, ...actual].flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const found: string[] = [];
  for (const [i, from] of edges.slice(0, -1).entries()) {
    const to = edges[i + 1]!;
    const inside = (lines: readonly Line[]): Line => lines.find((line) => line.from <= from && line.to >= to)!;
    for (const second of [from, to]) {
      const [want, have] = [at(inside(expected), second), at(inside(actual), second)];
      if (want === have) continue;
      if (want === undefined || have === undefined || Math.abs(want - have) > tolerance + 1e-9)
        found.push(`at ${second} s: ${String(have)} instead of ${String(want)}`);
    }
  }
  return found;
}

/** The segments of a ride, with what is all out marked in plans of before that was written: alone, and at FTP or more. */
export function asMeant({ role, segments }: Pick<Workout, "role" | "segments">): Segment[] {
  const read = readSegments(segments);
  const isSaid = JSON.stringify(segments).includes('"effort":"max"');
  if (role !== "test" || isSaid) return read;
  const isHard = (segment: Segment | undefined): boolean =>
    (segment?.kind === "steady" && segment.low >= 0.9) || segment?.kind === "interval" || segment?.kind === "ramp";
  return read.map((segment, i) => {
    if (segment.kind !== "steady" || segment.low < 1) return segment;
    return isHard(read[i - 1]) || isHard(read[i + 1]) ? segment : { ...segment, effort: "max" };
  });
}

/** How often each block of a workout comes: what formats with repeats must keep. Zwift has none without a rest or a power. */
export const repeatsOf = (segments: readonly Segment[], format: "zwo" | "fit"): number[] =>
  segments.flatMap((segment) =>
    segment.kind === "interval" &&
    segment.sets > 1 &&
    segment.work.effort !== "max" &&
    (format === "fit" || segment.rest)
      ? [segment.sets]
      : [],
  );
