import { roundTo } from "../base/numbers.ts";
import type { FitPiece } from "./fit-steps.ts";
import { isOpen } from "./rounds.ts";
import type { Season } from "./session.ts";

/** A power range as a FIT step holds it: 0 to 1000 is percent of FTP, more is watts and 1000. */
export interface PowerTarget {
  readonly low: number;
  readonly high: number;
  /** What the range is around, in its unit, for the step's name. */
  readonly middle: number;
  readonly unit: "%" | "W";
}

const WATTS_OFFSET = 1000;
/** A narrower range makes a device beep at every turn of the pedals: percent of FTP to either side. */
const NARROWEST_HALF = 0.02;
const WIDENED_HALF = 0.03;

/** Whole numbers around the same middle: what is cut off below is added above. */
function rangeOf({ low, high }: FitPiece, full: number): { low: number; high: number; middle: number } {
  const middle = (low + high) / 2;
  const isNarrow = (high - low) / 2 < NARROWEST_HALF - 1e-9;
  const half = Math.min(middle, isNarrow ? WIDENED_HALF : (high - low) / 2);
  return {
    low: Math.floor(roundTo((middle - half) * full, 6)),
    high: Math.ceil(roundTo((middle + half) * full, 6)),
    middle: middle * full,
  };
}

/** Percent of FTP, or watts where the rider wants them or named another FTP than the plan's; nothing for a free ride and an all-out step. */
export function fitPower(piece: FitPiece, season: Season): PowerTarget | undefined {
  if (isOpen(piece.step) || season.ftpWatts === undefined) return undefined;
  if (!season.isInWatts) return { ...rangeOf(piece, 100), unit: "%" };
  const watts = rangeOf(piece, season.ftpWatts);
  // 1000 itself would be read as 1000 %.
  return {
    low: Math.max(1, watts.low) + WATTS_OFFSET,
    high: Math.max(1, watts.high) + WATTS_OFFSET,
    middle: watts.middle,
    unit: "W",
  };
}
