import { PlanError } from "../../base/errors.ts";
import type { Action } from "../command-spec.ts";

/** The action of a command that is not there yet: it says so and does nothing. */
export const notYet =
  (name: string, brings: string): Action =>
  () =>
    Promise.reject(
      new PlanError({
        code: "NOT_AVAILABLE_YET",
        message: `"${name}" is not available yet. It will ${brings}.`,
        hint: "Run cycling-plan --help to see the other commands.",
      }),
    );
