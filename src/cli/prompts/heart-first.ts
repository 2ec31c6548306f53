import { heartStop, heartWarning } from "../../athlete/heart-stop.ts";
import type { CalendarDate } from "../../base/calendar.ts";
import type { Ask, Check } from "../../wizard/prompter.ts";
import type { OpenPrompter } from "./run-prompt.ts";

/*
 * Whatever is asked, a sign of the heart in the answer comes first: before what was asked for is looked for in it, and before it
 * is called wrong. Every prompter of the program stands behind one of the two.
 */

const withCheck = (question: Ask, first: (check: Check) => Check): Ask => {
  if (question.kind !== "choice") return { ...question, check: first(question.check) };
  return question.ownWords === undefined ? question : { ...question, ownWords: first(question.ownWords) };
};

/** The command ends with what to do now. */
export const stoppingAtHeart = (prompter: OpenPrompter, today: CalendarDate): OpenPrompter => ({
  ...prompter,
  ask: async (question) => {
    const answer = await prompter.ask(
      withCheck(question, (check) => (text) => heartWarning(text) !== undefined || check(text)),
    );
    const stop = answer === undefined ? undefined : heartStop(answer, today);
    if (stop !== undefined) throw stop;
    return answer;
  },
});

/** The wizard says what to do now, and waits: what it makes of words about health it says itself. */
export const warningOfHeart = (prompter: OpenPrompter): OpenPrompter => ({
  ...prompter,
  ask: (question) =>
    prompter.ask(
      withCheck(question, (check) => (text) => {
        const verdict = check(text);
        return verdict === true ? true : (heartWarning(text) ?? verdict);
      }),
    ),
});
