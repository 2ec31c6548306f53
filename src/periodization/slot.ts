import type { LadderForm } from "../workout/ladder.ts";
import type { Reason, WorkoutRole, WorkoutType } from "../workout/schema.ts";

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

/** Minutes for each slot that add up to `total` as nearly as their limits allow: each slot's ideal, scaled alike. */
export function shareMinutes(slots: readonly Slot[], total: number): FilledSlot[] {
  const at = (scale: number): number[] =>
    slots.map((slot) => Math.min(Math.max(slot.ideal * scale, slot.least), slot.most));
  let low = 0;
  let high = 40;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (at(middle).reduce((a, b) => a + b, 0) > total) high = middle;
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
const roundedMinutes = (slot: Slot, minutes: number): number =>
  Math.min(Math.max(Math.floor(minutes / ROUND_TO + 1e-6) * ROUND_TO, Math.ceil(slot.least)), Math.floor(slot.most));

/** Hands out, or takes back, the minutes that rounding left: fives first, then single minutes, the longest ride first. */
function settle(slots: readonly Slot[], minutes: number[], total: number): FilledSlot[] {
  const order = slots.map((_, i) => i).sort((a, b) => (slots[b]?.ideal ?? 0) - (slots[a]?.ideal ?? 0));
  const singles = total < SMALL_WEEK_MINUTES;
  for (const step of [ROUND_TO, 1]) {
    for (let moved = true; moved;) {
      moved = false;
      for (const i of order) {
        const slot = slots[i];
        const now = minutes[i] ?? 0;
        const left = Math.floor(total) - minutes.reduce((a, b) => a + b, 0);
        if (slot === undefined) continue;
        if (
          left >= step &&
          now + step <= Math.floor(slot.most) &&
          (step === ROUND_TO || singles || slot.most - now < ROUND_TO)
        ) {
          minutes[i] = now + step;
          moved = true;
        } else if (left < 0 && now - 1 >= slot.least && step === 1) {
          minutes[i] = now - 1;
          moved = true;
        }
      }
    }
  }
  return slots.map((slot, i) => ({ ...slot, minutes: minutes[i] ?? 0 }));
}
