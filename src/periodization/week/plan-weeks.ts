import { hoursOf, roundTo, sum } from "../../base/numbers.ts";
import { FITNESS_DAYS, formOf, nextFitness } from "../../load/fitness.ts";
import { LOWEST_FORM, LOWEST_FORM_AFTER_WEEK, RAMP_AFTER_BREAK, weekRampLimit } from "../../rules/limits.ts";
import type { Reason } from "../../workout/schema.ts";
import type { SeasonWeek } from "../season/season.ts";
import { fillLoadWeek, type FilledWeek } from "./load-week.ts";
import type { PlanBasis } from "./plan-basis.ts";
import type { PlannedRide } from "./planned-ride.ts";
import { NEVER, startProgress, type PlannedWeek, type Progress } from "./progress.ts";
import { fillRecoveryWeek, loadOfRides } from "./recovery-week.ts";
import { shareMinutes, wholeWeek } from "./share-minutes.ts";
import { planTaper, usualMinutes, type TaperRide } from "./taper.ts";
import { weekBounds, type WeekBounds } from "./week-hours.ts";

/** Room kept to the limits of ramp and form, because the library meets a planned load only nearly. */
const MARGIN = { ramp: 0.98, evenRamp: 0.95, form: 1.5 };
/** A week that is too hard is made shorter in this many halvings, down to this share of its minutes. */
const GUARD = { halvings: 7, least: 0.35 };

/** Every week of a plan, in order: each knows what the weeks before it left. */
export function planWeeks(basis: PlanBasis): PlannedWeek[] {
  let progress = startProgress(basis.rider);
  let taper: readonly TaperRide[] | undefined;
  const planned: PlannedWeek[] = [];
  for (const week of basis.season.weeks) {
    const inTaper = week.firstDay + 6 >= basis.season.taperFrom;
    const before = planWeek(basis, week, progress);
    let result = before;
    if (inTaper) {
      const kept = keptBefore(basis, progress, before);
      taper ??= planTaper(basis, progress, {
        hardBefore: [progress.lastHard, ...hardDaysOf(week, kept)],
        vo2Before: Math.max(NEVER, ...kept.filter((ride) => ride.isVo2).map((ride) => week.firstDay + ride.weekday)),
      });
      result = withTaper({
        before,
        kept,
        taperRides: taper,
        taperFrom: basis.season.taperFrom,
        ceiling: basis.rider.ceilingMinutes,
      });
    }
    planned.push(result);
    progress = nextProgress(progress, result, inTaper);
  }
  return planned;
}

/** A ride before the taper may become this much longer than its own week would have it. */
const MOST_STRETCH = 1.1;

/** The rides of a week before its taper begins, with their days' part of a usual week, as near as may be, whichever days those are. */
function keptBefore(
  { season, rider }: PlanBasis,
  progress: Progress,
  { week, rides, minutes }: PlannedWeek,
): PlannedRide[] {
  const kept = rides.filter((ride) => week.firstDay + ride.weekday < season.taperFrom);
  const part = (season.taperFrom - week.firstDay) / 7;
  const stretched = kept.map((ride) => ({
    ...ride,
    most: Math.max(ride.minutes, Math.min(ride.most, wholeWeek(ride.minutes * MOST_STRETCH, minutes))),
  }));
  return shareMinutes(stretched, wholeWeek(usualMinutes(rider, progress) * part));
}

function planWeek(basis: PlanBasis, week: SeasonWeek, progress: Progress): PlannedWeek {
  if (week.kind === "recovery") return recoveryWeek(basis, week, progress);
  return guarded(basis, week, { progress, bounds: weekBounds(basis, week, progress) });
}

function recoveryWeek(basis: PlanBasis, week: SeasonWeek, progress: Progress): PlannedWeek {
  const filled = fillRecoveryWeek(basis, week, progress);
  const bound: Reason = week.isForced
    ? {
        id: "days-off",
        text: `${week.daysOff} of your days are off, so this week recovers`,
        numbers: { days_off: week.daysOff },
      }
    : {
        id: "recovery-week",
        text: "less riding, so that the work of the last weeks can settle",
        numbers: { load_weeks_before: progress.block.length },
      };
  return asPlanned(week, filled, { bound, riddenRungs: progress.riddenRungs });
}

/** The week at its bounds, made shorter, then easier, until fitness rises no faster and form falls no lower than allowed. */
function guarded(
  basis: PlanBasis,
  week: SeasonWeek,
  { progress, bounds }: { progress: Progress; bounds: WeekBounds },
): PlannedWeek {
  const tryAt = (minutes: number, hardDays?: number): { filled: FilledWeek | undefined; isSafe: boolean } => {
    const filled = fillLoadWeek(basis, week, {
      progress,
      bounds: { ...bounds, minutes: wholeWeek(minutes) },
      hardDays,
    });
    return { filled, isSafe: filled === undefined || isSafe(basis, { progress, week }, filled.rides) };
  };
  const whole = tryAt(bounds.minutes);
  if (whole.isSafe) return asPlanned(week, whole.filled, { bound: bounds.bound, riddenRungs: progress.riddenRungs });
  for (const hardDays of [undefined, 1, 0]) {
    let safe: { minutes: number; filled: FilledWeek | undefined } | undefined;
    let low = bounds.minutes * GUARD.least;
    let high = bounds.minutes;
    for (let i = 0; i < GUARD.halvings; i++) {
      const minutes = i === 0 && hardDays !== undefined ? high : (low + high) / 2;
      const attempt = tryAt(minutes, hardDays);
      if (attempt.isSafe) {
        safe = { minutes, filled: attempt.filled };
        low = minutes;
      } else high = minutes;
    }
    if (safe !== undefined && safe.minutes > bounds.minutes * 0.6) return rampWeek(basis, week, { progress, ...safe });
    if (safe !== undefined && hardDays === 0) return rampWeek(basis, week, { progress, ...safe });
  }
  return rampWeek(basis, week, { progress, filled: tryAt(bounds.minutes * GUARD.least, 0).filled });
}

function rampWeek(
  basis: PlanBasis,
  week: SeasonWeek,
  { progress, filled }: { progress: Progress; filled: FilledWeek | undefined },
): PlannedWeek {
  const limit = roundTo(weekRampLimit(basis.rider), 1);
  const minutes = sum((filled?.rides ?? []).map((ride) => ride.minutes));
  const bound: Reason = {
    id: "safe-ramp",
    text: `${hoursOf(minutes)} h: your fitness of ${Math.round(progress.fitness.ctl)} may rise by ${limit} a week at most`,
    numbers: {
      planned_hours: hoursOf(minutes),
      fitness: Math.round(progress.fitness.ctl),
      ramp_limit: limit,
    },
  };
  return asPlanned(week, filled, { bound, riddenRungs: progress.riddenRungs });
}

function isSafe(
  { rider }: PlanBasis,
  { progress: { fitness: start, lastRide }, week }: { progress: Progress; week: SeasonWeek },
  rides: readonly PlannedRide[],
): boolean {
  const first = week.firstDay + Math.min(...rides.map((ride) => ride.weekday));
  const share = first - lastRide - 1 > RAMP_AFTER_BREAK.days ? RAMP_AFTER_BREAK.share : 1;
  let progress = start;
  for (let weekday = 0; weekday < 7; weekday++) {
    if (formOf(progress) < LOWEST_FORM + MARGIN.form) return false;
    const load = sum(rides.filter((ride) => ride.weekday === weekday).map((ride) => ride.loadAt(ride.minutes)));
    progress = nextFitness(progress, load);
  }
  const limit = weekRampLimit(rider) * share;
  return (
    progress.ctl - start.ctl <= limit * MARGIN.ramp &&
    loadOfRides(rides) <= loadForRamp(start.ctl, limit * MARGIN.evenRamp) &&
    formOf(progress) >= LOWEST_FORM_AFTER_WEEK[rider.level] + MARGIN.form
  );
}

/**
 * Load of a week that raises fitness by so many points when each day has the same (training science 1.2): the same for every
 * choice of days, where rides late in the week would allow less and early ones more.
 */
const loadForRamp = (ctl: number, points: number): number => 7 * (ctl + points / (1 - (1 - 1 / FITNESS_DAYS) ** 7));

function asPlanned(
  week: SeasonWeek,
  filled: FilledWeek | undefined,
  rest: { bound: Reason; riddenRungs: Progress["riddenRungs"] },
): PlannedWeek {
  const rides = filled?.rides ?? [];
  return {
    week,
    rides,
    strength: filled?.strength ?? [],
    minutes: sum(rides.map((ride) => ride.minutes)),
    load: loadOfRides(rides),
    bound: rest.bound,
    template: filled?.template,
    riddenRungs: filled?.riddenRungs ?? rest.riddenRungs,
  };
}

function withTaper(input: {
  before: PlannedWeek;
  kept: readonly PlannedRide[];
  taperRides: readonly TaperRide[];
  taperFrom: number;
  ceiling: number;
}): PlannedWeek {
  const { week } = input.before;
  const inWeek = input.taperRides.filter((ride) => ride.day >= week.firstDay && ride.day < week.firstDay + 7);
  const taperRides = underCeiling(inWeek, input.ceiling - sum(input.kept.map((ride) => ride.minutes)));
  const rides = [...input.kept, ...taperRides].sort((a, b) => a.weekday - b.weekday);
  const minutes = sum(rides.map((ride) => ride.minutes));
  return {
    ...input.before,
    rides,
    strength: input.before.strength.filter(
      (day) =>
        week.firstDay + day.weekday < input.taperFrom &&
        rides.some((ride) => ride.weekday === day.weekday) &&
        !rides.some((ride) => ride.weekday === day.weekday + 1 && ride.role !== "easy"),
    ),
    minutes,
    load: loadOfRides(rides),
    bound: {
      id: "taper",
      text: "less riding before the event, the same power in the short hard parts",
      numbers: { planned_hours: hoursOf(minutes) },
    },
  };
}

/** The first days of a taper share their week with load days: together they stay under the rider's ceiling. */
function underCeiling(rides: readonly TaperRide[], most: number): TaperRide[] {
  let over = sum(rides.map((ride) => ride.minutes)) - most;
  if (over <= 0) return [...rides];
  const shorter = rides.map((ride) => {
    const less = Math.min(over, Math.max(0, ride.minutes - Math.ceil(ride.least)));
    over -= less;
    return { ...ride, minutes: ride.minutes - less };
  });
  return over <= 0 ? shorter : underCeiling(shorter.slice(1), most);
}

const hardDaysOf = (week: SeasonWeek, rides: readonly PlannedRide[]): number[] =>
  rides
    .filter((ride) => ride.role === "key" || ride.role === "test" || ride.isHard)
    .map((ride) => week.firstDay + ride.weekday);

function nextProgress(progress: Progress, planned: PlannedWeek, inTaper: boolean): Progress {
  const { week, rides } = planned;
  const dayOf = (ride: PlannedRide): number => week.firstDay + ride.weekday;
  const last = (days: readonly number[], before: number): number => Math.max(before, ...days);
  let fitness = progress.fitness;
  for (let weekday = 0; weekday < 7; weekday++)
    fitness = nextFitness(
      fitness,
      sum(rides.filter((ride) => ride.weekday === weekday).map((ride) => ride.loadAt(ride.minutes))),
    );
  const longest = Math.max(0, ...rides.map((ride) => ride.minutes));
  const isFullLoad = week.kind === "load" && !inTaper && rides.length > 0;
  const long = rides.find((ride) => ride.role === "long");
  return {
    ...progress,
    riddenRungs: planned.riddenRungs,
    fitness,
    longestMinutes: Math.max(progress.longestMinutes, longest),
    longestPlanned: Math.max(progress.longestPlanned, longest),
    bestMinutes: isFullLoad ? Math.max(progress.bestMinutes, planned.minutes) : progress.bestMinutes,
    block: week.kind === "recovery" ? [] : isFullLoad ? [...progress.block, planned] : progress.block,
    lastLoads: isFullLoad ? [...progress.lastLoads, planned].slice(-3) : progress.lastLoads,
    lastLongMinutes: isFullLoad ? longest : progress.lastLongMinutes,
    lastHard: last(hardDaysOf(week, rides), progress.lastHard),
    lastVo2: last(rides.filter((ride) => ride.isVo2).map(dayOf), progress.lastVo2),
    lastTest: last(rides.filter((ride) => ride.role === "test").map(dayOf), progress.lastTest),
    lastRide: last(rides.map(dayOf), progress.lastRide),
    lastStrength: last(
      planned.strength.map((session) => week.firstDay + session.weekday),
      progress.lastStrength,
    ),
    lastLong: long === undefined ? undefined : long.weekday,
    template: isFullLoad ? planned.template : progress.template,
    turns: isFullLoad ? { ...progress.turns, [week.phase]: progress.turns[week.phase] + 1 } : progress.turns,
  };
}
