import type { Rider } from "./rider.ts";
import { HEART_MAX_POWER_PCT } from "./safety-limits.ts";

/*
 * Riders who are held to easy riding are told of no hard parts: what a plan says of their weeks depends on it.
 */

type Held = Pick<Rider, "heldBack">;

/** True where a limit leaves a week nothing but easy riding. */
export const isHeldEasy = ({ heldBack }: Held, week: number): boolean =>
  heldBack.some(
    ({ max_power_pct: most, from_week: from, through_week: through }) =>
      most <= HEART_MAX_POWER_PCT && from <= week && week <= through,
  );

/** True where it leaves a whole plan nothing else. */
export const isEasyThroughout = (rider: Held, weeks: number): boolean =>
  weeks > 0 && Array.from({ length: weeks }, (_, i) => i + 1).every((week) => isHeldEasy(rider, week));
