import { checkSeconds, columnOf, numberIn, VALUES, valueIn, type Cells } from "./csv-cells.ts";
import { factsOf } from "./ride-facts.ts";
import type { LayoutReader, Row } from "./layout-kind.ts";
import { isRiding } from "./is-riding.ts";

/** intervals.icu's `activities.csv`, with the names of older and newer exports: local time, seconds, loads and fitness (its author's list of columns). */
export const intervalsLayout: LayoutReader = (titles) => {
  const at = (...names: string[]): number => columnOf(titles, names);
  const [date, type, moving] = [at("start date local"), at("type"), at("moving time")];
  if (date < 0 || type < 0 || moving < 0) return undefined;
  const elapsed = at("elapsed time");
  const isReal = at("device watts");
  const load = at("icu training load");
  const normalized = at("icu normalized watts", "icu weighted avg watts");
  const power = at("icu average watts");
  const [hr, maxHr] = [at("average heartrate"), at("max heartrate")];
  const [effort, fitness] = [at("perceived exertion", "icu rpe"), at("icu fitness", "icu ctl")];
  const [ftpSet, ftpEstimated] = [at("icu ftp"), at("icu eftp")];
  const read = (cells: Cells): Row => {
    const sport = cells[type] ?? "";
    if (!isRiding(sport)) return { kind: "other", sport };
    const notes: string[] = [];
    const whole = numberIn(cells[elapsed]);
    const seconds = checkSeconds(numberIn(cells[moving]) ?? whole, cells[moving]);
    if (typeof seconds === "string") return { kind: "fault", why: seconds };
    // Watts that were worked out from speed and hills are no measurement.
    const isMeasured = !/^(false|0|no)$/i.test(cells[isReal]?.trim() ?? "");
    const watts = (column: number): number | undefined =>
      isMeasured ? valueIn(cells[column], VALUES.watts, notes) : undefined;
    const facts = factsOf({
      seconds,
      elapsedSeconds: whole,
      givenLoad: valueIn(cells[load], VALUES.load, notes),
      normalizedWatts: watts(normalized),
      meanWatts: watts(power),
      meanHr: valueIn(cells[hr], VALUES.heartRate, notes),
      maxHr: valueIn(cells[maxHr], VALUES.heartRate, notes),
      effort: valueIn(cells[effort], VALUES.effort, notes),
      ftpSet: valueIn(cells[ftpSet], VALUES.ftp, notes),
      ftpEstimated: valueIn(cells[ftpEstimated], VALUES.ftp, notes),
      fitness: valueIn(cells[fitness], VALUES.fitness, notes),
    });
    return { kind: "ride", date: cells[date] ?? "", facts, notes };
  };
  return { source: "intervals", isUtc: false, startsRow: /^"?[a-z]?\d+"?[,;\t]"?\d{4}-\d\d-\d\dT/, read };
};
