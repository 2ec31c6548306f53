import { describe, expect, it } from "vitest";
import { jsonText } from "../../../../src/base/json.ts";
import { applied, dayState, effectOf, inverted, weekOf } from "../../../../src/jobs/change/living.ts";
import type { Intent } from "../../../../src/plan/change-schema.ts";
import { profileSchema } from "../../../../src/athlete/schema.ts";
import { metadataSchema } from "../../../../src/plan/schema.ts";
import { made, proposed, rideOn } from "./a-living-plan.ts";

const other = (minutes: number): Intent => ({
  kind: "term",
  words: "",
  change: { term: "set", fields: { other_sport: [{ day: "Monday", minutes, sport: "run", effort: "easy" }] } },
});
const CHANGES: readonly Intent[] = [
  { kind: "drop", date: "2027-01-16" },
  { kind: "move", from: "2027-01-19", to: "2027-01-18" },
  { kind: "off", from: "2027-01-16", to: "2027-01-19" },
  { kind: "ftp", watts: 260 },
  { kind: "keep", date: "2027-01-16" },
  other(30),
];

describe("the effect of a change", () => {
  it.each(CHANGES.map((intent) => [intent.kind, intent] as const))(
    "of %s has a way back, to the byte",
    (_kind, intent) => {
      const { effect, after } = proposed(intent);
      expect(jsonText(applied(made, effect))).toBe(jsonText(after));
      expect(jsonText(applied(after, inverted(effect)))).toBe(jsonText(made));
      expect(inverted(inverted(effect))).toEqual(effect);
    },
  );

  it("is in both files of the plan: days, sums and what both say of the rider", () => {
    const { after } = proposed({ kind: "drop", date: "2027-01-16" });
    const day = after.overview?.weekly_overview[5]?.training_days.find(({ date }) => date === "2027-01-16");
    expect(day).toEqual({
      weekday: "Saturday",
      date: "2027-01-16",
      workout_types: ["rest"],
      target_minutes: 0,
      max_minutes: dayState(made, "2027-01-16")?.training_day?.max_minutes,
      why: [{ id: "drop", text: "left out, as you asked" }],
    });
    const week = after.file.training_plan.weekly_plan[5];
    expect(after.overview?.weekly_overview[5]).toMatchObject({ target_hours: 6.92, target_tss: week?.target_tss });
    expect(after.overview?.weekly_overview[6]).toEqual(made.overview?.weekly_overview[6]);
    expect(after.overview?.plan_metadata).not.toHaveProperty("lived");
    const ftp = proposed({ kind: "ftp", watts: 260 }).after;
    expect(ftp.overview?.plan_metadata).toMatchObject({
      current_ftp: 260,
      target_ftp: ftp.file.training_plan.plan_metadata.target_ftp,
    });
    expect(ftp.overview?.plan_metadata).not.toHaveProperty("ftp_changes");
    expect(ftp.overview?.athlete_profile).toMatchObject({ ftp: 260, ftp_date: "2027-01-14" });
  });

  it("moves a day's place in the overview with the room of the day that it comes to", () => {
    const { after } = proposed({ kind: "move", from: "2027-01-19", to: "2027-01-18" });
    const [monday, tuesday] = ["2027-01-18", "2027-01-19"].map(
      (date) => dayState(after, date as "2027-01-18")?.training_day,
    );
    expect(monday).toMatchObject({
      weekday: "Monday",
      date: "2027-01-18",
      role: "easy",
      target_minutes: 70,
      max_minutes: dayState(made, "2027-01-18")?.training_day?.max_minutes,
    });
    expect(tuesday).toMatchObject({ weekday: "Tuesday", date: "2027-01-19", workout_types: ["rest"] });
  });

  it("leaves out days and fields that stay as they are, and weeks in which nothing changes", () => {
    const date = "2027-01-16";
    const same = dayState(made, date);
    if (same === undefined) throw new Error("no Saturday");
    const { current_ftp: ftp } = made.file.training_plan.plan_metadata;
    const field = { part: "plan_metadata", field: "current_ftp", in_overview: true, before: ftp, after: ftp } as const;
    const none = effectOf(made, { days: new Map([[date, structuredClone(same)]]), fields: [field] });
    expect(none).toEqual({ days: [], weeks: [], fields: [] });
    expect(effectOf(made, { days: new Map([["2030-01-01", same]]), fields: [] }).days).toEqual([]);
  });

  it("puts a new field where the format names it", () => {
    const order = Object.keys(metadataSchema.shape);
    const { plan_metadata: after } = proposed({ kind: "keep", date: "2027-01-16" }).after.file.training_plan;
    const { plan_metadata: before } = made.file.training_plan;
    const names = Object.entries(after).flatMap(([name, value]) => (value === undefined ? [] : [order.indexOf(name)]));
    const known = Object.entries(before).flatMap(([name, value]) => (value === undefined ? [] : [order.indexOf(name)]));
    const added = order.indexOf("kept_days");
    expect(known).not.toContain(added);
    // Behind nothing that comes later, and before the first that does.
    const at = names.indexOf(added);
    expect(names.slice(0, at).every((place) => place < added)).toBe(true);
    expect(names.slice(at + 1).find((place) => known.includes(place)) ?? added + 1).toBeGreaterThan(added);
  });
});

it("puts what the profile says anew where the format names it, too", () => {
  const order = Object.keys(profileSchema.shape);
  const { athlete_profile: after } = proposed({ kind: "off", from: "2027-01-16", to: "2027-01-19" }).after.file
    .training_plan;
  const names = Object.keys(after);
  expect(names).toContain("unavailable");
  const behind = names.slice(names.indexOf("unavailable") + 1).map((name) => order.indexOf(name));
  expect(behind.length).toBeGreaterThan(0);
  expect(Math.min(...behind)).toBeGreaterThan(order.indexOf("unavailable"));
});

describe("other sport", () => {
  it("stands in both files from the next Monday on, and in no week before", () => {
    const { after, effect } = proposed(other(30));
    const sports = (
      weeks: readonly { readonly other_sport?: readonly { readonly date: string }[] | undefined }[] | undefined,
    ) => weeks?.map(({ other_sport: those = [] }) => those.map(({ date }) => date).join());
    const weeks = sports(after.file.training_plan.weekly_plan);
    expect(weeks?.slice(5, 8)).toEqual(["", "2027-01-18", "2027-01-25"]);
    expect(sports(after.overview?.weekly_overview)).toEqual(weeks);
    expect(effect.weeks.map(({ week_number }) => week_number)).not.toContain(6);
    const gone = proposed(
      { kind: "term", words: "", change: { term: "set", fields: { other_sport: [] } } },
      { plan: after },
    );
    for (const week of gone.after.file.training_plan.weekly_plan) expect(week).not.toHaveProperty("other_sport");
  });
});

it("finds the week and the sessions of a day, in a plan with an overview and without", () => {
  expect(weekOf(made, "2027-01-16")?.week_number).toBe(6);
  expect(weekOf(made, "2027-03-16")).toBeUndefined();
  expect(dayState(made, "2027-03-16")).toBeUndefined();
  const alone = { file: made.file, overview: undefined };
  expect(dayState(alone, "2027-01-14")).toEqual({ workouts: dayState(made, "2027-01-14")?.workouts });
  expect(dayState(made, "2027-01-14")?.workouts).toHaveLength(2);
  const { after } = proposed({ kind: "drop", date: "2027-01-16" }, { plan: alone });
  expect([after.overview, rideOn("2027-01-16", after).type]).toEqual([undefined, "rest"]);
});
