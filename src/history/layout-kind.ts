import type { Cells } from "./csv-cells.ts";
import type { RideFacts, RideSource } from "./ride.ts";
import type { Titles } from "./title-words.ts";
import type { WrittenMoment } from "./written-moment.ts";

/** The facts of a row: every one by name, undefined where the row has none. All rows have one shape, which is what makes many of them quick. */
export type RowFacts = { readonly [K in keyof Required<RideFacts>]: RideFacts[K] | undefined } & {
  readonly seconds: number;
};

/** What one row is; `recording` is the file of its seconds, below the folder of the table. */
export type Row =
  | {
      readonly kind: "ride";
      readonly date: string;
      readonly facts: RowFacts;
      readonly notes: readonly string[];
      readonly recording?: string | undefined;
      /** Where rows of one kind differ in it; the layout's own counts otherwise. */
      readonly isUtc?: boolean;
    }
  | {
      readonly kind: "other";
      readonly sport: string;
      /** A heart is the same in every sport: its highest rate, and the day it was measured on. */
      readonly maxHr?: number | undefined;
      readonly date?: string | undefined;
      readonly recording?: string | undefined;
    }
  | { readonly kind: "planned" }
  | { readonly kind: "fault"; readonly why: string };

/** How the rows of one kind of export are read. */
export interface Layout {
  readonly source: RideSource;
  /** True where its dates are UTC; the others are the rider's own clock. */
  readonly isUtc: boolean;
  /** What only the first line of a row looks like: where to go on after a broken one. */
  readonly startsRow: RegExp;
  /** Known where the program writes its dates in one order only. */
  readonly order?: WrittenMoment["order"];
  /** Rows that count; what stands below them is no list. */
  readonly mostRows?: number;
  /** Told some rows before the first is read, where the titles alone do not say what the cells mean. */
  readonly learn?: (sample: readonly Cells[]) => void;
  readonly read: (cells: Cells) => Row;
}

/** A list of that program whose rides cannot be told without these columns. */
export interface Incomplete {
  readonly program: string;
  /** The missing titles in English, each with what it tells. */
  readonly missing: readonly string[];
}

/** Makes a layout of the titles of a file, or says that it is not its kind, or what it lacks. */
export type LayoutReader = (titles: Titles) => Layout | Incomplete | undefined;

export const isLayout = (found: Layout | Incomplete): found is Layout => "read" in found;
