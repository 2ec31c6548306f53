/**
 * Breaks the code of one floor in small ways, one at a time, and names those that no test notices (Stryker; of the tests only those
 * that run the broken line). `npm run mutants -- rules` tries what has changed since the last run, `npm run mutants -- rules
 * load-rules view` only the files whose path holds one of the words. Ends with 1 where a floor that is held to a score has less.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { constants, setPriority, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Stryker } from "@stryker-mutator/core";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const CACHE = "node_modules/.cache/mutants";
/** Percent of the mutants that tests must notice on the floors that are held. */
const HELD = 85;
/** Files are tried in parts of so many lines, some minutes each; no part starts after so many minutes. */
const PART_LINES = 700;
const LAST_START_MINUTES = 32;

const CHANGE_STEPS =
  "check edit hours living missed need-day number-ways propose repair replan request-terms ride-day said-intent shorter sick sports undo way ways".split(
    " ",
  );

/** What each floor is, the tests that are about it (folders and files of test/), and whether its score is held. */
const FLOORS = {
  load: { sources: ["src/load"], tests: ["unit/load"], held: true },
  rules: { sources: ["src/rules"], tests: ["unit/rules"], held: true },
  // The steps of a change. What riders see of them is recorded in fixtures/change, and what opens and writes files is in test/cli.
  change: {
    sources: CHANGE_STEPS.map((name) => `src/jobs/change/${name}.ts`),
    tests: ["unit/jobs/change"],
    held: true,
  },
  periodization: { sources: ["src/periodization"], tests: ["unit/periodization"], held: false },
  library: { sources: ["src/library"], tests: ["unit/library"], held: false },
};

/** Kinds of mutants that are not made, each with who notices them already. */
const NOT_MADE = {
  // A name of a union of names: the type checker refuses another. A sentence for riders: recordings in fixtures/ hold it.
  StringLiteral: "types and recordings",
  // `?.` without the question mark: the type checker refuses it where a value may be missing, lint refuses `?.` elsewhere.
  OptionalChaining: "types and lint",
};

const fail = (text) => {
  console.error(text);
  process.exit(2);
};

const filesBelow = (folder, ending) =>
  readdirSync(join(ROOT, dirname(folder)), { recursive: true, encoding: "utf8" })
    .map((name) => `${dirname(folder)}/${name}`.replaceAll("\\", "/"))
    .filter((path) => path.startsWith(folder) && path.endsWith(ending))
    .sort();

const textOf = (path) => readFileSync(join(ROOT, path), "utf8");

/** The files in parts that are tried together. */
function partsOf(paths) {
  const parts = [];
  let room = 0;
  for (const path of paths) {
    const lines = textOf(path).split("\n").length;
    if (room < lines) {
      parts.push([]);
      room = PART_LINES;
    }
    parts.at(-1).push(path);
    room -= lines;
  }
  return parts;
}

/** What Stryker is told; results are kept from run to run outside git, and tried again where code or test have changed. */
const optionsFor = (floor, mutate) => ({
  mutate,
  testFiles: FLOORS[floor].tests.flatMap((start) => filesBelow(`test/${start}`, ".test.ts")),
  plugins: [fileURLToPath(new URL("mutants/runner.mjs", import.meta.url))],
  testRunner: "in-process",
  coverageAnalysis: "perTest",
  // Values made while a file loads are tables of figures, each with its source: a test of them would be the table once more.
  ignoreStatic: true,
  mutator: { excludedMutations: Object.keys(NOT_MADE) },
  concurrency: Number(process.env.CYCLING_PLAN_MUTANTS_AT_ONCE ?? "1"),
  incremental: true,
  incrementalFile: `${CACHE}/${floor}.json`,
  // Not below node_modules, whose files vitest reads once for all tests.
  tempDirName: join(tmpdir(), `cycling-plan-mutants-${process.pid}`),
  ignorePatterns: ["/fixtures", "/plans", "/docs", "/dist", "/man", "/.ci"],
  // Endless loops are counted and end early; what is only slow, on a busy machine, shall not pass for one.
  timeoutMS: 30_000,
  reporters: ["progress-append-only"],
  logLevel: "warn",
});

const SEEN = ["Killed", "Timeout"];
const UNSEEN = ["Survived", "NoCoverage"];

/** A mutant as one reads it: where, what stood there, what stands there now. */
function mutantLine(path, lines, { location: { start, end }, mutatorName, replacement, status }) {
  const was = start.line === end.line ? lines[start.line - 1].slice(start.column - 1, end.column - 1) : "{ ... }";
  const short = (text) => (text.length > 70 ? `${text.slice(0, 67)}...` : text).replaceAll(/\s+/g, " ");
  const reach = status === "NoCoverage" ? " (no test comes here)" : "";
  return `  ${path}:${start.line}:${start.column} ${mutatorName}: ${short(was)} -> ${short(replacement)}${reach}`;
}

const scoreText = (seen, all) => `${all === 0 ? "-" : ((seen / all) * 100).toFixed(1)} % (${seen} of ${all})`;

/** Prints the score of each file and its survivors; the share of the floor that tests notice, in percent. */
function report(floor, paths) {
  const { files } = JSON.parse(textOf(`${CACHE}/${floor}.json`));
  let [seen, all] = [0, 0];
  for (const path of paths.filter((one) => files[one] !== undefined)) {
    const { mutants, source } = files[path];
    const survivors = mutants.filter(({ status }) => UNSEEN.includes(status));
    const noticed = mutants.filter(({ status }) => SEEN.includes(status)).length;
    seen += noticed;
    all += noticed + survivors.length;
    console.log(`${path}: ${scoreText(noticed, noticed + survivors.length)}`);
    for (const mutant of survivors) console.log(mutantLine(path, source.split("\n"), mutant));
  }
  console.log(`${floor}: ${scoreText(seen, all)}`);
  return all === 0 ? 100 : (seen / all) * 100;
}

const [floor, ...words] = process.argv.slice(2);
if (!Object.hasOwn(FLOORS, floor ?? "")) fail(`name a floor: ${Object.keys(FLOORS).join(", ")}`);
const { sources, held } = FLOORS[floor];
const wanted = sources
  .flatMap((source) => filesBelow(source, ".ts"))
  .filter((path) => words.length === 0 || words.some((word) => path.includes(word)));
if (wanted.length === 0) fail(`no file of ${floor} holds ${words.join(", ")}`);

setPriority(constants.priority.PRIORITY_LOW);
const started = performance.now();
const left = partsOf(wanted);
while (left.length > 0 && performance.now() - started < LAST_START_MINUTES * 60_000)
  await new Stryker(optionsFor(floor, left.shift())).runMutationTest();
const score = report(floor, existsSync(join(ROOT, CACHE, `${floor}.json`)) ? wanted : []);
const notTried = left.flat();
if (notTried.length > 0) console.log(`not tried for want of time, run it again: ${notTried.join(", ")}`);
if (held && (score < HELD || notTried.length > 0)) process.exitCode = 1;
