import { join } from "node:path";
import { z } from "zod";
import type { CalendarDate } from "../base/calendar.ts";
import { remember, remembered } from "./state-file.ts";

const askedSchema = z.object({ plan_file: z.string(), day: z.string() });

const pathIn = (stateDirectory: string): string => join(stateDirectory, "asked.json");

/** True where the rider of this plan was asked on this day already. */
export async function wasAsked(stateDirectory: string, planFile: string, day: CalendarDate): Promise<boolean> {
  const last = await remembered(pathIn(stateDirectory), askedSchema);
  return last?.plan_file === planFile && last.day === day;
}

/** Notes that the rider of this plan was asked on this day. */
export const rememberAsked = (stateDirectory: string, planFile: string, day: CalendarDate): Promise<void> =>
  remember(pathIn(stateDirectory), { plan_file: planFile, day });
