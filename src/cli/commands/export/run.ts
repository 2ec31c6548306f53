import { jsonText } from "../../../base/json.ts";
import { findPlan, readPlan } from "../../../jobs/plans/find-plan.ts";
import type { Action } from "../../command-spec.ts";
import { exportDirectory, exportName } from "../../export-after.ts";
import { exportedJson, exportedText } from "../../export-page.ts";
import { textFlag } from "../../flags.ts";
import { pathFrom } from "../../input.ts";
import { progressOf } from "../../progress.ts";
import { datedSearch } from "../../plan-search.ts";
import { exportOptions, runExport } from "../../run-export.ts";
import { resolveSettings } from "../../settings.ts";

/** `export [PLAN]`: a plan as files for the bike, the calendar and paper; ends with where they go. */
export const exportFiles: Action = async (call) => {
  const { system, args, flags, isJson } = call;
  const settings = await resolveSettings(system, {});
  const options = exportOptions({
    format: textFlag(flags, "format"),
    target: textFlag(flags, "target"),
    ftp: textFlag(flags, "ftp"),
    at: textFlag(flags, "at"),
  });
  const { path } = await findPlan(datedSearch(system, settings, args[0]));
  const plan = await readPlan(path);
  const out = textFlag(flags, "out");
  const directory = out === undefined ? exportDirectory(system, exportName(plan)) : pathFrom(system, out);
  const task = { options, directory, force: flags.force === true, install: flags.install === true };
  const progress = await progressOf(call, settings);
  const done = await progress.during("Writing your workouts", () => runExport(system, plan, task));
  if (isJson) system.out(jsonText(exportedJson(done)));
  else if (!settings.quiet) system.out(`${exportedText(done, system)}\n`);
  return 0;
};
