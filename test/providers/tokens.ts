import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { exchangeSchema, type Question } from "../../src/providers/exchange.ts";

const CASES = fileURLToPath(new URL("../../fixtures/generate", import.meta.url));

/** Tokens of a text by OpenAI's o200k encoding; other vendors' differ by some percent. */
export const tokensOf = (text: string): number => encode(text).length;

export interface RecordedAnswer {
  readonly question: Question;
  readonly text: string;
}

/** The questions and answers of a recorded case, those with the shortest conversation first; failures left out. */
export async function recordedAnswers(name: string): Promise<readonly RecordedAnswer[]> {
  const folder = join(CASES, name, "tape");
  const texts = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), "utf8")));
  const exchanges = texts.map((text) => exchangeSchema.parse(JSON.parse(text)));
  return exchanges
    .flatMap(({ question, outcomes }) =>
      outcomes.flatMap((outcome) => ("answer" in outcome ? [{ question, text: outcome.answer.text }] : [])),
    )
    .sort((a, b) => a.question.messages.length - b.question.messages.length);
}
