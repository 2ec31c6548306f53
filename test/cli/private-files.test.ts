import { chmod, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aPlace, FIVE, FIXED, runCli } from "./run-cli.ts";

const TODAY = ["--today", "2026-12-09"];
/** Files for the bike, calendars, spreadsheets and pictures are there to be given on. */
const GIVEN_ON = /\.(?:zwo|erg|mrc|fit|txt|ics|csv|svg)$|-intervals\.json$|-cards\.html$/;

/** What others can read, write or look into below a folder; requests that came with it aside. */
async function openToOthers(cwd: string): Promise<string[]> {
  const entries = await readdir(cwd, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(cwd.length + 1));
  const open = await Promise.all(
    paths.map(async (path) => (((await stat(join(cwd, path))).mode & 0o077) === 0 ? [] : [path])),
  );
  return open.flat().filter((path) => !/^(?:requests|riders\.jsonl)/.test(path));
}

/** Some commands by somebody whose mask keeps nothing from anybody. */
async function withOpenMask(work: () => Promise<void>): Promise<void> {
  const mask = process.umask(0);
  try {
    await work();
  } finally {
    process.umask(mask);
  }
}

describe.skipIf(process.platform === "win32")("whoever else is on the machine", () => {
  it("reads nothing of health, rides and numbers, whatever the mask", async () => {
    const cwd = await aPlace();
    const request = JSON.parse(await readFile(join(cwd, "requests", "minimal.json"), "utf8")) as unknown;
    await writeFile(join(cwd, "riders.jsonl"), `${JSON.stringify({ id: "r1", request })}\n`);
    const lines = [
      ["generate", ...FIVE, ...FIXED, "--health", "heart", "--plan-id", "mine", "--out", "a/b", "--save-request", "saved.json", "--quiet"],
      ["export", "a/b/mine_plan.json", "--format", "all", ...TODAY],
      ["show", "a/b/mine_plan.json", "--open", ...TODAY],
      ["done", "2026-12-08", "--minutes", "60", "--plan", "a/b/mine_plan.json", ...TODAY],
      ["change", "off", "2026-12-12", "--plan", "a/b/mine_plan.json", "--out", "proposal.json", ...TODAY],
      ["athlete", "set", "weight=70"],
      ["batch", "riders.jsonl", "--today", "2026-12-01", "--quiet"],
      ["tool", "overview", "a/b/mine_overview.json", "--out", "accepted"],
    ]; // prettier-ignore
    await withOpenMask(async () => {
      for (const line of lines) expect(await runCli(line, { cwd }), line.join(" ")).toMatchObject({ code: 0 });
    });
    const open = await openToOthers(cwd);
    expect(open.filter((path) => GIVEN_ON.test(path)).length).toBeGreaterThan(100);
    expect(open.filter((path) => !GIVEN_ON.test(path) && !/^workouts(?:\/mine(?:\/week-\d\d)?)?$/.test(path))).toEqual([]);
  }, 60_000); // prettier-ignore

  it("keeps what the owner lets them read, and no more", async () => {
    const cwd = await aPlace();
    await mkdir(join(cwd, "x"));
    await runCli(["generate", ...FIVE, ...FIXED, "--plan-id", "mine", "--quiet"], { cwd });
    const modes = async (): Promise<number[]> =>
      Promise.all(["mine.html", "mine.ics"].map(async (name) => (await stat(join(cwd, "x", name))).mode & 0o777));
    const exported = ["export", "mine", "--format", "html,ics", "--out", "x", "--force"];
    await runCli([...exported, ...TODAY], { cwd });
    await chmod(join(cwd, "x", "mine.html"), 0o644);
    await chmod(join(cwd, "x", "mine.ics"), 0o600);
    await runCli(["done", "2026-12-08", "--minutes", "60", "--plan", "mine", ...TODAY], { cwd });
    expect(await readFile(join(cwd, "x", "mine.html"), "utf8")).toContain("data-day=2026-12-09");
    expect(await modes()).toEqual([0o644, 0o600]);
    await runCli([...exported, "--at", "7:00", "--today", "2026-12-10"], { cwd });
    expect(await readFile(join(cwd, "x", "mine.ics"), "utf8")).toContain("T070000");
    expect(await modes()).toEqual([0o644, 0o600]);
  });
});
