import { command } from "./command.ts";
import { generate } from "./commands/generate/run.ts";
import { generateSpec } from "./commands/generate/spec.ts";
import { runAs } from "./run-as.ts";

/** `generate` alone, there from the start: what bin/ calls for it. Returns the exit code. */
export const main = (packageRoot: URL): Promise<number> =>
  runAs(packageRoot, [command(generateSpec, () => Promise.resolve(generate))]);

/** The thread that plans beside the wizard begins here: it needs what `generate` needs, and finds it loaded once. */
export const serve = async (): Promise<void> => {
  const worker = await import("./wizard/foresee-worker.ts");
  worker.serve();
};

/** The processes of a batch begin here, for the same reason. */
export const serveBatch = async (): Promise<void> => {
  const worker = await import("./commands/batch/worker.ts");
  worker.serveBatch();
};
