import { roundTo, sum } from "../../base/numbers.ts";
import { FITNESS_DAYS, formOf, nextFitness } from "../../load/fitness.ts";
import { LOWEST_FORM, LOWEST_FORM_AFTER_WEEK, RAMP_AFTER_BREAK, weekRampLimit } from "../../rules/limits.ts";
import type { Reason } from "../../workout/schema.ts";
import { fillLoadWeek, type FilledWeek } from "./load-week.ts";
import { fillRecoveryWeek, loadOfSlots } from "./recovery-week.ts";
import type { SeasonWeek } from "../season/season.ts";
import { shareMinutes, wholeWeek, type FilledSlot } from "./ride-minutes.ts";
import { startState, type Context, type PlannedWeek, type State } from "./progress.ts";
import { planTaper, usualMinutes, type TaperRide } from "./taper.ts";
import { weekBounds, type WeekBounds } from "./week-hours.ts";

/** Room kept to the limits of ramp and form, because the library meets a planned load only nearly. */
const MARGIN = { ramp: 0.98, evenRamp: 0.95, form: 1.5 };
/** A week that is too hard is made shorter in this many halvings, down to this share of its minutes. */
const GUARD = { halvings: 7, least: 0.35 };

/** Every week of a plan, in order: each knows what the weeks before it left. */
export function planSeason(context: Context): PlannedWeek[] {
  let state = startState(context.rider);
  let taper: readonly TaperRide[] | undefined;
  const planned: PlannedWeek[] = [];
  for (const week of context.season.weeks) {
    const inTaper = week.firstDay + 6 >= context.season.taperFrom;
    const before = planWeek(context, week, state);
    let result = before;
    if (inTaper) {
      const kept = keptBefore(context, state, before);
      taper ??= planTaper(context, state, {
        hardBefore: [state.lastHard, ...hardDaysOf(week, kept)],
        vo2Before: Math.max(-99, ...kept.filter((slot) => slot.isVo2).map((slot) => week.firstDay + slot.weekday)),
      });
      result = withTaper({
        before,
        kept,
        rides: taper,
        taperFrom: context.season.taperFrom,
        ceiling: context.rider.ceilingMinutes,
      });
    }
    planned.push(result);
    state = nextState(state, result, inTaper);
  }
  return planned;
}

/** A ride before the taper may become this much longer than its own week would have it. */
const MOST_STRETCH = 1.1;

/** The rides of a week before its taper begins, with their days' part of a usual week, as near as may be, whichever days those are. */
function keptBefore({ season, rider }: Context, state: State, { week, slots, minutes }: PlannedWeek): FilledSlot[] {
  const kept = slots.filter((slot) => week.firstDay + slot.weekday < season.taperFrom);
  const part = (season.taperFrom - week.firstDay) / 7;
  const stretched = kept.map((slot) => ({
    ...slot,
    most: Math.max(slot.minutes, Math.min(slot.most, wholeWeek(slot.minutes * MOST_STRETCH, minutes))),
  }));
  return shareMinutes(stretched, wholeWeek(usualMinutes(rider, state) * part));
}

function planWeek(context: Context, week: SeasonWeek, state: State): PlannedWeek {
  if (week.kind === "recovery") return recoveryWeek(context, week, state);
  return guarded(context, week, { state, bounds: weekBounds(context, week, state) });
}

function recoveryWeek(context: Context, week: SeasonWeek, state: State): PlannedWeek {
  const filled = fillRecoveryWeek(context, week, state);
  const bound: Reason = week.isForced
    ? {
        id: "days-off",
        text: `${week.daysOff} of your days are off, so this week recovers`,
        numbers: { days_off: week.daysOff },
      }
    : {
        id: "recovery-week",
        text: "less riding, so that the work of the last weeks can settle",
        numbers: { load_weeks_before: state.block.length },
      };
  return asPlanned(week, filled, { bound, book: state.book });
}

/** The week at its bounds, made shorter, then easier, until fitness rises no faster and form falls no lower than allowed. */
function guarded(
  context: Context,
  week: SeasonWeek,
  { state, bounds }: { state: State; bounds: WeekBounds },
): PlannedWeek {
  const tryAt = (minutes: number, hardDays?: number): { filled: FilledWeek | undefined; isSafe: boolean } => {
    const filled = fillLoadWeek(context, week, {
      state,
      bounds: { ...bounds, minutes: wholeWeek(minutes) },
      ...(hardDays === undefined ? {} : { hardDays }),
    });
    return { filled, isSafe: filled === undefined || isSafe(context, { state, week }, filled.slots) };
  };
  const whole = tryAt(bounds.minutes);
  if (whole.isSafe) return asPlanned(week, whole.filled, { bound: bounds.bound, book: state.book });
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
    if (safe !== undefined && safe.minutes > bounds.minutes * 0.6) return rampWeek(context, week, { state, ...safe });
    if (safe !== undefined && hardDays === 0) return rampWeek(context, week, { state, ...safe });
  }
  return rampWeek(context, week, { state, filled: tryAt(bounds.minutes * GUARD.least, 0).filled });
}

function rampWeek(
  context: Context,
  week: SeasonWeek,
  { state, filled }: { state: State; filled: FilledWeek | undefined },
): PlannedWeek {
  const limit = roundTo(weekRampLimit(context.rider), 1);
  const minutes = sum((filled?.slots ?? []).map((slot) => slot.minutes));
  const bound: Reason = {
    id: "safe-ramp",
    text: `${Math.round(minutes / 6) / 10} h: your fitness of ${Math.round(state.fitness.ctl)} may rise by ${limit} a week at most`,
    numbers: { planned_hours: Math.round(minutes / 6) / 10, fitness: Math.round(state.fitness.ctl), ramp_limit: limit },
  };
  return asPlanned(week, filled, { bound, book: state.book });
}

function isSafe(
  { rider }: Context,
  { state: { fitness: start, lastRide }, week }: { state: State; week: SeasonWeek },
  slots: readonly FilledSlot[],
): boolean {
  const first = week.firstDay + Math.min(...slots.map((slot) => slot.weekday));
  const share = first - lastRide - 1 > RAMP_AFTER_BREAK.days ? RAMP_AFTER_BREAK.share : 1;
  let state = start;
  for (let weekday = 0; weekday < 7; weekday++) {
    if (formOf(state) < LOWEST_FORM + MARGIN.form) return false;
    const load = sum(slots.filter((slot) => slot.weekday === weekday).map((slot) => slot.loadAt(slot.minutes)));
    state = nextFitness(state, load);
  }
  const limit = weekRampLimit(rider) * share;
  return (
    state.ctl - start.ctl <= limit * MARGIN.ramp &&
    loadOfSlots(slots) <= loadForRamp(start.ctl, limit * MARGIN.evenRamp) &&
    formOf(state) >= LOWEST_FORM_AFTER_WEEK[rider.level] + MARGIN.form
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
  rest: { bound: Reason; book: State["book"] },
): PlannedWeek {
  const slots = filled?.slots ?? [];
  return {
    week,
    slots,
    strength: filled?.strength ?? [],
    minutes: sum(slots.map((slot) => slot.minutes)),
    load: loadOfSlots(slots),
    bound: rest.bound,
    template: filled?.template,
    book: filled?.book ?? rest.book,
  };
}

function withTaper(input: {
  before: PlannedWeek;
  kept: readonly FilledSlot[];
  rides: readonly TaperRide[];
  taperFrom: number;
  ceiling: number;
}): PlannedWeek {
  const { week } = input.before;
  const inWeek = input.rides.filter((ride) => ride.day >= week.firstDay && ride.day < week.firstDay + 7);
  const rides = underCeiling(inWeek, input.ceiling - sum(input.kept.map((slot) => slot.minutes)));
  const slots = [...input.kept, ...rides].sort((a, b) => a.weekday - b.weekday);
  const minutes = sum(slots.map((slot) => slot.minutes));
  return {
    ...input.before,
    slots,
    strength: input.before.strength.filter(
      (day) =>
        week.firstDay + day.weekday < input.taperFrom &&
        slots.some((slot) => slot.weekday === day.weekday) &&
        !slots.some((slot) => slot.weekday === day.weekday + 1 && slot.role !== "easy"),
    ),
    minutes,
    load: loadOfSlots(slots),
    bound: {
      id: "taper",
      text: "less riding before the event, the same power in the short hard parts",
      numbers: { planned_hours: Math.round(minutes / 6) / 10 },
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

const hardDaysOf = (week: SeasonWeek, slots: readonly FilledSlot[]): number[] =>
  slots
    .filter((slot) => slot.role === "key" || slot.role === "test" || slot.isHard)
    .map((slot) => week.firstDay + slot.weekday);

function nextState(state: State, planned: PlannedWeek, inTaper: boolean): State {
  const { week, slots } = planned;
  const dayOf = (slot: FilledSlot): number => week.firstDay + slot.weekday;
  const last = (days: readonly number[], before: number): number => Math.max(before, ...days);
  let fitness = state.fitness;
  for (let weekday = 0; weekday < 7; weekday++)
    fitness = nextFitness(
      fitness,
      sum(slots.filter((slot) => slot.weekday === weekday).map((slot) => slot.loadAt(slot.minutes))),
    );
  const longest = Math.max(0, ...slots.map((slot) => slot.minutes));
  const isFullLoad = week.kind === "load" && !inTaper && slots.length > 0;
  const long = slots.find((slot) => slot.role === "long");
  return {
    ...state,
    book: planned.book,
    fitness,
    longestMinutes: Math.max(state.longestMinutes, longest),
    longestPlanned: Math.max(state.longestPlanned, longest),
    bestMinutes: isFullLoad ? Math.max(state.bestMinutes, planned.minutes) : state.bestMinutes,
    block: week.kind === "recovery" ? [] : isFullLoad ? [...state.block, planned] : state.block,
    lastLoads: isFullLoad ? [...state.lastLoads, planned].slice(-3) : state.lastLoads,
    lastLongMinutes: isFullLoad ? longest : state.lastLongMinutes,
    lastHard: last(hardDaysOf(week, slots), state.lastHard),
    lastVo2: last(slots.filter((slot) => slot.isVo2).map(dayOf), state.lastVo2),
    lastTest: last(slots.filter((slot) => slot.role === "test").map(dayOf), state.lastTest),
    lastRide: last(slots.map(dayOf), state.lastRide),
    lastStrength: last(
      planned.strength.map((session) => week.firstDay + session.weekday),
      state.lastStrength,
    ),
    lastLong: long === undefined ? undefined : long.weekday,
    template: isFullLoad ? planned.template : state.template,
    turns: isFullLoad ? { ...state.turns, [week.phase]: state.turns[week.phase] + 1 } : state.turns,
  };
}
