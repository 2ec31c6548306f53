import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { ensurePrivateDirectory, writeWhole } from "./atomic-write.ts";
import { digestOf } from "./digest.ts";

/** A plan's calendar as it is being written. */
export interface KeptCalendar {
  /** A folder of the program's own. */
  readonly folder: string;
  readonly planId: string;
  /** The times and watts that were chosen, as one text; empty where nothing was. */
  readonly choices: string;
}

const keptSchema = z.object({ choices: z.string(), edition: z.number().int().min(0) });

const pathOf = ({ folder, planId }: KeptCalendar): string =>
  join(folder, "exports", `calendar-${digestOf(planId).slice(0, 32)}.json`);

/** How often the calendar was written with other choices than the time before; what cannot be read counts as nothing. */
export async function editionOf(calendar: KeptCalendar): Promise<number> {
  try {
    const value: unknown = JSON.parse(await readFile(pathOf(calendar), "utf8"));
    const { choices, edition } = keptSchema.parse(value);
    return choices === calendar.choices ? edition : edition + 1;
  } catch {
    // Nothing is known of a calendar that was written without them, before.
    return calendar.choices === "" ? 0 : 1;
  }
}

/** A machine that keeps nothing of ours still has the export. */
export async function keepEdition(calendar: KeptCalendar, edition: number): Promise<void> {
  const path = pathOf(calendar);
  const text = `${JSON.stringify({ choices: calendar.choices, edition })}\n`;
  await ensurePrivateDirectory(dirname(path))
    .then(() => writeWhole([{ path, text }], "replace"))
    .catch(() => undefined);
}
