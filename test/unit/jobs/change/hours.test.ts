import { describe, expect, it } from "vitest";
import { timeWords } from "../../../../src/base/time-words.ts";
import { sum } from "../../../../src/base/numbers.ts";
import { verdictOf } from "../../../../src/jobs/change/check.ts";
import { hoursWays } from "../../../../src/jobs/change/hours.ts";
import type { LivingPlan } from "../../../../src/jobs/change/living.ts";
import { proposeChange } from "../../../../src/jobs/change/propose.ts";
import type { Way } from "../../../../src/jobs/change/way.ts";
import type { Intent } from "../../../../src/plan/change-schema.ts";
import { daysOf, livedOf, made, proposed, rideOn, startOn, TODAY } from "./a-living-plan.ts";
import { dayOf, editOf, notedIn, outcome, smallPlan, weekOfWords } from "./a-small-plan.ts";

type Hours = Extract<Intent, { kind: "hours" }>;

/** The first week of four alike, where nothing else is said. */
const FIRST = { from: dayOf(0), to: dayOf(6) };
function asked(plan: LivingPlan, hours: number, change: Partial<Hours> & Parameters<typeof editOf>[1] = {}): Way {
  const { from = FIRST.from, to = FIRST.to, ...start } = change;
  const [only, ...others] = hoursWays(editOf(plan, start), { kind: "hours", hours, from, to });
  if (only === undefined || others.length > 0) throw new Error("expected one way");
  return only;
}
/** Days that change, as `12-09: easy 60 -> easy 55`. */
const changed = ({ edit }: Way): string[] => daysOf(outcome(edit)).map((day) => day.slice("2026-".length));

// 320 minutes.
const WEEK = "rest, key 80, easy 60, rest, rest, long 120, easy 60";
const four = (days: string, limits: Parameters<typeof smallPlan>[1] = {}): LivingPlan =>
  smallPlan(
    [1, 2, 3, 4].map((number) => weekOfWords(number, days)),
    limits,
  );

describe("fewer hours: shorter before easier", () => {
  const plan = four(WEEK, { dayMinutes: 300, profile: { weekly_hours_available: 8 } });

  // Each by its share of what is too much, in fives: of 20 minutes 5, 10 and 5.
  it.each<readonly [string, number, readonly string[]]>([
    ["nothing where the week is within them", 320 / 60, []],
    ["easy and long rides alone", 5, ["09: easy 60 -> easy 55", "12: long 120 -> long 110", "13: easy 60 -> easy 55"]],
    [
      "no easy ride under 45 minutes as long as the key session is whole; then each a little",
      3.5,
      ["08: key 80 -> key 70", "09: easy 60 -> easy 40", "12: long 120 -> long 55", "13: easy 60 -> easy 40"],
    ],
    [
      "none under half an hour; then the smallest is left out",
      2,
      ["08: key 80 -> key 40", "09: easy 60 -> rest", "12: long 120 -> easy 30", "13: easy 60 -> easy 30"],
    ],
    [
      "no more of them than it takes",
      1,
      ["08: key 80 -> rest", "09: easy 60 -> rest", "12: long 120 -> easy 30", "13: easy 60 -> easy 30"],
    ],
  ])("%s", (_name, hours, days) => {
    const one = asked(plan, hours);
    expect(changed(one)).toEqual(days.map((day) => `12-${day}`));
    const dates = days.map((day) => `12-${day.slice(0, 2)}`);
    expect(notedIn(one.edit)).toEqual(["12-07", ...dates].map((date) => `${date} changed`));
  });

  it("leaves out what is smallest, wherever it stands in the week", () => {
    // Half an hour is left of the key session and of each easy ride of an hour; the third was 20 minutes short of one.
    const one = asked(four("rest, key 80, easy 60, rest, rest, easy 60, easy 25"), 1.5);
    expect(changed(one)).toContain("12-13: easy 25 -> rest");
    expect(changed(one)).not.toContain("12-08: key 80 -> rest");
  });

  it("says on each day why", () => {
    const one = asked(plan, 5);
    const why = { id: "hours", text: "your 5 h a week", numbers: { hours: 5 } };
    for (const { after } of outcome(one.edit).effect.days) expect(after.workouts[0]?.why).toEqual([why]);
  });

  it("counts a ride of the rider's own and what is kept, and changes neither", () => {
    const own = four("rest, key 80, fixed 60, rest, rest, long 120, easy 60", { metadata: { kept_days: [dayOf(5)] } });
    expect(changed(asked(own, 5))).toEqual(["12-08: key 80 -> key 75", "12-13: easy 60 -> easy 40"]);
  });

  it.each<readonly [string, Partial<Hours>, readonly string[]]>([
    ["from a week's last day on", { from: dayOf(6), to: dayOf(6) }, ["12-09", "12-12", "12-13"]],
    [
      "to a week's first day",
      { from: dayOf(7), to: dayOf(14) },
      ["12-16", "12-19", "12-20", "12-23", "12-26", "12-27"],
    ],
  ])("takes whole weeks: %s", (_name, range, dates) => {
    expect(changed(asked(plan, 5, range)).map((day) => day.slice(0, 5))).toEqual(dates);
  });

  it("leaves the taper as it is", () => {
    const taper = smallPlan([weekOfWords(1, WEEK), weekOfWords(2, WEEK, { phase: "taper" })]);
    const days = changed(asked(taper, 5, { to: dayOf(13) })).map((day) => day.slice(0, 5));
    expect(days).toEqual(["12-09", "12-12", "12-13"]);
  });
});

describe("more hours: longer easy rides", () => {
  const recovery = weekOfWords(4, "rest, easy 60, easy 45, rest, rest, easy 60, rest", { week_type: "recovery" });
  const plan = smallPlan([...[1, 2, 3].map((number) => weekOfWords(number, WEEK)), recovery], {
    dayMinutes: 180,
    profile: { weekly_hours_available: 5.5 },
  });

  it.each<readonly [string, number, readonly string[]]>([
    // Of 40 minutes an easy ride of 60 has 10, and the long one of 120 has 20.
    ["each by its share", 6, ["12-09: easy 60 -> easy 70", "12-12: long 120 -> long 140", "12-13: easy 60 -> easy 70"]],
    ["in whole fives", 5.6, ["12-12: long 120 -> long 125"]],
    // Of 160 minutes, and not beyond what a day has: 440 are the week's.
    [
      "to what the days hold",
      8,
      ["12-09: easy 60 -> easy 90", "12-12: long 120 -> long 180", "12-13: easy 60 -> easy 90"],
    ],
  ])("%s", (_name, hours, days) => {
    const [one] = hoursWays(editOf(plan), { kind: "hours", hours, from: dayOf(0) });
    if (one === undefined) throw new Error("no way");
    const isFirst = (text: string): boolean => text < "12-14";
    expect(changed(one).filter(isFirst)).toEqual(days);
    const dates = ["12-07", ...days.map((day) => day.slice(0, "12-09".length))];
    expect(notedIn(one.edit).filter(isFirst)).toEqual(dates.map((date) => `${date} more`));
  });

  it("only where ten minutes and more are free", () => {
    const little = four("rest, key 80, rest, easy 60, rest, rest, rest", {
      dayMinutes: 180,
      profile: { weekly_hours_available: 2 },
    });
    expect(changed(asked(little, 149 / 60))).toEqual([]);
    expect(changed(asked(little, 150 / 60))).toEqual(["12-10: easy 60 -> easy 70"]);
  });

  it("within the minutes that a day has beside its strength, and as they are where nobody said them", () => {
    const days = "rest, key 80, easy 60 + strength 40, rest, rest, easy 60, rest";
    const profile = { weekly_hours_available: 3 };
    expect(changed(asked(four(days, { dayMinutes: 110, profile }), 4))).toEqual([
      "12-09: easy 60 and strength -> easy 70 and strength",
      "12-12: easy 60 -> easy 80",
    ]);
    expect(changed(asked(four(days, { profile }), 4))).toEqual([]);
  });

  it("in no recovery week, and in none where the hours are not more than before", () => {
    const profile = { weekly_hours_available: 3 };
    const weeks = (["recovery", "base", "base", "recovery"] as const).map((week_type, i) =>
      weekOfWords(i + 1, "rest, easy 60, easy 60, rest, rest, easy 60, rest", { week_type }),
    );
    const [more] = hoursWays(editOf(smallPlan(weeks, { dayMinutes: 180, profile })), {
      ...{ kind: "hours", hours: 3.25, from: dayOf(0) },
    });
    expect(more && changed(more).map((day) => day.slice(0, 5))).toEqual([
      "12-15",
      "12-16",
      "12-19",
      "12-22",
      "12-23",
      "12-26",
    ]);
    const same = four("rest, easy 60, easy 45, rest, rest, easy 60, rest", { dayMinutes: 180, profile });
    const one = asked(same, 3);
    expect([changed(one), notedIn(one.edit)]).toEqual([[], ["12-07 changed"]]);
  });
});

describe("what the rider has from then on", () => {
  it.each<readonly [string, Partial<Hours>, number, number | undefined]>([
    ["more, for good", {}, 8.5, 8.5],
    ["more, for some days", { to: dayOf(6) }, 8.5, undefined],
    ["as many as before", {}, 8, undefined],
    ["fewer: the profile keeps what was asked for", {}, 7, undefined],
  ])("%s", (_name, range, hours, kept) => {
    const plan = four(WEEK, { profile: { weekly_hours_available: 8 } });
    const [one] = hoursWays(editOf(plan), { kind: "hours", hours, from: dayOf(0), ...range });
    expect(one?.edit.profile.weekly_hours_available).toBe(kept);
    expect(one?.name).toBe(`${Math.floor(hours)} h${hours === 8.5 ? " 30" : ""} a week`);
  });

  it.each([0.5, 25])("may be %s hours a week", (hours) => {
    expect(asked(four(WEEK), hours).edit).toBeDefined();
  });
});

describe("what other hours cost", () => {
  const plan = four(WEEK, { dayMinutes: 180, profile: { weekly_hours_available: 5.5 } });
  it.each<readonly [number, string]>([
    [5, "Changes 3 rides to Sun 13 Dec: shorter before easier."],
    [5.6, "Changes 1 ride to Sun 13 Dec: longer where your limits allow it."],
    [5.5, "Changes nothing: the weeks to Sun 13 Dec keep to 5 h 30, or no limit leaves room for more."],
  ])("%s h", (hours, costs) => {
    expect(asked(plan, hours).costs).toBe(costs);
  });

  it("is every ride that changes, those of other weeks by themselves", () => {
    const change = proposed({ kind: "hours", hours: 6, from: TODAY, to: "2027-01-24" });
    expect(change.effect.days).toHaveLength(12);
    expect(change.costs).toBe(
      "Changes 8 rides to Sun 24 Jan: shorter before easier. 4 other rides change too, so that every limit holds.",
    );
  });

  it("leaves out what was said beside it", () => {
    const hours: Intent = { kind: "hours", hours: 7.5, from: "2027-01-18", to: "2027-01-24" };
    const both = proposeChange(startOn(), [{ kind: "drop", date: "2027-01-30" }, hours]);
    expect(both.costs).toMatch(/Nothing is made up\. Changes 3 rides to Sun 24 Jan: shorter before easier\.$/);
    expect(both.effect.days).toHaveLength(4);
  });
});

describe("on a plan of twelve weeks", () => {
  const minutesOf = (plan: typeof made, week: number): number =>
    sum(
      plan.file.training_plan.weekly_plan[week - 1]?.workouts
        .filter(({ type }) => type !== "strength")
        .map((one) => one.duration_min) ?? [],
    );

  it("makes a week shorter before it is easier", () => {
    const change = proposed({ kind: "hours", hours: 7, from: "2027-01-18", to: "2027-01-24" });
    // 60 of 480 minutes go.
    expect(minutesOf(made, 7)).toBe(480);
    expect(minutesOf(change.after, 7)).toBeLessThanOrEqual(420);
    expect(minutesOf(change.after, 7)).toBeGreaterThan(400);
    expect(change.effect.days.every(({ date }) => date >= "2027-01-18" && date <= "2027-01-24")).toBe(true);
    expect(rideOn("2027-01-20", change.after).role).toBe("key");
    expect(livedOf(change)[0]).toBe(`${TODAY} changed`);
    expect(change.costs).toBe("Changes 3 rides to Sun 24 Jan: shorter before easier.");
    // The key sessions are whole; what is taken is taken from the others in proportion.
    expect(change.effect.days.map(({ after }) => after.workouts[0]?.role)).not.toContain("key");
  });

  it("makes easy rides longer as far as the limits allow, from then on", () => {
    const change = proposed({ kind: "hours", hours: 8.5, from: TODAY });
    expect(change.effect.days.length).toBeGreaterThan(0);
    for (const { before, after } of change.effect.days) {
      expect(after.workouts[0]?.role).toBe("easy");
      expect(after.workouts[0]?.duration_min).toBeGreaterThan(before.workouts[0]?.duration_min ?? 0);
    }
    for (const week of [6, 7, 9, 10, 11]) expect(minutesOf(change.after, week)).toBeLessThanOrEqual(510);
    expect(minutesOf(change.after, 8)).toBe(minutesOf(made, 8));
    expect(change.after.file.training_plan.athlete_profile.weekly_hours_available).toBe(8.5);
    expect(livedOf(change).every((day) => day.endsWith(" more"))).toBe(true);
    expect(verdictOf(change.after).hard).toEqual([]);
  });

  it("takes of too many hours as many as every rule lets the weeks hold, and says how many", () => {
    const change = proposed({ kind: "hours", hours: 14, from: TODAY });
    const { weekly_hours_available: hours } = change.after.file.training_plan.athlete_profile;
    expect(hours).toBeGreaterThan(made.file.training_plan.athlete_profile.weekly_hours_available);
    expect(hours).toBeLessThan(14);
    expect(change.costs).toContain(
      `More than ${timeWords(hours * 60)} a week is not safe, or your days do not hold it.`,
    );
    expect(verdictOf(change.after).hard).toEqual([]);
  });
});
