import type { FormatId } from "./format.ts";
import type { ZwoTarget } from "./session.ts";

/** Programs and head units that get what they read in one folder; where each reads it is in docs/other-programs.md. */
export const BUNDLE_IDS = ["garmin", "wahoo", "trainingpeaks", "trainerroad", "rouvy"] as const;
export type BundleId = (typeof BUNDLE_IDS)[number];

interface Bundle {
  readonly formats: readonly FormatId[];
  /** For a plan without power, where that can be read, too. */
  readonly formatsWithoutPower?: readonly FormatId[];
  readonly target?: ZwoTarget;
  /** How it is brought in, in a sentence or two for the rider. */
  readonly destination: string;
}

export const BUNDLES: Readonly<Record<BundleId, Bundle>> = {
  garmin: {
    formats: ["fit"],
    formatsWithoutPower: ["fit"],
    destination:
      "Connect the device over USB and copy the files into its folder GARMIN/NewFiles, some weeks at a time; they are under Training, Workouts once it has started again.",
  },
  wahoo: {
    formats: ["fit"],
    formatsWithoutPower: ["fit"],
    destination:
      "Allow USB access for the ELEMNT in the Wahoo app, connect it, and copy the files into its folder plans; they are under Planned Workouts after the next sync.",
  },
  trainingpeaks: {
    formats: ["zwo"],
    formatsWithoutPower: ["fit"],
    target: "trainingpeaks",
    destination:
      "Open your workout library in TrainingPeaks, import the files there, and drag each onto the day that its name says.",
  },
  trainerroad: {
    formats: ["mrc"],
    destination:
      "Open TrainerRoad's Workout Creator on your computer and drop the files on its list of workouts; it asks for a name and keeps the rest.",
  },
  rouvy: {
    formats: ["zwo"],
    destination:
      "Sign in at ROUVY's website, open Workouts and import the files there; they are under your own workouts in the app.",
  },
};
