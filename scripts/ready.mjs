import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { runNpm } from "./run-npm.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const OLDEST_NODE = [20, 19];

const stopOn = (status) => {
  if (status !== 0) process.exit(status ?? 70);
};

/** Runs a script of this repository with what it is told, in the terminal; ends with its exit code where that is not 0. */
export const runOrStop = (args) => stopOn(spawnSync(process.execPath, args, { cwd: ROOT, stdio: "inherit" }).status);

// Ctrl-C is for the program below, which says what became of the answers; its exit code is passed on.
process.on("SIGINT", () => undefined);

/** Makes a clone ready to run: installs what is missing, builds. Ends with 2 where Node is too old. */
export function ready() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    console.error(`cycling-plan needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}`);
    process.exit(2);
  }
  if (!existsSync(resolve(ROOT, "node_modules", "esbuild"))) {
    console.error("Installing what the program is built with. This is needed once.");
    stopOn(runNpm(["ci"], { cwd: ROOT, stdio: "inherit" }).status);
  }
  console.error("Building the program, some seconds.");
  runOrStop(["scripts/build.mjs"]);
}
