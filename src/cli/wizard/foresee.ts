import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { isRecord } from "../../athlete/parse-reading.ts";
import type { CalendarDate } from "../../base/calendar.ts";
import type { Outlook } from "../../plan/outlook.ts";
import { kindOfPath } from "../../storage/plan-folder.ts";
import { requestFileOf, type Draft } from "../../wizard/draft.ts";
import type { System } from "../system.ts";

/** Looks ahead from answers, beside everything else. */
export interface Foreseer {
  readonly foresee: (draft: Draft) => Promise<Outlook | undefined>;
  readonly close: () => void;
}

/** Where the build puts the thread that plans. */
const WORKER = join("dist", "generate.js");

/** A module runs nothing by being imported: the thread asks for it. */
const START = 'import(require("node:worker_threads").workerData).then(({ serve }) => serve());';

type Waiting = Map<number, (outlook: Outlook | undefined) => void>;
const isAnswer = (value: unknown): value is { readonly id: number; readonly outlook: Outlook } =>
  isRecord(value) && typeof value.id === "number" && isRecord(value.outlook);

function openWorker(path: string, waiting: Waiting): Worker {
  const worker = new Worker(START, { eval: true, workerData: pathToFileURL(path).href, stdout: true, stderr: true });
  const giveUp = (): void => {
    for (const answer of waiting.values()) answer(undefined);
    waiting.clear();
  };
  worker.on("message", (message: unknown) => {
    if (!isAnswer(message)) return;
    waiting.get(message.id)?.(message.outlook);
    waiting.delete(message.id);
    // A thread without work keeps no program alive.
    if (waiting.size === 0) worker.unref();
  });
  worker.on("error", giveUp);
  worker.on("exit", giveUp);
  worker.unref();
  return worker;
}

/** The last answers asked about are the ones that count: the same are planned once. */
export function foreseer(system: Pick<System, "packageDirectory">, today: CalendarDate): Foreseer {
  const waiting: Waiting = new Map();
  let worker: Promise<Worker | undefined> | undefined;
  let last: { readonly key: string; readonly outlook: Promise<Outlook | undefined> } | undefined;
  let count = 0;
  const { packageDirectory } = system;
  const path = join(packageDirectory, WORKER);
  const open = async (): Promise<Worker | undefined> =>
    (await kindOfPath(path)) === "file" ? openWorker(path, waiting) : undefined;
  const ask = async (file: unknown): Promise<Outlook | undefined> => {
    const thread = await (worker ??= open());
    if (thread === undefined) return undefined;
    const id = (count += 1);
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      thread.ref();
      thread.postMessage({ id, file, today, packageDirectory });
    });
  };
  return {
    foresee: (draft) => {
      const file = requestFileOf(draft);
      const key = JSON.stringify(file);
      if (last?.key !== key) last = { key, outlook: ask(file) };
      return last.outlook;
    },
    close: () => {
      for (const answer of waiting.values()) answer(undefined);
      waiting.clear();
      void worker?.then((thread) => thread?.terminate());
    },
  };
}
