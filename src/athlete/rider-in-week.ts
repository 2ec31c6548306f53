import { addDays, WEEKDAYS, type CalendarDate } from "../base/calendar.ts";
import { mean, ROUNDING_ERROR } from "../base/numbers.ts";
import { SHORTEST_RIDE_MINUTES, type DayLimit, type Rider } from "./rider.ts";
import type { HoursBand } from "./rider-terms.ts";

/** The last of the bands that says something of a date. */
const lastOn = <T>(
  bands: readonly HoursBand[],
  date: CalendarDate,
  say: (band: HoursBand) => T | undefined,
): T | undefined =>
  bands.reduce<T | undefined>(
    (last, band) => (band.from <= date && date <= band.to ? (say(band) ?? last) : last),
    undefined,
  );

/** So few hours that no ride fits: those dates are days off. */
const isNothing = (hours: number | undefined): boolean => hours !== undefined && hours * 60 < SHORTEST_RIDE_MINUTES;

/** True on a date of so few hours. */
export const isWithoutHours = ({ bands = [] }: Pick<Rider, "bands">, date: CalendarDate): boolean =>
  isNothing(lastOn(bands, date, (band) => band.hours));

function limitOn(rider: Rider, bands: readonly HoursBand[], at: { date: CalendarDate; weekday: number }): DayLimit {
  const { date, weekday } = at;
  const usual = rider.days[weekday] ?? { available: false, maxMinutes: 0, given: false };
  const days = lastOn(bands, date, (band) => band.days);
  const own = lastOn(bands, date, (band) => band.minutes?.[weekday]);
  const inside = rider.indoorDays?.includes(weekday) === true ? rider.indoorMost : undefined;
  const maxMinutes = Math.min(own ?? usual.maxMinutes, inside ?? Number.POSITIVE_INFINITY);
  const isChosen = days === undefined ? usual.available : days.includes(weekday);
  const isOff = isWithoutHours({ bands }, date);
  return {
    available: isChosen && !isOff && maxMinutes >= SHORTEST_RIDE_MINUTES,
    maxMinutes,
    given: own !== undefined || usual.given,
    ...(own === undefined && usual.second !== undefined ? { second: usual.second } : {}),
  };
}

/** Most minutes of a week: the mean of what its days are given, those off apart. */
function ceilingOf(rider: Rider, bands: readonly HoursBand[], dates: readonly CalendarDate[]): number {
  const hours = dates.map((date) => lastOn(bands, date, (band) => band.hours)).filter((given) => !isNothing(given));
  if (hours.every((given) => given === undefined)) return rider.ceilingMinutes;
  return Math.floor(
    mean(hours.map((given) => (given === undefined ? rider.ceilingMinutes : given * 60))) + ROUNDING_ERROR,
  );
}

/** The rider as they are in the week from a Monday on: with the days, minutes and hours of those dates. */
export function riderInWeek(rider: Rider, monday: CalendarDate): Rider {
  const dates = WEEKDAYS.map((_, weekday) => addDays(monday, weekday));
  const bands = (rider.bands ?? []).filter(({ from, to }) => from <= addDays(monday, 6) && monday <= to);
  if (bands.length === 0) return rider;
  const ceilingMinutes = ceilingOf(rider, bands, dates);
  return {
    ...rider,
    usual: { days: rider.days, ceilingMinutes: rider.ceilingMinutes },
    days: dates.map((date, weekday) => limitOn(rider, bands, { date, weekday })),
    ceilingMinutes,
    floorMinutes: rider.floorMinutes === undefined ? undefined : Math.min(rider.floorMinutes, ceilingMinutes),
  };
}

/** Days of the rider's usual week that a week has not: off, or not among those of its dates. */
export const daysLost = (rider: Rider, open: readonly boolean[]): number => {
  const usual = (rider.usual ?? rider).days.filter((day) => day.available).length;
  return Math.max(0, usual - open.filter(Boolean).length);
};

/** True on dates for which the rider named days of their own. */
export const hasOwnDays = ({ bands = [] }: Pick<Rider, "bands">, date: CalendarDate): boolean =>
  bands.some((band) => band.days !== undefined && band.from <= date && date <= band.to);
