import { join } from "node:path";
import { isRecord } from "../athlete/parse-reading.ts";
import { remember, remembered } from "./state-file.ts";

const pathIn = (stateDirectory: string): string => join(stateDirectory, "ride-services.json");

/** True where the rider named intervals.icu for their rides. */
export const readsIntervals = async (stateDirectory: string): Promise<boolean> =>
  (await remembered(pathIn(stateDirectory), (value) => isRecord(value) && value.intervals_icu === true)) === true;

/** Keeps for the next time whether rides come from there. */
export const rememberIntervals = (stateDirectory: string, reads: boolean): Promise<void> =>
  remember(pathIn(stateDirectory), { intervals_icu: reads });
