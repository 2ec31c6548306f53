import { checkSeconds, columnOf, numberIn, VALUES, valueIn, type Cells } from "./csv-cells.ts";
import { factsOf } from "./ride-facts.ts";
import type { LayoutReader, Row } from "./layout-kind.ts";
import { isRiding } from "./is-riding.ts";

/** In every language the first seven columns are these: so in seven real exports of 2018 to 2026. */
const [DATE, TYPE, ELAPSED, DISTANCE] = [1, 3, 5, 6];
const FEWEST = 10;
/** The recording's name stands before this column in every export. */
const RECORDING_BEFORE = 15;
/** The export of 2018 had ten columns, all in English. */
const OLDEST = ["id", "date", "name", "type", "description", "elapsed time", "distance"];

/** Columns counted from the second elapsed time, the same in all exports from 72 to 103 columns, and their English name. */
const AFTER_ELAPSED = {
  moving: [1, "moving time"],
  maxHr: [15, "max heart rate"],
  meanHr: [16, "average heart rate"],
  meanWatts: [18, "average watts"],
  effort: [28, "perceived exertion"],
  normalized: [31, "weighted average power"],
  powerCount: [32, "power count"],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

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

type Columns = Readonly<Record<keyof typeof AFTER_ELAPSED, number>>;

/** Where the columns are, or undefined where this is no export of Strava. */
function columnsOf(titles: readonly string[]): Columns | undefined {
  if (titles.length < FEWEST) return undefined;
  const [elapsed, distance] = [titles.lastIndexOf(titles[ELAPSED] ?? ""), titles.lastIndexOf(titles[DISTANCE] ?? "")];
  const hasPairs = elapsed > DISTANCE && distance === elapsed + 2;
  if (!hasPairs && !OLDEST.every((title, index) => titles[index] === title)) return undefined;
  const at = (key: keyof typeof AFTER_ELAPSED): number => {
    const [after, name] = AFTER_ELAPSED[key];
    const named = columnOf(titles, [name]);
    if (named >= 0) return named;
    // A column of that place in an English file that has another name: the order has changed, so none is taken.
    const isEnglish = titles[ELAPSED] === "elapsed time";
    return hasPairs && !isEnglish ? elapsed + after : -1;
  };
  return {
    moving: at("moving"),
    maxHr: at("maxHr"),
    meanHr: at("meanHr"),
    meanWatts: at("meanWatts"),
    effort: at("effort"),
    normalized: at("normalized"),
    powerCount: at("powerCount"),
  };
}

/** Strava's `activities.csv` in any language; its dates are UTC, and where a title stands twice the second has seconds and metres. */
export const stravaLayout: LayoutReader = (titles) => {
  const at = columnsOf(titles);
  if (at === undefined) return undefined;
  const elapsed = titles.lastIndexOf(titles[ELAPSED] ?? "");
  const shownMaxHr = titles.indexOf(titles[at.maxHr] ?? "-");
  const load = columnOf(titles, LOAD);
  const read = (cells: Cells): Row => {
    const sport = cells[TYPE] ?? "";
    const recording = cells.slice(0, RECORDING_BEFORE).find((cell) => cell.startsWith("activities/"));
    if (!isRiding(sport)) return { kind: "other", sport, recording };
    const notes: string[] = [];
    const whole = numberIn(cells[elapsed]) ?? numberIn(cells[ELAPSED]);
    const moving = numberIn(cells[at.moving]);
    const seconds = checkSeconds(
      moving === undefined || moving === 0 ? whole : moving,
      cells[at.moving] ?? cells[ELAPSED],
    );
    if (typeof seconds === "string") return { kind: "fault", why: seconds };
    // Without a meter Strava fills average watts with its own estimate; only rides with a meter have a power count.
    const hasMeter = (numberIn(cells[at.powerCount]) ?? 0) > 0;
    const facts = factsOf({
      seconds: Math.round(seconds),
      elapsedSeconds: whole,
      givenLoad: valueIn(cells[load], VALUES.load, notes),
      normalizedWatts: hasMeter ? valueIn(cells[at.normalized], VALUES.watts, notes) : undefined,
      meanWatts: hasMeter ? valueIn(cells[at.meanWatts], VALUES.watts, notes) : undefined,
      meanHr: valueIn(cells[at.meanHr], VALUES.heartRate, notes),
      maxHr: valueIn(cells[at.maxHr] === "" ? cells[shownMaxHr] : cells[at.maxHr], VALUES.heartRate, notes),
      effort: valueIn(cells[at.effort], VALUES.effort, notes),
    });
    return { kind: "ride", date: cells[DATE] ?? "", facts, notes, recording };
  };
  return { source: "strava", isUtc: true, startsRow: /^"?\d{4,}"?[,;\t]/, read };
};
