import { LOW_CADENCE, WORK_KINDS, type WorkKind } from "../base/work-kinds.ts";
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
/** Cadences that a text asks for: the lower of two. "Stay above 60 rpm" asks for no 60. */
const CADENCES =
  /(?<!\b(?:above|over|at least|more than|(?:not|never) (?:under|below)) )\b(\d{2,3})(?: ?(?:to|-|–) ?\d{2,3})? ?(?:rpm\b|(?:turns|revolutions) a minute)/gi;
/** Words that ask for slow legs and name no number. */
const SLOW_WORDS =
  /(?<!\b(?:no|not|avoid|without) (?:a )?)\b(?:(?:slow|low)(?:er)? cadence|(?:big|heavy|heavi|hard)(?:ger|er)? gears?)\b/i;
const asksForSlowLegs = (text: string): boolean =>
  SLOW_WORDS.test(text) || [...text.matchAll(CADENCES)].some(([, lowest]) => Number(lowest) < LOW_CADENCE);

const peakOf = ({ start, end }: Step): number => Math.max(start, end);

const HOLDS: Readonly<Record<WorkKind, (work: Work) => boolean>> = {
  low_cadence: ({ family, steps, text }) =>
    family === "torque" ||
    steps.some(({ cadence }) => cadence !== undefined && cadence.low < LOW_CADENCE) ||
    asksForSlowLegs(text),
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
