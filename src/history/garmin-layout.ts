import { quoted } from "../athlete/parse-reading.ts";
import { checkSeconds, clockTime, numberIn, quietValueIn, VALUES, valueIn, type Cells } from "./csv-cells.ts";
import { bySpeed, LearnedTimes, unitOfTitle, type TwoReadings } from "./learned-times.ts";
import { isRiding } from "./is-riding.ts";
import type { LayoutReader, Row } from "./layout-kind.ts";
import type { Titles } from "./title-words.ts";

/** Where these stand in every full export, whatever its language (nine real exports in seven languages). */
const PLACES = { type: 0, date: 1, distance: 4, time: 6, hr: 7, maxHr: 8 } as const;
const FEWEST = 9;
const TWENTY = /(?<!\d)20(?!\d)/;
/** Two clocks of one ride tell the same time within this share. */
const SAME_CLOCK = 0.1;
const DAY_SECONDS = 86_400;

type Columns = Readonly<
  Record<keyof typeof PLACES | "load" | "normalized" | "power" | "best20" | "moving" | "elapsed", number>
>;

/** Another clock of the row, of three parts, that agrees with one of the readings alone: moving or elapsed time under whatever title. */
function byOtherClock(cells: Cells, from: number, { seconds, orElse }: TwoReadings): number | undefined {
  for (let column = cells.length - 1; column > from; column--) {
    const other = clockTime(cells[column]);
    if (other === undefined || other.orElse !== undefined || other.seconds === 0) continue;
    const isNear = (time: number): boolean => Math.abs(other.seconds - time) <= SAME_CLOCK * time;
    if (isNear(seconds) !== isNear(orElse)) return isNear(orElse) ? orElse : seconds;
  }
  return undefined;
}

/** Where the columns are, and the seconds of one unit of a time that is a plain number. */
type Places = Columns & { readonly titleUnit: number | undefined; readonly learned: LearnedTimes };

function secondsOf(cells: Cells, at: Places): number | string {
  const cell = cells[at.time];
  const time = clockTime(cell);
  if (time === undefined) {
    const plain = numberIn(cell);
    if (plain === undefined || Number.isNaN(plain)) return `the duration ${quoted(cell)} cannot be read`;
    const unit = at.titleUnit ?? at.learned.unit ?? 1;
    // A spreadsheet keeps a clock as a share of the day.
    return checkSeconds(Math.round(plain * (unit === 1 && plain > 0 && plain < 1 ? DAY_SECONDS : unit)), cell);
  }
  if (time.orElse === undefined) return checkSeconds(time.seconds, cell);
  for (const column of [at.moving, at.elapsed]) {
    const other = clockTime(cells[column]);
    if (other !== undefined && other.orElse === undefined && other.seconds > 0)
      return checkSeconds(other.seconds, cells[column]);
  }
  const both = { seconds: time.seconds, orElse: time.orElse };
  const seconds = byOtherClock(cells, at.time, both) ?? bySpeed(numberIn(cells[at.distance]), both);
  return seconds ?? `the duration ${quoted(cell)} can be minutes or hours, and the distance does not tell which`;
}

/** The first of these; where there is none, the other that stands alone: an Ø that was dropped leaves "Leistung". */
const oneOf = (found: readonly number[], [only = -1, ...more]: readonly number[]): number =>
  found[0] ?? (more.length === 0 ? only : -1);

/** Where the columns are by their titles, and in a full export by their place where a title is of no language that we know. */
function columnsOf(titles: Titles): Columns {
  const load = titles.plain.findLastIndex((title) => title.startsWith("training stress score"));
  const isFull = load >= FEWEST;
  const best20 = titles.plain.findIndex((title) => TWENTY.test(title));
  const at = (found: number, place: keyof typeof PLACES): number => (found < 0 && isFull ? PLACES[place] : found);
  return {
    load,
    type: at(titles.first(["activity", "type"]), "type"),
    date: at(titles.first(["date"], ["activity"]), "date"),
    time: at(titles.first(["time"]), "time"),
    distance: at(titles.first(["distance"]), "distance"),
    hr: at(oneOf(titles.all(["average", "heart"]), titles.all(["heart"], ["maximum"])), "hr"),
    maxHr: at(titles.first(["maximum", "heart"]), "maxHr"),
    normalized: titles.plain.findLastIndex((title) => title.startsWith("normalized power")),
    power: oneOf(
      titles.all(["average", "power"], ["weighted", "maximum", "speed"]),
      titles.all(["power"], ["weighted", "maximum", "speed"]).filter((column) => column !== best20),
    ),
    best20,
    moving: titles.last(["moving"], ["average", "speed"]),
    elapsed: titles.last(["elapsed"], ["average", "speed"]),
  };
}

function readRow(cells: Cells, at: Places): Row {
  const sport = cells[at.type] ?? "";
  const date = cells[at.date] ?? "";
  if (!isRiding(sport)) return { kind: "other", sport, date, maxHr: quietValueIn(cells[at.maxHr], VALUES.heartRate) };
  const notes: string[] = [];
  const seconds = secondsOf(cells, at);
  if (typeof seconds === "string") return { kind: "fault", why: seconds };
  const whole = clockTime(cells[at.elapsed]);
  const facts = {
    seconds,
    elapsedSeconds: whole?.orElse === undefined ? whole?.seconds : undefined,
    givenLoad: valueIn(cells[at.load], VALUES.load, notes),
    normalizedWatts: valueIn(cells[at.normalized], VALUES.watts, notes),
    meanWatts: valueIn(cells[at.power], VALUES.watts, notes),
    meanHr: valueIn(cells[at.hr], VALUES.heartRate, notes),
    maxHr: valueIn(cells[at.maxHr], VALUES.heartRate, notes),
    effort: undefined,
    best20Watts: valueIn(cells[at.best20], VALUES.watts, notes),
    ftpSet: undefined,
    ftpEstimated: undefined,
    fitness: undefined,
  };
  return { kind: "ride", date, facts, notes };
}

/** Garmin Connect's `Activities.csv` in any language, all columns or some: local time, `--` and a load of 0.0 for "no value". */
export const garminLayout: LayoutReader = (titles) => {
  const at = columnsOf(titles);
  const isGarmin = at.load >= 0 || at.normalized >= 0 || (at.type >= 0 && at.date >= 0);
  if (!isGarmin || (at.type < 0 && at.date < 0)) return undefined;
  const missing = [
    ...(at.type < 0 ? ["Activity Type"] : []),
    ...(at.date < 0 ? ["Date"] : []),
    ...(at.time < 0 ? ["Time"] : []),
  ];
  if (missing.length > 0) return { program: "Garmin Connect", missing };
  const learned = LearnedTimes.of(titles, at.time);
  const places = { ...at, learned, titleUnit: unitOfTitle(titles.plain[at.time] ?? "") };
  return {
    source: "garmin",
    isUtc: false,
    startsRow: /^[^,;\t"]+[,;\t]"?\d{1,4}[-/.]\d\d?[-/.]\d{1,4} /,
    learn: (sample) => {
      learned.learn(sample);
    },
    read: (cells) => readRow(cells, places),
  };
};
