import { sum } from "../base/numbers.ts";
import { measureSteps, type Measure } from "../load/measure.ts";
import { LOW_TOP, secondsAbove } from "../load/zones.ts";
import { labelProblem, LABEL_LIMITS } from "../rules/label.ts";
import { expand, type Step } from "../workout/expand.ts";
import type { WorkoutType } from "../workout/schema.ts";
import type { Segment } from "../workout/segment.ts";
import { workIn, workOf } from "./check.ts";
import type { Library } from "./library.ts";

/** Where a workout stands among the ladders of a library. */
export interface Place {
  readonly family: string;
  readonly type: WorkoutType;
  readonly level: number;
}

/** Types with a range of power of their own. */
const RANGED = ["tempo", "sweetspot", "threshold"] as const;
/** Efforts this short are the short kind of VO2max work. Seconds. */
const LONGEST_SHORT = 60;
/** Work above 105 % that averages this much is anaerobic, as the rungs of that ladder are. */
const ANAEROBIC_FROM = 1.25;
/** Rest that is ridden from here on is the under of over-unders. */
const UNDER_FROM = 0.85;
const LONG_RIDE_SECONDS = 2 * 3600;
/** An easy ride with efforts above this is for riders who know them. */
const PLAIN_EASY_TOP = 0.8;

const timeAbove = (steps: readonly Step[], floor: number): number =>
  sum(steps.map((step) => secondsAbove(step, floor)));

/** Mean power of everything above a floor, weighted by time. */
function meanAbove(steps: readonly Step[], floor: number): number {
  const work = steps.filter((step) => (step.start + step.end) / 2 > floor);
  const seconds = sum(work.map((step) => step.seconds));
  return seconds === 0 ? 0 : sum(work.map((step) => (step.seconds * (step.start + step.end)) / 2)) / seconds;
}

const middleOf = (type: (typeof RANGED)[number]): number => {
  const [low, high] = LABEL_LIMITS.ranges[type];
  return (low + high) / 2;
};

/** Of the ranges that hold half of the work or more, the one whose middle is nearest to its mean. */
function rangedType(steps: readonly Step[], measure: Measure): WorkoutType | undefined {
  const mean = meanAbove(steps, LOW_TOP);
  const honest = RANGED.filter((type) => labelProblem(type, steps, measure) === undefined);
  const byDistance = [...honest].sort((a, b) => Math.abs(middleOf(a) - mean) - Math.abs(middleOf(b) - mean));
  return byDistance[0];
}

/** The type that the content of a ride bears out (rule 35); `mixed` where no other does. */
export const typeOfRide = (segments: readonly Segment[]): WorkoutType => typeOf(measureSteps(expand(segments)));

function typeOf(measure: Measure): WorkoutType {
  const { steps } = measure;
  const isHonest = (type: WorkoutType): boolean => labelProblem(type, steps, measure) === undefined;
  if (isHonest("recovery")) return "recovery";
  if (isHonest("endurance")) return "endurance";
  const ranged = rangedType(steps, measure);
  if (ranged !== undefined) return ranged;
  const isAnaerobic = meanAbove(steps, LABEL_LIMITS.vo2max.from) >= ANAEROBIC_FROM;
  return !isAnaerobic && isHonest("vo2max") ? "vo2max" : "mixed";
}

const isOverUnder = (segments: readonly Segment[]): boolean =>
  segments.some((segment) => segment.kind === "interval" && (segment.rest?.low ?? 0) >= UNDER_FROM);

function familyOf(type: WorkoutType, segments: readonly Segment[], steps: readonly Step[]): string | undefined {
  if (type === "endurance") return sum(steps.map((s) => s.seconds)) >= LONG_RIDE_SECONDS ? "long_ride" : "endurance";
  if (type === "threshold") return isOverUnder(segments) ? "over_unders" : "threshold";
  if (type === "vo2max") {
    const efforts = steps.filter((step) => step.start >= LABEL_LIMITS.vo2max.from);
    return efforts.every((step) => step.seconds <= LONGEST_SHORT) ? "vo2max_short" : "vo2max_long";
  }
  if (type !== "mixed") return type;
  return timeAbove(steps, ANAEROBIC_FROM - 0.01) > 0 ? "anaerobic" : undefined;
}

/** The level whose rung has the dose nearest to this (minutes times intensity squared), as `library check` counts it. */
function levelOf(segments: readonly Segment[], rungs: Library["workouts"]): number {
  const { dose } = workIn(segments);
  let best = { level: 1, off: Number.POSITIVE_INFINITY };
  for (const rung of rungs) {
    const off = Math.abs(workOf(rung).dose - dose);
    if (off < best.off) best = { level: rung.level, off };
  }
  return best.level;
}

/** Family, type and level of a ride; undefined where its work belongs to no ladder of the library. */
export function placeRide(segments: readonly Segment[], library: Library): Place | undefined {
  const measure = measureSteps(expand(segments));
  const type = typeOf(measure);
  const family = familyOf(type, segments, measure.steps);
  const rungs = library.workouts.filter((workout) => workout.family === family && workout.isRung);
  if (family === undefined || rungs.length === 0) return undefined;
  if (type === "recovery") return { family, type, level: 1 };
  if (type === "endurance") return { family, type, level: measure.peak > PLAIN_EASY_TOP ? 2 : 1 };
  return { family, type, level: levelOf(segments, rungs) };
}
