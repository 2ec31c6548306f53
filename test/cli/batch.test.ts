import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { digestOf } from "../../src/storage/digest.ts";
import { byId, DAY, linesOf, resultsIn, ridersIn } from "./a-batch.ts";
import { aPlace, REQUESTS, runCli } from "./run-cli.ts";

/** The wizard's form, in a few words. */
const rider = (profile: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  timeline: { hasEvent: false, weeks: 4 },
  profile: { ftp: 240, weeklyHours: 6, experienceLevel: "beginner", trainingDays: ["tue", "thu", "sat"], ...profile },
});
const api = JSON.parse(await readFile(join(REQUESTS, "api.json"), "utf8")) as Record<string, unknown>;
const line = (id: string, request: unknown = rider()): string => `${JSON.stringify({ id, request })}\n`;

/** A batch of these lines. */
async function batchOf(cwd: string, lines: string, more: readonly string[] = []) {
  await writeFile(join(cwd, "in.ndjson"), lines);
  return runCli(["batch", "in.ndjson", "--out", "all", ...DAY, "--workers", "1", ...more], { cwd });
}

describe("batch", () => {
  it("makes a plan for each line, in either form of a request, as generate would", async () => {
    const cwd = await aPlace();
    const wizard = JSON.parse(await readFile(join(REQUESTS, "wizard.json"), "utf8")) as unknown;
    const ran = await batchOf(cwd, line("anna", wizard) + line("ben", api));
    expect(ran.err).toContain("2 lines: 2 made, 0 kept, 0 refused, 0 failed.");
    expect(ran.code).toBe(0);
    const { folder, plan_hash: hash } = byId(ran.out).get("anna") ?? {};
    const text = await readFile(join(cwd, "all", folder ?? "", "anna_plan.json"), "utf8");
    expect(digestOf(text)).toBe(hash);
    const alone = await runCli(
      ["generate", "--profile", join(REQUESTS, "wizard.json"), ...DAY, "--seed", "/anna", "--plan-id", "anna"],
      { cwd },
    );
    expect(alone.code).toBe(0);
    const names = (await readdir(join(cwd, "plans"))).filter((name) => name !== "anna_job.json");
    expect(names.length).toBeGreaterThan(5);
    for (const name of names)
      expect(await readFile(join(cwd, "all", folder ?? "", name), "utf8"), name).toBe(
        await readFile(join(cwd, "plans", name), "utf8"),
      );
  });

  it("keeps what follows from the same, and makes anew what does not", async () => {
    const cwd = await aPlace();
    const lines = line("anna") + line("ben", api);
    await batchOf(cwd, lines);
    const before = await ridersIn(join(cwd, "all"));
    expect((await batchOf(cwd, lines)).err).toContain("0 made, 2 kept");
    expect(await ridersIn(join(cwd, "all"))).toEqual(before);
    expect((await batchOf(cwd, line("anna", rider({ ftp: 300 })) + line("ben", api))).err).toContain("1 made, 1 kept");
    expect((await batchOf(cwd, lines, ["--only", "plan"])).err).toContain("2 made, 0 kept");
    const names = [...(await ridersIn(join(cwd, "all"))).keys()].map((path) => path.split("/").at(-1)).sort();
    expect(names).toEqual(["anna_plan.json", "ben_plan.json", "rider.json", "rider.json"]);
    await rm(join(cwd, "all", byId((await batchOf(cwd, lines)).out).get("anna")?.folder ?? "", "anna_plan.json"));
    expect((await batchOf(cwd, lines)).err).toContain("1 made, 1 kept");
  });

  it("says a refusal as a result, once tried, and fails nobody else for it", async () => {
    const cwd = await aPlace();
    const lines = line("anna") + line("none", rider({ weeklyHours: 900 })) + line("ben", api);
    const first = await batchOf(cwd, lines);
    expect(first.code).toBe(0);
    expect(first.err).toContain("2 made, 0 kept, 1 refused");
    const refused = byId(first.out).get("none");
    expect(refused).toMatchObject({ status: "refused", code: "INPUT_INVALID", plan_hash: null, line: 2 });
    const again = await batchOf(cwd, lines);
    expect(again.err).toContain("0 made, 2 kept, 1 refused");
    expect(byId(again.out).get("none")).toMatchObject({ message: refused?.message, code: "INPUT_INVALID" });
  });

  it("reads standard input, and a line that is none stops no other", async () => {
    const cwd = await aPlace();
    const input = `${line("anna")}not json\n\n[1]\n{"request":{}}\n{"id":"x","request":7}\n{"id":"y","request":{},"more":1}\n${line("ben").trim()}`;
    const ran = await runCli(["batch", "-", "--out", "all", ...DAY, "--workers", "1"], { cwd, input });
    expect(ran.err).toContain("7 lines: 2 made, 0 kept, 5 refused");
    const wrong = resultsIn(ran.out).filter(({ status }) => status === "refused");
    expect(wrong.map(({ line: number, id }) => [number, id])).toEqual(
      expect.arrayContaining([
        [2, null],
        [4, null],
        [5, null],
        [6, "x"],
        [7, "y"],
      ]),
    );
  });

  it("gives every id a folder of its own, whatever it is, and an id that stands twice its first line", async () => {
    const cwd = await aPlace();
    const ids = [
      "anna",
      "Anna",
      "ANNA",
      "../../etc/passwd",
      "con",
      "nul.txt",
      "a/b",
      "a\\b",
      "ж",
      "",
      ".",
      "..",
      "x".repeat(200),
      "a\nb",
      "anna ",
    ];
    const lines = ids.map((id) => line(id)).join("") + line("anna", rider({ ftp: 300 }));
    const ran = await batchOf(cwd, lines, ["--only", "plan"]);
    const results = resultsIn(ran.out);
    expect(results).toHaveLength(ids.length + 1);
    const made = results.filter(({ status }) => status === "made");
    expect(made).toHaveLength(ids.length - 1);
    const folders = made.map(({ folder }) => folder ?? "");
    expect(new Set(folders.map((folder) => folder.toLowerCase())).size).toBe(made.length);
    for (const folder of folders) {
      expect(folder).toMatch(/^riders\/[0-9a-f]{2}\/[a-z0-9][a-z0-9._-]*$/);
      expect((await stat(join(cwd, "all", folder, "rider.json"))).isFile()).toBe(true);
    }
    expect(results.find(({ line: number }) => number === ids.length + 1)).toMatchObject({
      status: "refused",
      id: "anna",
    });
    expect(await readdir(cwd)).not.toContain("etc");
  });

  it("shares riders out to parts that make together what one makes, and merge says what is missing", async () => {
    const cwd = await aPlace();
    const lines = linesOf(8) + line("twice") + line("twice") + "none\n";
    await writeFile(join(cwd, "in.ndjson"), lines);
    const part = (shard: string) =>
      runCli(["batch", "in.ndjson", "--out", "parts", ...DAY, "--workers", "1", "--shard", shard, "--only", "plan"], {
        cwd,
      });
    const first = await part("1/3");
    expect(first.err).toContain("of 11 lines");
    const missing = await runCli(["batch", "--merge", "parts"], { cwd });
    expect(missing.code).toBe(2);
    expect(missing.out).toContain("Not done: part 2, 3.");
    const all = [first.out, (await part("2/3")).out, (await part("3/3")).out].join("");
    expect(resultsIn(all)).toHaveLength(11);
    const merged = await runCli(["batch", "--merge", "parts", "--json"], { cwd });
    expect(merged.code).toBe(0);
    expect(JSON.parse(merged.out)).toMatchObject({
      shards: 3,
      lines: 11,
      input_lines: 11,
      failed: 0,
      missing_shards: [],
    });
    await batchOf(cwd, lines, ["--only", "plan"]);
    expect(await ridersIn(join(cwd, "parts"))).toEqual(await ridersIn(join(cwd, "all")));
    const [gone] = resultsIn(all).filter(({ status }) => status === "made");
    await rm(join(cwd, "parts", gone?.folder ?? ""), { recursive: true });
    const after = await runCli(["batch", "--merge", "parts"], { cwd });
    expect(after.out).toContain(`Plans that were made and are gone: 1, such as ${gone?.id ?? ""}.`);
    expect(after.code).toBe(2);
  });

  it("packs files to the same bytes each time, and writes workouts", async () => {
    const cwd = await aPlace();
    const ran = await batchOf(cwd, line("anna"), ["--gzip", "--only", "plan"]);
    const folder = join(cwd, "all", byId(ran.out).get("anna")?.folder ?? "");
    const packed = await readFile(join(folder, "anna_plan.json.gz"));
    expect(digestOf(gunzipSync(packed))).toBe(byId(ran.out).get("anna")?.plan_hash);
    expect((await stat(join(folder, "anna_plan.json.gz"))).mode & 0o077).toBe(0);
    await batchOf(cwd, line("anna"), ["--only", "plan", "--export", "zwo,ics"]);
    const names = await readdir(folder, { recursive: true });
    expect(names.filter((name) => name.endsWith(".zwo"))).toHaveLength(12);
    expect(names).not.toContain("anna_plan.json.gz");
    const wrong = await batchOf(cwd, line("anna"), ["--export", "zwx"]);
    expect([wrong.code, wrong.out]).toEqual([2, ""]);
  });

  it("makes a night's changes once, however often it is run, and never plans over them", async () => {
    const cwd = await aPlace();
    await batchOf(cwd, line("anna") + line("ben"));
    await writeFile(
      join(cwd, "night.ndjson"),
      [
        '{"id":"anna","change":"missed mon"}',
        '{"id":"anna","change":"off 2026-12-22"}',
        '{"id":"ben","change":"dance"}',
        '{"id":"cy","change":"easier"}',
      ].join("\n"),
    );
    const night = (): ReturnType<typeof runCli> =>
      runCli(["batch", "--changes", "night.ndjson", "--out", "all", "--today", "2026-12-16", "--workers", "2"], {
        cwd,
      });
    const first = await night();
    const told = resultsIn(first.out);
    expect(told.filter(({ status }) => status === "made").map(({ id }) => id)).toContain("anna");
    expect(byId(first.out).get("ben")).toMatchObject({ status: "refused", code: "INPUT_INVALID" });
    expect(byId(first.out).get("cy")).toMatchObject({ status: "refused", code: "NOT_FOUND" });
    const after = await ridersIn(join(cwd, "all"));
    const made = told.filter(({ status }) => status === "made").length;
    const again = await night();
    expect(resultsIn(again.out).filter(({ status }) => status === "kept")).toHaveLength(made);
    expect(await ridersIn(join(cwd, "all"))).toEqual(after);
    const over = await batchOf(cwd, line("anna", rider({ ftp: 300 })));
    expect(byId(over.out).get("anna")).toMatchObject({ status: "refused", code: "FILE_EXISTS" });
    expect(await ridersIn(join(cwd, "all"))).toEqual(after);
    const said = await batchOf(cwd, line("anna", rider({ ftp: 300 })), ["--discard-changes"]);
    expect(byId(said.out).get("anna")).toMatchObject({ status: "made" });
    expect([...(await ridersIn(join(cwd, "all"))).keys()].filter((name) => /anna_(?:changes|done)/.test(name))).toEqual(
      [],
    );
  });

  it.each([
    [["batch"], "USAGE_INVALID"],
    [["batch", "in.ndjson", "--changes", "in.ndjson"], "USAGE_INVALID"],
    [["batch", "in.ndjson", "--workers", "0"], "USAGE_INVALID"],
    [["batch", "in.ndjson", "--only", "weeks"], "USAGE_INVALID"],
    [["batch", "in.ndjson", "--shard", "4/3"], "USAGE_INVALID"],
    [["batch", "gone.ndjson"], "NOT_FOUND"],
    [["batch", "folder"], "INPUT_INVALID"],
    [["batch", "--merge", "folder"], "NOT_FOUND"],
  ])("refuses %j with 2", async (args, code) => {
    const cwd = await aPlace();
    await writeFile(join(cwd, "in.ndjson"), line("anna"));
    await mkdir(join(cwd, "folder"));
    const ran = await runCli([...args, "--json"], { cwd });
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(JSON.parse(ran.err)).toMatchObject({ error: { code } });
  });
});
