import { roundTo } from "../../base/numbers.ts";
import type { Item } from "./lex.ts";
import type { Sign } from "./lexicon.ts";

const SHORT_DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** The first item of a sign. */
export const first = (items: readonly Item[] = [], sign?: Sign): Item | undefined =>
  items.find((item) => sign === undefined || item.sign === sign);

/** The weekdays that items name, in the order of the week, as a flag takes them. */
export function daysOf(items: readonly Item[] = []): string[] {
  const named = new Set(items.filter(({ sign }) => sign === "d").flatMap(({ value }) => value.split("")));
  return SHORT_DAYS.filter((_, index) => named.has(String(index)));
}

/** Minutes of a duration; undefined for a range. */
export function minutesOf(item: Item | undefined): number | undefined {
  const minutes = Number(item?.value);
  return item === undefined || Number.isNaN(minutes) ? undefined : Math.round(minutes);
}

const hoursText = (minutes: string): string => String(roundTo(Number(minutes) / 60, 2));

/** A duration in hours as a flag takes it: `6`, `6-8`. */
export const hoursOf = (item: Item | undefined): string | undefined => item?.value.split("-").map(hoursText).join("-");

/** The last day of a limit, where dates follow it: `:2027-03-01`. */
export function untilOf(items: readonly Item[] = []): string {
  const date = first(items, "R")?.value.split("..").at(-1);
  return date === undefined ? "" : `:${date}`;
}
