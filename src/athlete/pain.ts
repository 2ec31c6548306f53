import type { HealthSign } from "./health-words.ts";
import { namesKnee } from "./health-clause.ts";
import type { WorkKind } from "../base/work-kinds.ts";

/*
 * A rider whose knee or back hurts trains on, with care (training science 12.1): what loads a knee most stays out, and who should
 * look at a pain that lasts is said.
 */

/** Big gears at a low cadence load a knee most. */
export const HARD_ON_KNEES: readonly WorkKind[] = ["low_cadence", "torque"];

export const FOR_THE_KNEE = "Left out for your knee: low cadence and torque, the big gears that load it most.";

/** Said wherever a rider's words tell of pain. */
export const PAIN_CARE =
  "Your words speak of pain. Ease off or stop where it hurts; if it swells, wakes you or is not better within a few weeks, see a doctor or a physiotherapist.";

export const painIn = (signs: readonly HealthSign[]): HealthSign | undefined =>
  signs.find(({ kind }) => kind === "pain");
export const isKneePain = (sign: HealthSign | undefined): boolean => sign !== undefined && namesKnee(sign.words);
