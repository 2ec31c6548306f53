import type { AnswerKey } from "../athlete/parse-answers.ts";
import { answerText } from "../athlete/parse-one.ts";
import type { Draft } from "./draft.ts";
import { detail } from "./more-questions.ts";
import type { Question } from "./question.ts";

/*
 * Kinds of work that a rider likes or dislikes, each explained.
 */

const kindsShown = (key: AnswerKey) => ({
  shown: (draft: Draft): string => answerText(key, draft[key]).replaceAll("_", " "),
});
/** Each kind in half a line. */
const KINDS: readonly string[] = [
  "Several with commas:",
  "low cadence      big gear, slow legs",
  "sprints          all out for seconds",
  "sweet spot       strong and even, just under your hour pace",
  "threshold        at your hour pace",
  "over unders      a little above and below it, in turn",
  "VO2max           three to five minutes, breathing hard",
  "anaerobic        a minute, very hard",
  "torque           big gear, seated, uphill or into the wind",
  "standing         out of the saddle",
  "race simulation  surges as in a race",
  "tests            how strong you are now",
];

export const WISHES: readonly Question[] = [
  detail({
    key: "prefer",
    label: "Likes",
    message: "Which kinds of work do you like?",
    explain: KINDS,
    ...kindsShown("prefer"),
  }),
  detail({
    key: "avoid",
    label: "Dislikes",
    message: "Which kinds of work shall stay out?",
    explain: KINDS,
    ...kindsShown("avoid"),
  }),
];
