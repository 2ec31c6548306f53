import type { ModelProgress, Overview, Week } from "../../plan/schema.ts";

/** What a run with a model has that must not be lost. */
export interface Kept {
  readonly progress: ModelProgress;
  /** The accepted overview, the first time. */
  readonly overview?: Overview;
  /** Weeks that were accepted just now. */
  readonly weeks?: readonly Week[];
}

/** Where a run with a model finds what was accepted before it, and puts what is accepted now. */
export interface ModelDesk {
  readonly before: ModelProgress | undefined;
  /** Accepted weeks on disk, by number. */
  readonly weeks: ReadonlyMap<number, Week>;
  /** Puts accepted things on disk at once. */
  readonly keep: (kept: Kept) => Promise<void>;
}

/** A desk for runs that write nothing. */
export const EMPTY_DESK: ModelDesk = { before: undefined, weeks: new Map(), keep: () => Promise.resolve() };
