/**
 * Runs the tests of a floor for Stryker inside its own process, on files that were read once: a broken line costs the tests that
 * reach it and no more. (The runner for vitest starts a thread for each, which reads all files and plans the plan that the tests
 * share: a second each, an hour for the rules.) What a broken run leaves behind can make no test look better: after each failure the
 * same test runs on the whole code, and where it fails there as well, all files are read anew and the mutant is tried again.
 */
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const WORDS = fileURLToPath(new URL("test-words.mjs", import.meta.url));
/** Tests that change something outside themselves, as in the settings of vitest. */
const SETUP = ["test/support/no-network.mjs", "test/support/same-draws.ts"];
const [PASSED, FAILED] = [0, 1];

/** The words of vitest are ours, and a file's own folder is another in a bundle. */
const ourWords = {
  name: "our words",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^vitest$/ }, ({ importer }) => (importer === WORDS ? { external: true } : { path: WORDS }));
    onLoad({ filter: /test[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replaceAll("import.meta.dirname", JSON.stringify(dirname(path))),
      loader: "ts",
    }));
  },
};

/** The tests of these files, with all code that they reach, in one module that can be read again and again. */
async function bundleOf(files, outfile) {
  const lines = [
    `import { testsOf } from ${JSON.stringify(WORDS)};`,
    ...SETUP.map((path) => `import ${JSON.stringify(resolve(path))};`),
    "export const tests = [];",
    ...files.map(
      (path) =>
        `tests.push(...await testsOf(${JSON.stringify(path)}, () => import(${JSON.stringify(resolve(path))})));`,
    ),
  ];
  await build({
    stdin: { contents: lines.join("\n"), resolveDir: process.cwd() },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    packages: "external",
    plugins: [ourWords],
    logLevel: "error",
  });
}

/** Stryker's own place, where the broken code counts what it runs and reads which break is on. */
const counts = () => (globalThis.__stryker__ ??= {});

async function failureOf({ body }) {
  try {
    await body();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

class InProcess {
  static inject = ["options"];

  constructor({ testFiles }) {
    this.files = testFiles;
    this.times = 0;
  }

  // Files are read with no mutant on, always; so there is nothing to read anew before the next.
  capabilities = () => ({ reloadEnvironment: true });

  async init() {
    this.bundle = resolve(`tests-of-floor-${process.pid}.mjs`);
    await bundleOf(this.files, this.bundle);
    await this.read();
  }

  async read() {
    this.times += 1;
    counts().activeMutant = undefined;
    const { tests } = await import(`${pathToFileURL(this.bundle)}?${this.times}`);
    this.tests = new Map(tests.map((test) => [test.id, test]));
  }

  async dryRun() {
    const tests = [];
    for (const test of this.tests.values()) {
      counts().currentTestId = test.id;
      const started = performance.now();
      const failureMessage = await failureOf(test);
      const status = failureMessage === undefined ? PASSED : FAILED;
      const { id, name, file } = test;
      const timeSpentMs = performance.now() - started;
      tests.push({ id, name, fileName: resolve(file), status, failureMessage, timeSpentMs });
    }
    counts().currentTestId = undefined;
    return { status: "complete", tests, mutantCoverage: counts().mutantCoverage };
  }

  async mutantRun(options) {
    const found = await this.tried(options);
    if (found.status !== "killed" || (await failureOf(this.tests.get(found.killedBy[0]))) === undefined) return found;
    await this.read();
    return await this.tried(options);
  }

  /** The tests that reach the broken line, up to the first that fails. */
  async tried({ activeMutant, testFilter, hitLimit }) {
    Object.assign(counts(), { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    let nrOfTests = 0;
    try {
      for (const id of testFilter ?? this.tests.keys()) {
        nrOfTests += 1;
        const failureMessage = await failureOf(this.tests.get(id));
        if (counts().hitCount > hitLimit) return { status: "timeout" };
        if (failureMessage !== undefined) return { status: "killed", killedBy: [id], failureMessage, nrOfTests };
      }
      return { status: "survived", nrOfTests };
    } finally {
      Object.assign(counts(), { activeMutant: undefined, hitLimit: undefined });
    }
  }
}

export const strykerPlugins = [{ kind: "TestRunner", name: "in-process", injectableClass: InProcess }];
