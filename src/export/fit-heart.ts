import { beatsOf, effortOf, heartPercentOf, THRESHOLD_OF_MAXIMUM } from "../plan/effort-bands.ts";
import type { Step } from "../workout/expand.ts";
import { isOpen } from "./rounds.ts";
import type { Session } from "./session.ts";

/** Heart rates are written 100 higher; lower numbers are percent of the maximum. */
export const BPM_OFFSET = 100;
/** A range that begins at nothing begins here: below it nobody pedals. Percent of threshold heart rate. */
const LOWEST_PERCENT = 50;

/** The heart-rate range of a step as a FIT step holds it: beats and 100, or percent of the maximum where no rate of the rider's is known. */
export function fitHeart(
  step: Step,
  { saying, isTest }: Pick<Session, "saying" | "isTest">,
): { readonly low: number; readonly high: number } | undefined {
  const { scale, ftpWatts } = saying;
  if (ftpWatts !== undefined || scale.by !== "heart_rate" || effortOf(step, isTest) === undefined) return undefined;
  if (isOpen(step)) return undefined;
  const percent = heartPercentOf(step);
  if (percent === undefined) return undefined;
  const whole = { low: percent.low ?? LOWEST_PERCENT, high: percent.high };
  if (scale.heart === undefined)
    return {
      low: Math.round(whole.low * THRESHOLD_OF_MAXIMUM),
      high: Math.round(whole.high * THRESHOLD_OF_MAXIMUM),
    };
  const { low = 0, high } = beatsOf(whole, scale.heart);
  return { low: low + BPM_OFFSET, high: high + BPM_OFFSET };
}
