import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { jobSchema, overviewSchema, planFileSchema, weekFileSchema, type PlanFile } from "../../src/plan/schema.ts";
import { aPlace, BIN, cleanEnv, FIVE, FIXED, flat, runCli, runProcess } from "./run-cli.ts";

interface Printed {
  readonly plan_id: string;
  readonly plan: PlanFile;
  readonly warnings: readonly string[];
}

/** The plan of a dry run. */
async function planned(args: readonly string[], options: Parameters<typeof runCli>[1] = {}): Promise<Printed> {
  const { code, out, err } = await runCli(["generate", ...FIXED, "--dry-run", "--json", ...args], options);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out) as Printed;
}

const FOUR = FIVE.slice(0, -2);
const profile = (change: object): object => ({ plan: { training_plan: { athlete_profile: change } } });
const metadata = (change: object): object => ({ plan: { training_plan: { plan_metadata: change } } });

describe("every answer has a flag", () => {
  it.each([
    ["the five of the smallest request", FIVE, profile({ ftp: 265, weekly_hours_available: 8, experience_level: "intermediate", training_availability: { week_days: ["Tuesday", "Thursday", "Saturday", "Sunday"] } })],
    ["--days as words", ["--ftp", "265", "--hours", "5", "--days", "Tuesday", "saturday", "--experience", "beginner", "--weeks", "12"], profile({ training_availability: { week_days: ["Tuesday", "Saturday"] } })],
    ["--weeks", FIVE, metadata({ total_weeks: 12, start_date: "2026-12-07" })],
    ["--goal", [...FIVE, "--goal", "Improve\u001b[31m FTP"], metadata({ goal: { text: "Improve FTP", kind: "improve-ftp" } })],
    ["--event-date, -type, -hours", [...FOUR, "--event-date", "2027-03-14", "--event-type", "Gran Fondo", "--event-hours", "5h30"], metadata({ event: { date: "2027-03-14", type: "gran_fondo", hours: 5.5, days: 1 } })],
    ["--event-days", [...FOUR, "--event-date", "2027-03-14", "--event-type", "multi-day", "--event-hours", "4", "--event-days", "3"], metadata({ event: { days: 3 } })],
    ["--weight in pounds", [...FIVE, "--weight", "154lb"], profile({ weight_kg: 69.9 })],
    ["--max-hr --lthr --age --sex", [...FIVE, "--max-hr", "186", "--lthr", "168 bpm", "--age", "42", "--sex", "F"], profile({ max_hr: 186, lthr: 168, age: 42, sex: "female" })],
    ["--hours with a decimal comma", [...FIVE, "--hours", "8,5"], profile({ weekly_hours_available: 8.5 })],
    ["--hours as a range", [...FIVE, "--hours", "7–9"], profile({ weekly_hours_available: 9, weekly_hours_min: 7 })],
    ["--minutes", [...FIVE, "--minutes", "tue=75,sat=3h"], profile({ training_availability: { max_minutes_by_day: { Tuesday: 75, Saturday: 180 } } })],
    ["--recent-hours --longest-ride --ctl", [...FIVE, "--recent-hours", "7", "--longest-ride", "2h30", "--ctl", "48"], profile({ recent_weekly_hours: 7, longest_recent_ride_minutes: 150, ctl: 48 })],
    ["--last-test", [...FIVE, "--last-test", "2026-11-20"], profile({ ftp_test_date: "2026-11-20" })],
    ["--strength", [...FIVE, "--strength", "1"], profile({ strength_per_week: 1 })],
    ["--off, twice", [...FIVE, "--off", "2027-01-04..2027-01-06", "--off", "2027-02-01"], profile({ unavailable: [{ from: "2027-01-04", to: "2027-01-06" }, { from: "2027-02-01", to: "2027-02-01" }] })],
    ["--start", [...FIVE, "--start", "2027-01-05"], metadata({ start_date: "2027-01-11" })],
    ["--target-ftp", [...FIVE, "--target-ftp", "280"], metadata({ target_ftp: 280 })],
    ["--accept-ramp", [...FIVE, "--recent-hours", "3", "--accept-ramp"], profile({ recent_weekly_hours: 3 })],
  ])("%s", async (_, args, expected) => {
    expect(await planned(args)).toMatchObject(expected);
  }); // prettier-ignore

  it("--no-tests leaves every test out", async () => {
    const testsIn = ({ plan }: Printed): number =>
      plan.training_plan.weekly_plan.flatMap((week) => week.workouts).filter((workout) => workout.role === "test")
        .length;
    expect(testsIn(await planned(FIVE))).toBeGreaterThan(0);
    expect(testsIn(await planned([...FIVE, "--no-tests"]))).toBe(0);
  });

  it("--plan-id names the files, --today the day, --seed the letters", async () => {
    expect(await planned([...FIVE, "--plan-id", "mine"])).toMatchObject({ plan_id: "mine" });
    expect((await planned([...FIVE, "--today", "2027-01-01"])).plan.training_plan.plan_metadata.start_date).toBe(
      "2027-01-04",
    );
    const ids = [await planned(FIVE), await planned(FIVE), await planned([...FIVE, "--seed", "other"])].map(
      ({ plan_id: id }) => id,
    );
    expect(ids[0]).toMatch(/^plan-2026-12-07-[a-z2-9]{4}$/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });
});

describe("request files", () => {
  it.each(["wizard", "api", "minimal", "century-12-weeks"])("%s.json", async (name) => {
    const cwd = await aPlace();
    const plan = await planned(["--profile", `requests/${name}.json`], { cwd });
    expect(planFileSchema.safeParse(plan.plan).error).toBeUndefined();
  });

  it("say the same in both forms: the same plan, the same id", async () => {
    const cwd = await aPlace();
    const [wizard, api] = [
      await planned(["--profile", "requests/wizard-everything.json"], { cwd }),
      await planned(["--profile", "requests/api-everything.json"], { cwd }),
    ];
    expect(wizard).toEqual(api);
  });

  it("standard input, with a mark of an editor and Windows line ends", async () => {
    const cwd = await aPlace();
    const text = await readFile(join(cwd, "requests", "minimal.json"), "utf8");
    const input = `\ufeff${text.replaceAll("\n", "\r\n")}`;
    const { code, out, err } = await runProcess(["generate", ...FIXED, "--dry-run", "--json", "--profile", "-"], {
      cwd,
      input,
    });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect((JSON.parse(out) as Printed).plan).toEqual(
      (await planned(["--profile", "requests/minimal.json"], { cwd })).plan,
    );
  });

  it("flags override single answers", async () => {
    const cwd = await aPlace();
    const args = ["--profile", "requests/wizard.json", "--ftp", "280", "--event-date", "2027-04-04"];
    expect(await planned(args, { cwd })).toMatchObject({
      plan: {
        training_plan: {
          athlete_profile: { ftp: 280, age: 42 },
          plan_metadata: { event: { date: "2027-04-04", type: "century" } },
        },
      },
    });
  });
});

describe("what is written", () => {
  it("is a whole plan, each file by its schema", async () => {
    const { cwd, code, err } = await runCli(["generate", ...FIXED, ...FIVE, "--plan-id", "mine"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const read = async (name: string): Promise<unknown> =>
      JSON.parse(await readFile(join(cwd, "plans", `mine_${name}.json`), "utf8"));
    const names = await readdir(join(cwd, "plans"));
    expect(names).toHaveLength(17);
    const plan = planFileSchema.parse(await read("plan"));
    overviewSchema.parse(await read("overview"));
    expect(await read("profile")).toEqual(plan.training_plan.athlete_profile);
    for (const week of plan.training_plan.weekly_plan) {
      const { schema_version: _, plan_id: __, ...rest } = weekFileSchema.parse(await read(`week_${week.week_number}`));
      expect(rest).toEqual(week);
    }
    expect(jobSchema.parse(await read("job"))).toMatchObject({
      plan_id: "mine",
      status: "completed",
      created_at: "2026-12-01T00:00:00Z",
    });
  });

  it("is the same from two processes, to the byte, and says the same", async () => {
    const runs = await Promise.all(
      [1, 2].map(() => runProcess(["generate", ...FIXED, ...FIVE, "--event-date", "2027-03-14"])),
    );
    const [first, second] = await Promise.all(
      runs.map(async ({ cwd }) => {
        const names = (await readdir(join(cwd, "plans"))).sort();
        return Promise.all(
          names.map(async (name) => [name, await readFile(join(cwd, "plans", name), "utf8")] as const),
        );
      }),
    );
    expect(first).toEqual(second);
    expect(runs[0]?.out).toBe(runs[1]?.out);
  });

  it("ends with a summary in 80 columns, the place of the files and the next command", async () => {
    const { cwd, out } = await runCli(["generate", ...FIXED, ...FIVE, "--plan-id", "mine"]);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(out).toContain("Files: 17 in ./plans, all beginning with mine");
    const next = /Next: {2}cycling-plan (.*)/.exec(out)?.[1]?.split(" ") ?? [];
    expect(next).toEqual(["show", "mine", "week", "1"]);
    expect((await runCli(next, { cwd })).code).toBe(0);
  });

  it("the next command works for another directory, too", async () => {
    const { cwd, out } = await runCli(["generate", ...FIXED, ...FIVE, "--plan-id", "mine", "--out", "else where"]);
    expect(out).toContain("Next:  cycling-plan show ");
    expect((await runCli(["show", "else where/mine_plan.json", "--week", "1"], { cwd })).code).toBe(0);
  });

  it("is nothing on a dry run", async () => {
    const { cwd, code, out } = await runCli(["generate", ...FIXED, ...FIVE, "--dry-run"]);
    expect(code).toBe(0);
    expect(flat(out)).toContain("Dry run: nothing was written.");
    expect(await readdir(cwd)).toEqual(["requests"]);
  });

  it("is all there is with --quiet", async () => {
    const { cwd, code, out, err } = await runCli(["generate", ...FIXED, ...FIVE, "--quiet", "--plan-id", "mine"]);
    expect({ code, out, err }).toEqual({ code: 0, out: "", err: "" });
    expect(await readdir(join(cwd, "plans"))).toContain("mine_plan.json");
  });

  it("--json prints ids, files and what was assumed", async () => {
    const { cwd, out } = await runCli(["generate", ...FIXED, ...FIVE, "--hours", "12+", "--json"]);
    const printed = JSON.parse(out) as { files: string[]; assumptions: { field: string }[] };
    expect(printed).toMatchObject({
      dry_run: false,
      directory: join(cwd, "plans"),
      job_id: expect.stringMatching(/^plan_1796083200_/) as unknown,
    });
    expect((await readdir(join(cwd, "plans"))).map((name) => join(cwd, "plans", name)).sort()).toEqual(
      [...printed.files].sort(),
    );
    expect(printed.assumptions[0]).toMatchObject({ field: "weekly_hours_available", value: 13.8 });
  });

  it("goes where the settings say", async () => {
    const cwd = await aPlace();
    await writeFile(join(cwd, "cycling-plan.json"), JSON.stringify({ out: "season" }));
    const args = ["generate", ...FIXED, ...FIVE, "--plan-id", "mine"];
    expect((await runCli(args, { cwd })).code).toBe(0);
    expect((await runCli(args, { cwd, env: { CYCLING_PLAN_OUT: "other" } })).code).toBe(0);
    expect((await readdir(cwd)).sort()).toEqual(["cycling-plan.json", "home", "other", "requests", "season"]);
  });
});

describe("two runs on one id", () => {
  it("do not both win", async () => {
    const cwd = await aPlace();
    const args = ["generate", ...FIXED, ...FIVE, "--plan-id", "mine"];
    const runs = await Promise.all([1, 2, 3].map(() => runProcess(args, { cwd })));
    expect(runs.map(({ code }) => code).sort()).toEqual([0, 2, 2]);
    expect(await readdir(join(cwd, "plans"))).toHaveLength(17);
  });
});

/** A real terminal, by the `script` of util-linux. */
const hasScript =
  process.platform === "linux" &&
  (await execa("script", ["--version"], { reject: false })).stdout.includes("util-linux");

describe.skipIf(!hasScript)("the current plan", () => {
  const inTerminal = (cwd: string, args: readonly string[], env: Record<string, string> = {}) =>
    execa("script", ["-qec", [process.execPath, BIN, ...args].join(" "), "/dev/null"], {
      cwd,
      reject: false,
      extendEnv: false,
      stdin: "ignore",
      env: cleanEnv(cwd, env),
    });

  it("is what was generated last from a terminal, and nothing else changes it", async () => {
    const cwd = await aPlace();
    await mkdir(join(cwd, "home"));
    const generate = (id: string): string[] => ["generate", ...FIXED, ...FIVE, "--plan-id", id];
    const shown = async (): Promise<string> => {
      const { out, err } = await runCli(["show", "--json"], { cwd });
      return out === "" ? err : (JSON.parse(out) as PlanFile).training_plan.plan_id;
    };
    expect((await runCli(generate("script"), { cwd })).code).toBe(0);
    expect(flat(await shown())).toContain("There is no current plan");
    expect((await inTerminal(cwd, generate("first"))).exitCode).toBe(0);
    expect(await shown()).toBe("first");
    await inTerminal(cwd, generate("in-ci"), { CI: "true" });
    await inTerminal(cwd, [...generate("quiet"), "--quiet"]);
    await inTerminal(cwd, [...generate("dry"), "--dry-run"]);
    expect(await shown()).toBe("first");
    await inTerminal(cwd, generate("second"));
    expect(await shown()).toBe("second");
  });
});
