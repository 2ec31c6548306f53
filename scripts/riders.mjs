/**
 * Requests of drawn riders, a line each, for `batch`: `node scripts/riders.mjs --count 1000 --weeks 12 > riders.ndjson`.
 * The same seed gives the same riders; without --weeks they have 4 to 24.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const { values } = parseArgs({
  options: {
    count: { type: "string", default: "100" },
    weeks: { type: "string" },
    seed: { type: "string", default: "scale" },
  },
});

const folder = mkdtempSync(join(tmpdir(), "cycling-plan-riders-"));
const outfile = join(folder, "riders.mjs");
await build({
  entryPoints: [join(ROOT, "scripts", "scale", "riders.ts")],
  outfile,
  bundle: true,
  format: "esm",
  platform: "node",
});
const { riderLines } = await import(outfile);
rmSync(folder, { recursive: true });
const how = { seed: values.seed, ...(values.weeks === undefined ? {} : { weeks: Number(values.weeks) }) };
for (const text of riderLines(Number(values.count), how))
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once("drain", resolve));
