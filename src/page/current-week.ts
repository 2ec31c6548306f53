import type { CalendarDate } from "../base/calendar.ts";

interface Dated {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The week of today; before the plan its first, after it its last. */
export const currentWeek = <Week extends Dated>({
  weeks,
  today,
  start,
}: {
  readonly weeks: readonly Week[];
  readonly today: CalendarDate;
  readonly start: CalendarDate;
}): Week | undefined =>
  weeks.find(({ from, to }) => from <= today && today <= to) ?? (today < start ? weeks[0] : weeks.at(-1));
