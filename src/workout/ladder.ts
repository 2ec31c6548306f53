import type { WorkKind } from "../base/work-kinds.ts";
import type { WorkoutType } from "./schema.ts";

/**
 * One rung that a library can serve: what a planner needs to know of a workout to put it on a day, without its segments.
 * The planner chooses family and level; which form is ridden is the week source's choice.
 */
export interface LadderForm {
  readonly id: string;
  /** The ladder: `threshold`, `over_unders`, `vo2max_long` and so on. Levels count inside a family. */
  readonly family: string;
  readonly type: WorkoutType;
  readonly level: number;
  /** Shortest and longest ride this form may become, in seconds. */
  readonly shortestSeconds: number;
  readonly longestSeconds: number;
  /** Seconds of its work above easy riding (75 % of FTP). */
  readonly workSeconds: number;
  /** Its steps from 85 % on, to the minute and to 2 %: forms with the same are the same key work. Empty for easy rides. */
  readonly keyWork: string;
  /** Load of the shortest form. */
  readonly shortestLoad: number;
  /** A hard day by its work (training science 4.3). */
  readonly isHard: boolean;
  /** Holds efforts above 105 %: two such days want 48 hours between them (72 from 50 years). */
  readonly isVo2: boolean;
  readonly highestPower: number;
  /** Its longest single effort above easy riding. */
  readonly longestEffortSeconds: number;
  /** The kinds of work in it that a rider may avoid. */
  readonly kinds: readonly WorkKind[];
  /** Rider levels for whom every step is feasible (training science 5.2). */
  readonly feasibleFor: readonly ("beginner" | "intermediate" | "advanced")[];
  readonly role?: "test" | "openers" | "strength" | undefined;
}

export interface LadderCatalogue {
  readonly libraryVersion: string;
  readonly forms: readonly LadderForm[];
}
