import { nearest } from "../../../../athlete/parse-suggest.ts";
import { PlanError } from "../../../../base/errors.ts";
import { jsonText } from "../../../../base/json.ts";
import { cleanLine } from "../../../../base/text.ts";
import { stretchWorkout, longestSeconds, nominalSeconds, shortestSeconds } from "../../../../library/stretch.ts";
import type { Library, LibraryWorkout } from "../../../../library/library.ts";
import { measureSegments } from "../../../../load/measure.ts";
import type { Page } from "../../../../report/page.ts";
import type { Run } from "../../../command.ts";
import { libraryFor } from "../../../library-for.ts";
import { pageFor } from "../../../page.ts";
import { resolveSettings } from "../../../settings.ts";
import { wrapped } from "../../../../report/wrap.ts";
import type { libraryShowSpec } from "./spec.ts";

function workoutNamed(library: Library, id: string): LibraryWorkout {
  const found = library.workouts.find((workout) => workout.id === id);
  if (found) return found;
  const meant = nearest(
    id,
    library.workouts.map((workout) => workout.id),
  );
  throw new PlanError({
    code: "NOT_FOUND",
    message: `The library holds no workout "${cleanLine(id, 60)}".`,
    hint: meant === undefined ? "See cycling-plan library list." : `Did you mean ${meant}?`,
  });
}

async function linesOf(workout: LibraryWorkout, page: Page): Promise<string[]> {
  const { powerProfile } = await import("../../../../report/power-profile.ts");
  const segments = stretchWorkout(workout, { seconds: nominalSeconds(workout) }) ?? [];
  const measure = measureSegments(segments);
  const minutes = (seconds: number): string => String(Math.round(seconds / 60));
  const span = `${minutes(shortestSeconds(workout))} to ${minutes(longestSeconds(workout))} min`;
  const length =
    workout.parts.length === 0
      ? `${minutes(workout.fixedSeconds)} min`
      : `${span}, drawn at ${minutes(measure.seconds)}, load ${measure.tss.toFixed(1)}`;
  return [
    page.paint.heading(workout.name),
    `${workout.id}: ${workout.family}, ${workout.type}, level ${workout.level}; ${length}`,
    "",
    ...powerProfile(measure.steps, page),
    "",
    wrapped(workout.text, page.width),
  ];
}

/** `library show ID`. */
export const libraryShow: Run<typeof libraryShowSpec> = async ({ system, args: [id], flags, isJson }) => {
  const settings = await resolveSettings(system, {});
  const library = await libraryFor(system, flags.library);
  const workout = workoutNamed(library, id);
  if (isJson) system.out(jsonText(workout));
  else system.out(`${(await linesOf(workout, await pageFor(system, settings))).join("\n")}\n`);
  return 0;
};
