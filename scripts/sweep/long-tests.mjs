/**
 * The tests that draw, with all of their draws: `npm run sweep -- --tests`, or `--tests mutations` for those whose path holds
 * a word. They are the files that take their counts from test/support/draws.ts; `npm test` makes the first few draws.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
const VITEST = join(ROOT, "node_modules", "vitest", "vitest.mjs");

const testFiles = () =>
  readdirSync(join(ROOT, "test"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `test/${name.split(sep).join("/")}`)
    .sort();
const draws = (file) => readFileSync(join(ROOT, file), "utf8").includes("support/draws.ts");

/** Runs them and returns their exit code. `words`: parts of paths; all of them where there are none. */
export function runLongTests(words) {
  const isWanted = (file) => words.length === 0 || words.some((word) => file.includes(word));
  const files = testFiles().filter((file) => isWanted(file) && draws(file));
  if (files.length === 0) {
    console.error(`no test that draws has ${words.join(" or ")} in its path`);
    return 2;
  }
  const env = { ...process.env, CYCLING_PLAN_TEST_LONG: "1" };
  const { status } = spawnSync(process.execPath, [VITEST, "run", ...files], { cwd: ROOT, env, stdio: "inherit" });
  return status ?? 1;
}
