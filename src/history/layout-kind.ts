import type { Cells } from "./csv-cells.ts";
import type { RideFacts, RideSource } from "./ride.ts";

/** What one row is; `recording` is the file of its seconds, below the folder of the table. */
export type Row =
  | {
      readonly kind: "ride";
      readonly date: string;
      readonly facts: RideFacts;
      readonly notes: readonly string[];
      readonly recording?: string | undefined;
    }
  | { readonly kind: "other"; readonly sport: string; readonly recording?: string | undefined }
  | { readonly kind: "planned" }
  | { readonly kind: "fault"; readonly why: string };

/** How the rows of one kind of export are read. */
export interface Layout {
  readonly source: RideSource;
  /** True where its dates are UTC; the others are the rider's own clock. */
  readonly isUtc: boolean;
  /** What only the first line of a row looks like: where to go on after a broken one. */
  readonly startsRow: RegExp;
  readonly read: (cells: Cells) => Row;
}

/** Makes a layout of the titles of a file in their plain form, or says that it is not its kind. */
export type LayoutReader = (titles: readonly string[]) => Layout | undefined;
