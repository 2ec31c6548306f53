/** A civil day, `YYYY-MM-DD`. No time, no zone: training happens on days. */
export type CalendarDate = `${number}-${number}-${number}`;

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const MS_PER_DAY = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day a text names, or undefined where no such day exists (2027-02-30) or the form is another. Years 1900 to 2999. */
export function parseDate(text: string): CalendarDate | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (year < 1900 || year > 2999) return undefined;
  const time = Date.UTC(year, Number(match[2]) - 1, Number(match[3]));
  return fromDayNumber(time / MS_PER_DAY) === text ? text : undefined;
}

const DIGIT_ZERO = 48;
const twoDigits = (text: string, at: number): number =>
  (text.charCodeAt(at) - DIGIT_ZERO) * 10 + text.charCodeAt(at + 1) - DIGIT_ZERO;

/** Days since 1970-01-01: the form in which dates are added and compared. */
export const dayNumber = (date: CalendarDate): number =>
  Date.UTC(twoDigits(date, 0) * 100 + twoDigits(date, 2), twoDigits(date, 5) - 1, twoDigits(date, 8)) / MS_PER_DAY;

const digits = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

export function fromDayNumber(day: number): CalendarDate {
  const date = new Date(day * MS_PER_DAY);
  return `${date.getUTCFullYear()}-${digits(date.getUTCMonth() + 1)}-${digits(date.getUTCDate())}` as CalendarDate;
}

export const addDays = (date: CalendarDate, days: number): CalendarDate => fromDayNumber(dayNumber(date) + days);

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from);

/** 0 is Monday, 6 is Sunday. */
export const weekdayIndex = (date: CalendarDate): number => (((dayNumber(date) + 3) % 7) + 7) % 7;

export const weekdayOf = (date: CalendarDate): Weekday => WEEKDAYS[weekdayIndex(date)] ?? "Monday";

export const mondayOnOrAfter = (date: CalendarDate): CalendarDate => addDays(date, (7 - weekdayIndex(date)) % 7);

export const mondayOnOrBefore = (date: CalendarDate): CalendarDate => addDays(date, -weekdayIndex(date));
