import { parentPort, workerData } from "node:worker_threads";
import { parseLibrary } from "../../src/library/parse-library.ts";
import { outcomeOf, type Outcome } from "./outcome.ts";

/** What a worker is started with: the library's files are read once, by whoever starts it. */
export interface WorkerStart {
  readonly seed: string;
  readonly manifest: unknown;
  readonly files: readonly unknown[];
  readonly figuresEvery: number;
  readonly relations: boolean;
  readonly terms: boolean;
}

/** Athletes from `from` up to, not with, `to`. */
export interface Batch {
  readonly from: number;
  readonly to: number;
}

const { manifest, files, ...input } = workerData as WorkerStart;
const library = parseLibrary(manifest, files);

parentPort?.on("message", ({ from, to }: Batch) => {
  const outcomes: Outcome[] = Array.from({ length: to - from }, (_, i) => outcomeOf(from + i, { ...input, library }));
  parentPort?.postMessage(outcomes);
});
