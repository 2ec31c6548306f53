import { CLOCK_FLAG, PLAN_ARGUMENT, TODAY_FLAG, type CommandSpec } from "../../command-spec.ts";

const FILES = "The files:";
const FIGURES = "What they hold:";

/** `export`: a plan as files for trainers, head units and calendars. */
export const exportSpec = {
  name: "export",
  summary: "write workouts for Zwift, Garmin, calendars and more",
  args: [PLAN_ARGUMENT],
  options: [
    {
      flags: "--format <list>",
      about: "zwo,erg,mrc,fit,ics,intervals,csv,md,html,card or all (default: zwo,ics)",
      group: FILES,
    },
    {
      flags: "--bundle <program>",
      about: "what one of them reads, in one folder: garmin, wahoo, trainingpeaks, trainerroad or rouvy",
      group: FILES,
    },
    { flags: "--out <dir>", about: "where the files go (default: ./workouts/<plan id>)", group: FILES },
    { flags: "--install", about: "also copy the zwo files to Zwift on this computer", group: FILES },
    { flags: "--force", about: "replace files that differ", group: FILES },
    { flags: "--target <program>", about: "who reads the zwo files: zwift, trainingpeaks or mywhoosh", group: FIGURES },
    { flags: "--ftp <watts>", about: "watts of another FTP than the plan's", group: FIGURES },
    { flags: "--watts", about: "FIT in watts of the FTP, not in percent of it", group: FIGURES },
    {
      flags: "--at <times>",
      about: "when sessions begin in the calendar: 18:00, or by day: 18:00,sat 9:00,event 8:30",
      group: FIGURES,
    },
    { ...CLOCK_FLAG, group: FIGURES },
    TODAY_FLAG,
  ],
  examples: [
    "cycling-plan export --format zwo,ics --out workouts",
    "cycling-plan export --format zwo --install",
    "cycling-plan export century-2027-03-14-k3f9 --format all --at 18:00",
  ],
} as const satisfies CommandSpec;
