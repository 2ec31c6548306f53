import type { ErrorCode } from "../../base/errors.ts";

/** What became of a rider: a plan made, the one that is there kept, no plan possible, or a fault. */
export type RiderStatus = "made" | "kept" | "refused" | "failed";

/** What is known of a rider after their line was worked on. */
export interface RiderOutcome {
  readonly status: RiderStatus;
  /** Why there is no plan, as every command says it; null where there is one. */
  readonly code: ErrorCode | "INTERNAL" | null;
  /** SHA-256 of the plan file before it is packed; null where there is none. */
  readonly planHash: string | null;
  /** The folder of the rider below that of the batch; null for a line without an id. */
  readonly folder: string | null;
  /** Why, and what helps. */
  readonly message?: string | undefined;
  readonly hint?: string | undefined;
}

/** A result, as its line on standard output says it. */
export interface RiderResult extends RiderOutcome {
  readonly id: string | null;
  /** Its line in the input, from 1 on. */
  readonly line: number;
  readonly milliseconds: number;
}

/** The text of a result, with its newline. */
export const resultLine = (result: RiderResult): string => {
  const { id, line, status, code, planHash, folder, message, hint, milliseconds } = result;
  return `${JSON.stringify({ id, line, status, code, plan_hash: planHash, ms: milliseconds, folder, message, hint })}\n`;
};

/** How many of each. */
export type Counts = Readonly<Record<RiderStatus, number>>;

export const NO_COUNTS: Counts = { made: 0, kept: 0, refused: 0, failed: 0 };
