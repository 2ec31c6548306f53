import { timeWords } from "../base/time-words.ts";
import { usualCtlRange } from "../athlete/rider.ts";
import { mean, roundTo } from "../base/numbers.ts";
import { fitnessCurve } from "../load/fitness.ts";
import { taperStart, type PlanView } from "./view.ts";

/** A smaller loss of fitness against the start is not worth a word; a taper alone costs 5 to 14 % (3.4). */
const TOLD_LOSS = 0.02;
/** Recent hours this near those of load weeks are the same hours. */
const SAME_HOURS = 0.05;

const isLost = (fitness: number, from: number): boolean => fitness < from * (1 - TOLD_LOSS);

/** Fitness where it is told: when the plan starts, on the evening before the taper, and on the event's morning or after the last day. */
export interface FitnessAtEnds {
  readonly start: number;
  readonly beforeTaper: number;
  readonly end: number;
}

/** Fitness of a plan at its ends, by its own count. */
export function fitnessAtEnds({ plan, curve, days, eventIndex, taperDays }: PlanView): FitnessAtEnds {
  const start = plan.plan_metadata.starting_ctl;
  const eveningBefore = (day: number): number => curve[day - 1]?.ctl ?? start;
  const end = eventIndex ?? days.length;
  return {
    start,
    beforeTaper: eveningBefore(Math.min(taperStart({ eventIndex, taperDays }), end)),
    end: eveningBefore(end),
  };
}

const meanLoadSeconds = (view: PlanView): number =>
  mean(view.weeks.filter((week) => week.isLoad && week.rideSeconds > 0).map((week) => week.rideSeconds));

/**
 * Points of fitness that an hour more in each load week would bring by the end, easy weeks and taper their share of it: the
 * plan's own loads, an hour's part of each, through the 42-day average.
 */
export function fitnessOfAnHour(view: PlanView): number {
  const seconds = meanLoadSeconds(view);
  const until = view.eventIndex ?? view.days.length;
  if (seconds === 0) return 0;
  const more = view.days.slice(0, until).map((day) => (day.tss * 3600) / seconds);
  return fitnessCurve(more, { ctl: 0, atl: 0 }).at(-1)?.ctl ?? 0;
}

/** Two figures of fitness, rounded so that they differ. */
function pair(a: number, b: number): readonly [number, number] {
  const decimals = Math.round(a) === Math.round(b) ? 1 : 0;
  return [roundTo(a, decimals), roundTo(b, decimals)];
}

/** `9 h 50`: hours of a week are told to ten minutes. */
const inTens = (minutes: number): string => timeWords(Math.round(minutes / 10) * 10);

/** Why the weeks hold less than the start, and what an hour more would bring. */
function hoursPart(view: PlanView): string {
  const { recentMinutes } = view.rider;
  const minutes = meanLoadSeconds(view) / 60;
  const points = Math.round(fitnessOfAnHour(view));
  const beside =
    Math.abs(minutes - recentMinutes) <= recentMinutes * SAME_HOURS
      ? ", as many as you ride now,"
      : minutes < recentMinutes
        ? `, where you ride ${inTens(recentMinutes)} now,`
        : "";
  const more = points < 1 ? "" : `; an hour more a week would bring about ${points} point${points === 1 ? "" : "s"}`;
  return `load weeks of ${inTens(minutes)}${beside} hold no more${more}`;
}

/** What every sentence on a taper's price says; a page that holds it need not say it again. */
export const TAPER_PRICE = "a taper buys freshness with fitness";

/** Fitness at the start that is usual for riders like this one, at its upper end; undefined where the rider gave theirs. */
function usualHigh({ plan }: PlanView): number | undefined {
  const { athlete_profile: profile, plan_metadata: metadata } = plan;
  return profile.assumptions.some(({ field }) => field === "ctl")
    ? usualCtlRange(metadata.starting_ctl).high
    : undefined;
}

/** The same for a plan that keeps the fitness we assume, but not that of riders who bring as much as is usual. */
function usualLossSentence(view: PlanView): string | undefined {
  const { beforeTaper, end } = fitnessAtEnds(view);
  const high = usualHigh(view);
  if (high === undefined || !isLost(end, high) || meanLoadSeconds(view) === 0) return undefined;
  const when = view.eventIndex === undefined ? "at the end" : "on the event's morning";
  const percent = Math.round((1 - end / high) * 100);
  const why = isLost(beforeTaper, high) ? hoursPart(view) : TAPER_PRICE;
  const [low, from] = pair(end, high);
  return `The fitness you start with is assumed. If it is ${from}, the most that is usual for riders like you, you have ${percent} % less ${when}, ${low}: ${why}.`;
}

/** One sentence where a plan ends with less fitness than it starts with: how much, why, and what an hour more would bring. */
export function fitnessLossSentence(view: PlanView): string | undefined {
  const { start, beforeTaper, end } = fitnessAtEnds(view);
  if (!isLost(end, start)) return usualLossSentence(view);
  const [low, high] = pair(end, start);
  const percent = Math.round((1 - end / start) * 100);
  const loss = `${percent} % below the ${high} of the start`;
  if (view.eventIndex === undefined) return `Fitness is ${low} at the end, ${loss}: ${hoursPart(view)}.`;
  if (view.taperDays === 0) return `Fitness is ${low} on the event's morning, ${loss}: ${hoursPart(view)}.`;
  const hours = isLost(beforeTaper, start) ? `, and ${hoursPart(view)}` : "";
  return `Fitness is ${low} on the event's morning, ${loss}: ${TAPER_PRICE}${hours}.`;
}
