import type { WishEntry } from "../../athlete/wishes/entry.ts";
import type { CalendarDate } from "../../base/calendar.ts";
import { wishesAnswered, wishRequest } from "../../coach/interpret-wishes.ts";
import type { Effort } from "../../coach/converse.ts";
import { ask } from "../../providers/ask.ts";
import { ModelFailure } from "../../providers/failure.ts";
import { providerError } from "../../providers/remedies.ts";
import type { ModelChoice } from "../model/model-choice.ts";

/** What a model made of a text. */
export interface AskedWishes {
  /** Undefined where its answer cannot be read. */
  readonly entries: readonly WishEntry[] | undefined;
  readonly effort: Effort;
}

/** Asks the model of a run what a rider's wishes mean: one request. Throws PROVIDER_FAILED where the service fails. */
export async function askModelForWishes(text: string, today: CalendarDate, choice: ModelChoice): Promise<AskedWishes> {
  const { connection, ports } = choice;
  try {
    const answer = await ask(await choice.open(), wishRequest(text, today, connection), {
      ...ports,
      key: connection.key,
    });
    const effort = { requests: 1, repairs: 0, retries: answer.retries, usage: answer.usage };
    return { entries: answer.stop === "end" ? wishesAnswered(answer.text) : undefined, effort };
  } catch (error) {
    if (error instanceof ModelFailure) throw providerError(error, connection);
    throw error;
  }
}
