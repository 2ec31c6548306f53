import { join } from "node:path";
import { z } from "zod";
import { remember, remembered } from "./state-file.ts";

const servicesSchema = z.object({ intervals_icu: z.boolean() });

const pathIn = (stateDirectory: string): string => join(stateDirectory, "ride-services.json");

/** True where the rider named intervals.icu for their rides. */
export const readsIntervals = async (stateDirectory: string): Promise<boolean> =>
  (await remembered(pathIn(stateDirectory), servicesSchema))?.intervals_icu === true;

/** Keeps for the next time whether rides come from there. */
export const rememberIntervals = (stateDirectory: string, reads: boolean): Promise<void> =>
  remember(pathIn(stateDirectory), { intervals_icu: reads });
