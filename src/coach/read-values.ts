import { WEEKDAYS } from "../base/calendar.ts";

/** Weekdays as models write them: three letters. Monday first. */
export const SHORT_DAYS: readonly string[] = WEEKDAYS.map((day) => day.slice(0, 3).toLowerCase());

/** The weekday that a text names, 0 is Monday; undefined where it names none. */
export function weekdayOf(value: unknown): number | undefined {
  const day = typeof value === "string" ? SHORT_DAYS.indexOf(value.trim().toLowerCase().slice(0, 3)) : -1;
  return day < 0 ? undefined : day;
}

/** A number, also where it stands in quotes; nothing else is one. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

/** A list, also where it stands in quotes; anything else is an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== "string" || !value.trim().startsWith("[")) return [];
  try {
    const list: unknown = JSON.parse(value);
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}
