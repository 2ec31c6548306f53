import { dirname, join } from "node:path";
import { z } from "zod";
import type { CalendarDate } from "../base/calendar.ts";
import { jsonText } from "../base/json.ts";
import { ensureDirectory, writeWhole } from "./atomic-write.ts";
import { kindOfPath } from "./plan-folder.ts";
import { readJsonFile } from "./read-json.ts";

const askedSchema = z.object({ plan_file: z.string(), day: z.string() });

const pathIn = (stateDirectory: string): string => join(stateDirectory, "asked.json");

/** True where the rider of this plan was asked on this day already. */
export async function wasAsked(stateDirectory: string, planFile: string, day: CalendarDate): Promise<boolean> {
  const path = pathIn(stateDirectory);
  if ((await kindOfPath(path)) === "nothing") return false;
  const last = askedSchema.safeParse(await readJsonFile(path)).data;
  return last?.plan_file === planFile && last.day === day;
}

/** Notes that the rider of this plan was asked on this day. */
export async function rememberAsked(stateDirectory: string, planFile: string, day: CalendarDate): Promise<void> {
  const path = pathIn(stateDirectory);
  await ensureDirectory(dirname(path));
  await writeWhole([{ path, text: jsonText({ plan_file: planFile, day }) }], "replace");
}
