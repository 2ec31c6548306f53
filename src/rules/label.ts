import { measureSteps, type Measure } from "../load/measure.ts";
import { ROUNDING_ERROR, sum } from "../base/numbers.ts";
import { LOW_TOP, secondsAbove } from "../load/zones.ts";
import type { Step } from "../workout/expand.ts";
import type { WorkoutType } from "../workout/schema.ts";

/** A label that the content does not keep: what is asked, what is there. Fractions, or seconds where the rule counts them. */
export interface LabelProblem {
  readonly asks: string;
  readonly found: number;
  readonly limit: number;
}

/** Numbers of rule 35 (training science 8 and 8b). Powers are fractions of FTP. */
export const LABEL_LIMITS = {
  recovery: { intensity: 0.55, seconds: 60 * 60 },
  endurance: { easyShare: 0.9, easyShareWithFastFinish: 0.8, fastFinishTop: 0.82 },
  /** At least this share of the work (all above 75 %) lies in the type's own range. */
  workShare: 0.5,
  ranges: { tempo: [LOW_TOP, 0.9], sweetspot: [0.87, 0.945], threshold: [0.905, 1.055] },
  vo2max: { from: 1.05, seconds: 6 * 60 },
} as const;

const between = (steps: readonly Step[], low: number, high: number): number =>
  sum(steps.map((step) => secondsAbove(step, low) - secondsAbove(step, high)));

/** Where a type's label and the content of a ride differ; undefined where they agree (rule 35). */
export function labelProblem(type: WorkoutType, steps: readonly Step[], known?: Measure): LabelProblem | undefined {
  const measure = known ?? measureSteps(steps);
  const work = measure.zones.mid + measure.zones.high;
  switch (type) {
    case "recovery": {
      const { intensity, seconds } = LABEL_LIMITS.recovery;
      if (measure.intensity > intensity)
        return { asks: "recovery stays easy", found: measure.intensity, limit: intensity };
      return measure.seconds > seconds
        ? { asks: "recovery stays short", found: measure.seconds, limit: seconds }
        : undefined;
    }
    case "endurance": {
      const { easyShare, easyShareWithFastFinish, fastFinishTop } = LABEL_LIMITS.endurance;
      const share = 1 - work / measure.seconds;
      const limit = between(steps, fastFinishTop, 9) > ROUNDING_ERROR ? easyShare : easyShareWithFastFinish;
      return share < limit - ROUNDING_ERROR
        ? { asks: "endurance stays at or below 75 %", found: share, limit }
        : undefined;
    }
    case "tempo":
    case "sweetspot":
    case "threshold": {
      const [low, high] = LABEL_LIMITS.ranges[type];
      const share = work === 0 ? 0 : between(steps, low, high) / work;
      return share < LABEL_LIMITS.workShare
        ? { asks: `half of the work in the range of ${type}`, found: share, limit: LABEL_LIMITS.workShare }
        : undefined;
    }
    case "vo2max": {
      const { from, seconds } = LABEL_LIMITS.vo2max;
      const found = between(steps, from - 1e-4, 9);
      return found < seconds ? { asks: "VO2max work at or above 105 %", found, limit: seconds } : undefined;
    }
    case "mixed":
      return work === 0 && measure.peak > 0
        ? { asks: "mixed holds some work above 75 %", found: 0, limit: 1 }
        : undefined;
    default:
      return undefined;
  }
}
