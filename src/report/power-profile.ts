import { zoneOf } from "../load/zones.ts";
import type { Step } from "../workout/expand.ts";
import { glyphsOf, type Glyphs, type Page } from "./page.ts";
import { hoursMinutes } from "./units.ts";

/** Rows of the drawing, and percent of FTP that one row stands for: the first that holds the highest power. */
const SCALES = [
  { rows: 10, perRow: 10 },
  { rows: 12, perRow: 10 },
  { rows: 15, perRow: 10 },
  { rows: 10, perRow: 20 },
  { rows: 12, perRow: 25 },
  { rows: 16, perRow: 50 },
] as const;

/** Minutes between two marks of the time axis. */
const MARKS = [1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480];
/** Columns that a mark and its label need. */
const MARK_COLUMNS = 9;
/** `150 % │` */
const LABEL_COLUMNS = 6;
/** The share of a column's seconds that may be left aside as an edge between two steps. */
const EDGE = 0.2;

/** Some columns of time as one: how low and how high most of it is ridden. */
export interface Slice {
  /** Most of the slice lies between these fractions of FTP. */
  readonly low: number;
  readonly high: number;
}

/** The power of every second, as fractions of FTP. */
export function powersOf(steps: readonly Step[]): number[] {
  const powers: number[] = [];
  for (const step of steps) {
    const slope = (step.end - step.start) / step.seconds;
    for (let i = 0; i < step.seconds; i++) powers.push(step.start + slope * (i + 0.5));
  }
  return powers;
}

/** The ride in so many columns. */
export function slicesOf(powers: readonly number[], columns: number): Slice[] {
  return Array.from({ length: columns }, (_, column) => {
    const from = Math.floor((column * powers.length) / columns);
    const to = Math.max(from + 1, Math.floor(((column + 1) * powers.length) / columns));
    const sorted = powers.slice(from, to).sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
    return { low: at(EDGE), high: at(1 - EDGE) };
  });
}

/** One cell of the drawing: `floor` and `roof` are the percents at its lower and upper edge. */
function cell(slice: Slice, edges: { floor: number; roof: number }, glyphs: Glyphs): string {
  const { floor, roof } = edges;
  const low = slice.low * 100;
  const high = slice.high * 100;
  if (low >= roof - 0.01) return glyphs.full;
  const isBlurred = high - low > 5;
  if (isBlurred && high > floor + (roof - floor) / 2) return glyphs.between;
  const filled = (low - floor) / (roof - floor);
  if (glyphs.columns.length === 0) return filled >= 0.5 ? glyphs.full : " ";
  const part = Math.round(filled * (glyphs.columns.length + 1));
  if (part <= 0) return " ";
  return glyphs.columns[part - 1] ?? glyphs.full;
}

/** Neighbours of one level share one colour code. */
export function painted(cells: readonly { readonly level: number; readonly drawn: string }[], page: Page): string {
  let line = "";
  for (let from = 0; from < cells.length;) {
    const level = cells[from]?.level ?? 1;
    let to = from;
    while (to < cells.length && cells[to]?.level === level) to++;
    const run = cells.slice(from, to).map((one) => one.drawn);
    line += page.paint.zone(level, run.join(""));
    from = to;
  }
  return line;
}

function timeAxis(seconds: number, columns: number, glyphs: Glyphs): [axis: string, labels: string] {
  const most = Math.max(1, Math.floor(columns / MARK_COLUMNS));
  const minutes = MARKS.find((mark) => seconds / 60 / mark <= most) ?? 480;
  const axis = Array.from({ length: columns }, () => glyphs.axis.line);
  let labels = "";
  for (let at = 0; at <= seconds; at += minutes * 60) {
    const column = Math.min(columns - 1, Math.round((at / seconds) * columns));
    if (column + 4 > columns) break; // its label would stand out of the page
    axis[column] = glyphs.axis.tick;
    labels = `${labels.padEnd(column)}${hoursMinutes(at)}`;
  }
  return [axis.join(""), labels];
}

/** What stands beside the rows: percent of FTP, or the zone that begins there. */
type Rows = "percent" | "zones";

function rowLabel(rows: Rows, { floor, roof }: { floor: number; roof: number }, perRow: number): string {
  if (rows === "percent") return roof % (2 * perRow) === 0 || roof === 100 ? `${roof} %` : "";
  const zone = zoneOf(roof / 100);
  return floor <= 0 || zoneOf(floor / 100) !== zone ? `zone ${zone}`.slice(0, LABEL_COLUMNS) : "";
}

/** The power of a workout over time: percent of FTP or zones upwards, hours and minutes to the right. No lines without steps. */
export function powerProfile(steps: readonly Step[], page: Page, beside: Rows = "percent"): string[] {
  const powers = powersOf(steps);
  if (powers.length === 0) return [];
  const glyphs = glyphsOf(page);
  const columns = Math.max(10, Math.min(powers.length, page.width - LABEL_COLUMNS - 3));
  const slices = slicesOf(powers, columns);
  const peak = Math.max(...slices.map((slice) => slice.high)) * 100;
  const { rows, perRow } = SCALES.find((scale) => scale.rows * scale.perRow >= peak - 0.5) ?? SCALES[5];
  const lines = Array.from({ length: rows }, (_, index) => {
    const roof = (rows - index) * perRow;
    const label = rowLabel(beside, { floor: roof - perRow, roof }, perRow);
    const cells = slices.map((slice) => ({
      level: zoneOf(slice.high),
      drawn: cell(slice, { floor: roof - perRow, roof }, glyphs),
    }));
    return `${page.paint.quiet(`${label.padStart(LABEL_COLUMNS)} ${glyphs.axis.side}`)}${painted(cells, page)}`;
  });
  const [axis, labels] = timeAxis(powers.length, columns, glyphs);
  const margin = " ".repeat(LABEL_COLUMNS + 1);
  return [...lines, page.paint.quiet(`${margin}${glyphs.axis.corner}${axis}`), page.paint.quiet(`${margin} ${labels}`)];
}
