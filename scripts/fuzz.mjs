/**
 * Damages inputs of every reader of what comes from outside, and keeps those that reach code that none before had reached
 * (coverage of V8). Fails on an error that is no refusal, and on an input that takes more than 2 seconds of the processor
 * or 300 MB, whatever else the machine does meanwhile.
 * `npm run fuzz` takes ten minutes for all readers together; `npm run fuzz -- --minutes 10 csv zwo` as long for each of these two
 * (minutes of the processor, which are those of the clock where nothing else runs).
 */
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const TEN_MINUTES = 600_000;

/** One reader in a process of its own; what never ends is ended there. */
function inProcess(of) {
  return new Promise((done) => {
    const child = fork(join(ROOT, "scripts", "fuzz", "one-reader.mjs"), [JSON.stringify(of)]);
    let outcome;
    child.on("message", (told) => (outcome = told));
    child.on("exit", (code, signal) => {
      const { name, folder, seed } = of;
      const why = `ended by ${signal ?? `exit ${code}`} (--seed ${seed}): ${join(folder, `${name}-endless.bin`)} if an input took a minute`;
      done(outcome ?? { reader: name, faults: [why] });
    });
  });
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { minutes: { type: "string" }, seed: { type: "string", default: "1" } },
  });
  // What is left of a fault is kept: its path is printed.
  const folder = mkdtempSync(join(tmpdir(), "cycling-plan-fuzz-"));
  const outdir = mkdtempSync(join(ROOT, "node_modules", ".fuzz-"));
  try {
    const { build } = await import("esbuild");
    const entryPoints = [join(ROOT, "scripts", "fuzz", "run.ts")];
    const common = { bundle: true, format: "esm", platform: "node", target: "node20.19", packages: "external" };
    await build({ ...common, entryPoints, outdir, outExtension: { ".js": ".mjs" }, logLevel: "warning" });
    const file = pathToFileURL(join(outdir, "run.mjs")).href;
    const { names } = await import(file);
    const queue = positionals.length > 0 ? positionals : [...names()];
    const atOnce = Math.min(2, availableParallelism());
    const each = values.minutes === undefined ? (TEN_MINUTES * atOnce) / queue.length : Number(values.minutes) * 60_000;
    const next = async () => {
      for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
        const found = await inProcess({ file, name, ms: each, seed: Number(values.seed), folder });
        const { inputs, kept, blocks, slowestMs, mostMegabytes, faults } = found;
        console.log(
          `${name.padEnd(9)} ${inputs} inputs, ${kept} kept, ${blocks} blocks, slowest ${slowestMs} ms, largest ${mostMegabytes} MB, ${faults.length} faults`,
        );
        for (const fault of faults) console.log(`  ${fault}`);
        if (faults.length > 0) process.exitCode = 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, next));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

await main();
