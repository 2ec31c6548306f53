import type { Rider } from "../../athlete/rider.ts";
import type { TrainBy } from "../../athlete/terms.ts";
import { joinWords } from "../../base/text.ts";

/*
 * What the notes of a plan say otherwise where its rider trains without power. How such a plan is read stands in
 * `plan/scale.ts`.
 */

/** What the targets are percents of; a plan without power says at its head what its own are. */
export const targetsNote = ({ ftpWatts }: Rider): string =>
  ftpWatts === undefined
    ? ""
    : ` All power targets are percent of your FTP of ${ftpWatts} W, and only a test changes that figure.`;

/** When a set has lasted long enough. */
export const whenASetEnds = ({ trainBy }: Rider): string =>
  trainBy === "power" ? "the power falls by more than about five percent" : "you get slower at the same effort";

/** What effort is compared with from week to week. */
export const measureWord = ({ trainBy }: Rider): string => (trainBy === "power" ? "power" : "pace");

/** Of a test: what it is called, and what its result changes. */
const TESTS: Readonly<Record<TrainBy, readonly [name: string, result: string]>> = {
  power: [
    "FTP test",
    "Change your FTP only if the result differs by two percent or more, by ten percent at most for one test, and use the same test each time.",
  ],
  heart_rate: [
    "Test of your threshold heart rate",
    "Change it only if the result differs by three beats or more, and use the same road or trainer each time.",
  ],
  feel: [
    "Talk test",
    "It shows at which pace talking becomes work: a faster one than last time is your progress. Use the same road or trainer each time.",
  ],
};

/** The days of the tests, and what to do with their results. */
export function testsNote({ trainBy }: Rider, days: readonly string[]): string {
  const [name, result] = TESTS[trainBy];
  if (days.length > 0)
    return `${name}${days.length > 1 && trainBy !== "heart_rate" ? "s" : ""}: ${joinWords(days)}. ${result}`;
  return trainBy === "power"
    ? "The plan holds no FTP test; if targets feel wrong for two weeks, ask for one."
    : "The plan holds no test; if targets feel wrong for two weeks, trust the feel.";
}
