import { quoted } from "../athlete/parse-reading.ts";
import { bySpeed } from "./learned-times.ts";
import {
  checkSeconds,
  clockTime,
  numberIn,
  quietValueIn,
  secondsIn,
  VALUES,
  valueIn,
  type Cells,
} from "./csv-cells.ts";
import { isRiding } from "./is-riding.ts";
import type { LayoutReader, Row } from "./layout-kind.ts";
import type { Titles } from "./title-words.ts";

/** In every language the first seven columns of a whole export are these: so in seven real exports of 2018 to 2026. */
const [DATE, TYPE, ELAPSED, DISTANCE] = [1, 3, 5, 6];
const FEWEST = 10;
/** The recording's name stands before this column in every export. */
const RECORDING_BEFORE = 15;
/** The export of 2018 had ten columns, all in English. */
const OLDEST = ["id", "date", "name", "type", "description", "elapsed time", "distance"];

/** Columns counted from the second elapsed time, the same in all whole exports from 72 to 103 columns. */
const AFTER_ELAPSED = { moving: 1, maxHr: 15, meanHr: 16, meanWatts: 18, effort: 28, normalized: 31, powerCount: 32 };

/** Strava's own load, only in the newest exports and far behind: known by name alone. */
const LOAD = [
  "training load",
  "trainingsbelastung",
  "trainingsbelasting",
  "charge d'entrainement",
  "carga de entrenamiento",
  "carico di allenamento",
  "carga de treino",
];

type Columns = Readonly<
  Record<
    "date" | "type" | "distance" | "elapsed" | "shownElapsed" | "shownMaxHr" | "load" | keyof typeof AFTER_ELAPSED,
    number
  >
>;

/** Where the second elapsed time stands in a whole export, which holds elapsed time and distance twice; -1 in any other. */
function pairedElapsed({ plain }: Titles): number {
  if (plain.length < FEWEST) return -1;
  const [elapsed, distance] = [plain.lastIndexOf(plain[ELAPSED] ?? ""), plain.lastIndexOf(plain[DISTANCE] ?? "")];
  return elapsed > DISTANCE && distance === elapsed + 2 ? elapsed : -1;
}

/** A table that begins with the activity's number, as only Strava's does. */
const hasId = ({ plain: [first] }: Titles): boolean => first === "activity id" || first === "id";

const firstOf = (...columns: readonly number[]): number => columns.find((column) => column >= 0) ?? -1;

/** By its English title; by what its words mean; in a whole export of another language by its place. */
function columnsOf(titles: Titles): Columns {
  const paired = pairedElapsed(titles);
  const isOldest = OLDEST.every((title, index) => titles.plain[index] === title);
  const isWhole = paired >= 0 || isOldest;
  // A column of that place in an English file that has another name: the order has changed, so none is taken.
  const hasPlaces = paired >= 0 && titles.plain[ELAPSED] !== "elapsed time";
  const at = (key: keyof typeof AFTER_ELAPSED, ...found: number[]): number => {
    const byPlace = hasPlaces ? paired + AFTER_ELAPSED[key] : -1;
    return found.find((column) => column >= 0) ?? byPlace;
  };
  const one = (found: number, place: number): number => (found < 0 && isWhole ? place : found);
  const elapsed = titles.last(["elapsed"], ["average", "speed"]);
  const maxHr = at("maxHr", titles.named("max heart rate"), titles.last(["maximum", "heart"]));
  return {
    date: one(
      firstOf(titles.first(["activity", "date"]), hasId(titles) ? titles.named("date", "start date") : -1),
      DATE,
    ),
    type: one(titles.first(["activity", "type"]), TYPE),
    elapsed: paired >= 0 ? paired : isOldest ? ELAPSED : elapsed,
    shownElapsed: isWhole ? ELAPSED : titles.first(["elapsed"], ["average", "speed"]),
    distance: titles.first(["distance"]),
    shownMaxHr: titles.plain.indexOf(titles.plain[maxHr] ?? "-"),
    load: titles.named(...LOAD),
    moving: at("moving", titles.named("moving time"), titles.last(["moving"], ["average", "speed"])),
    maxHr,
    meanHr: at("meanHr", titles.named("average heart rate"), titles.last(["average", "heart"])),
    meanWatts: at(
      "meanWatts",
      titles.named("average watts"),
      titles.last(["average", "power"], ["weighted", "maximum"]),
    ),
    effort: at("effort", titles.named("perceived exertion"), titles.last(["exertion"])),
    normalized: at("normalized", titles.named("weighted average power"), titles.last(["weighted", "power"])),
    powerCount: at("powerCount", titles.named("power count")),
  };
}

/** The highest heart rate of a row: the second column of that title, or where it is empty the first. */
const maxHrCell = (cells: Cells, at: Columns): string | undefined =>
  (cells[at.maxHr] ?? "") === "" ? cells[at.shownMaxHr] : cells[at.maxHr];

/** Seconds of a cell; of a time of two parts, which only a hand or a script writes, as far as the distance tells. */
function timeOf(cells: Cells, column: number, at: Columns): number | undefined {
  const seconds = secondsIn(cells[column]);
  if (seconds === undefined || !Number.isNaN(seconds)) return seconds;
  const clock = clockTime(cells[column]);
  if (clock?.orElse === undefined) return seconds;
  return bySpeed(numberIn(cells[at.distance]), { seconds: clock.seconds, orElse: clock.orElse }) ?? seconds;
}

function readRow(cells: Cells, at: Columns): Row {
  const sport = cells[at.type] ?? "";
  const date = cells[at.date] ?? "";
  const recording = cells.slice(0, RECORDING_BEFORE).find((cell) => cell.startsWith("activities/"));
  if (!isRiding(sport))
    return { kind: "other", sport, recording, date, maxHr: quietValueIn(maxHrCell(cells, at), VALUES.heartRate) };
  const notes: string[] = [];
  const whole = timeOf(cells, at.elapsed, at) ?? timeOf(cells, at.shownElapsed, at);
  const moving = timeOf(cells, at.moving, at);
  const isStill = moving === undefined || moving === 0;
  const written = cells[isStill ? at.shownElapsed : at.moving];
  const both = clockTime(written)?.orElse;
  const seconds = checkSeconds(isStill ? whole : moving, written);
  if (typeof seconds === "string" && both !== undefined)
    return { kind: "fault", why: `the duration ${quoted(written)} can be minutes or hours` };
  if (typeof seconds === "string") return { kind: "fault", why: seconds };
  // Without a meter Strava fills average watts with its own estimate; only rides with a meter have a power count.
  const hasMeter = (numberIn(cells[at.powerCount]) ?? 0) > 0;
  const facts = {
    seconds: Math.round(seconds),
    elapsedSeconds: whole === undefined || Number.isNaN(whole) ? undefined : Math.round(whole),
    givenLoad: valueIn(cells[at.load], VALUES.load, notes),
    normalizedWatts: hasMeter ? valueIn(cells[at.normalized], VALUES.watts, notes) : undefined,
    meanWatts: hasMeter ? valueIn(cells[at.meanWatts], VALUES.watts, notes) : undefined,
    meanHr: valueIn(cells[at.meanHr], VALUES.heartRate, notes),
    maxHr: valueIn(maxHrCell(cells, at), VALUES.heartRate, notes),
    effort: valueIn(cells[at.effort], VALUES.effort, notes),
    best20Watts: undefined,
    ftpSet: undefined,
    ftpEstimated: undefined,
    fitness: undefined,
  };
  return { kind: "ride", date, facts, notes, recording };
}

/** Strava's `activities.csv` in any language, whole, trimmed or renamed by a spreadsheet; its dates are UTC, and where a title stands twice the second has seconds and metres. */
export const stravaLayout: LayoutReader = (titles) => {
  const at = columnsOf(titles);

  const isStrava = pairedElapsed(titles) >= 0 || titles.first(["activity", "date"]) >= 0;
  if (!isStrava && !(hasId(titles) && at.type >= 0)) return undefined;
  const missing = [
    ...(at.date < 0 ? ["Activity Date"] : []),
    ...(at.type < 0 ? ["Activity Type"] : []),
    ...(at.moving < 0 && at.elapsed < 0 ? ["Moving Time or Elapsed Time"] : []),
  ];
  if (missing.length > 0) return { program: "Strava", missing };
  return { source: "strava", isUtc: true, startsRow: /^"?\d{4,}"?[,;\t]/, read: (cells) => readRow(cells, at) };
};
