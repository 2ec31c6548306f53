import { checkSeconds, quietValueIn, secondsIn, VALUES, valueIn, type Cells } from "./csv-cells.ts";
import { isRiding, sportNamed } from "./is-riding.ts";
import type { LayoutReader, Row } from "./layout-kind.ts";

/** Fields of Strava's API that intervals.icu's has not. */
const ITS_OWN = [
  "sport type",
  "kudos count",
  "achievement count",
  "resource state",
  "upload id",
  "weighted average watts",
  "suffer score",
  "start date",
  "athlete id",
  "external id",
];

const isEstimate = (cell: string | undefined): boolean => /^(?:false|0|no)$/i.test(cell?.trim() ?? "");

/** What Strava's API answers for activities, as a list of records or as a table that a script made of it (the API's reference: local time with a Z that is none). */
export const stravaApiLayout: LayoutReader = (titles) => {
  const local = titles.named("start date local");
  const date = local >= 0 ? local : titles.named("start date");
  const type = titles.named("type");
  const sport = titles.named("sport type") >= 0 ? titles.named("sport type") : type;
  const [moving, elapsed] = [titles.named("moving time"), titles.named("elapsed time")];
  if (titles.plain.some((title) => title.startsWith("icu "))) return undefined;
  if (date < 0 || ITS_OWN.every((title) => titles.named(title) < 0)) return undefined;
  const missing = [
    ...(sport < 0 ? ["sport_type"] : []),
    ...(moving < 0 && elapsed < 0 ? ["moving_time or elapsed_time"] : []),
  ];
  if (missing.length > 0) return { program: "Strava", missing };
  const at = {
    isReal: titles.named("device watts"),
    normalized: titles.named("weighted average watts"),
    power: titles.named("average watts"),
    hr: titles.named("average heartrate"),
    maxHr: titles.named("max heartrate"),
    effort: titles.named("perceived exertion"),
  };
  const read = (cells: Cells): Row => {
    const name = sportNamed((cells[sport] ?? "") === "" ? (cells[type] ?? "") : (cells[sport] ?? ""));
    const day = cells[date] ?? "";
    if (!isRiding(name))
      return { kind: "other", sport: name, date: day, maxHr: quietValueIn(cells[at.maxHr], VALUES.heartRate) };
    const notes: string[] = [];
    const whole = secondsIn(cells[elapsed]);
    const ridden = secondsIn(cells[moving]);
    const seconds = checkSeconds(ridden === 0 ? whole : (ridden ?? whole), cells[moving] ?? cells[elapsed]);
    if (typeof seconds === "string") return { kind: "fault", why: seconds };
    // Watts without a meter are Strava's own estimate.
    const isMeasured = at.isReal >= 0 ? !isEstimate(cells[at.isReal]) && (cells[at.isReal] ?? "") !== "" : false;
    const watts = (column: number): number | undefined =>
      isMeasured ? valueIn(cells[column], VALUES.watts, notes) : undefined;
    const facts = {
      seconds: Math.round(seconds),
      elapsedSeconds: whole === undefined || Number.isNaN(whole) ? undefined : Math.round(whole),
      givenLoad: undefined,
      normalizedWatts: watts(at.normalized),
      meanWatts: watts(at.power),
      meanHr: valueIn(cells[at.hr], VALUES.heartRate, notes),
      maxHr: valueIn(cells[at.maxHr], VALUES.heartRate, notes),
      effort: valueIn(cells[at.effort], VALUES.effort, notes),
      best20Watts: undefined,
      ftpSet: undefined,
      ftpEstimated: undefined,
      fitness: undefined,
    };
    return { kind: "ride", date: day, facts, notes };
  };
  return { source: "strava", isUtc: local < 0, startsRow: /^"?\d+"?[,;\t]/, read };
};
