import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { jsonText } from "../../src/base/json.ts";
import { aPlan } from "../support/a-plan.ts";
import { aPlace, FIVE, FIXED, flat, runCli } from "./run-cli.ts";

/** A place with a plan in it: two rides a week for four weeks. */
async function aPlanned(): Promise<string> {
  const cwd = await aPlace();
  await mkdir(join(cwd, "plans"));
  await writeFile(join(cwd, "plans", "a-plan_plan.json"), jsonText(aPlan()));
  return cwd;
}

const run = (cwd: string, ...args: string[]) => runCli(["export", "a-plan", ...args], { cwd });

const filesIn = async (path: string): Promise<string[]> =>
  (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(path.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();

const ZWIFT = ["home", "Documents", "Zwift", "Workouts"] as const;

describe("export", () => {
  it("without flags writes zwo and ics below ./workouts and ends with where they go", async () => {
    const cwd = await aPlanned();
    const { code, out, err } = await run(cwd);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const files = await filesIn(join(cwd, "workouts", "a-plan"));
    expect(files).toHaveLength(9);
    expect(files).toContain("a-plan.ics");
    expect(files).toContain("week-01/2026-12-08-tue-sweet-spot-3x15.zwo");
    expect(out).toContain("9 files in ./workouts/a-plan: 8 zwo, 1 ics.");
    expect(flat(out)).toContain("Documents/Zwift/Workouts/<your Zwift number>");
    expect(flat(out)).toContain("importing a newer one updates the entries");
    expect(flat(out)).toContain("A range of power is written as its middle. [zwo]");
  });

  it("writes every format with all, and says where each goes", async () => {
    const cwd = await aPlanned();
    const { code, out } = await run(cwd, "--format", "all", "--out", "x");
    expect(code).toBe(0);
    expect(await filesIn(join(cwd, "x"))).toHaveLength(8 * 5 + 8);
    expect(flat(out)).toContain("GARMIN/NewFiles; Garmin Connect's web import takes no workout files");
    expect(flat(out)).toContain("cycling-plan push brings the whole plan to your calendar there");
  });

  it("writes the same bytes on a second run, and says that nothing changed", async () => {
    const cwd = await aPlanned();
    await run(cwd, "--format", "all", "--out", "one");
    await run(cwd, "--format", "all", "--out", "two");
    const files = await filesIn(join(cwd, "one"));
    expect(await filesIn(join(cwd, "two"))).toEqual(files);
    for (const file of files)
      expect((await readFile(join(cwd, "one", file))).equals(await readFile(join(cwd, "two", file)))).toBe(true);
    const again = await run(cwd, "--format", "all", "--out", "one");
    expect(again.out).toContain("48 of them were there already and are the same.");
  });

  it("replaces no file that differs, unless it is told to", async () => {
    const cwd = await aPlanned();
    await run(cwd, "--out", "x", "--format", "ics");
    const stopped = await run(cwd, "--out", "x", "--format", "ics,csv", "--at", "18:00");
    expect(stopped.code).toBe(2);
    expect(stopped.err).toMatch(/^error {2}/);
    expect(stopped.err).toContain("No file was changed.");
    expect(await filesIn(join(cwd, "x"))).toEqual(["a-plan.ics"]);
    const forced = await run(cwd, "--out", "x", "--format", "ics", "--at", "18:00", "--force");
    expect(forced.code).toBe(0);
    expect(await readFile(join(cwd, "x", "a-plan.ics"), "utf8")).toContain("DTSTART:20261208T180000\r\n");
  });

  it("takes a plan whose names hold anything, 5,000 characters of it too", async () => {
    const cwd = await aPlace();
    await mkdir(join(cwd, "plans"));
    const plan = aPlan();
    const names = [
      'é🚴 ]]> "q" / '.repeat(380).slice(0, 5000),
      "line\nbreak",
      "\u202eאימון\u202c",
      "=1+1",
      "../x",
      "\u001b[2J",
    ];
    const sessions = plan.training_plan.weekly_plan
      .flatMap((week) => week.workouts)
      .filter(({ type }) => type !== "rest");
    for (const [i, session] of sessions.entries()) {
      session.name = names[i % names.length] ?? "";
      for (const segment of session.segments) segment.description = session.name;
    }
    await writeFile(join(cwd, "plans", "a-plan_plan.json"), jsonText(plan));
    const { code, out, err } = await run(cwd, "--format", "all", "--out", "x");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).not.toContain("\u001b");
    for (const file of await filesIn(join(cwd, "x"))) expect(file).toMatch(/^[ -~]{1,100}$/);
  });

  it("says that watts are of another FTP", async () => {
    const cwd = await aPlanned();
    const { out } = await run(cwd, "--format", "erg", "--out", "x", "--ftp", "300");
    expect(flat(out)).toContain("Watts are for an FTP of 300 W; the plan was made for 265 W.");
    const text = await readFile(join(cwd, "x", "week-01", "2026-12-08-tue-sweet-spot-3x15.erg"), "utf8");
    expect(text).toContain("FTP = 300\n");
    expect(text).toContain("10.00\t270\n");
  });

  it("writes what other programs read", async () => {
    const cwd = await aPlanned();
    const { out } = await run(cwd, "--format", "zwo", "--out", "x", "--target", "mywhoosh");
    expect(flat(out)).toContain("Import the files into MyWhoosh's own workouts");
    expect((await run(cwd, "--format", "zwo", "--install", "--target", "mywhoosh")).err).toMatch(/^error {2}/m);
    const text = await readFile(join(cwd, "x", "week-01", "2026-12-08-tue-sweet-spot-3x15.zwo"), "utf8");
    expect(text).not.toContain("IntervalsT");
  });

  it("names every wrong answer at once", async () => {
    const cwd = await aPlanned();
    const { code, err } = await run(
      cwd,
      "--format",
      "zwp,fit,tcx",
      "--ftp",
      "12",
      "--at",
      "25:00",
      "--target",
      "swift",
    );
    expect(code).toBe(2);
    expect(flat(err)).toContain("--format: zwp -> did you mean zwo?");
    expect(flat(err)).toContain(
      "--format: tcx -> expected zwo, erg, mrc, fit, ics, intervals, csv, md, html, card, all",
    );
    expect(flat(err)).toContain("--ftp: 12 -> expected 50 to 600 watts");
    expect(flat(err)).toContain("--at: 25:00 -> expected a time of day, such as 18:00");
    expect(flat(err)).toContain("--target: swift -> did you mean zwift?");
    expect(await filesIn(cwd)).not.toContain("workouts");
  });

  it("prints what it did as JSON", async () => {
    const cwd = await aPlanned();
    const { out } = await run(cwd, "--format", "fit", "--out", "x", "--json");
    const result = JSON.parse(out) as Record<string, unknown>;
    expect(result).toMatchObject({
      plan_id: "a-plan",
      directory: join(cwd, "x"),
      formats: ["fit"],
      plan_ftp_watts: 265,
      ftp_watts: 265,
      unchanged: 0,
      installed: null,
    });
    expect(result.files).toHaveLength(8);
    expect(result.destinations).toMatchObject([{ format: "fit" }]);
  });
});

describe("export --install", () => {
  it("copies into the rider's folder of Zwift, one folder for each week", async () => {
    const cwd = await aPlanned();
    await mkdir(join(cwd, ...ZWIFT, "4711"), { recursive: true });
    const { code, out } = await run(cwd, "--format", "zwo", "--install");
    expect(code).toBe(0);
    expect(flat(out)).toContain(`Copied to ${join(cwd, ...ZWIFT, "4711")}. Start Zwift again to see them.`);
    const files = await filesIn(join(cwd, ...ZWIFT, "4711"));
    expect(files).toHaveLength(8);
    expect(files[0]).toBe("a-plan-week-01/2026-12-08-tue-sweet-spot-3x15.zwo");
  });

  it("is offered where Zwift is found", async () => {
    const cwd = await aPlanned();
    await mkdir(join(cwd, ...ZWIFT, "4711"), { recursive: true });
    const { out } = await run(cwd, "--format", "zwo");
    expect(flat(out)).toContain(`Zwift keeps its workouts in ${join(cwd, ...ZWIFT, "4711")}`);
    expect(await filesIn(join(cwd, ...ZWIFT))).toEqual([]);
  });

  it.each([
    ["there is no Zwift", [], "zwo", "was not found on this computer"],
    ["two riders use it", ["1", "2"], "zwo", "2 riders use Zwift on this computer"],
    ["no zwo is wanted", ["1"], "fit", "Add zwo to --format"],
  ])("writes nothing where %s", async (_, riders, format, message) => {
    const cwd = await aPlanned();
    for (const rider of riders) await mkdir(join(cwd, ...ZWIFT, rider), { recursive: true });
    const ran = await run(cwd, "--format", format, "--install", "--out", "x");
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(/^error {2}/m);
    expect(flat(ran.err)).toContain(message);
    expect(await filesIn(cwd)).not.toContainEqual(expect.stringContaining(".zwo"));
  });
});

it("goes from nothing to the first ZWO in two commands", async () => {
  const cwd = await aPlace();
  const made = await runCli(["generate", ...FIVE, ...FIXED, "--plan-id", "mine"], { cwd });
  expect(made.code).toBe(0);
  const { code } = await runCli(["export", "mine"], { cwd });
  expect(code).toBe(0);
  expect(await filesIn(join(cwd, "workouts", "mine"))).toContainEqual(expect.stringMatching(/^week-01\/.*\.zwo$/));
});
