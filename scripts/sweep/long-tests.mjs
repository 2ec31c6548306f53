/**
 * The tests that draw, with all of their draws: `npm run sweep -- --tests`, or `--tests mutations` for those whose path holds
 * a word. Those that take their counts from test/support/draws.ts make all of them; those of fast-check draw with a seed of this
 * run, which is printed, where `npm test` draws the same each time.
 */
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
const VITEST = join(ROOT, "node_modules", "vitest", "vitest.mjs");

const testFiles = () =>
  readdirSync(join(ROOT, "test"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `test/${name.split(sep).join("/")}`)
    .sort();
const draws = (file) => /support\/draws\.ts|from "fast-check"/.test(readFileSync(join(ROOT, file), "utf8"));

/** Runs them and returns their exit code. `words`: parts of paths; all of them where there are none. */
export function runLongTests(words) {
  const isWanted = (file) => words.length === 0 || words.some((word) => file.includes(word));
  const files = testFiles().filter((file) => isWanted(file) && draws(file));
  if (files.length === 0) {
    console.error(`no test that draws has ${words.join(" or ")} in its path`);
    return 2;
  }
  const seed = process.env.CYCLING_PLAN_TEST_SEED ?? String(randomInt(2 ** 31));
  console.log(
    `These draws again: CYCLING_PLAN_TEST_SEED=${seed} npm run sweep -- --tests ${words.join(" ")}`.trimEnd(),
  );
  const env = { ...process.env, CYCLING_PLAN_TEST_LONG: "1", CYCLING_PLAN_TEST_SEED: seed };
  const { status } = spawnSync(process.execPath, [VITEST, "run", ...files], { cwd: ROOT, env, stdio: "inherit" });
  return status ?? 1;
}
