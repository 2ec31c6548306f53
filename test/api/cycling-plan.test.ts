import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changePlan, checkPlan, compilePlan, exportPlan, PlanError, readPlan, weekFiles } from "cycling-plan";
import { describe, expect, it } from "vitest";
import { runCli } from "../cli/run-cli.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(join(ROOT, "fixtures", "requests", name), "utf8")) as unknown;
const CENTURY = fixture("century-12-weeks.json");
const TODAY = "2026-12-01";
const made = compilePlan(CENTURY, { today: TODAY, seed: "s", planId: "first" });
const asText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const thrown = (action: () => unknown): PlanError => {
  try {
    action();
  } catch (error) {
    if (error instanceof PlanError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
};

describe("import cycling-plan", () => {
  it("makes the plan that the command makes, to the byte", async () => {
    const directory = await mkdtemp(join(tmpdir(), "cycling-plan-api-"));
    try {
      const request = join(ROOT, "fixtures", "requests", "century-12-weeks.json");
      const flags = ["--today", TODAY, "--seed", "s", "--plan-id", "first", "--out", directory];
      expect((await runCli(["generate", "--profile", request, ...flags])).code).toBe(0);
      const file = async (name: string): Promise<string> => readFile(join(directory, name), "utf8");
      const moment = /"generated_at": "[^"]+"/;
      expect(asText(made.plan).replace(moment, "")).toBe((await file("first_plan.json")).replace(moment, ""));
      expect(asText(made.overview)).toBe(await file("first_overview.json"));
      for (const week of weekFiles(made)) expect(asText(week)).toBe(await file(`first_week_${week.week_number}.json`));
      const read = readPlan({
        plan: await file("first_plan.json"),
        overview: await file("first_overview.json"),
        request: await file("first_request.json"),
      });
      const words = "add event 2027-01-31:road_race:B:2";
      expect(changePlan(read, words, { today: "2027-01-05" }).days).toEqual(
        changePlan(made, words, { today: "2027-01-05" }).days,
      );
    } finally {
      await rm(directory, { recursive: true });
    }
  });

  it("gives the same bytes for the same arguments, and leaves them as they are", () => {
    const before = asText(CENTURY);
    expect(asText(compilePlan(CENTURY, { today: TODAY, seed: "s", planId: "first" }))).toBe(asText(made));
    expect(asText(CENTURY)).toBe(before);
    const kept = asText(made.plan);
    changePlan(made, "missed tue", { today: "2027-01-13" });
    expect(asText(made.plan)).toBe(kept);
  });

  it("checks what it made, and what somebody broke", () => {
    expect(checkPlan(made.plan)).toMatchObject({ findings: [], weeks: 12 });
    const broken = structuredClone(made.plan);
    for (const workout of broken.training_plan.weekly_plan[0]?.workouts ?? []) workout.duration_min *= 3;
    const { findings } = checkPlan(broken);
    expect(findings.map(({ severity }) => severity)).toContain("hard");
    const rule = findings[0]?.rule ?? "";
    expect(checkPlan(broken, { rules: [rule] }).findings).toEqual(findings.filter((finding) => finding.rule === rule));
  });

  it("changes a plan in steps that keep every rule, and says what they cost", () => {
    const missed = changePlan(made, "missed tue", { today: "2027-01-13" });
    expect(missed.costs).toContain("Nothing is made up");
    const moved = changePlan(missed, "move sat to sun", { today: "2027-01-13" });
    expect(moved.days.map(({ date }) => date)).toEqual(["2027-01-16", "2027-01-17"]);
    expect(checkPlan(moved.plan).findings.filter(({ severity }) => severity === "hard")).toEqual([]);
    expect(thrown(() => changePlan(made, "start 2027-02-01", { today: TODAY })).code).toBe("INPUT_INVALID");
    expect(thrown(() => changePlan(made, "fly tue", { today: TODAY })).message).toContain("no change that is known");
  });

  it("writes files for the bike, the calendar and the eye", () => {
    const files = exportPlan(made, { formats: ["zwo", "fit", "ics", "html", "card"], today: "2027-01-13" });
    const text = (ending: string): string =>
      new TextDecoder().decode(files.find(({ path }) => path.endsWith(ending))?.bytes);
    expect(files.filter(({ format }) => format === "fit").length).toBeGreaterThan(30);
    expect(text(".ics")).toMatch(/^BEGIN:VCALENDAR/);
    expect(text("first.html")).toMatch(/script-src &#39;sha256-[A-Za-z0-9+/]{43}=&#39;/);
    expect(text("-season.svg")).toMatch(/^<svg/);
  });

  it.each([
    ["a request that is none", () => compilePlan("century", { today: TODAY }), "INPUT_INVALID"],
    ["a day that is none", () => compilePlan(CENTURY, { today: "tomorrow" }), "INPUT_INVALID"],
    ["a moment that is none", () => compilePlan(CENTURY, { today: TODAY, askedAt: "now" }), "INPUT_INVALID"],
    ["an id that is a path", () => compilePlan(CENTURY, { today: TODAY, planId: "../x" }), "INPUT_INVALID"],
    ["an event that is too near", () => compilePlan(CENTURY, { today: "2027-02-20" }), "NOT_FEASIBLE"],
    ["a text that is no JSON", () => readPlan({ plan: "{" }), "INPUT_INVALID"],
    ["a plan that is none", () => readPlan({ plan: { training_plan: {} } }), "INPUT_INVALID"],
    ["a check of nothing", () => checkPlan(null), "INPUT_INVALID"],
    ["a rule that there is not", () => checkPlan(made.plan, { rules: ["no-such-rule"] }), "INPUT_INVALID"],
    ["a way that there is not", () => changePlan(made, "missed tue", { today: "2027-01-13", way: 9 }), "INPUT_INVALID"],
  ])("%s is a PlanError", (_, action, code) => {
    const error = thrown(action);
    expect(error.code).toBe(code);
    expect(error.hint).not.toBe("");
  });
});
