/**
 * How fast the program starts and plans, as ratios of one run: every command takes its turn in each round, so what slows
 * the machine slows all of them alike. Prints medians, the promised limits and a verdict; fails when a limit is broken.
 * `npm run bench -- --rounds 31`, `npm run bench -- start memory` for some parts only.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildDist } from "./build.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const BIN = join(ROOT, "bin", "cycling-plan.js");
const REQUEST = join(ROOT, "fixtures", "requests", "century-12-weeks.json");
const FEWEST_ROUNDS = 15;

/** The limits of a start: times `node -e 0`, and seconds where one is promised. */
const STARTS = [
  { name: "--help", ratio: 1.7, args: () => ["--help"] },
  { name: "--version", ratio: 1.7, args: () => ["--version"] },
  { name: "12-week plan on disk", ratio: 5, seconds: 0.5, args: generateInto },
];
const WARM_MILLISECONDS = 60;
/** Plans before the clock starts, so that the compiler of Node has seen the code. */
const WARM_UP = 10;
const PEAK_MEGABYTES = 120;

function generateInto(out) {
  const fixed = ["--seed", "x", "--today", "2026-12-01", "--quiet", "--force"];
  return ["generate", "--profile", REQUEST, "--out", out, ...fixed];
}

const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Milliseconds of one run of Node; a command that fails is no measurement. */
function timed(args) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const milliseconds = performance.now() - started;
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}:\n${stderr}`);
  return milliseconds;
}

const verdicts = [];
function tell(name, value, { unit, limit }) {
  const holds = value <= limit;
  verdicts.push(holds);
  const [shown, most] = [value, limit].map(
    (number) => `${number.toFixed(unit === "x" ? 2 : unit === "%" ? 1 : 0)} ${unit}`,
  );
  console.log(`${holds ? "ok    " : "FAILED"} ${name.padEnd(36)} ${shown.padStart(10)}   at most ${most}`);
}

function start(rounds, out) {
  const commands = [
    { name: "node -e 0", line: ["-e", "0"] },
    ...STARTS.map((s) => ({ ...s, line: [BIN, ...s.args(out)] })),
  ];
  const times = commands.map(() => []);
  for (let round = -1; round < rounds; round++) {
    commands.forEach(({ line }, index) => {
      const milliseconds = timed(line);
      if (round >= 0) times[index].push(milliseconds); // the first round only fills caches
    });
  }
  const [bare, ...rest] = times.map(median);
  console.log(`       node -e 0: median ${bare.toFixed(1)} ms of ${rounds}`);
  rest.forEach((milliseconds, index) => {
    const { name, ratio, seconds } = STARTS[index];
    tell(`${name}, times node -e 0`, milliseconds / bare, { unit: "x", limit: ratio });
    if (seconds !== undefined) tell(name, milliseconds, { unit: "ms", limit: seconds * 1000 });
  });
}

/** Says the peak of a process as it ends: kilobytes of resident memory, on every system. */
const SAY_PEAK = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => process.stderr.write("\\npeak " + process.resourceUsage().maxRSS));',
)}`;

function memory(rounds, out) {
  const peaks = Array.from({ length: Math.min(rounds, 5) }, () => {
    const { stderr } = spawnSync(process.execPath, ["--import", SAY_PEAK, BIN, ...generateInto(out)], {
      encoding: "utf8",
    });
    return Number(/peak (\d+)$/.exec(stderr)?.[1] ?? Number.NaN) / 1024;
  });
  tell("peak memory of a 12-week plan", Math.max(...peaks), { unit: "MB", limit: PEAK_MEGABYTES });
}

/** 24 weeks in a process that has planned before, in memory: scripts/bench/warm.ts, bundled like the program. */
async function warm(rounds) {
  const { warmPlanner } = await import(await bundled(join(ROOT, "scripts", "bench", "warm.ts")));
  const read = (...path) => JSON.parse(readFileSync(join(ROOT, ...path), "utf8"));
  const manifest = read("library", "manifest.json");
  const files = manifest.files.map((name) => read("library", name));
  const plan24 = warmPlanner({ request: JSON.parse(readFileSync(REQUEST, "utf8")), manifest, files });
  for (let i = 0; i < WARM_UP; i++) plan24(`warm-up ${i}`);
  const times = Array.from({ length: rounds }, (_, index) => {
    const started = performance.now();
    plan24(`round ${index}`);
    return performance.now() - started;
  });
  tell("24 weeks in a warm process", median(times), { unit: "ms", limit: WARM_MILLISECONDS });
}

async function bundled(entry) {
  const { build } = await import("esbuild");
  const outfile = join(mkdtempSync(join(tmpdir(), "cycling-plan-warm-")), "warm.mjs");
  await build({ entryPoints: [entry], outfile, bundle: true, format: "esm", platform: "node", target: "node20.19" });
  return outfile;
}

const share = (values, part) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)];

/** Overviews made elsewhere, filled as `generate --overview` does: fixtures/overviews. */
async function overviews() {
  const { fillOverviews } = await import(await bundled(join(ROOT, "scripts", "bench", "overviews.ts")));
  const read = (...path) => JSON.parse(readFileSync(join(ROOT, ...path), "utf8"));
  const manifest = read("library", "manifest.json");
  const files = manifest.files.map((name) => read("library", name));
  const result = fillOverviews({ manifest, files, overviews: read("fixtures", "overviews", "overviews-42.json") });
  console.log(
    `       overviews: ${result.completed} of ${result.plausible} plausible filled, ${result.refused} of ${result.implausible} implausible refused before a week was built, all ${result.load.length} weeks compared, ${result.unreachable} of which ask for more load than their hours and types hold`,
  );
  for (const problem of result.problems) console.log(`       ${problem}`);
  tell("plausible overviews not filled", result.plausible - result.completed, { unit: "", limit: 0 });
  tell("implausible overviews filled", result.implausible - result.refused, { unit: "", limit: 0 });
  for (const [name, values, limits] of [
    ["hours off", result.hours, [2, 5]],
    ["load off", result.load, [5, 15]],
  ]) {
    tell(`${name}, median`, share(values, 0.5) * 100, { unit: "%", limit: limits[0] });
    tell(`${name}, 95th percentile`, share(values, 0.95) * 100, { unit: "%", limit: limits[1] });
  }
  tell("workouts of another type", result.otherTypes, { unit: "", limit: 0 });
  tell("hard workouts again within 14 days", result.repeats, { unit: "", limit: 0 });
  tell("more hard days than asked for", result.extraHardDays, { unit: "", limit: 0 });
}

const PARTS = { start, memory, warm, overviews };
const { values, positionals } = parseArgs({ options: { rounds: { type: "string" } }, allowPositionals: true });
const rounds = Math.max(FEWEST_ROUNDS, Number(values.rounds ?? 21));
await buildDist();
const out = mkdtempSync(join(tmpdir(), "cycling-plan-bench-"));
try {
  console.log(`Node ${process.versions.node}, ${cpus().length} cores, ${rounds} rounds`);
  for (const name of positionals.length === 0 ? Object.keys(PARTS) : positionals) await PARTS[name](rounds, out);
} finally {
  rmSync(out, { recursive: true, force: true });
}
process.exitCode = verdicts.every(Boolean) ? 0 : 1;
