import { riderInWeek } from "../../athlete/rider-in-week.ts";
import { isUnavailable, type Rider } from "../../athlete/rider.ts";
import { addDays, WEEKDAYS } from "../../base/calendar.ts";
import { loadWeeksInARow } from "../../rules/limits.ts";
import type { Timeline } from "../intake/timeline.ts";
import { splitBlocks } from "./blocks.ts";

/** What a week is in its block. */
export interface PatternEntry {
  readonly kind: "load" | "recovery";
  /** Place in its block of load weeks: 0 is the first of `blockLength`. */
  readonly step: number;
  readonly blockLength: number;
  /** True where the rider's days off make this week a recovery week. */
  readonly isForced: boolean;
  /** True where the few hours that the rider has then do. */
  readonly isShort?: boolean;
}

/**
 * A week of so many days off, or with at most so many riding days left, recovers. Neither number knows the rider's hours or the
 * number of their days, so that one who has less of either never trains where another recovers.
 */
const FORCED = { daysOff: 4, open: 1 };

/**
 * A week of at most this share of the usual hours recovers (2.4), where no more than so many such weeks stand together: a longer
 * time of few hours is trained in them. A camp has this many times the usual hours.
 */
const BY_HOURS = { shortShare: 0.65, shortWeeks: 2, campShare: 1.15 };
/** Before the taper two load weeks follow a recovery week, at least (2.4). */
const LOAD_WEEKS_AT_END = 2;

interface PatternInput {
  readonly rider: Rider;
  readonly timeline: Pick<Timeline, "start">;
  /** Weeks before the taper. */
  readonly training: number;
  readonly hasEvent: boolean;
  /** The week of the plan it begins with, 0 the first; later ones know no blocks that are longer than the rest. */
  readonly from?: number;
}

const recovery = (by: { isForced?: boolean; isShort?: boolean } = {}): PatternEntry => ({
  kind: "recovery",
  step: 0,
  blockLength: 0,
  isForced: false,
  ...by,
});

/** Load and recovery weeks between the weeks that days off or few hours turn into recovery anyway; a camp ends its block. */
export function loadPattern(input: PatternInput): PatternEntry[] {
  const most = loadWeeksInARow(input.rider);
  const { from = 0 } = input;
  const end = from + input.training;
  const { isShort, isCamp } = weeksByHours(input);
  const entries: PatternEntry[] = [];
  let run = 0;
  const closeRun = (openEnd: boolean): void => {
    entries.push(...runEntries(run, from > 0 && isOdd(run, most, openEnd) ? most - 1 : most, openEnd));
    run = 0;
  };
  for (let week = from; week < end; week++) {
    const forced = isForced(input, week);
    if (forced || isShort(week)) {
      closeRun(true);
      entries.push(recovery(forced ? { isForced: true } : { isShort: true }));
      continue;
    }
    run += 1;
    const left = end - week - 2;
    const mayRest = week + 1 >= most - 1 && (!input.hasEvent || left >= LOAD_WEEKS_AT_END) && left >= 0;
    if (!isCamp(week) || isCamp(week + 1) || !mayRest || isForced(input, week + 1) || isShort(week + 1)) continue;
    closeRun(true);
    entries.push(recovery());
    week += 1;
  }
  closeRun(input.hasEvent);
  return entries;
}

/** Weeks that no blocks of so many load weeks fill: one load week more than there may be (rule 8). */
const isOdd = (weeks: number, most: number, openEnd: boolean): boolean =>
  most > 1 && weeks === most + (openEnd ? 1 : 2);

/** Which weeks have so few hours that they recover, and which so many that they are a camp. */
function weeksByHours({
  rider,
  timeline,
  training,
  from = 0,
}: PatternInput): Record<"isShort" | "isCamp", (week: number) => boolean> {
  if (rider.bands === undefined) return { isShort: () => false, isCamp: () => false };
  const shares = Array.from(
    { length: from + training },
    (_, week) => riderInWeek(rider, addDays(timeline.start, week * 7)).ceilingMinutes / rider.ceilingMinutes,
  );
  const isLow = (week: number): boolean => (shares[week] ?? 1) <= BY_HOURS.shortShare;
  const runOf = (week: number): number => {
    let [first, last] = [week, week];
    while (isLow(first - 1)) first -= 1;
    while (isLow(last + 1)) last += 1;
    return last - first + 1;
  };
  return {
    isShort: (week) => isLow(week) && runOf(week) <= BY_HOURS.shortWeeks,
    isCamp: (week) => (shares[week] ?? 1) >= BY_HOURS.campShare,
  };
}

/** True where days off leave a week too little to be a load week. */
function isForced({ rider, timeline }: Pick<PatternInput, "rider" | "timeline">, week: number): boolean {
  const monday = addDays(timeline.start, week * 7);
  const off = WEEKDAYS.map((_, weekday) => isUnavailable(rider, addDays(monday, weekday)));
  const usual = rider.days.filter((day) => day.available).length;
  const { days } = riderInWeek(rider, monday);
  const open = days.filter((day, weekday) => day.available && off[weekday] === false).length;
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
    return closes ? [...load, recovery()] : load;
  });
}
