import { isRecord } from "../../../athlete/parse-reading.ts";
import { keepSecret } from "../../../base/secrets.ts";
import { batchTaskSchema, type BatchTask } from "../../../jobs/batch/batch-task.ts";
import type { LineOfWork } from "../../../jobs/batch/run-batch.ts";
import { workLine } from "../../../jobs/batch/work-line.ts";
import type { Library } from "../../../library/library.ts";
import { readShippedLibrary, shippedIn } from "../../../storage/shipped-library.ts";
import { workerMachine } from "./processes.ts";

interface Ready {
  readonly task: BatchTask;
  readonly library: Library;
}

async function ready(message: Readonly<Record<string, unknown>>): Promise<Ready> {
  const task = batchTaskSchema.parse(message.task);
  return { task, library: await readShippedLibrary(shippedIn(String(message.packageDirectory))) };
}

const isWork = (value: unknown): value is LineOfWork =>
  isRecord(value) && typeof value.line === "number" && typeof value.id === "string" && typeof value.text === "string";

/** Plans for one rider after the other, as a process of its own: lines come as messages, and what became of them goes back. */
export function serveBatch(): void {
  const machine = workerMachine();
  for (const [name, value] of Object.entries(machine.env)) if (name.endsWith("_API_KEY")) keepSecret(value);
  const work = async (of: LineOfWork, at: Promise<Ready>): Promise<void> => {
    const { task, library } = await at;
    const started = machine.now();
    const worked = await workLine(of, task, { library, isWanted: machine.isWanted });
    machine.send({ kind: "worked", line: of.line, milliseconds: Math.round(machine.now() - started), worked });
  };
  let at: Promise<Ready> | undefined;
  let queue = Promise.resolve();
  machine.onMessage((message) => {
    if (!isRecord(message)) return;
    if (isRecord(message.task)) at = ready(message);
    if (message.end === true)
      void queue.then(() => {
        machine.leave({ kind: "usage", usage: machine.usage() });
      });
    const known = at;
    if (known === undefined || !isWork(message.work)) return;
    const next = work(message.work, known);
    queue = Promise.all([queue, next]).then(() => undefined);
  });
}
