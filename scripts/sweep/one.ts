import { parseLibrary } from "../../src/library/parse-library.ts";
import { athleteOf, outcomeOf } from "./outcome.ts";
import { weekLines } from "./weeks.ts";
import type { WorkerStart } from "./worker.ts";

/** One athlete of a sweep, whole: the request, what became of it, and its weeks. */
export function athleteLines(index: number, { seed, manifest, files, relations }: WorkerStart): string[] {
  const library = parseLibrary(manifest, files);
  const { request, ...outcome } = outcomeOf(index, { seed, library, figuresEvery: 1, relations });
  return [
    JSON.stringify(request),
    JSON.stringify(outcome, null, 1),
    ...weekLines(athleteOf(seed, index), { library, seed: `${seed}/${index}/plan` }),
  ];
}
