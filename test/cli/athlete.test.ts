import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aPlace, FIVE, flat, runCli, runProcess } from "./run-cli.ts";

const today = (day: string): { env: Record<string, string> } => ({ env: { CYCLING_PLAN_TODAY: day } });
const SETTINGS = join("home", ".config", "cycling-plan");

interface Log {
  readonly changes: readonly { date: string; field: string; value: unknown }[];
}

describe("athlete", () => {
  it("starts empty and says how to begin", async () => {
    const { out, code } = await runCli(["athlete", "show"]);
    expect(code).toBe(0);
    expect(flat(out)).toContain("Nothing is saved yet. Save a number with cycling-plan athlete set ftp=270");
    expect((await runCli(["athlete", "log"])).out).toBe("Nothing is saved yet.\n");
  });

  it("keeps every change with its day; what holds is the last of its days, not of the typing", async () => {
    const cwd = await aPlace();
    const set = (day: string, ...words: string[]) => runCli(["athlete", "set", ...words], { cwd, ...today(day) });
    expect((await set("2026-09-01", "ftp=250", "weight=154lb")).out).toBe(
      "Saved: FTP (watts) 250\nSaved: Weight (kg) 69.9\n",
    );
    expect((await set("2026-11-20", "FTP=265 W")).out).toBe("Saved: FTP (watts) 265 (was 250, of 1 Sep 2026)\n");
    expect((await set("2026-11-21", "ftp=258", "--date", "2026-10-10")).out).toBe(
      "Saved: FTP (watts) 258 for 10 Oct 2026 (since 20 Nov 2026 it is 265)\n",
    );
    expect((await set("2026-11-22", "weight=-")).out).toBe("Taken out: Weight (kg) (was 69.9, of 1 Sep 2026)\n");
    const shown = await runCli(["athlete", "show"], { cwd });
    expect(shown.out).toMatch(/FTP \(watts\) +265 +20 Nov 2026\n/);
    expect(shown.out).not.toContain("Weight");
    const log = JSON.parse((await runCli(["athlete", "log", "ftp", "--json"], { cwd })).out) as Log;
    expect(log.changes.map(({ date, value }) => [date, value])).toEqual([
      ["2026-11-20", 265],
      ["2026-10-10", 258],
      ["2026-09-01", 250],
    ]);
    expect((await runCli(["athlete", "log"], { cwd })).out).toContain("22 Nov 2026  Weight (kg)  taken out");
  });

  it("reads names and values as the flags of generate do", async () => {
    const cwd = await aPlace();
    const words = [
      "max-hr=186",
      "restingHR=52",
      "days=tue",
      "thu",
      "sat",
      "minutes=tue=60",
      "sat=3h",
      "Experience=Beginner",
    ];
    expect(await runCli(["athlete", "set", ...words], { cwd })).toMatchObject({ code: 0, err: "" });
    const { answers } = JSON.parse((await runCli(["athlete", "show", "--json"], { cwd })).out) as {
      answers: Record<string, { value: unknown }>;
    };
    expect(Object.fromEntries(Object.entries(answers).map(([name, { value }]) => [name, value]))).toEqual({
      maxHR: 186,
      restingHR: 52,
      trainingDays: ["tuesday", "thursday", "saturday"],
      maxMinutesByDay: { Tuesday: 60, Saturday: 180 },
      experienceLevel: "beginner",
    });
  });

  it.each([
    [["ftp=2000"], "ftp: 2000 -> expected 50 to 600 watts"],
    [["ftpp=200"], "ftpp: unknown name -> did you mean ftp?"],
    [["health=ynn"], "health: unknown name -> expected one of goal, train-by, ftp"],
    [["270"], "270: no name -> expected NAME=VALUE, such as ftp=270"],
    [["ftp=400", "weight=40"], "Is one of them in another unit?"],
    [["age=16"], "plans are made for riders of 18 and over"],
    [["ftp=250", "--date", "2031-01-01"], "--date: 2031-01-01 -> expected a day up to today"],
    [["ftp=1e999"], "expected 50 to 600 watts"],
    [["ftp=\u001b[31m265"], "expected 50 to 600 watts"],
  ])("%j: nothing is saved", async (words, says) => {
    const cwd = await aPlace();
    const { code, err } = await runCli(["athlete", "set", ...words], { cwd, ...today("2026-12-01") });
    expect(code).toBe(2);
    expect(flat(err)).toContain(says);
    expect(err).not.toContain("\u001b");
    expect((await runCli(["athlete", "show"], { cwd })).out).toContain("Nothing is saved yet.");
  });

  it("two runs at once both have their numbers kept", async () => {
    const cwd = await aPlace();
    const words = ["ftp=250", "weight=70", "max-hr=186", "age=42", "hours=8", "lthr=165"];
    const runs = await Promise.all(words.map((word) => runProcess(["athlete", "set", word], { cwd })));
    expect(runs.map(({ code }) => code)).toEqual(words.map(() => 0));
    const { changes } = JSON.parse((await runCli(["athlete", "log", "--json"], { cwd })).out) as Log;
    expect(changes).toHaveLength(words.length);
    expect(await readdir(join(cwd, SETTINGS))).toEqual(["athlete.json"]);
  });

  it("a lock that a killed run left behind is no lock for ever", async () => {
    const cwd = await aPlace();
    await mkdir(join(cwd, SETTINGS), { recursive: true });
    await writeFile(join(cwd, SETTINGS, "athlete.json.lock"), String(2 ** 22 + 1)); // no process has such a number
    expect(await runCli(["athlete", "set", "ftp=250"], { cwd })).toMatchObject({ code: 0 });
    expect(await readdir(join(cwd, SETTINGS))).toEqual(["athlete.json"]);
  });

  it("a lock that names no process is left alone, and the error says how to be rid of it", async () => {
    const cwd = await aPlace();
    const lock = join(cwd, SETTINGS, "athlete.json.lock");
    await mkdir(lock, { recursive: true });
    const { code, err } = await runCli(["athlete", "set", "ftp=250"], { cwd });
    expect(code).toBe(2);
    expect(flat(err)).toContain("Another run is changing the same file and does not come to an end.");
    expect(err.replace(/\s+/g, "")).toContain(`remove${lock}and`);
    expect(await readdir(join(cwd, SETTINGS))).toEqual(["athlete.json.lock"]);
  });

  it("a broken file is an error that names it, and stays as it is", async () => {
    const cwd = await aPlace();
    await mkdir(join(cwd, SETTINGS), { recursive: true });
    await writeFile(join(cwd, SETTINGS, "athlete.json"), `{"schema_version":"1","changes":[{"date":"soon"}]}`);
    for (const args of [["show"], ["log"], ["set", "ftp=250"]]) {
      const { code, err } = await runCli(["athlete", ...args], { cwd });
      expect({ args, code }).toEqual({ args, code: 2 });
      expect(flat(err).replaceAll(" ", "")).toContain("athlete.json");
    }
    expect(await readFile(join(cwd, SETTINGS, "athlete.json"), "utf8")).toContain("soon");
  });

  it("tells that a plan was made for another FTP", async () => {
    const cwd = await aPlace();
    const made = await runCli(["generate", "--today", "2026-11-10", "--seed", "s", ...FIVE, "--plan-id", "mine"], {
      cwd,
    });
    expect(made.code).toBe(0);
    const shown = async (): Promise<string> =>
      flat((await runCli(["today", "mine"], { cwd, ...today("2026-12-01") })).out);
    expect(await shown()).not.toContain("Note:");
    await runCli(["athlete", "set", "ftp=265"], { cwd, ...today("2026-11-20") });
    expect(await shown()).not.toContain("Note:");
    await runCli(["athlete", "set", "ftp=280"], { cwd, ...today("2026-11-25") });
    expect(await shown()).toMatch(/Note:? +This plan was made for an FTP of 265 W. You saved 280 W on 25 Nov 2026/);
  });
});
