import { noPlanFor } from "../../athlete/heart-stop.ts";
import { givenAnswers } from "../../athlete/wishes/given-answers.ts";
import { besideGiven, type GivenAnswers } from "../../athlete/wishes/contradictions.ts";
import type { WishEntry } from "../../athlete/wishes/entry.ts";
import { judgeWishes, type JudgedWishes, type Wish } from "../../athlete/wishes/judge-wishes.ts";
import { mergeWishes } from "../../athlete/wishes/merge-wishes.ts";
import { MOST_WISH_CHARACTERS } from "../../athlete/wishes/read-wishes.ts";
import { refusedInScripts } from "../../athlete/wishes/script-wishes.ts";
import type { RequestSources } from "../../athlete/parse-request.ts";
import { PlanError } from "../../base/errors.ts";
import { cleanText } from "../../base/text.ts";
import { askWishes, leftLines, wishLine } from "../../wizard/ask-wishes.ts";
import { prompterFor } from "../prompts/prompter-for.ts";
import { hanging, wrap } from "../../report/columns.ts";
import { pageFor } from "../page.ts";
import type { Settings } from "../settings.ts";
import type { System } from "../system.ts";

/** A text of wishes on a command line, and what stands beside it. */
export interface WishTask {
  readonly text: string;
  readonly sources: Pick<RequestSources, "file" | "flags">;
  readonly isYes: boolean;
  /** True where somebody can be asked. */
  readonly isPerson: boolean;
  /** Only looked at: what restricts is taken, nobody is asked, and nothing is refused. */
  readonly isLook: boolean;
  /** What a model made of the text; nothing where none was named. */
  readonly byModel: (text: string) => Promise<readonly WishEntry[]>;
}

/** What came of the words. */
export interface TakenWishes {
  /** The answers that they change, over flags and file. */
  readonly answers: GivenAnswers;
  readonly taken: readonly Wish[];
  readonly left: readonly string[];
  /** The text as it was read: what it says of health counts in the request. */
  readonly text: string;
}

/** The text that is read. Throws INPUT_INVALID where it is too long or empty. */
function textOf(given: string): string {
  const text = cleanText(given).trim();
  const expected = `expected your wishes in up to ${MOST_WISH_CHARACTERS} characters`;
  if (text !== "" && text.length <= MOST_WISH_CHARACTERS) return text;
  throw new PlanError({
    code: "INPUT_INVALID",
    message: `--wishes: ${text === "" ? "nothing" : `${text.length} characters`} -> ${expected}.`,
    hint: 'Say the most important ones, such as --wishes "no sprints, Saturday is my club ride, 3 hours".',
  });
}

const linesOf = (judged: JudgedWishes): string[] => [
  ...judged.wishes.map((wish) => `  ${wishLine(wish)}`),
  ...leftLines(judged),
];

/** Nobody can be asked: without `--yes` nothing is taken, and with it only what restricts. */
function forScript(judged: JudgedWishes, given: GivenAnswers, isYes: boolean): readonly Wish[] {
  const refused = refusedInScripts(judged, given);
  if (refused.length > 0)
    throw new PlanError({
      code: "INPUT_INVALID",
      message: ["These wishes are not taken where nobody can be asked:", ...refused.map((line) => `  ${line}`)].join(
        "\n",
      ),
      hint: "Say them as flags, take them out of --wishes, or run the command in a terminal to be asked.",
      details: { wishes: judged.wishes.map(({ term, value, quote, effect }) => ({ term, value, quote, effect })) },
    });
  if (isYes) return judged.wishes;
  throw new PlanError({
    code: "USAGE_INVALID",
    message: ["Your wishes were read, and nobody can be asked whether they are meant so:", ...linesOf(judged)].join(
      "\n",
    ),
    hint: "Say --yes to take them.",
    details: { wishes: judged.wishes.map(({ term, value, quote, effect }) => ({ term, value, quote, effect })) },
  });
}

async function forPerson(
  judged: JudgedWishes,
  at: { readonly system: System; readonly settings: Settings; readonly given: GivenAnswers; readonly isYes: boolean },
): Promise<readonly Wish[]> {
  const prompter = await prompterFor(at.system, at.settings);
  try {
    const taken = await askWishes(judged, { ...at, prompter, today: at.settings.today });
    if (taken !== undefined) return taken;
  } finally {
    prompter.close();
  }
  throw new PlanError({
    code: "CANCELLED",
    message: "Stopped. No plan was made.",
    hint: "Run the command again to start over.",
  });
}

/** Reads the words, shows what they mean, and takes what the rider takes. */
export async function takeWishes(system: System, settings: Settings, task: WishTask): Promise<TakenWishes> {
  const text = textOf(task.text);
  const { today } = settings;
  const given = givenAnswers(task.sources, today);
  const judged = besideGiven(judgeWishes(text, today, await task.byModel(text)), given);
  const { left } = judged;
  if (task.isLook) {
    const taken = judged.wishes.filter(({ effect }) => effect === "restricts");
    return { answers: mergeWishes(taken, given), taken, left, text };
  }
  const stop = noPlanFor(text);
  if (stop !== undefined) throw stop;
  if (task.isPerson) {
    const taken = await forPerson(judged, { system, settings, given, isYes: task.isYes });
    return { answers: mergeWishes(taken, given), taken, left, text };
  }
  const taken = forScript(judged, given, task.isYes);
  const lines = [...(judged.wishes.length === 0 ? [] : ["From your wishes:"]), ...linesOf(judged)];
  if (!settings.quiet && lines.length > 0) {
    const { width } = await pageFor(system, settings);
    const wrapped = lines.flatMap((line) =>
      line.startsWith("  ") ? hanging("  ", line.trim(), width) : wrap(line, width),
    );
    system.err(`${wrapped.join("\n")}\n`);
  }
  return { answers: mergeWishes(taken, given), taken, left, text };
}
