import type { ExperienceLevel } from "../athlete/schema.ts";
import { RIDER_LEVELS } from "../load/feasibility.ts";
import { FIRST_RUNG } from "../rules/limits.ts";
import type { LadderForm } from "../workout/ladder.ts";
import { catalogueOf } from "./catalogue.ts";
import { FULL_SHARE } from "./choose.ts";
import type { Library } from "./library.ts";

/** Minutes of a day that climbing is counted for. */
export const CLIMB_BOXES = [45, 60, 75, 90] as const;

/** Ladders that a short day must not bring to a stand. */
export const CLIMBED_FAMILIES = [
  "tempo",
  "sweetspot",
  "threshold",
  "over_unders",
  "vo2max_long",
  "vo2max_short",
  "anaerobic",
] as const;

/** Weeks of load that a ladder owes to a day: two blocks of three. */
export const CLIMB_WEEKS = 6;

/** How long a rider gets new work from a ladder in days of one length. */
export interface ClimbRow {
  readonly family: string;
  readonly rider: ExperienceLevel;
  readonly minutes: number;
  /** The rung such a rider starts on, and the highest that the day lets them reach; 0 where nothing fits. */
  readonly from: number;
  readonly top: number;
  /** Weeks without the same key work twice, climbing a rung a week and then staying on the highest. */
  readonly weeks: number;
  /** Different key works on all of these rungs: the weeks for a rider who stays on each as long as it is new. */
  readonly works: number;
}

/** Forms of a level that are ridden in such a day: those with nearly the most work. */
function onLevel(forms: readonly LadderForm[], level: number): LadderForm[] {
  const here = forms.filter((form) => form.level === level);
  const most = Math.max(...here.map((form) => form.workSeconds));
  return here.filter((form) => form.workSeconds >= most * FULL_SHARE);
}

/** The rung that a planner gives first, and the one from which no further step is left: a missing rung ends the climb. */
function climbOf(levels: ReadonlySet<number>, wanted: number): { first: number; top: number } {
  const first = Math.max(0, ...[...levels].filter((level) => level <= wanted));
  let top = first;
  while (levels.has(top + 1)) top++;
  return { first, top };
}

function rowOf(fitting: readonly LadderForm[], at: Pick<ClimbRow, "family" | "rider" | "minutes">): ClimbRow {
  const { first, top } = climbOf(new Set(fitting.map((form) => form.level)), FIRST_RUNG[at.rider]);
  const seen = new Set<string>();
  let weeks = 0;
  for (let level = first; level <= top; level++) {
    const before = seen.size;
    for (const form of onLevel(fitting, level)) seen.add(form.keyWork);
    weeks += level < top ? Math.min(1, seen.size - before) : seen.size - before;
  }
  return { ...at, from: first, top, weeks, works: seen.size };
}

/** Ladder by rider by length of the day: the weeks in which there is new work. */
export function climbTable(library: Library): ClimbRow[] {
  const { forms } = catalogueOf(library);
  return CLIMBED_FAMILIES.flatMap((family) =>
    RIDER_LEVELS.flatMap((rider) => {
      const ridden = forms.filter((form) => form.family === family && form.feasibleFor.includes(rider));
      return CLIMB_BOXES.map((minutes) =>
        rowOf(
          ridden.filter((form) => form.shortestSeconds <= minutes * 60),
          { family, rider, minutes },
        ),
      );
    }),
  );
}
