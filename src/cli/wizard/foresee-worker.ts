import { parentPort } from "node:worker_threads";
import { foreseeFile, holdsForesight } from "./foresee-file.ts";

/** Plans beside the wizard, in a thread of its own: whoever types never waits for it. One message for each set of answers, one back. */
export function serve(): void {
  parentPort?.on("message", (message: unknown) => {
    if (!holdsForesight(message)) return;
    void foreseeFile(message).then((outlook) => {
      parentPort?.postMessage({ id: message.id, outlook });
    });
  });
}
