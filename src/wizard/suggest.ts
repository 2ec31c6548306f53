import type { AnswerKey } from "../athlete/parse-answers.ts";
import type { CalendarDate } from "../base/calendar.ts";
import { cleanLine } from "../base/text.ts";

/** An answer somebody proposes, as a rider would type it, and why. */
export interface Suggestion {
  readonly text: string;
  /** Half a sentence: `saved on 3 Nov 2026`. */
  readonly because: string;
  /** The day since when it holds, where that is known. */
  readonly date?: CalendarDate;
}

/** One place where suggestions come from: the saved athlete, later the history or a model. */
export type SuggestionSource = (key: AnswerKey) => Promise<Suggestion | undefined>;

/** How the wizard asks for suggestions. */
export type Suggest = (key: AnswerKey) => Promise<Suggestion | undefined>;

/** Sources may be models or files of others: their words are safe for a terminal. */
const cleaned = ({ text, because, ...rest }: Suggestion): Suggestion => ({
  text: cleanLine(text),
  because: cleanLine(because),
  ...rest,
});

/**
 * All sources as one, the first with an answer wins. `patience` ends the wait for a slow source; a failing one counts as
 * one that has nothing to say.
 */
export const suggestFrom =
  (sources: readonly SuggestionSource[], patience: () => Promise<void>): Suggest =>
  async (key) => {
    for (const source of sources) {
      const found = await Promise.race([source(key).catch(() => undefined), patience().then(() => undefined)]);
      if (found !== undefined) return cleaned(found);
    }
    return undefined;
  };
