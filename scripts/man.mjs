/** Writes man/cycling-plan.1 from the specs of the commands: help and manual say the same. `npm run man`. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const BUNDLE = join(ROOT, "node_modules", ".cache", "cycling-plan", "man.mjs");

await build({
  absWorkingDir: ROOT,
  entryPoints: [join(ROOT, "scripts", "man", "write.ts")],
  outfile: BUNDLE,
  bundle: true,
  splitting: false,
  format: "esm",
  platform: "node",
  packages: "external",
  logLevel: "warning",
});
const { manual } = await import(pathToFileURL(BUNDLE).href);
await mkdir(join(ROOT, "man"), { recursive: true });
await writeFile(join(ROOT, "man", "cycling-plan.1"), manual());
