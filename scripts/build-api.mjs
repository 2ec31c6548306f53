/**
 * Bundles src/api/ into dist/api/: what `import "cycling-plan"` gives, for Node and for browsers. A function a file, so that a
 * bundler leaves out what nobody calls; packages stay packages, which the reader's own bundler finds.
 */
import { readFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const API = join(ROOT, "src", "api");
/** The public door and, one by one, what it opens on. */
const ENTRIES = ["cycling-plan", "compile-plan", "check-plan", "change-plan", "read-plan", "export-plan"];
const PACKAGES = ["zod", "d3-scale", "d3-shape", "@noble/hashes"];

/** The workouts without what is measured of them: a reader's machine does that once, in a tenth of a second, and loads a fifth less. */
const workouts = (shipped) => ({
  name: "workouts",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^#workouts$/ }, () => ({ path: "workouts", namespace: "workouts" }));
    onLoad({ filter: /.*/, namespace: "workouts" }, () => {
      const { manifest, files } = JSON.parse(shipped);
      return { contents: JSON.stringify({ manifest, files }), loader: "json" };
    });
  },
});

/** `import * as z` lets a bundler drop what is not used, as in the program's own build. */
const zodAsNamespace = {
  name: "zod-as-namespace",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace('import { z } from "zod";', 'import * as z from "zod";'),
      loader: "ts",
    }));
  },
};

/** Fails where something of Node's came in: that would end the promise that a browser can load it. */
function checkPure({ outputs }) {
  const foreign = Object.values(outputs)
    .flatMap(({ imports }) => imports.filter(({ external }) => external === true).map(({ path }) => path))
    .filter((path) => !PACKAGES.some((name) => path === name || path.startsWith(`${name}/`)));
  if (foreign.length > 0)
    throw new Error(`dist/api must run anywhere, and imports ${[...new Set(foreign)].join(", ")}`);
}

/** The files of dist/api/ by their path below dist/. `shipped` is the text of dist/library.json. */
export async function buildApi(shipped) {
  const { metafile, outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES.map((name) => join(API, `${name}.ts`)),
    outdir: "dist/api",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    external: [...PACKAGES, "node:*"],
    chunkNames: "part-[hash]",
    minify: true,
    // An error's report shows the names of functions.
    keepNames: false,
    legalComments: "none",
    metafile: true,
    write: false,
    logLevel: "warning",
    plugins: [workouts(shipped), zodAsNamespace],
  });
  checkPure(metafile);
  const dist = join(ROOT, "dist");
  return new Map(outputFiles.map((file) => [relative(dist, file.path), Buffer.from(file.contents)]));
}
