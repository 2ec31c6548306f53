import { promises } from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const WRITING = ["mkdir", "mkdtemp", "link", "rename", "unlink", "rm", "rmdir", "copyFile", "appendFile", "writeFile"];

/**
 * Puts a gate before every writing of this process. `gate` is asked with its name and answers with what stops it (which
 * throws, or kills the process), or undefined; half of a text is on disk where its writing is stopped.
 *
 * @param {(name: string) => (() => void) | undefined} gate
 * @returns {() => void} takes the gate away
 */
export function watchWrites(gate) {
  const pass = (name) => gate(name)?.();
  const before = { ...promises };
  for (const name of WRITING) {
    const real = promises[name];
    promises[name] = async (...args) => {
      pass(name);
      return real(...args);
    };
  }
  const open = promises.open;
  promises.open = async (path, flags, ...rest) => {
    if (flags === "r" || flags === undefined) return open(path, flags, ...rest);
    pass("open");
    const file = await open(path, flags, ...rest);
    const write = file.writeFile.bind(file);
    file.writeFile = async (text, ...more) => {
      const stop = gate("write");
      if (stop === undefined) return write(text, ...more);
      await write(text.slice(0, text.length / 2), ...more);
      return stop();
    };
    const sync = file.sync.bind(file);
    file.sync = async () => {
      pass("sync");
      return sync();
    };
    return file;
  };
  syncBuiltinESMExports();
  return () => {
    Object.assign(promises, before);
    syncBuiltinESMExports();
  };
}
