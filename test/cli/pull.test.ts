import { appendFile, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aPlanToRide, ridesOfWeek, rode } from "./ridden-plan.ts";
import { flat, runCli, type Ran } from "./run-cli.ts";
import { runTyped } from "./typed-run.ts";

/** The Wednesday of week 5. */
const ENV = { CYCLING_PLAN_TODAY: "2027-01-06", CYCLING_PLAN_SEED: "s", TZ: "UTC" };
const run = (cwd: string, ...args: string[]): Promise<Ran> => runCli(args, { cwd, env: ENV });
const zwift = (cwd: string): string => join(cwd, "home", "Documents", "Zwift", "Activities");
const noted = async (cwd: string): Promise<string> => {
  try {
    return await readFile(join(cwd, "plans", "mine_rides.jsonl"), "utf8");
  } catch {
    return "";
  }
};

describe("pull", () => {
  it("says how to name a folder where there is none", async () => {
    const cwd = await aPlanToRide();
    const { code, err } = await run(cwd, "pull", "mine");
    expect(code).toBe(2);
    expect(flat(err)).toContain("cycling-plan pull --from FOLDER");
    expect((await run(cwd, "pull", "mine", "--from", "nowhere")).code).toBe(2);
  });

  it("notes the rides of Zwift's folder, each once, with the session that each was", async () => {
    const cwd = await aPlanToRide();
    const [tue] = await ridesOfWeek(cwd, 5);
    if (tue === undefined) throw new Error("a ride");
    await rode(zwift(cwd), tue);
    await rode(zwift(cwd), tue, { date: "2026-11-20" });
    const plan = await readFile(join(cwd, "plans", "mine_plan.json"), "utf8");
    const first = await run(cwd, "pull", "mine");
    expect({ code: first.code, err: first.err }).toEqual({ code: 0, err: "" });
    expect(flat(first.out)).toMatch(/One new ride in .*Zwift.* = Tue 5 /);
    const text = await noted(cwd);
    expect(JSON.parse(text)).toMatchObject({
      date: tue.date,
      start: `${tue.date}T09:00:00`,
      minutes: tue.duration_min,
      load_measured: true,
      file: `${tue.date}.fit`,
      session: tue.id,
    });
    expect((await run(cwd, "pull", "mine")).out).toContain("No new ride");
    expect(await noted(cwd)).toBe(text);
    expect(await readFile(join(cwd, "plans", "mine_plan.json"), "utf8")).toBe(plan);
    await rm(zwift(cwd), { recursive: true });
    const looked = JSON.parse((await run(cwd, "review", "mine", "--week", "5", "--json")).out) as {
      readonly sessions: readonly { readonly status: string; readonly efforts: readonly unknown[] }[];
    };
    expect(looked.sessions[0]?.status).toBe("done");
    expect(looked.sessions[0]?.efforts.length).toBeGreaterThan(1);
  });

  it("remembers a folder that was named once, until it is forgotten, and reads on where it is away", async () => {
    const cwd = await aPlanToRide();
    const [tue, thu] = await ridesOfWeek(cwd, 4);
    if (tue === undefined || thu === undefined) throw new Error("two rides");
    const folder = join(cwd, "mine-too");
    await rode(folder, tue);
    expect(JSON.parse((await run(cwd, "pull", "mine", "--from", "mine-too", "--json")).out)).toMatchObject({
      folders: [folder],
      rides: [{ date: tue.date, status: "done" }],
    });
    await rode(zwift(cwd), thu);
    await rm(folder, { recursive: true });
    expect(JSON.parse((await run(cwd, "pull", "mine", "--json")).out)).toMatchObject({
      folders: [zwift(cwd)],
      folders_away: [folder],
      rides: [{ date: thu.date }],
    });
    expect((await noted(cwd)).trim().split("\n")).toHaveLength(2);
    expect(JSON.parse((await run(cwd, "pull", "mine", "--forget", "mine-too", "--json")).out)).toMatchObject({
      folders_away: [],
    });
  });

  it("refuses a list of rides that somebody broke, and says where", async () => {
    const cwd = await aPlanToRide();
    await appendFile(join(cwd, "plans", "mine_rides.jsonl"), '{"date":"2027-01-05"}\n');
    const { code, err } = await run(cwd, "review", "mine");
    expect(code).toBe(2);
    expect(flat(err)).toContain("mine_rides.jsonl, line 1");
  });

  it("keeps a day that was ridden as it is", async () => {
    const cwd = await aPlanToRide();
    const [tue] = await ridesOfWeek(cwd, 5);
    if (tue === undefined) throw new Error("a ride");
    await rode(zwift(cwd), tue);
    await run(cwd, "pull", "mine");
    const { code, err } = await run(cwd, "change", "missed", "tue", "--plan", "mine", "--yes");
    expect(code).toBe(2);
    expect(flat(err)).toContain("Tue 5 Jan is noted as ridden");
  });
});

describe("today in a terminal", () => {
  const today = (
    cwd: string,
    replies: readonly (readonly [string, string])[],
    day = "2027-01-06",
  ): ReturnType<typeof runTyped> =>
    runTyped(["today", "mine"], { cwd, env: { ...ENV, CYCLING_PLAN_TODAY: day }, replies });

  it("asks once a day about the last ride that is not known", async () => {
    const cwd = await aPlanToRide();
    const asked = await today(cwd, [["n no", "n\n"]]);
    expect({ code: asked.code, left: asked.left }).toEqual({ code: 0, left: 0 });
    expect(flat(asked.err)).toMatch(/Tue 5 Jan, .*: done\? y yes · minutes, such as 60 · n no · Enter later/);
    expect(flat(asked.err)).toContain("Noted: not ridden. Nothing in your plan has changed.");
    expect(flat(asked.err)).toContain("cycling-plan change missed tue");
    expect(await readFile(join(cwd, "plans", "mine_done.jsonl"), "utf8")).toContain('"status":"not_ridden"');
    expect((await today(cwd, [])).err).toBe("");
    expect((await today(cwd, [], "2027-01-07")).err).toBe("");
  });

  it("leaves it with Enter, and takes minutes the next day", async () => {
    const cwd = await aPlanToRide();
    const later = await today(cwd, [["n no", "\n"]]);
    expect(later.left).toBe(0);
    expect((await today(cwd, [])).err).toBe("");
    const next = await today(cwd, [["n no", "many\n"], ["Type y, n or minutes", "60\n"]], "2027-01-07"); // prettier-ignore
    expect(next.left).toBe(0);
    expect(flat(next.err)).toContain("Noted: done, 1 h.");
  });

  it("asks nobody without a terminal, and not about a ride that was pulled", async () => {
    const cwd = await aPlanToRide();
    expect((await run(cwd, "today", "mine")).err).toBe("");
    const [tue] = await ridesOfWeek(cwd, 5);
    if (tue === undefined) throw new Error("a ride");
    await rode(zwift(cwd), tue);
    await run(cwd, "pull", "mine");
    expect((await today(cwd, [])).err).toBe("");
  });
});
