import { join } from "node:path";
import { foldersIn, remember, remembered } from "./state-file.ts";

const pathIn = (stateDirectory: string): string => join(stateDirectory, "ride-folders.json");

/** The folders that the rider named for their rides, in the order in which they were named. */
export const rideFolders = async (stateDirectory: string): Promise<readonly string[]> =>
  (await remembered(pathIn(stateDirectory), foldersIn)) ?? [];

/** Keeps the folders for the next time. */
export const rememberRideFolders = (stateDirectory: string, folders: readonly string[]): Promise<void> =>
  remember(pathIn(stateDirectory), { folders });
