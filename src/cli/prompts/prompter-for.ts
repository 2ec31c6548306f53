import { pageFor } from "../page.ts";
import type { Settings } from "../settings.ts";
import type { System } from "../system.ts";
import { isPlain } from "./is-plain.ts";
import { stoppingAtHeart } from "./heart-first.ts";
import type { OpenPrompter } from "./run-prompt.ts";

/** What asks on this machine; loaded only where something is asked. */
export async function prompterFor(system: System, settings: Settings): Promise<OpenPrompter> {
  const { richPrompter } = await import("./rich-prompter.ts");
  const { plainPrompter } = await import("./plain-prompter.ts");
  const prompter = isPlain(system, false)
    ? plainPrompter(system)
    : richPrompter(system, await pageFor(system, settings));
  return stoppingAtHeart(prompter, settings.today);
}
