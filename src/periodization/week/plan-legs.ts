import type { PlanEvent } from "../../plan/event-schema.ts";
import { daysBetween } from "../../base/calendar.ts";
import type { PlanStart } from "../intake/plan-start.ts";
import type { Tuning } from "../retune/tuning.ts";
import { eventDaysOf, type EventDay } from "../season/event-weeks.ts";
import { legsOf, seasonOfLeg, shortTaperDays, type Leg } from "../season/legs.ts";
import { seasonOf, type Season } from "../season/season.ts";
import { taperLengths } from "../season/taper-length.ts";
import { testWeeks } from "../season/test-weeks.ts";
import { seasonWithTaper, type PlannedSeason } from "./choose-taper.ts";
import type { PlanBasis } from "./plan-basis.ts";
import { weeksBeforeTaper, type WeeksSoFar } from "./plan-weeks.ts";
import type { Progress } from "./progress.ts";

/** The weeks of a plan with several events, and the days of taper before each A. */
export interface PlannedEvents extends PlannedSeason {
  readonly taperDays: ReadonlyMap<PlanEvent, number>;
}

/** Every leg of a plan in order: the season to the first A as if there were no other, then what comes behind it. */
export function planLegs(start: PlanStart, tuning: Tuning): PlannedEvents {
  const { events, timeline } = start;
  const legs = legsOf(timeline, events);
  const taperDays = new Map<PlanEvent, number>();
  const hasTaper = (event: PlanEvent): boolean => legs.some((leg) => leg.event === event);
  const eventDays = eventDaysOf(events, { start: timeline.start, hasTaper });
  let first: Season | undefined;
  let last: (WeeksSoFar & { readonly season: Season }) | undefined;
  for (const leg of legs) {
    const planned =
      last === undefined
        ? firstLeg(start, { leg, eventDays, tuning })
        : laterLeg(start, { leg, eventDays, tuning, before: last });
    if (leg.event !== undefined) taperDays.set(leg.event, planned.season.taperDays);
    first ??= planned.season;
    last = planned;
  }
  if (first === undefined || last === undefined) throw new Error("a plan with events has no leg");
  // The head of a plan speaks of its first A.
  return { season: { ...first, weeks: last.season.weeks }, planned: last.planned, taperDays };
}

interface LegInput {
  readonly leg: Leg;
  readonly eventDays: readonly EventDay[];
  readonly tuning: Tuning;
}

function firstLeg(start: PlanStart, { leg, eventDays, tuning }: LegInput): WeeksSoFar & { season: Season } {
  const { event, timeline, profile, rider } = start;
  const { weeksToFirst: weeks = timeline.weeks, eventWeeks } = timeline;
  const basisOf = (taperDays: number): PlanBasis => {
    const season = seasonOf({
      rider,
      timeline: { start: timeline.start, weeks, eventWeeks },
      event: leg.event,
      taperDays,
      eventDays,
    });
    return { ...start, goal: start.goal.kind, season, tests: testWeeks(season, rider, profile.ftp_test_date), tuning };
  };
  const at = { startingCtl: rider.startingCtl, weeks: weeks - eventWeeks };
  const lengths =
    tuning.taperDays === undefined && event !== undefined ? taperLengths(event, at) : [tuning.taperDays ?? 0];
  return seasonWithTaper(lengths, basisOf);
}

function laterLeg(
  start: PlanStart,
  { leg, eventDays, tuning, before }: LegInput & { before: WeeksSoFar & { readonly season: Season } },
): WeeksSoFar & { season: Season } {
  const { events, timeline, profile, rider } = start;
  const progress = afterEvent(before.progress, leg);
  const from = { planned: before.planned, progress };
  const basisOf = (taperDays: number): PlanBasis => {
    const season = seasonOfLeg({
      leg,
      rider,
      timeline,
      taperDays,
      eventDays,
      before: before.season.weeks,
      next: events.at(-1),
    });
    const tests = testWeeks(season, rider, {
      lastTest: profile.ftp_test_date,
      leg: { from: leg.from, lastTest: progress.lastTest },
    });
    return { ...start, goal: start.goal.kind, season, tests, tuning: laterTuning(tuning, leg) };
  };
  if (leg.event === undefined) {
    const basis = basisOf(0);
    return { season: basis.season, ...weeksBeforeTaper(basis, from) };
  }
  const at = { startingCtl: progress.fitness.ctl, weeks: leg.to - leg.from };
  return seasonWithTaper(leg.isShort ? [shortDays(leg, timeline.start)] : taperLengths(leg.event, at), basisOf, from);
}

/** A taper as short as its leg allows; two days of it at the end of a week would be neither (training science 3.4). */
function shortDays(leg: Leg, start: PlanStart["timeline"]["start"]): number {
  const most = shortTaperDays(leg, start);
  const room = leg.event === undefined ? 0 : daysBetween(start, leg.event.date) - leg.from * 7;
  const isAcross = most < room && (room - most) % 7 === 5;
  return isAcross ? most + 1 : most;
}

/** What was tuned for the first A stays with it. */
const laterTuning = (tuning: Tuning, { event }: Leg): Tuning => ({
  ...tuning,
  taperDays: undefined,
  taperCut: event === undefined ? undefined : tuning.laterCuts.get(event.date),
});

/** The longest ride of a new season is one of its own: what was ridden before the last event is behind the rider. */
const afterEvent = (progress: Progress, { event, isShort }: Leg): Progress =>
  event === undefined || isShort ? progress : { ...progress, longestPlanned: 0 };
