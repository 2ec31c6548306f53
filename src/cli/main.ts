import { COMMANDS } from "./command-table.ts";
import { runAs } from "./run-as.ts";

/** The whole program: what bin/ calls with the place of the package. Returns the exit code. */
export const main = (packageRoot: URL): Promise<number> => runAs(packageRoot, COMMANDS);
