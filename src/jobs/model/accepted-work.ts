import type { Library } from "../../library/library.ts";
import type { ModelProgress, Overview, Week } from "../../plan/schema.ts";

/** What the tools accepted just now of a model's answers, and must not be lost. */
export interface AcceptedWork {
  readonly progress: ModelProgress;
  /** The accepted overview, the first time. */
  readonly overview?: Overview | undefined;
  /** Weeks that were accepted just now. */
  readonly weeks?: readonly Week[] | undefined;
}

/** Where a run with a model finds what was accepted before it, and puts what is accepted now. */
export interface WorkStore {
  readonly before: ModelProgress | undefined;
  /** Accepted weeks on disk, by number. */
  readonly weeks: ReadonlyMap<number, Week>;
  /** Puts accepted work on disk at once. */
  readonly keep: (work: AcceptedWork) => Promise<void>;
}

/** For runs that write nothing. */
export const NO_STORE: WorkStore = { before: undefined, weeks: new Map(), keep: () => Promise.resolve() };

/** What a plan is made with, besides its task: the library, and where a model's accepted work is kept, if one is asked. */
export interface Means {
  readonly library: Library;
  readonly store?: WorkStore | undefined;
}
