import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aPlanToRide, ridesOfWeek, rode } from "./ridden-plan.ts";
import { flat, runCli, type Ran } from "./run-cli.ts";

/** The day after week 5. */
const MONDAY = "2027-01-11";

const ridesIn = (cwd: string): string => join(cwd, "rides");
const run = (cwd: string, ...args: string[]): Promise<Ran> =>
  runCli(args, { cwd, env: { CYCLING_PLAN_TODAY: MONDAY, CYCLING_PLAN_SEED: "s", TZ: "UTC" } });

interface Reviewed {
  readonly sessions: readonly {
    readonly date: string;
    readonly status: string;
    readonly efforts: readonly { readonly held: boolean }[];
  }[];
  readonly fitness: {
    readonly planned: number;
    readonly ridden_low: number;
    readonly ridden_high: number;
    readonly days_not_known: number;
  };
  readonly hint: { readonly kind: string } | null;
  readonly could_change: readonly { readonly command: string }[];
}
const jsonOf = async (cwd: string, ...args: string[]): Promise<Reviewed> => {
  const ran = await run(cwd, "review", "mine", "--json", ...args);
  expect({ code: ran.code, err: ran.err }).toMatchObject({ code: 0 });
  return JSON.parse(ran.out) as Reviewed;
};

describe("review", () => {
  it("holds the rides of a week against its sessions, effort by effort", async () => {
    const cwd = await aPlanToRide();
    const [tue, thu, sat, sun] = await ridesOfWeek(cwd, 5);
    if (tue === undefined || thu === undefined || sat === undefined || sun === undefined) throw new Error("four rides");
    await rode(ridesIn(cwd), tue);
    await rode(ridesIn(cwd), thu, { change: (watts, { effort }) => (effort === 2 ? watts * 0.85 : watts) });
    await rode(ridesIn(cwd), sat, { minutes: 55 });
    const { code, out, err } = await run(cwd, "review", "mine", "--activities", "rides");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Week 5 of 12");
    expect(flat(out)).toContain("2 of 4 rides as planned, one shorter, one not known");
    expect(flat(out)).toMatch(/[=] Tue 5 .* held at \d+ W: \d+/);
    expect(flat(out)).toMatch(/number 3 was below it: \d+ of 60 s in target/);
    expect(flat(out)).toContain("One set below its target is no sign yet");
    expect(flat(out)).toMatch(/~ Sat 9 .*shorter/);
    expect(flat(out)).toMatch(/[?] Sun 10 .*not known/);
    expect(out).not.toContain("missed\n");
    expect(flat(out)).toContain("Means 17 days are not known. If you rode all of them, your fitness is");
    expect(flat(out)).toContain("Ahead week 6");
    expect(out).toContain("cycling-plan done 2027-01-10 --plan mine");
    expect(out).toContain("Nothing changes by itself.");
    const { could_change: changes } = await jsonOf(cwd, "--activities", "rides");
    expect(changes.length).toBeGreaterThan(3);
    // What is noted comes last: it would answer what the others ask.
    const commands = changes.map(({ command }) => command).sort();
    for (const command of commands) {
      const words = command.replace("cycling-plan ", "").split(" ");
      const pasted = await run(cwd, ...words, ...(words[0] === "change" ? ["--dry-run"] : []));
      expect({ command, code: pasted.code, err: pasted.err }).toEqual({ command, code: 0, err: "" });
    }
    expect(out.split("\n").filter((line) => line.length > 80 && !line.includes("cycling-plan "))).toEqual([]);
  });
  it("takes three key sessions that were not held in a row for a hint, and changes nothing", async () => {
    const cwd = await aPlanToRide();
    const before = await readFile(join(cwd, "plans", "mine_plan.json"), "utf8");
    const keys = [...(await ridesOfWeek(cwd, 3)), ...(await ridesOfWeek(cwd, 5))].filter(({ role }) => role === "key");
    const last = keys.slice(-3);
    expect(last).toHaveLength(3);
    for (const ride of last)
      await rode(ridesIn(cwd), ride, { change: (watts, { effort }) => (effort >= 0 ? watts * 0.9 : watts) });
    const hard = await jsonOf(cwd, "--activities", "rides");
    expect(hard.hint).toMatchObject({ kind: "not_held" });
    expect(hard.could_change.map(({ command }) => command)).toContain("cycling-plan change ftp 239 --plan mine");
    const [one] = last;
    if (one === undefined) throw new Error("a key session");
    await rode(ridesIn(cwd), one);
    expect((await jsonOf(cwd, "--activities", "rides")).hint).toBeNull();
    for (const ride of last)
      await rode(ridesIn(cwd), ride, { change: (watts, { effort }) => (effort >= 0 ? watts * 1.06 : watts) });
    expect((await jsonOf(cwd, "--activities", "rides")).hint).toMatchObject({ kind: "too_easy" });
    expect(await readFile(join(cwd, "plans", "mine_plan.json"), "utf8")).toBe(before);
  });

  it("knows what the rider said, and calls nothing missed that nobody spoke of", async () => {
    const cwd = await aPlanToRide();
    const [tue, thu] = await ridesOfWeek(cwd, 5);
    await run(cwd, "done", tue?.date ?? "", "--plan", "mine", "--feel", "6");
    await run(cwd, "done", thu?.date ?? "", "--plan", "mine", "--not");
    const { sessions, fitness } = await jsonOf(cwd);
    expect(sessions.map(({ status }) => status)).toEqual(["done", "missed", "not_known", "not_known"]);
    expect(fitness.ridden_high).toBeLessThan(fitness.planned);
    expect(fitness.ridden_low).toBeLessThan(fitness.ridden_high);
  });

  it("looks at a phase and at the whole plan by week, and at the week that is named", async () => {
    const cwd = await aPlanToRide();
    const phase = await run(cwd, "review", "mine", "--phase");
    expect(flat(phase.out)).toMatch(/The \w+ phase, weeks \d+ to \d+ of 12/);
    const whole = await run(cwd, "review", "mine", "--plan");
    expect(whole.out.match(/^[=~?>] .*Week \d+, /gm)).toHaveLength(12);
    expect(whole.out.split("\n").filter((line) => line.length > 80 && !line.includes("cycling-plan "))).toEqual([]);
    for (let week = 1; week <= 4; week++)
      for (const ride of await ridesOfWeek(cwd, week)) if (ride.role === "test") await rode(ridesIn(cwd), ride);
    const { could_change: changes } = await jsonOf(cwd, "--plan", "--activities", "rides");
    // Two tests were ridden: the older one says what the rider was.
    expect(changes.filter(({ command }) => command.includes("change test 20min"))).toHaveLength(1);
    expect((await run(cwd, "review", "mine", "--week", "3")).out).toContain("Week 3 of 12");
    const wrong = await run(cwd, "review", "mine", "--week", "13");
    expect({ code: wrong.code, err: flat(wrong.err) }).toMatchObject({
      code: 2,
      err: expect.stringContaining("expected 1 to 12") as string,
    });
    expect((await run(cwd, "review", "mine", "--week", "3", "--phase")).code).toBe(2);
  });
});
