import { ageBandOf, recentHoursOf, type AgeBand } from "../../athlete/rider.ts";
import { ACCEPTED } from "../../athlete/accepted-range.ts";
import type { ExperienceLevel, HealthAnswers, ProfileInput } from "../../athlete/schema.ts";
import { isWithoutPower } from "../../athlete/train-by.ts";
import { clamp, interpolate } from "../../base/numbers.ts";

/** FTP by level in watts per kilogram, on the careful side of the bands of training science 1.5 (convention, 12.4). */
const WATTS_PER_KG: Readonly<Record<ExperienceLevel, number>> = { beginner: 2.1, intermediate: 2.8, advanced: 3.5 };
/** What the hours a week that a rider rides now add to it, in watts per kilogram (convention, 12.4). */
const BY_HOURS: readonly (readonly [hours: number, more: number])[] = [
  [2, -0.3],
  [6, 0],
  [11, 0.4],
];
/** Share by sex (1.5); who does not say is taken for the middle of both. */
const BY_SEX = { female: 0.88, male: 1, unsaid: 0.94 } as const;
/** Share by age (convention, 12.4). */
const BY_AGE: Readonly<Record<AgeBand, number>> = { under40: 1, "40s": 1, "50s": 0.92, "60plus": 0.82 };
/** From here on only half of a kilogram adds to it: power goes by lean weight (convention, 12.4). Kilograms. */
const FULL_WEIGHT = 85;
/** How far riders with the same answers lie apart. */
const SPREAD = { low: 0.8, high: 1.2 };
/** The weeks that are ridden by feel, where a test follows them. */
const FEEL_WEEKS = 4;
const STEP_WATTS = 5;

/** An FTP that nobody measured, in watts, and the range in which it may lie. */
export interface AssumedFtp {
  readonly watts: number;
  readonly low: number;
  readonly high: number;
}

const rounded = (watts: number): number => {
  const { low, high } = ACCEPTED.ftpWatts;
  return clamp(Math.round(watts / STEP_WATTS) * STEP_WATTS, low, high);
};

/** The FTP of a rider who trains by power and knows none, from weight, level and what they ride; undefined for every other. */
export function assumedFtp(profile: ProfileInput): AssumedFtp | undefined {
  const { ftp, weight_kg: weight, experience_level: level, age, sex } = profile;
  if (ftp !== undefined || weight === undefined || isWithoutPower(profile)) return undefined;
  const hours = recentHoursOf({ ...profile, assumptions: [] });
  const perKg = (WATTS_PER_KG[level] + interpolate(BY_HOURS, hours)) * BY_SEX[sex ?? "unsaid"];
  const counted = Math.min(weight, FULL_WEIGHT) + Math.max(0, weight - FULL_WEIGHT) / 2;
  const watts = perKg * counted * (age === undefined ? 1 : BY_AGE[ageBandOf(age)]);
  return { watts: rounded(watts), low: rounded(watts * SPREAD.low), high: rounded(watts * SPREAD.high) };
}

/** No test at full effort before age and health are known (12.4). */
const isKnownToTest = (age: number | undefined, health: HealthAnswers | undefined): boolean =>
  age !== undefined &&
  health?.active !== undefined &&
  (health.disease !== undefined || health.heart_disease !== undefined);

/** What an assumed FTP does to a plan: how long it is ridden by feel, and whether a test may come. */
export function untilTested(
  { age, health }: Pick<ProfileInput, "age" | "health">,
  { weeks, wantsTests }: { readonly weeks: number; readonly wantsTests: boolean },
): { readonly feelThroughWeek: number; readonly mayTest: boolean } {
  const mayTest = wantsTests && isKnownToTest(age, health);
  return { mayTest, feelThroughWeek: mayTest ? Math.min(weeks, FEEL_WEEKS) : weeks };
}
