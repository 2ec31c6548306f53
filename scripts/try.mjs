/**
 * From a fresh clone to a plan on the screen, with nothing but Node and npm: installs what is missing, builds, writes a
 * 12-week plan from a file in fixtures/ to plans/ and shows it. The day and the seed are fixed, so everybody sees the
 * plan that README.md and docs/ show.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { runNpm } from "./run-npm.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const OLDEST_NODE = [20, 19];

const PLAN = ["--plan-id", "first-plan", "--out", "plans", "--seed", "first-plan", "--today", "2026-12-01", "--force"];
const STEPS = [
  ["scripts/build.mjs"],
  ["bin/cycling-plan.js", "generate", "--profile", "fixtures/requests/century-12-weeks.json", ...PLAN],
  ["bin/cycling-plan.js", "show", "plans/first-plan_plan.json"],
];

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(`cycling-plan needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}`);
  process.exit(2);
}

const stopOn = (status) => {
  if (status !== 0) process.exit(status ?? 70);
};
if (!existsSync(resolve(ROOT, "node_modules", "esbuild")))
  stopOn(runNpm(["ci"], { cwd: ROOT, stdio: "inherit" }).status);
for (const step of STEPS) stopOn(spawnSync(process.execPath, step, { cwd: ROOT, stdio: "inherit" }).status);
