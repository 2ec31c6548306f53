import type { Profile } from "./schema.ts";
import type { Rhythm } from "./terms.ts";

/** A rider's own terms as planner and rules read them: every one is missing where the rider said nothing. */
export interface RiderTerms {
  /** Load weeks to a recovery week, as asked for. */
  readonly rhythm?: Rhythm;
  /** The base is done: the plan starts with build weeks where the body allows it. */
  readonly startsInBuild?: true;
}

/** The terms of a profile, as far as it holds any. */
export function riderTermsOf(profile: Profile): RiderTerms {
  return {
    ...(profile.rhythm === undefined ? {} : { rhythm: profile.rhythm }),
    ...(profile.start_phase === "build" ? { startsInBuild: true } : {}),
  };
}
