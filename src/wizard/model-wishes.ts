import type { WishEntry } from "../athlete/wishes/entry.ts";
import type { CalendarDate } from "../base/calendar.ts";
import { wishesAnswered, wishRequest } from "../coach/interpret-wishes.ts";
import { ask } from "../providers/ask.ts";
import { ModelFailure } from "../providers/failure.ts";
import { openModel } from "../providers/open-model.ts";
import { troubleOf } from "../providers/remedies.ts";
import type { AskedModel } from "./model-suggestions.ts";

/** A rider waits at the list. */
const PATIENCE = { idleMs: 20_000, totalMs: 40_000 };

/** Wishes as the model that was asked for reads them; a failure is told in one line, and our own reader reads alone. */
export const wishesBy =
  (
    { connection, secrets, clock }: AskedModel,
    at: { readonly today: CalendarDate; readonly trouble: (words: string) => void; readonly signal: AbortSignal },
  ) =>
  async (text: string): Promise<readonly WishEntry[]> => {
    try {
      const answer = await ask(await openModel(connection), wishRequest(text, at.today, connection), {
        clock,
        patience: PATIENCE,
        signal: at.signal,
        key: connection.key,
        secrets,
      });
      const entries = wishesAnswered(answer.text);
      if (entries === undefined)
        at.trouble(`What ${connection.model} answered cannot be read; your words are read without it.`);
      return entries ?? [];
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      at.trouble(`${troubleOf(error, connection).message} Your words are read without a model.`);
      return [];
    }
  };
