/** Kinds of work that a rider may want to avoid or to have more of. */
export const WORK_KINDS = [
  "low_cadence",
  "sprints",
  "sweetspot",
  "threshold",
  "over_unders",
  "vo2max",
  "anaerobic",
  "torque",
  "standing",
  "race_simulation",
  "tests",
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];
/** Whoever is asked for fewer turns a minute than this rides at a low cadence (training science 5.3). */
export const LOW_CADENCE = 75;
