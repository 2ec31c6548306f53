import { sum } from "../../base/numbers.ts";
import type { LadderForm } from "../../workout/ladder.ts";
import type { Reason, WorkoutRole, WorkoutType } from "../../workout/schema.ts";

/** One ride of a week while it is being planned. Minutes are whole. */
export interface Slot {
  /** Monday is 0. */
  readonly weekday: number;
  readonly role: WorkoutRole;
  readonly type: WorkoutType;
  readonly family?: string;
  readonly level?: number;
  readonly dose?: "full" | "reduced";
  /** The one workout wanted, where another of its family will not do. */
  readonly workoutId?: string;
  /** Fewest, most and wished-for minutes. */
  readonly least: number;
  readonly most: number;
  readonly ideal: number;
  /** Longer than this only where the week's other rides can take no more minutes. */
  readonly comfortable?: number;
  /** Load of this ride at a number of minutes. */
  readonly loadAt: (minutes: number) => number;
  /** Seconds above 75 % of FTP. */
  readonly workSeconds: number;
  readonly isHard: boolean;
  readonly isVo2: boolean;
  readonly why: readonly Reason[];
}

export interface FilledSlot extends Slot {
  readonly minutes: number;
}

/** Intensity that easy and long rides are planned at, as a fraction of FTP (5.3), and that of a recovery ride. */
export const EASY_INTENSITY = 0.645;
export const RECOVERY_INTENSITY = 0.51;
/** A half dose keeps about this share of the work, and takes this share of the time its work took. */
export const REDUCED_WORK = 0.55;

export const easyLoad = (minutes: number, intensity = EASY_INTENSITY): number => (minutes / 60) * intensity ** 2 * 100;

/** Power of the easy riding that fills a session up, and the share of a session's load that a half dose keeps. */
const FILL_POWER = 0.63;
const REDUCED_LOAD = 0.68;

/**
 * Load of a ladder form ridden for so many minutes: its shortest form, then easy riding. Normalised power adds up as its
 * fourth power over time, so the load of the longer ride is the root of the two parts together (training science 1.1).
 */
export function formLoad(form: LadderForm, dose: "full" | "reduced"): (minutes: number) => number {
  const seconds = dose === "full" ? form.shortestSeconds : reducedSeconds(form);
  const load = form.shortestLoad * (dose === "full" ? 1 : REDUCED_LOAD);
  const fourthPowers = (load * 36) ** 2 / seconds;
  return (minutes) => {
    const all = Math.max(seconds, minutes * 60);
    return Math.sqrt(all * (fourthPowers + (all - seconds) * FILL_POWER ** 4)) / 36;
  };
}

/** Shortest time of a half dose. */
export const reducedSeconds = (form: LadderForm): number =>
  Math.max(30 * 60, form.shortestSeconds - form.workSeconds * (1 - REDUCED_WORK));

/**
 * Minutes for each slot that add up to `total` as nearly as their limits allow: each slot's ideal, scaled alike. Comfortable
 * lengths are passed only when all slots are there, and then by all of them alike.
 */
export function shareMinutes(slots: readonly Slot[], total: number): FilledSlot[] {
  const eased = (factor: number): Slot[] =>
    slots.map((slot) => ({
      ...slot,
      most: Math.max(slot.least, Math.min(slot.most, wholeWeek((slot.comfortable ?? slot.most) * factor, total))),
    }));
  const factor = smallestFactor((tried) => sum(eased(tried).map((slot) => Math.floor(slot.most))) >= total);
  return sharedAlike(eased(factor), total).map((filled, i) => ({ ...filled, most: slots[i]?.most ?? filled.most }));
}

/** Comfortable lengths grow in steps of this part of themselves; beyond the last no week is held by its rides. */
const EASING = { step: 0.02, most: 4 };

function smallestFactor(isEnough: (factor: number) => boolean): number {
  let factor = 1;
  while (factor < EASING.most && !isEnough(factor)) factor += EASING.step;
  return factor >= EASING.most ? Number.POSITIVE_INFINITY : factor;
}

function sharedAlike(slots: readonly Slot[], total: number): FilledSlot[] {
  const at = (scale: number): number[] =>
    slots.map((slot) => Math.min(Math.max(slot.ideal * scale, slot.least), slot.most));
  let low = 0;
  let high = 40;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) > total) high = middle;
    else low = middle;
  }
  const exact = at(low);
  const minutes = slots.map((slot, i) => roundedMinutes(slot, exact[i] ?? 0));
  return settle(slots, minutes, total);
}

/** Riders read fives: whole fives where the limits hold one. */
const ROUND_TO = 5;
/** Below this a week counts its single minutes: four lost ones would be more than a hundredth of it. */
const SMALL_WEEK_MINUTES = 150;
const downToFive = (minutes: number): number => Math.floor(minutes / ROUND_TO + 1e-6) * ROUND_TO;

/** Minutes as they can be handed out in rides of whole fives, in a week of so many. */
export const wholeWeek = (minutes: number, inWeek = minutes): number =>
  inWeek < SMALL_WEEK_MINUTES ? Math.floor(minutes) : downToFive(minutes);

function roundedMinutes(slot: Slot, minutes: number): number {
  const least = Math.ceil(slot.least);
  const most = Math.floor(slot.most);
  const up = -downToFive(-least);
  const down = Math.max(downToFive(minutes), up);
  return Math.min(down, Math.max(downToFive(most), least), Math.max(most, least));
}

/** Hands out, or takes back, the minutes that rounding left, the longest ride first: fives, then single minutes where no five is left. */
function settle(slots: readonly Slot[], minutes: readonly number[], total: number): FilledSlot[] {
  const order = slots.map((_, i) => i).sort((a, b) => (slots[b]?.ideal ?? 0) - (slots[a]?.ideal ?? 0));
  const steps = total < SMALL_WEEK_MINUTES ? [ROUND_TO, 1] : [ROUND_TO];
  const fives = steps.reduce((now, step) => handOut(slots, now, { total, step, order }), minutes);
  const isFull = slots.every((slot, i) => slot.most - (fives[i] ?? 0) < ROUND_TO);
  const settled = isFull || sum(fives) > total ? handOut(slots, fives, { total, step: 1, order }) : fives;
  return slots.map((slot, i) => ({ ...slot, minutes: settled[i] ?? 0 }));
}

function handOut(
  slots: readonly Slot[],
  before: readonly number[],
  { total, step, order }: { total: number; step: number; order: readonly number[] },
): number[] {
  const minutes = [...before];
  for (let moved = true; moved;) {
    moved = false;
    for (const i of order) {
      const slot = slots[i];
      const now = minutes[i] ?? 0;
      const left = Math.floor(total) - sum(minutes);
      if (slot === undefined || Math.abs(left) < step) continue;
      const next = now + Math.sign(left) * step;
      if (left > 0 ? next > Math.floor(slot.most) : next < slot.least) continue;
      minutes[i] = next;
      moved = true;
    }
  }
  return minutes;
}
