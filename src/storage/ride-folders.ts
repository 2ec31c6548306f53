import { join } from "node:path";
import { z } from "zod";
import { remember, remembered } from "./state-file.ts";

const foldersSchema = z.object({ folders: z.array(z.string()) });

const pathIn = (stateDirectory: string): string => join(stateDirectory, "ride-folders.json");

/** The folders that the rider named for their rides, in the order in which they were named. */
export const rideFolders = async (stateDirectory: string): Promise<string[]> =>
  (await remembered(pathIn(stateDirectory), foldersSchema))?.folders ?? [];

/** Keeps the folders for the next time. */
export const rememberRideFolders = (stateDirectory: string, folders: readonly string[]): Promise<void> =>
  remember(pathIn(stateDirectory), { folders });
