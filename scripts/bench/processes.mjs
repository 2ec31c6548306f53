/** Figures of the whole process: how long it takes beside `node -e 0`, on this Node and on newer ones, and how much memory. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { installNode } from "../install-node.mjs";
import { median, say, tellMost } from "./verdicts.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");
const BIN = join(ROOT, "bin", "cycling-plan.js");
const REQUEST = join(ROOT, "fixtures", "requests", "century-12-weeks.json");

function generateInto(out) {
  const fixed = ["--seed", "x", "--today", "2026-12-01", "--quiet", "--force"];
  return ["generate", "--profile", REQUEST, "--out", out, ...fixed];
}

/** The bounds of a start, times `node -e 0`, and where it should be. */
const STARTS = [
  { name: "--help", limit: 1.7, reach: 1.4, args: () => ["--help"] },
  { name: "--version", limit: 1.7, reach: 1.4, args: () => ["--version"] },
  { name: "12-week plan on disk", limit: 4.6, reach: 3.8, args: generateInto },
  { name: "today", limit: 3, reach: 2.5, args: (out) => ["today", out, "--today", "2027-01-12"] },
];
const PLAN_SECONDS = 0.5;
/** The same plan on newer Nodes, to their own `node -e 0`. */
const NEWER = { versions: ["22", "24", "26"], limit: 5.4, reach: 4.5 };
const PEAK_MEGABYTES = { limit: 85, reach: 75 };

/** Milliseconds of one run of Node; a command that fails is no measurement. */
function timed(node, args, env) {
  const started = performance.now();
  const { status, stderr } = spawnSync(node, args, { encoding: "utf8", env, stdio: ["ignore", "pipe", "pipe"] });
  const milliseconds = performance.now() - started;
  if (status !== 0) throw new Error(`${node} ${args.join(" ")} ended with ${status}:\n${stderr}`);
  return milliseconds;
}

/** Milliseconds of some commands round by round: they take turns, so that what slows the machine slows all of them alike. */
function takingTurns(commands, rounds) {
  const times = commands.map(() => []);
  for (let round = -1; round < rounds; round++) {
    commands.forEach(({ node = process.execPath, args, env }, index) => {
      const milliseconds = timed(node, args, env);
      if (round >= 0) times[index].push(milliseconds); // the first round only fills caches
    });
  }
  return times;
}

export function start(rounds, out) {
  // What a machine remembers of plans it saw before is that of this run alone.
  const env = { ...process.env, XDG_STATE_HOME: join(out, "state") };
  const lines = STARTS.map(({ args }) => ({ args: [BIN, ...args(out)], env }));
  const times = takingTurns([{ args: ["-e", "0"] }, ...lines], rounds);
  const [bare, ...rest] = times.map(median);
  say(`node -e 0: median ${bare.toFixed(1)} ms of ${rounds}`);
  rest.forEach((milliseconds, index) => {
    const { name, limit, reach } = STARTS[index];
    tellMost(`${name}, times node -e 0`, milliseconds / bare, { unit: "x", limit, reach });
  });
  const plan = 1 + STARTS.findIndex(({ args }) => args === generateInto);
  tellMost("12-week plan on disk, fastest", Math.min(...times[plan]), { unit: "ms", limit: PLAN_SECONDS * 1000 });
}

/** Says the peak of a process as it ends: kilobytes of resident memory, on every system. */
const SAY_PEAK = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => process.stderr.write("\\npeak " + process.resourceUsage().maxRSS));',
)}`;

export function memory(rounds, out) {
  const peaks = Array.from({ length: Math.min(rounds, 5) }, () => {
    const { stderr } = spawnSync(process.execPath, ["--import", SAY_PEAK, BIN, ...generateInto(out)], {
      encoding: "utf8",
    });
    return Number(/peak (\d+)$/.exec(stderr)?.[1] ?? Number.NaN) / 1024;
  });
  tellMost("peak memory of a 12-week plan", Math.max(...peaks), { unit: "MB", ...PEAK_MEGABYTES });
}

/** The executable of a Node of this version, fetched once for this machine. */
function nodeOf(version) {
  const folder = join(tmpdir(), `cycling-plan-bench-node-${version}`);
  const file = join(folder, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  return installNode(version, folder).file;
}

export function nodes(rounds) {
  for (const version of NEWER.versions) {
    let node;
    try {
      node = nodeOf(version);
    } catch (error) {
      say(`Node ${version} is not measured: it could not be fetched (${error.message})`);
      continue;
    }
    // A folder of its own: what a Node keeps of compiled code belongs to it.
    const out = mkdtempSync(join(tmpdir(), "cycling-plan-bench-out-"));
    const lines = [
      { node, args: ["-e", "0"] },
      { node, args: [BIN, ...generateInto(out)] },
    ];
    const [bare, plan] = takingTurns(lines, rounds).map(median);
    tellMost(`12-week plan on Node ${version}, times node -e 0`, plan / bare, { unit: "x", ...NEWER });
  }
}
