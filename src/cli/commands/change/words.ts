import { readChange } from "../../../athlete/parse-change.ts";
import { PlanError } from "../../../base/errors.ts";
import { mondaysOf } from "../../../jobs/change/living.ts";
import { livingPlan } from "../../../jobs/change/open-living.ts";
import { dayInPlan, whatHappened, type Further } from "../../../jobs/change/what-happened.ts";
import type { Call } from "../../command.ts";
import { askOne, type Living } from "../../living.ts";
import { pageFor } from "../../page.ts";
import { prompterFor } from "../../prompts/prompter-for.ts";
import type { Check } from "../../../wizard/prompter.ts";
import type { changeSpec } from "./spec.ts";

export const stopped = (): PlanError =>
  new PlanError({
    code: "CANCELLED",
    message: "Stopped. Nothing was changed.",
    hint: "Run the command again to start over.",
  });

/** What is wrong with words that are no change; true where they are one. */
const readable =
  ({ settings: { today }, open }: Living): Check =>
  (text) => {
    try {
      readChange(text, today, mondaysOf(livingPlan(open)));
      return true;
    } catch (error) {
      return error instanceof PlanError ? `${error.message} ${error.hint}` : String(error);
    }
  };

/** The days or the number that belong to what happened, as the words of a change. */
async function furtherWords(living: Living, { question, initial, words }: Further): Promise<string | undefined> {
  const isChange = readable(living);
  const meant = (text: string): string | undefined => words(text).find((one) => isChange(one) === true);
  const prompter = await prompterFor(living.system, living.settings);
  try {
    const check: Check = (text) => meant(text) !== undefined || isChange(words(text)[0] ?? "");
    const answer = await prompter.ask({ kind: "text", message: question, initial, check });
    return answer === undefined ? undefined : meant(answer);
  } finally {
    prompter.close();
  }
}

/** The words of the command line, or what was chosen from what fits the day. */
export async function wordsOf(
  { system, args: [words], isJson }: Call<typeof changeSpec>,
  living: Living,
): Promise<string> {
  if (words.length > 0) return words.join(" ");
  if (!system.isTerminal.input || isJson)
    throw new PlanError({
      code: "USAGE_INVALID",
      message: "change needs words here, because nobody can be asked.",
      hint: "Say what happened: cycling-plan change missed tue, or change sick tue-fri.",
    });
  const { open, settings } = living;
  const { paint } = await pageFor(system, settings);
  const head = `${open.onDisk.file.training_plan.plan_id} · ${dayInPlan(open, settings.today)}`;
  system.err(`${paint.heading(head)}\n${paint.quiet("You see what it would do before anything is done.")}\n\n`);
  const choices = whatHappened(open, settings.today);
  const answer = await askOne(living, "What happened?", { choices, ownWords: readable(living) });
  if (answer === undefined || answer === "") throw stopped();
  const further = choices.find(({ value }) => value === answer)?.further;
  const said = further === undefined ? answer : await furtherWords(living, further);
  if (said === undefined) throw stopped();
  return said;
}
