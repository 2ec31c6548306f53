/**
 * Proves that a fresh clone of the committed state installs, builds and passes its tests on each Node that we promise.
 * The Nodes come from the npm package `node`. `npm run matrix -- 22 26` runs only those.
 */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { installNode } from "./install-node.mjs";
import { runNpm } from "./run-npm.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const PROMISED = ["20.19.0", "20", "22", "24", "26"];

function prove(version, commit) {
  const work = mkdtempSync(join(tmpdir(), `cycling-plan-node-${version}-`));
  try {
    const { folder, file } = installNode(version, work);
    chmodSync(work, 0o755); // some tests run the program as another user
    const clone = join(work, "clone");
    execFileSync("git", ["clone", "--quiet", ROOT, clone]);
    execFileSync("git", ["checkout", "--quiet", commit], { cwd: clone });
    const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}`, CI: "true" };
    for (const key of Object.keys(env)) if (/^npm_|^NODE$|^INIT_CWD$/i.test(key)) delete env[key];
    const said = execFileSync(file, ["--version"], { encoding: "utf8" }).trim();
    const started = performance.now();
    const { status } = runNpm(["cit"], { cwd: clone, env, stdio: ["ignore", "inherit", "inherit"] });
    const tried = status === 0 ? runNpm(["run", "try"], { cwd: clone, env, stdio: "ignore" }).status : null;
    const seconds = Math.round((performance.now() - started) / 1000);
    return `${status === 0 && tried === 0 ? "ok    " : "FAILED"} ${said} (install and tests ${status}, try ${tried}, ${seconds} s)`;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const wanted = process.argv.slice(2);
// One commit for all, whatever is committed meanwhile.
const commit = execFileSync("git", ["rev-parse", "HEAD"], { cwd: ROOT, encoding: "utf8" }).trim();
const verdicts = [];
for (const version of wanted.length === 0 ? PROMISED : wanted) {
  verdicts.push(prove(version, commit));
  console.log(verdicts.at(-1));
}
console.log(verdicts.join("\n"));
process.exitCode = verdicts.every((verdict) => verdict.startsWith("ok")) ? 0 : 1;
