import { jsonText } from "../../../base/json.ts";
import { openLiving } from "../../../jobs/change/open-living.ts";
import { planLife } from "../../../jobs/change/plan-life.ts";
import { findPlan } from "../../../jobs/plans/find-plan.ts";
import type { Run } from "../../command.ts";
import { exportedJson, exportedText } from "../../../jobs/export/tell-export.ts";
import { laterFtp } from "../../../jobs/plans/plan-ftp.ts";
import { savedAthlete } from "../../../jobs/plans/saved-athlete.ts";
import { measuresFor } from "../../measures-for.ts";
import { placesOf } from "../../places.ts";
import { planFlag } from "../../plan-flag.ts";
import { programOnPage } from "../../started-as.ts";
import { pathFrom } from "../../input.ts";
import { progressOf } from "../../progress.ts";
import { datedSearch } from "../../plan-search.ts";
import { exportFolder, exportOptions, writeExport } from "../../../jobs/export/write-export.ts";
import { resolveSettings } from "../../settings.ts";
import type { exportSpec } from "./spec.ts";

/** `export [PLAN]`: a plan as files for the bike, the calendar and paper; ends with where they go. */
export const exportFiles: Run<typeof exportSpec> = async ({ system, args: [given], flags, isJson }) => {
  const settings = await resolveSettings(system, { today: flags.today, clock: flags.clock });
  const { format, target, bundle, ftp, watts, at, out } = flags;
  const options = exportOptions({ format, target, bundle, ftp, watts, at });
  const { path } = await findPlan(datedSearch(system, settings, given));
  const open = await openLiving(path);
  const plan = open.onDisk.file;
  const { current } = await savedAthlete(placesOf(system).settings);
  const ftpWatts = options.ftpWatts ?? laterFtp(plan, current.get("ftp"));
  const directory = pathFrom(system, out ?? exportFolder(plan, options.bundle));
  const task = {
    options: { ...options, ftpWatts, life: planLife(open) },
    directory,
    listFolder: placesOf(system).state,
    force: flags.force === true,
    install: flags.install === true,
    page: {
      planPath: path,
      today: settings.today,
      planFlag: await planFlag(system, given, path),
      program: programOnPage(system),
    },
  };
  const progress = await progressOf(system, settings, { isJson });
  const done = await progress.during("Writing your workouts", () => writeExport(system, plan, task));
  if (isJson) system.out(jsonText(exportedJson(done)));
  else if (!settings.quiet)
    system.out(`${exportedText(done, { ...system, measures: measuresFor(system, settings) })}\n`);
  return 0;
};
