/**
 * Plans for many athletes from the whole accepted space, writes each plan to texts, reads it back and checks every rule on
 * what was written. Fails on a hard finding, a crash, a minute over a limit or a wrong figure.
 * `npm run sweep -- --athletes 10000 --seed s`, `--only 285` for one athlete and its weeks, `--json` for programs. Half of the
 * riders give terms of their own; `--without-terms` asks as it was before there were any.
 * `--tests` makes instead every draw of the tests that make only a few in `npm test`; `--tests mutations` those of one path.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { runLongTests } from "./sweep/long-tests.mjs";

/** @typedef {import("./sweep/outcome.ts").Outcome} Outcome */
/** @typedef {import("./sweep/worker.ts").WorkerStart} WorkerStart */
/** @typedef {typeof import("./sweep/summary.ts")} Summing */
/** @typedef {typeof import("./sweep/one.ts")} One */

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
/** Athletes that a worker is given at a time: few enough that none has to wait long for the last. */
const BATCH = 20;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    athletes: { type: "string", default: "1000" },
    seed: { type: "string", default: "s" },
    workers: { type: "string", default: String(Math.min(2, availableParallelism())) },
    // All figures of every 20th plan are computed again, by slow and simple code.
    figures: { type: "string", default: "20" },
    // Typical riders again with one answer changed: another event, a day fewer, fewer hours, a year older.
    relations: { type: "boolean", default: false },
    // Half of the riders also give terms of their own: fixed rides, more events, limits on effort.
    terms: { type: "boolean", default: true },
    "without-terms": { type: "boolean", default: false },
    only: { type: "string" },
    json: { type: "boolean", default: false },
    tests: { type: "boolean", default: false },
  },
});

function wholeNumber(name) {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= 0) return number;
  console.error(`--${name}: expected a whole number, not "${values[name]}"`);
  process.exit(2);
}

/** Bundles the parts of scripts/sweep/ into a folder of their own, like the program is. */
async function bundleInto(outdir) {
  const entryPoints = ["worker", "summary", "one"].map((name) => join(ROOT, "scripts", "sweep", `${name}.ts`));
  const common = { bundle: true, splitting: true, format: "esm", platform: "node", target: "node20.19" };
  await build({ ...common, entryPoints, outdir, outExtension: { ".js": ".mjs" }, logLevel: "warning" });
  return (name) => join(outdir, `${name}.mjs`);
}

/** @returns {WorkerStart} */
function workerStart() {
  const read = (name) => JSON.parse(readFileSync(join(ROOT, "library", name), "utf8"));
  const manifest = read("manifest.json");
  return {
    seed: values.seed,
    manifest,
    files: manifest.files.map(read),
    figuresEvery: wholeNumber("figures"),
    relations: values.relations,
    terms: values.terms && !values["without-terms"],
  };
}

/** One worker that asks for batches until none is left. Its death is a fault of the sweep itself. */
const work = (file, { workerData, batches, tell }) =>
  new Promise((done, fail) => {
    const worker = new Worker(file, { workerData });
    const next = () => {
      const batch = batches.shift();
      if (batch === undefined) worker.terminate().then(done, fail);
      else worker.postMessage(batch);
    };
    worker.on("error", fail);
    worker.on("message", (outcomes) => {
      tell(outcomes);
      next();
    });
    next();
  });

/** @returns {Promise<Outcome[]>} */
async function allOutcomes(file, athletes) {
  const batches = Array.from({ length: Math.ceil(athletes / BATCH) }, (_, i) => ({
    from: i * BATCH,
    to: Math.min(athletes, (i + 1) * BATCH),
  }));
  const all = [];
  const tell = (outcomes) => {
    all.push(...outcomes);
    if (process.stderr.isTTY) process.stderr.write(`\r${all.length} of ${athletes}`);
  };
  const workerData = workerStart();
  const workers = Array.from({ length: Math.max(1, wholeNumber("workers")) }, () =>
    work(file, { workerData, batches, tell }),
  );
  await Promise.all(workers);
  if (process.stderr.isTTY) process.stderr.write("\r");
  return all;
}

async function sweep(fileOf) {
  const athletes = wholeNumber("athletes");
  const started = performance.now();
  const outcomes = await allOutcomes(fileOf("worker"), athletes);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage();
  const speed = {
    seconds,
    plans_per_second: athletes / seconds,
    plans_per_core_second: (athletes * 1e6) / (user + system),
  };
  /** @type {Summing} */
  const { summaryOf, summaryLines, isBroken } = await import(fileOf("summary"));
  const summary = summaryOf(outcomes);
  if (values.json) console.log(JSON.stringify({ seed: values.seed, ...speed, ...summary }, null, 2));
  else {
    const rates = `${speed.plans_per_second.toFixed(1)} plans a second, ${speed.plans_per_core_second.toFixed(1)} a second of one core`;
    console.log([`seed "${values.seed}": ${seconds.toFixed(0)} s, ${rates}`, ...summaryLines(summary)].join("\n"));
  }
  process.exitCode = isBroken(summary) ? 1 : 0;
}

if (values.tests) process.exit(runLongTests(positionals));
const folder = mkdtempSync(join(tmpdir(), "cycling-plan-sweep-"));
try {
  const fileOf = await bundleInto(folder);
  if (values.only === undefined) await sweep(fileOf);
  else {
    /** @type {One} */
    const { athleteLines } = await import(fileOf("one"));
    console.log(athleteLines(wholeNumber("only"), workerStart()).join("\n"));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
