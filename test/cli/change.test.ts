import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FIVE, FIXED, flat, runCli, type Ran } from "./run-cli.ts";

const EVENT = ["--event-date", "2027-02-28", "--event-type", "century"];
const on = (day: string): Record<string, string> => ({ CYCLING_PLAN_TODAY: day, CYCLING_PLAN_SEED: "s" });

async function aPlan(...more: string[]): Promise<string> {
  const { cwd, code, err } = await runCli(["generate", ...FIXED, ...FIVE, ...EVENT, "--plan-id", "mine", "--quiet", ...more]);
  expect({ code, err }).toMatchObject({ code: 0 });
  return cwd;
} // prettier-ignore

const run = (cwd: string, day: string, ...args: string[]): Promise<Ran> => runCli(args, { cwd, env: on(day) });
const change = (cwd: string, day: string, words: string, ...flags: string[]): Promise<Ran> =>
  run(cwd, day, "change", ...words.split(" "), "--plan", "mine", ...flags);
const text = (cwd: string, name: string): Promise<string> => readFile(join(cwd, "plans", name), "utf8");

interface Written {
  readonly training_plan: {
    readonly weekly_plan: readonly {
      readonly workouts: readonly {
        readonly date: string;
        readonly id: string;
        readonly type: string;
        readonly weekday: string;
        readonly role?: string;
        readonly original_date?: string;
      }[];
    }[];
  };
}
const workoutsOf = async (cwd: string): Promise<Written["training_plan"]["weekly_plan"][number]["workouts"]> =>
  (JSON.parse(await text(cwd, "mine_plan.json")) as Written).training_plan.weekly_plan.flatMap(
    ({ workouts }) => workouts,
  );

/** All files of the plan, by name. */
async function filesOf(cwd: string): Promise<Record<string, string>> {
  const names = (await readdir(join(cwd, "plans"))).filter(
    (name) => name.startsWith("mine") && !/changes|done/.test(name),
  );
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await text(cwd, name)] as const)));
}

describe("change", () => {
  it("keeps what the plan was made from beside it", async () => {
    const cwd = await aPlan();
    expect(JSON.parse(await text(cwd, "mine_request.json"))).toMatchObject({
      schema_version: "1",
      plan_id: "mine",
      source: "planner",
      today: "2026-12-01",
      seed: "s",
      request: { event: { date: "2027-02-28", type: "century" } },
    });
  });

  it("is seen before it is done, and nothing is written without a yes", async () => {
    const cwd = await aPlan();
    const before = await filesOf(cwd);
    const dry = await change(cwd, "2027-01-13", "missed tue", "--dry-run");
    expect(flat(dry.out)).toContain("I read: Tue 12 Jan was not ridden");
    expect(flat(dry.out)).toContain("Nothing is made up.");
    const asked = await change(cwd, "2027-01-13", "missed tue");
    expect(asked.code).toBe(2);
    expect(flat(asked.err)).toContain("Say --yes to make it");
    expect(await filesOf(cwd)).toEqual(before);
  });

  it("is a step that can be taken back to the byte, and that too", async () => {
    const cwd = await aPlan();
    const before = await filesOf(cwd);
    expect((await change(cwd, "2027-01-13", "move thu fri and shorten sat to 60", "--yes")).code).toBe(0);
    const after = await filesOf(cwd);
    expect(after).not.toEqual(before);
    expect((await run(cwd, "2027-01-13", "lint", "mine")).code).toBe(0);
    expect((await run(cwd, "2027-01-13", "undo", "--plan", "mine", "--yes")).code).toBe(0);
    expect(await filesOf(cwd)).toEqual(before);
    expect((await run(cwd, "2027-01-13", "undo", "--plan", "mine", "--yes")).code).toBe(0);
    expect(await filesOf(cwd)).toEqual(after);
    const list = await run(cwd, "2027-01-13", "changes", "mine");
    expect(flat(list.out)).toContain("3 steps since it was made");
  });

  it("is taken back once, until that is taken back itself", async () => {
    const cwd = await aPlan();
    const [before, sessions] = [await filesOf(cwd), await workoutsOf(cwd)];
    const undo = (...step: string[]): Promise<Ran> =>
      run(cwd, "2027-01-13", "undo", ...step, "--plan", "mine", "--yes");
    await change(cwd, "2027-01-13", "drop thu", "--yes");
    expect((await undo("1")).code).toBe(0);
    const twice = await undo("1");
    expect(twice.code).toBe(2);
    expect(flat(twice.err)).toContain("Step 1 was taken back already, by step 2.");
    expect(flat(twice.err)).toContain("cycling-plan undo 2");
    expect(await filesOf(cwd)).toEqual(before);
    expect((await undo("2")).code).toBe(0);
    expect(await filesOf(cwd)).not.toEqual(before);
    expect((await undo("1")).code).toBe(0);
    expect(await workoutsOf(cwd)).toEqual(sessions);
  });

  it("moves a session under its own name", async () => {
    const cwd = await aPlan();
    const before = await workoutsOf(cwd);
    const id = before.find(({ date }) => date === "2027-01-14")?.id;
    expect((await change(cwd, "2027-01-13", "move thu fri", "--yes")).code).toBe(0);
    const moved = (await workoutsOf(cwd)).find((one) => one.id === id);
    expect(moved).toMatchObject({ date: "2027-01-15", original_date: "2027-01-14" });
    const ids = (await workoutsOf(cwd)).map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("takes the way that is asked for by its number, and no other", async () => {
    const cwd = await aPlan();
    const missed = (...way: string[]): Promise<Ran> => change(cwd, "2027-01-12", "missed tue", "--dry-run", ...way);
    const [first, second] = [await missed("--way", "1"), await missed("--way", "2")];
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(second.out).not.toBe(first.out);
    const third = await missed("--way", "3");
    expect(third.code).toBe(2);
    expect(flat(third.err)).toContain("There is no way 3: that can be done in 2 ways.");
    const two = await change(cwd, "2027-01-13", "drop thu and drop sat", "--way", "2", "--dry-run");
    expect(two.code).toBe(2);
    expect(flat(two.err)).toContain("Make them one after the other");
  });

  it("changes no minute for a new FTP", async () => {
    const cwd = await aPlan();
    const before = await workoutsOf(cwd);
    const { out } = await change(cwd, "2027-01-13", "test 20min 288", "--yes");
    expect(flat(out)).toContain("FTP 274 W");
    expect(await workoutsOf(cwd)).toEqual(before);
    expect(await text(cwd, "mine_plan.json")).toContain('"current_ftp": 274');
  });

  it("comes back slowly after an illness, without strides", async () => {
    const cwd = await aPlan();
    const { code, out } = await change(cwd, "2027-01-16", "sick tue-fri", "--yes");
    expect(code).toBe(0);
    expect(flat(out)).toContain("One full day well first");
    const back = JSON.parse(await text(cwd, "mine_plan.json")) as {
      training_plan: { weekly_plan: { workouts: { date: string; name: string }[] }[] };
    };
    const names = back.training_plan.weekly_plan.flatMap(({ workouts }) => workouts).filter(({ date }) => date > "2027-01-15" && date < "2027-01-24").map(({ name }) => name);
    expect(names.join()).not.toMatch(/stride|VO2|Threshold/i);
    expect((await run(cwd, "2027-01-16", "lint", "mine")).code).toBe(0);
  }); // prettier-ignore

  it.each([
    ["dance tue", "is no change that is known"],
    ["missed fri", "holds no ride"],
    ["move sun sat", "is your event"],
    ["shorten thu to", "expected a day and minutes"],
    ["missed 2031-01-01", ""],
    ["hours 99", "0.5 to 25 hours"],
    ["ftp 5000", "50 to 600 watts"],
  ])("refuses %s with what would do", async (words, expected) => {
    const cwd = await aPlan();
    const before = await filesOf(cwd);
    const { code, err } = await change(cwd, words.startsWith("move") ? "2027-02-25" : "2027-01-13", words, "--yes");
    expect(code).toBe(2);
    expect(flat(err)).toContain(expected);
    expect(await filesOf(cwd)).toEqual(before);
  });

  it("writes no step that could not be read back", async () => {
    const cwd = await aPlan();
    const before = await filesOf(cwd);
    const many = Array.from({ length: 300 }, () => "keep thu").join(" and ");
    const { code, err } = await change(cwd, "2027-01-13", many, "--yes");
    expect(code).toBe(2);
    expect(flat(err)).toContain("Say it in fewer words or in smaller steps.");
    expect(await filesOf(cwd)).toEqual(before);
    expect(flat((await run(cwd, "2027-01-13", "changes", "mine")).out)).toContain("not changed since it was made");
  });

  it("keeps a proposal for later, and refuses it once the plan has moved on", async () => {
    const cwd = await aPlan();
    expect((await change(cwd, "2027-01-13", "drop thu", "--out", "p.json")).code).toBe(0);
    expect((await run(cwd, "2027-01-13", "change", "--plan", "mine", "--apply", "p.json", "--yes")).code).toBe(0);
    const again = await run(cwd, "2027-01-13", "change", "--plan", "mine", "--apply", "p.json", "--yes");
    expect(again.code).toBe(2);
    expect(flat(again.err)).toContain("has moved on since that proposal was made");
  });

  it("leaves kept days and ridden days alone", async () => {
    const cwd = await aPlan();
    await change(cwd, "2027-01-13", "keep thu", "--yes");
    await run(cwd, "2027-01-16", "done", "sat", "--plan", "mine", "--minutes", "140");
    expect((await change(cwd, "2027-01-13", "drop thu", "--yes")).code).toBe(2);
    expect((await change(cwd, "2027-01-16", "drop sat", "--yes")).code).toBe(2);
    await change(cwd, "2027-01-13", "free thu", "--yes");
    expect((await change(cwd, "2027-01-13", "drop thu", "--yes")).code).toBe(0);
  });

  it("is not thrown away by a plan of the same name", async () => {
    const cwd = await aPlan();
    await change(cwd, "2027-01-13", "drop thu", "--yes");
    const forced = ["generate", ...FIXED, ...FIVE, ...EVENT, "--plan-id", "mine", "--quiet", "--force"];
    const refused = await runCli(forced, { cwd });
    expect(refused.code).toBe(2);
    expect(flat(refused.err)).toContain("Say --discard-changes");
    expect((await runCli([...forced, "--discard-changes"], { cwd })).code).toBe(0);
    expect(await readdir(join(cwd, "plans"))).not.toContain("mine_changes.jsonl");
  });

  it("notices a plan that was edited by hand, and takes it as a step where that is said", async () => {
    const cwd = await aPlan();
    await change(cwd, "2027-01-13", "drop thu", "--yes");
    const path = join(cwd, "plans", "mine_plan.json");
    await writeFile(path, (await readFile(path, "utf8")).replace('"name": "Rest"', '"name": "Rest day"'));
    const refused = await change(cwd, "2027-01-13", "drop sat", "--yes");
    expect(refused.code).toBe(2);
    expect(flat(refused.err)).toContain("was edited since step 1");
    expect((await run(cwd, "2027-01-13", "change", "--plan", "mine", "--accept-edits")).code).toBe(0);
    expect((await change(cwd, "2027-01-13", "drop sat", "--yes")).code).toBe(0);
  });

  it("puts plans and states side by side, and writes nothing", async () => {
    const cwd = await aPlan();
    await change(cwd, "2027-01-13", "drop thu", "--yes");
    const before = await filesOf(cwd);
    const { out, code } = await run(cwd, "2027-01-13", "diff", "mine@0", "mine");
    expect(code).toBe(0);
    expect(out).toMatch(/Hours in all +\d+ h +\d+ h/);
    expect(await filesOf(cwd)).toEqual(before);
  });

  it("lets files and calendars follow, and leaves alone what somebody else wrote", async () => {
    const cwd = await aPlan();
    const exported = (day: string): Promise<Ran> =>
      run(cwd, day, "export", "mine", "--out", "w", "--format", "zwo,ics");
    expect((await exported("2027-01-13")).code).toBe(0);
    const folder = join(cwd, "w", "week-06");
    const before = await readdir(folder);
    await writeFile(join(folder, "mine.zwo"), "<mine/>");
    const thursday = before.find((name) => name.startsWith("2027-01-14"));
    const ics = await readFile(join(cwd, "w", "mine.ics"), "utf8");
    await change(cwd, "2027-01-13", "drop thu", "--yes");
    const again = await exported("2027-01-13");
    expect({ code: again.code, err: again.err }).toEqual({ code: 0, err: "" });
    expect(flat(again.out)).toContain("1 file of before is removed");
    expect(await readdir(folder)).toEqual([...before.filter((name) => name !== thursday), "mine.zwo"].sort());
    const then = await readFile(join(cwd, "w", "mine.ics"), "utf8");
    expect(then).toMatch(/UID:mine-w06d4@cycling-plan\r\n(?:[A-Z-]+[:;].*\r\n)*STATUS:CANCELLED/);
    const sequence = (text: string): number => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
    expect(sequence(then)).toBe(sequence(ics) + 1);
    await run(cwd, "2027-01-13", "undo", "--plan", "mine", "--yes");
    expect((await exported("2027-01-13")).code).toBe(0);
    const back = await readFile(join(cwd, "w", "mine.ics"), "utf8");
    expect(back).not.toContain("CANCELLED");
    expect(sequence(back)).toBe(sequence(ics) + 2);
  });

  it("takes another event in and out again, and other days from today on", async () => {
    const cwd = await aPlan();
    const before = await workoutsOf(cwd);
    expect((await change(cwd, "2027-01-13", "add event 2027-02-07:road_race:B:2", "--yes")).code).toBe(0);
    expect((await workoutsOf(cwd)).find(({ date }) => date === "2027-02-07")).toMatchObject({ role: "event" });
    expect((await run(cwd, "2027-01-13", "lint", "mine")).code).toBe(0);
    expect((await change(cwd, "2027-01-13", "drop event 2027-02-07", "--yes")).code).toBe(0);
    expect(await workoutsOf(cwd)).toEqual(before);
    expect((await change(cwd, "2027-01-13", "days tue thu fri sun", "--yes")).code).toBe(0);
    const after = await workoutsOf(cwd);
    expect(after.filter(({ date }) => date < "2027-01-13")).toEqual(before.filter(({ date }) => date < "2027-01-13"));
    const days = after.filter(({ date, type }) => date > "2027-01-13" && type !== "rest").map(({ weekday }) => weekday);
    expect([...new Set(days)].sort()).toEqual(["Friday", "Sunday", "Thursday", "Tuesday"]);
    expect((await run(cwd, "2027-01-13", "lint", "mine")).code).toBe(0);
  }, 30_000);

  it("says what is missing where a plan lies alone", async () => {
    const cwd = await aPlan();
    await rm(join(cwd, "plans", "mine_request.json"));
    const { code, err } = await change(cwd, "2027-01-13", "days tue thu sun", "--yes");
    expect(code).toBe(2);
    expect(flat(err)).toContain("What this plan was made from does not lie beside it");
    expect((await change(cwd, "2027-01-13", "drop thu", "--yes")).code).toBe(0);
  });

  it("is made once where two say it at the same moment", async () => {
    const cwd = await aPlan();
    const both = await Promise.all([
      change(cwd, "2027-01-13", "drop thu", "--yes"),
      change(cwd, "2027-01-13", "drop sat", "--yes"),
    ]);
    const made = both.filter(({ code }) => code === 0).length;
    const { steps } = JSON.parse((await run(cwd, "2027-01-13", "changes", "mine", "--json")).out) as {
      steps: { step: number }[];
    };
    expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: made }, (_, i) => i + 1));
    expect(made).toBeGreaterThanOrEqual(1);
    expect((await run(cwd, "2027-01-13", "lint", "mine")).code).toBe(0);
  });
});
