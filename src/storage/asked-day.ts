import { join } from "node:path";
import { isRecord } from "../athlete/parse-reading.ts";
import type { CalendarDate } from "../base/calendar.ts";
import { remember, remembered } from "./state-file.ts";

const pathIn = (stateDirectory: string): string => join(stateDirectory, "asked.json");

/** True where the rider of this plan was asked on this day already. */
export async function wasAsked(stateDirectory: string, planFile: string, day: CalendarDate): Promise<boolean> {
  const isThen = (value: unknown): boolean => isRecord(value) && value.plan_file === planFile && value.day === day;
  return (await remembered(pathIn(stateDirectory), isThen)) === true;
}

/** Notes that the rider of this plan was asked on this day. */
export const rememberAsked = (stateDirectory: string, planFile: string, day: CalendarDate): Promise<void> =>
  remember(pathIn(stateDirectory), { plan_file: planFile, day });
