/** The terms that free words may hold, by the names of the plan format where it has one. */
export const WISH_TERMS = [
  "hours",
  "days",
  "rest_days",
  "minutes",
  "off",
  "hours_in",
  "fixed_ride",
  "other_sport",
  "indoor",
  "long_ride",
  "strength",
  "strength_days",
  "rhythm",
  "start_phase",
  "avoid",
  "prefer",
  "tests",
  "max_power",
  "max_heart_rate",
  "max_feel",
  "max_interval",
  "event",
  "weeks",
  "train_by",
  "ftp",
  "target_ftp",
  "weight",
  "age",
  "recent_hours",
  "comeback",
  "health",
  "accept_ramp",
] as const;
export type WishTerm = (typeof WISH_TERMS)[number];

/** One thing that a rider's words ask for: the value as its flag takes it, and the words that say it. */
export interface WishEntry {
  readonly term: WishTerm;
  readonly value: string;
  readonly quote: string;
  /** How the rider is told of it, where their words do not name the term itself. */
  readonly told?: string;
}
