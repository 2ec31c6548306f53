import { exactText } from "./parse-number.ts";
import { ambiguous, read, unreadable, type Meaning, type Reader } from "./parse-reading.ts";

const MINUTES_PER_HOUR = 60;
const NOON = 12;
const HOURS_OF_DAY = 24;
const EXPECTED = "expected a time of day, such as 18:00 or 6pm";

const WORDS: Readonly<Record<string, number>> = { noon: NOON, midday: NOON, midnight: 0 };
const TIME = /^(?:at )?(\d{1,2})(?:(?:[:.h]| uhr ?)([0-5]\d))?(?: ?(h|uhr|o['’]?clock))?(?: ?(am|pm|a\.m\.?|p\.m\.?|in the (?:morning|afternoon|evening)))?$/; // prettier-ignore
/** `1800`, as timetables of some services have it. */
const FOUR_DIGITS = /^([01]\d|2[0-3])([0-5]\d)(?: ?h(?:ours)?)?$/;

const clock = (minutes: number): string =>
  [Math.floor(minutes / MINUTES_PER_HOUR), minutes % MINUTES_PER_HOUR].map((part) => String(part).padStart(2, "0")).join(":"); // prettier-ignore

/** `18:00`, `18.00`, `6pm`, `6:30 am`, `noon` as minutes after midnight. A bare `6` may be either half of the day. */
export const readTimeOfDay: Reader<number> = (value) => {
  const text = typeof value === "string" ? exactText(value) : "";
  if (Object.hasOwn(WORDS, text)) return read((WORDS[text] ?? 0) * MINUTES_PER_HOUR);
  const digits = FOUR_DIGITS.exec(text);
  if (digits) return read(Number(digits[1]) * MINUTES_PER_HOUR + Number(digits[2]));
  const [found, hourText = "", minuteText, word, half] = TIME.exec(text) ?? [];
  const hour = Number(hourText);
  const minutes = Number(minuteText ?? 0);
  if (found === undefined || hour >= HOURS_OF_DAY) return unreadable(EXPECTED);
  const isMorning = half !== undefined && /^a|morning/.test(half);
  if (half !== undefined) {
    if (hour === 0 || hour > NOON) return unreadable(EXPECTED);
    return read(((hour % NOON) + (isMorning ? 0 : NOON)) * MINUTES_PER_HOUR + minutes);
  }
  const isOfTwelve = minuteText === undefined && hour > 0 && hour <= NOON && word !== "h" && word !== "uhr";
  if (!isOfTwelve) return read(hour * MINUTES_PER_HOUR + minutes);
  const meanings = [hour % NOON, (hour % NOON) + NOON].map((one): Meaning => {
    const time = clock(one * MINUTES_PER_HOUR);
    return { text: time, name: time };
  });
  return ambiguous("a time of day", meanings);
};
