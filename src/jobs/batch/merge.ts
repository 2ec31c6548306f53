import { PlanError } from "../../base/errors.ts";
import { bytesAt, linesOf } from "../../storage/line-stream.ts";
import { MOST_REQUEST_BYTES } from "../../storage/read-json.ts";
import { hasFiles, readRider } from "../../storage/rider-files.ts";
import { readManifests, shardFolder, writeMerged, type ShardManifest } from "../../storage/shard-files.ts";
import { digestOfFile } from "../../storage/digest-file.ts";
import { z } from "zod";
import { join } from "node:path";
import { NO_COUNTS, type Counts } from "./outcome.ts";

/** What all parts of a batch did together, and what is missing of it. */
export interface Merged {
  readonly shards: number;
  readonly counts: Counts;
  readonly lines: number;
  readonly inputLines: number;
  readonly cpuSeconds: number;
  readonly peakMemoryMb: number;
  /** Parts that are not done, from 1 on. */
  readonly missingShards: readonly number[];
  /** Parts whose results are not what they wrote. */
  readonly damagedShards: readonly number[];
  /** Riders whose plan should be there and is not, the first of them; and how many. */
  readonly missingPlans: { readonly count: number; readonly first: readonly string[] };
  /** Riders that failed, the first of them. */
  readonly failed: readonly string[];
}

const MOST_NAMED = 20;

const bad = (message: string, hint: string): PlanError => new PlanError({ code: "INPUT_INVALID", message, hint });

/** Parts of one batch agree in what they were asked. Throws NOT_FOUND, INPUT_INVALID. */
function checkSame(manifests: readonly ShardManifest[], root: string): ShardManifest {
  const [first] = manifests;
  if (first === undefined)
    throw new PlanError({
      code: "NOT_FOUND",
      message: `No part of a batch is done in ${root}.`,
      hint: "Run batch with --out first.",
    });
  const said = ({ shards, program, today, kind, input_lines: lines }: ShardManifest): string =>
    JSON.stringify({ shards, program, today, kind, input_lines: lines });
  const other = manifests.find((one) => said(one) !== said(first));
  if (other !== undefined)
    throw bad(
      `Parts ${first.shard} and ${other.shard} are of different batches: ${said(first)} and ${said(other)}.`,
      "Run the older part again with the same input, day and program.",
    );
  return first;
}

const resultSchema = z.object({ id: z.string().nullable(), status: z.string(), folder: z.string().nullable() });

interface Found {
  readonly missing: string[];
  missingCount: number;
  readonly failed: string[];
}

/** Looks whether the plans are there that the results of a part speak of. */
async function lookAt(path: string, root: string, found: Found): Promise<void> {
  for await (const { text } of linesOf(bytesAt(path), MOST_REQUEST_BYTES)) {
    const result = text === undefined ? undefined : resultSchema.safeParse(JSON.parse(text)).data;
    if (result === undefined || result.id === null || result.folder === null) continue;
    const { id, status, folder } = result;
    if (status === "failed" && found.failed.length < MOST_NAMED) found.failed.push(id);
    if (status !== "made" && status !== "kept") continue;
    const directory = join(root, folder);
    const record = await readRider(directory);
    if (record !== undefined && (await hasFiles(directory, record))) continue;
    found.missingCount += 1;
    if (found.missing.length < MOST_NAMED) found.missing.push(id);
  }
}

const sumOf = (manifests: readonly ShardManifest[]): Counts =>
  manifests.reduce<Counts>(
    (sum, { counts }) => ({
      made: sum.made + counts.made,
      kept: sum.kept + counts.kept,
      refused: sum.refused + counts.refused,
      failed: sum.failed + counts.failed,
    }),
    NO_COUNTS,
  );

/** Joins the manifests of a batch, and looks whether all is there that they speak of. Throws NOT_FOUND, INPUT_INVALID. */
export async function mergeBatch(root: string): Promise<Merged> {
  const manifests = await readManifests(root);
  const first = checkSame(manifests, root);
  const done = new Set(manifests.map(({ shard }) => shard));
  const all = Array.from({ length: first.shards }, (_, i) => i + 1);
  const found: Found = { missing: [], missingCount: 0, failed: [] };
  const damaged: number[] = [];
  for (const { shard, results, results_sha256: digest } of manifests) {
    const path = join(shardFolder(root), results);
    if ((await digestOfFile(path)) !== digest) damaged.push(shard);
    else await lookAt(path, root, found);
  }
  const merged: Merged = {
    shards: first.shards,
    counts: sumOf(manifests),
    lines: manifests.reduce((sum, { lines }) => sum + lines, 0),
    inputLines: first.input_lines,
    cpuSeconds: Math.round(manifests.reduce((sum, one) => sum + one.cpu_seconds, 0) * 10) / 10,
    peakMemoryMb: Math.max(...manifests.map((one) => one.peak_memory_mb)),
    missingShards: all.filter((shard) => !done.has(shard)),
    damagedShards: damaged,
    missingPlans: { count: found.missingCount, first: found.missing },
    failed: found.failed,
  };
  await writeMerged(root, mergedJson(merged));
  return merged;
}

/** The same for programs. */
export const mergedJson = (merged: Merged) => ({
  shards: merged.shards,
  lines: merged.lines,
  input_lines: merged.inputLines,
  ...merged.counts,
  cpu_seconds: merged.cpuSeconds,
  peak_memory_mb: merged.peakMemoryMb,
  missing_shards: merged.missingShards,
  damaged_shards: merged.damagedShards,
  missing_plans: merged.missingPlans.count,
  first_missing_plans: merged.missingPlans.first,
  first_failed: merged.failed,
});

/** True where every line of the input has its result, and every plan is there. */
export const isWhole = ({ missingShards, damagedShards, missingPlans, lines, inputLines }: Merged): boolean =>
  missingShards.length + damagedShards.length + missingPlans.count === 0 && lines === inputLines;
