import { roundTo } from "../../../base/numbers.ts";
import { jsonText } from "../../../base/json.ts";
import type { HistorySummary, KnownNumbers } from "../../../history/summary.ts";
import { startFromRides } from "../../../jobs/activities/start-from-rides.ts";
import type { History } from "../../../jobs/activities/read-history.ts";
import { readingPage, ridesPage } from "../../../report/activities.ts";
import type { Run } from "../../command.ts";
import { summaryInSteps } from "../../../jobs/activities/ride-summary.ts";
import { historyAt } from "../../read-rides.ts";
import { knownNumbers } from "../../../jobs/activities/known-numbers.ts";
import { pageFor } from "../../page.ts";
import { placesOf } from "../../places.ts";
import { progressOf } from "../../progress.ts";
import { savedAthlete } from "../../../jobs/plans/saved-athlete.ts";
import { resolveSettings } from "../../settings.ts";
import type { activitiesSpec } from "./spec.ts";

const SHORT_DAYS = 126;

/** Loads that another program stored and that were not taken. */
function doubtNotes({ doubted }: HistorySummary, { ftpWatts }: KnownNumbers): string[] {
  if (doubted.rides === 0) return [];
  const many = doubted.rides === 1 ? "1 stored load is" : `${doubted.rides} stored loads are`;
  const why =
    doubted.ftpWatts === undefined
      ? "no rider rides so hard for so long"
      : `no rider rides so hard for so long; the program counted with an FTP of about ${Math.round(doubted.ftpWatts)} W`;
  const help = ftpWatts === undefined ? "; --ftp counts these rides from their power" : "";
  return [`${many} not taken: ${why}${help}`];
}

/** What was taken for numbers that nobody gave, where a load was made with them. */
function basisNotes(summary: HistorySummary, known: KnownNumbers): string[] {
  const { rungs, basis, highestHr, ftp, before, days } = summary;
  const notes = doubtNotes(summary, known);
  if (rungs.power + rungs["average power"] > 0 && known.ftpWatts === undefined && ftp !== undefined)
    notes.push(`power is counted with the FTP of ${ftp.watts} W above; --ftp says a better one`);
  if (rungs["heart rate"] > 0 && known.lthr === undefined) {
    const of = known.maxHr === undefined ? "the highest of your rides and other sports" : "your highest heart rate";
    notes.push(
      `heart rate is counted with a threshold of ${Math.round(basis.lthr ?? 0)}, 90 % of ${of} (${String(known.maxHr ?? highestHr)}); --lthr says a better one`,
    );
  }
  if (days < SHORT_DAYS)
    notes.push(
      `your rides cover ${days} days; before them a load of ${roundTo(before, 0)} a day is assumed, so fitness is less sure`,
    );
  return notes;
}

function jsonOf(history: History, summary: HistorySummary, notes: readonly string[]): string {
  const { fitness } = summary;
  return jsonText({
    from: summary.from,
    to: summary.to,
    last_ride: summary.lastRide,
    rides: summary.rides.length,
    rungs: summary.rungs,
    ctl: roundTo(fitness.ctl, 1),
    atl: roundTo(fitness.atl, 1),
    form: roundTo(fitness.form, 1),
    recent_weekly_hours: roundTo(summary.weeklySeconds / 3600, 1),
    week_days: summary.usualDays,
    longest_recent_ride: summary.longest && {
      date: summary.longest.day,
      minutes: Math.round(summary.longest.seconds / 60),
    },
    ftp_estimate: summary.ftp ?? null,
    weeks: summary.weeks.map(({ from, to, seconds, load, rides }) => ({
      from,
      to,
      hours: roundTo(seconds / 3600, 1),
      load: roundTo(load, 1),
      rides,
    })),
    notes,
    found_twice: history.doubles,
    planned_only: history.planned,
    other_sports: Object.fromEntries(history.otherSports),
    not_read: Object.fromEntries(history.passedOver),
    files: history.files.map(({ moreFaults, moreNotes, ...file }) => ({
      ...file,
      more_faults: moreFaults,
      more_notes: moreNotes,
    })),
    activities: Array.from(summary.rides, ({ day, seconds, load, rung }) => ({
      date: day,
      minutes: roundTo(seconds / 60, 1),
      load: roundTo(load, 1),
      rung,
    })),
  });
}

/** `activities PATH`: fitness, hours, longest ride and FTP from recorded rides, and what could not be read. */
export const activities: Run<typeof activitiesSpec> = async ({ system, flags, args: [paths], isJson }) => {
  const settings = await resolveSettings(system, flags);
  const { known, notes: knownNotes } = knownNumbers(flags, await savedAthlete(placesOf(system).settings));
  const progress = await progressOf(system, settings, { isJson });
  const history = await historyAt(system, progress, { paths, timezone: flags.timezone });
  const summary = await summaryInSteps(history, settings.today, { known, ports: system });
  const { unused } = startFromRides(summary, history.sources, settings.today);
  const later = history.rides.length - summary.rides.length;
  const notes = [
    ...knownNotes,
    ...basisNotes(summary, known),
    ...(later > 0 ? [`${later} rides after ${settings.today} are left out`] : []),
    ...(unused === undefined ? [] : [unused]),
  ];
  if (isJson) system.out(jsonOf(history, summary, notes));
  else if (!settings.quiet) {
    const page = await pageFor(system, settings);
    system.out(`${[...ridesPage(summary, notes, page), "", ...readingPage(history, page)].join("\n")}\n`);
  }
  return 0;
};
