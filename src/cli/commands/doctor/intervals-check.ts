import { ICU_KEY_NAME } from "../../../providers/intervals-icu/trouble.ts";
import { withIcu } from "../../intervals-icu/reach.ts";
import { keyNamed } from "../../model/keys.ts";
import type { Settings } from "../../settings.ts";
import type { System } from "../../system.ts";
import { checkOf, type Check } from "./check.ts";

const NAME = "intervals.icu";
/** Longest wait, as for each language model. */
const MOST_SECONDS = "10";

/** Whether the key of intervals.icu is found, and where that is wanted, whether it opens the calendar. Nothing where there is none. */
export async function intervalsChecks(system: System, settings: Settings, isAsked: boolean): Promise<Check[]> {
  // What is wrong with the key file is a finding of its own.
  const found = await keyNamed(system, ICU_KEY_NAME).catch(() => undefined);
  if (found === undefined) return [];
  const where = `${ICU_KEY_NAME} in the ${found.from}`;
  if (!isAsked) return [{ name: NAME, isFine: true, found: `${where}; not asked (doctor --providers asks)` }];
  const ask = async (): Promise<string> => {
    const around = { system, settings, flags: { timeout: MOST_SECONDS } };
    return withIcu(around, async ({ calendar, athlete }) => {
      await calendar.events(settings.today, settings.today);
      return `opens the calendar of ${athlete === "0" ? "its owner" : `athlete ${athlete}`}, ${where}`;
    });
  };
  return [await checkOf(NAME, ask)];
}
