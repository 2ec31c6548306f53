import { timeWords } from "../../base/time-words.ts";
import { parseRequest, type ParsedRequest, type RequestSources } from "../../athlete/parse-request.ts";
import type { CalendarDate } from "../../base/calendar.ts";
import { fullDate } from "../../base/date-words.ts";
import { roundTo } from "../../base/numbers.ts";
import type { HistorySummary, KnownNumbers } from "../../history/summary.ts";
import { counted } from "../../report/units.ts";
import { activitiesCsv, startFromRides } from "./start-from-rides.ts";
import type { History } from "./read-history.ts";
import { summaryOf } from "./ride-summary.ts";

/** The recorded rides that a plan starts from. */
export interface PlanRides {
  readonly history: History;
}

function knownOf({ request: { profile } }: ParsedRequest): KnownNumbers {
  const { ftp, lthr, max_hr: maxHr } = profile;
  return { ftpWatts: ftp, lthr, maxHr };
}

/** What the rides show of answers that are the rider's to give, as `activities` says it. */
function shownOf({ ftp, weeks, weeklySeconds, usualDays }: HistorySummary): NonNullable<RequestSources["shown"]> {
  const lately = `your last ${counted(weeks.length, "week")}`;
  const hours = roundTo(weeklySeconds / 3600, 1);
  const days = usualDays.map((day) => day.slice(0, 3).toLowerCase()).join(",");
  return {
    ...(ftp !== undefined && {
      ftp: {
        value: `about ${ftp.watts} W from your rides`,
        expected: `say --ftp ${ftp.watts} to plan with it, or a better one (confidence ${ftp.confidence}: ${ftp.because}, ${fullDate(ftp.day)})`,
      },
    }),
    ...(hours > 0 && {
      hours: {
        value: `${lately} hold ${timeWords(hours * 60)} a week`,
        expected: `say the hours that you can ride in a week, such as --hours ${Math.max(1, Math.round(hours))}`,
      },
    }),
    ...(days !== "" && {
      days: { value: `you rode on ${days}`, expected: `say --days ${days}, or the days that you can ride` },
    }),
  };
}

/** A request with what the rides answer: what the rider said wins, and every value from the rides is an assumption with its source. */
export function parsedWithRides(
  sources: RequestSources,
  rides: PlanRides,
  today: CalendarDate,
): { parsed: ParsedRequest; activities: string } {
  const shown = shownOf(summaryOf(rides.history, today, {}));
  const asked = parseRequest({ ...sources, shown }, today);
  const summary = summaryOf(rides.history, today, knownOf(asked));
  const { values, unused } = startFromRides(summary, rides.history.sources, today);
  const said = new Set(Object.keys(asked.request.profile));
  // Fatigue of the rides beside a fitness that the rider gave would be of two different riders.
  if (said.has("ctl")) said.add("atl");
  const used = values.filter(({ assumption }) => !said.has(assumption.field));
  const recorded = Object.fromEntries(used.map(({ key, value }) => [key, value]));
  const parsed = parseRequest({ ...sources, recorded }, today);
  return {
    parsed: {
      ...parsed,
      assumptions: [...parsed.assumptions, ...used.map(({ assumption }) => assumption)],
      warnings: [...parsed.warnings, ...(unused === undefined ? [] : [unused])],
    },
    activities: activitiesCsv(summary),
  };
}
