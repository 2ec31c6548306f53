import { PlanError } from "../../../base/errors.ts";
import { openInterrupted, resumePlan } from "../../../jobs/generate/resume.ts";
import { clockText } from "../../clock.ts";
import { jobSearch } from "../../plan-search.ts";
import { sweepPlan } from "../../../storage/plan-files.ts";
import { findJob } from "../../../jobs/generate/find-job.ts";
import { BUILT_IN, generatorOf } from "./generator.ts";
import { resumedWish } from "../../model/wish.ts";
import type { Generating } from "./generating.ts";
import { carryOut } from "./make-plan.ts";

/** Flags that say nothing about the plan: it was asked for already. */
const BESIDE_RESUME = [
  ...["resume", "out", "export", "quiet", "input", "plain", "verbose"],
  ...["concurrency", "modelTimeout", "record", "replay"],
];

/** Goes on with a run whose process is gone. */
export async function goOn(call: Generating, name: string): Promise<number> {
  const { system, settings, flags } = call;
  const others = Object.keys(flags).filter((flag) => !BESIDE_RESUME.includes(flag));
  if (others.length > 0)
    throw new PlanError({
      code: "USAGE_INVALID",
      message: `--resume goes on with the answers that were given then; ${others.map((other) => `--${other.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`).join(", ")} cannot stand beside it.`,
      hint: "Leave the other flags out, or make the plan again with --force.",
    });
  const file = await findJob(jobSearch(system, settings, name));
  const witness = { processId: system.processId, isRunning: system.isRunning, now: system.now().getTime() };
  // Killed behind its last word, a run leaves nothing to go on with but the folder of that word.
  if (file.record?.status === "completed") await sweepPlan(file);
  const open = openInterrupted(file, witness);
  const { model } = open.run;
  const around = { system, isQuiet: settings.quiet };
  return carryOut(call, {
    run: open.run,
    isDryRun: false,
    generator: model === undefined ? BUILT_IN : await generatorOf(resumedWish(model, flags), around),
    plan: (ports) => resumePlan(open, { ...ports, now: () => clockText(system, { ...settings, isFixed: false }) }),
  });
}
