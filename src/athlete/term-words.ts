import type { Profile } from "./schema.ts";

/** One term as the plan says that it is kept: a sentence, or nothing where the rider did not give it. */
type Words = (profile: Profile) => string | undefined;

const rhythm: Words = ({ rhythm: asked }) =>
  asked === undefined
    ? undefined
    : `You asked for ${asked}, ${asked === "2:1" ? "two" : "three"} load weeks to a recovery week.`;

const startPhase: Words = ({ start_phase: asked }) =>
  asked === "build" ? "You asked to start with build weeks, since your base is done." : undefined;

/** In the order in which a plan says them; a new term adds its own. */
const TERM_WORDS: readonly Words[] = [rhythm, startPhase];

/** The rider's own terms in sentences, for the head of a plan; none for most riders. */
export const termSentences = (profile: Profile): string[] => TERM_WORDS.flatMap((words) => words(profile) ?? []);
