import { parseLibrary } from "../../src/library/parse-library.ts";
import { askedOf, outcomeOf } from "./outcome.ts";
import { weekLines } from "./weeks.ts";
import type { WorkerStart } from "./worker.ts";

/** One athlete of a sweep, whole: the request, what became of it, and its weeks. */
export function athleteLines(index: number, { seed, manifest, files, relations, terms }: WorkerStart): string[] {
  const library = parseLibrary(manifest, files);
  const { request, ...outcome } = outcomeOf(index, { seed, library, figuresEvery: 1, relations, terms });
  return [
    JSON.stringify(request),
    JSON.stringify(outcome, null, 1),
    ...weekLines(askedOf({ seed, terms }, index).request, { library, seed: `${seed}/${index}/plan` }),
  ];
}
