import type { Profile } from "../athlete/schema.ts";
import { ZONE_TOPS, zoneOf } from "../workout/zones.ts";
import type { Step } from "../workout/expand.ts";

/** A range of whole numbers; no `low` where it begins at nothing. */
export interface Band {
  readonly low?: number;
  readonly high: number;
}

/** Effort out of 10 by Coggan's level 1 to 7; "under 2" is 1, "over 7" is 8 to 9 (training science 1.5). */
const EFFORT: readonly (readonly [low: number, high: number])[] = [
  [1, 1],
  [2, 3],
  [3, 4],
  [4, 5],
  [6, 7],
  [8, 9],
  [10, 10],
];

/** Where sweet spot begins, as a fraction of FTP: from here on a held effort of level 3 is told as the end that meets level 4 (1.5). */
export const SWEET_SPOT_FROM = 0.88;

/** Percent of threshold heart rate by level 1 to 4; higher levels have none: heart rate comes too late (1.5). */
const HEART_PERCENT: readonly (readonly [low: number | undefined, high: number])[] = [
  [undefined, 67],
  [69, 83],
  [84, 94],
  [95, 105],
];

/** Coggan's level 3. */
const TEMPO = 3;
/** And 4: it spans threshold itself. */
const THRESHOLD = 4;

/** Heart rate follows power with a delay: shorter steps get none (1.5). */
const SHORTEST_WITH_HEART_SECONDS = 5 * 60;
/** Threshold heart rate as a share of the maximum, within 3 % (1.5). */
export const THRESHOLD_OF_MAXIMUM = 0.9;
/** A hard step of a test is ridden by what the test asks, not by its level. */
const TEST_IS_HARD_ABOVE = 0.9;

/** The heart rate that ranges are made from; only where the rider gave one. */
export interface HeartAnchor {
  readonly thresholdBpm: number;
  readonly from: "threshold" | "maximum";
}

/** What the profile says of the heart; undefined where it was not given, or only assumed. */
export function heartAnchorOf(
  profile: Pick<Profile, "lthr" | "max_hr" | "no_heart_rate" | "assumptions">,
): HeartAnchor | undefined {
  if (profile.no_heart_rate === true) return undefined;
  const assumed = new Set(profile.assumptions.map((assumption) => assumption.field));
  if (profile.lthr !== undefined && !assumed.has("lthr")) return { thresholdBpm: profile.lthr, from: "threshold" };
  if (profile.max_hr === undefined || assumed.has("max_hr")) return undefined;
  return { thresholdBpm: profile.max_hr * THRESHOLD_OF_MAXIMUM, from: "maximum" };
}

/** Levels that a step passes through: one where it holds, two ends where it is a ramp. */
function levelsOf(step: Step): { lowest: number; highest: number } {
  return { lowest: zoneOf(Math.min(step.start, step.end)), highest: zoneOf(Math.max(step.start, step.end)) };
}

/** Rate of perceived exertion out of 10; none for free riding and the hard part of a test, which have no target to feel. */
export function effortOf(step: Step, isTest: boolean): Band | undefined {
  if (step.role === "free") return undefined;
  if (isTest && Math.max(step.start, step.end) > TEST_IS_HARD_ABOVE) return undefined;
  const { lowest, highest } = levelsOf(step);
  const [low] = EFFORT[lowest - 1] ?? [10];
  const [, high] = EFFORT[highest - 1] ?? [10, 10];
  const isSweetSpot = lowest === highest && lowest === TEMPO && Math.min(step.start, step.end) >= SWEET_SPOT_FROM;
  // Above threshold, inside its level, feels like the level's upper end: an over is told from its under.
  const isOver = lowest === highest && lowest === THRESHOLD && Math.min(step.start, step.end) > 1;
  return { low: isSweetSpot || isOver ? high : low, high };
}

/** Percent of threshold heart rate for steps of five minutes or more whose levels have a range (1.5). */
export function heartPercentOf(step: Step): Band | undefined {
  if (step.role === "free" || step.seconds < SHORTEST_WITH_HEART_SECONDS) return undefined;
  const { lowest, highest } = levelsOf(step);
  const [low] = HEART_PERCENT[lowest - 1] ?? [];
  const [, high] = HEART_PERCENT[highest - 1] ?? [];
  if (high === undefined) return undefined;
  return low === undefined ? { high } : { low, high };
}

/** A share of threshold heart rate in beats a minute. */
export const beatsOf = ({ low, high }: Band, { thresholdBpm }: HeartAnchor): Band => {
  const beats = (percent: number): number => Math.round((thresholdBpm * percent) / 100);
  return low === undefined ? { high: beats(high) } : { low: beats(low), high: beats(high) };
};

/** Heart-rate range in beats a minute for steps of five minutes or more below threshold; none where the rider gave no anchor. */
export function heartBandOf(step: Step, anchor: HeartAnchor | undefined): Band | undefined {
  if (anchor === undefined || Math.max(step.start, step.end) >= 1) return undefined;
  const percent = heartPercentOf(step);
  return percent && beatsOf(percent, anchor);
}

/** Percent of threshold heart rate that goes with a power (fraction of FTP), straight inside each level, rounded down; none from level 5 on. */
export function heartPercentAt(power: number): number | undefined {
  const level = zoneOf(power);
  const [low, high] = HEART_PERCENT[level - 1] ?? [];
  const [bottom, top] = [ZONE_TOPS[level - 2], ZONE_TOPS[level - 1]];
  if (high === undefined || top === undefined) return undefined;
  if (low === undefined || bottom === undefined) return high;
  return Math.floor(low + ((high - low) * (power - bottom)) / (top - bottom) + 1e-9);
}

/** Effort out of 10 that goes with a power (fraction of FTP): the upper end of its level, for it is a ceiling. */
export const feelAt = (power: number): number => EFFORT[zoneOf(power) - 1]?.[1] ?? 10;

/** Effort out of 10 just under threshold, where a ride goes over it in turn: the lower end of the level. */
export const feelUnder = (power: number): number => EFFORT[zoneOf(power) - 1]?.[0] ?? 10;

/** True for a power under threshold that is in its level. */
export const isUnderThreshold = (power: number): boolean => power < 1 && zoneOf(power) === THRESHOLD;

/** True for a power above threshold that is still in its level. */
export const isOverThreshold = (power: number): boolean => power > 1 && zoneOf(power) === THRESHOLD;

/** `115-138`, `4`, or `up to 113` where it begins at nothing. */
export const bandText = ({ low, high }: Band): string => {
  if (low === undefined) return `up to ${high}`;
  return low === high ? String(high) : `${low}-${high}`;
};
