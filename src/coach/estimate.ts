import { MODELS_AS_OF, priceOf } from "../providers/models.ts";
import type { ProviderId } from "../providers/port.ts";
import { wireSchema } from "../providers/wire-schema.ts";
import { overviewForm } from "./overview-form.ts";

/** Characters of a token in our prompts and schemas: 3.1 to 3.6 on the recorded runs, by OpenAI's o200k tokenizer. */
const CHARACTERS_PER_TOKEN = 3.4;
/** Tokens of one week in the form of the answer (36 to 38 on the recorded runs with four rides), and of its notes (51). */
const WEEK_TOKENS = 40;
const NOTES_TOKENS = 80;
const WHOLE_WEEK = [0, 1, 2, 3, 4, 5, 6];

export interface Planned {
  readonly provider: ProviderId;
  readonly model: string;
  /** Everything that is sent in words in the first request. */
  readonly text: string;
  readonly weeks: number;
  /** The rider's days, Monday 0: the form of the answer names them. All where nobody says. */
  readonly weekdays?: readonly number[];
}

/** Tokens that are sent and answered in one round without faults; reasoning comes on top and cannot be known before. */
export function estimatedTokens({ provider, text, weeks, weekdays = WHOLE_WEEK }: Omit<Planned, "model">): {
  readonly input: number;
  readonly output: number;
} {
  const schema = JSON.stringify(wireSchema(overviewForm(weekdays), provider));
  return {
    input: Math.ceil((text.length + schema.length) / CHARACTERS_PER_TOKEN),
    output: weeks * WEEK_TOKENS + NOTES_TOKENS,
  };
}

/** What asking once for an overview takes, in words: tokens, and dollars where the price was looked up. */
export function estimateText(planned: Planned): string {
  const { provider, model } = planned;
  const { input, output } = estimatedTokens(planned);
  const price = priceOf(provider, model);
  const dollars = price === undefined ? undefined : (input * price.input + output * price.output) / 1e6;
  const cost =
    dollars === undefined
      ? "price unknown"
      : dollars === 0
        ? "no price: it runs on your machine"
        : `about $${dollars.toFixed(4)} (prices of ${MODELS_AS_OF})`;
  return `${model}: about ${String(input)} tokens sent, the form of the answer among them, and ${String(output)} answered, reasoning not counted; ${cost}. Each round of repair takes as much again.`;
}
