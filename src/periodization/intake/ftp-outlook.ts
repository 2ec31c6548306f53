import { ageBandOf } from "../../athlete/rider.ts";
import type { ExperienceLevel, Profile } from "../../athlete/schema.ts";
import { TARGET_FTP } from "../../rules/limits.ts";

/** FTP gain model (training science 6): gain % after N weeks = G x (1 - e^(-N/10)) x hours x age, reported as x0.5 to x1.5. */
const GAIN: Record<ExperienceLevel, number> = { beginner: 18, intermediate: 10, advanced: 6 };
const TIME_CONSTANT_WEEKS = 10;
const BY_AGE = { under40: 1, "40s": 1, "50s": 0.85, "60plus": 0.7 } as const;
const RANGE = { low: 0.5, high: 1.5 };
/** What plans commonly aim for; never more than the model gives. */
const USUAL_TARGET = 0.05;
/** Below this share of FTP nothing but endurance is trained, in percent. */
const EASY_PCT = 75;

const byHours = (hours: number): number => (hours < 4 ? 0.6 : hours < 6 ? 0.8 : hours <= 10 ? 1 : 1.1);

export interface FtpOutlook {
  readonly targetFtp: number;
  readonly expected: { readonly low: number; readonly model: number; readonly high: number };
  readonly warning: string | undefined;
}

/** No gain is promised on an FTP from before a long break, nor where hardly anything but easy riding is allowed to the end. */
const isPromised = (profile: Profile, weeks: number): boolean =>
  profile.stale_ftp !== true &&
  !(profile.held_back ?? []).some(
    ({ by, max_power_pct, through_week }) => by !== "comeback" && max_power_pct <= EASY_PCT && through_week >= weeks,
  );

/** Gain of so many weeks as a share of FTP. */
const modelShare = (profile: Profile, weeks: number): number =>
  (GAIN[profile.experience_level] / 100) *
  (1 - Math.exp(-weeks / TIME_CONSTANT_WEEKS)) *
  byHours(profile.weekly_hours_available) *
  BY_AGE[profile.age === undefined ? "under40" : ageBandOf(profile.age)];

/** The FTP to aim for and what this rider may expect of these weeks, in watts. A given target is kept, and flagged where it is bold. */
export function ftpOutlook(profile: Profile, weeks: number, given: number | undefined): FtpOutlook {
  const share = isPromised(profile, weeks) ? modelShare(profile, weeks) : 0;
  const at = (factor: number): number => Math.round(profile.ftp * (1 + share * factor));
  const expected = { low: at(RANGE.low), model: at(1), high: at(RANGE.high) };
  const usual = Math.round(profile.ftp * (1 + Math.min(USUAL_TARGET, share)));
  return {
    targetFtp: given ?? usual,
    expected,
    warning: given === undefined ? undefined : targetWarning(profile.ftp, given, share),
  };
}

function targetWarning(ftp: number, target: number, share: number): string | undefined {
  const wanted = target / ftp - 1;
  const percent = (value: number): string => `${Math.round(value * 1000) / 10} %`;
  if (wanted > share * TARGET_FTP.unrealistic || wanted > 0.25)
    return `A target FTP of ${target} W is ${percent(wanted)} up; the model expects about ${percent(share)} in this time, so treat it as a distant goal. Workouts use your current FTP.`;
  if (wanted > share * TARGET_FTP.flagged)
    return `A target FTP of ${target} W is ambitious: ${percent(wanted)} up, where the model expects about ${percent(share)}. Workouts use your current FTP.`;
  return undefined;
}
