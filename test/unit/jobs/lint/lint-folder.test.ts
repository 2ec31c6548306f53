import { describe, expect, it } from "vitest";
import { PlanError } from "../../../../src/base/errors.ts";
import { exportPlan } from "../../../../src/export/export-plan.ts";
import { folderOrder } from "../../../../src/jobs/lint/folder-order.ts";
import { folderPlan } from "../../../../src/jobs/lint/lint-folder.ts";
import { lintPlan } from "../../../../src/jobs/lint/lint.ts";
import type { LintReport } from "../../../../src/report/lint.ts";
import type { WorkoutFile } from "../../../../src/storage/workout-files.ts";
import { damagedFile } from "../../export/damaged-files.ts";
import { aPlan } from "../../../support/a-plan.ts";

const zwo = (name: string, steps: string, title = "Ride"): WorkoutFile => ({
  name,
  bytes: new TextEncoder().encode(
    `<workout_file>\n<name>${title}</name>\n<workout>\n${steps}\n</workout>\n</workout_file>\n`,
  ),
});
const EASY = '<SteadyState Duration="3600" Power="0.6"/>';
const HARD = [
  '<Warmup Duration="600" PowerLow="0.45" PowerHigh="0.75"/>',
  '<IntervalsT Repeat="3" OnDuration="600" OffDuration="300" OnPower="0.98" OffPower="0.5"/>',
  '<Cooldown Duration="600" PowerLow="0.6" PowerHigh="0.4"/>',
].join("\n");

const linted = (...files: WorkoutFile[]): LintReport => {
  const { value, ...folder } = folderPlan(files, "x", {});
  return lintPlan({ value, source: "x", today: "2026-12-01", folder });
};
const rulesOf = (report: LintReport): string[] => report.findings.map(({ rule }) => rule);
const uncheckedIn = (report: LintReport): string[] => report.unchecked.map(({ rule }) => rule);

describe("week and day of a file are in its path", () => {
  const daysOf = (...names: string[]) => folderOrder(names, "x").placed.map(({ week, day }) => `${week} ${day}`);

  it.each([
    ["a date", ["2027-01-12 a.zwo", "2027-01-17 b.zwo", "2027-01-18 c.zwo"], ["0 Tuesday", "0 Sunday", "1 Monday"]],
    ["W01D2", ["W01D2 a.zwo", "W01D7_b.zwo", "w2-d1.zwo"], ["0 Tuesday", "0 Sunday", "1 Monday"]],
    ["Week 1 Day 2", ["Week 1 Day 2.zwo", "Week 10 Day 3.zwo"], ["0 Tuesday", "9 Wednesday"]],
    ["folders of weeks, names of days", ["week-3/tue.zwo", "week-4/Thursday ride.zwo"], ["0 Tuesday", "1 Thursday"]],
    ["folders of weeks, numbered days", ["Week 1/Day 1.zwo", "Week 1/Day 4 x.zwo"], ["0 Monday", "0 Thursday"]],
    ["any folders in their order", ["a/mon.zwo", "b/mon.zwo"], ["0 Monday", "1 Monday"]],
  ])("%s", (_, names, expected) => {
    expect(daysOf(...names)).toEqual(expected);
    expect(folderOrder(names, "x").hasDays).toBe(true);
  });

  it("files without a day are laid out in their order, and that is known", () => {
    const order = folderOrder(["w1/a.zwo", "w1/b.zwo", "w1/c.zwo"], "x");
    expect(order.hasDays).toBe(false);
    expect(order.placed.map(({ day }) => day)).toEqual(["Monday", "Tuesday", "Wednesday"]);
  });

  it("a word that only begins like a day is none", () => {
    expect(folderOrder(["w1/monster.zwo", "w1/sunset.zwo"], "x").hasDays).toBe(false);
  });

  it("trap: many files without any order are refused, not put in one", () => {
    const names = Array.from({ length: 8 }, (_, i) => `ride ${String.fromCharCode(97 + i)}.zwo`);
    expect(() => folderOrder(names, "x")).toThrow(PlanError);
    expect(() => folderOrder(names, "x")).toThrow("do not say in which week");
  });

  it("trap: dates of two centuries are no plan", () => {
    expect(() => folderPlan([zwo("2003-01-01.zwo", EASY), zwo("2099-12-31.zwo", EASY)], "x", {})).toThrow("span");
  });
});

describe("a folder of workouts is held to the rules", () => {
  it("two hard days side by side are found, on their dates", () => {
    const report = linted(zwo("2027-01-12.zwo", HARD), zwo("2027-01-13.zwo", HARD));
    expect(report.findings).toContainEqual(
      expect.objectContaining({ rule: "hard-day-spacing", severity: "hard", date: "2027-01-13" }),
    );
  });

  it("they are not looked for where no name says the day: the rules are listed as not checked", () => {
    const report = linted(zwo("w1/a.zwo", HARD), zwo("w1/b.zwo", HARD));
    expect(rulesOf(report)).not.toContain("hard-day-spacing");
    expect(uncheckedIn(report)).toEqual(expect.arrayContaining(["hard-day-spacing", "rest-days", "monotony"]));
    expect(report.scores.map(({ id }) => id)).not.toContain("monotony");
  });

  it("what no such file says is not checked: types, whole percents, phases, the rider", () => {
    const report = linted(zwo("2027-01-12.zwo", HARD));
    expect(uncheckedIn(report)).toEqual(
      expect.arrayContaining(["honest-label", "whole-numbers", "recovery-load", "weekly-ceiling", "load-figures"]),
    );
    expect(report.isOutside).toBe(true);
    expect(report.isClean).toBe(false);
  });

  it("a file that cannot be read is an error with its line, and the others are still checked", () => {
    const report = linted(zwo("w1d1.zwo", "<SteadyState Duration=5/>"), zwo("w1d3.zwo", EASY));
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        rule: "plan-format",
        severity: "hard",
        week: 1,
        message: "w1d1.zwo, line 4: this is not well-formed XML: unquoted attribute value; this ride is left out",
      }),
    );
    expect(report.asked).toBeGreaterThan(40);
  });

  it("a week without a file is noted", () => {
    const report = linted(zwo("w1d1.zwo", EASY), zwo("w3d1.zwo", EASY));
    expect(report.weeks).toBe(3);
    expect(report.findings).toContainEqual(
      expect.objectContaining({ rule: "plan-format", week: 2, message: "the folder holds no workout of this week" }),
    );
  });

  it("says how it read what a file leaves open", () => {
    const report = linted(zwo("w1d1.zwo", '<FreeRide Duration="3600"/>', "FTP test"));
    expect(report.readings).toEqual([
      { file: "w1d1.zwo", line: 4, message: "free ride: counted at 65 % of FTP" },
      { file: "w1d1.zwo", message: "its name says so: taken for a test" },
    ]);
  });

  it("relation: a plan's own files show no error that the plan has not", () => {
    const plan = aPlan();
    const inPlan = lintPlan({ value: plan, source: "x", today: "2026-12-01" });
    const files = exportPlan(plan, { formats: ["zwo"] }).map(({ path, bytes }) => ({ name: path, bytes }));
    const errors = (report: LintReport) =>
      report.findings.filter(({ severity }) => severity === "hard").map((f) => f.rule);
    expect(errors(inPlan)).toEqual(expect.arrayContaining(errors(linted(...files))));
  });

  it("trap: no damaged file brings it down", () => {
    for (let i = 0; i < 300; i++) {
      const { name, bytes } = damagedFile(i);
      expect(linted({ name, bytes }).weeks).toBe(1);
    }
  });
});
