import { ACCEPTED } from "../athlete/accepted-range.ts";
import { roundTo } from "../base/numbers.ts";
import { timeWords } from "../base/time-words.ts";
import { checkDraft, MOST_RAMP } from "./check-draft.ts";
import { changed, type Draft } from "./draft.ts";
import type { Question } from "./question.ts";
import type { Ending, WizardPorts } from "./state.ts";

type Ramp = { readonly kind: "draft"; readonly draft: Draft } | { readonly kind: "again" } | Ending;

/** More than twice the hours that are ridden now is asked about when it is said, not when the plan is made. */
export async function confirmRamp(question: Question, said: Draft, { prompter, today }: WizardPorts): Promise<Ramp> {
  const isAbout = question.id === "hours" || question.id === "recentHours";
  const draft = isAbout ? changed(said, { acceptRamp: undefined }) : said;
  const isAnswered = draft.hours !== undefined && draft.recentHours !== undefined;
  const ramp = isAbout && isAnswered ? checkDraft(draft, today).steep : undefined;
  if (ramp === undefined) return { kind: "draft", draft };
  const { hours, recent } = ramp;
  const fewer = roundTo(Math.max(ACCEPTED.weeklyHours.low, recent * MOST_RAMP), 1);
  const now = recent === 0 ? "nothing" : timeWords(recent * 60);
  prompter.say("warning", `${timeWords(hours * 60)} a week is more than twice what you ride now (${now}).`);
  const choice = await prompter.ask({
    kind: "choice",
    message: "How shall the plan begin?",
    choices: [
      { value: "fewer", name: `with at most ${timeWords(fewer * 60)} a week` },
      { value: "accept", name: `towards ${timeWords(hours * 60)} all the same, step by step: my body takes it` },
      { value: "again", name: "I typed it wrong: ask again" },
    ],
  });
  if (choice === undefined) return { kind: "stopped" };
  if (choice === "again" || choice === "<") return { kind: "again" };
  return { kind: "draft", draft: changed(draft, choice === "fewer" ? { hours: fewer } : { acceptRamp: true }) };
}
