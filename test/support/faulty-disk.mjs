import { promises } from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const WRITING = ["mkdir", "mkdtemp", "link", "rename", "unlink", "rm", "rmdir", "copyFile", "appendFile", "writeFile"];
/** Every other call of a disk that we make. */
const ELSE = ["readFile", "stat", "lstat", "readdir", "realpath", "readlink", "access", "chmod", "utimes"];
const OF_HANDLES = ["read", "readFile", "stat", "close"];

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

/**
 * Puts a gate before every call of the disk, readings too. `gate` is asked with its name and path, and throws what the disk
 * answers instead.
 *
 * @param {(name: string, path: unknown) => void} gate
 * @returns {() => void} takes the gate away
 */
export function watchCalls(gate) {
  const before = { ...promises };
  for (const name of [...WRITING, ...ELSE]) {
    const real = promises[name];
    promises[name] = async (...args) => {
      gate(name, args[0]);
      return real(...args);
    };
  }
  const open = promises.open;
  promises.open = async (path, ...rest) => {
    gate("open", path);
    const file = await open(path, ...rest);
    for (const name of [...OF_HANDLES, "writeFile", "sync"]) {
      const real = file[name].bind(file);
      file[name] = async (...args) => {
        // A file that cannot be closed is closed.
        if (name === "close") await real();
        gate(`file.${name}`, path);
        return name === "close" ? undefined : real(...args);
      };
    }
    return file;
  };
  syncBuiltinESMExports();
  return () => {
    Object.assign(promises, before);
    syncBuiltinESMExports();
  };
}
