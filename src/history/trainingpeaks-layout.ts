import { checkSeconds, isNothing, numberIn, quietValueIn, VALUES, valueIn, type Cells } from "./csv-cells.ts";
import { isRiding } from "./is-riding.ts";
import type { LayoutReader, Row } from "./layout-kind.ts";

/** TrainingPeaks' `workouts.csv`: English, days without a time, hours as decimals; what was only planned has no hours (one real export). */
export const trainingPeaksLayout: LayoutReader = (titles) => {
  const at = (...names: string[]): number => titles.named(...names);
  const [type, day, hours] = [at("workout type"), at("workout day"), at("time total in hours")];
  const found = [type, day, hours].filter((column) => column >= 0).length;
  if (found < 2) return undefined;
  const missing = [
    ...(type < 0 ? ["WorkoutType"] : []),
    ...(day < 0 ? ["WorkoutDay"] : []),
    ...(hours < 0 ? ["TimeTotalInHours"] : []),
  ];
  if (missing.length > 0) return { program: "TrainingPeaks", missing };
  const [load, power, hr, maxHr, effort] = [
    at("tss"),
    at("power average"),
    at("heart rate average"),
    at("heart rate max"),
    at("rpe"),
  ];
  const read = (cells: Cells): Row => {
    if (isNothing(cells[hours]) || numberIn(cells[hours]) === 0) return { kind: "planned" };
    const sport = cells[type] ?? "";
    const date = cells[day] ?? "";
    if (!isRiding(sport)) return { kind: "other", sport, date, maxHr: quietValueIn(cells[maxHr], VALUES.heartRate) };
    const notes: string[] = [];
    const seconds = checkSeconds((numberIn(cells[hours]) ?? 0) * 3600, cells[hours]);
    if (typeof seconds === "string") return { kind: "fault", why: seconds };
    const facts = {
      seconds: Math.round(seconds),
      elapsedSeconds: undefined,
      givenLoad: valueIn(cells[load], VALUES.load, notes),
      normalizedWatts: undefined,
      meanWatts: valueIn(cells[power], VALUES.watts, notes),
      meanHr: valueIn(cells[hr], VALUES.heartRate, notes),
      maxHr: valueIn(cells[maxHr], VALUES.heartRate, notes),
      effort: valueIn(cells[effort], VALUES.effort, notes),
      best20Watts: undefined,
      ftpSet: undefined,
      ftpEstimated: undefined,
      fitness: undefined,
    };
    return { kind: "ride", date, facts, notes };
  };
  return { source: "trainingpeaks", isUtc: false, startsRow: /^"(?:[^"]|"")*","[A-Za-z -]*",/, read };
};
