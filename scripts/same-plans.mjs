/**
 * Holds two states of the program against each other: the same drawn requests, planned by both, give the same files or not.
 * `npm run same-plans -- --against ../other-checkout --draws 500`; ends with 1 where a plan differs, and says where first.
 */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const { values } = parseArgs({ options: { against: { type: "string" }, draws: { type: "string", default: "500" } } });
if (values.against === undefined) {
  console.error("--against: name the other checkout, `git worktree add ../before <commit>` makes one");
  process.exit(2);
}

/** The planner of a checkout, bundled from its own sources, with its own library. */
async function plannerOf(root) {
  const outfile = join(mkdtempSync(join(tmpdir(), "cycling-plan-same-")), "plan.mjs");
  const entryPoints = [join(root, "scripts", "sweep", "plan-text.ts")];
  await build({ entryPoints, outfile, bundle: true, format: "esm", platform: "node", target: "node20.19" });
  const { planTexts } = await import(outfile);
  const read = (name) => JSON.parse(readFileSync(join(root, "library", name), "utf8"));
  const manifest = read("manifest.json");
  return planTexts({ manifest, files: manifest.files.map(read) });
}

/** The first line in which two texts differ, from both. */
function firstDifference(before, after) {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const line = old.findIndex((text, i) => text !== now[i]);
  return `line ${line + 1}: ${old[line]?.trim() ?? "nothing"} | ${now[line]?.trim() ?? "nothing"}`;
}

const [before, after] = [await plannerOf(resolve(values.against)), await plannerOf(ROOT)];
const draws = Number(values.draws);
let different = 0;
for (let index = 0; index < draws; index++) {
  const [old, now] = [before(index), after(index)];
  if (old === now) continue;
  different += 1;
  if (different <= 10) console.log(`${index}: ${firstDifference(old, now)}`);
}
console.log(`${draws} requests, ${different} different`);
process.exitCode = different === 0 ? 0 : 1;
