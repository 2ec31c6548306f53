import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { BatchTask } from "../../../../src/jobs/batch/batch-task.ts";
import { runBatch, type Crew, type Told } from "../../../../src/jobs/batch/run-batch.ts";
import { workLine } from "../../../../src/jobs/batch/work-line.ts";
import { readShippedLibrary, shippedIn } from "../../../../src/storage/shipped-library.ts";
import { requestLine } from "../../../support/request-lines.ts";
import { aFolder } from "../../storage/a-folder.ts";

const library = await readShippedLibrary(shippedIn("."));
const broken = {
  ...library,
  get workouts(): never {
    throw new TypeError("a fault of ours");
  },
};

const aTask = (directory: string): BatchTask => ({
  directory,
  today: "2026-12-01",
  seed: "",
  program: "1",
  only: "plan",
  gzip: false,
  discardChanges: false,
  kind: "request",
});

/** One who plans in this very process; for some riders with a library that fails. */
const aCrew =
  (task: BatchTask, poisoned: string) =>
  (tell: (told: Told) => void): Crew => ({
    take: async (work) => {
      const ports = { library: work.id === poisoned ? broken : library, isWanted: () => true };
      const { outcome, isCrash } = await workLine(work, task, ports);
      tell({
        result: { ...outcome, id: work.id, line: work.line, milliseconds: 1 },
        crash: isCrash ? work.text : undefined,
      });
    },
    idle: () => Promise.resolve(),
    close: () => Promise.resolve({ cpuSeconds: 0, peakMemoryMb: 0 }),
  });

describe("a line on which the program fails", () => {
  it("is told and kept with its input, the others are made, and it is tried again the next time", async () => {
    const directory = await aFolder();
    const task = aTask(directory);
    const texts = [0, 1, 2].map((index) => requestLine(index, { seed: "batch", weeks: 4 }));
    const owner = {
      machine: "here",
      processId: 1,
      isRunning: () => false,
      now: () => 0,
      sleep: () => Promise.resolve(),
    };
    const batch = async (poisoned: string) => {
      const out: string[] = [];
      const lines = (async function* () {
        for (const [i, text] of texts.entries()) yield await Promise.resolve({ number: i + 1, text });
      })();
      const done = await runBatch(
        task,
        { index: 0, count: 1 },
        {
          lines,
          crew: aCrew(task, poisoned),
          out: (line) => {
            out.push(line);
            return Promise.resolve();
          },
          isCancelled: () => false,
          owner,
        },
      );
      return { done, out: out.map((line) => JSON.parse(line) as Record<string, unknown>) };
    };
    const first = await batch("r000001");
    expect(first.done).toMatchObject({ counts: { made: 2, failed: 1 }, crashes: 1, lines: 3 });
    expect(first.out[1]).toMatchObject({ id: "r000001", status: "failed", code: "INTERNAL" });
    expect(String(first.out[1]?.message)).toContain("a fault of ours");
    expect(await readFile(join(directory, "shards", "crashes", "line-2.json"), "utf8")).toBe(`${texts[1] ?? ""}\n`);
    const again = await batch("nobody");
    expect(again.out.map(({ status }) => status)).toEqual(["kept", "made", "kept"]);
  });

  it("writes nothing once nobody waits for it", async () => {
    const directory = await aFolder();
    const text = requestLine(0, { seed: "batch", weeks: 4 });
    const work = { line: 1, id: "r000000", text };
    const { outcome } = await workLine(work, aTask(directory), { library, isWanted: () => false });
    expect(outcome).toMatchObject({ status: "failed", code: "CANCELLED" });
    await expect(readFile(join(directory, outcome.folder ?? "", "rider.json"))).rejects.toThrow("ENOENT");
  });
});
