import { cleanLine } from "../base/text.ts";
import { roundTo } from "../base/numbers.ts";
import { measureWorkout } from "../load/measure.ts";
import { bandText, effortOf, heartBandOf, type Band } from "../plan/effort-bands.ts";
import type { Rendered } from "./format.ts";
import { isRide, type Season, type Session } from "./session.ts";
import { stepSummary } from "./step-lines.ts";

type Cell = string | number | undefined;

/** Spreadsheets that do not ask read UTF-8 only behind this mark. */
const BYTE_ORDER_MARK = "\ufeff";
const MOST_CHARACTERS = 4000;
/** What begins a formula, at the start of a cell or behind a character that another spreadsheet takes for the next cell. */
const FORMULA = /(^|[;,|\t"])( ?)(?=[=+\-@＝＋－＠])/g;

/** Text that stays text: one line, and an apostrophe before whatever would begin a formula. */
const textCell = (text: string): string =>
  `"${cleanLine(text, MOST_CHARACTERS).replace(FORMULA, "$1$2'").replaceAll('"', '""')}"`;

const cell = (value: Cell): string => {
  if (value === undefined) return "";
  return typeof value === "number" ? String(value) : textCell(value);
};

interface Column {
  readonly name: string;
  readonly of: (session: Session, season: Season) => Cell;
}

const rideOnly =
  (of: (session: Session, season: Season) => Cell) =>
  (session: Session, season: Season): Cell =>
    isRide(session) ? of(session, season) : undefined;

/** Percent of FTP; a plan without power leaves it empty. */
const intensityCell = ({ workout }: Session, { ftpWatts }: Season): Cell =>
  ftpWatts === undefined ? undefined : roundTo(measureWorkout(workout).intensity * 100, 1);

/** With words between the numbers: `2-3` would become the second of March. */
const spoken = (band: Band | undefined): Cell => (band === undefined ? undefined : bandText(band).replace("-", " to "));

/** Effort of the hardest step that has one; the hard part of a test has none. */
function hardestEffort({ steps, isTest }: Session): Cell {
  if (isTest) return undefined;
  let hardest: Band | undefined;
  for (const step of steps) {
    const band = effortOf(step, isTest);
    if (band !== undefined && band.high > (hardest?.high ?? 0)) hardest = band;
  }
  return spoken(hardest);
}

/** Range of the longest step that has one. */
function longestHeart({ steps }: Session, season: Season): Cell {
  let longest = 0;
  let found: Band | undefined;
  for (const step of steps) {
    const band = heartBandOf(step, season.heart);
    if (band === undefined || step.seconds <= longest) continue;
    longest = step.seconds;
    found = band;
  }
  return spoken(found);
}

const COLUMNS: readonly Column[] = [
  { name: "date", of: ({ workout }) => workout.date },
  { name: "weekday", of: ({ workout }) => workout.weekday },
  { name: "week", of: ({ week }) => week.week_number },
  { name: "phase", of: ({ week }) => week.phase },
  { name: "week_type", of: ({ week }) => week.week_type },
  { name: "type", of: ({ workout }) => workout.type },
  { name: "role", of: ({ workout }) => workout.role },
  { name: "name", of: ({ workout }) => workout.name },
  { name: "minutes", of: ({ seconds }) => roundTo(seconds / 60, 2) },
  { name: "load", of: ({ workout }) => workout.tss },
  { name: "intensity_pct", of: rideOnly(intensityCell) },
  { name: "hardest_rpe", of: hardestEffort },
  { name: "heart_rate_of_longest_step", of: longestHeart },
  { name: "steps", of: rideOnly(stepSummary) },
  { name: "description", of: ({ workout }) => workout.description },
];

/** The plan for a spreadsheet: a row for every entry of every day, rest included. No cell can become a formula. */
export function csv(season: Season): Rendered {
  const head = COLUMNS.map(({ name }) => name).join(",");
  const rows = season.sessions.map((session) => COLUMNS.map(({ of }) => cell(of(session, season))).join(","));
  return {
    content: `${BYTE_ORDER_MARK}${[head, ...rows].join("\r\n")}\r\n`,
    notes: ["A spreadsheet holds the steps as one line of text, and cuts descriptions to one line."],
  };
}
