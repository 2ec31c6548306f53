import { PlanError } from "../base/errors.ts";
import { failureText } from "./failure-text.ts";
import { run } from "./run.ts";
import { realSystem, sayWithoutSystem } from "./system.ts";

/** One run of the program with these commands, at the place of the package. Returns the exit code. */
export async function runAs(packageRoot: URL, commands: Parameters<typeof run>[1]): Promise<number> {
  let system;
  try {
    system = realSystem(packageRoot);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    sayWithoutSystem(failureText(error));
    return error.exitCode;
  }
  const exitCode = await run(system, commands);
  const trouble = await system.flush();
  if (trouble === undefined) return exitCode;
  system.err(`error  the output could not be written: ${trouble.message}\n`);
  return exitCode === 0 ? 2 : exitCode;
}
