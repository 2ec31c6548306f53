/**
 * How well wishes in riders' own words are read: `fixtures/wishes`, sixty wishes in six languages, thirty that were held back
 * while the reader was written, and twenty traps, scored per term. Our own reader always; a model too where it is named and can be
 * asked: `npm run bench:wishes -- --provider ollama` with the provider's own variables and AI_MODEL. Fails where something was
 * invented, or a trap is not safe.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const FOLDER = join(ROOT, "fixtures", "wishes");
const { values } = parseArgs({ options: { provider: { type: "string" } } });

// Inside the checkout, so that the SDKs of the providers are found.
const out = mkdtempSync(join(ROOT, "node_modules", ".bench-wishes-"));
try {
  await build({
    entryPoints: [join(ROOT, "scripts", "wishes", "bench.ts")],
    outfile: join(out, "bench.mjs"),
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    packages: "external",
    logLevel: "warning",
  });
  /** @type {typeof import("./wishes/bench.ts")} */
  const { benchWishes, modelOf } = await import(join(out, "bench.mjs"));
  const own = await benchWishes(FOLDER, undefined);
  console.log(`Our own reader, without a model\n${own.lines.join("\n")}`);
  const model = values.provider === undefined ? undefined : modelOf(values.provider, process.env);
  const read = model === undefined ? undefined : await benchWishes(FOLDER, model.interpret);
  console.log(
    read === undefined
      ? "A model: not measured (name one that can be asked: --provider ollama)"
      : `${model.name}, beside our own reader\n${read.lines.join("\n")}`,
  );
  process.exitCode = own.isSafe && read?.isSafe !== false ? 0 : 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
