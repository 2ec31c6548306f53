import { addEffort, type Effort } from "../../coach/converse.ts";
import type { ModelProgress } from "../../plan/schema.ts";

/** How far a run is, as it is told while it goes on. */
export interface HowFar {
  readonly part: "overview" | "weeks";
  readonly weeksDone: number;
  readonly weeksTotal: number;
  /** Tokens answered so far; those of answers that are still coming are guessed from their length. */
  readonly tokens: number;
}

/** Characters of a token, roughly: only for what is shown while an answer comes. */
const CHARACTERS_PER_TOKEN = 4;

/** The effort of a record. */
export const effortOf = ({ effort }: ModelProgress): Effort => {
  const { requests, repairs, retries, ...usage } = effort;
  return { requests, repairs, retries, usage };
};

/** The effort as a record holds it. */
export const recordedEffort = ({ usage, ...counts }: Effort): ModelProgress["effort"] => ({ ...counts, ...usage });

/** Counts what a run takes, and tells how far it is. */
export class Tally {
  readonly #tell: ((now: HowFar) => void) | undefined;
  #effort: Effort;
  #howFar: Omit<HowFar, "tokens">;
  #coming = 0;

  constructor(weeksTotal: number, before: Effort, tell: ((now: HowFar) => void) | undefined) {
    this.#effort = before;
    this.#howFar = { part: "overview", weeksDone: 0, weeksTotal };
    this.#tell = tell;
  }

  get effort(): Effort {
    return this.#effort;
  }

  /** Counts what has ended; what it answered was guessed until now. */
  add(effort: Effort): void {
    this.#effort = addEffort(this.#effort, effort);
    this.#coming = Math.max(0, this.#coming - effort.usage.output);
    this.#say();
  }

  /** So many weeks have their rides. */
  done(weeksDone: number): void {
    this.#howFar = { ...this.#howFar, part: "weeks", weeksDone };
    this.#say();
  }

  /** A piece of an answer has come. */
  hear(text: string): void {
    this.#coming += text.length / CHARACTERS_PER_TOKEN;
    this.#say();
  }

  #say(): void {
    this.#tell?.({ ...this.#howFar, tokens: Math.round(this.#effort.usage.output + this.#coming) });
  }
}
