import { MOST_RIDING_DAYS } from "../../rules/limits.ts";
import { isHeldEasy } from "../../athlete/easy-throughout.ts";
import { riderInWeek } from "../../athlete/rider-in-week.ts";
import { WEEKDAYS } from "../../base/calendar.ts";
import { clamp, hoursOf, sum } from "../../base/numbers.ts";
import type { Reason } from "../../workout/schema.ts";
import type { Season, SeasonWeek } from "../season/season.ts";
import { fillLoadWeek, type FilledWeek } from "./load-week.ts";
import { recoveryReason } from "./recovery-reason.ts";
import { loadReason, loadRoom, type LoadRoom } from "./load-room.ts";
import type { PlanBasis } from "./plan-basis.ts";
import type { PlannedRide } from "./planned-ride.ts";
import { hardDaysOf, nextProgress } from "./next-progress.ts";
import { givenMinutes, NEVER, startProgress, type PlannedWeek, type Progress } from "./progress.ts";
import { fillRecoveryWeek, loadOfRides } from "./recovery-week.ts";
import { shareMinutes, wholeWeek } from "./share-minutes.ts";
import { strengthKept } from "./strength.ts";
import { planTaper, usualMinutes, type TaperRide } from "./taper.ts";
import { weekBounds, type WeekBounds } from "./week-hours.ts";

/** A week that is too hard is made shorter in so many tries, down to this share of its minutes; this little room is none. */
const GUARD = { tries: 6, stepMinutes: 5, least: 0.35, nearly: 1.02 };
/** A week that would keep less than this part of its minutes loses a hard day instead. */
const ENOUGH = 0.6;

/** The weeks of a plan up to one of them, and what they leave to the next. */
export interface WeeksSoFar {
  readonly planned: readonly PlannedWeek[];
  readonly progress: Progress;
}

const inTaper = ({ season }: PlanBasis, week: SeasonWeek): boolean => week.firstDay + 6 >= season.taperFrom;

/** The weeks before any day of the taper, in order: each knows what the weeks before it left. */
export function weeksBeforeTaper(
  basis: PlanBasis,
  from: WeeksSoFar = { planned: [], progress: startProgress(basis.rider) },
): WeeksSoFar {
  let { progress } = from;
  const planned = [...from.planned];
  for (const week of basis.season.weeks.slice(planned.length)) {
    if (inTaper(basis, week)) break;
    const result = planWeek(basis, week, progress);
    planned.push(result);
    progress = nextProgress(progress, result, false);
  }
  return { planned, progress };
}

/** Every week of a plan, in order, where those before the taper are known. */
export const planWeeks = (basis: PlanBasis, before?: WeeksSoFar): PlannedWeek[] => [
  ...weeksToEnd(basis, before).planned,
];

/** The same with what they leave to a leg behind them. */
export function weeksToEnd(basis: PlanBasis, before: WeeksSoFar = weeksBeforeTaper(basis)): WeeksSoFar {
  let { progress } = before;
  let taper: readonly TaperRide[] | undefined;
  const planned = [...before.planned];
  for (const week of basis.season.weeks.slice(planned.length)) {
    const usual = planWeek(basis, week, progress);
    const kept = keptBefore(basis, progress, usual);
    taper ??= planTaper(basis, progress, {
      hardBefore: [progress.lastHard, ...hardDaysOf(week, kept)],
      longBefore: kept.some((ride) => ride.role === "long"),
      vo2Before: Math.max(NEVER, ...kept.filter((ride) => ride.isVo2).map((ride) => week.firstDay + ride.weekday)),
    });
    const result = withTaper({
      before: usual,
      kept,
      taperRides: taper,
      season: basis.season,
      rider: basis.rider,
    });
    planned.push(result);
    progress = nextProgress(progress, result, true);
  }
  return { planned, progress };
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
  const anyway = givenMinutes(week, (weekday) => week.firstDay + weekday < season.taperFrom);
  return shareMinutes(stretched, wholeWeek(Math.max(0, usualMinutes(rider, progress) * part - anyway)));
}

function planWeek(whole: PlanBasis, week: SeasonWeek, progress: Progress): PlannedWeek {
  const basis = { ...whole, rider: riderInWeek(whole.rider, week.start) };
  if (week.kind === "recovery") return recoveryWeek(basis, week, progress);
  return guarded(basis, week, { progress, bounds: weekBounds(basis, week, progress) });
}

function recoveryWeek(basis: PlanBasis, week: SeasonWeek, progress: Progress): PlannedWeek {
  const wanted = fillRecoveryWeek(basis, week, progress);
  const isTooMuch = wanted !== undefined && loadRoom(basis.rider, { progress, week }, wanted.rides).share < 1;
  const filled = isTooMuch && week.given.minutes > 0 ? undefined : wanted;
  const bound = recoveryReason(basis.rider, week, progress.block.length);
  return asPlanned(week, filled, { bound, riddenRungs: progress.riddenRungs });
}

interface Attempt {
  readonly minutes: number;
  readonly filled: FilledWeek | undefined;
  /** Undefined where the week holds nothing. */
  readonly room: LoadRoom | undefined;
}
const isSafe = ({ room }: Attempt): boolean => room === undefined || room.share >= 1;

/** The week at its bounds, made shorter, then easier, until no limit of load is passed: the most that its limits allow. */
function guarded(
  basis: PlanBasis,
  week: SeasonWeek,
  { progress, bounds }: { progress: Progress; bounds: WeekBounds },
): PlannedWeek {
  const tryAt = (minutes: number, hardDays?: number): Attempt => {
    const filled = fillLoadWeek(basis, week, {
      progress,
      bounds: { ...bounds, minutes: wholeWeek(minutes) },
      hardDays,
    });
    const room = filled === undefined ? undefined : loadRoom(basis.rider, { progress, week }, filled.rides);
    return { minutes, filled, room };
  };
  const whole = tryAt(bounds.minutes);
  if (isSafe(whole)) return asPlanned(week, whole.filled, { bound: bounds.bound, riddenRungs: progress.riddenRungs });
  const limited = ({ filled }: Pick<Attempt, "filled">): PlannedWeek => {
    const minutes = sum((filled?.rides ?? []).map((ride) => ride.minutes)) + week.given.minutes;
    const at = { rider: basis.rider, progress, week: week.number, minutes };
    const bound = loadReason(whole.room ?? { id: "safe-ramp" }, at);
    return asPlanned(week, filled, { bound, riddenRungs: progress.riddenRungs });
  };
  for (const hardDays of [undefined, 1, 0]) {
    const first = hardDays === undefined ? whole : tryAt(bounds.minutes, hardDays);
    const safe = longestSafe(bounds.minutes, first, (minutes) => tryAt(minutes, hardDays));
    if (safe !== undefined && (safe.minutes > bounds.minutes * ENOUGH || hardDays === 0)) return limited(safe);
  }
  const shortest = tryAt(bounds.minutes * GUARD.least, 0);
  // Where the rides that happen anyway pass a limit by themselves, nothing is planned beside them.
  return limited(isSafe(shortest) || week.given.minutes === 0 ? shortest : { filled: undefined });
}

/** The longest week that passes no limit, sought by the room that each attempt leaves; undefined where even the shortest passes one. */
function longestSafe(most: number, first: Attempt, tryAt: (minutes: number) => Attempt): Attempt | undefined {
  if (isSafe(first)) return first;
  let best: Attempt | undefined;
  let low = most * GUARD.least;
  let high = most;
  let next = most * (first.room?.share ?? 1);
  for (let i = 0; i < GUARD.tries && high - low > GUARD.stepMinutes; i++) {
    const attempt = tryAt(clamp(next, low, high - GUARD.stepMinutes));
    const share = attempt.room?.share ?? 1;
    if (isSafe(attempt)) {
      best = attempt;
      if (share < GUARD.nearly) return best;
      low = attempt.minutes + GUARD.stepMinutes;
    } else high = attempt.minutes;
    next = attempt.minutes * share;
  }
  return best;
}

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
    minutes: sum(rides.map((ride) => ride.minutes)) + week.given.minutes,
    load: loadOfRides(rides) + week.given.load,
    bound: rest.bound,
    template: filled?.template,
    riddenRungs: filled?.riddenRungs ?? rest.riddenRungs,
  };
}

function withTaper(input: {
  before: PlannedWeek;
  kept: readonly PlannedRide[];
  taperRides: readonly TaperRide[];
  season: Season;
  rider: PlanBasis["rider"];
}): PlannedWeek {
  const { week } = input.before;
  const { taperFrom, eventDay = Number.POSITIVE_INFINITY } = input.season;
  const first = input.taperRides.filter((ride) => ride.day >= week.firstDay && ride.day < week.firstDay + 7);
  // The first days of a taper share their week with load days: together they are no more than a week has.
  const inWeek = first.slice(0, Math.max(0, MOST_RIDING_DAYS - input.kept.length));
  const { ceilingMinutes } = riderInWeek(input.rider, week.start);
  const most = ceilingMinutes - week.given.minutes - sum(input.kept.map((ride) => ride.minutes));
  const taperRides = underCeiling(inWeek, most);
  const rides = [...input.kept, ...taperRides].sort((a, b) => a.weekday - b.weekday);
  const minutes = sum(rides.map((ride) => ride.minutes)) + week.given.minutes;
  return {
    ...input.before,
    rides,
    strength: strengthKept(input.rider, input.before.strength, rides).filter(
      (day) =>
        week.firstDay + day.weekday < taperFrom &&
        !rides.some((ride) => ride.weekday === day.weekday + 1 && ride.role !== "easy"),
    ),
    minutes,
    load: loadOfRides(rides) + week.given.load,
    bound:
      week.firstDay > eventDay
        ? { id: "event", text: "the days of your event, and rest behind them" }
        : {
            id: "taper",
            text: taperText(taperFrom, week, isHeldEasy(input.rider, week.number)),
            numbers: { planned_hours: hoursOf(minutes) },
          },
  };
}

/** A taper that begins late in its week does not shorten the days before. */
function taperText(taperFrom: number, { firstDay }: SeasonWeek, isEasy: boolean): string {
  const words = isEasy
    ? "less riding before the event, as easily as before"
    : "less riding before the event, the same power in the short hard parts";
  const weekday = WEEKDAYS[taperFrom - firstDay];
  return weekday === undefined || weekday === WEEKDAYS[0]
    ? words
    : `the taper begins on ${weekday}: from then on ${words}`;
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
  return over <= 0 || rides.length === 0 ? shorter : underCeiling(shorter.slice(1), most);
}
