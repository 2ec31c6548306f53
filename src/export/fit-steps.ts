import type { Step } from "../workout/expand.ts";
import { isHeld, type Rounds } from "./rounds.ts";

/** A stretch that a FIT file can hold: one power range, whole seconds. */
export interface FitPiece {
  readonly kind: "piece";
  readonly step: Step;
  readonly seconds: number;
  /** Ends of the range as fractions of FTP. */
  readonly low: number;
  readonly high: number;
  /** False for the later parts of a ramp, which need no words of their own. */
  readonly isFirst: boolean;
}

/** The mark behind a block of steps that are ridden more than once. */
export interface FitRepeat {
  readonly kind: "repeat";
  /** Number of the first step of the block. */
  readonly first: number;
  /** Rounds in all. */
  readonly rounds: number;
}

/** Length of the even steps that stand for a ramp; longer ones where a file would have too many. Seconds. */
const RAMP_PIECES = [60, 120, 300, 600] as const;

/** A ramp as even steps, each at the power the ramp has in its middle; a remainder joins the last. */
function rampPieces(step: Step, pieceSeconds: number): FitPiece[] {
  const count = Math.max(1, Math.floor(step.seconds / pieceSeconds));
  return Array.from({ length: count }, (_, i): FitPiece => {
    const from = i * pieceSeconds;
    const to = i === count - 1 ? step.seconds : from + pieceSeconds;
    const middle = step.start + ((step.end - step.start) * (from + to)) / 2 / step.seconds;
    return { kind: "piece", step, seconds: to - from, low: middle, high: middle, isFirst: i === 0 };
  });
}

function piecesOfStep(step: Step, pieceSeconds: number): FitPiece[] {
  if (step.start !== step.end) return rampPieces(step, pieceSeconds);
  return [{ kind: "piece", step, seconds: step.seconds, low: step.low, high: step.high, isFirst: true }];
}

function withPieces(rounds: readonly Rounds[], pieceSeconds: number): (FitPiece | FitRepeat)[] {
  const items: (FitPiece | FitRepeat)[] = [];
  for (const { times, steps } of rounds) {
    const first = items.length;
    items.push(...steps.flatMap((step) => piecesOfStep(step, pieceSeconds)));
    if (times > 1) items.push({ kind: "repeat", first, rounds: times });
  }
  return items;
}

/** The same where no step holds power: a ramp is one step with the range of both its ends. */
export const wholeFitSteps = (rounds: readonly Rounds[]): (FitPiece | FitRepeat)[] =>
  withPieces(rounds, Number.MAX_SAFE_INTEGER);

/** The steps of a FIT workout in order, a repeat after the block it repeats; at most `most` of them where that can be. */
export function fitSteps(rounds: readonly Rounds[], most: number): (FitPiece | FitRepeat)[] {
  let items: (FitPiece | FitRepeat)[] = [];
  for (const pieceSeconds of RAMP_PIECES) {
    items = withPieces(rounds, pieceSeconds);
    if (items.length <= most || rounds.every(({ steps }) => steps.every(isHeld))) break;
  }
  return items;
}
