import type { Rider } from "../../athlete/rider.ts";
import { loadPattern, type PatternEntry } from "./load-pattern.ts";
import { daysBetween } from "../../base/calendar.ts";
import { isAim, lastEventDay, weeksRunInto } from "../../plan/event-days.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import { AFTER_A, NEW_BUILD_DAYS, SHORT_TAPER_DAYS } from "../../rules/event-limits.ts";
import type { Timeline } from "../intake/timeline.ts";
import type { EventDay } from "./event-weeks.ts";
import { phasesOf } from "./phases.ts";
import { countTaperWeeks, seasonWeek, TAPER_ENTRY, type Season, type SeasonWeek } from "./season.ts";
import type { Phase } from "../../plan/schema.ts";

/** The weeks from one A event to the next, or from the last one to the end of the plan. */
export interface Leg {
  /** The A at its end; undefined behind the last one. */
  readonly event: PlanEvent | undefined;
  /** The A before it; undefined for the first leg. */
  readonly after: PlanEvent | undefined;
  /** Its weeks of the plan, 0 the first; `to` is the one behind its last. */
  readonly from: number;
  readonly to: number;
  /** A second A so soon that there is no new build. */
  readonly isShort: boolean;
}

const weekOf = (start: Timeline["start"], date: PlanEvent["date"]): number => Math.floor(daysBetween(start, date) / 7);

/** A plan's legs, in order. An A that lies in the last week of the leg before it has none: no taper can lead to it. */
export function legsOf({ start, weeks }: Pick<Timeline, "start" | "weeks">, events: readonly PlanEvent[]): Leg[] {
  const legs: Leg[] = [];
  let from = 0;
  let after: PlanEvent | undefined;
  for (const event of events.filter(isAim)) {
    const to = weekOf(start, lastEventDay(event)) + 1;
    if (weekOf(start, event.date) < from || to <= from) continue;
    const gap = after === undefined ? Number.POSITIVE_INFINITY : daysBetween(lastEventDay(after), event.date);
    legs.push({ event, after, from, to, isShort: gap < NEW_BUILD_DAYS });
    from = to;
    after = event;
  }
  return from < weeks ? [...legs, { event: undefined, after, from, to: weeks, isShort: false }] : legs;
}

/** Weeks of easy riding behind an A (training science 3.2): two after a longer one, where that leaves three weeks to train. */
function transitionWeeks({ after, isShort, from, to }: Leg, training: number): number {
  if (after === undefined) return 0;
  const isLong = after.hours * after.days > AFTER_A.longHours;
  const wanted = isLong && !isShort && to - from >= ENOUGH_FOR_TWO ? AFTER_A.weeksAfterLong : AFTER_A.weeks;
  return Math.min(wanted, training);
}
const ENOUGH_FOR_TWO = 7;

/** Days of the taper that a leg has room for. */
export function shortTaperDays({ event, from }: Leg, start: Timeline["start"]): number {
  const day = event === undefined ? 0 : daysBetween(start, event.date);
  return Math.min(SHORT_TAPER_DAYS, day - from * 7);
}

const REST: PatternEntry = { kind: "recovery", step: 0, blockLength: 0, isForced: false };

interface LegInput {
  readonly leg: Leg;
  readonly rider: Rider;
  readonly timeline: Pick<Timeline, "start">;
  readonly taperDays: number;
  readonly eventDays: readonly EventDay[];
  /** The weeks of the legs before it. */
  readonly before: readonly SeasonWeek[];
  /** What the weeks behind the last A train for. */
  readonly next: PlanEvent | undefined;
}

/** The season of a later leg: easy weeks first, then what there is time for (training science 3.2, 12.3). */
export function seasonOfLeg({ leg, rider, timeline, taperDays, eventDays, before, next }: LegInput): Season {
  const { event, from, to } = leg;
  const eventDay = event === undefined ? undefined : daysBetween(timeline.start, event.date);
  const taperFrom = eventDay === undefined ? Number.POSITIVE_INFINITY : eventDay - taperDays;
  const taperWeeks = eventDay === undefined ? 0 : countTaperWeeks(to, taperFrom);
  const training = Math.max(0, to - from - taperWeeks);
  const easy = transitionWeeks(leg, training);
  const pattern = [
    ...Array.from({ length: easy }, () => REST),
    ...loadPattern({ rider, timeline, training: training - easy, hasEvent: true, from: from + easy }),
  ];
  const phases = phasesIn(leg, { rider, taperWeeks, pattern });
  const weeks = phases.map((phase, i): SeasonWeek => {
    const entry = pattern[i] ?? TAPER_ENTRY;
    const week = seasonWeek({ index: from + i, phase, entry }, { rider, start: timeline.start, eventDays });
    if (i < easy) return { ...week, isTransition: true };
    return leg.isShort && entry.kind === "load" ? { ...week, isHold: true } : week;
  });
  return {
    weeks: [...before, ...weeks],
    event,
    eventDay,
    taperDays,
    taperFrom,
    next: event === undefined ? next : undefined,
  };
}

interface PhaseFacts {
  readonly rider: Rider;
  readonly taperWeeks: number;
  readonly pattern: readonly PatternEntry[];
}

/** Phases of a later leg: a season of its own from five weeks on; between near events the peak is held, behind the last one the build. */
function phasesIn(leg: Leg, { rider, taperWeeks, pattern }: PhaseFacts): Phase[] {
  const weeks = leg.to - leg.from;
  if (leg.event !== undefined && !leg.isShort)
    return phasesOf({
      weeks,
      taperWeeks,
      eventWeeks: weeksRunInto(leg.event),
      hasEvent: true,
      level: rider.level,
      // The rider has just raced: there is no fitness to begin from nothing.
      startingCtl: Number.POSITIVE_INFINITY,
      mostBase: rider.startsInBuild === true ? 0 : undefined,
      blockEnds: pattern.flatMap((entry, i) => (entry.kind === "recovery" ? [i + 1] : [])),
    });
  const held = leg.isShort ? "peak" : "build";
  return Array.from({ length: weeks }, (_, i) => {
    if (i >= weeks - taperWeeks) return "taper";
    return held;
  });
}
