import { feasibleFor, W_BALANCE_FLOOR } from "../load/feasibility.ts";
import { isHardWork, VO2_SECONDS_ABOVE_105 } from "../load/measure.ts";
import { kindsOf, longestEffortSeconds } from "../load/kinds.ts";
import type { LadderCatalogue, LadderForm } from "../workout/ladder.ts";
import { longestSeconds, measureShortest, shortestSeconds } from "./stretch.ts";
import { keyWorkOf } from "./key-work.ts";
import type { Library, LibraryWorkout } from "./library.ts";

const textOf = ({ text, parts }: LibraryWorkout): string =>
  [text, ...parts.map(({ segment }) => segment.description)].join(" ");

function formOf(workout: LibraryWorkout): LadderForm {
  const measure = measureShortest(workout);
  const isTest = workout.role === "test";
  const isEasy = workout.type === "endurance" || workout.type === "recovery" || workout.role === "openers";
  return {
    id: workout.id,
    family: workout.family,
    type: workout.type,
    level: workout.level,
    shortestSeconds: shortestSeconds(workout),
    longestSeconds: longestSeconds(workout),
    workSeconds: measure.zones.mid + measure.zones.high,
    keyWork: keyWorkOf(measure.steps),
    shortestLoad: measure.tss,
    isHard: !isEasy && isHardWork(measure),
    isVo2: workout.type === "vo2max" || (!isEasy && measure.secondsAbove105 >= VO2_SECONDS_ABOVE_105),
    highestPower: measure.peak,
    longestEffortSeconds: longestEffortSeconds(measure.steps),
    kinds: kindsOf({ ...workout, steps: measure.steps, text: textOf(workout) }),
    // Tests are exempt from the limits: they are meant to reach them (training science 5.2).
    feasibleFor: isTest ? ["beginner", "intermediate", "advanced"] : feasibleFor(measure.steps, W_BALANCE_FLOOR.ladder),
    role: workout.role,
  };
}

const catalogues = new WeakMap<Library, LadderCatalogue>();

/**
 * Puts a catalogue that was measured before (at build time, by `catalogueOf`) in the place of the simulation. The version must agree;
 * otherwise the library is measured when asked.
 */
export function seedCatalogue(library: Library, catalogue: LadderCatalogue): void {
  if (catalogue.libraryVersion === library.version && catalogue.forms.length === library.workouts.length)
    catalogues.set(library, catalogue);
}

/** What a planner needs to know of every workout, measured by simulation once per library. */
export function catalogueOf(library: Library): LadderCatalogue {
  const known = catalogues.get(library);
  if (known !== undefined) return known;
  const catalogue: LadderCatalogue = { libraryVersion: library.version, forms: library.workouts.map(formOf) };
  catalogues.set(library, catalogue);
  return catalogue;
}
