import type { EasyDays } from "../../../jobs/moments/easy-days.ts";
import type { Done } from "../../../plan/change-schema.ts";
import { eventName } from "../../../plan/event-name.ts";
import { appendDone, changePaths } from "../../../storage/lived-files.ts";
import { clockText } from "../../clock.ts";
import { prompterFor } from "../../prompts/prompter-for.ts";
import type { Asking } from "./ask-done.ts";

const OUTCOMES = [
  { value: "as_hoped", name: "as I hoped, or better" },
  { value: "hard", name: "done, and it was hard" },
  { value: "stopped", name: "I stopped on the way" },
  { value: "not_started", name: "I did not start" },
] as const;
const LATER = { value: "later", name: "ask again tomorrow" } as const;

/** Asks how the event went and notes it: the first thing today, for the rider has something to tell. */
export async function askEvent({ system, settings, path }: Asking, easy: EasyDays): Promise<void> {
  const prompter = await prompterFor(system, settings);
  const message = `Your ${eventName(easy.event)}: how did it go? A number or words;`;
  try {
    const choices = [LATER, ...OUTCOMES];
    const answer = await prompter.ask({ kind: "choice", message, choices, initial: LATER.value, ownWords: () => true });
    const text = answer?.trim() ?? "";
    if (text === "" || text === LATER.value) return;
    const outcome = OUTCOMES.find(({ value }) => value === text)?.value;
    const said: Done = {
      day: easy.on,
      status: outcome === "not_started" ? "not_ridden" : "done",
      ...(outcome === undefined ? { words: text.slice(0, 2000) } : { outcome }),
      at: clockText(system, settings),
    };
    await appendDone(changePaths(path).done, said);
    system.err("Noted.\n\n");
  } finally {
    prompter.close();
  }
}
