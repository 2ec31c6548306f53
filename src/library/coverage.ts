import type { ExperienceLevel } from "../athlete/schema.ts";
import { RIDER_LEVELS } from "../load/feasibility.ts";
import type { LadderForm } from "../workout/ladder.ts";
import type { WorkoutType } from "../workout/schema.ts";
import { catalogueOf } from "./catalogue.ts";
import type { Library } from "./library.ts";

/** Minutes of a day that coverage is counted for; the last stands for 120 and more. */
export const MINUTE_BOXES = [30, 45, 60, 75, 90, 120] as const;
const LAST_BOX = 120;
/** A ride this long still counts as one of 120 and more. Minutes. */
const LONGEST_IN_LAST_BOX = 180;

/** Types in which every cell that a rider can be given holds two different forms. */
export const QUALITY_TYPES: readonly WorkoutType[] = ["tempo", "sweetspot", "threshold", "vo2max", "mixed"];
const FORMS_ASKED = 2;

/** One cell: a type and level in a box of minutes. */
export interface CoverageRow {
  readonly type: WorkoutType;
  readonly level: number;
  readonly minutes: number;
  /** Different forms that fit the box exactly. */
  readonly forms: number;
  /** Of them, those that each level of rider can finish (5.2). */
  readonly byRider: Readonly<Record<ExperienceLevel, number>>;
  /** Riders for whom the ladder's own step of this level fits the box: they want two different forms here. */
  readonly asked: readonly ExperienceLevel[];
  /** Riders asked for who have fewer than two. */
  readonly short: readonly ExperienceLevel[];
}

interface Cell {
  readonly form: string;
  readonly isRung: boolean;
  readonly of: LadderForm;
}

const servesBox = ({ shortestSeconds, longestSeconds }: LadderForm, minutes: number): boolean =>
  longestSeconds >= minutes * 60 && shortestSeconds <= (minutes === LAST_BOX ? LONGEST_IN_LAST_BOX : minutes) * 60;

const count = (cells: readonly Cell[], rider?: ExperienceLevel): number =>
  new Set(
    cells
      .filter(({ of }) => rider === undefined || of.feasibleFor.includes(rider))
      .map(({ of, form }) => `${of.family} ${form}`),
  ).size;

function rowOf(cells: readonly Cell[], at: { type: WorkoutType; level: number; minutes: number }): CoverageRow {
  const here = cells.filter(({ of }) => of.type === at.type && of.level === at.level && servesBox(of, at.minutes));
  const byRider = {
    beginner: count(here, "beginner"),
    intermediate: count(here, "intermediate"),
    advanced: count(here, "advanced"),
  };
  const isQuality = QUALITY_TYPES.includes(at.type);
  // A first step is owed to every rider in the shortest day, even where the ladder's own would not fit.
  const isFirstStep = at.level === 1;
  const asked = isQuality
    ? RIDER_LEVELS.filter(
        (rider) => isFirstStep || here.some(({ isRung, of }) => isRung && of.feasibleFor.includes(rider)),
      )
    : [];
  return { ...at, forms: count(here), byRider, asked, short: asked.filter((rider) => byRider[rider] < FORMS_ASKED) };
}

/** Type by level by minutes: how many different forms the library holds, for whom, and where more are asked for. */
export function coverageTable(library: Library): CoverageRow[] {
  const { forms } = catalogueOf(library);
  const cells = library.workouts.flatMap((workout, i): Cell[] => {
    const of = forms[i];
    return of === undefined || workout.role !== undefined ? [] : [{ form: workout.form, isRung: workout.isRung, of }];
  });
  const types = [...new Set(cells.map(({ of }) => of.type))];
  return types.flatMap((type) => {
    const top = Math.max(...cells.filter(({ of }) => of.type === type).map(({ of }) => of.level));
    return Array.from({ length: top }, (_, i) => i + 1).flatMap((level) =>
      MINUTE_BOXES.map((minutes) => rowOf(cells, { type, level, minutes })),
    );
  });
}
