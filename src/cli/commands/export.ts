import { PLAN_ARGUMENT, type CommandSpec } from "../command-spec.ts";
import { loadNotYet } from "../later.ts";

/** `export`: a plan as files for trainers, head units and calendars. */
export const exportCommand: CommandSpec = {
  name: "export",
  summary: "write workouts for Zwift, Garmin, calendars and more",
  args: [PLAN_ARGUMENT],
  options: [
    { flags: "--format <list>", about: "zwo,erg,mrc,fit,ics,intervals,csv,md or all" },
    { flags: "--out <dir>", about: "where the files go" },
  ],
  examples: ["cycling-plan export --format zwo,ics --out workouts"],
  load: loadNotYet("export", "write every workout for your trainer, head unit and calendar"),
};
