/**
 * Loaded into a process of ours by a test (`node --import`): counts what the process writes, and at the nth writing kills
 * it (half of a text is on disk by then), or stops it at its first renaming (CYCLING_PLAN_TEST_FAULT=stop), or fails it and every later one as a full disk, a read-only one or a vanished
 * directory does.
 */
import { writeFileSync } from "node:fs";
import { watchWrites } from "./faulty-disk.mjs";

const at = Number(process.env.CYCLING_PLAN_TEST_FAULT_AT ?? "0");
const code = process.env.CYCLING_PLAN_TEST_FAULT ?? "kill";
const report = process.env.CYCLING_PLAN_TEST_COUNT;
/** A full disk still lets go of files. */
const TAKES_NO_ROOM = new Set(["unlink", "rm", "rmdir", "rename"]);
let count = 0;

const kill = () => process.kill(process.pid, "SIGKILL");
const sleep = () => process.kill(process.pid, "SIGSTOP");
let isStopped = false;

watchWrites((name) => {
  count += 1;
  if (code === "stop") {
    const isNow = name === "rename" && !isStopped;
    isStopped ||= isNow;
    return isNow ? sleep : undefined;
  }
  if (at === 0 || count < at) return undefined;
  if (code === "kill") return count === at ? kill : undefined;
  if (TAKES_NO_ROOM.has(name)) return undefined;
  return () => {
    throw Object.assign(new Error(`${code}: ${name}`), { code });
  };
});
process.on("exit", () => report !== undefined && writeFileSync(report, String(count)));
