import type { Season, Session } from "./session.ts";

/** The names by which a rider asks for a format, in the order of the help text. */
export const FORMAT_IDS = ["zwo", "erg", "mrc", "fit", "ics", "intervals", "csv", "md", "html", "card"] as const;
/** One of these names. */
export type FormatId = (typeof FORMAT_IDS)[number];

/** A file before it has a place on a disk. */
export interface Rendered {
  readonly content: string | Uint8Array;
  /** What of the plan this format cannot say, each a whole sentence. */
  readonly notes: readonly string[];
}

/** One kind of file that a format consists of: one for each ride, or one for the whole plan. */
export type FormatPart =
  | {
      readonly per: "ride";
      readonly extension: string;
      readonly render: (session: Session, season: Season) => Rendered;
    }
  | { readonly per: "plan"; readonly ending: string; readonly render: (season: Season) => Rendered };

/** One way out of the program. */
export interface Format {
  readonly id: FormatId;
  /** What it is, in a few words. */
  readonly about: string;
  readonly parts: readonly FormatPart[];
  /** Its files hold power and nothing else: a plan without power has none for it. */
  readonly needsPower?: true;
  /** Its files tell of health or of rides: they are for the rider alone, until the rider gives them on. */
  readonly isPrivate?: true;
  /** Where its files go, in one sentence for the rider. */
  readonly destination: string;
}
