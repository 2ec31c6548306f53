import type { AnswerKey } from "../../athlete/parse-answers.ts";
import { ACCEPTED } from "../../athlete/accepted-range.ts";
import type { Assumption } from "../../athlete/schema.ts";
import { daysBetween, type CalendarDate } from "../../base/calendar.ts";
import { clamp, roundTo } from "../../base/numbers.ts";
import { joinWords } from "../../base/text.ts";
import type { RideSource } from "../../history/ride.ts";
import type { HistorySummary } from "../../history/summary.ts";

/** Names of the exports as riders know them. */
const SOURCE_WORDS: Readonly<Record<RideSource, string>> = {
  strava: "Strava",
  garmin: "Garmin Connect",
  trainingpeaks: "TrainingPeaks",
  intervals: "intervals.icu",
  fit: "FIT files",
  tcx: "TCX files",
  gpx: "GPX files",
  goldencheetah: "GoldenCheetah",
  wahoo: "Wahoo",
  zwift: "Zwift",
  polar: "Polar",
  suunto: "Suunto",
  table: "your list of rides",
};

/** Rides that end longer ago say nothing about now: the rider may have ridden on without recording. */
const STALE_DAYS = 28;
/** Fewer days are no training yet that fitness could be told from. */
const FEWEST_DAYS = 14;
const MOST = { weeklyHours: 40, rideMinutes: 1440 };

/** An answer that the rides give, and the assumption that says so in the plan. */
export interface StartValue {
  readonly key: AnswerKey;
  readonly value: number;
  readonly assumption: Assumption;
}

/** What rides say about where a plan starts; `unused` says why they say less, where they do. */
export interface RidesStart {
  readonly values: readonly StartValue[];
  readonly unused: string | undefined;
}

/** The planner's inputs from recorded rides: recent hours, longest ride, fitness and fatigue, each with its reason. */
export function startFromRides(
  summary: HistorySummary,
  sources: readonly RideSource[],
  today: CalendarDate,
): RidesStart {
  const away = daysBetween(summary.lastRide, today);
  const from = joinWords(sources.map((source) => SOURCE_WORDS[source]));
  if (away > STALE_DAYS)
    return {
      values: [],
      unused: `Your newest ride is ${away} days old, so it does not tell what you ride now. Export your rides again, or say --recent-hours.`,
    };
  const weeks = `${summary.weeks.length} ${summary.weeks.length === 1 ? "week" : "weeks"} to ${summary.to}`;
  const value = (key: AnswerKey, field: string, one: { value: number; reason: string }): StartValue => ({
    key,
    value: one.value,
    assumption: { field, ...one },
  });
  const recent = value("recentHours", "recent_weekly_hours", {
    value: clamp(roundTo(summary.weeklySeconds / 3600, 1), 0, MOST.weeklyHours),
    reason: `from your rides: mean of the ${weeks} (${from})`,
  });
  const longest = value("longestRide", "longest_recent_ride_minutes", {
    value: clamp(Math.round((summary.longest?.seconds ?? 0) / 60), 0, MOST.rideMinutes),
    reason: `from your rides: the longest of the ${weeks} (${from})`,
  });
  if (summary.days < FEWEST_DAYS)
    return {
      values: [recent, longest],
      unused: `Your rides cover ${summary.days} days; fitness is taken from them once they cover ${FEWEST_DAYS}.`,
    };
  const load = ({ low, high }: { low: number; high: number }, one: number): number => clamp(roundTo(one, 1), low, high);
  const reason = `from your rides: ${summary.rides.length} of them to ${summary.to} (${from})`;
  return {
    values: [
      recent,
      longest,
      value("ctl", "ctl", { value: load(ACCEPTED.load, summary.fitness.ctl), reason }),
      value("atl", "atl", { value: load(ACCEPTED.load, summary.fitness.atl), reason }),
    ],
    unused: undefined,
  };
}

/** The rides as they lie beside a plan: day, minutes, load and rung, no names and no places. */
export const activitiesCsv = ({ rides }: HistorySummary): string =>
  [
    "date,duration_min,load,rung",
    ...Array.from(rides, ({ day, seconds, load, rung }) =>
      [day, String(roundTo(seconds / 60, 1)), String(roundTo(load, 1)), rung.replaceAll(" ", "_")].join(","),
    ),
    "",
  ].join("\n");
