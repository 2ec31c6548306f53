#!/usr/bin/env node
import module from "module";
import os from "os";
import path from "path";

// Written so that Node 12 can read it: the program itself is loaded only where it can run, and an older Node gets a sentence
// instead of a syntax error. No await out here, no optional chaining.
const NEEDED = [20, 19]; // `engines` of package.json
const found = process.versions.node.split(".").map(Number);
const isTooOld = found[0] < NEEDED[0] || (found[0] === NEEDED[0] && found[1] < NEEDED[1]);

/** Where this user's programs keep what they can make again: nobody else can write there. */
function cacheDirectory() {
  const { XDG_CACHE_HOME: named = "", LOCALAPPDATA: local = "" } = process.env;
  if (path.isAbsolute(named)) return path.join(named, "cycling-plan");
  if (process.platform === "win32" && path.isAbsolute(local)) return path.join(local, "cycling-plan", "cache");
  const folder = process.platform === "darwin" ? path.join("Library", "Caches") : ".cache";
  try {
    return path.join(os.homedir(), folder, "cycling-plan");
  } catch {
    return undefined; // a user without a home: the program says so
  }
}

// Until the program listens itself, a stop is one all the same, with its own exit code.
["SIGINT", "SIGTERM", "SIGHUP"].forEach((name) => {
  process.on(name, () => {
    if (process.listenerCount(name) === 1) process.exit(130);
  });
});

// Counts only if the program ends without an answer.
process.exitCode = isTooOld ? 2 : 70;
if (isTooOld) {
  const is = `cycling-plan needs Node.js ${NEEDED.join(".")} or newer, and this is ${process.versions.node}`;
  process.stderr.write(`${is}: install a newer one from https://nodejs.org.\n`);
} else {
  // From 22 on Node can keep what it compiled: a twentieth of a start. It says nothing where it may not write there.
  const cache = cacheDirectory();
  if (typeof module.enableCompileCache === "function" && cache !== undefined) module.enableCompileCache(cache);
  // What runs most often names all it needs at once; all other commands are loaded once it is known which is meant.
  const words = process.argv.slice(2);
  (words[words[0] === "--" ? 1 : 0] === "generate" ? import("../dist/generate.js") : import("../dist/main.js"))
    .then(({ main }) => main(new URL("..", import.meta.url)))
    .then((exitCode) => {
      process.exitCode = exitCode;
    });
}
