import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/command-table.ts";
import { run } from "../../src/cli/run.ts";
import { jsonText } from "../../src/base/json.ts";
import { aPlan } from "../support/a-plan.ts";
import { aSystem } from "../unit/cli/a-system.ts";
import { aPlace, cleanEnv, flat, runCli } from "./run-cli.ts";

/** A place with a plan in it: two rides a week for four weeks. */
async function aPlanned(): Promise<string> {
  const cwd = await aPlace();
  await mkdir(join(cwd, "plans"));
  await writeFile(join(cwd, "plans", "a-plan_plan.json"), jsonText(aPlan()));
  return cwd;
}

const TODAY = ["--today", "2026-12-08"];

describe("the page", () => {
  it("is exported, links the files beside it, and is written again on another day without --force", async () => {
    const cwd = await aPlanned();
    await runCli(["export", "a-plan", "--format", "fit,html", "--out", "x", ...TODAY], { cwd });
    const path = join(cwd, "x", "a-plan.html");
    const html = await readFile(path, "utf8");
    expect(html).toContain("<a href=week-01/2026-12-08-tue-sweet-spot-3x15.fit download>FIT</a>");
    expect(html).toContain("cycling-plan show a-plan --open");
    const next = await runCli(["export", "a-plan", "--format", "html", "--out", "x", "--today", "2026-12-09"], { cwd });
    expect({ code: next.code, err: next.err }).toEqual({ code: 0, err: "" });
    expect(await readFile(path, "utf8")).toContain("data-day=2026-12-09");
  });

  it("links the first of many files of a session, and the folder of the rest", async () => {
    const cwd = await aPlanned();
    await runCli(["export", "a-plan", "--format", "all", "--out", "x", ...TODAY], { cwd });
    const html = await readFile(join(cwd, "x", "a-plan.html"), "utf8");
    const ride = "week-01/2026-12-08-tue-sweet-spot-3x15";
    expect(html).toContain(
      `<a href=${ride}.fit download>FIT</a> <a href=${ride}.zwo download>Zwift</a> <a href="week-01/">ERG, MRC, intervals.icu</a>`,
    );
  });

  it("of 24 weeks with six days, strength and every file linked weighs 400 kB at most, and a fifth of it packed", async () => {
    const rider = "--ftp 300 --hours 12 --days mon,tue,wed,thu,sat,sun --experience advanced --age 30 --strength 2";
    const plan = ["--weeks", "24", "--goal", "Road race season", "--plan-id", "road-race-season-2027-05-23-k3f9"];
    const { cwd, code } = await runCli(["generate", ...rider.split(" "), ...plan, "--today", "2026-12-01", "--seed", "1", "--quiet"]); // prettier-ignore
    expect(code).toBe(0);
    await runCli(["export", plan[5]!, "--format", "all", "--out", "x", ...TODAY], { cwd });
    const html = await readFile(join(cwd, "x", `${plan[5]!}.html`));
    expect(html.toString()).toContain(">ERG, MRC, intervals.icu</a>");
    expect(html.byteLength).toBeLessThanOrEqual(400_000);
    expect(gzipSync(html).byteLength).toBeLessThanOrEqual(80_000);
  });

  it("follows the plan: a ride that is noted stands in it, and a page that somebody changed is theirs", async () => {
    const cwd = await aPlanned();
    const path = join(cwd, "x", "a-plan.html");
    await runCli(["export", "a-plan", "--format", "html", "--out", "x", ...TODAY], { cwd });
    expect(await readFile(path, "utf8")).not.toContain("Nothing more today");
    await runCli(["done", "--plan", "a-plan", ...TODAY], { cwd });
    expect(await readFile(path, "utf8")).toContain("Nothing more today");
    await writeFile(path, "mine");
    await runCli(["done", "--plan", "a-plan", "--not", ...TODAY], { cwd });
    expect(await readFile(path, "utf8")).toBe("mine");
  });

  it("stays where the cards of a changed plan are written, and they where it is", async () => {
    const cwd = await aPlanned();
    const exported = (format: string) =>
      runCli(["export", "a-plan", "--format", format, "--out", "x", ...TODAY], { cwd });
    await exported("html");
    expect((await runCli(["change", "easier fri", "--plan", "a-plan", "--yes", ...TODAY], { cwd })).code).toBe(0);
    expect(flat((await exported("card")).out)).not.toContain("removed");
    expect(flat((await exported("html")).out)).not.toContain("removed");
    expect(await readdir(join(cwd, "x"))).toEqual(expect.arrayContaining(["a-plan-cards.html", "a-plan.html"]));
  });

  it("is opened by show --open, and its path is said where nothing can open it", async () => {
    const cwd = await aPlanned();
    const opened: string[] = [];
    const system = aSystem({
      argv: ["show", "a-plan", "--open", ...TODAY],
      cwd,
      env: cleanEnv(cwd),
      home: join(cwd, "home"),
      open: (path) => Promise.resolve(opened.push(path) > 0),
    });
    expect(await run(system, COMMANDS)).toBe(0);
    expect(system.printed().out).toBe(`Opened ${opened[0]}\n`);
    expect(await readFile(opened[0] ?? "", "utf8")).toContain("<!doctype html>");
    const { out } = await runCli(["show", "a-plan", "--open", ...TODAY], { cwd });
    expect(out).toBe(`Open this file in your browser: ${opened[0]}\n`);
  });
});
