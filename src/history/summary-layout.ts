import { quoted } from "../athlete/parse-reading.ts";
import {
  checkSeconds,
  clockTime,
  isNothing,
  numberIn,
  quietValueIn,
  VALUES,
  valueIn,
  type Cells,
} from "./csv-cells.ts";
import { isRiding, sportNamed } from "./is-riding.ts";
import type { LayoutReader, Row } from "./layout-kind.ts";
import { LearnedTimes, unitOfTitle } from "./learned-times.ts";
import type { SummaryKind } from "./summary-kinds.ts";
import type { Titles } from "./title-words.ts";
import { momentText } from "./written-moment.ts";

const LONGEST_UNIT = 14;
const UNIT_BEHIND = / \(?(?:hh?:mm(?::ss)?|h:m:s|w|watts|bpm|kj|count\/min)\)?$/;

interface Place {
  readonly column: number;
  /** Seconds of one unit; undefined where the title names none. */
  readonly unit: number | undefined;
}

const NOWHERE: Place = { column: -1, unit: undefined };

/** The first of these titles that is there, with or without a unit behind it. */
function placeOf(titles: Titles, names: readonly string[]): Place {
  for (const name of names) {
    const exact = titles.named(name);
    if (exact >= 0) return { column: exact, unit: undefined };
    for (const [column, title] of titles.plain.entries()) {
      if (!title.startsWith(`${name} `)) continue;
      const rest = title.slice(name.length);
      const unit = rest.trim().length <= LONGEST_UNIT ? unitOfTitle(rest) : undefined;
      if (unit !== undefined || UNIT_BEHIND.test(rest)) return { column, unit };
    }
  }
  return NOWHERE;
}

type Column =
  "date" | "measured" | "clock" | "sport" | "load" | "normalized" | "power" | "best20" | "hr" | "maxHr" | "ftp";
type Columns = Readonly<Record<Column, number>> & { readonly ridden: Place; readonly elapsed: Place };

function columnsOf(titles: Titles, kind: SummaryKind): Columns {
  const at = (names: readonly string[] | undefined): number => placeOf(titles, names ?? []).column;
  const date = at(kind.date);
  const clock = at(kind.clock);
  return {
    date,
    clock: clock === date ? -1 : clock,
    sport: at(kind.sport),
    measured: kind.measured === undefined ? -1 : titles.named(kind.measured),
    load: at(kind.load),
    normalized: at(kind.normalized),
    power: at(kind.power),
    best20: at(kind.best20),
    hr: at(kind.hr),
    maxHr: at(kind.maxHr),
    ftp: at(kind.ftp),
    ridden: placeOf(titles, kind.ridden),
    elapsed: placeOf(titles, kind.elapsed ?? []),
  };
}

/** Seconds of a cell: a clock, a spelled duration, or a number in the unit of its title; undefined for none, a text for what cannot be told. */
function secondsOf(
  cell: string | undefined,
  unit: number | undefined,
  isMinutes: boolean,
): number | undefined | string {
  if (isNothing(cell)) return undefined;
  const clock = clockTime(cell);
  if (clock !== undefined)
    return clock.orElse === undefined || isMinutes
      ? clock.seconds
      : `the duration ${quoted(cell)} can be minutes or hours`;
  const value = numberIn(cell);
  if (value === undefined || Number.isNaN(value)) return `the duration ${quoted(cell)} cannot be read`;
  return unit === undefined ? `the duration ${quoted(cell)} has no unit, and its title names none` : value * unit;
}

/** A program's file with milliseconds where another of its files has seconds: Garmin's account archive. */
const isInMilliseconds = (date: string): boolean => /^\d{12,14}(?:\.\d+)?$/.test(date);

function readRow(cells: Cells, kind: SummaryKind, at: Columns & { readonly learned: LearnedTimes }): Row {
  const written = cells[at.date] ?? "";
  const clock = at.clock < 0 ? "" : (cells[at.clock] ?? "");
  const date = clock === "" ? momentText(written.trim()) : `${written.trim()} ${clock.trim()}`;
  const named = at.sport < 0 ? "Ride" : sportNamed(cells[at.sport] ?? "");
  const sport = kind.sportNumbers?.[named] ?? (kind.sportNumbers && named !== "" ? `sport ${named}` : named);
  const beats = kind.beats ?? 1;
  const rate = (column: number): string | undefined => {
    const value = beats === 1 ? undefined : numberIn(cells[column]);
    return value === undefined ? cells[column] : String(Math.round(value * beats));
  };
  if (!isRiding(sport)) return { kind: "other", sport, date, maxHr: quietValueIn(rate(at.maxHr), VALUES.heartRate) };
  const { learned } = at;
  const unit =
    kind.source === "garmin" && isInMilliseconds(written) ? 1 / 1000 : (at.ridden.unit ?? kind.unit ?? learned.unit);
  const ridden = secondsOf(cells[at.ridden.column], unit, learned.isMinutes);
  if (typeof ridden === "string") return { kind: "fault", why: ridden };
  const whole = secondsOf(cells[at.elapsed.column], at.elapsed.unit ?? unit, learned.isMinutes);
  const elapsed = typeof whole === "number" && whole > 0 ? Math.round(whole) : undefined;
  const seconds = checkSeconds(ridden === 0 || ridden === undefined ? elapsed : ridden, cells[at.ridden.column]);
  if (typeof seconds === "string") return { kind: "fault", why: seconds };
  const notes: string[] = [];
  const isMeasured = at.measured < 0 || (numberIn(cells[at.measured]) ?? 0) > 0;
  const facts = {
    seconds: Math.round(seconds),
    elapsedSeconds: elapsed,
    givenLoad: valueIn(cells[at.load], VALUES.load, notes),
    normalizedWatts: isMeasured ? valueIn(cells[at.normalized], VALUES.watts, notes) : undefined,
    meanWatts: isMeasured ? valueIn(cells[at.power], VALUES.watts, notes) : undefined,
    meanHr: valueIn(rate(at.hr), VALUES.heartRate, notes),
    maxHr: valueIn(rate(at.maxHr), VALUES.heartRate, notes),
    effort: undefined,
    best20Watts: valueIn(cells[at.best20], VALUES.watts, notes),
    ftpSet: valueIn(cells[at.ftp], VALUES.ftp, notes),
    ftpEstimated: undefined,
    fitness: undefined,
  };
  return { kind: "ride", date, facts, notes, isUtc: kind.isUtc || /\dZ$/.test(date) };
}

/** A reader of the summaries of one program. */
export const summaryLayout =
  (kind: SummaryKind): LayoutReader =>
  (titles) => {
    const hasSigns = kind.signs.length > 0 && kind.signs.every((sign) => titles.named(sign) >= 0);
    if (kind.signs.length > 0 && !hasSigns) return undefined;
    const at = columnsOf(titles, kind);
    // Without a sport only what a power meter alone tells shows that these are rides.
    const isOfRides = at.sport >= 0 || Math.max(at.load, at.normalized, at.power) >= 0;
    if (hasSigns && kind.sport !== undefined && at.sport < 0) return { program: kind.program, missing: ["sport"] };
    if (at.date < 0 || at.ridden.column < 0 || (kind.signs.length === 0 && !isOfRides)) return undefined;
    const learned = LearnedTimes.of(titles, at.ridden.column);
    const columns = { ...at, learned };
    return {
      source: kind.source,
      isUtc: kind.isUtc,
      startsRow: /^"?\d{1,4}[-/.]\d\d?[-/.]\d{1,4}/,
      ...(kind.order && { order: kind.order }),
      ...(kind.mostRows !== undefined && { mostRows: kind.mostRows }),
      ...(kind.unit === undefined && {
        learn: (sample: readonly Cells[]) => {
          learned.learn(sample);
        },
      }),
      read: (cells) => readRow(cells, kind, columns),
    };
  };
