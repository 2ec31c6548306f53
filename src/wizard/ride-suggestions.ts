import type { AnswerKey } from "../athlete/parse-answers.ts";
import type { HistorySummary } from "../history/summary.ts";
import { weeklyWords } from "../report/activities.ts";
import { fullDate, shortDay } from "../base/date-words.ts";
import type { Suggestion, SuggestionSource } from "./suggest.ts";

/** What recorded rides say of a rider, and what a plan would start from because of them. */
export interface RiddenNow {
  readonly summary: HistorySummary;
  /** None where the rides are too old to tell what is ridden now. */
  readonly values: readonly { readonly key: AnswerKey; readonly value: number }[];
}

/** Suggestions from recorded rides: what is ridden now, and where nothing is saved the FTP and the days. */
export function rideSuggestions(
  { summary, values }: RiddenNow,
  place: "before saved" | "after saved",
): SuggestionSource {
  const found = new Map<AnswerKey, Suggestion>();
  const isFresh = values.length > 0;
  const weeks = String(summary.weeks.length);
  const usual = `your last ${weeks} weeks average ${weeklyWords(summary)}`;
  if (place === "before saved") {
    for (const { key, value } of values)
      if (key === "recentHours") found.set(key, { text: String(value), because: usual });
      else if (key === "longestRide" && summary.longest !== undefined)
        found.set(key, { text: String(value), because: `ridden on ${shortDay(summary.longest.day)}` });
  } else {
    if (isFresh && summary.usualDays.length > 0)
      found.set("days", {
        text: summary.usualDays.map((day) => day.slice(0, 3).toLowerCase()).join(" "),
        because: usual,
      });
    const { ftp } = summary;
    if (ftp !== undefined) {
      const because = `from your rides, confidence ${ftp.confidence}: ${ftp.because}, ${fullDate(ftp.day)}`;
      found.set("ftp", { text: String(ftp.watts), because });
    }
  }
  return (key) => Promise.resolve(found.get(key));
}
