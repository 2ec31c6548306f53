import { quoted } from "../../athlete/parse-reading.ts";
import { readFtp } from "../../athlete/parse-values.ts";
import { PlanError } from "../../base/errors.ts";
import type { PlanFile } from "../../plan/schema.ts";

/** What is typed as an FTP for a plan without power. Throws INPUT_INVALID. */
export function typedFtp(plan: PlanFile, typed: string): number {
  const planned = plan.training_plan.plan_metadata.current_ftp;
  const reading = readFtp(typed);
  if (reading.kind === "unreadable")
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `--ftp: ${quoted(typed)} -> ${reading.expected}`,
      hint: "Correct it, or leave it out.",
    });
  if (planned === undefined) return reading.value;
  throw new PlanError({
    code: "INPUT_INVALID",
    message: `--ftp: this plan is made for your FTP of ${planned} W, and is shown in its watts.`,
    hint: "cycling-plan export --ftp writes files for another FTP; cycling-plan generate makes a plan for it.",
  });
}
