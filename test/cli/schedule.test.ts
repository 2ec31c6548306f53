import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PlanFile } from "../../src/plan/schema.ts";
import { stepsOf } from "../../src/workout/expand.ts";
import { FIVE, FIXED, flat, runCli, runProcess, type Ran } from "./run-cli.ts";

const DAY = { CYCLING_PLAN_TODAY: "2026-12-01", CYCLING_PLAN_SEED: "s" };

async function aPlan(...more: string[]): Promise<string> {
  const { cwd, code } = await runCli(["generate", ...FIXED, ...FIVE, "--weeks", "6", "--plan-id", "mine", "--quiet", ...more]);
  expect(code).toBe(0);
  return cwd;
} // prettier-ignore

const run = (cwd: string, args: string[], env: Record<string, string> = DAY): Promise<Ran> =>
  runCli(args, { cwd, env });
const planFile = async (cwd: string, name: string): Promise<PlanFile> =>
  JSON.parse(await readFile(join(cwd, "plans", `${name}.json`), "utf8")) as PlanFile;
const workoutsOf = ({ training_plan: plan }: PlanFile) => plan.weekly_plan.flatMap((week) => week.workouts);

describe("schedule", () => {
  it("moves whole weeks and not a second of a workout", async () => {
    const cwd = await aPlan();
    const { code, out, err } = await run(cwd, ["schedule", "mine", "--start", "2027-02-01"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(flat(out)).toContain("mine is scheduled: 2027-02-01 to 2027-03-14 (instance_1).");
    const [before, after] = [await planFile(cwd, "mine_plan"), await planFile(cwd, "instance_1")];
    expect(after.training_plan.plan_metadata).toMatchObject({ start_date: "2027-02-01", end_date: "2027-03-14" });
    expect(workoutsOf(after).map((one) => stepsOf(one))).toEqual(workoutsOf(before).map((one) => stepsOf(one)));
    expect(workoutsOf(after).map(({ date: _, ...rest }) => rest)).toEqual(workoutsOf(before).map(({ date: _, ...rest }) => rest));
    expect(workoutsOf(after)[0]?.date).toBe("2027-02-01");
    expect(JSON.stringify(after.training_plan)).not.toMatch(/202[67]-(12|01)-\d\d(?!T)/);
    const lint = await run(cwd, ["lint", "plans/instance_1.json"]);
    expect(lint.code).toBe(0);
  }); // prettier-ignore

  it("explains a start within the week", async () => {
    const cwd = await aPlan();
    const { out } = await run(cwd, ["schedule", "mine", "--start", "2027-02-03"]);
    expect(flat(out)).toContain("2027-02-03 is a Wednesday. Weeks run Monday to Sunday, so the plan starts on the next Monday, 2027-02-08.");
  }); // prettier-ignore

  it("keeps an event on its day, or refuses with the reason", async () => {
    const cwd = await aPlan("--event-date", "2027-01-17", "--event-type", "century");
    const moved = await run(cwd, ["schedule", "mine", "--start", "2027-01-04"]);
    expect(moved.code).toBe(4);
    expect(flat(moved.err)).toContain("The event is on 2027-01-17 and stays there; starting on 2027-01-04 would put it on 2027-02-14.");
    expect(await readdir(join(cwd, "plans"))).not.toContain("instance_1.json");
    const kept = await run(cwd, ["schedule", "mine", "--start", "2026-12-07"]);
    expect(kept.code).toBe(0);
    expect(flat(kept.out)).toContain("Your event keeps its day: 2027-01-17.");
  }); // prettier-ignore

  it("refuses dates that fall on days off", async () => {
    const cwd = await aPlan("--off", "2027-03-01..2027-03-07");
    const { code, err } = await run(cwd, ["schedule", "mine", "--start", "2027-02-01"]);
    expect(code).toBe(4);
    expect(flat(err)).toContain("On those dates the plan breaks a rule");
  });

  it("names what is in the way, and what is free after it is cancelled; the history stays", async () => {
    const cwd = await aPlan();
    await run(cwd, ["schedule", "mine", "--start", "2027-02-01"]);
    const other = await run(cwd, ["schedule", "mine", "--start", "2027-03-08"]);
    expect(other.code).toBe(2);
    expect(flat(other.err)).toContain("mine is scheduled from 2027-02-01 to 2027-03-14 (instance_1)");
    expect(flat(other.err)).toContain("Start on 2027-03-15 or later");
    expect((await run(cwd, ["schedule", "mine", "--cancel"])).code).toBe(0);
    expect((await run(cwd, ["schedule", "mine", "--start", "2027-03-08"])).code).toBe(0);
    const { out } = await run(cwd, ["plans"], { ...DAY, CYCLING_PLAN_TODAY: "2027-03-10" });
    expect(out).toContain("week 1 of 6");
    expect(out).toMatch(/cancelled +1 Feb to 14 Mar 2027 +instance_1\n +active +8 Mar to 18 Apr 2027 +instance_2/);
    expect((await run(cwd, ["schedule", "instance_1", "--cancel"])).out).toContain("was cancelled before");
    const none = await run(cwd, ["schedule", "mine", "--cancel"], { ...DAY, CYCLING_PLAN_TODAY: "2027-06-01" });
    expect(none.code).toBe(2);
  });

  it("said twice changes nothing", async () => {
    const cwd = await aPlan();
    const args = ["schedule", "mine", "--start", "2027-02-01"];
    await run(cwd, args);
    const before = await readFile(join(cwd, "plans", "instance_1.json"), "utf8");
    const again = await run(cwd, args);
    expect(again.code).toBe(0);
    expect(flat(again.out)).toContain("mine was scheduled already");
    expect(await readFile(join(cwd, "plans", "instance_1.json"), "utf8")).toBe(before);
    expect(await readdir(join(cwd, "plans"))).not.toContain("instance_2.json");
  });

  it("has one winner where several schedule at once", async () => {
    const cwd = await aPlan();
    const starts = ["2027-02-01", "2027-02-08", "2027-02-15", "2027-02-22"];
    const runs = await Promise.all(
      starts.map((start) => runProcess(["schedule", "mine", "--start", start], { cwd, env: DAY })),
    );
    expect(runs.map(({ code }) => code).sort()).toEqual([0, 2, 2, 2]);
    const names = await readdir(join(cwd, "plans"));
    expect(names.filter((name) => name.includes("instance") || name.startsWith("."))).toEqual(["instance_1.json"]);
  });

  it("refuses a start that is no day, that is over, and one without a word", async () => {
    const cwd = await aPlan();
    for (const [args, said] of [
      [["--start", "2027-02-30"], "expected a day that exists"],
      [["--start", "2026-01-05"], "the plan would have ended on 2026-02-15"],
      [["--start", "2999-12-30"], "is too far away"],
      [[], "needs a first day, or --cancel"],
    ] as const) {
      const { code, err } = await run(cwd, ["schedule", "mine", ...args]);
      expect(code).toBe(2);
      expect(flat(err)).toContain(said);
    }
    await writeFile(join(cwd, "plans", "instance_1.json"), "{");
    const { code, err } = await run(cwd, ["schedule", "mine", "--start", "2027-02-01"]);
    expect(code).toBe(2);
    expect(flat(err)).toContain("It cannot be said which dates are free.");
  });
});

describe("a scheduled plan", () => {
  it("is what today, show and export look at, and calendars take it for news of the same entries", async () => {
    const cwd = await aPlan();
    const entries = async (folder: string): Promise<{ uids: string[]; sequence: number; first: string }> => {
      const text = await readFile(join(cwd, "workouts", folder, "mine.ics"), "utf8");
      return {
        uids: text.match(/UID:.*/g) ?? [],
        sequence: Number(/SEQUENCE:(\d+)/.exec(text)?.[1]),
        first: /DTSTART;VALUE=DATE:(\d+)/.exec(text)?.[1] ?? "",
      };
    };
    await run(cwd, ["export", "mine", "--format", "ics"]);
    await run(cwd, ["schedule", "mine", "--start", "2027-02-01"]);
    await run(cwd, ["export", "mine", "--format", "ics"]);
    const [before, after] = [await entries("mine"), await entries("mine-2027-02-01")];
    expect(after.uids).toEqual(before.uids);
    expect(after.sequence).toBeGreaterThan(before.sequence);
    expect([before.first, after.first]).toEqual(["20261208", "20270202"]);
    expect((await run(cwd, ["show", "mine"])).out).toContain("1 Feb to 14 Mar 2027");
    const on = { ...DAY, CYCLING_PLAN_TODAY: "2027-02-02" };
    expect((await run(cwd, ["today", "mine"], on)).out).toContain("Tue 2 Feb · week 1 of 6");
    await run(cwd, ["schedule", "mine", "--start", "2027-06-07"]);
    await run(cwd, ["export", "instance_2", "--format", "ics"]);
    const second = await entries("mine-2027-06-07");
    expect(second.uids.filter((uid) => after.uids.includes(uid))).toEqual([]);
  });

  it.each(["Pacific/Midway", "UTC", "Pacific/Kiritimati", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"])(
    "has the same days in %s, over both clock changes",
    async (TZ) => {
      const cwd = await aPlan();
      for (const [start, id] of [["2027-03-01", "instance_1"], ["2027-10-04", "instance_2"]] as const) {
        expect((await run(cwd, ["schedule", "mine", "--start", start], { ...DAY, TZ })).code).toBe(0);
        const plan = await planFile(cwd, id);
        const days = [...new Set(workoutsOf(plan).map(({ date }) => date))];
        expect(days).toHaveLength(42);
        expect(days[0]).toBe(start);
        days.forEach((day, at) => {
          expect(Date.parse(day)).toBe(Date.parse(start) + at * 86_400_000);
        });
      }
    },
  ); // prettier-ignore
});

describe("plans", () => {
  it("says where each stands by date", async () => {
    const cwd = await aPlan();
    expect((await run(cwd, ["plans"])).out).toMatch(/mine +(?:week|starts|ended)/);
    await run(cwd, ["schedule", "mine", "--start", "2027-02-01"]);
    for (const [day, status] of [["2027-01-31", "scheduled"], ["2027-02-01", "active"], ["2027-03-14", "active"], ["2027-03-15", "completed"]] as const) {
      const { out } = await run(cwd, ["plans", "--json"], { ...DAY, CYCLING_PLAN_TODAY: day });
      expect(JSON.parse(out)).toMatchObject({ plans: [{ plan_id: "mine", instances: [{ id: "instance_1", status }] }] });
    }
    expect(flat((await run(cwd, ["plans", "--out", "none"])).out)).toContain("There are no finished plans");
  }); // prettier-ignore

  it.each(["Pacific/Midway", "UTC", "Pacific/Kiritimati", "America/New_York", "Europe/Berlin"])(
    "and status stand on the same days in %s, on the days of both clock changes too",
    async (TZ) => {
      const cwd = await aPlan();
      const at = (day: string, ...args: string[]): Promise<Ran> => run(cwd, args, { ...DAY, TZ, CYCLING_PLAN_TODAY: day });
      // 42 days to 14 March, when New York changes its clocks, and to 31 October, when Berlin does.
      for (const [start, last, after] of [["2027-02-01", "2027-03-14", "2027-03-15"], ["2027-09-20", "2027-10-31", "2027-11-01"]] as const) {
        expect((await at("2026-12-01", "schedule", "mine", "--start", start)).code).toBe(0);
        for (const [day, status] of [[start, "active"], [last, "active"], [after, "completed"]] as const) {
          const { plans } = JSON.parse((await at(day, "plans", "--json")).out) as { plans: { instances: { status: string }[] }[] };
          expect(plans[0]?.instances.at(-1)?.status, `${day} in ${TZ}`).toBe(status);
        }
      }
      const made = JSON.parse((await at("2027-11-01", "status", "mine", "--json")).out) as { created_at: string };
      expect(made.created_at).toBe("2026-12-01T00:00:00Z");
    },
  ); // prettier-ignore

  it("take today from the clock on the rider's wall", async () => {
    const cwd = await aPlan();
    const civilDay = (timeZone: string): string => new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date());
    for (const TZ of ["Pacific/Midway", "UTC", "Pacific/Kiritimati"]) {
      const before = civilDay(TZ);
      const { out } = await runProcess(["plans", "--json"], { cwd, env: { TZ } });
      expect([before, civilDay(TZ)]).toContain((JSON.parse(out) as { today: string }).today);
    }
  });
});
