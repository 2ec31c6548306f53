import { daysLost, riderInWeek } from "../../athlete/rider-in-week.ts";
import { isUnavailable, SHORTEST_RIDE_MINUTES, type Rider } from "../../athlete/rider.ts";
import { addDays, daysBetween, type CalendarDate } from "../../base/calendar.ts";
import type { Phase } from "../../plan/schema.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import { baseWeeksFirst } from "../../rules/limits.ts";
import type { Timeline } from "../intake/timeline.ts";
import { givenWeek, type GivenWeek } from "./given-week.ts";
import { eventWeek, type EventDay, type EventWeek } from "./event-weeks.ts";
import { loadPattern, type PatternEntry } from "./load-pattern.ts";
import { phasesOf } from "./phases.ts";

/** One week before anything is put into it. */
export interface SeasonWeek {
  /** 1 is the first. */
  readonly number: number;
  readonly start: CalendarDate;
  readonly phase: Phase;
  readonly kind: "load" | "recovery" | "taper";
  /** Place in its block of load weeks: 0 is the first of `blockLength`. */
  readonly step: number;
  readonly blockLength: number;
  /** True where the rider's days off make this week a recovery week. */
  readonly isForced: boolean;
  /** True where the hours of its dates do. */
  readonly isShort?: boolean;
  /**
   * Which weekdays can be ridden: chosen by the rider for these dates, not a day off, and not taken by a ride that happens anyway.
   * Monday first.
   */
  readonly open: readonly boolean[];
  /** Most minutes of each weekday for what is planned, beside the rides that happen anyway. */
  readonly room: readonly number[];
  /** What the rider does in it whatever is planned. */
  readonly given: GivenWeek;
  /** Days of the usual week that fall on days off, or are not among those of these dates. */
  readonly daysOff: number;
  /** Index of its Monday in the plan. */
  readonly firstDay: number;
  /** Events in it or near it that change it; missing where the plan has the one event only. */
  readonly around?: EventWeek | undefined;
  /** Easy riding after an A, before training goes on. */
  readonly isTransition?: true;
  /** Between two A events that lie near each other: no week is longer than those before. */
  readonly isHold?: true;
}

export interface Season {
  readonly weeks: readonly SeasonWeek[];
  readonly event: PlanEvent | undefined;
  readonly eventDay: number | undefined;
  /** What weeks after the last A train for; missing where that is the event itself. */
  readonly next?: PlanEvent | undefined;
  /** Days of the taper, 0 without an event; and the plan's day on which it starts. */
  readonly taperDays: number;
  readonly taperFrom: number;
}

/** The event that a season's weeks train for. */
export const aimOf = ({ event, next }: Pick<Season, "event" | "next">): PlanEvent | undefined => next ?? event;

interface SeasonInput {
  readonly rider: Rider;
  readonly timeline: Pick<Timeline, "start" | "weeks" | "eventWeeks">;
  readonly event: PlanEvent | undefined;
  readonly taperDays: number;
  /** Days of all events, where there are several. */
  readonly eventDays?: readonly EventDay[] | undefined;
}

/** The weeks of a plan: phases, load and recovery, the taper in days back from the event (training science 2.4, 3.1, 3.4). */
export function seasonOf({ rider, timeline, event, taperDays, eventDays }: SeasonInput): Season {
  const eventDay = event === undefined ? undefined : daysBetween(timeline.start, event.date);
  const taperFrom = eventDay === undefined ? Number.POSITIVE_INFINITY : eventDay - taperDays;
  const taperWeeks = eventDay === undefined ? 0 : countTaperWeeks(timeline.weeks, taperFrom);
  const pattern = loadPattern({
    rider,
    timeline,
    training: timeline.weeks - taperWeeks,
    hasEvent: event !== undefined,
  });
  const phases = phasesOf({
    weeks: timeline.weeks,
    taperWeeks,
    eventWeeks: timeline.eventWeeks,
    hasEvent: event !== undefined,
    level: rider.level,
    startingCtl: rider.startingCtl,
    mostBase: rider.startsInBuild === true ? baseWeeksFirst(rider) : undefined,
    blockEnds: pattern.flatMap((entry, i) => (entry.kind === "recovery" ? [i + 1] : [])),
  });
  const weeks = phases.map((phase, i) =>
    seasonWeek(
      { index: i, phase, entry: pattern[i] ?? TAPER_ENTRY },
      { rider, start: timeline.start, event, eventDays: eventDays ?? [] },
    ),
  );
  return { weeks, event, eventDay, taperDays, taperFrom };
}

interface WeekPlace {
  /** 0 is the plan's first week. */
  readonly index: number;
  readonly phase: Phase;
  readonly entry: PatternEntry | typeof TAPER_ENTRY;
}
export const TAPER_ENTRY = { kind: "taper", step: 0, blockLength: 0, isForced: false } as const;

interface WeekContext {
  readonly rider: Rider;
  readonly start: CalendarDate;
  /** The one event of a plan, where it is not among the days of several. */
  readonly event?: PlanEvent | undefined;
  readonly eventDays: readonly EventDay[];
}

/** The days of a week that may be planned on, and their minutes, beside what is given. */
function roomBeside(
  rider: Rider,
  days: readonly boolean[],
  given: GivenWeek,
): { open: readonly boolean[]; room: readonly number[] } {
  const room = rider.days.map(({ maxMinutes }, weekday) =>
    Math.max(0, maxMinutes - (given.days[weekday]?.minutes ?? 0)),
  );
  const open = days.map(
    (isOpen, weekday) =>
      isOpen && given.days[weekday]?.isTaken !== true && (room[weekday] ?? 0) >= SHORTEST_RIDE_MINUTES,
  );
  return { open, room };
}

/** One week of a season: which of its days are open, and what events do to it. */
export function seasonWeek(
  { index, phase, entry }: WeekPlace,
  { rider, start, event, eventDays }: WeekContext,
): SeasonWeek {
  const firstDay = index * 7;
  const days = openDays(rider, addDays(start, firstDay));
  const around = eventWeek(eventDays, { firstDay, start, startingCtl: rider.startingCtl });
  const taken = (around?.events ?? []).flatMap(({ day, isBeside }) => (isBeside ? [day - firstDay] : []));
  const events = [...(event === undefined ? [] : [event]), ...eventDays.map((one) => one.event)];
  const given = givenWeek(rider, { start: addDays(start, firstDay), number: index + 1, events });
  const { open, room } = roomBeside(riderInWeek(rider, addDays(start, firstDay)), days, given);
  const week: SeasonWeek = {
    number: index + 1,
    start: addDays(start, firstDay),
    phase,
    ...entry,
    open: open.map((isOpen, weekday) => isOpen && !taken.includes(weekday)),
    room,
    given,
    daysOff: daysLost(rider, days),
    firstDay,
  };
  return around === undefined ? week : { ...week, around };
}

/** A week with this many days in the taper, or more, is a taper week; the event's week always is. */
const TAPER_WEEK_DAYS = 3;

export function countTaperWeeks(weeks: number, taperFrom: number): number {
  const first = Math.floor(taperFrom / 7);
  const daysInFirst = 7 - (taperFrom - first * 7);
  return Math.max(1, weeks - first - (daysInFirst >= TAPER_WEEK_DAYS ? 0 : 1));
}

const openDays = (rider: Rider, monday: CalendarDate): boolean[] =>
  riderInWeek(rider, monday).days.map(
    (day, weekday) => day.available && !isUnavailable(rider, addDays(monday, weekday)),
  );
