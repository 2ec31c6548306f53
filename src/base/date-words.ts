import { weekdayOf, type CalendarDate } from "./calendar.ts";

/** The months as they are written out; three letters of each are its short form. */
export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const dayOf = (date: CalendarDate): number => Number(date.slice(8));
const monthOf = (date: CalendarDate): string => MONTHS[Number(date.slice(5, 7)) - 1] ?? "";

/** `7 Dec` */
export const dayMonth = (date: CalendarDate): string => `${dayOf(date)} ${monthOf(date).slice(0, 3)}`;

/** `7 Dec 2026` */
export const fullDate = (date: CalendarDate): string => `${dayMonth(date)} ${date.slice(0, 4)}`;

/** `Mon 7 Dec` */
export const shortDay = (date: CalendarDate): string => `${weekdayOf(date).slice(0, 3)} ${dayMonth(date)}`;

/** `22 December 2026` */
export const longDate = (date: CalendarDate): string => `${dayOf(date)} ${monthOf(date)} ${date.slice(0, 4)}`;

/** `Tuesday, 22 December 2026` */
export const fullDay = (date: CalendarDate): string => `${weekdayOf(date)}, ${longDate(date)}`;
