import { nameOf } from "../athlete/parse-answers.ts";
import { answerText } from "../athlete/parse-one.ts";
import { daysBetween, type CalendarDate } from "../base/calendar.ts";
import { fullDate } from "../base/date-words.ts";
import type { AthleteChange } from "../storage/athlete-schema.ts";
import type { SuggestionSource } from "./suggest.ts";

const DAYS_OF_YEAR = 365.25;

/** Suggestions from the saved athlete, each with the day on which it was saved. */
export const savedSuggestions =
  (saved: ReadonlyMap<string, AthleteChange>, today: CalendarDate): SuggestionSource =>
  (key) => {
    const change = saved.get(nameOf(key).camel ?? "");
    if (change === undefined) return Promise.resolve(undefined);
    const because = `saved on ${fullDate(change.date)}`;
    const years = Math.floor(daysBetween(change.date, today) / DAYS_OF_YEAR);
    // A rider who was 42 two years ago is older now; whether a birthday lies between, only they know.
    if (key === "age" && typeof change.value === "number" && years > 0)
      return Promise.resolve({ text: String(change.value + years), because: `${change.value} ${because}` });
    const text = answerText(key, change.value);
    return Promise.resolve(text === "" ? undefined : { text, because, date: change.date });
  };
