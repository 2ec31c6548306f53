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
