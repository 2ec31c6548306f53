import type { LadderForm } from "../../workout/ladder.ts";

/** Intensity that easy and long rides are planned at, as a fraction of FTP (5.3), and that of a recovery ride. */
export const EASY_INTENSITY = 0.673;
export const RECOVERY_INTENSITY = 0.51;
/** A half dose keeps about this share of the work, and takes this share of the time its work took. */
export const REDUCED_WORK = 0.55;

export const easyLoad = (minutes: number, intensity = EASY_INTENSITY): number => (minutes / 60) * intensity ** 2 * 100;

/** Power of the easy riding that fills a session up, and the share of a session's load that a half dose keeps. */
const FILL_POWER = 0.655;
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
