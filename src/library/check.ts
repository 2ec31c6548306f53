import { sum } from "../base/numbers.ts";
import { checkWorkout, type LibraryFinding } from "./check-workout.ts";
import { CLIMB_WEEKS, climbTable, type ClimbRow } from "./climb.ts";
import { coverageTable, type CoverageRow } from "./coverage.ts";
import type { Library, LibraryWorkout } from "./library.ts";
import { expand } from "../workout/expand.ts";
import type { Segment } from "../workout/segment.ts";
import { LOW_TOP } from "../load/zones.ts";

/** Growth of time in zone from one step of a ladder to the next (training science 5.1). */
export const LADDER_STEP = { share: 0.35, shareWhileShort: 0.5, shortSeconds: 25 * 60 } as const;
const FORMS_OF_A_LEVEL = 2;

export interface LibraryCheck {
  readonly findings: readonly LibraryFinding[];
  readonly coverage: readonly CoverageRow[];
  /** How long each ladder has new work for days of one length. */
  readonly climb: readonly ClimbRow[];
}

/** Work of some segments: seconds above easy riding, and their dose (seconds x intensity squared). */
export function workIn(main: readonly Segment[]): { seconds: number; dose: number } {
  const work = expand(main).filter((step) => step.start > LOW_TOP + 1e-9);
  return {
    seconds: sum(work.map((step) => step.seconds)),
    dose: sum(work.map((step) => step.seconds * step.start ** 2)),
  };
}

const works = new WeakMap<LibraryWorkout, ReturnType<typeof workIn>>();

/** The same of a workout's main part; counted once. */
export function workOf(workout: LibraryWorkout): ReturnType<typeof workIn> {
  const known = works.get(workout);
  if (known !== undefined) return known;
  const work = workIn(workout.parts.filter((part) => part.isMain).map((part) => part.segment));
  works.set(workout, work);
  return work;
}

function checkUnique(library: Library): LibraryFinding[] {
  const out: LibraryFinding[] = [];
  for (const key of ["id", "name"] as const) {
    const seen = new Set<string>();
    for (const workout of library.workouts) {
      if (seen.has(workout[key]))
        out.push({ check: `unique-${key}`, where: workout.id, message: workout[key], numbers: {} });
      seen.add(workout[key]);
    }
  }
  return out;
}

/** One rung at each level without a gap; the work grows in steps that a rider can take. */
function checkLadder(family: string, workouts: readonly LibraryWorkout[]): LibraryFinding[] {
  const out: LibraryFinding[] = [];
  const note = (check: string, message: string, numbers: Record<string, number>): void => {
    out.push({ check, where: family, message, numbers });
  };
  const top = Math.max(...workouts.map((workout) => workout.level));
  let most = 0;
  for (let level = 1; level <= top; level++) {
    const here = workouts.filter((workout) => workout.level === level);
    const rungs = here.filter((workout) => workout.isRung);
    if (rungs.length !== 1) note("ladder", "each level has one step of its own", { level, found: rungs.length });
    const forms = new Set(here.map((workout) => workout.form)).size;
    if (forms < FORMS_OF_A_LEVEL) note("forms", "each level has two different forms", { level, forms });
    const rung = rungs[0];
    const seconds = rung === undefined ? 0 : workOf(rung).seconds;
    const share = most < LADDER_STEP.shortSeconds ? LADDER_STEP.shareWhileShort : LADDER_STEP.share;
    // A race simulation follows the event's blocks, an easy ride has no time in zone to speak of.
    const isLadder = rung?.fits.length === 0 && !/^(endurance|long_ride|recovery)$/.test(family);
    if (isLadder && most > 0 && seconds > most * (1 + share) + 1)
      note("ladder-step", "too big a step in time at work", { level, seconds, before: most });
    most = Math.max(most, seconds);
  }
  return out;
}

/**
 * A variant carries the level of the rung whose dose (minutes x intensity squared) it comes closest to, or of one beside it;
 * less than the first rung is level 1.
 */
function checkDose(family: string, workouts: readonly LibraryWorkout[]): LibraryFinding[] {
  const rungs = workouts
    .filter((workout) => workout.isRung)
    .map((workout) => ({ level: workout.level, dose: workOf(workout).dose }));
  return workouts.flatMap((workout) => {
    const { dose } = workOf(workout);
    const off = (rung: { dose: number }): number => Math.abs(rung.dose - dose);
    const near = Math.min(...rungs.map(off));
    // Several rungs may hold the same dose: nearest is any of those within 5 %.
    const levels = rungs.filter((rung) => off(rung) <= near + 0.05 * dose).map((rung) => rung.level);
    const distance = Math.min(...levels.map((level) => Math.abs(level - workout.level)));
    return distance <= 1
      ? []
      : [
          {
            check: "level",
            where: workout.id,
            message: `${family}: its dose is that of another level`,
            numbers: { level: workout.level, nearest: levels[0] ?? 0 },
          },
        ];
  });
}

const QUALITY_FAMILY = (workouts: readonly LibraryWorkout[]): boolean =>
  workouts.every(
    (workout) =>
      workout.role === undefined && workout.fits.length === 0 && !["recovery", "endurance"].includes(workout.type),
  );

/** A ladder with only one rung that a rider can finish is none for them: beginners hold two minutes above 120 % and no more. */
function checkClimb(climb: readonly ClimbRow[]): LibraryFinding[] {
  return climb
    .filter(({ family, rider, weeks }) => {
      const highest = Math.max(
        ...climb.filter((row) => row.family === family && row.rider === rider).map(({ top }) => top),
      );
      return highest > 1 && weeks < CLIMB_WEEKS;
    })
    .map(({ family, rider, minutes, weeks }) => ({
      check: "climb",
      where: `${family}, ${minutes} min`,
      message: `the same key work comes again too soon for ${rider} riders`,
      numbers: { weeks, asked: CLIMB_WEEKS },
    }));
}

/**
 * Everything that `library check` proves by simulation; no findings means that every promise of the library holds. Workouts that
 * were checked alone before are held to what concerns them all.
 */
export function checkLibrary(
  library: Library,
  isChecked: (workout: LibraryWorkout) => boolean = () => false,
): LibraryCheck {
  const alone = library.workouts.filter((workout) => !isChecked(workout));
  const findings = [...checkUnique(library), ...alone.flatMap(checkWorkout)];
  const families = new Map<string, LibraryWorkout[]>();
  for (const workout of library.workouts) {
    const known = families.get(workout.family);
    if (known === undefined) families.set(workout.family, [workout]);
    else known.push(workout);
  }
  for (const [family, workouts] of families) {
    if (workouts.some((workout) => workout.role !== undefined)) continue;
    findings.push(...checkLadder(family, workouts));
    if (QUALITY_FAMILY(workouts)) findings.push(...checkDose(family, workouts));
  }
  const coverage = coverageTable(library);
  for (const row of coverage)
    for (const rider of row.short)
      findings.push({
        check: "coverage",
        where: `${row.type} level ${row.level}, ${row.minutes} min`,
        message: `fewer than two different forms for ${rider} riders`,
        numbers: { forms: row.byRider[rider] },
      });
  const climb = climbTable(library);
  findings.push(...checkClimb(climb));
  return { findings, coverage, climb };
}
