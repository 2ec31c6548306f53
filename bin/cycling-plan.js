#!/usr/bin/env node
// Written so that Node 12 can read it: the program itself is loaded only where it can run, and an older Node gets a sentence
// instead of a syntax error. No await out here, no optional chaining.
const NEEDED = [20, 19]; // `engines` of package.json
const found = process.versions.node.split(".").map(Number);
const isTooOld = found[0] < NEEDED[0] || (found[0] === NEEDED[0] && found[1] < NEEDED[1]);

// Counts only if the program ends without an answer.
process.exitCode = isTooOld ? 2 : 70;
if (isTooOld) {
  const is = `cycling-plan needs Node.js ${NEEDED.join(".")} or newer, and this is ${process.versions.node}`;
  process.stderr.write(`${is}: install a newer one from https://nodejs.org.\n`);
} else {
  // What runs most often is one file; all other commands are parts that share what they need.
  (process.argv[2] === "generate" ? import("../dist/generate.js") : import("../dist/main.js"))
    .then(({ main }) => main(new URL("..", import.meta.url)))
    .then((exitCode) => {
      process.exitCode = exitCode;
    });
}
