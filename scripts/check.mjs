/**
 * Everything a commit must pass beside the tests, two at a time, each with its own verdict; all of them run even when
 * one fails. `npm run check -- lint format` runs only those.
 */
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const AT_ONCE = 2;

/** Name, what it holds, and the command: a tool of a package, or a script of ours. */
const CHECKS = [
  ["types", "every line has a type, none is unreachable", ["typescript", "tsc"]],
  ["lint", "the ways of the house", ["eslint", "eslint", ".", "--max-warnings=0"]],
  ["format", "prettier, 120 columns", ["prettier", "prettier", "--check", "--log-level=warn", "."]],
  ["floors", "imports only point down", ["dependency-cruiser", "depcruise", "src", "bin", "test", "scripts"]],
  ["dead-code", "no unused file, export or dependency", ["knip", "knip"]],
  ["dead-code-shipped", "the same for what ships, tests aside", ["knip", "knip", "--production"]],
  ["package", "dist/ builds, and package.json tells the truth", ["./scripts/check-package.mjs"]],
];

/** The file behind a package's command: started with this Node, it needs no shell and no .cmd twin on Windows. */
function program([first, name, ...rest]) {
  if (first.startsWith("./")) return [join(ROOT, first)];
  const folder = dirname(findManifest(first));
  const { bin } = createRequire(import.meta.url)(join(folder, "package.json"));
  return [join(folder, typeof bin === "string" ? bin : bin[name]), ...rest];
}

const findManifest = (name) => join(ROOT, "node_modules", name, "package.json");

const run = ([name, holds, command]) =>
  new Promise((done) => {
    const started = performance.now();
    const [file, ...args] = program(command);
    execFile(process.execPath, [file, ...args], { cwd: ROOT, maxBuffer: 64 * 2 ** 20 }, (error, stdout, stderr) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${error === null ? "ok    " : "FAILED"} ${name.padEnd(18)} ${holds} (${seconds} s)`);
      if (error !== null) console.log(`${stdout}${stderr}`.trimEnd().replace(/^/gm, "       "));
      done(error === null);
    });
  });

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !CHECKS.some(([known]) => known === name));
if (unknown.length > 0) {
  console.error(`no such check: ${unknown.join(", ")} (there are ${CHECKS.map(([name]) => name).join(", ")})`);
  process.exit(2);
}
const queue = CHECKS.filter(([name]) => wanted.length === 0 || wanted.includes(name));
const verdicts = [];
const worker = async () => {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) verdicts.push(await run(next));
};
await Promise.all(Array.from({ length: AT_ONCE }, worker));
process.exitCode = verdicts.every(Boolean) ? 0 : 1;
