import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, afterAll, describe, expect, it } from "vitest";
import { mkdtemp, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import type { PlanFile } from "../../src/plan/schema.ts";
import { aPlace, FIVE, FIXED, flat, runCli, runProcess } from "./run-cli.ts";

let place = "";

/** One plan that every test here looks at and none changes. */
beforeAll(async () => {
  place = await realpath(await mkdtemp(join(tmpdir(), "cycling-plan-cli-")));
  expect((await runCli(["generate", ...FIXED, ...FIVE, "--plan-id", "mine"], { cwd: place })).code).toBe(0);
});
afterAll(() => rm(place, { recursive: true, force: true }));

const json = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(place, "plans", `mine_${name}.json`), "utf8"));

describe("help and version", () => {
  it("name every command", async () => {
    const { code, out, err } = await runProcess(["--help"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const name of [
      "generate",
      "show",
      "today",
      "why",
      "lint",
      "export",
      "plans",
      "schedule",
      "status",
      "activities",
      "athlete",
      "library",
      "tool",
      "schema",
      "doctor",
    ])
      expect(out).toMatch(new RegExp(`^(?:[A-Z].*|) {2,}(?:\\w+ )*${name}\\b`, "m"));
    expect((await runCli(["help", "generate"])).out).toBe((await runCli(["generate", "--help"])).out);
  });

  it("print the version of the package", async () => {
    const manifest = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8")) as {
      version: string;
    };
    expect((await runProcess(["--version"])).out).toBe(`${manifest.version}\n`);
  });
});

describe("show", () => {
  it.each([[["mine"]], [["plans"]], [["plans/mine_plan.json"]], [["plans/mine_week_3.json"]]])(
    "%j is the season",
    async (args) => {
      const { code, out, err } = await runCli(["show", ...args], { cwd: place });
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toContain("12 weeks, 7 Dec 2026 to 28 Feb 2027");
      expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    },
  );

  it("a week and a day, with the workout drawn", async () => {
    const week = await runCli(["show", "mine", "--week", "3"], { cwd: place });
    expect(week.out).toContain("Week 3 of 12");
    const plan = (await json("plan")) as PlanFile;
    const ride = plan.training_plan.weekly_plan[2]?.workouts.find((workout) => workout.type !== "rest");
    const day = await runCli(["show", "mine", "--day", ride?.date ?? ""], { cwd: place });
    expect(day.out).toContain(ride?.name);
    expect(day.out).toContain("█");
    const asJson = await runCli(["show", "mine", "--day", ride?.date ?? "", "--json"], { cwd: place });
    expect(JSON.parse(asJson.out)).toEqual({ date: ride?.date, workouts: [ride] });
  });

  it.each([
    [["mine", "--week", "13"], "--week: 13 -> expected 1 to 12, the weeks of this plan."],
    [["mine", "--week", "x"], "--week: x -> expected 1 to 12"],
    [["mine", "--day", "2026-12-06"], "--day: 2026-12-06 -> expected a day from 7 Dec 2026 to 28 Feb 2027"],
    [["mnie"], "Did you mean mine?"],
    [["plans/none_plan.json"], "There is no plan"],
  ])("%j is refused", async (args, says) => {
    const { code, out, err } = await runCli(["show", ...args], { cwd: place });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(flat(err)).toContain(says);
  });

  it("refuses a file that is no plan, with its fields", async () => {
    const cwd = await aPlace();
    await writeFile(join(cwd, "x.json"), '{"training_plan": {"plan_id": "../x"}}');
    const { code, err } = await runCli(["show", "x.json"], { cwd });
    expect(code).toBe(2);
    expect(flat(err)).toContain("is no plan file of this program: training_plan.schema_version:");
  });
});

describe("the tools", () => {
  const week = async (
    change: (workouts: Record<string, unknown>[]) => unknown = (workouts) => workouts,
  ): Promise<string> => {
    const { workouts } = (await json("week_2")) as { workouts: Record<string, unknown>[] };
    return JSON.stringify({ plan_id: "mine", week_number: 2, workouts: change(workouts) });
  };

  it("accept what the program itself wrote", async () => {
    expect((await runCli(["tool", "overview", "plans/mine_overview.json"], { cwd: place })).out).toMatch(/^Accepted\./);
    const weekRun = await runCli(["tool", "week", "-", "--json"], { cwd: place, input: await week() });
    expect(weekRun.code).toBe(0);
    expect(JSON.parse(weekRun.out)).toMatchObject({ accepted: true, plan_id: "mine", value: await json("week_2") });
    const whole = await runCli(["tool", "finalize", "plans/mine_overview.json", "--json"], { cwd: place });
    expect(JSON.parse(whole.out)).toMatchObject({
      accepted: true,
      value: { training_plan: ((await json("plan")) as PlanFile).training_plan },
    });
  });

  it("fill in the dates of a week that names weekdays only, and write where they are told to", async () => {
    const cwd = await aPlace();
    const input = await week((workouts) => workouts.map(({ date: _, ...rest }) => rest));
    const args = ["tool", "week", "-", "--overview", join(place, "plans", "mine_overview.json"), "--out", "made"];
    expect((await runCli(args, { cwd, input })).code).toBe(0);
    expect(await readFile(join(cwd, "made", "mine_week_2.json"), "utf8")).toBe(
      await readFile(join(place, "plans", "mine_week_2.json"), "utf8"),
    );
    const again = await runCli(args, { cwd, input });
    expect(again.code).toBe(2);
    expect(again.err).toContain("error  ");
    expect((await runCli([...args, "--force"], { cwd, input })).code).toBe(0);
  });

  it("hand back findings with week, day, rule and numbers: exit 1, nothing written", async () => {
    const cwd = await aPlace();
    await mkdir(join(cwd, "made"));
    const input = await week((workouts) =>
      workouts.map((workout) => (workout.weekday === "Monday" ? { ...workouts[1], weekday: "Monday" } : workout)),
    );
    const args = [
      "tool",
      "week",
      "-",
      "--overview",
      join(place, "plans", "mine_overview.json"),
      "--out",
      "made",
      "--json",
    ];
    const { code, out } = await runCli(args, { cwd, input });
    expect(code).toBe(1);
    const { accepted, findings } = JSON.parse(out) as {
      accepted: boolean;
      findings: { rule: string; week: number; date: string; numbers: object }[];
    };
    expect(accepted).toBe(false);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: "designated-days", week: 2, date: "2026-12-14", severity: "hard" }),
    );
    expect((await runCli(args.slice(0, -1), { cwd, input })).out).toContain("[designated-days]");
    expect(await import("node:fs/promises").then((fs) => fs.readdir(join(cwd, "made")))).toEqual([]);
  });

  it("say which week is missing", async () => {
    const cwd = await aPlace();
    await writeFile(join(cwd, "mine_overview.json"), JSON.stringify(await json("overview")));
    const { code, out } = await runCli(["tool", "finalize", "mine_overview.json"], { cwd });
    expect(code).toBe(1);
    expect(flat(out)).toContain("week 12 of the overview has no week file");
  });

  it.each([
    [["overview", "plans/mine_plan.json"], "is no overview of this program"],
    [["week", "plans/mine_plan.json"], "is no week proposal of this program"],
    [["finalize", "none.json"], "there is no such file"],
  ])("%j is refused", async (args, says) => {
    const { code, err } = await runCli(["tool", ...args], { cwd: place });
    expect(code).toBe(2);
    expect(flat(err)).toContain(says);
  });
});

describe("the library", () => {
  it("is listed, shown and checked", async () => {
    const list = await runCli(["library", "list", "--type", "threshold", "--json"]);
    const { workouts } = JSON.parse(list.out) as { workouts: { id: string; type: string }[] };
    expect(new Set(workouts.map(({ type }) => type))).toEqual(new Set(["threshold"]));
    const shown = await runCli(["library", "show", workouts[0]?.id ?? ""]);
    expect(shown.code).toBe(0);
    expect(shown.out).toContain("█");
    expect((await runCli(["library", "list", "--family", "tempo"])).out).toContain("tempo (tempo)");
    const check = await runCli(["library", "check"]);
    expect(check.code).toBe(0);
    expect(check.out).toContain("everything holds");
  });

  it.each([
    [["show", "tempo_2x10_8"], "Did you mean tempo_2x10_80?"],
    [["list", "--type", "hard"], "--type: hard -> expected"],
    [["list", "--family", "hard"], "--family: hard -> expected"],
  ])("%j is refused", async (args, says) => {
    const { code, err } = await runCli(["library", ...args]);
    expect(code).toBe(2);
    expect(flat(err)).toContain(says);
  });
});

describe("doctor", () => {
  it("says where things are", async () => {
    const { cwd, code, out } = await runCli(["doctor"]);
    expect(code).toBe(0);
    for (const text of [
      "Node: ",
      "time zone",
      "Workout library: version",
      `Plans go to: ${join(cwd, "plans")}`,
      "Current plan: none yet",
    ])
      expect(flat(out)).toContain(text);
    expect(JSON.parse((await runCli(["doctor", "--json"])).out)).toMatchObject({ ok: true });
  });

  it("names broken settings and goes on", async () => {
    const cwd = await aPlace();
    await writeFile(join(cwd, "cycling-plan.json"), '{"owt": 1}');
    const { code, out } = await runCli(["doctor"], { cwd });
    expect(code).toBe(2);
    expect(flat(out)).toContain("FAIL Settings: The settings file");
    expect(flat(out)).toContain("ok Workout library");
  });

  it("ends with 2 where plans cannot be written", async () => {
    const cwd = await aPlace();
    await writeFile(join(cwd, "plans"), "a file");
    const { code, out } = await runCli(["doctor"], { cwd });
    expect(code).toBe(2);
    expect(flat(out)).toContain("FAIL Plans go to:");
  });
});
