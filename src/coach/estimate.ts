import { costText } from "../providers/models.ts";
import type { ProviderId } from "../providers/port.ts";
import { wireSchema } from "../providers/wire-schema.ts";
import type { OverviewBy } from "../plan/swap-schema.ts";
import { overviewForm } from "./overview-form.ts";
import { swapForm } from "./swap-form.ts";
import { weekForm } from "./week-form.ts";

/** Characters of a token in our prompts and schemas: 3.1 to 3.6 on the recorded runs, by OpenAI's o200k tokenizer. */
export const CHARACTERS_PER_TOKEN = 3.4;
/** Tokens of one week in the form of the answer (36 to 38 on the recorded runs with four rides), and of its notes (51). */
const WEEK_TOKENS = 40;
const NOTES_TOKENS = 80;
/** Tokens of one swap: its week, day and kind, and a reason of fifteen words. There is at most one a week. */
const SWAP_TOKENS = 45;
/** Tokens of one ride in the form of a week's answer, its notes of some fifty words included: 103 on a simulated run of 48 rides. */
const RIDE_TOKENS = 105;
const WHOLE_WEEK = [0, 1, 2, 3, 4, 5, 6];

export interface Planned {
  readonly provider: ProviderId;
  readonly model: string;
  /** Everything that is sent in words in the first request. */
  readonly text: string;
  readonly weeks: number;
  /** Who plans the weeks; the model where nobody says. */
  readonly overviewBy?: OverviewBy | undefined;
  /** The rider's days, Monday 0: the form of the answer names them. All where nobody says. */
  readonly weekdays?: readonly number[] | undefined;
  /** Where the model writes the rides too: everything that one week's request says in words, and how many weeks and rides there are. */
  readonly rides?: { readonly text: string; readonly weeks: number; readonly count: number } | undefined;
}

/** Tokens that are sent and answered in one round without faults; reasoning comes on top and cannot be known before. */
export function estimatedTokens(planned: Omit<Planned, "model">): { readonly input: number; readonly output: number } {
  const { provider, text, weeks, overviewBy = "model", weekdays = WHOLE_WEEK, rides } = planned;
  const isSwaps = overviewBy === "planner";
  const lengthOf = (form: Parameters<typeof wireSchema>[0]): number =>
    JSON.stringify(wireSchema(form, provider)).length;
  const weekly = rides === undefined ? 0 : (rides.text.length + lengthOf(weekForm(weekdays))) * rides.weeks;
  return {
    input: Math.ceil(
      (text.length + lengthOf(isSwaps ? swapForm() : overviewForm(weekdays)) + weekly) / CHARACTERS_PER_TOKEN,
    ),
    output: (isSwaps ? weeks * SWAP_TOKENS : weeks * WEEK_TOKENS + NOTES_TOKENS) + (rides?.count ?? 0) * RIDE_TOKENS,
  };
}

/** What asking once for the overview, and for the weeks where the model writes them, takes, in words: tokens, and dollars where the price was looked up. */
export function estimateText(planned: Planned): string {
  const { model, rides } = planned;
  const { input, output } = estimatedTokens(planned);
  const requests = rides === undefined ? "" : ` in ${rides.weeks + 1} requests`;
  return `${model}: about ${input} tokens sent${requests}, the form of the answer among them, and ${output} answered, reasoning not counted; ${costText(planned, { input, output })}. Each round of repair takes as much again.`;
}
