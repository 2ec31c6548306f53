import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, it, onTestFinished } from "vitest";
import { aPlace } from "../cli/run-cli.ts";

interface Bill {
  readonly bomFormat: string;
  readonly components: readonly { readonly name: string }[];
}

const SLOW = 60_000;

const releaseCheck = async (args: readonly string[], registry = "http://127.0.0.1:9/") =>
  execa(process.execPath, ["scripts/release-check.mjs", ...args], {
    reject: false,
    env: { npm_config_registry: registry, npm_config_cache: await aPlace(), npm_config_fetch_retries: "0" },
  });

/** A registry that knows an advisory, or none. */
async function aRegistry(advisories: unknown): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(request.method === "POST" ? advisories : { name: "yauzl", versions: {} }));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe("npm run release-check", { timeout: SLOW }, () => {
  it("writes a bill of materials of what is installed, and finds each licence on the list", async () => {
    const kept = join(await aPlace(), "bill.json");
    const { exitCode, stdout } = await releaseCheck(["sbom", "licences", "--sbom", kept]);
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^ok +sbom[^]*\nok +licences.*\(.*MIT/)]);
    const { bomFormat, components } = JSON.parse(await readFile(kept, "utf8")) as Bill;
    const names = components.map(({ name }) => name);
    expect(bomFormat).toBe("CycloneDX");
    // Of these npm leaves out what a tool of ours needs, too.
    expect(names).toEqual(expect.arrayContaining(["commander", "zod", "openai"]));
    expect(names).not.toContain("vitest");
  });

  it("says that nobody knows where no registry answers, and takes that for no pass", async () => {
    const { exitCode, stdout } = await releaseCheck(["audit"]);
    expect([exitCode, stdout]).toEqual([3, expect.stringContaining("no registry answered, so nobody knows: ")]);
  });

  it("names an advisory, and passes where there is none", async () => {
    const of = { id: 1, url: "https://example.org/a", title: "Zip slip", severity: "high", vulnerable_versions: "*" };
    const found = await releaseCheck(["audit"], await aRegistry({ yauzl: [of] }));
    expect([found.exitCode, found.stdout]).toEqual([1, expect.stringContaining("yauzl, high: Zip slip https://exam")]);
    expect((await releaseCheck(["audit"], await aRegistry({}))).exitCode).toBe(0);
  });

  it("refuses what is no check", async () => {
    expect((await releaseCheck(["licenses"])).exitCode).toBe(2);
  });
});
