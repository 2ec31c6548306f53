import { quoted } from "../athlete/parse-reading.ts";
import { checkSeconds, clockTime, columnOf, numberIn, VALUES, valueIn, type Cells } from "./csv-cells.ts";
import { factsOf } from "./ride-facts.ts";
import type { LayoutReader, Row } from "./layout-kind.ts";
import { isRiding } from "./is-riding.ts";

/** The same in every language; the other columns change with the sport that was looked at (nine real exports in seven languages). */
const [TYPE, DATE, DISTANCE, TIME, HR, MAX_HR] = [0, 1, 4, 6, 7, 8];
const FEWEST = 9;
const MOVING = ["moving time", "zeit in bewegung", "tid i bevegelse", "bewegingstijd", "tempo de movimentacao"];
const ELAPSED = [
  "elapsed time",
  "verstrichene zeit",
  "forlobet tid",
  "verstreken tijd",
  "tempo decorrido",
  "eltelt ido",
];
/** How fast a bicycle goes, in km or miles an hour. */
const SPEED = { low: 5, high: 60 };

/** Two parts are minutes and seconds or hours and minutes: the distance tells which. */
function bySpeed(
  distance: number | undefined,
  { seconds, orElse }: { seconds: number; orElse: number },
): number | undefined {
  const isPossible = (time: number): boolean => {
    const speed = ((distance ?? 0) / time) * 3600;
    return speed >= SPEED.low && speed <= SPEED.high;
  };
  const possible = [seconds, orElse].filter(isPossible);
  return possible.length === 1 ? possible[0] : undefined;
}

function secondsOf(cells: Cells, others: readonly number[]): number | string {
  const time = clockTime(cells[TIME]);
  if (time === undefined) return `the duration ${quoted(cells[TIME])} cannot be read`;
  if (time.orElse === undefined) return checkSeconds(time.seconds, cells[TIME]);
  for (const column of others) {
    const other = clockTime(cells[column]);
    if (other !== undefined && other.orElse === undefined && other.seconds > 0)
      return checkSeconds(other.seconds, cells[column]);
  }
  const seconds = bySpeed(numberIn(cells[DISTANCE]), { seconds: time.seconds, orElse: time.orElse });
  return seconds ?? `the duration ${quoted(cells[TIME])} can be minutes or hours, and the distance does not tell which`;
}

/** Garmin Connect's `Activities.csv` in any language: local time, `--` and a load of 0.0 for "no value". */
export const garminLayout: LayoutReader = (titles) => {
  const load = titles.findLastIndex((title) => title.startsWith("training stress score"));
  if (load < FEWEST || titles.length < FEWEST) return undefined;
  const normalized = titles.findLastIndex((title) => title.startsWith("normalized power"));
  const power = columnOf(titles, ["avg power", "o leistung", "ø leistung", "gemiddeld vermogen", "potencia media"]);
  const best20 = columnOf(titles, ["max avg power (20 min)"]);
  const [moving, elapsed] = [columnOf(titles, MOVING), columnOf(titles, ELAPSED)];
  const read = (cells: Cells): Row => {
    const sport = cells[TYPE] ?? "";
    if (!isRiding(sport)) return { kind: "other", sport };
    const notes: string[] = [];
    const seconds = secondsOf(cells, [moving, elapsed]);
    if (typeof seconds === "string") return { kind: "fault", why: seconds };
    const whole = clockTime(cells[elapsed]);
    const facts = factsOf({
      seconds,
      elapsedSeconds: whole?.orElse === undefined ? whole?.seconds : undefined,
      givenLoad: valueIn(cells[load], VALUES.load, notes),
      normalizedWatts: valueIn(cells[normalized], VALUES.watts, notes),
      meanWatts: valueIn(cells[power], VALUES.watts, notes),
      meanHr: valueIn(cells[HR], VALUES.heartRate, notes),
      maxHr: valueIn(cells[MAX_HR], VALUES.heartRate, notes),
      best20Watts: valueIn(cells[best20], VALUES.watts, notes),
    });
    return { kind: "ride", date: cells[DATE] ?? "", facts, notes };
  };
  return { source: "garmin", isUtc: false, startsRow: /^[^,;\t"]+[,;\t]"?\d{1,4}[-/.]\d\d?[-/.]\d{1,4} /, read };
};
