import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addDays } from "../../src/base/calendar.ts";
import type { PlanFile } from "../../src/plan/schema.ts";
import { aPlace, FIXED, flat, runCli } from "./run-cli.ts";

const TIME = ["--hours", "8", "--days", "tue,thu,sat,sun", "--experience", "intermediate"];
const EVENT = ["--event-date", "2027-03-14", "--event-type", "gran_fondo", "--event-hours", "6"];
const HEART = ["--train-by", "heart_rate", "--lthr", "165"];
const MADE = [...FIXED, "--plan-id", "mine"];

/** What a rider without power has no use for. */
const POWER = /\bFTP\b|\bwatts?\b|\d ?W\b/i;

const linesOf = (text: string): string[] => text.split("\n").filter((line) => POWER.test(line));

async function planIn(cwd: string): Promise<PlanFile> {
  return JSON.parse(await readFile(join(cwd, "plans", "mine_plan.json"), "utf8")) as PlanFile;
}

/** Everything that the commands say of a plan: season, weeks, the days of some weeks, why, and today on each of those. */
async function screens(cwd: string): Promise<string[]> {
  const { plan_metadata: meta, weekly_plan: weeks } = (await planIn(cwd)).training_plan;
  const said: string[] = [];
  const say = async (...args: string[]): Promise<void> => {
    const { code, out, err } = await runCli(args, { cwd });
    expect(code, `${args.join(" ")}: ${err}`).toBe(0);
    said.push(...out.split("\n").map((line) => `${args.join(" ")}: ${line}`));
  };
  await say("show", "mine");
  await say("why", "mine");
  for (let week = 1; week <= meta.total_weeks; week++) {
    await say("show", "mine", "--week", String(week));
    await say("why", "mine", "--week", String(week));
  }
  for (const { start_date: start } of [weeks[0], weeks[3], weeks.at(-1)].flatMap((week) => week ?? []))
    for (let day = 0; day < 7; day++) await say("show", "mine", "--day", addDays(start, day));
  await say("today", "mine");
  return said;
}

/** What a reader of a page finds: its text, what its pictures are called, and what it hands on to be copied. */
const wordsOfPage = (text: string): string[] =>
  text
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, "\n")
    .replace(
      /<[^>]*>/g,
      (tag) =>
        ` ${Array.from(tag.matchAll(/(?:aria-label|title|alt|data-[a-z]+)="([^"]*)"/g), ([, words]) => words).join("\n")}\n`,
    )
    .split("\n");

function wordsOf(name: string, text: string): string[] {
  if (/\.(?:html|svg)$/.test(name)) return wordsOfPage(text);
  // Of a FIT file only runs of letters are words.
  return name.endsWith(".fit") ? (text.match(/[\w %,.:/()-]{6,}/g) ?? []) : text.replace(/\r\n /g, "").split("\n");
}

/** The files of an export, text and what a FIT file says in words. */
async function exported(cwd: string): Promise<string[]> {
  const { code, out } = await runCli(["export", "mine", "--format", "all"], { cwd });
  expect(code).toBe(0);
  expect(flat(out)).toMatch(/Files for zwo, erg and mrc hold power only, and this plan goes by (?:heart rate|feel)/);
  const root = join(cwd, "workouts", "mine");
  const names = await readdir(root, { recursive: true });
  const files = names.filter((name) => /\.\w+$/.test(name));
  expect(new Set(files.map((name) => name.slice(name.lastIndexOf("."))))).toEqual(
    new Set([".csv", ".fit", ".html", ".ics", ".json", ".md", ".svg", ".txt"]),
  );
  const texts = await Promise.all(
    files.map(async (name) => [name, await readFile(join(root, name), "latin1")] as const),
  );
  return texts.flatMap(([name, text]) => wordsOf(name, text).map((line) => `${name}: ${line}`));
}

describe.each([
  ["by heart rate, to an event", [...HEART, ...EVENT, "--goal", "ride the whole way", "--max-power", "90:2027-01-10"]],
  ["by heart rate that nobody knows", ["--train-by", "heart_rate", "--weeks", "12", "--goal", "get faster"]],
  [
    "by feel, under beta blockers",
    ["--train-by", "heart_rate", "--health", "beta-blockers,no-heart,no-active", "--weeks", "12"],
  ],
  ["by feel, back after an injury", ["--train-by", "feel", "--weeks", "12", "--comeback", "6:injury", "--age", "55"]],
])("a plan %s", (_, args) => {
  it("says no watt and no percent of FTP, on a screen or in a file", async () => {
    const cwd = await aPlace();
    const { code, out, err } = await runCli(["generate", ...TIME, ...args, ...MADE], { cwd });
    expect(code, err).toBe(0);
    expect(linesOf(out)).toEqual([]);
    const { training_plan: plan } = await planIn(cwd);
    expect(plan.athlete_profile).not.toHaveProperty("ftp");
    expect(plan.plan_metadata).not.toHaveProperty("current_ftp");
    expect(plan.plan_metadata).not.toHaveProperty("target_ftp");
    expect((await screens(cwd)).filter((line) => POWER.test(line))).toEqual([]);
    expect((await exported(cwd)).filter((line) => POWER.test(line))).toEqual([]);
    expect((await runCli(["lint", "plans/mine_plan.json"], { cwd })).code).toBe(0);
  }, 120_000);
});

describe("a plan by heart rate", () => {
  it("is refused for files that hold power only, with those that hold it", async () => {
    const { cwd } = await runCli(["generate", ...TIME, ...HEART, "--weeks", "8", ...MADE]);
    const { code, err } = await runCli(["export", "mine", "--format", "zwo,fit"], { cwd });
    expect(code).toBe(2);
    expect(flat(err)).toContain("Your plan goes by heart rate, and files for zwo can hold nothing but power");
    expect(flat(err)).toContain("Take fit, ics, intervals, csv, md, html or card instead.");
    expect(await readdir(cwd)).not.toContain("workouts");
  });

  it("is refused so before it is planned", async () => {
    const { cwd, code } = await runCli(["generate", ...TIME, ...HEART, "--weeks", "8", ...MADE, "--export", "zwo"]);
    expect(code).toBe(2);
    expect(await readdir(cwd)).not.toContain("plans");
  });

  it("goes on in watts for who gets a power meter, by flag or by what was saved since", async () => {
    const { cwd } = await runCli(["generate", ...TIME, ...HEART, "--weeks", "8", ...MADE]);
    const day = ["show", "mine", "--week", "2"];
    const ride = (await planIn(cwd)).training_plan.weekly_plan[1]?.workouts.find(({ role }) => role === "key");
    const shown = (more: string[] = []) => runCli(["show", "mine", "--day", ride?.date ?? "", ...more], { cwd });
    expect((await runCli(day, { cwd })).out).not.toMatch(POWER);
    expect((await shown()).out).toMatch(/\d to \d+ beats/);
    expect((await shown(["--full"])).out).toContain("heart rate");
    expect((await shown(["--ftp", "250"])).out).toMatch(/250 W[^]*\d W /);
    expect((await shown(["--ftp", "250", "--full"])).out).toContain("at 250 W FTP");
    const { code, out } = await runCli(["export", "mine", "--format", "zwo", "--ftp", "250"], { cwd });
    expect(code).toBe(0);
    expect(out).toContain("the plan was made without power");
    await runCli(["athlete", "set", "ftp=260"], { cwd, env: { CYCLING_PLAN_TODAY: "2026-12-05" } });
    expect((await shown()).out).toMatch(/\n260 W /);
  });

  it("takes no other FTP for a plan that has one", async () => {
    const { cwd } = await runCli(["generate", ...TIME, "--ftp", "250", "--weeks", "8", ...MADE]);
    const { code, err } = await runCli(["show", "mine", "--ftp", "260"], { cwd });
    expect(code).toBe(2);
    expect(flat(err)).toContain("this plan is made for your FTP of 250 W");
  });

  it("leaves a power that was given beside it out, and aims at none", async () => {
    const { out } = await runCli(["generate", ...TIME, ...HEART, "--weeks", "8", ...MADE, "--ftp", "250"]);
    expect(flat(out)).toContain(
      "You train by heart rate: what you gave for riding with a meter is left out of the plan.",
    );
    const refused = await runCli(["generate", ...TIME, ...HEART, "--weeks", "8", ...MADE, "--target-ftp", "280"]);
    expect(refused.code).toBe(2);
    expect(flat(refused.err)).toContain("who trains by heart rate aims at no FTP");
  });
});

describe("who knows no FTP and wants power", () => {
  const ESTIMATED = ["generate", ...TIME, "--weeks", "12", "--weight", "75", ...MADE];

  it.each([[[]], [["--age", "35"]], [["--age", "35", "--health", "no-heart"]]])(
    "gets an estimate with its range, marked as such, and no test before age and health are known: %j",
    async (known) => {
      const { cwd, code, out } = await runCli([...ESTIMATED, ...known]);
      expect(code).toBe(0);
      expect(flat(out)).toContain("FTP: 200 (not given: from your weight, level and hours, and between 160 and 240 W");
      expect(flat(out)).toContain("no test at full effort before your age and health are known");
      const { training_plan: plan } = await planIn(cwd);
      expect(plan.weekly_plan.flatMap(({ workouts }) => workouts).filter(({ role }) => role === "test")).toEqual([]);
      expect(plan.plan_metadata.no_ftp_aim).toBe("test first, for yours is an estimate");
    },
  );

  it("rides the first weeks by feel and tests when rested where age and health are known", async () => {
    const { cwd } = await runCli([...ESTIMATED, "--age", "35", "--health", "active,no-heart"]);
    const { training_plan: plan } = await planIn(cwd);
    const tests = plan.weekly_plan.filter(({ workouts }) => workouts.some(({ role }) => role === "test"));
    expect(tests[0]?.week_type).toBe("recovery");
    const feels = plan.weekly_plan.map(({ workouts }) =>
      workouts.some(({ segments }) => segments.some((segment) => "feel" in segment)),
    );
    expect(feels).toEqual([...Array<boolean>(4).fill(true), ...Array<boolean>(8).fill(false)]);
  });

  it("is told what would help where nothing tells it", async () => {
    const { code, err } = await runCli(["generate", ...TIME, "--weeks", "12", ...MADE]);
    expect(code).toBe(2);
    expect(flat(err)).toContain(
      "without one say your weight (--weight), and it is estimated, or --train-by heart_rate",
    );
  });
});
