import { readFileSync } from "node:fs";
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { execa } from "execa";
import { describe, expect, it, onTestFinished } from "vitest";
import { aPlace, BIN, cleanEnv, REQUESTS } from "./run-cli.ts";

const CENTURY = JSON.parse(readFileSync(join(REQUESTS, "century-12-weeks.json"), "utf8")) as object;
const KEY = "sk-ant-0123456789abcdef0123456789";

interface Told {
  readonly isError: boolean;
  readonly text: string;
  readonly value: Record<string, unknown>;
}

/** The SDK's own client at the other end of a real pipe. */
async function aClient(place: string) {
  const client = new Client({ name: "a test", version: "1" });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [BIN, "mcp"],
    cwd: place,
    env: { ...cleanEnv(place), CYCLING_PLAN_TODAY: "2026-12-01", ANTHROPIC_API_KEY: KEY },
    stderr: "ignore",
  });
  await client.connect(transport);
  onTestFinished(() => client.close());
  const call = async (name: string, given: Record<string, unknown>): Promise<Told> => {
    const { isError, content } = await client.callTool({ name, arguments: given });
    const [first] = content as { text: string }[];
    const text = first?.text ?? "";
    return { isError: isError === true, text, value: JSON.parse(text) as Record<string, unknown> };
  };
  return { client, call };
}

const filesBelow = async (place: string): Promise<string[]> =>
  (await readdir(place, { recursive: true })).filter((name) => !name.startsWith("requests")).sort();

describe("mcp", () => {
  it("makes, shows, explains, checks, changes, compares, reviews and exports a plan", async () => {
    const place = await aPlace();
    const { client, call } = await aClient(place);
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual([
      "generate",
      "show",
      "today",
      "why",
      "lint",
      "propose_change",
      "apply_change",
      "diff",
      "review",
      "export",
    ]);
    const made = await call("generate", { request: CENTURY, plan_id: "mine", seed: "s" });
    expect(made).toMatchObject({ isError: false, value: { plan_id: "mine" } });
    for (const tool of ["show", "today", "why", "review"])
      expect((await call(tool, { plan_id: "mine", today: "2026-12-10" })).isError, tool).toBe(false);
    expect((await call("lint", { plan_id: "mine" })).isError).toBe(false);
    const shown = await call("propose_change", { plan_id: "mine", words: "missed tue", today: "2026-12-10" });
    expect(shown).toMatchObject({
      isError: false,
      value: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown },
    });
    const before = await readFile(join(place, "plans", "mine_plan.json"), "utf8");
    const done = await call("apply_change", { plan_id: "mine", hash: shown.value.hash, today: "2026-12-10" });
    expect(done.isError, done.text).toBe(false);
    expect(await readFile(join(place, "plans", "mine_plan.json"), "utf8")).not.toBe(before);
    const again = await call("apply_change", { plan_id: "mine", hash: shown.value.hash, today: "2026-12-10" });
    expect(again).toMatchObject({ isError: true, value: { error: { code: "INPUT_INVALID" } } });
    expect((await call("diff", { plans: ["mine@0", "mine"] })).isError).toBe(false);
    expect((await call("export", { plan_id: "mine", formats: ["ics", "html"] })).isError).toBe(false);
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual(
      expect.arrayContaining(["cycling-plan://plans/mine", "cycling-plan://schemas/request"]),
    );
    const { contents } = await client.readResource({ uri: "cycling-plan://plans/mine" });
    expect(contents[0]).toMatchObject({ text: await readFile(join(place, "plans", "mine_plan.json"), "utf8") });
    const outside = (await filesBelow(place)).filter(
      (name) => !/^(?:plans|workouts|\.cycling-plan)(?:\/|$)/.test(name),
    );
    expect(outside).toEqual([]);
  }, 90_000);

  it("takes hostile arguments for what they are, and writes nothing for them", async () => {
    const place = await aPlace();
    const elsewhere = await aPlace();
    const { client, call } = await aClient(place);
    const before = await filesBelow(place);
    const hostile: [string, Record<string, unknown>][] = [
      ["show", { plan_id: "../../etc/passwd" }],
      ["show", { plan_id: "--help" }],
      ["show", { plan_id: "mine", week: "1; rm -rf /" }],
      ["show", { plan_id: "mine", extra: 1 }],
      ["today", {}],
      ["today", { plan_id: "mine", today: "--force" }],
      ["propose_change", { plan_id: "mine", words: "--apply=/etc/passwd" }],
      ["propose_change", { plan_id: "mine", words: "x".repeat(100_000) }],
      ["apply_change", { plan_id: "mine", hash: "0".repeat(64) }],
      ["apply_change", { plan_id: "mine", hash: "../proposal.json" }],
      ["diff", { plans: ["mine", "/etc/passwd"] }],
      ["export", { plan_id: "mine", formats: ["exe"] }],
      ["generate", { request: CENTURY, plan_id: "../x" }],
      ["generate", { request: "century" }],
      ["generate", { request: { __proto__: 1, profile: { ftp: 1e308 } } }],
      ["generate", { request: CENTURY, plan_id: "con" }],
    ];
    for (const [name, given] of hostile) expect((await call(name, given)).isError, JSON.stringify(given)).toBe(true);
    await expect(client.callTool({ name: "constructor", arguments: {} })).rejects.toThrow("There is no tool");
    for (const uri of [
      "file:///etc/passwd",
      "cycling-plan://plans/../../etc/passwd",
      "cycling-plan://schemas/__proto__",
    ])
      await expect(client.readResource({ uri }), uri).rejects.toThrow("There is no resource");
    expect(await filesBelow(place)).toEqual(before);
    await symlink(elsewhere, join(place, "plans"));
    const led = await call("generate", { request: CENTURY, plan_id: "mine" });
    expect(led).toMatchObject({
      isError: true,
      value: { error: { message: expect.stringContaining("leads out") as unknown } },
    });
    expect(await filesBelow(elsewhere)).toEqual([]);
  }, 60_000);

  it("writes no plan for more than twice the hours of now before it was shown", async () => {
    const place = await aPlace();
    const { call } = await aClient(place);
    const { profile, ...rest } = CENTURY as { profile: object };
    const request = { ...rest, profile: { ...profile, weeklyHours: 12, recentWeeklyHours: 4, acceptRamp: true } };
    const given = { request, plan_id: "ramp", seed: "s" };
    const shown = await call("generate", given);
    expect(shown.isError, shown.text).toBe(false);
    expect(await filesBelow(place)).not.toContain("plans/ramp_plan.json");
    const other = await call("generate", { ...given, seed: "t", seen: shown.value.hash });
    expect(other).toMatchObject({ isError: true, value: { error: { code: "INPUT_INVALID" } } });
    expect((await call("generate", { ...given, seen: shown.value.hash })).isError).toBe(false);
    expect(await filesBelow(place)).toContain("plans/ramp_plan.json");
  }, 60_000);

  it("leaves out what is no message, and a message that is too long", async () => {
    const place = await aPlace();
    await mkdir(join(place, "plans"));
    await writeFile(join(place, "plans", "x"), "");
    const ask = (id: number): string => `${JSON.stringify({ jsonrpc: "2.0", id, method: "ping" })}\n`;
    const input = `${ask(1)}not json\n{"jsonrpc":"2.0","id":2,"method":"${"x".repeat(5_000_000)}"}\n${ask(3)}`;
    const { stdout, stderr, exitCode } = await execa(process.execPath, [BIN, "mcp"], {
      cwd: place,
      env: cleanEnv(place),
      extendEnv: false,
      input,
    });
    expect(exitCode).toBe(0);
    expect(stdout.split("\n").map((line) => (JSON.parse(line) as { id: number }).id)).toEqual([1, 3]);
    expect(stderr).toContain("was left out");
  });
});
