import { timeWords } from "../base/time-words.ts";
import type { Intake } from "./parse-intake.ts";
import type { ExperienceLevel, ProfileInput } from "./schema.ts";

/** W/kg: outside we refuse; above `warn` few riders are, whatever the bathroom scales say (training science 7). */
const WATTS_PER_KG = { low: 0.8, high: 7, warnBelow: 1, warnAbove: { female: 4.7, male: 5.3 } };
/** Tanaka 2001: 208 - 0.7 x age, standard deviation about 10 beats; two of them warn, four are refused (7). */
const TANAKA = { base: 208, perYear: 0.7, warn: 20, refuse: 40 };
/** Threshold heart rate as a share of the maximum (7). */
const LTHR_SHARE = { low: 0.75, high: 0.97 };
/** Older riders plan with a warning (7). */
const CHECK_UP_AGE = 65;
/** Hours a week that are unusual for a level: our own judgement, so they only warn. */
const UNUSUAL_HOURS: Readonly<Record<ExperienceLevel, { below: number; above: number }>> = {
  beginner: { below: 0, above: 10 },
  intermediate: { below: 0, above: 18 },
  advanced: { below: 4, above: 25 },
};
/** A long event with little time and no long rides (7). */
const LONG_EVENT = { hours: 4, weeks: 8, share: 1 / 3 };

function checkWeight(profile: ProfileInput, intake: Intake): void {
  if (profile.weight_kg === undefined || profile.ftp === undefined) return;
  const ratio = profile.ftp / profile.weight_kg;
  const shown = `${profile.ftp} W at ${profile.weight_kg} kg is ${ratio.toFixed(1)} W/kg`;
  if (ratio < WATTS_PER_KG.low || ratio > WATTS_PER_KG.high) {
    intake.refuse(
      "weight",
      `expected ${WATTS_PER_KG.low} to ${WATTS_PER_KG.high.toFixed(1)} W/kg; ${shown}. Is one of them in another unit?`,
    );
    return;
  }
  const top = WATTS_PER_KG.warnAbove[profile.sex ?? "male"];
  if (ratio > top) intake.warn(`${shown}: that is professional level. Please check both numbers.`);
  if (ratio < WATTS_PER_KG.warnBelow) intake.warn(`${shown}: unusually low. Please check both numbers.`);
}

function checkHeartRate(profile: ProfileInput, intake: Intake): void {
  const { max_hr: maxHr, lthr, age } = profile;
  if (maxHr === undefined) return;
  if (age !== undefined) {
    const usual = Math.round(TANAKA.base - TANAKA.perYear * age);
    const off = Math.abs(maxHr - (TANAKA.base - TANAKA.perYear * age));
    const shown = `about ${usual} is usual at ${age}`;
    if (off > TANAKA.refuse) intake.refuse("maxHr", `expected within ${TANAKA.refuse} beats of the usual; ${shown}`);
    else if (off > TANAKA.warn) intake.warn(`Maximum heart rate ${maxHr} is unusual: ${shown}. Please check it.`);
  }
  if (lthr === undefined) return;
  const low = Math.ceil(maxHr * LTHR_SHARE.low);
  const high = Math.floor(maxHr * LTHR_SHARE.high);
  if (lthr < low || lthr > high)
    intake.refuse("lthr", `expected ${low} to ${high}: 75 to 97 % of a maximum heart rate of ${maxHr}`);
}

function checkHours(profile: ProfileInput, intake: Intake): void {
  const hours = profile.weekly_hours_available;
  const unusual = UNUSUAL_HOURS[profile.experience_level];
  if (hours > unusual.above)
    intake.warn(
      `${timeWords(hours * 60)} a week is a lot for the level ${profile.experience_level}. Fewer hours that happen beat many that do not.`,
    );
  if (hours < unusual.below)
    intake.warn(
      `${timeWords(hours * 60)} a week is little for the level ${profile.experience_level}: it keeps fitness more than it builds it.`,
    );
}

/** What can be said about one rider's numbers side by side: impossible ones are refused, odd ones warn. */
export function checkPlausible(profile: ProfileInput, intake: Intake): void {
  checkWeight(profile, intake);
  checkHeartRate(profile, intake);
  checkHours(profile, intake);
  if (profile.age !== undefined && profile.age >= CHECK_UP_AGE)
    intake.warn(`At ${profile.age} please have a doctor check you before hard training.`);
}

export interface LongEvent {
  readonly hours: number;
  readonly weeksAway: number;
  readonly longestMinutes: number;
}

/** Warns where a long event comes soon and the long rides are still short. */
export function checkLongEvent({ hours, weeksAway, longestMinutes }: LongEvent, intake: Intake): void {
  const isShort = longestMinutes < hours * 60 * LONG_EVENT.share;
  if (hours > LONG_EVENT.hours && weeksAway < LONG_EVENT.weeks && isShort)
    intake.warn(
      `An event of ${timeWords(hours * 60)} in ${weeksAway} weeks is a long way from your longest ride of ${timeWords(longestMinutes)}.`,
    );
}
