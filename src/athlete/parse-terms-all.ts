import { ANSWER_KEYS, nameOf, type AnswerKey } from "./parse-answers.ts";
import type { Intake } from "./parse-intake.ts";
import type { Reader } from "./parse-reading.ts";
import * as terms from "./parse-terms.ts";
import type { ProfileInput } from "./schema.ts";
import type { TermName } from "./terms.ts";

type Terms = Pick<ProfileInput, TermName>;
type Term<Name extends TermName> = NonNullable<ProfileInput[Name]>;

/** How each term of a profile is read. */
export const TERM_READERS: { readonly [Name in TermName]: Reader<Term<Name>> } = {
  fixed_rides: terms.readFixedRides,
  other_sport: terms.readOtherSport,
  hours_by_date: terms.readHoursByDate,
  two_a_day: terms.readTwoADay,
  indoor: terms.readIndoor,
  long_ride: terms.readLongRide,
  strength_days: terms.readStrengthDays,
  rhythm: terms.readRhythm,
  start_phase: terms.readStartPhase,
  avoid: terms.readWorkKinds,
  prefer: terms.readWorkKinds,
  train_by: terms.readTrainBy,
  train_outdoors_by: terms.readTrainBy,
};

const isTerm = (name: string | undefined): name is TermName => name !== undefined && Object.hasOwn(TERM_READERS, name);

/** The answers that are terms, each with its name in a profile, in the order in which a file holds them. */
export const TERM_ANSWERS: readonly (readonly [key: AnswerKey, name: TermName])[] = ANSWER_KEYS.flatMap((key) => {
  const { snake } = nameOf(key);
  return isTerm(snake) ? [[key, snake] as const] : [];
});

/** One term as its reader is used by `take`; nothing where there is none. */
export function termRead<Name extends TermName>(
  name: Name,
  take: (reader: Reader<Term<Name>>) => Term<Name> | undefined,
): Terms {
  const given: Terms = {};
  const value = take(TERM_READERS[name]);
  if (value !== undefined) given[name] = value;
  return given;
}

/** The terms that a rider gave. */
export function readTerms(intake: Intake): Terms {
  const each = TERM_ANSWERS.map(([key, name]) => termRead(name, (reader) => intake.optional(key, reader)));
  return each.reduce((given, one) => ({ ...given, ...one }), {});
}
