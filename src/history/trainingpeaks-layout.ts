import { checkSeconds, columnOf, isNothing, numberIn, VALUES, valueIn, type Cells } from "./csv-cells.ts";
import { factsOf } from "./ride-facts.ts";
import type { LayoutReader, Row } from "./layout-kind.ts";
import { isRiding } from "./is-riding.ts";

/** TrainingPeaks' `workouts.csv`: English, days without a time, hours as decimals; what was only planned has no hours (one real export). */
export const trainingPeaksLayout: LayoutReader = (titles) => {
  const at = (name: string): number => columnOf(titles, [name]);
  const [type, day, hours] = [at("workouttype"), at("workoutday"), at("timetotalinhours")];
  if (type < 0 || day < 0 || hours < 0) return undefined;
  const [load, power, hr, maxHr, effort] = [
    at("tss"),
    at("poweraverage"),
    at("heartrateaverage"),
    at("heartratemax"),
    at("rpe"),
  ];
  const read = (cells: Cells): Row => {
    if (isNothing(cells[hours]) || numberIn(cells[hours]) === 0) return { kind: "planned" };
    const sport = cells[type] ?? "";
    if (!isRiding(sport)) return { kind: "other", sport };
    const notes: string[] = [];
    const seconds = checkSeconds((numberIn(cells[hours]) ?? 0) * 3600, cells[hours]);
    if (typeof seconds === "string") return { kind: "fault", why: seconds };
    const facts = factsOf({
      seconds: Math.round(seconds),
      givenLoad: valueIn(cells[load], VALUES.load, notes),
      meanWatts: valueIn(cells[power], VALUES.watts, notes),
      meanHr: valueIn(cells[hr], VALUES.heartRate, notes),
      maxHr: valueIn(cells[maxHr], VALUES.heartRate, notes),
      effort: valueIn(cells[effort], VALUES.effort, notes),
    });
    return { kind: "ride", date: cells[day] ?? "", facts, notes };
  };
  return { source: "trainingpeaks", isUtc: false, startsRow: /^"(?:[^"]|"")*","[A-Za-z -]*",/, read };
};
