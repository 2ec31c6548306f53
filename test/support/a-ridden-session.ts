import { stepsOf } from "../../src/workout/expand.ts";
import type { Workout } from "../../src/workout/schema.ts";

/** Watts of each second of a session ridden to the letter; `change` says how second and step were ridden otherwise. */
export function wattsOfSession(
  workout: Pick<Workout, "segments">,
  ftp: number,
  change: (watts: number, at: { readonly effort: number; readonly second: number }) => number = (watts) => watts,
): number[] {
  let effort = -1;
  return stepsOf(workout).flatMap(({ role, seconds, start, end }) => {
    const isWork = role === "work";
    if (isWork) effort += 1;
    const at = isWork ? effort : -1;
    return Array.from({ length: seconds }, (_, second) =>
      Math.round(change((start + ((end - start) * second) / seconds) * ftp, { effort: at, second })),
    );
  });
}
