import { timeWords } from "../../base/time-words.ts";
import { ageBandOf, recentHoursOf, startingCtlOf } from "../../athlete/rider.ts";
import type { ExperienceLevel, Profile } from "../../athlete/schema.ts";
import { daysBetween, type CalendarDate } from "../../base/calendar.ts";
import { interpolate, mean, roundTo } from "../../base/numbers.ts";
import type { OverviewWeek } from "../../plan/schema.ts";
import { HOURS_USED_SHARE, TARGET_FTP, TESTS } from "../../rules/limits.ts";

/** FTP gain model (training science 6): gain % after N weeks = G x (1 - e^(-N/10)) x hours x age, reported as x0.5 to x1.5. */
const GAIN: Record<ExperienceLevel, number> = { beginner: 18, intermediate: 10, advanced: 6 };
const TIME_CONSTANT_WEEKS = 10;
const BY_AGE = { under40: 1, "40s": 1, "50s": 0.85, "60plus": 0.7 } as const;
const RANGE = { low: 0.5, high: 1.5 };
/** What plans commonly aim for; never more than the model gives, never less than its range. */
const USUAL_TARGET = 0.05;
/**
 * The gain by the planned load as a share of the present one: whole where the load stays, none on .6 of it, which keeps
 * power at best (training science 6; convention).
 */
const BY_LOAD: readonly (readonly [share: number, gain: number])[] = [
  [0.6, 0],
  [0.85, 1],
];
/** A smaller gain is promised to nobody: tests differ by more from one day to the next (5.4). */
const SMALLEST_GAIN = 0.01;
/** Below this share of FTP nothing but endurance is trained, in percent. */
const EASY_PCT = 75;
/** Fewer hours a week than this are no training: an FTP from before them is as old as the break. */
const BREAK_HOURS = 1;

const byHours = (hours: number): number => (hours < 4 ? 0.6 : hours < 6 ? 0.8 : hours <= 10 ? 1 : 1.1);

/** The weeks that are to bring the gain. */
export interface PlannedGain {
  readonly start: CalendarDate;
  readonly weeks: number;
  /** Hours and load of a week at work: the means of the load weeks. */
  readonly weeklyHours: number;
  readonly weeklyLoad: number;
}

/** Why no higher FTP is aimed for, as half a sentence. */
export interface NoAim {
  readonly kind: "test first" | "held";
  readonly text: string;
}

export interface FtpOutlook {
  /** The rider's own target, or what may be aimed for; the current FTP where nothing is promised. */
  readonly targetFtp: number | undefined;
  readonly expected: { readonly low: number; readonly model: number; readonly high: number } | undefined;
  /** Why nothing is promised; undefined where something is. */
  readonly noAim: NoAim | undefined;
  readonly warning: string | undefined;
}

/** What a plan's weeks hold, as the gain model asks for it. */
export function plannedGain(start: CalendarDate, weeks: readonly OverviewWeek[]): PlannedGain {
  const isWork = ({ week_type: type }: OverviewWeek): boolean => type !== "recovery" && type !== "taper";
  const work = weeks.some(isWork) ? weeks.filter(isWork) : weeks;
  return {
    start,
    weeks: weeks.length,
    weeklyHours: mean(work.map((week) => week.target_hours)),
    weeklyLoad: mean(work.map((week) => week.target_tss)),
  };
}

/** A plan without power aims at no FTP. */
const NO_OUTLOOK: FtpOutlook = { targetFtp: undefined, expected: undefined, noAim: undefined, warning: undefined };

/** The FTP to aim for and what this rider may expect of these weeks, in watts. A given target is kept, and flagged where it is bold. */
export function ftpOutlook(profile: Profile, planned: PlannedGain, given: number | undefined): FtpOutlook {
  const { ftp } = profile;
  if (ftp === undefined) return NO_OUTLOOK;
  const stale = staleReason(profile, planned.start);
  const gain = stale === undefined && !isEasyToTheEnd(profile, planned) ? gainShare(profile, planned) : 0;
  const share = gain < SMALLEST_GAIN ? 0 : gain;
  const at = (factor: number): number => Math.round(ftp * (1 + share * factor));
  const expected = { low: at(RANGE.low), model: at(1), high: at(RANGE.high) };
  const usual = Math.max(expected.low, Math.round(ftp * (1 + Math.min(USUAL_TARGET, share))));
  return {
    targetFtp: given ?? usual,
    expected,
    noAim: usual > ftp ? undefined : noAimOf(stale, profile, planned),
    warning: given === undefined ? undefined : targetWarning(ftp, given, { share, stale }),
  };
}

const loadShare = (profile: Profile, { weeklyLoad }: PlannedGain): number => weeklyLoad / (startingCtlOf(profile) * 7);

/** The expected gain as a share of FTP. */
function gainShare(profile: Profile, planned: PlannedGain): number {
  // Load weeks hold nearly the hours offered; where days or growth leave less, the gain is that of fewer hours.
  const hours = Math.min(profile.weekly_hours_available, planned.weeklyHours / HOURS_USED_SHARE);
  return (
    (GAIN[profile.experience_level] / 100) *
    (1 - Math.exp(-planned.weeks / TIME_CONSTANT_WEEKS)) *
    byHours(roundTo(hours, 1)) *
    BY_AGE[profile.age === undefined ? "under40" : ageBandOf(profile.age)] *
    interpolate(BY_LOAD, loadShare(profile, planned))
  );
}

/** True where a limit leaves hardly anything but easy riding, through the last week. */
const isEasyToTheEnd = ({ held_back: held = [] }: Profile, { weeks }: PlannedGain): boolean =>
  held.some(({ max_power_pct, through_week }) => max_power_pct <= EASY_PCT && through_week >= weeks);

/** Why an FTP is too old to promise anything on it; undefined where it is not, or nobody knows its day. */
function staleReason(profile: Profile, start: CalendarDate): string | undefined {
  const { ftp_test_date: tested, recent_weekly_hours: recent, stale_ftp: isStale } = profile;
  if (profile.feel_through_week !== undefined) return "test first, for yours is an estimate";
  if (isStale === true) return "test first, for yours is from before a break";
  const days = tested === undefined ? undefined : daysBetween(tested, start);
  if (days !== undefined && days > TESTS.longestGapDays)
    return `test first, for yours is ${Math.round(days / 7)} weeks old when the plan starts`;
  const isIdle = recent !== undefined && recent < BREAK_HOURS;
  if (isIdle && (days === undefined || days > TESTS.freshDays)) return "test first, for yours is from before a break";
  return undefined;
}

function noAimOf(stale: string | undefined, profile: Profile, planned: PlannedGain): NoAim {
  if (stale !== undefined) return { kind: "test first", text: stale };
  if (isEasyToTheEnd(profile, planned))
    return { kind: "held", text: `nothing above ${EASY_PCT} % of FTP keeps power at best` };
  const share = loadShare(profile, planned);
  const text =
    interpolate(BY_LOAD, share) < 1
      ? `load weeks of ${timeWords(Math.round(planned.weeklyHours * 6) * 10)} hold ${Math.round(share * 100)} % of the load you ride now (${timeWords(Math.round(recentHoursOf(profile) * 6) * 10)} a week), which keeps power at best`
      : "these weeks are too few for a gain that can be measured";
  return { kind: "held", text };
}

function targetWarning(
  ftp: number,
  target: number,
  { share, stale }: { share: number; stale: string | undefined },
): string | undefined {
  const wanted = target / ftp - 1;
  const percent = (value: number): string => `${Math.round(value * 1000) / 10} %`;
  if (stale !== undefined && wanted > 0)
    return `A target FTP of ${target} W cannot be judged yet: ${stale}. Workouts use your current FTP.`;
  if (wanted > share * TARGET_FTP.unrealistic || wanted > 0.25)
    return `A target FTP of ${target} W is ${percent(wanted)} up; the model expects about ${percent(share)} in this time, so treat it as a distant goal. Workouts use your current FTP.`;
  if (wanted > share * TARGET_FTP.flagged)
    return `A target FTP of ${target} W is ambitious: ${percent(wanted)} up, where the model expects about ${percent(share)}. Workouts use your current FTP.`;
  return undefined;
}
