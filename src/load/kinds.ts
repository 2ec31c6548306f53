import { WORK_KINDS, type WorkKind } from "../base/work-kinds.ts";
import { LOW_TOP } from "./zones.ts";
import type { Step } from "../workout/expand.ts";
import type { WorkoutType } from "../workout/schema.ts";

/** What of a workout says which kinds of work it holds. */
export interface Work {
  readonly family?: string | undefined;
  readonly type: WorkoutType;
  readonly role?: string | undefined;
  readonly steps: readonly Step[];
  /** Everything that it tells the rider to do. */
  readonly text: string;
}

/** A sprint: all out for so many seconds at most, from this power on (training science 5.3). */
const SPRINT = { seconds: 20, power: 1.5 };
/** Legs push slowly up to this cadence, in turns a minute (5.3, torque: 50 to 60). */
const LOW_CADENCE = 70;

const peakOf = ({ start, end }: Step): number => Math.max(start, end);

const HOLDS: Readonly<Record<WorkKind, (work: Work) => boolean>> = {
  low_cadence: ({ family, steps }) =>
    family === "torque" || steps.some(({ cadence }) => cadence !== undefined && cadence.high <= LOW_CADENCE),
  sprints: ({ family, steps }) =>
    family === "sprints" || steps.some((step) => step.seconds <= SPRINT.seconds && peakOf(step) >= SPRINT.power),
  sweetspot: ({ family, type }) => family === "sweetspot" || (family === undefined && type === "sweetspot"),
  threshold: ({ family, type }) => family === "threshold" || (family === undefined && type === "threshold"),
  over_unders: ({ family }) => family === "over_unders",
  vo2max: ({ family, type }) => type === "vo2max" || family?.startsWith("vo2max") === true,
  anaerobic: ({ family }) => family === "anaerobic",
  torque: ({ family }) => family === "torque",
  standing: ({ text }) => /\bstand(ing)?\b|out of the saddle/i.test(text),
  race_simulation: ({ family }) => family?.startsWith("race_") === true,
  tests: ({ role }) => role === "test",
};

/** Which of the kinds that a rider may avoid a workout holds. */
export const kindsOf = (work: Work): WorkKind[] => WORK_KINDS.filter((kind) => HOLDS[kind](work));

/** Seconds of the longest single effort above easy riding (75 % of FTP). */
export function longestEffortSeconds(steps: readonly Step[]): number {
  let run = 0;
  let longest = 0;
  for (const step of steps) {
    run = peakOf(step) > LOW_TOP + 1e-6 ? run + step.seconds : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
