import { SHORTEST_RIDE_MINUTES } from "../../athlete/rider.ts";
import type { RuleId } from "../../rules/catalogue.ts";
import type { Finding } from "../../rules/finding.ts";
import { TAPER_CUT, TAPER_DAYS } from "../../rules/limits.ts";
import type { Tuning } from "./tuning.ts";

/** Attempts at a plan: the first, and those that were tuned after a rule was broken. */
export const MOST_ATTEMPTS = 6;

/** What an attempt broke: its findings of one rule, and the days of taper that it was planned with. */
interface Broken {
  readonly findings: readonly [Finding, ...Finding[]];
  readonly taperDays: number;
}

/** The next tuning after a rule was found broken, or undefined where nothing more can be tried for it. */
type Retune = (now: Tuning, broken: Broken) => Tuning | undefined;

/** A week that is too hard keeps this share of its minutes, for each finding in it. */
const EASIER_WEEK = 0.96;

/** A little less riding in a week puts right that fitness rises too fast or form falls too low in it. */
const easierWeeks: Retune = (now, { findings }) => {
  const easing = new Map(now.easing);
  for (const { week } of findings) if (week !== undefined) easing.set(week, (easing.get(week) ?? 1) * EASIER_WEEK);
  return findings.some(({ week }) => week !== undefined) ? { ...now, easing } : undefined;
};

/** The share of the load weeks before it that a recovery week is planned at: half way between its limits there (2.4). */
const RECOVERY_PLANNED = 0.6;

/** A recovery week that turned out too heavy or too light is planned as if it always did. */
const otherRecovery: Retune = (now, { findings }) => {
  const recovery = new Map(now.recovery);
  for (const { week, numbers } of findings)
    if (week !== undefined && numbers.share !== undefined && numbers.share > 0)
      recovery.set(week, ((recovery.get(week) ?? 1) * numbers.share) / RECOVERY_PLANNED);
  return recovery.size > 0 ? { ...now, recovery } : undefined;
};

/** A retuned taper cuts this much more than the least that is allowed, or less than the most: a share of the riding. */
const CUT_MARGIN = 0.02;
/** By so many days a taper gets shorter or longer. */
const TAPER_STEP_DAYS = 2;

/** A flat or tired morning is put right by another cut, then by a shorter or longer taper. */
const otherTaper: Retune = (now, { findings, taperDays: days }) => {
  const { form } = findings[0].numbers;
  const later = findings.find(({ date }) => date !== undefined);
  if (later?.date !== undefined) return otherLaterTaper(now, later.date, later.numbers);
  if (form === undefined || days === 0) return undefined;
  const taperCut = form > 0 ? TAPER_CUT.low + CUT_MARGIN : TAPER_CUT.high - CUT_MARGIN;
  if (now.taperCut !== taperCut) return { ...now, taperCut };
  const taperDays = form > 0 ? days - TAPER_STEP_DAYS : days + TAPER_STEP_DAYS;
  return taperDays >= TAPER_DAYS.fewest && taperDays <= TAPER_DAYS.most ? { ...now, taperCut, taperDays } : undefined;
};

/** The taper of a later A keeps its days: only its cut is another. */
function otherLaterTaper(now: Tuning, date: string, { form }: Finding["numbers"]): Tuning | undefined {
  if (form === undefined || now.laterCuts.has(date)) return undefined;
  const cut = form > 0 ? TAPER_CUT.low + CUT_MARGIN : TAPER_CUT.high - CUT_MARGIN;
  return { ...now, laterCuts: new Map(now.laterCuts).set(date, cut) };
}

/** The work of every week is cut to this share, down to the least of what it was, where a phase has too little easy riding. */
const LESS_WORK = { share: 0.93, least: 0.85 };

const lessWork: Retune = (now) => {
  const workShare = now.workShare * LESS_WORK.share;
  return workShare >= LESS_WORK.least ? { ...now, workShare } : undefined;
};

/** The longest ride moves to a day where it belongs; where those days cannot hold it, the weeks before get shorter rides too. */
const shorterLongRide: Retune = (now, { findings }) => {
  const most = findings[0].numbers.in_window;
  if (most === undefined) return undefined;
  if (!now.isLongInTime) return { ...now, isLongInTime: true };
  const longCap = Math.min(most, now.longCap - 1);
  return longCap < SHORTEST_RIDE_MINUTES ? undefined : { ...now, longCap };
};

/** How our own source plans otherwise when a plan breaks a rule, by that rule. A rule that is not here has no other plan. */
const RETUNES: Partial<Record<RuleId, Retune>> = {
  "fitness-ramp": easierWeeks,
  "form-after-week": easierWeeks,
  "lowest-form": easierWeeks,
  "recovery-load": otherRecovery,
  "event-form": otherTaper,
  "easy-share": lessWork,
  "longest-ride-timing": shorterLongRide,
};

/** The tuning for another attempt after these findings, or undefined where there is none to try. */
export function retuned(
  now: Tuning,
  { findings, taperDays }: { findings: readonly Finding[]; taperDays: number },
): Tuning | undefined {
  let next = now;
  for (const [rule, retune] of Object.entries(RETUNES)) {
    const [first, ...more] = findings.filter((finding) => finding.rule === rule);
    if (first !== undefined) next = retune(next, { findings: [first, ...more], taperDays }) ?? next;
  }
  return next === now ? undefined : next;
}
