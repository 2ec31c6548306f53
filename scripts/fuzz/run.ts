import { writeFileSync } from "node:fs";
import { Session } from "node:inspector";
import { join } from "node:path";
import fc from "fast-check";
import { edits, mutated } from "../../test/fuzz/mutate.ts";
import { READERS } from "../../test/fuzz/readers.ts";

const MEGABYTE = 1_000_000;
/** What one megabyte may take (milliseconds of the processor, bytes): issue 18's measure. */
const MOST = { ms: 2000, bytes: 300 * MEGABYTE };
/** So many inputs are run between two looks at the coverage: a look costs more than a small input. */
const BETWEEN_LOOKS = 16;

export interface Outcome {
  readonly reader: string;
  readonly inputs: number;
  readonly kept: number;
  readonly blocks: number;
  readonly slowestMs: number;
  readonly mostMegabytes: number;
  readonly faults: readonly string[];
}

/** Milliseconds of the processor since an earlier look: a busy machine takes longer and works no more. */
function workedSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Tells how many blocks of the program were reached that no input before had reached. */
function coverage(): () => number {
  const session = new Session();
  session.connect();
  const seen = new Set<string>();
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: false, detailed: true });
  return () => {
    let fresh = 0;
    session.post("Profiler.takePreciseCoverage", (_, { result }) => {
      for (const { scriptId, functions } of result)
        for (const { ranges } of functions)
          for (const { startOffset, endOffset, count } of ranges) {
            const key = `${scriptId}:${startOffset}:${endOffset}`;
            if (count === 0 || seen.has(key)) continue;
            seen.add(key);
            fresh += 1;
          }
    });
    return fresh;
  };
}

/** Runs one reader on damaged inputs for so long; inputs that reach new code become the ground of the next ones. */
export async function fuzz(
  name: string,
  { ms, seed, folder, onInput }: { ms: number; seed: number; folder: string; onInput: (input: Uint8Array) => void },
): Promise<Outcome> {
  // prettier-ignore
  const reader = READERS.find((one) => one.name === name);
  if (reader === undefined) throw new Error(`no reader ${name}: ${READERS.map((one) => one.name).join(", ")}`);
  const corpus = [...reader.corpus];
  const faults = new Map<string, string>();
  const look = coverage();
  // So long of the processor: on a busy machine as many inputs are tried as on a quiet one.
  const began = process.cpuUsage();
  let [inputs, blocks, slowestMs, mostBytes, since] = [0, 0, 0, 0, [] as Uint8Array[]];
  const fault = (key: string, input: Uint8Array): void => {
    if (faults.has(key) || faults.size >= 50) return;
    const path = join(folder, `${name}-${faults.size}.bin`);
    writeFileSync(path, input);
    faults.set(key, `${key.split("\n").slice(0, 3).join(" ")}: ${path}`);
  };
  for (let round = 0; workedSince(began) < ms; round++) {
    for (const { of, steps } of fc.sample(edits, { seed: seed + round, numRuns: BETWEEN_LOOKS })) {
      const first = corpus[of % corpus.length] ?? new Uint8Array();
      const input = steps.reduce((one, step) => mutated(one, step, { words: reader.words, corpus }), first);
      onInput(input);
      const [before, started] = [process.memoryUsage().rss, process.cpuUsage()];
      try {
        await reader.read(input);
      } catch (error) {
        fault(error instanceof Error ? (error.stack ?? error.message) : String(error), input);
      }
      const took = workedSince(started);
      const grown = process.memoryUsage().rss - before;
      if (took > MOST.ms) fault(`slow: ${Math.round(took)} ms`, input);
      if (grown > MOST.bytes) fault(`large: ${Math.round(grown / MEGABYTE)} MB`, input);
      slowestMs = Math.max(slowestMs, took);
      mostBytes = Math.max(mostBytes, grown);
      inputs += 1;
      if (input.length < 20_000) since.push(input);
    }
    const fresh = look();
    blocks += fresh;
    if (fresh > 0 && round > 0) corpus.push(...since);
    since = [];
  }
  return {
    reader: name,
    inputs,
    kept: corpus.length - reader.corpus.length,
    blocks,
    slowestMs: Math.round(slowestMs),
    mostMegabytes: Math.round(mostBytes / MEGABYTE),
    faults: [...faults.values()],
  };
}

export const names = (): readonly string[] => READERS.map(({ name }) => name);
