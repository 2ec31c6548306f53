import { readFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import manifest from "../../../package.json" with { type: "json" };

const BIN = fileURLToPath(new URL("../../../bin/cycling-plan.js", import.meta.url));

/** Runs the launcher as if this Node were another: what it asks is answered before it starts. */
async function startedBy(version: string) {
  const fake = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } });`;
  const url = `data:text/javascript,${encodeURIComponent(fake)}`;
  const { exitCode, stdout, stderr } = await execa("node", ["--import", url, BIN, "--version"], { reject: false });
  return { exitCode, stdout, stderr };
}

describe("the launcher", () => {
  it.each(["12.22.12", "18.20.8", "20.18.3"])("says in one sentence that Node %s is too old", async (version) => {
    expect(manifest.engines.node).toMatch(/^>=\d+\.\d+$/);
    const needed = manifest.engines.node.slice(2);
    expect(await startedBy(version)).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `cycling-plan needs Node.js ${needed} or newer, and this is ${version}: install a newer one from https://nodejs.org.`,
    });
  });

  it.each(["20.19.0", "22.0.0", "100.1.0"])("starts the program on Node %s", async (version) => {
    expect(await startedBy(version)).toMatchObject({ exitCode: 0, stderr: "" });
  });

  it("holds nothing that Node 12 cannot read", async () => {
    const source = await readFile(BIN, "utf8");
    // esbuild rewrites what a target does not know, and refuses what it cannot rewrite, such as an await out here.
    const forOld = await transform(source, { target: "node12.20", format: "esm" });
    const forNew = await transform(source, { target: "esnext", format: "esm" });
    expect(forOld.code).toBe(forNew.code);
    // What stands before the question for its age is read before it: Node's own modules, by the names that Node 12 knows.
    const loaded = [...source.matchAll(/^import\s.*?"(.*?)";$/gms)].map(([, name]) => name);
    expect(loaded.filter((name) => name?.startsWith("node:") === true || !isBuiltin(name ?? ""))).toEqual([]);
    expect(source.match(/^import\s/gm) ?? []).toHaveLength(loaded.length);
  });
});
