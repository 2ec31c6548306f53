import { ROUNDING_ERROR, sum } from "../../base/numbers.ts";
import type { PlannedRide, RideWish } from "./planned-ride.ts";

/**
 * Minutes for each ride that add up to `total` as nearly as their limits allow: each ride's ideal, scaled alike. Comfortable
 * lengths are passed only when all rides are there, and then by all of them alike.
 */
export function shareMinutes(rides: readonly RideWish[], total: number): PlannedRide[] {
  const mostAt = (ride: RideWish, factor: number): number =>
    Math.max(ride.least, Math.min(ride.most, wholeWeek((ride.comfortable ?? ride.most) * factor, total)));
  const factor = smallestFactor((tried) => {
    let room = 0;
    for (const ride of rides) room += Math.floor(mostAt(ride, tried));
    return room >= total;
  });
  const eased = rides.map((ride) => ({ ...ride, most: mostAt(ride, factor) }));
  return sharedAlike(eased, total).map((filled, i) => ({ ...filled, most: rides[i]?.most ?? filled.most }));
}

/** Comfortable lengths grow in steps of this part of themselves; beyond the last no week is held by its rides. */
const EASING = { step: 0.02, most: 4 };

function smallestFactor(isEnough: (factor: number) => boolean): number {
  let factor = 1;
  while (factor < EASING.most && !isEnough(factor)) factor += EASING.step;
  return factor >= EASING.most ? Number.POSITIVE_INFINITY : factor;
}

function sharedAlike(rides: readonly RideWish[], total: number): PlannedRide[] {
  const at = (ride: RideWish, scale: number): number => Math.min(Math.max(ride.ideal * scale, ride.least), ride.most);
  const sumAt = (scale: number): number => {
    let minutes = 0;
    for (const ride of rides) minutes += at(ride, scale);
    return minutes;
  };
  let low = 0;
  let high = 40;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (sumAt(middle) > total) high = middle;
    else low = middle;
  }
  const minutes = rides.map((ride) => roundedMinutes(ride, at(ride, low)));
  return settle(rides, minutes, total);
}

/** Riders read fives: whole fives where the limits hold one. */
const ROUND_TO = 5;
/** Below this a week counts its single minutes: four lost ones would be more than a fiftieth of it, and the next weeks grow from it. */
const SMALL_WEEK_MINUTES = 200;
const downToFive = (minutes: number): number => Math.floor(minutes / ROUND_TO + ROUNDING_ERROR) * ROUND_TO;

/** Minutes as they can be handed out in rides of whole fives, in a week of so many. */
export const wholeWeek = (minutes: number, inWeek = minutes): number =>
  inWeek < SMALL_WEEK_MINUTES ? Math.floor(minutes) : downToFive(minutes);

function roundedMinutes(ride: RideWish, minutes: number): number {
  const least = Math.ceil(ride.least);
  const most = Math.floor(ride.most);
  const up = -downToFive(-least);
  const down = Math.max(downToFive(minutes), up);
  return Math.min(down, Math.max(downToFive(most), least), Math.max(most, least));
}

/** Hands out, or takes back, the minutes that rounding left, the longest ride first: fives, then single minutes where no five is left. */
function settle(rides: readonly RideWish[], minutes: readonly number[], total: number): PlannedRide[] {
  const order = rides.map((_, i) => i).sort((a, b) => (rides[b]?.ideal ?? 0) - (rides[a]?.ideal ?? 0));
  const steps = total < SMALL_WEEK_MINUTES ? [ROUND_TO, 1] : [ROUND_TO];
  const fives = steps.reduce((now, step) => handOut(rides, now, { total, step, order }), minutes);
  const isFull = rides.every((ride, i) => ride.most - (fives[i] ?? 0) < ROUND_TO);
  const settled = isFull || sum(fives) > total ? handOut(rides, fives, { total, step: 1, order }) : fives;
  return rides.map((ride, i) => ({ ...ride, minutes: settled[i] ?? 0 }));
}

function handOut(
  rides: readonly RideWish[],
  before: readonly number[],
  { total, step, order }: { total: number; step: number; order: readonly number[] },
): number[] {
  const minutes = [...before];
  for (let moved = true; moved;) {
    moved = false;
    for (const i of order) {
      const ride = rides[i];
      const now = minutes[i] ?? 0;
      const left = Math.floor(total) - sum(minutes);
      if (ride === undefined || Math.abs(left) < step) continue;
      const next = now + Math.sign(left) * step;
      if (left > 0 ? next > Math.floor(ride.most) : next < ride.least) continue;
      minutes[i] = next;
      moved = true;
    }
  }
  return minutes;
}
