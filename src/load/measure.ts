import { roundTo } from "../base/numbers.ts";
import { readSegments, expand, type Step } from "../workout/expand.ts";
import type { SegmentJson } from "../workout/schema.ts";
import type { Segment } from "../workout/segment.ts";
import { loadOf, POWER_START, totalsOf, walkPower, type PowerWalk } from "./normalized-power.ts";
import { LOW_TOP, MID_TOP, secondsAbove, type ThreeZones } from "./zones.ts";

/** What the 1 Hz simulation of one workout says. Seconds, fractions of FTP. */
export interface Measure {
  readonly seconds: number;
  readonly intensity: number;
  /** Load of the whole workout to one decimal, as files hold it. */
  readonly tss: number;
  readonly zones: ThreeZones;
  /** Seconds at or above 90 % and above 105 % of FTP: what makes a day hard (training science 4.3). */
  readonly secondsFrom90: number;
  readonly secondsAbove105: number;
  /** The highest power that is held, not passed through in a ramp. */
  readonly peak: number;
  readonly steps: readonly Step[];
}

/** What has been counted of a ride so far: it can be kept, and gone on from with other steps. */
export interface Walk {
  readonly power: PowerWalk;
  readonly aboveLow: number;
  readonly aboveMid: number;
  readonly secondsFrom90: number;
  readonly secondsAbove105: number;
  readonly peak: number;
  readonly steps: readonly Step[];
}

const START: Walk = {
  power: POWER_START,
  aboveLow: 0,
  aboveMid: 0,
  secondsFrom90: 0,
  secondsAbove105: 0,
  peak: 0,
  steps: [],
};

/** Counts more steps of a ride, from its start or from where a walk stands. */
export function walkSteps(steps: readonly Step[], from: Walk = START): Walk {
  let { aboveLow, aboveMid, secondsFrom90, secondsAbove105, peak } = from;
  for (const step of steps) {
    const { start, end } = step;
    if (start === end && start > peak) peak = start;
    if (start <= LOW_TOP && end <= LOW_TOP) continue;
    aboveLow += secondsAbove(step, LOW_TOP);
    aboveMid += secondsAbove(step, MID_TOP);
    secondsFrom90 += secondsAbove(step, 0.9 - 1e-6);
    secondsAbove105 += secondsAbove(step, 1.05);
  }
  const power = walkPower(from.power, steps);
  const all = from.steps.length === 0 ? steps : [...from.steps, ...steps];
  return { power, aboveLow, aboveMid, secondsFrom90, secondsAbove105, peak, steps: all };
}

/** The measure of the ride that a walk has come through. */
export function measureOf({ power, aboveLow, aboveMid, secondsFrom90, secondsAbove105, peak, steps }: Walk): Measure {
  const { seconds, intensity } = totalsOf(power);
  return {
    seconds,
    intensity,
    tss: roundTo(loadOf(seconds, intensity), 1),
    zones: { low: seconds - aboveLow, mid: aboveLow - aboveMid, high: aboveMid },
    secondsFrom90,
    secondsAbove105,
    peak,
    steps,
  };
}

export const measureSteps = (steps: readonly Step[]): Measure => measureOf(walkSteps(steps));

export const measureSegments = (segments: readonly Segment[]): Measure => measureSteps(expand(segments));

const measured = new WeakMap<readonly SegmentJson[], Measure>();

/** The measure of a workout as files hold it; measured once per list of segments. */
export function measureWorkout(workout: { readonly segments: readonly SegmentJson[] }): Measure {
  const known = measured.get(workout.segments);
  if (known !== undefined) return known;
  const measure = measureSteps(expand(readSegments(workout.segments)));
  measured.set(workout.segments, measure);
  return measure;
}

/** Notes the measure of segments that were just made from measured ones. */
export const rememberMeasure = (segments: readonly SegmentJson[], measure: Measure): void =>
  void measured.set(segments, measure);

/** A day is hard when its work is: 8 minutes or more from 90 %, or 4 minutes or more above 105 % (training science 4.3). */
export const HARD_SECONDS_FROM_90 = 8 * 60;
export const HARD_SECONDS_ABOVE_105 = 4 * 60;
export const isHardWork = (measure: Pick<Measure, "secondsFrom90" | "secondsAbove105">): boolean =>
  measure.secondsFrom90 >= HARD_SECONDS_FROM_90 || measure.secondsAbove105 >= HARD_SECONDS_ABOVE_105;

/** Efforts above 105 % that make a session VO2max or anaerobic work for the hours between two such days (rule 16). */
export const VO2_SECONDS_ABOVE_105 = 2 * 60;
