/** Figures of planning in memory, in a process that has its library: one plan, many plans, two at a time, and overviews made elsewhere. */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { median, say, tellLeast, tellMost } from "./verdicts.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

const WARM_MILLISECONDS = { limit: 20, reach: 12 };
/** Plans before the clock starts, so that the compiler of Node has seen the code. */
const WARM_UP = 10;
const RIDERS = { count: 1000, warmUp: 50, limit: 70, reach: 139 };
const TWO_WORKERS = { riders: 300, limit: 1.4, reach: 1.7 };
/** Less of its cores than this says nothing of two workers. */
const QUIET_SHARE = 0.9;

const read = (...path) => JSON.parse(readFileSync(join(ROOT, ...path), "utf8"));

function libraryFiles() {
  const manifest = read("library", "manifest.json");
  return { manifest, files: manifest.files.map((name) => read("library", name)) };
}

/** A script of this folder, bundled like the program. */
async function bundled(name) {
  const outfile = join(mkdtempSync(join(tmpdir(), "cycling-plan-bench-")), `${name}.mjs`);
  const entryPoints = [join(ROOT, "scripts", "bench", `${name}.ts`)];
  await build({ entryPoints, outfile, bundle: true, format: "esm", platform: "node", target: "node20.19" });
  return outfile;
}

/**
 * Milliseconds that some work takes: by the clock, or by the processor where that is less, because other programs took the machine
 * meanwhile.
 */
function taken(work) {
  const [started, used] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(used);
  return Math.min(performance.now() - started, (user + system) / 1000);
}

/** 24 weeks in a process that has planned before. */
export async function warm(rounds) {
  const { warmPlanner } = await import(await bundled("warm"));
  const plan24 = warmPlanner({ request: read("fixtures", "requests", "century-12-weeks.json"), ...libraryFiles() });
  for (let i = 0; i < WARM_UP; i++) plan24(`warm-up ${i}`);
  const times = Array.from({ length: rounds }, (_, index) => taken(() => plan24(`round ${index}`)));
  tellMost("24 weeks in a warm process, median", median(times), { unit: "ms", ...WARM_MILLISECONDS });
}

/** 12 weeks for each of a thousand riders, and how much more two workers do than one. */
export async function many() {
  const file = await bundled("many");
  const { manyPlanner } = await import(file);
  const { count, warmUp, ...bounds } = RIDERS;
  const plan = manyPlanner({ ...libraryFiles(), warmUp });
  const perSecond = count / (taken(() => plan({ from: 0, to: count })) / 1000);
  tellLeast(`12-week plans a second, ${count} riders, mean`, perSecond, { unit: "", ...bounds });
  const [one, two] = [await workTogether(file, 1), await workTogether(file, 2)];
  const ratio = two.perSecond / one.perSecond;
  if (two.share >= QUIET_SHARE) return tellLeast("two workers to one", ratio, { unit: "x", ...TWO_WORKERS });
  const given = `${Math.round(two.share * 100)} %`;
  say(`two workers to one: ${ratio.toFixed(2)} x, not judged: this machine gave them ${given} of two cores`);
}

const answer = (worker) =>
  new Promise((done, failed) => {
    worker.once("message", done);
    worker.once("error", failed);
  });

/** Riders a second that so many workers plan together, each its own, once all are ready; and the share of as many cores they got. */
async function workTogether(file, count) {
  const workerData = { ...libraryFiles(), warmUp: RIDERS.warmUp };
  const workers = Array.from({ length: count }, () => new Worker(file, { workerData }));
  await Promise.all(workers.map(answer));
  const [started, used] = [performance.now(), process.cpuUsage()];
  const { riders } = TWO_WORKERS;
  workers.forEach((worker, i) => worker.postMessage({ from: i * riders, to: (i + 1) * riders }));
  await Promise.all(workers.map(answer));
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(used);
  await Promise.all(workers.map((worker) => worker.terminate()));
  return { perSecond: (riders * count) / (milliseconds / 1000), share: (user + system) / 1000 / milliseconds / count };
}

const share = (values, part) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)];

/** Overviews made elsewhere, filled as `generate --overview` does: fixtures/overviews. */
export async function overviews() {
  const { fillOverviews } = await import(await bundled("overviews"));
  const result = fillOverviews({ ...libraryFiles(), overviews: read("fixtures", "overviews", "overviews-42.json") });
  say(
    `overviews: ${result.completed} of ${result.plausible} plausible filled, ${result.refused} of ${result.implausible} implausible refused before a week was built, all ${result.load.length} weeks compared, ${result.unreachable} of which ask for more load than their hours and types hold`,
  );
  for (const problem of result.problems) say(problem);
  tellMost("plausible overviews not filled", result.plausible - result.completed, { unit: "", limit: 0 });
  tellMost("implausible overviews filled", result.implausible - result.refused, { unit: "", limit: 0 });
  for (const [name, values, limits] of [
    ["hours off", result.hours, [2, 5]],
    ["load off", result.load, [5, 15]],
  ]) {
    tellMost(`${name}, median`, share(values, 0.5) * 100, { unit: "%", limit: limits[0] });
    tellMost(`${name}, 95th percentile`, share(values, 0.95) * 100, { unit: "%", limit: limits[1] });
  }
  tellMost("workouts of another type", result.otherTypes, { unit: "", limit: 0 });
  tellMost("hard workouts again within 14 days", result.repeats, { unit: "", limit: 0 });
  tellMost("more hard days than asked for", result.extraHardDays, { unit: "", limit: 0 });
}
