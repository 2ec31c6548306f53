import { withoutTail } from "../base/text.ts";
import { readDays } from "../athlete/parse-days.ts";
import { read, unreadable, type Reading } from "../athlete/parse-reading.ts";
import { readTimeOfDay } from "../athlete/parse-time.ts";
import type { Weekday } from "../base/calendar.ts";
import type { StartTimes } from "./session.ts";

/** Where a time begins: with a figure, or with a word. */
const TIME = /\b(?:at )?(?:\d|noon\b|midday\b|midnight\b)/i;
const EVENT = /^(?:the )?(?:event|race)s?$/i;
const MOST_CHARACTERS = 500;
const EXPECTED = "expected a time, or times by weekday and for the event, such as 18:00,sat 9:00,event 8:30";

interface Found {
  daily?: number;
  event?: number;
  readonly byWeekday: Partial<Record<Weekday, number>>;
}

/** One time put where it belongs; what is wrong with it otherwise. */
function put(found: Found, whom: string, minutes: number): string | undefined {
  if (whom === "") {
    if (found.daily !== undefined) return "expected one time for all days";
    found.daily = minutes;
    return undefined;
  }
  if (EVENT.test(whom)) {
    if (found.event !== undefined) return "expected one time for the event";
    found.event = minutes;
    return undefined;
  }
  const days = readDays(whom);
  if (days.kind === "unreadable") return `${EXPECTED}; ${days.expected}`;
  const twice = days.value.find((day) => found.byWeekday[day] !== undefined);
  if (twice !== undefined) return `expected one time for ${twice}`;
  for (const day of days.value) found.byWeekday[day] = minutes;
  return undefined;
}

/** `18:00`, `18:00, weekends 9:00` or `tue,thu 6:30pm; event 8:30`: the event has no hour unless it is named. */
export function readStartTimes(text: string): Reading<StartTimes> {
  if (text.length > MOST_CHARACTERS) return unreadable(EXPECTED);
  const found: Found = { byWeekday: {} };
  let days: string[] = [];
  for (const part of text.split(/[,;]/).map((one) => one.trim())) {
    const at = part.search(TIME);
    // A weekday without a time joins the next one: `tue,thu 18:00`.
    if (at < 0) {
      days.push(part);
      continue;
    }
    const minutes = readTimeOfDay(part.slice(at));
    if (minutes.kind === "unreadable") return minutes;
    const wrong = put(found, [...days, withoutTail(part.slice(0, at), " \t=")].join(" ").trim(), minutes.value);
    if (wrong !== undefined) return unreadable(wrong);
    days = [];
  }
  return days.length > 0 ? unreadable(EXPECTED) : read(found);
}
