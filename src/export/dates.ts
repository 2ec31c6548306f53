import { weekdayOf, type CalendarDate } from "../base/calendar.ts";

const MONTHS = [
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

/** `22 December 2026` */
export const longDate = (date: CalendarDate): string =>
  `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ""} ${date.slice(0, 4)}`;

/** `Tuesday, 22 December 2026` */
export const fullDay = (date: CalendarDate): string => `${weekdayOf(date)}, ${longDate(date)}`;

/** `Tue 22 Dec` */
export const shortDay = (date: CalendarDate): string =>
  `${weekdayOf(date).slice(0, 3)} ${Number(date.slice(8))} ${(MONTHS[Number(date.slice(5, 7)) - 1] ?? "").slice(0, 3)}`;
