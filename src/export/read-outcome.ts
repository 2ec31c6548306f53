import { MOST_EVENT_HOURS } from "../base/event-length.ts";
import type { Segment } from "../workout/segment.ts";

/** Something a file left open or had the wrong way round, and what was made of it. */
export interface Fix {
  /** Line of the file, from 1; none in binary files. */
  readonly line?: number | undefined;
  readonly message: string;
}

/** A workout from a file of another program: whole seconds, fractions of FTP. */
export interface FileWorkout {
  readonly format: "zwo" | "erg" | "mrc" | "fit";
  readonly name: string;
  readonly description: string;
  readonly segments: readonly Segment[];
}

/** What became of one file. A refused one is left out, with the reason and, in text files, its line. */
export type ReadWorkout =
  | { readonly kind: "read"; readonly workout: FileWorkout; readonly fixes: readonly Fix[] }
  | { readonly kind: "refused"; readonly line?: number | undefined; readonly message: string };

/** What a reader may be told beside the file. */
export interface ReadOptions {
  /** Turns watts into percent in files that do not say of which FTP they are. */
  readonly ftpWatts?: number | undefined;
}

/** Why a file cannot be read; caught where the file was begun and told as `refused`. Never leaves this folder. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly line: number | undefined;

  constructor(message: string, line?: number) {
    super(message);
    this.line = line;
  }
}

/** What a workout of a plan may hold: a file beyond it is damaged, or no ride. */
export const LIMITS = {
  /** Bytes of a file; the longest of 1,053 files of riders has 60 kB. */
  bytes: 2 * 1024 * 1024,
  segments: 500,
  seconds: MOST_EVENT_HOURS * 60 * 60,
  sets: 200,
  /** Fraction of FTP. */
  power: 8,
  descriptionCharacters: 8000,
  segmentCharacters: 2000,
} as const;

/** Why a file of more hours is no ride. */
export const TOO_LONG = `it is longer than ${MOST_EVENT_HOURS} hours`;

/** Refuses what no workout holds, whatever the format. */
export function checkSegments(segments: readonly Segment[], seconds: number): void {
  if (segments.length === 0) throw new Refusal("it holds no step", 1);
  if (segments.length > LIMITS.segments) throw new Refusal(`it has more than ${LIMITS.segments} steps`, 1);
  if (seconds > LIMITS.seconds) throw new Refusal(TOO_LONG, 1);
}
