import { momentText } from "./written-moment.ts";
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
  "start date local raw",
];

/** Only where a ride has them are these fields there: they tell what a list without a sport is. */
const OF_RIDES = ["device watts", "weighted average watts"];

const isEstimate = (cell: string | undefined): boolean => /^(?:false|0|no)$/i.test(cell?.trim() ?? "");

/** What Strava's API answers for activities, as a list of records or as a table that a script made of it (the API's reference: local time with a Z that is none). */
export const stravaApiLayout: LayoutReader = (titles) => {
  const local = titles.named("start date local");
  // What its site answers its own pages has seconds since 1970, as the rider's clock showed them, and times both to show and raw.
  const raw = titles.named("start date local raw");
  const date = local >= 0 ? local : raw >= 0 ? raw : titles.named("start date");
  const type = titles.named("type");
  const sport = titles.named("sport type") >= 0 ? titles.named("sport type") : type;
  const timed = (name: string): number => {
    const exact = titles.named(`${name} raw`);
    return exact >= 0 ? exact : titles.named(name);
  };
  const [moving, elapsed] = [timed("moving time"), timed("elapsed time")];
  if (titles.plain.some((title) => title.startsWith("icu "))) return undefined;
  if (date < 0 || ITS_OWN.every((title) => titles.named(title) < 0)) return undefined;
  const isOfRides = OF_RIDES.every((name) => titles.named(name) >= 0);
  const missing = [
    ...(sport < 0 && !isOfRides ? ["sport_type"] : []),
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
    const named = (cells[sport] ?? "") === "" ? cells[type] : cells[sport];
    const name = sport < 0 ? "Ride" : sportNamed(named ?? "");
    const day = momentText(cells[date] ?? "");
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
  return { source: "strava", isUtc: local < 0 && raw < 0, startsRow: /^"?\d+"?[,;\t]/, read };
};
