import { jsonText } from "../../../../base/json.ts";
import { PlanError } from "../../../../base/errors.ts";
import { cleanLine, joinWords } from "../../../../base/text.ts";
import { longestSeconds, shortestSeconds } from "../../../../library/stretch.ts";
import type { LibraryWorkout } from "../../../../library/library.ts";
import { wrap } from "../../../../report/columns.ts";
import { libraryListLines } from "../../../../report/library-list.ts";
import { counted } from "../../../../report/units.ts";
import type { Run } from "../../../command.ts";
import { libraryFor } from "../../../library-for.ts";
import type { libraryListSpec } from "./spec.ts";

const minutes = (seconds: number): number => Math.round(seconds / 60);

function chosen(
  workouts: readonly LibraryWorkout[],
  key: "type" | "family",
  wanted: string | undefined,
): readonly LibraryWorkout[] {
  if (wanted === undefined) return workouts;
  const found = workouts.filter((workout) => workout[key] === wanted);
  if (found.length > 0) return found;
  const known = [...new Set(workouts.map((workout) => workout[key]))];
  throw new PlanError({
    code: "INPUT_INVALID",
    message: `--${key}: ${cleanLine(wanted, 40)} -> expected ${joinWords(known, "or")}`,
    hint: `Name a ${key} the library holds.`,
  });
}

const entryOf = (workout: LibraryWorkout) => ({
  id: workout.id,
  name: workout.name,
  family: workout.family,
  type: workout.type,
  level: workout.level,
  shortest_min: minutes(workout.parts.length === 0 ? workout.fixedSeconds : shortestSeconds(workout)),
  longest_min: minutes(workout.parts.length === 0 ? workout.fixedSeconds : longestSeconds(workout)),
  role: workout.role,
});

/** `library list`: what the library holds, by family and level. */
export const libraryList: Run<typeof libraryListSpec> = async ({ system, flags, isJson }) => {
  const library = await libraryFor(system, flags.library);
  const workouts = chosen(chosen(library.workouts, "type", flags.type), "family", flags.family);
  const entries = workouts.map(entryOf);
  if (isJson) system.out(jsonText({ library_version: library.version, workouts: entries }));
  else {
    const { width } = system;
    const count = wrap(`${counted(entries.length, "workout")}, library ${library.version}`, width);
    system.out(`${[...libraryListLines(entries, width), "", ...count].join("\n")}\n`);
  }
  return 0;
};
