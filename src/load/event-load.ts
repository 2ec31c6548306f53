import { FATIGUE_DAYS, FITNESS_DAYS } from "./fitness.ts";

/** What a load is worth in fitness at the end of the day that is so many days after it; 0 is its own evening. */
export const fitnessLeft = (load: number, daysAfter: number): number =>
  (load / FITNESS_DAYS) * (1 - 1 / FITNESS_DAYS) ** daysAfter;

/** How much form a load still takes on the morning that is so many days after it. */
export const formTaken = (load: number, daysAfter: number): number =>
  (load / FATIGUE_DAYS) * (1 - 1 / FATIGUE_DAYS) ** (daysAfter - 1) - fitnessLeft(load, daysAfter - 1);

/** A day's load in a plan, by the number of the day. */
export interface LoadOn {
  readonly day: number;
  readonly load: number;
}

/** Form that the loads of the last days before a morning take, all together. */
export function formTakenBy(loads: readonly LoadOn[], morning: number, mostDays: number): number {
  let taken = 0;
  for (const { day, load } of loads)
    if (day < morning && morning - day <= mostDays) taken += formTaken(load, morning - day);
  return taken;
}
