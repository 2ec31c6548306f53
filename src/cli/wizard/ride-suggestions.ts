import type { AnswerKey } from "../../athlete/parse-answers.ts";
import type { CalendarDate } from "../../base/calendar.ts";
import { planStart } from "../../jobs/plan-start.ts";
import { weeklyWords } from "../../report/activities.ts";
import { fullDate, shortDay } from "../../report/units.ts";
import type { Suggestion, SuggestionSource } from "../../wizard/suggest.ts";
import { summaryOf } from "../../jobs/ride-summary.ts";
import type { PlanRides } from "../../jobs/plan-with-rides.ts";

/** Suggestions from recorded rides: what is ridden now, and where nothing is saved the FTP and the days. */
export function rideSuggestions(
  { history }: PlanRides,
  today: CalendarDate,
  place: "before saved" | "after saved",
): SuggestionSource {
  const summary = summaryOf(history, today, {});
  const found = new Map<AnswerKey, Suggestion>();
  const { values } = planStart(summary, history.sources, today);
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
