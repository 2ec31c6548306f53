/**
 * Loaded into a process of ours by a test (`node --import`): counts what the process writes, and at the nth writing kills
 * it (half of a text is on disk by then), or fails it and every later one as a full disk, a read-only one or a vanished
 * directory does.
 */
import { promises, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const at = Number(process.env.CYCLING_PLAN_TEST_FAULT_AT ?? "0");
const code = process.env.CYCLING_PLAN_TEST_FAULT ?? "kill";
const report = process.env.CYCLING_PLAN_TEST_COUNT;
/** A full disk still lets go of files. */
const TAKES_NO_ROOM = new Set(["unlink", "rm", "rmdir", "rename"]);
let count = 0;

/** Before a writing: undefined, or what becomes of it. */
function fault(name) {
  count += 1;
  if (at === 0 || count < at) return undefined;
  if (code === "kill") return count === at ? "kill" : undefined;
  return TAKES_NO_ROOM.has(name) ? undefined : Object.assign(new Error(`${code}: ${name}`), { code });
}

function stop(what) {
  if (what === "kill") process.kill(process.pid, "SIGKILL");
  if (what !== undefined) throw what;
}

for (const name of [
  "mkdir",
  "mkdtemp",
  "link",
  "rename",
  "unlink",
  "rm",
  "rmdir",
  "copyFile",
  "appendFile",
  "writeFile",
]) {
  const real = promises[name];
  promises[name] = async (...args) => {
    stop(fault(name));
    return real(...args);
  };
}
const open = promises.open;
promises.open = async (path, flags, ...rest) => {
  if (flags === "r" || flags === undefined) return open(path, flags, ...rest);
  stop(fault("open"));
  const file = await open(path, flags, ...rest);
  const write = file.writeFile.bind(file);
  file.writeFile = async (text, ...more) => {
    const what = fault("write");
    if (what !== undefined) await write(text.slice(0, text.length / 2), ...more);
    stop(what);
    return write(text, ...more);
  };
  const sync = file.sync.bind(file);
  file.sync = async () => {
    stop(fault("sync"));
    return sync();
  };
  return file;
};
syncBuiltinESMExports();
process.on("exit", () => report !== undefined && writeFileSync(report, String(count)));
