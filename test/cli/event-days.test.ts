import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import type { PlanFile } from "../../src/plan/schema.ts";
import { aPlace, runCli } from "./run-cli.ts";

const REQUEST = {
  goal: "Six days in the hills",
  timeline: { hasEvent: true, eventDate: "2027-03-20", eventType: "multi_day", eventHours: 5, eventDays: 6 },
  profile: {
    ftp: 220,
    age: 44,
    weeklyHours: "9",
    experienceLevel: "intermediate",
    trainingDays: ["tuesday", "thursday", "saturday", "sunday"],
    recentWeeklyHours: 8,
    longestRecentRideMinutes: 180,
  },
};
const DAYS = ["2027-03-20", "2027-03-21", "2027-03-22", "2027-03-23", "2027-03-24", "2027-03-25"];
const RUN = ["--today", "2026-11-29", "--seed", "s", "--plan-id", "stages", "--export", "all"];

async function planned(request: object, more: readonly string[] = []) {
  const cwd = await aPlace();
  await writeFile(join(cwd, "request.json"), JSON.stringify(request));
  const ran = await runCli(["generate", "--profile", "request.json", ...RUN, ...more], { cwd });
  expect(ran.err).not.toMatch(/error/);
  const text = (path: string): Promise<string> => readFile(join(cwd, path), "utf8");
  const { training_plan: plan } = JSON.parse(await text("plans/stages_plan.json")) as PlanFile;
  return { cwd, out: ran.out, text, plan };
}

const eventsOf = (calendar: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(calendar) as unknown[] as never)
    .getAllSubcomponents("vevent")
    .map((one) => new ICAL.Event(one))
    .filter((one) => one.summary.startsWith("Event"));

describe("an event of six days that begins on a Saturday", () => {
  it("stands in the plan and in every export with all its days", async () => {
    const { cwd, text, plan, out } = await planned(REQUEST);
    const events = plan.weekly_plan.flatMap((week) => week.workouts).filter(({ role }) => role === "event");
    expect(events.map(({ date }) => date)).toEqual(DAYS);
    expect(new Set(events.map((one) => one.duration_min))).toEqual(new Set([300]));
    expect(plan.plan_metadata).toMatchObject({ total_weeks: 17, end_date: "2027-03-28" });
    const last = plan.weekly_plan.at(-1);
    expect(last).toMatchObject({ phase: "taper", week_type: "taper", planned_hours: 0, target_hours: 0 });
    expect(last?.workouts.map(({ type }) => type).slice(4)).toEqual(["rest", "rest", "rest"]);
    expect(out).toContain("4x EVENT");

    const overview = JSON.parse(await text("plans/stages_overview.json")) as { weekly_overview: object[] };
    expect(overview.weekly_overview).toHaveLength(17);
    expect(eventsOf(await text("workouts/stages/stages.ics")).map((one) => one.startDate.toString())).toEqual(DAYS);
    const csv = (await text("workouts/stages/stages.csv")).split("\r\n");
    expect(csv.filter((row) => row.includes('"event"')).map((row) => row.slice(1, 11))).toEqual(DAYS);
    expect((await text("workouts/stages/stages.md")).match(/^### .*Event: multi day, day \d of 6$/gm)).toHaveLength(6);
    const entries = JSON.parse(await text("workouts/stages/stages-intervals.json")) as Record<string, string>[];
    const races = entries.filter(({ category }) => category === "RACE_A");
    expect(races.map((one) => one.start_date_local?.slice(0, 10))).toEqual(DAYS);
    expect(new Set(races.map((one) => one.external_id)).size).toBe(6);

    const today = await runCli(["today", "stages", "--json"], { cwd, env: { CYCLING_PLAN_TODAY: "2027-03-24" } });
    const day = await runCli(["show", "plans/stages_plan.json", "--day", "2027-03-24"], { cwd });
    expect(day.out).toContain("your multi-day event, day 5 of 6");
    expect(today.code).toBe(0);
    expect((await runCli(["lint", "plans/stages_plan.json"], { cwd })).out).toContain("no error");
  });
});

describe("an event of eighty hours", () => {
  it("is a plan that every command opens, and a calendar entry of four days", async () => {
    const { goal, profile } = REQUEST;
    const timeline = { hasEvent: true, eventDate: "2027-03-20", eventType: "ultra", eventHours: 80 };
    const { cwd, text } = await planned({ goal, profile, timeline });
    for (const args of [["lint", "plans/stages_plan.json"], ["show", "stages"], ["lint", "workouts/stages"], ["plans"]])
      expect({ args, code: (await runCli(args, { cwd })).code }).toEqual({ args, code: 0 });
    expect(await readdir(join(cwd, "workouts", "stages"))).toContain("stages.ics");
    const [event] = eventsOf(await text("workouts/stages/stages.ics"));
    expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual(["2027-03-20", "2027-03-24"]);
  });

  it("is no day of a stage race", async () => {
    const cwd = await aPlace();
    const timeline = { ...REQUEST.timeline, eventHours: 30 };
    await writeFile(join(cwd, "request.json"), JSON.stringify({ ...REQUEST, timeline }));
    const { code, err } = await runCli(["generate", "--profile", "request.json", ...RUN], { cwd });
    expect(code).toBe(2);
    expect(err).toContain("timeline.eventHours: 30");
  });
});
