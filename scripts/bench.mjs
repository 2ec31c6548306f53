/**
 * How fast the program starts and plans. Processes are held against `node -e 0` of the same run, in turns. Prints each figure with
 * its bound and, where it has one, what it should reach on a quiet machine; fails when a bound is broken.
 * `npm run bench -- --rounds 31`, `npm run bench -- start memory` for some parts only.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { many, overviews, warm } from "./bench/planning.mjs";
import { memory, nodes, start } from "./bench/processes.mjs";
import { allHold } from "./bench/verdicts.mjs";
import { buildDist } from "./build.mjs";

const FEWEST_ROUNDS = 15;
const PARTS = { start, nodes, memory, warm, many, overviews };
const { values, positionals } = parseArgs({ options: { rounds: { type: "string" } }, allowPositionals: true });
const rounds = Math.max(FEWEST_ROUNDS, Number(values.rounds ?? 21));
const wanted = positionals.length === 0 ? Object.keys(PARTS) : positionals;
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(", ")} (there are ${Object.keys(PARTS).join(", ")})`);
  process.exit(2);
}
await buildDist();
const out = mkdtempSync(join(tmpdir(), "cycling-plan-bench-"));
try {
  console.log(`Node ${process.versions.node}, ${cpus().length} cores, ${rounds} rounds`);
  for (const name of wanted) await PARTS[name](rounds, out);
} finally {
  rmSync(out, { recursive: true, force: true });
}
process.exitCode = allHold() ? 0 : 1;
