import type { WishEntry } from "../../athlete/wishes/entry.ts";
import type { CalendarDate } from "../../base/calendar.ts";
import { askModelForWishes } from "../../jobs/wishes/ask-model.ts";
import { totalText } from "../../jobs/model/total-text.ts";
import type { Surroundings } from "../model/choice.ts";
import { stoppable, type OpenedModel } from "../model/opened.ts";

/** What the model that was named makes of the words, and what that took. An answer that cannot be read is said, and leaves our own reader alone. */
export async function wishesOfModel(
  text: string,
  today: CalendarDate,
  { opened, system, isQuiet }: Surroundings & { readonly opened: OpenedModel },
): Promise<readonly WishEntry[]> {
  const { choice } = opened;
  const started = system.now().getTime();
  const { entries, effort } = await stoppable(system, () => askModelForWishes(text, today, choice), opened);
  const seconds = choice.isReplay ? undefined : (system.now().getTime() - started) / 1000;
  if (!isQuiet) {
    const total = totalText(choice.connection, effort, seconds);
    if (total !== undefined) system.err(`Your wishes: ${total}\n`);
    if (entries === undefined)
      system.err(
        `note: what ${choice.connection.model} answered about your wishes cannot be read; they are read without a model.\n`,
      );
  }
  return entries ?? [];
}
