import { checkSeconds, quietValueIn, secondsIn, VALUES, valueIn, type Cells } from "./csv-cells.ts";
import { isRiding, sportNamed } from "./is-riding.ts";
import type { LayoutReader, Row } from "./layout-kind.ts";
import type { Titles } from "./title-words.ts";

/** What intervals.icu answers for a ride that came to it from Strava: its day and nothing of the ride. */
const WITHHELD = "Strava ride kept back by intervals.icu";

/** Watts that were worked out from speed and hills are no measurement. */
const isEstimate = (cell: string | undefined): boolean => /^(?:false|0|no)$/i.test(cell?.trim() ?? "");

const columnsOf = (titles: Titles): Readonly<Record<string, number>> & Record<Column, number> => ({
  date: titles.named("start date local"),
  type: titles.named("type"),
  moving: titles.named("moving time"),
  elapsed: titles.named("elapsed time"),
  source: titles.named("source"),
  isReal: titles.named("device watts"),
  load: titles.named("icu training load"),
  normalized: titles.named("icu normalized watts", "icu weighted avg watts"),
  power: titles.named("icu average watts"),
  hr: titles.named("average heartrate"),
  maxHr: titles.named("max heartrate"),
  effort: titles.named("perceived exertion", "icu rpe"),
  fitness: titles.named("icu fitness", "icu ctl"),
  ftpSet: titles.named("icu ftp"),
  ftpEstimated: titles.named("icu eftp"),
  // Only the table that we make of their list has it: the file of a ride's seconds.
  recording: titles.named("recording"),
});

type Column =
  | "date"
  | "type"
  | "moving"
  | "elapsed"
  | "source"
  | "isReal"
  | "load"
  | "normalized"
  | "power"
  | "hr"
  | "maxHr"
  | "effort"
  | "fitness"
  | "ftpSet"
  | "ftpEstimated"
  | "recording";

function readRow(cells: Cells, at: Readonly<Record<Column, number>>): Row {
  const sport = sportNamed(cells[at.type] ?? "");
  const date = cells[at.date] ?? "";
  if (!isRiding(sport)) {
    const isWithheld = sport === "" && cells[at.source] === "STRAVA";
    const maxHr = quietValueIn(cells[at.maxHr], VALUES.heartRate);
    return { kind: "other", sport: isWithheld ? WITHHELD : sport, date, maxHr };
  }
  const notes: string[] = [];
  const whole = secondsIn(cells[at.elapsed]);
  const ridden = secondsIn(cells[at.moving]);
  const seconds = checkSeconds(ridden === 0 ? whole : (ridden ?? whole), cells[at.moving]);
  if (typeof seconds === "string") return { kind: "fault", why: seconds };
  const isMeasured = !isEstimate(cells[at.isReal]);
  const facts = {
    seconds,
    elapsedSeconds: whole === undefined || Number.isNaN(whole) ? undefined : whole,
    givenLoad: valueIn(cells[at.load], VALUES.load, notes),
    normalizedWatts: isMeasured ? valueIn(cells[at.normalized], VALUES.watts, notes) : undefined,
    meanWatts: isMeasured ? valueIn(cells[at.power], VALUES.watts, notes) : undefined,
    meanHr: valueIn(cells[at.hr], VALUES.heartRate, notes),
    maxHr: valueIn(cells[at.maxHr], VALUES.heartRate, notes),
    effort: valueIn(cells[at.effort], VALUES.effort, notes),
    best20Watts: undefined,
    ftpSet: valueIn(cells[at.ftpSet], VALUES.ftp, notes),
    ftpEstimated: valueIn(cells[at.ftpEstimated], VALUES.ftp, notes),
    fitness: valueIn(cells[at.fitness], VALUES.fitness, notes),
  };
  const recording = cells[at.recording] ?? "";
  return { kind: "ride", date, facts, notes, ...(recording === "" ? {} : { recording }) };
}

/** Titles that Strava's API has and intervals.icu has not; where neither kind is there, the table is taken for intervals.icu's. */
const OF_STRAVA = ["sport type", "kudos count", "suffer score", "upload id", "weighted average watts", "athlete id"];

/** intervals.icu's `activities.csv` and the records of its API, with the names of older and newer exports: local time, seconds, loads and fitness (its author's list of columns). */
export const intervalsLayout: LayoutReader = (titles) => {
  const at = columnsOf(titles);
  const isOwn = titles.plain.some((title) => title.startsWith("icu "));
  if (at.date < 0 || (!isOwn && OF_STRAVA.some((title) => titles.named(title) >= 0))) return undefined;
  const missing = [
    ...(at.type < 0 ? ["type"] : []),
    ...(at.moving < 0 && at.elapsed < 0 ? ["moving_time or elapsed_time"] : []),
  ];
  if (missing.length > 0) return isOwn ? { program: "intervals.icu", missing } : undefined;
  return {
    source: "intervals",
    isUtc: false,
    startsRow: /^"?[a-z]?\d+"?[,;\t]"?\d{4}-\d\d-\d\dT/,
    read: (cells) => readRow(cells, at),
  };
};
