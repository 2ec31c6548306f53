import { open, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { PlanError } from "../base/errors.ts";
import { systemCode, writeTrouble } from "./file-errors.ts";
import { namesIn } from "./plan-folder.ts";
import { createLock, type LockOwner } from "./lock.ts";

/** A part of a batch, from 0 on, and of how many. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** `3-of-20`, counted from 1 as people do. */
export const shardName = ({ index, count }: Shard): string => `${index + 1}-of-${count}`;

/** Who works on a part: another machine, or another container on this one, has process numbers of its own. */
export interface ShardOwner extends LockOwner {
  /** Names this machine and this container on it. */
  readonly machine: string;
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

const holderSchema = z.object({ machine: z.string(), process_id: z.number() });

/** So often a living run touches its lock; one that was not touched for so long is left by a run that died elsewhere. Milliseconds. */
export const LOCK_MS = { touched: 5000, abandoned: 30_000, looks: 500 } as const;

const LOCK = /^(\d+)-of-(\d+)\.lock$/;
const pathOf = (directory: string, shard: Shard): string => join(directory, `${shardName(shard)}.lock`);

/** The clock of the disk, which may be that of another machine: what was just touched has its time. */
async function diskNow(path: string, { now }: ShardOwner): Promise<number> {
  const file = await open(path, "w").catch(() => undefined);
  if (file === undefined) return now();
  try {
    await file.writeFile("");
    return (await file.stat()).mtimeMs;
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
}

/** True where the run that holds a lock is gone. */
async function isAbandoned(path: string, owner: ShardOwner): Promise<boolean> {
  try {
    const holder = holderSchema.safeParse(JSON.parse(await readFile(path, "utf8"))).data;
    if (holder?.machine === owner.machine)
      return holder.process_id === owner.processId || !owner.isRunning(holder.process_id);
    const touched = (await stat(path)).mtimeMs;
    const now = await diskNow(`${path}.now-${owner.machine.replace(/\W/g, "")}-${owner.processId}`, owner);
    return now - touched > LOCK_MS.abandoned;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return true;
    if (error instanceof SyntaxError) return false;
    throw writeTrouble(path, error);
  }
}

const holderText = ({ machine, processId }: Pick<ShardOwner, "machine" | "processId">): string =>
  JSON.stringify({ machine, process_id: processId });

const create = (path: string, owner: ShardOwner): Promise<boolean> =>
  createLock(path, holderText(owner), `${path}.${owner.machine.replace(/\W/g, "")}-${owner.processId}`);

/** Takes away a lock that nobody holds any more, one run at a time. */
async function removeAbandoned(path: string, owner: ShardOwner): Promise<void> {
  const guard = `${path}.old`;
  if (!(await isAbandoned(path, owner))) return;
  if (!(await create(guard, owner))) {
    if (await isAbandoned(guard, owner)) await rm(guard, { force: true });
    return;
  }
  try {
    if (await isAbandoned(path, owner)) await rm(path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

const taken = (message: string, hint: string): PlanError => new PlanError({ code: "FILE_UNWRITABLE", message, hint });

/** True where the lock was written by a run on this very machine: then it is known at once whether it lives. */
async function isOfHere(path: string, { machine }: ShardOwner): Promise<boolean> {
  const text = await readFile(path, "utf8").catch(() => "{}");
  return text.includes(JSON.stringify(machine));
}

/** A lock from elsewhere is waited for until it would have been touched again. */
async function take(path: string, shard: Shard, owner: ShardOwner): Promise<void> {
  const until = owner.now() + LOCK_MS.abandoned + LOCK_MS.touched;
  while (!(await create(path, owner))) {
    await removeAbandoned(path, owner);
    if (await create(path, owner)) return;
    if ((await isOfHere(path, owner)) || owner.now() > until)
      throw taken(
        `Another batch works on part ${shardName(shard)} of this folder right now.`,
        `Wait for it, or choose another --out. If no batch runs anywhere, remove ${path}.`,
      );
    await owner.sleep(LOCK_MS.looks);
  }
}

/** Two batches that share riders out differently would both work on some. Throws FILE_UNWRITABLE where a living one does. */
async function refuseOtherCounts(directory: string, shard: Shard, owner: ShardOwner): Promise<void> {
  for (const name of await namesIn(directory)) {
    const count = LOCK.exec(name)?.[2];
    if (count === undefined || Number(count) === shard.count) continue;
    const path = join(directory, name);
    if (await isAbandoned(path, owner)) await rm(path, { force: true });
    else
      throw taken(
        `Another batch works on this folder in ${count} part${count === "1" ? "" : "s"}, and this one has ${shard.count}.`,
        `Wait for it, or choose another --out. If no batch runs anywhere, remove ${path}.`,
      );
  }
}

/** A hold on one part of a batch. */
export interface ShardLock {
  /** Says that the run lives; to be called now and then. False where another run took the part in the meantime. */
  readonly touch: () => Promise<boolean>;
  readonly release: () => Promise<void>;
}

/** Takes one part of a batch for this run. Throws FILE_UNWRITABLE where another run holds it. */
export async function lockShard(directory: string, shard: Shard, owner: ShardOwner): Promise<ShardLock> {
  const path = pathOf(directory, shard);
  await take(path, shard, owner);
  const release = (): Promise<void> => rm(path, { force: true }).catch(() => undefined);
  try {
    await refuseOtherCounts(directory, shard, owner);
  } catch (error) {
    await release();
    throw error;
  }
  const text = holderText(owner);
  const touch = async (): Promise<boolean> => {
    if ((await readFile(path, "utf8").catch(() => text)) !== text) return false;
    // Written, not set: the time is that of the disk, as everybody sees it.
    const file = await open(path, "r+").catch(() => undefined);
    await file?.write(text, 0).catch(() => undefined);
    await file?.close();
    return file !== undefined;
  };
  return { touch, release };
}
