import { dirname, join } from "node:path";
import { foldersIn, remember, remembered } from "./state-file.ts";

/** Folders that are remembered: more than anybody keeps plans in. */
const MOST = 50;

const pathIn = (stateDirectory: string): string => join(stateDirectory, "plan-folders.json");

/** Folders in which plans were made or chosen on this machine, the last first. */
export const planPlaces = async (stateDirectory: string): Promise<readonly string[]> =>
  (await remembered(pathIn(stateDirectory), foldersIn)) ?? [];

/** Notes the folder of a plan, so that its id is known from everywhere. */
export async function rememberPlace(stateDirectory: string, planFile: string): Promise<void> {
  const folder = dirname(planFile);
  const known = await planPlaces(stateDirectory);
  if (known[0] === folder) return;
  await remember(pathIn(stateDirectory), {
    folders: [folder, ...known.filter((one) => one !== folder)].slice(0, MOST),
  });
}
