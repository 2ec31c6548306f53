import { run } from "./run.ts";
import { realSystem } from "./system.ts";

/** The whole program: what bin/ calls with the place of the package. Returns the exit code. */
export async function main(packageRoot: URL): Promise<number> {
  const system = realSystem(packageRoot);
  const exitCode = await run(system);
  const trouble = await system.flush();
  if (trouble === undefined) return exitCode;
  system.err(`error FILE_UNWRITABLE: the output could not be written: ${trouble.message}\n`);
  return exitCode === 0 ? 2 : exitCode;
}
