import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aPlace, FIVE, FIXED, flat, runCli, type Ran } from "./run-cli.ts";

/** The day after week 5. */
const MONDAY = "2027-01-11";
const EVENT = ["--event-date", "2027-02-28", "--event-type", "century"];

const run = (cwd: string, ...args: string[]): Promise<Ran> =>
  runCli(args, { cwd, env: { CYCLING_PLAN_TODAY: MONDAY, CYCLING_PLAN_SEED: "s" } });

interface Row {
  readonly rider: string;
  readonly folder: string;
  readonly plan_id: string | null;
  readonly [field: string]: unknown;
}
async function rowsOf(cwd: string, ...args: string[]): Promise<Row[]> {
  const { code, out, err } = await run(cwd, ...args, "--json");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return (JSON.parse(out) as { riders: Row[] }).riders;
}

const planIn = async (cwd: string, out: string, planId: string): Promise<void> => {
  const ran = await runCli(["generate", ...FIXED, ...FIVE, ...EVENT, "--plan-id", planId, "--out", out, "--quiet"], {
    cwd,
  });
  expect(ran).toMatchObject({ code: 0 });
};

/** Anna rides, Ben does not, Carl's plan is broken; Dora has none, and her folder a name to fear. */
async function aTeam(): Promise<string> {
  const cwd = await aPlace();
  await planIn(cwd, "team/anna", "spring");
  await planIn(cwd, "team/ben/plans", "ben");
  await mkdir(join(cwd, "team", "carl"));
  await writeFile(join(cwd, "team", "carl", "carl_plan.json"), '{"schema_version": "1"');
  await mkdir(join(cwd, "team", "do\u001b[31mra"));
  for (const day of ["2027-01-05", "2027-01-07", "2027-01-09", "2027-01-10"]) {
    expect(await run(cwd, "done", day, "--plan", "team/anna")).toMatchObject({ code: 0 });
    expect(await run(cwd, "done", day, "--not", "--plan", "team/ben/plans")).toMatchObject({ code: 0 });
  }
  return cwd;
}

/** Names and times of all files below a folder. */
async function stateOf(root: string): Promise<string[]> {
  const names = (await readdir(root, { recursive: true })).sort();
  return Promise.all(names.map(async (name) => `${name} ${(await stat(join(root, name))).mtimeMs}`));
}

describe("plans --riders", () => {
  it("says of each rider where the plan stands, and of a broken one what is wrong", async () => {
    const cwd = await aTeam();
    const before = await stateOf(join(cwd, "team"));
    const { code, out, err } = await run(cwd, "plans", "--riders", "team");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(flat(out)).toContain("4 riders: 2 on track, 2 without a plan that can be read");
    expect(flat(out)).toMatch(/anna week 6 of 12 century in 48 days on track \d+ h/);
    expect(flat(out)).toContain("carl carl_plan.json is not JSON: line 1");
    expect(flat(out)).toContain("dora there is no finished plan");
    expect(out).not.toContain("\u001b");
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(await stateOf(join(cwd, "team"))).toEqual(before);
    const rows = await rowsOf(cwd, "plans", "--riders", "team");
    expect(rows[0]).toMatchObject({
      rider: "anna",
      folder: "anna",
      plan_id: "spring",
      week: 6,
      total_weeks: 12,
      event: { date: "2027-02-28", days_until: 48 },
      readiness: "green",
      hours_this_week: expect.any(Number) as number,
      troubles: [],
    });
    expect(rows[2]).toMatchObject({ rider: "carl", plan_id: null, stands: null, readiness: null });
  });

  it("takes of several plans the one that is under way, on the dates that count", async () => {
    const cwd = await aPlace();
    await planIn(cwd, "team/anna", "spring");
    const short = ["generate", "--today", "2026-10-01", ...FIVE.slice(0, -1), "4", "--quiet", "--out", "team/anna"];
    expect(await runCli([...short, "--plan-id", "autumn"], { cwd })).toMatchObject({ code: 0 });
    expect((await rowsOf(cwd, "plans", "--riders", "team"))[0]).toMatchObject({ plan_id: "spring", week: 6 });
    const moved = await run(cwd, "schedule", "team/anna/autumn_plan.json", "--start", "2027-01-11");
    expect(moved).toMatchObject({ code: 0 });
    expect((await rowsOf(cwd, "plans", "--riders", "team"))[0]).toMatchObject({ plan_id: "autumn", week: 1 });
  });

  it("is refused beside the name of a plan, and where there is no such folder", async () => {
    const cwd = await aPlace();
    expect(await run(cwd, "plans", "use", "x", "--riders", ".")).toMatchObject({ code: 2 });
    expect(await run(cwd, "plans", "--riders", "nowhere")).toMatchObject({ code: 2 });
    expect(await run(cwd, "review", "mine", "--riders", ".")).toMatchObject({ code: 2 });
    expect(await run(cwd, "review", "--week", "2", "--riders", ".")).toMatchObject({ code: 2 });
    await mkdir(join(cwd, "none"));
    expect((await run(cwd, "plans", "--riders", "none")).out).toContain("holds no rider");
    expect(await rowsOf(cwd, "review", "--riders", "none")).toEqual([]);
  });
});

describe("review --riders", () => {
  it("puts those who need a look first, each with why", async () => {
    const cwd = await aTeam();
    const before = await stateOf(join(cwd, "team"));
    const { code, out, err } = await run(cwd, "review", "--riders", "team");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(flat(out)).toContain("4 riders: 3 need a look");
    const names = out.split("\n").flatMap((line) => /^(anna|ben|carl|dora)\b/.exec(line)?.[1] ?? []);
    expect(names).toEqual(["ben", "carl", "dora", "anna"]);
    expect(flat(out)).toMatch(/ben 5 of 12 0 min of \d+ h \d\d 4 0 \d key sessions missed/);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(await stateOf(join(cwd, "team"))).toEqual(before);
    const rows = await rowsOf(cwd, "review", "--riders", "team");
    expect(rows.at(-1)).toMatchObject({
      rider: "anna",
      last_week: { week: 5, from: "2027-01-04", to: "2027-01-10", missed: 0, not_known: 0 },
      needs_a_look: false,
      reasons: [],
    });
    expect(rows[0]).toMatchObject({ last_week: { missed: 4, key_sessions_missed: 2 }, needs_a_look: true });
  });

  it("sees an illness, an edit by hand and a plan that is over", async () => {
    const cwd = await aTeam();
    const reasons = async (today = MONDAY): Promise<unknown> => {
      const all = await rowsOf(cwd, "review", "--riders", "team", "--today", today);
      return all.find(({ rider }) => rider === "anna")?.reasons;
    };
    expect(await run(cwd, "change", "sick", "tue-thu", "--yes", "--plan", "team/anna")).toMatchObject({ code: 0 });
    expect(await reasons()).toEqual(["ill"]);
    const path = join(cwd, "team", "anna", "spring_plan.json");
    await writeFile(path, `${await readFile(path, "utf8")}\n`);
    expect(await reasons()).toEqual(["ill", "the plan was edited by hand"]);
    expect(await reasons("2027-03-15")).toEqual(["the plan ended 28 Feb 2027", "the plan was edited by hand"]);
  });

  it.each([
    ["whole", []],
    ["packed", ["--only", "plan", "--gzip"]],
  ])("reads what batch wrote %s", async (_, flags) => {
    const cwd = await aPlace();
    const profile = { ftp: 240, weeklyHours: 6, experienceLevel: "beginner", trainingDays: ["tue", "thu", "sat"] };
    const line = (id: string, more: object = {}): string =>
      `${JSON.stringify({ id, request: { timeline: { hasEvent: false, weeks: 8 }, profile: { ...profile, ...more } } })}\n`;
    await writeFile(join(cwd, "in.ndjson"), line("r1") + line("Jörg/2") + line("r3", { age: 12 }));
    await runCli(["batch", "in.ndjson", "--out", "all", "--today", "2026-12-01", "--workers", "1", ...flags], { cwd });
    for (const root of ["all", "all/riders"]) {
      const rows = await rowsOf(cwd, "review", "--riders", root);
      expect(rows.map(({ rider, needs_a_look: look }) => [rider, look])).toEqual([
        ["r3", true],
        ["Jörg/2", false],
        ["r1", false],
      ]);
      expect(String(rows[0]?.reasons)).toContain("refused: ");
      expect(rows[2]).toMatchObject({ last_week: { week: 5, ridden_minutes: null, not_known: 3 } });
    }
    const [r1] = (await rowsOf(cwd, "plans", "--riders", "all")).filter(({ rider }) => rider === "r1");
    expect(r1).toMatchObject({ week: 6, troubles: [] });
    const path = String(r1?.plan_file);
    await writeFile(path, "not what was there");
    const broken = (await rowsOf(cwd, "review", "--riders", "all")).find(({ rider }) => rider === "r1");
    expect(broken).toMatchObject({ needs_a_look: true, last_week: null });
    expect(String(broken?.reasons)).toMatch(/^r1_plan\.json/);
  });
});
