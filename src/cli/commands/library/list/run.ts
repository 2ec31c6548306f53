import { jsonText } from "../../../../base/json.ts";
import { PlanError } from "../../../../base/errors.ts";
import { cleanLine, joinWords } from "../../../../base/text.ts";
import { longestSeconds, shortestSeconds } from "../../../../library/stretch.ts";
import type { LibraryWorkout } from "../../../../library/library.ts";
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

function linesOf(workouts: readonly LibraryWorkout[]): string[] {
  const entries = workouts.map(entryOf);
  const widest = Math.max(...entries.map((entry) => entry.id.length));
  const lines: string[] = [];
  let family = "";
  for (const entry of entries) {
    if (entry.family !== family) lines.push(`${family === "" ? "" : "\n"}${entry.family} (${entry.type})`);
    family = entry.family;
    const span =
      entry.shortest_min === entry.longest_min
        ? String(entry.shortest_min)
        : `${entry.shortest_min}-${entry.longest_min}`;
    lines.push(`  ${entry.id.padEnd(widest)}  level ${String(entry.level).padStart(2)}  ${span} min`);
  }
  return lines;
}

/** `library list`: what the library holds, by family and level. */
export const libraryList: Run<typeof libraryListSpec> = async ({ system, flags, isJson }) => {
  const library = await libraryFor(system, flags.library);
  const workouts = chosen(chosen(library.workouts, "type", flags.type), "family", flags.family);
  if (isJson) system.out(jsonText({ library_version: library.version, workouts: workouts.map(entryOf) }));
  else system.out(`${linesOf(workouts).join("\n")}\n\n${workouts.length} workouts, library ${library.version}\n`);
  return 0;
};
