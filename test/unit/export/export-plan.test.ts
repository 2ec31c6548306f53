import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { exportNotes, exportPlan, type ExportedFile } from "../../../src/export/export-plan.ts";
import { FORMAT_IDS, type FormatId } from "../../../src/export/format.ts";
import { FORMATS } from "../../../src/export/formats.ts";
import type { PlanFile, Week } from "../../../src/plan/schema.ts";
import { aPlan, aRestDay, aWeek, aWorkout, intervals, MONDAY, steady } from "../../support/a-plan.ts";
import { addDays } from "../../../src/base/calendar.ts";
import { planWith } from "./a-ride.ts";

const all = { formats: FORMAT_IDS };

/** 24 weeks of five rides and a strength session. */
function longPlan(): PlanFile {
  const weeks = Array.from({ length: 24 }, (_, i): Week => {
    const day = (n: number) => addDays(MONDAY, i * 7 + n);
    const rides = [1, 2, 3, 5, 6].map((n) =>
      aWorkout({ date: day(n), name: `Ride ${n}`, segments: [steady(12.3, 61), intervals, steady(33, 65)] }),
    );
    const strength = aWorkout({
      date: day(3),
      name: "Squats",
      type: "strength",
      segments: [],
      duration_min: 40,
      tss: 0,
    });
    return aWeek(i + 1, {
      workouts: [aRestDay(day(0)), ...rides.slice(0, 3), strength, aRestDay(day(4)), ...rides.slice(3)],
    });
  });
  return aPlan({ weeks, profile: { lthr: 170 } });
}

const digest = (files: readonly ExportedFile[]): string => {
  const hash = createHash("sha256");
  for (const { path, bytes } of files) hash.update(path).update(bytes);
  return hash.digest("hex");
};

describe("an export", () => {
  it("has the same bytes on every run, and shares nothing between two", () => {
    expect(digest(exportPlan(longPlan(), all))).toBe(digest(exportPlan(longPlan(), all)));
    const plan = longPlan();
    const before = digest(exportPlan(plan, all));
    exportPlan(plan, { ...all, ftpWatts: 300, target: "mywhoosh", starts: { daily: 1080 } });
    expect(digest(exportPlan(plan, all))).toBe(before);
  });

  it("makes every format of 24 weeks in under two seconds", () => {
    const plan = longPlan();
    // Seconds of the processor: what else runs on the machine does not count.
    const before = process.cpuUsage();
    const files = exportPlan(plan, all);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(2);
    expect(files).toHaveLength(24 * 5 * 5 + 4);
  });

  it("has files in the order of the days, in a folder for each week", () => {
    const paths = exportPlan(longPlan(), { formats: ["zwo"] }).map(({ path }) => path);
    expect(paths).toEqual([...paths].sort());
    expect(paths[0]).toBe("week-01/2026-12-08-tue-ride-1.zwo");
    expect(paths.at(-1)).toBe("week-24/2027-05-23-sun-ride-6.zwo");
  });

  it("names files as riders look for them", () => {
    const nameOf = (name: string) => exportPlan(planWith({ name }), { formats: ["fit"] })[0]?.path;
    expect(nameOf("Threshold 3 x 10")).toBe("week-01/2026-12-08-tue-threshold-3x10.fit");
    expect(nameOf("Über 4×8")).toBe("week-01/2026-12-08-tue-uber-4x8.fit");
    expect(nameOf("🚴")).toBe("week-01/2026-12-08-tue-sweetspot.fit");
  });

  it("gives a plan whose id is a device of Windows another file name", () => {
    const plan = planWith({});
    plan.training_plan.plan_id = "CON";
    expect(exportPlan(plan, { formats: ["csv"] }).map(({ path }) => path)).toEqual(["plan-CON.csv"]);
  });

  it("holds a table with every format once, each with a place to go", () => {
    expect(FORMATS.map(({ id }) => id)).toEqual(FORMAT_IDS);
    for (const { id, about, destination, parts } of FORMATS) {
      expect(about).not.toBe("");
      expect(destination).toMatch(/\.$/);
      expect(parts.length > 0 || ["html", "card"].includes(id)).toBe(true);
    }
  });

  it("changes watts with the FTP, and percent not", () => {
    const files = (ftpWatts?: number) =>
      exportPlan(planWith({}), { ...all, ...(ftpWatts === undefined ? {} : { ftpWatts }) });
    const changed = files().flatMap(({ path, bytes }, i) =>
      Buffer.from(bytes).equals(files(300)[i]!.bytes) ? [] : [path.replace(/^.*\./, "")],
    );
    expect(changed).toEqual(["erg", "fit", "ics", "md"]);
  });
});

describe("what an export cannot hold", () => {
  const notesOf = (plan: PlanFile, formats: readonly FormatId[] = FORMAT_IDS) =>
    exportNotes(plan, exportPlan(plan, { formats }));

  it("is said once, with the formats it is about", () => {
    const notes = notesOf(longPlan());
    expect(new Set(notes.map(({ text }) => text)).size).toBe(notes.length);
    expect(notes[0]).toEqual({
      text: "Sessions without power, such as strength, have no file of their own.",
      formats: ["zwo", "erg", "mrc", "fit"],
    });
    expect(notes).toContainEqual({
      text: "A range of power is written as its middle.",
      formats: ["zwo", "erg", "mrc"],
    });
  });

  it("is not said of what the plan does not have", () => {
    const plan = planWith({ segments: [steady(60, 65)], description: "" });
    expect(notesOf(plan, ["zwo"])).toEqual([]);
    expect(notesOf(plan, ["mrc"])).toEqual([]);
    expect(notesOf(plan, ["ics"])).toHaveLength(1);
  });

  it("names what a course or a head unit has no room for, where the plan has it", () => {
    const cadence = { cadence_low_rpm: 85, cadence_high_rpm: 95 };
    const plan = planWith(
      { segments: [{ ...steady(60, 65), ...cadence }], description: "Ride on. ".repeat(40) },
      { profile: { lthr: 168 } },
    );
    const texts = notesOf(plan, ["zwo", "mrc", "fit"]).map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining([
        "Heart rate stands in the text only.",
        "The description of a workout has no place in it.",
        "A step holds one target beside power: where that is heart rate, cadence stands in the text only.",
        "Descriptions are cut to 250 characters.",
      ]),
    );
  });
});
