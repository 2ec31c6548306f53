import { createHash } from "node:crypto";
import { open, readdir, rename, rm, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { jsonText } from "../base/json.ts";
import { letOut } from "../base/secrets.ts";
import { ensurePrivateDirectory, writeWhole } from "./atomic-write.ts";
import { checked } from "./check-schema.ts";
import { writeTrouble } from "./file-errors.ts";
import { namesIn } from "./plan-folder.ts";
import { readJsonFile } from "./read-json.ts";
import { shardName, type Shard } from "./shard-lock.ts";

const counts = z.object({ made: z.number(), kept: z.number(), refused: z.number(), failed: z.number() });

/** What a part of a batch did; it is written last, so that a part without it is not done. */
const manifestSchema = z.object({
  schema_version: z.literal("1"),
  /** From 1 on. */
  shard: z.number(),
  shards: z.number(),
  program: z.string(),
  today: z.string(),
  kind: z.enum(["request", "change"]),
  /** Lines of the whole input that were not empty; the same for every part. */
  input_lines: z.number(),
  /** Those of this part. */
  lines: z.number(),
  counts,
  /** The file with the results, its lines in the order in which they came, and its SHA-256. */
  results: z.string(),
  results_sha256: z.string(),
  cpu_seconds: z.number(),
  /** The largest process that planned. */
  peak_memory_mb: z.number(),
});
export type ShardManifest = z.infer<typeof manifestSchema>;

/** Where a batch keeps what its parts did. */
export const shardFolder = (root: string): string => join(root, "shards");

const manifestName = (shard: Shard): string => `${shardName(shard)}.json`;
const resultsName = (shard: Shard): string => `${shardName(shard)}.ndjson`;

/** The results of a part while it is worked on. */
export interface ShardJournal {
  /** Adds a line; it is on its way to the disk. Throws FILE_UNWRITABLE. */
  readonly add: (line: string) => Promise<void>;
  /** Notes a crash with the line that it happened on. */
  readonly crashed: (line: number, text: string) => Promise<void>;
  /** Ends a part that was worked on to its end: the manifest is written last. */
  readonly finish: (manifest: Omit<ShardManifest, "schema_version" | "results" | "results_sha256">) => Promise<void>;
  /** Leaves a part that was not. */
  readonly leave: () => Promise<void>;
}

/** Bytes that are gathered before they are written. */
const GATHERED = 1 << 14;

/** Manifests of a batch in other parts say nothing of this one any more. */
async function removeStale(directory: string, shard: Shard): Promise<void> {
  const stale = (await readdir(directory)).filter((name) => {
    const found = /^\d+-of-(\d+)\.(?:json|ndjson|partial)$/.exec(name);
    return found !== null && Number(found[1]) !== shard.count;
  });
  const own = [manifestName(shard), resultsName(shard)];
  for (const name of [...stale, ...own]) await rm(join(directory, name), { force: true });
}

class Journal implements ShardJournal {
  private readonly hash = createHash("sha256");
  private gathered = "";
  private readonly directory: string;
  private readonly shard: Shard;
  private readonly file: FileHandle;

  constructor(directory: string, shard: Shard, file: FileHandle) {
    this.directory = directory;
    this.shard = shard;
    this.file = file;
  }

  private get partial(): string {
    return join(this.directory, `${shardName(this.shard)}.partial`);
  }

  private async flush(): Promise<void> {
    const text = this.gathered;
    this.gathered = "";
    this.hash.update(text);
    try {
      await this.file.appendFile(text, "utf8");
    } catch (error) {
      throw writeTrouble(this.partial, error);
    }
  }

  async add(line: string): Promise<void> {
    this.gathered += letOut(line);
    if (this.gathered.length >= GATHERED) await this.flush();
  }

  async crashed(line: number, text: string): Promise<void> {
    const folder = join(this.directory, "crashes");
    await ensurePrivateDirectory(folder);
    await writeWhole([{ path: join(folder, `line-${line}.json`), text: `${text}\n` }], "replace");
  }

  async finish(manifest: Omit<ShardManifest, "schema_version" | "results" | "results_sha256">): Promise<void> {
    const results = resultsName(this.shard);
    await this.flush();
    try {
      await this.file.sync();
      await this.file.close();
      await rename(this.partial, join(this.directory, results));
    } catch (error) {
      throw writeTrouble(this.partial, error);
    }
    const text = jsonText({ schema_version: "1", ...manifest, results, results_sha256: this.hash.digest("hex") });
    await writeWhole([{ path: join(this.directory, manifestName(this.shard)), text }], "replace");
  }

  async leave(): Promise<void> {
    await this.flush().catch(() => undefined);
    await this.file.close().catch(() => undefined);
  }
}

/** Opens the results of a part anew: what a run before wrote of them is said again. Throws FILE_UNWRITABLE. */
export async function openJournal(directory: string, shard: Shard): Promise<ShardJournal> {
  const path = join(directory, `${shardName(shard)}.partial`);
  try {
    await removeStale(directory, shard);
    return new Journal(directory, shard, await open(path, "w", 0o600));
  } catch (error) {
    throw writeTrouble(path, error);
  }
}

/** The manifests of a batch, by part. Throws INPUT_INVALID for one that is none. */
export async function readManifests(root: string): Promise<ShardManifest[]> {
  const directory = shardFolder(root);
  const found: ShardManifest[] = [];
  for (const name of await namesIn(directory)) {
    if (!/^\d+-of-\d+\.json$/.test(name)) continue;
    const path = join(directory, name);
    const hint = "Run that part of the batch again.";
    found.push(checked(manifestSchema, await readJsonFile(path), { source: path, what: "manifest of a batch", hint }));
  }
  return found.sort((a, b) => a.shard - b.shard);
}

/** Writes what all parts did together. */
export const writeMerged = (root: string, merged: unknown): Promise<void> =>
  writeWhole([{ path: join(root, "manifest.json"), text: jsonText(merged) }], "replace");
