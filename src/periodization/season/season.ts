import { isUnavailable, SHORTEST_RIDE_MINUTES, type Rider } from "../../athlete/rider.ts";
import { addDays, daysBetween, WEEKDAYS, type CalendarDate } from "../../base/calendar.ts";
import type { Phase, PlanEvent } from "../../plan/schema.ts";
import { baseWeeksFirst, loadWeeksInARow } from "../../rules/limits.ts";
import type { Timeline } from "../intake/timeline.ts";
import { splitBlocks } from "./blocks.ts";
import { givenWeek, type GivenWeek } from "./given-week.ts";
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
  /** Which weekdays can be ridden: chosen by the rider, not a day off, and not taken by a ride that happens anyway. Monday first. */
  readonly open: readonly boolean[];
  /** Most minutes of each weekday for what is planned, beside the rides that happen anyway. */
  readonly room: readonly number[];
  /** What the rider does in it whatever is planned. */
  readonly given: GivenWeek;
  /** Chosen weekdays that fall on days off. */
  readonly daysOff: number;
  /** Index of its Monday in the plan. */
  readonly firstDay: number;
}

export interface Season {
  readonly weeks: readonly SeasonWeek[];
  readonly event: PlanEvent | undefined;
  readonly eventDay: number | undefined;
  /** Days of the taper, 0 without an event; and the plan's day on which it starts. */
  readonly taperDays: number;
  readonly taperFrom: number;
}

/**
 * A week of so many days off, or with at most so many riding days left, recovers. Neither number knows the rider's hours or the
 * number of their days, so that one who has less of either never trains where another recovers.
 */
const FORCED = { daysOff: 4, open: 1 };

interface SeasonInput {
  readonly rider: Rider;
  readonly timeline: Timeline;
  readonly event: PlanEvent | undefined;
  readonly taperDays: number;
}

/** The weeks of a plan: phases, load and recovery, the taper in days back from the event (training science 2.4, 3.1, 3.4). */
export function seasonOf({ rider, timeline, event, taperDays }: SeasonInput): Season {
  const eventDay = event === undefined ? undefined : daysBetween(timeline.start, event.date);
  const taperFrom = eventDay === undefined ? Number.POSITIVE_INFINITY : eventDay - taperDays;
  const taperWeeks = eventDay === undefined ? 0 : countTaperWeeks(timeline.weeks, taperFrom);
  const open = openDays(rider, timeline);
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
  const weeks = phases.map((phase, i): SeasonWeek => {
    const entry = pattern[i] ?? { kind: "taper" as const, step: 0, blockLength: 0, isForced: false };
    const days = open[i] ?? [];
    const start = addDays(timeline.start, i * 7);
    const given = givenWeek(rider, { start, number: i + 1, event });
    return {
      number: i + 1,
      start,
      phase,
      ...entry,
      ...roomBeside(rider, days, given),
      given,
      daysOff: days.filter((isOpen, weekday) => !isOpen && rider.days[weekday]?.available).length,
      firstDay: i * 7,
    };
  });
  return { weeks, event, eventDay, taperDays, taperFrom };
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

/** A week with this many days in the taper, or more, is a taper week; the event's week always is. */
const TAPER_WEEK_DAYS = 3;

function countTaperWeeks(weeks: number, taperFrom: number): number {
  const first = Math.floor(taperFrom / 7);
  const daysInFirst = 7 - (taperFrom - first * 7);
  return Math.max(1, weeks - first - (daysInFirst >= TAPER_WEEK_DAYS ? 0 : 1));
}

const openDays = (rider: Rider, timeline: Timeline): boolean[][] =>
  Array.from({ length: timeline.weeks }, (_, week) =>
    rider.days.map(
      (day, weekday) => day.available && !isUnavailable(rider, addDays(timeline.start, week * 7 + weekday)),
    ),
  );

interface PatternEntry {
  readonly kind: "load" | "recovery";
  readonly step: number;
  readonly blockLength: number;
  readonly isForced: boolean;
}

/** Load and recovery weeks between the weeks that the rider's days off turn into recovery anyway. */
function loadPattern(input: { rider: Rider; timeline: Timeline; training: number; hasEvent: boolean }): PatternEntry[] {
  const entries: PatternEntry[] = [];
  let run = 0;
  const closeRun = (openEnd: boolean): void => {
    entries.push(...runEntries(run, loadWeeksInARow(input.rider), openEnd));
    run = 0;
  };
  for (let week = 0; week < input.training; week++) {
    if (!isForced(input, week)) {
      run += 1;
      continue;
    }
    closeRun(true);
    entries.push({ kind: "recovery", step: 0, blockLength: 0, isForced: true });
  }
  closeRun(input.hasEvent);
  return entries;
}

/** True where days off leave a week too little to be a load week. */
function isForced({ rider, timeline }: Pick<SeasonInput, "rider" | "timeline">, week: number): boolean {
  const off = WEEKDAYS.map((_, weekday) => isUnavailable(rider, addDays(timeline.start, week * 7 + weekday)));
  const usual = rider.days.filter((day) => day.available).length;
  const open = rider.days.filter((day, weekday) => day.available && off[weekday] === false).length;
  return open < usual && (open <= FORCED.open || off.filter(Boolean).length >= FORCED.daysOff);
}

function runEntries(weeks: number, most: number, openEnd: boolean): PatternEntry[] {
  if (weeks === 1) return [{ kind: "load", step: 0, blockLength: 1, isForced: false }];
  const { loads } = splitBlocks(weeks, most, openEnd);
  return loads.flatMap((length, block) => {
    const load = Array.from({ length }, (_, step): PatternEntry => ({
      kind: "load",
      step,
      blockLength: length,
      isForced: false,
    }));
    const closes = block < loads.length - 1 || !openEnd;
    return closes ? [...load, { kind: "recovery", step: 0, blockLength: 0, isForced: false }] : load;
  });
}
