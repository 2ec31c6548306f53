import { interpolate } from "../base/numbers.ts";
import { EFFORT_CAP_PCT, HEART_MAX_POWER_PCT } from "./safety-limits.ts";
import type { EffortCap, HeldBack, ProfileInput } from "./schema.ts";

/*
 * A limit on heart rate or feel as one on power, by the tops of the zones (training science 1.5): where both lie between two
 * tops, so does the other, rounded down to whole percents.
 */

/** Share of threshold heart rate, and percent of FTP. */
const POWER_BY_HEART: readonly (readonly [number, number])[] = [
  [0.68, 55],
  [0.83, 75],
  [0.94, 90],
  [1.05, 105],
  [1.1, 120],
];
/** How hard it feels of 10, and percent of FTP. */
const POWER_BY_FEEL: readonly (readonly [number, number])[] = [
  [2, 55],
  [3, 75],
  [4, 90],
  [5, 105],
  [7, 120],
  [8, 150],
];
/** Threshold heart rate of a rider who knows only the maximum (1.5). */
const THRESHOLD_OF_MAX = 0.9;
/** The lowest heart rate that easy riding keeps to, as a share of that at threshold. */
const LEAST_SHARE = 0.68;

type Heart = Pick<ProfileInput, "lthr" | "max_hr" | "health">;

/** The rider's heart rate at threshold; undefined where nobody knows it, or a drug slows the heart. */
const thresholdOf = ({ lthr, max_hr: max, health }: Heart): number | undefined =>
  health?.beta_blockers === true ? undefined : (lthr ?? (max === undefined ? undefined : max * THRESHOLD_OF_MAX));

/** The lowest heart rate that may be named as the most; undefined where the rider's own is not known. */
export function leastCapHeartRate(profile: Heart): number | undefined {
  const threshold = thresholdOf(profile);
  return threshold === undefined ? undefined : Math.ceil(threshold * LEAST_SHARE);
}

type Cap = Pick<HeldBack, "max_power_pct" | "max_heart_rate" | "max_feel" | "by_feel">;

function heartCap(cap: EffortCap, profile: Heart): Cap[] {
  const most = cap.max_heart_rate;
  if (most === undefined) return [];
  const threshold = thresholdOf(profile);
  return threshold === undefined
    ? [{ max_power_pct: HEART_MAX_POWER_PCT, max_heart_rate: most, by_feel: true }]
    : [{ max_power_pct: Math.floor(interpolate(POWER_BY_HEART, most / threshold)), max_heart_rate: most }];
}

/** The limits on power that a rider's cap amounts to, the lowest alone; none where it holds nothing down. */
export function powerCaps(cap: EffortCap, profile: Heart): Cap[] {
  const all: Cap[] = [
    ...(cap.max_power_pct === undefined ? [] : [{ max_power_pct: cap.max_power_pct }]),
    ...heartCap(cap, profile),
    ...(cap.max_feel === undefined
      ? []
      : [{ max_power_pct: Math.floor(interpolate(POWER_BY_FEEL, cap.max_feel)), max_feel: cap.max_feel }]),
  ];
  const lowest = Math.min(...all.map(({ max_power_pct: most }) => most));
  return all
    .filter(({ max_power_pct: most }) => most < EFFORT_CAP_PCT.high || most === cap.max_power_pct)
    .filter((one) => one.max_power_pct === lowest || one.max_heart_rate !== undefined);
}
