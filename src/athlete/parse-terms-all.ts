import { givenOnly } from "../base/given-only.ts";
import type { AnswerKey } from "./parse-answers.ts";
import type { Intake } from "./parse-intake.ts";
import type { Reader } from "./parse-reading.ts";
import * as terms from "./parse-terms.ts";
import type { ProfileInput } from "./schema.ts";
import type { TermName } from "./terms.ts";

/** The answers that are terms of a profile, and how each is read. */
export const TERM_READERS = {
  fixedRide: terms.readFixedRides,
  otherSport: terms.readOtherSport,
  hoursIn: terms.readHoursByDate,
  twoADay: terms.readTwoADay,
  indoor: terms.readIndoor,
  longRide: terms.readLongRide,
  strengthDays: terms.readStrengthDays,
  rhythm: terms.readRhythm,
  startPhase: terms.readStartPhase,
  avoid: terms.readWorkKinds,
  prefer: terms.readWorkKinds,
  trainBy: terms.readTrainBy,
  trainOutdoorsBy: terms.readTrainBy,
} as const satisfies Partial<Record<AnswerKey, Reader<unknown>>>;

/** Read, but not kept by the planner yet: refused, so that no plan leaves them out in silence. */
const NOT_KEPT: readonly AnswerKey[] = ["twoADay"];

export function refuseWhatIsNotKept(intake: Intake): void {
  for (const key of NOT_KEPT)
    if (intake.given(key) !== undefined)
      intake.refuse(key, "expected nothing yet: this version cannot keep it; leave it out");
}

/** The terms that a rider gave, in the order in which a file holds them. */
export const readTerms = (intake: Intake): Pick<ProfileInput, TermName> =>
  givenOnly({
    fixed_rides: intake.optional("fixedRide", terms.readFixedRides),
    other_sport: intake.optional("otherSport", terms.readOtherSport),
    hours_by_date: intake.optional("hoursIn", terms.readHoursByDate),
    two_a_day: intake.optional("twoADay", terms.readTwoADay),
    indoor: intake.optional("indoor", terms.readIndoor),
    long_ride: intake.optional("longRide", terms.readLongRide),
    strength_days: intake.optional("strengthDays", terms.readStrengthDays),
    rhythm: intake.optional("rhythm", terms.readRhythm),
    start_phase: intake.optional("startPhase", terms.readStartPhase),
    avoid: intake.optional("avoid", terms.readWorkKinds),
    prefer: intake.optional("prefer", terms.readWorkKinds),
    train_by: intake.optional("trainBy", terms.readTrainBy),
    train_outdoors_by: intake.optional("trainOutdoorsBy", terms.readTrainBy),
  });
