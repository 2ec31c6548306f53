import { clamp } from "../base/numbers.ts";
import { zoneOf } from "../load/zones.ts";
import type { Step } from "../workout/expand.ts";
import { left, widthOf } from "./columns.ts";
import { glyphsOf, type Page } from "./page.ts";
import { painted, powersOf, slicesOf, type Slice } from "./power-profile.ts";
import { timeWords } from "../base/time-words.ts";

/** Columns of the label beside the drawing, its blank included. */
const LABEL = 7;
const FEWEST_COLUMNS = 10;
/** The drawing reaches at least up to FTP. */
const LEAST_TOP = 1;
/** Minutes between two marks below the drawing. */
const MARKS = [1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480];
const MARK_COLUMNS = 11;

/** How high a profile is drawn, and what stands beside the row that reaches FTP. */
export interface SmallProfile {
  readonly rows: number;
  readonly label: string;
  /** False where the line of minutes below it has no room. */
  readonly hasMarks: boolean;
}

/** The filled part of a cell. A column of fast changes is drawn as high as most of it, like all others. */
function cell(slice: Slice, { floor, roof }: { readonly floor: number; readonly roof: number }, page: Page): string {
  const { full, columns } = glyphsOf(page);
  const filled = clamp((slice.high - floor) / (roof - floor), 0, 1);
  if (filled >= 1 - 1e-9) return full;
  if (columns.length === 0) return filled >= 0.5 ? full : " ";
  const part = Math.round(filled * (columns.length + 1));
  // What is ridden at all is seen.
  if (part <= 0) return floor === 0 && slice.high > 0 ? (columns[0] ?? " ") : " ";
  return columns[part - 1] ?? full;
}

function marks(seconds: number, columns: number): string {
  const most = Math.max(1, Math.floor(columns / MARK_COLUMNS));
  const minutes = MARKS.find((mark) => seconds / 60 / mark <= most) ?? 480;
  let labels = "";
  for (let at = 0; at < seconds; at += minutes * 60) {
    const column = Math.round((at / seconds) * columns);
    const label = at === 0 ? "0" : timeWords(at / 60);
    if (column + widthOf(label) > columns) break; // it would stand out of the page
    labels = `${labels.padEnd(column)}${label}`;
  }
  return labels;
}

/** The shape of a ride in a few rows; no lines without steps or without room. */
export function smallProfile(steps: readonly Step[], { rows, label, hasMarks }: SmallProfile, page: Page): string[] {
  const powers = powersOf(steps);
  const columns = page.width - LABEL;
  if (powers.length === 0 || rows < 1 || columns < FEWEST_COLUMNS) return [];
  const slices = slicesOf(powers, columns);
  const top = Math.max(LEAST_TOP, ...slices.map(({ high }) => high));
  const lines = Array.from({ length: rows }, (_, index) => {
    const roof = ((rows - index) * top) / rows;
    const floor = ((rows - index - 1) * top) / rows;
    const cells = slices.map((slice) => ({ level: zoneOf(slice.high), drawn: cell(slice, { floor, roof }, page) }));
    const reachesFtp = floor < LEAST_TOP && roof >= LEAST_TOP - 1e-9;
    return `${page.paint.quiet(left(reachesFtp ? label : "", LABEL))}${painted(cells, page)}`;
  });
  return hasMarks ? [...lines, page.paint.quiet(`${" ".repeat(LABEL)}${marks(powers.length, columns)}`)] : lines;
}
