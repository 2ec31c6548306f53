import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../../../src/base/calendar.ts";
import { sum } from "../../../../src/base/numbers.ts";
import { proposeChange } from "../../../../src/jobs/change/propose.ts";
import type { Intent } from "../../../../src/plan/change-schema.ts";
import { daysOf, livedOf, made, proposed, reasonsOf, rideOn, startOn, TODAY } from "./a-living-plan.ts";

const EVENT = "2027-02-28";
const refusal = (intent: Intent, start: Parameters<typeof proposed>[1] = {}): string => {
  try {
    return proposed(intent, start).costs;
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
};

describe("what is past, done, kept, the event or outside", () => {
  const done: ReadonlySet<CalendarDate> = new Set<CalendarDate>([TODAY]);
  it.each([
    ["a day that is past", { kind: "drop", date: "2027-01-12" }, {}, "Tue 12 Jan is past."],
    ["a day that is done", { kind: "drop", date: TODAY }, { done }, "Thu 14 Jan is done."],
    ["the event", { kind: "drop", date: EVENT }, {}, "Sun 28 Feb is your event."],
    ["a day after it", { kind: "drop", date: "2027-03-28" }, {}, "Sun 28 Mar is not in this plan."],
    ["a day without a ride", { kind: "drop", date: "2027-01-18" }, {}, "Mon 18 Jan holds no ride."],
    ["a move onto the past", { kind: "move", from: "2027-01-19", to: "2027-01-12" }, {}, "Tue 12 Jan is past."],
    ["a move onto itself", { kind: "move", from: "2027-01-19", to: "2027-01-19" }, {}, "That is the same day twice."],
    ["a move onto the event", { kind: "move", from: "2027-01-19", to: EVENT }, {}, "Sun 28 Feb is your event."],
    ["a move out of the plan", { kind: "move", from: "2027-01-19", to: "2027-03-28" }, {}, /^Sun 28 Mar is not in/],
    ["days off on the event", { kind: "off", from: "2027-02-26", to: EVENT }, {}, "Your event is among those days."],
    ["days off that are past", { kind: "off", from: "2027-01-11", to: "2027-01-12" }, {}, /^None of those days is/],
    ["days off that are done", { kind: "off", from: TODAY, to: TODAY }, { done }, /^None of those days is ahead/],
    [
      "fewer minutes that are more",
      { kind: "shorten", date: "2027-01-16", minutes: 60 },
      {},
      "Sat 16 Jan has 1 h already.",
    ],
    ["a missed day to come", { kind: "missed", dates: ["2027-01-15"] }, {}, "Fri 15 Jan is still to come."],
    ["a missed day that is done", { kind: "missed", dates: [TODAY] }, { done }, "Thu 14 Jan is noted as ridden."],
    ["a missed day of rest", { kind: "missed", dates: ["2027-01-11"] }, {}, "Mon 11 Jan holds no ride."],
    [
      "an illness to come",
      { kind: "sick", from: "2027-01-15", to: "2027-01-15", above_neck: false },
      {},
      "Fri 15 Jan is still to come.",
    ],
    [
      "an illness on the event",
      { kind: "sick", from: "2027-02-27", to: EVENT, above_neck: true },
      { today: "2027-02-27" },
      "Your event falls into the illness.",
    ],
    ["too many hours", { kind: "hours", hours: 25.5, from: TODAY }, {}, "25.5 h a week: expected 0.5 to 25 hours."],
    ["too few hours", { kind: "hours", hours: 0.4, from: TODAY }, {}, "0.4 h a week: expected 0.5 to 25 hours."],
    ["an FTP of nobody", { kind: "ftp", watts: 49 }, {}, "FTP 49 W: expected 50 to 600 watts."],
    ["an FTP of a motor", { kind: "ftp", watts: 601 }, {}, "FTP 601 W: expected 50 to 600 watts."],
    ["a day kept that is not there", { kind: "keep", date: "2027-03-16" }, {}, "Tue 16 Mar is not in this plan."],
    [
      "a plan that has ended",
      { kind: "keep", date: EVENT },
      { today: "2027-03-01" },
      /^This plan ended on 28 Feb 2027/,
    ],
  ] satisfies readonly (readonly [string, Intent, Parameters<typeof proposed>[1], string | RegExp])[])(
    "%s is refused",
    (_name, intent, start, says) => {
      const said = refusal(intent, start);
      if (typeof says === "string") expect(said).toBe(says);
      else expect(said).toMatch(says);
    },
  );

  it("on the plan's last day still takes what looks ahead, and afterwards what looks back", () => {
    expect(refusal({ kind: "keep", date: EVENT }, { today: EVENT })).toBe("No later change touches Sun 28 Feb.");
    expect(refusal({ kind: "missed", dates: ["2027-02-27"] }, { today: "2027-03-01" })).toMatch(/^Costs nothing/);
  });

  it("lets nothing touch a day that is kept, until it is free again", () => {
    const kept = proposed({ kind: "keep", date: "2027-01-16" });
    expect(kept.after.file.training_plan.plan_metadata.kept_days).toEqual(["2027-01-16"]);
    const drop: Intent = { kind: "drop", date: "2027-01-16" };
    expect(refusal(drop, { plan: kept.after })).toBe("Sat 16 Jan is kept as it stands.");
    const free = proposed({ kind: "free", date: "2027-01-16" }, { plan: kept.after });
    expect(free.after.file.training_plan.plan_metadata.kept_days).toEqual([]);
    expect(daysOf(proposed(drop, { plan: free.after }))).toEqual(["2027-01-16: key 60 -> rest"]);
  });
});

describe("one ride", () => {
  it("is left out, and the week holds what is left", () => {
    const change = proposed({ kind: "drop", date: "2027-01-16" });
    expect(daysOf(change)).toEqual(["2027-01-16: key 60 -> rest"]);
    expect(livedOf(change)).toEqual(["2027-01-16 changed"]);
    expect(change.costs).toMatch(/^Costs .*, 1 h\. Nothing is made up\.$/);
    const rides = made.file.training_plan.weekly_plan[5]?.workouts.filter(({ date }) => date !== "2027-01-16") ?? [];
    const left = sum(rides.map(({ tss }) => tss));
    expect(change.effect.weeks).toMatchObject([
      {
        week_number: 6,
        after: { planned_hours: 6.92, target_hours: 6.92, planned_tss: expect.closeTo(left, 3) as number },
      },
    ]);
  });

  it.each([
    // Fives below what was asked; under half an hour there is no ride.
    ["an easy ride", "2027-01-19", 42, "easy 70 -> easy 40", "Costs 30 min of Tue 19 Jan. Nothing is made up."],
    ["a key session", "2027-01-20", 50, "key 65 -> key 50", "Costs 15 min of Wed 20 Jan. Nothing is made up."],
    ["the long ride", "2027-01-17", 120, "long 225 -> long 120", "Costs 1 h 45 of Sun 17 Jan. Nothing is made up."],
    [
      "a test, which is whole or none",
      "2027-01-30",
      40,
      "test 50 -> easy 40",
      "Costs 10 min of Sat 30 Jan. Nothing is made up.",
    ],
    [
      "the shortest that there is",
      "2027-01-19",
      30,
      "easy 70 -> easy 30",
      "Costs 40 min of Tue 19 Jan. Nothing is made up.",
    ],
    ["what is too short for one", "2027-01-16", 29, "key 60 -> rest", "Costs the ride: 29 min are too few for one."],
  ] as const)("is shortened: %s", (_name, date, minutes, day, costs) => {
    const change = proposed({ kind: "shorten", date, minutes });
    expect(daysOf(change)).toEqual([`${date}: ${day}`]);
    expect(change.costs).toBe(costs);
    expect(reasonsOf(change)).toEqual(["shorter, as you asked on Thu 14 Jan"]);
  });

  it("keeps its ladder where it is a key session that is shortened", () => {
    const { after } = proposed({ kind: "shorten", date: "2027-01-20", minutes: 50 });
    const [was, is] = [rideOn("2027-01-20"), rideOn("2027-01-20", after)];
    expect([is.family, is.level]).toEqual([was.family, was.level]);
    expect(is.id).toBe(was.id);
  });
});

describe("days off", () => {
  it("hold no ride, and the profile says so", () => {
    const change = proposed({ kind: "off", from: "2027-01-11", to: "2027-01-19" }, { done: new Set([TODAY]) });
    expect(daysOf(change)).toEqual([
      "2027-01-16: key 60 -> rest",
      "2027-01-17: long 225 -> rest",
      "2027-01-19: easy 70 -> rest",
    ]);
    expect(livedOf(change)).toEqual(["2027-01-16 off", "2027-01-17 off", "2027-01-19 off"]);
    expect(change.costs).toBe("Costs 3 rides, 1 of them hard. Nothing is made up.");
    const { unavailable } = change.after.file.training_plan.athlete_profile;
    expect(unavailable).toEqual([{ from: "2027-01-15", to: "2027-01-19" }]);
    expect(reasonsOf(change)).toEqual(["one of your days off"]);
  });

  it("cost nothing where no ride was planned, and name no hard one where there is none", () => {
    expect(proposed({ kind: "off", from: "2027-01-15", to: "2027-01-15" }).costs).toMatch(/^Costs nothing/);
    expect(proposed({ kind: "off", from: "2027-01-19", to: "2027-01-19" }).costs).toBe(
      "Costs 1 ride. Nothing is made up.",
    );
  });
});

describe("a step of the ladders", () => {
  it.each([
    ["easier", -1, "changed"],
    ["harder", 1, "more"],
  ] as const)("%s: key sessions alone, in the same minutes", (kind, by, lived) => {
    const change = proposed({ kind, from: TODAY, to: "2027-01-27" });
    const dates = ["2027-01-16", "2027-01-20", "2027-01-23"] as const;
    expect(change.effect.days.map(({ date }) => date)).toEqual(dates);
    for (const date of dates) {
      const [was, is] = [rideOn(date), rideOn(date, change.after)];
      expect([is.family, is.level, is.duration_min]).toEqual([was.family, (was.level ?? 0) + by, was.duration_min]);
    }
    expect(livedOf(change)).toEqual(dates.map((date) => `${date} ${lived}`));
    expect(change.costs).toBe(`Changes 3 key sessions by one step ${by < 0 ? "down" : "up"}; no minute changes.`);
  });

  it("leaves kept days alone, and says where there is nothing to step", () => {
    const { after: plan } = proposed({ kind: "keep", date: "2027-01-16" });
    expect(proposed({ kind: "easier", from: TODAY, to: "2027-01-20" }, { plan }).effect.days).toHaveLength(1);
    expect(proposed({ kind: "easier", from: TODAY, to: "2027-01-15" }).costs).toMatch(/^Changes nothing: no key/);
  });
});

it("takes several changes as one, in their order, the first way of each", () => {
  const both: Intent[] = [
    { kind: "keep", date: "2027-01-16" },
    { kind: "drop", date: "2027-01-17" },
  ];
  const change = proposeChange(startOn(), both);
  expect(daysOf(change)).toEqual(["2027-01-17: long 225 -> rest"]);
  expect(change.costs).toMatch(/^No later change touches Sat 16 Jan\. Costs .*, 3 h 45\. Nothing is made up\.$/);
  expect(change.others).toEqual([]);
  expect(() => proposeChange(startOn(), both, 1)).toThrow("Only one change has a second way.");
  expect(() => proposed({ kind: "drop", date: "2027-01-17" }, {}, 1)).toThrow("that can be done in one way.");
});

it("changes with a new FTP the watts ahead, and what was expected of them in proportion", () => {
  const { after, costs, effect } = proposed({ kind: "ftp", watts: 260 });
  expect(effect.days).toEqual([]);
  const before = made.file.training_plan.plan_metadata;
  const { plan_metadata: now, athlete_profile: profile } = after.file.training_plan;
  expect(now).toMatchObject({ current_ftp: 260, target_ftp: Math.round((before.target_ftp ?? 0) * 1.04) });
  expect(now.expected_ftp?.low).toBe(Math.round((before.expected_ftp?.low ?? 0) * 1.04));
  expect(now.ftp_changes).toEqual([{ from: TODAY, before: 250, after: 260 }]);
  expect(profile).toMatchObject({ ftp: 260, ftp_date: TODAY });
  expect(costs).toBe("From today your watts change by +4 %. No day and no minute does.");
  expect(proposed({ kind: "ftp", watts: 240 }).costs).toMatch(/change by -4 %/);
  const again = proposed({ kind: "ftp", watts: 250 }, { plan: after });
  expect(again.after.file.training_plan.plan_metadata.ftp_changes).toHaveLength(2);
});
