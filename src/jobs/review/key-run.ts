import { mean, sum } from "../../base/numbers.ts";
import type { Effort } from "../../history/efforts.ts";
import type { Matched } from "./match.ts";

/** What one key session says: it was held, it was not, or it was too easy. */
export type KeyWord = "held" | "not_held" | "too_easy";

/** So many key sessions in a row are a sign; fewer are a day (training science 12.5). */
export const SIGN = 3;
/** A session is held where efforts of this share of its work time were. */
const HELD_SHARE = 0.75;
/** Too easy: every effort this far above its target, or felt like this and less (training science 12.5). */
const TOO_EASY = { share: 1.05, feel: 3 };

const heldShare = (efforts: readonly Effort[]): number =>
  sum(efforts.filter(({ isHeld }) => isHeld).map(({ seconds }) => seconds)) /
  sum(efforts.map(({ seconds }) => seconds));

/** What a key session says; undefined for other sessions, and where nothing is known of it. */
export function keyWord({ session, status, efforts, feel }: Matched): KeyWord | undefined {
  if (session.role !== "key" || status === "missed" || status === "not_known" || status === "ahead") return undefined;
  if (efforts.length === 0) {
    if (status === "partly" || status === "other") return "not_held";
    return feel !== undefined && feel <= TOO_EASY.feel ? "too_easy" : "held";
  }
  if (heldShare(efforts) < HELD_SHARE) return "not_held";
  const isAbove = efforts.every(({ watts, target }) => watts >= target * TOO_EASY.share);
  return isAbove || (feel !== undefined && feel <= TOO_EASY.feel) ? "too_easy" : "held";
}

/** A sign that the numbers or the days do not fit: never a change. */
export interface KeyHint {
  readonly kind: "not_held" | "too_easy";
  /** What was ridden of what was asked, as a share; undefined where no power is known. */
  readonly share: number | undefined;
}

/** What the last key sessions say together; undefined where they are no sign. */
export function hintOf(sessions: readonly Matched[]): KeyHint | undefined {
  const spoken = sessions.filter((one) => keyWord(one) !== undefined).slice(-SIGN);
  const [kind] = spoken.map(keyWord);
  if (spoken.length < SIGN || kind === undefined || kind === "held") return undefined;
  if (spoken.some((one) => keyWord(one) !== kind)) return undefined;
  const efforts = spoken.flatMap((one) => one.efforts);
  const share = efforts.length === 0 ? undefined : mean(efforts.map(({ watts, target }) => watts / target));
  return { kind, share };
}
