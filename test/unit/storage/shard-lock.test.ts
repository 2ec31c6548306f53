import { readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lockShard, type ShardOwner } from "../../../src/storage/shard-lock.ts";
import { aFolder } from "./a-folder.ts";

const living = new Set<number>();

/** A run on a machine; its waits pass at once. */
function anOwner(change: Partial<ShardOwner> = {}): ShardOwner {
  let waited = 0;
  return {
    machine: "here",
    processId: 1000,
    isRunning: (id) => living.has(id),
    now: () => Date.now() + waited,
    sleep: (milliseconds) => {
      waited += milliseconds;
      return Promise.resolve();
    },
    ...change,
  };
}

const FIRST = { index: 0, count: 3 };
const held = expect.objectContaining({ code: "FILE_UNWRITABLE" }) as unknown;

describe("the lock of a part", () => {
  it("is held by one run, and free when that ends or is gone", async () => {
    const folder = await aFolder();
    living.add(1000);
    const first = await lockShard(folder, FIRST, anOwner());
    await expect(lockShard(folder, FIRST, anOwner({ processId: 1001 }))).rejects.toEqual(held);
    await lockShard(folder, { index: 1, count: 3 }, anOwner({ processId: 1001 }));
    await first.release();
    await lockShard(folder, FIRST, anOwner({ processId: 1002 }));
    // 1002 does not live.
    await lockShard(folder, FIRST, anOwner({ processId: 1003 }));
    living.clear();
  });

  it("keeps out who shares riders out otherwise, and leaves no lock of theirs", async () => {
    const folder = await aFolder();
    living.add(1000);
    await lockShard(folder, FIRST, anOwner());
    await expect(lockShard(folder, { index: 0, count: 2 }, anOwner({ processId: 1001 }))).rejects.toEqual(held);
    expect(await readdir(folder)).toEqual(["1-of-3.lock"]);
    living.clear();
    await lockShard(folder, { index: 0, count: 2 }, anOwner({ processId: 1001 }));
    expect(await readdir(folder)).toEqual(["1-of-2.lock"]);
  });

  it("of another machine counts as long as it is touched", async () => {
    const folder = await aFolder();
    const there = await lockShard(folder, FIRST, anOwner({ machine: "there" }));
    await expect(lockShard(folder, FIRST, anOwner())).rejects.toEqual(held);
    expect(await there.touch()).toBe(true);
    const old = new Date(Date.now() - 60_000);
    await utimes(join(folder, "1-of-3.lock"), old, old);
    await lockShard(folder, FIRST, anOwner());
    // Who stood still that long learns that the part is another's now.
    expect(await there.touch()).toBe(false);
  });

  it("that holds no name is nobody's to take away", async () => {
    const folder = await aFolder();
    await writeFile(join(folder, "1-of-3.lock"), "");
    await expect(lockShard(folder, FIRST, anOwner())).rejects.toEqual(held);
  });
});
