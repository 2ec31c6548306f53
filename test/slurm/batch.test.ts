import { chmod, cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { DAY, linesOf, ridersIn } from "../cli/a-batch.ts";
import { BIN, runProcess } from "../cli/run-cli.ts";
import { aCluster, type Cluster } from "./a-cluster.ts";

const RIDERS = 200;
const PARTS = 20;
/** The part that is killed in its midst. */
const KILLED = 7;
const WAITS = { timeout: 300_000, interval: 300 };

let cluster: Cluster;

/** States of the parts by their number, as Slurm tells them. */
async function states(job: string): Promise<Map<number, string>> {
  const text = await cluster.run("scontrol", ["show", "job", job, "--oneliner"]);
  const found = text.split("\n").flatMap((line): [number, string][] => {
    const task = /ArrayTaskId=(\d+)\b/.exec(line)?.[1];
    const state = /JobState=(\w+)/.exec(line)?.[1];
    return task === undefined || state === undefined ? [] : [[Number(task), state]];
  });
  return new Map(found);
}

beforeAll(async () => {
  cluster = await aCluster();
  await vi
    .waitFor(async () => {
      expect(await cluster.run("sinfo", ["--noheader", "-o", "%t"])).toMatch(/idle|mix|alloc/);
    }, WAITS)
    .catch(async (error: unknown) => {
      throw new Error(await cluster.log(), { cause: error });
    });
}, 120_000);

afterAll(() => cluster.end());

describe("batch as a Slurm array", () => {
  it(
    "makes in twenty parts, one of them killed and queued again, the bytes of one process",
    { timeout: 600_000 },
    async () => {
      const { folder } = cluster;
      await writeFile(join(folder, "riders.ndjson"), linesOf(RIDERS, "slurm"));
      await writeFile(join(folder, "cycling-plan"), `#!/bin/sh\nexec ${process.execPath} ${BIN} "$@"\n`);
      await chmod(join(folder, "cycling-plan"), 0o755);
      await cp(new URL("../../deploy/slurm.sbatch", import.meta.url), join(folder, "slurm.sbatch"));
      const env = {
        PATH: `${folder}:${process.env.PATH ?? ""}`,
        REQUESTS: join(folder, "riders.ndjson"),
        OUT: join(folder, "parts"),
        TODAY: "2026-12-01",
      };
      const job = (await cluster.run("sbatch", ["--parsable", "slurm.sbatch"], env)).trim();
      const journal = (): Promise<string> =>
        readFile(join(folder, "parts", "shards", `${KILLED}-of-${PARTS}.lock`), "utf8");
      await vi.waitFor(journal, WAITS);
      await cluster.run("scancel", ["--signal=KILL", "--full", `${job}_${KILLED}`]);
      await vi.waitFor(async () => {
        expect((await states(job)).get(KILLED)).toMatch(/FAILED|NODE_FAIL|CANCELLED/);
      }, WAITS);
      await cluster.run("scontrol", ["requeue", `${job}_${KILLED}`]);
      await vi.waitFor(async () => {
        const all = await states(job);
        expect([...all.values()].filter((state) => state !== "COMPLETED")).toEqual([]);
        expect(all.size).toBe(PARTS);
      }, WAITS);
      const merged = await runProcess(["batch", "--merge", "parts", "--json"], { cwd: folder });
      expect(JSON.parse(merged.out)).toMatchObject({
        shards: PARTS,
        lines: RIDERS,
        input_lines: RIDERS,
        failed: 0,
        missing_shards: [],
      });
      expect(merged.code).toBe(0);
      const one = await runProcess(["batch", "riders.ndjson", "--out", "one", ...DAY, "--workers", "1"], {
        cwd: folder,
      });
      expect(one.code).toBe(0);
      const [parts, whole] = [await ridersIn(join(folder, "parts")), await ridersIn(join(folder, "one"))];
      expect(parts.size).toBeGreaterThan(RIDERS * 5);
      expect([...parts.keys()]).toEqual([...whole.keys()]);
      for (const [name, text] of whole) expect(parts.get(name) === text, name).toBe(true);
    },
  );
});
