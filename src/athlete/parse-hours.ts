import { ACCEPTED } from "./accepted-range.ts";
import { exactText, minutesOf } from "./parse-number.ts";
import { read, unreadable, type Reader, type Reading } from "./parse-reading.ts";

/** Hours a week: `most` is a ceiling, `least` the lower end of a range where the rider gave one. */
export interface WeeklyHours {
  readonly most: number;
  readonly least?: number;
}

/** "12+" says no upper end; a plan needs one. 15 % above is what a good week may add. */
const OPEN_END_FACTOR = 1.15;
const { low, high } = ACCEPTED.weeklyHours;
const EXPECTED = `expected ${low} to ${high} hours a week, such as 8, 7.5, 5-7 or 12+`;

const hoursOf = (value: unknown): number | undefined => {
  const minutes = minutesOf(value, "hours");
  return minutes === undefined ? undefined : minutes / 60;
};
const isAccepted = (hours: number): boolean => hours >= low && hours <= high;

function openEnd(text: string): Reading<WeeklyHours> {
  const least = hoursOf(text);
  if (least === undefined || !isAccepted(least)) return unreadable(EXPECTED);
  // The small addition keeps 12 x 1.15 = 13.799... at 13.8.
  const most = Math.min(high, Math.floor(least * OPEN_END_FACTOR * 10 + 1e-9) / 10);
  const reason = `"${least}+" has no upper end; no week is planned above ${most} h`;
  return { ...read({ most, least }), assumption: { field: "weekly_hours_available", value: most, reason } };
}

function range(from: string, to: string): Reading<WeeklyHours> {
  const most = hoursOf(to);
  const least = hoursOf(from);
  if (least === undefined || most === undefined) return unreadable(EXPECTED);
  if (least > most) return unreadable(`expected the smaller number first, such as ${most}-${least}`);
  if (!isAccepted(least) || !isAccepted(most)) return unreadable(EXPECTED);
  return read(least === most ? { most } : { most, least });
}

const A_WEEK = / ?(?:(?:a|per|each|every) week|\/ ?(?:week|wk)|weekly)$/;
const NO_LESS = /^(?:at least|min\.?|minimum|more than|over) | ?(?:\+|plus|or more|and more)$/;
const NO_MORE = /^(?:up to|at most|max\.?|maximum|no more than|not more than) | ?max\.?$/;

/** `5-7`, `5 to 7`, `6 or 7`, `between 5 and 7`: the ends of a range; one end where the text is none. */
export const endsOfRange = (text: string): readonly string[] =>
  text
    .replace(/^between (.+) and /, "$1 - ")
    .replace(/^from /, "")
    .split(/ ?(?:-|\.\.+| to | or | bis ) ?/);

/** `8`, `"7.5-8.5"`, `"5 to 7"`, `"6 or 7"`, `"7h30"`, `"12+"`, `"about 6 hours a week"`. */
export const readWeeklyHours: Reader<WeeklyHours> = (value) => {
  const text = typeof value === "string" ? exactText(exactText(value).replace(A_WEEK, "")) : "";
  if (NO_LESS.test(text)) return openEnd(text.replace(NO_LESS, ""));
  const plain = text.replace(NO_MORE, "");
  const [from, to, ...rest] = endsOfRange(plain);
  if (from !== undefined && to !== undefined && rest.length === 0) return range(from, to);
  const most = hoursOf(typeof value === "string" ? plain : value);
  return most === undefined || !isAccepted(most) ? unreadable(EXPECTED) : read({ most });
};
