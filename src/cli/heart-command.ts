import { CommanderError } from "commander";
import type { PlanError } from "../base/errors.ts";
import type { System } from "./system.ts";

/** Words typed as if they were a command: a sign of the heart in them comes before "unknown command". */
export async function heartInCommand(error: unknown, system: System): Promise<PlanError | undefined> {
  if (!(error instanceof CommanderError) || error.exitCode === 0) return undefined;
  const [{ heartStop }, { resolveSettings }] = await Promise.all([
    import("../athlete/heart-stop.ts"),
    import("./settings.ts"),
  ]);
  return heartStop(system.argv.join(" "), (await resolveSettings(system, {})).today);
}
