import { QUIET_FLAG, TIMEZONE_FLAG, type CommandSpec } from "../../command-spec.ts";

/** `activities`: what recorded rides say about a rider. */
export const activitiesSpec = {
  name: "activities",
  summary: "read your recorded rides",
  args: [
    {
      name: "<path...>",
      about: "exports of Strava, Garmin, TrainingPeaks, intervals.icu (csv, json, zip, folder); FIT, TCX, GPX",
    },
  ],
  options: [
    TIMEZONE_FLAG,
    { flags: "--ftp <watts>", about: "turns power into load (default: your saved FTP, then the rides' own)" },
    { flags: "--lthr <bpm>", about: "heart rate at threshold: turns heart rate into load" },
    { flags: "--max-hr <bpm>", about: "highest heart rate, where you do not know the threshold" },
    { flags: "--today <date>", about: "look at the rides as if it were this day" },
    QUIET_FLAG,
  ],
  examples: [
    "cycling-plan activities export_12345.zip",
    "cycling-plan activities Activities.csv workouts.csv --timezone Europe/Berlin",
    "cycling-plan activities my-fit-files/ --ftp 250 --json",
  ],
} as const satisfies CommandSpec;
