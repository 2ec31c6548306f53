/**
 * Bundles src/cli/main.ts into dist/. Start-up time is a feature: one file per lazily loaded part is read much faster
 * than the hundred files of the packages it uses. Files that did not change are left alone and the others are renamed
 * into place, so a command that runs meanwhile sees whole files.
 */
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { buildApi } from "./build-api.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const DIST = join(ROOT, "dist");

/**
 * Large, without a licence text to copy or not made to be bundled (jsonc-parser, yauzl), and loaded only when a rider needs them: they
 * stay packages of their own.
 */
const NOT_BUNDLED = [
  "@anthropic-ai/sdk",
  "openai",
  "ollama",
  "undici",
  "inquirer",
  "@inquirer/*",
  "ora",
  "saxes",
  "jsonc-parser",
  "yauzl",
  "d3-scale",
  "d3-shape",
];

/** Packages written for `require` need one; an ES module has none. */
const REQUIRE =
  'import { createRequire } from "node:module"; let made; const require = (id) => (made ??= createRequire(import.meta.url))(id);\n';

/** A file of the bundle, with a `require` where something in it asks for one. */
const contentsOf = ({ text }) => Buffer.from(/\brequire\b/.test(text) ? `${REQUIRE}${text}` : text);

/** Name of the package a bundled input came from, or undefined for our own files. */
const packageOf = (input) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(input)?.[1];

/**
 * `import { z } from "zod"` keeps all of zod, 40 languages included, because `z` is one value; as a namespace only what is
 * used stays: 120 kB for 580, and some 45 ms less of every start that reads a file.
 */
const zodAsNamespace = (contents) => contents.replace('import { z } from "zod";', 'import * as z from "zod";');

/** Short names inside functions; those of functions stay, because a report of an error shows them. */
const shortened = async (contents, loader) =>
  (await transform(contents, { loader, minifyIdentifiers: true, target: OPTIONS.target, legalComments: "inline" }))
    .code;

/** Every source on its way into a bundle. */
const sources = {
  name: "sources",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: await shortened(zodAsNamespace(await readFile(path, "utf8")), "ts"),
      loader: "js",
    }));
    onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, async ({ path }) => ({
      contents: await shortened(await readFile(path, "utf8"), "js"),
      loader: "js",
    }));
  },
};

/**
 * The SDK of `mcp` brings a validator of 140 kB for questions that a server asks its client; ours asks none. What stands in its place
 * fails where somebody asks.
 */
const noValidator = {
  name: "no-validator",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]@modelcontextprotocol[\\/]sdk[\\/].*ajv-provider\.js$/ }, () => ({
      contents:
        'export class AjvJsonSchemaValidator { getValidator() { throw new Error("this server asks its client nothing"); } }',
      loader: "js",
    }));
  },
};

/** commander can start other programs as commands of its own; ours has none, and what starts programs takes milliseconds to load. */
const noPrograms = {
  name: "no-programs",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]commander[\\/]lib[\\/]command\.js$/ }, async ({ path }) => {
      const contents = await readFile(path, "utf8");
      const starts = "require('node:child_process')";
      if (!contents.includes(starts)) throw new Error(`commander no longer says ${starts}: look at noPrograms again`);
      return { contents: await shortened(contents.replace(starts, "{}"), "js"), loader: "js" };
    });
  },
};

/** Fails where some import brought all of zod back. */
function checkZod({ outputs }) {
  const kept = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
  const languages = kept.filter((input) => /zod\/v4\/locales\/(?!en\.js)/.test(input));
  if (languages.length > 0) throw new Error('the bundle holds every language of zod: write `import { z } from "zod";`');
}

const OPTIONS = {
  absWorkingDir: ROOT,
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  external: NOT_BUNDLED,
  minifySyntax: true,
  minifyIdentifiers: true,
  minifyWhitespace: true,
  // THIRD-PARTY.txt holds the licences of what is bundled.
  legalComments: "none",
  metafile: true,
  write: false,
  logLevel: "warning",
};

const CLI = join(ROOT, "src", "cli");

/** What `generate`, the command that runs most often, always needs: the core of the program. */
const CORE = join(CLI, "main-generate.ts");

/** Files of ours that are loaded only when asked for. */
const lateModules = ({ inputs }) => [
  ...new Set(
    Object.values(inputs)
      .flatMap(({ imports }) => imports.filter(({ kind }) => kind === "dynamic-import"))
      .map(({ path }) => path)
      .filter((path) => path.startsWith("src/")),
  ),
];

/** Everything that a file needs before it can run, itself included. */
function neededBy(path, inputs, seen = new Set()) {
  // What stays a package of its own, and Node's own modules, are no part of a bundle.
  if (seen.has(path) || inputs[path] === undefined) return seen;
  seen.add(path);
  for (const { path: next, kind } of inputs[path].imports)
    if (kind === "import-statement") neededBy(next, inputs, seen);
  return seen;
}

/** A late part that needs less than this share of the core's own sources shares only a base with the others of its kind: what riders look at, not what plans. */
const LIGHT = 0.28;

/** What the start itself holds. */
const START = join(CLI, "main.ts");

/**
 * What is to be loaded before each late part: the core, or for a light one all that the light ones need of it. Those that check no
 * file, such as the views of every morning, share a smaller base without zod. What the start holds already asks for nothing.
 */
function loadedBefore({ inputs }) {
  const core = neededBy(relative(ROOT, CORE), inputs);
  const start = neededBy(relative(ROOT, START), inputs);
  const inCore = (path) => [...neededBy(path, inputs)].filter((one) => core.has(one));
  // Packages are needed by nearly all and say nothing of a part's own weight.
  const own = (paths) => paths.filter((path) => path.startsWith("src/"));
  const bytes = (paths) => own(paths).reduce((total, path) => total + inputs[path].bytes, 0);
  const whole = bytes([...core]);
  const late = lateModules({ inputs });
  const isLight = (path) => bytes(inCore(path)) < whole * LIGHT;
  const checks = (path) => [...neededBy(path, inputs)].some((one) => packageOf(one) === "zod");
  const isOfStart = (path) => inCore(path).every((one) => start.has(one));
  const baseOf = (paths) => [...new Set(own(paths.flatMap(inCore)))].map((one) => join(ROOT, one));
  const light = late.filter(isLight);
  const [ground, base] = [baseOf([relative(ROOT, START)]), baseOf(light)];
  const views = baseOf(light.filter((path) => !checks(path)));
  const before = (path) => {
    if (!isLight(path)) return [CORE];
    return [...ground, ...(isOfStart(path) ? [] : checks(path) ? base : views)];
  };
  return new Map(late.map((path) => [join(ROOT, path), before(path)]));
}

/** Stands before each late part, and loads what it shares with the others first. */
const lateParts = (before) => ({
  name: "late-parts",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\..*\.ts$/ }, ({ kind, path, resolveDir }) => {
      const found = join(resolveDir, path);
      return kind === "dynamic-import" && before.has(found) ? { path: found, namespace: "late" } : undefined;
    });
    onLoad({ filter: /.*/, namespace: "late" }, ({ path }) => {
      const first = before.get(path).map((one) => `import ${JSON.stringify(one)};`);
      return { contents: [...first, `export * from ${JSON.stringify(path)};`].join("\n"), resolveDir: ROOT };
    });
  },
});

/**
 * The start, the core, and what is loaded late. Sixty small files take longer to open than a large one to read, so every late part
 * says here what it shares with the others: then core and base fall into no pieces, and nothing is shipped twice.
 */
async function program() {
  const bundleWith = (...plugins) =>
    build({
      ...OPTIONS,
      entryPoints: { main: START, generate: CORE },
      plugins: [...plugins, noValidator, noPrograms, sources],
    });
  return bundleWith(lateParts(loadedBefore((await bundleWith()).metafile)));
}

async function bundle() {
  const { metafile, outputFiles } = await program();
  checkZod(metafile);
  const packages = [
    ...new Set(
      Object.keys(metafile.inputs)
        .map(packageOf)
        .filter((name) => name !== undefined),
    ),
  ].sort();
  const files = new Map(outputFiles.map((file) => [relative(DIST, file.path), contentsOf(file)]));
  return { files, packages };
}

/** The licence texts of what the bundle holds: their terms ask for the text in every copy. */
async function licences(packages) {
  const texts = await Promise.all(
    packages.map(async (name) => {
      const folder = join(ROOT, "node_modules", name);
      const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
      const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
      if (file === undefined) throw new Error(`${name} ships no licence text; it must not be bundled`);
      const text = (await readFile(join(folder, file), "utf8")).replace(/\r\n/g, "\n").trim();
      return `${name} ${version} (${license})\n\n${text}\n`;
    }),
  );
  return `cycling-plan contains these packages, each under its own licence.\n\n${texts.join("\n----\n\n")}`;
}

/**
 * The library in one file, checked, with what a planner needs to know of every workout: measured once here instead of at every start.
 */
async function library() {
  const source = [
    'export { parseLibrary } from "./src/library/parse-library.ts";',
    'export { catalogueOf } from "./src/library/catalogue.ts";',
  ];
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    stdin: { contents: source.join("\n"), resolveDir: ROOT, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    write: false,
    logLevel: "warning",
  });
  const { parseLibrary, catalogueOf } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`
  );
  const read = async (name) => JSON.parse(await readFile(join(ROOT, "library", name), "utf8"));
  const manifest = await read("manifest.json");
  const files = await Promise.all(manifest.files.map(read));
  return JSON.stringify({ manifest, files, catalogue: catalogueOf(parseLibrary(manifest, files)) });
}

async function writeIfChanged(path, contents) {
  const same = existsSync(path) && (await readFile(path)).equals(contents);
  if (same) return;
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, contents);
  await rename(temporary, path);
}

async function removeOthers(wanted) {
  for (const entry of await readdir(DIST, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const isOurs = entry.isDirectory() || wanted.has(relative(DIST, path)) || path.endsWith(".tmp");
    if (!isOurs) await rm(path, { force: true });
  }
}

/** Builds dist/ and says what it holds: bytes per file, and the packages inside. */
export async function buildDist() {
  const { files, packages } = await bundle();
  files.set("THIRD-PARTY.txt", Buffer.from(await licences(packages)));
  const workouts = await library();
  files.set("library.json", Buffer.from(workouts));
  for (const [name, contents] of await buildApi(workouts)) files.set(name, contents);
  await mkdir(DIST, { recursive: true });
  for (const [name, contents] of files) await writeIfChanged(join(DIST, name), contents);
  await removeOthers(files);
  return { packages, sizes: new Map([...files].map(([name, contents]) => [name, contents.length])) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { sizes } = await buildDist();
  const kilobytes = [...sizes.values()].reduce((total, size) => total + size, 0) / 1024;
  const main = (sizes.get("main.js") ?? 0) / 1024;
  console.log(`dist/: ${sizes.size} files, ${kilobytes.toFixed(0)} kB (main.js ${main.toFixed(0)} kB)`);
}
