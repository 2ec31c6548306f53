import type { CommandSpec } from "../command-spec.ts";
import { loadNotYet } from "../later.ts";

/** `activities`: what recorded rides say about a rider. */
export const activitiesCommand: CommandSpec = {
  name: "activities",
  summary: "read your recorded rides",
  args: [{ name: "<path>", about: "an export of Strava, Garmin, TrainingPeaks or intervals.icu" }],
  examples: ["cycling-plan activities export.zip"],
  load: loadNotYet("activities", "work out your hours, longest ride and fitness from your rides"),
};
