import { PlanError } from "../../src/base/errors.ts";
import { compilePlan } from "../../src/jobs/compile/compile.ts";
import { parseLibrary } from "../../src/library/parse-library.ts";
import { athleteOf, sweepTask } from "./outcome.ts";

/** Texts of the plans of drawn athletes, by their number: what two states of the program are compared by. */
export function planTexts({ manifest, files }: { manifest: unknown; files: readonly unknown[] }) {
  const library = parseLibrary(manifest, files);
  return (index: number): string => {
    try {
      const request = athleteOf("same-plans", index);
      return JSON.stringify(compilePlan(sweepTask(request, `same-plans/${index}/plan`), library), null, 1);
    } catch (error) {
      if (error instanceof PlanError) return `${error.code}\n${error.message}\n${error.hint}`;
      throw error;
    }
  };
}
