import { MODELS_AS_OF, priceOf } from "../providers/models.ts";
import type { ProviderId } from "../providers/port.ts";

/** Characters of a token in plain English, roughly. */
const CHARACTERS_PER_TOKEN = 4;
/** Tokens of one week in the form of the answer, and of its notes; reasoning comes on top and cannot be known before. */
const WEEK_TOKENS = 55;
const NOTES_TOKENS = 120;

export interface Planned {
  readonly provider: ProviderId;
  readonly model: string;
  /** Everything that is sent in the first request. */
  readonly text: string;
  readonly weeks: number;
}

/** What asking once for an overview takes, in words: tokens, and dollars where the price was looked up. */
export function estimateText({ provider, model, text, weeks }: Planned): string {
  const input = Math.ceil(text.length / CHARACTERS_PER_TOKEN);
  const output = weeks * WEEK_TOKENS + NOTES_TOKENS;
  const price = priceOf(provider, model);
  const dollars = price === undefined ? undefined : (input * price.input + output * price.output) / 1e6;
  const cost =
    dollars === undefined
      ? "price unknown"
      : dollars === 0
        ? "no price: it runs on your machine"
        : `about $${dollars.toFixed(4)} (prices of ${MODELS_AS_OF})`;
  return `${model}: about ${String(input)} tokens sent and ${String(output)} answered, reasoning not counted; ${cost}. Each round of repair takes as much again.`;
}
