import { asciiText } from "./ascii.ts";
import type { Measures } from "../plan/measures.ts";
import type { Paint } from "./paint.ts";

/** What a view is written on. Views take it as an argument: nothing here knows a terminal. */
export interface Page {
  /** Columns of a line; views are made for 80 and stay readable from 60. */
  readonly width: number;
  readonly paint: Paint;
  /** False where the terminal shows ASCII only. */
  readonly unicode: boolean;
  /** Units and clock of who looks at it. */
  readonly measures: Measures;
}

/** The characters that charts are drawn with. */
export interface Glyphs {
  /** A full cell, and the parts of one in rising order: from the left for bars, from below for columns. */
  readonly full: string;
  readonly bars: readonly string[];
  readonly columns: readonly string[];
  /** Power that changes too fast for one column: somewhere between the solid part and here. */
  readonly between: string;
  readonly axis: { readonly side: string; readonly corner: string; readonly line: string; readonly tick: string };
}

const UNICODE: Glyphs = {
  full: "█",
  bars: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"],
  columns: ["▁", "▂", "▃", "▄", "▅", "▆", "▇"],
  between: "░",
  axis: { side: "│", corner: "└", line: "─", tick: "┬" },
};

const ASCII: Glyphs = {
  full: "#",
  bars: [],
  columns: [],
  between: ":",
  axis: { side: "|", corner: "+", line: "-", tick: "+" },
};

export const glyphsOf = (page: Pick<Page, "unicode">): Glyphs => (page.unicode ? UNICODE : ASCII);

/** The last step of every view: no blanks at line ends, and nothing that the terminal cannot show. */
export const finish = (lines: readonly string[], page: Pick<Page, "unicode">): string[] =>
  lines.map((line) => (page.unicode ? line : asciiText(line)).trimEnd());
