import { fromDayNumber, type CalendarDate } from "../base/calendar.ts";

const DAY_SECONDS = 86_400;
const HOUR = 3600;

/** Turns seconds since 1970 in UTC into what a clock in a time zone shows, counted as if it stood at UTC. */
export type LocalClock = (utcSeconds: number) => number;

/** True where this machine knows a time zone of that name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The clock of a time zone (`Europe/Berlin`). Zones change their clocks on the hour or the half, so one look an hour is enough. */
export function localClock(timeZone: string): LocalClock {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const offsets = new Map<number, number>();
  const look = (seconds: number): number => {
    const parts = new Map(format.formatToParts(seconds * 1000).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const shown = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
    return Math.round(shown / 1000) - seconds;
  };
  return (utcSeconds) => {
    const half = Math.floor(utcSeconds / (HOUR / 2));
    let offset = offsets.get(half);
    if (offset === undefined) offsets.set(half, (offset = look(half * (HOUR / 2))));
    return utcSeconds + offset;
  };
}

/** The day on which a clock shows these seconds. */
export const dayOfClock = (clock: number): CalendarDate => fromDayNumber(Math.floor(clock / DAY_SECONDS));
