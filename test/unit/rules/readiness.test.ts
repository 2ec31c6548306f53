import { describe, expect, it } from "vitest";
import type { Profile } from "../../../src/athlete/schema.ts";
import { addDays } from "../../../src/base/calendar.ts";
import type { PlanFile } from "../../../src/plan/schema.ts";
import type { PlanEvent, Readiness } from "../../../src/plan/event-schema.ts";
import { fitnessAtEnds, fitnessLossSentence, fitnessOfAnHour } from "../../../src/rules/fitness-cost.ts";
import { longestRideSentence } from "../../../src/rules/longest-ride.ts";
import { readinessOf } from "../../../src/rules/readiness.ts";
import { planView, type PlanView } from "../../../src/rules/view.ts";
import { aPlan, aRestDay, aWeek, aWorkout, MONDAY, steady } from "../../support/a-plan.ts";

const WEEKS = [1, 2, 3, 4];
const EVENT: PlanEvent = { date: addDays(MONDAY, 27), type: "other", hours: 1, days: 1, intensity_pct: 60 };

/** An hour at 50 percent each day, a load of 25; the last week rests where it is a taper. */
function anHourADay(
  change: { event?: Partial<PlanEvent>; taper?: boolean; ctl?: number; profile?: Partial<Profile> } = {},
): PlanView {
  const { event, taper = false, ctl = 25 } = change;
  const weeks = WEEKS.map((number) => {
    const start = addDays(MONDAY, (number - 1) * 7);
    const rests = taper && number === 4;
    const workouts = [0, 1, 2, 3, 4, 5, 6].map((day) =>
      rests
        ? aRestDay(addDays(start, day))
        : aWorkout({ date: addDays(start, day), type: "endurance", role: "easy", segments: [steady(60, 50)] }),
    );
    return aWeek(number, { workouts, ...(rests ? { phase: "taper", week_type: "taper" } : {}) });
  });
  const metadata = {
    starting_ctl: ctl,
    starting_atl: ctl,
    ...(event === undefined ? {} : { event: { ...EVENT, ...event }, taper_days: taper ? 7 : 0 }),
  };
  const profile = { weekly_hours_available: 7, recent_weekly_hours: 7, longest_recent_ride_minutes: 60 };
  const plan: PlanFile = aPlan({ weeks, metadata, profile: { ...profile, ...change.profile } });
  return planView(plan.training_plan);
}

const readiness = (event: Partial<PlanEvent>, more: Parameters<typeof anHourADay>[0] = {}): Readiness => {
  const found = readinessOf(anHourADay({ ...more, event }));
  if (found === undefined) throw new Error("no readiness");
  return found;
};
const longest = (event: Partial<PlanEvent>): Readiness["reasons"][number] | undefined => readiness(event).reasons[0];

describe("readiness by the longest ride", () => {
  it.each([
    // An hour of so many: 60 % is on track, under 40 % is not yet.
    [1.66, "green", 60],
    [1.7, "amber", 59],
    [2.5, "amber", 40],
    [2.57, "red", 39],
    // Above eight hours two days in a row, two hours: 30 % would be 6.7 hours.
    [8.1, "red", 25],
  ] as const)("of an event of %d h is %s at %d percent", (hours, state, share) => {
    expect(longest({ hours })).toMatchObject({ state, numbers: { share } });
  });

  it("of several days goes by the hours of one", () => {
    expect(longest({ hours: 2, days: 3 })).toMatchObject({
      state: "amber",
      text: "longest ride 1 h, 50 % of the longest day (on track from 60 %)",
    });
  });

  it("counts what lies before the taper, and no event has none", () => {
    expect(longest({ hours: 1 })?.text).toBe("longest ride 1 h, as long as the event or longer");
    expect(readinessOf(anHourADay())).toBeUndefined();
  });
});

describe("readiness by fitness", () => {
  it.each([
    // Fitness stays 25. An hour wants 26, two hours half way to 34 at three.
    ["other", 1, "green", 26, 96],
    ["other", 2, "amber", 30, 83],
    ["criterium", 1, "amber", 40, 63],
    ["road_race", 3, "red", 48, 52],
    ["multi_day", 4, "red", 46, 54],
  ] as const)("for %s of %d h is %s against %d", (type, hours, state, brought, share) => {
    expect(readiness({ type, hours }).reasons[1]).toMatchObject({ state, numbers: { fitness: 25, brought, share } });
  });

  it("is as bad as the worse side", () => {
    expect(readiness({ hours: 1 })).toMatchObject({ state: "green", changes: [] });
    expect(readiness({ hours: 1, type: "criterium" }).state).toBe("amber");
    expect(readiness({ hours: 3, type: "road_race" }).state).toBe("red");
  });
});

describe("what would change readiness", () => {
  const days = (minutes: number): Partial<Profile> => ({
    training_availability: {
      week_days: ["Tuesday", "Saturday"],
      max_minutes_by_day: { Tuesday: minutes, Saturday: minutes },
    },
  });

  it("is a longer day where no day holds the longest ride", () => {
    // 60 % of three hours are 108 minutes, in fives 110.
    expect(readiness({ hours: 3 }, { profile: days(60) }).changes[0]).toBe(
      "a day with 1 h 50 (your longest holds 1 h)",
    );
    // Half of nine hours in two days.
    const two = {
      training_availability: {
        week_days: ["Saturday", "Sunday"] as ["Saturday", "Sunday"],
        max_minutes_by_day: { Saturday: 120, Sunday: 90 },
      },
    };
    expect(readiness({ hours: 9 }, { profile: two }).changes[0]).toBe(
      "two days in a row with 4 h 30 together (yours hold 3 h 30)",
    );
  });

  it("is an hour more where half the week is shorter than the ride", () => {
    // 60 % of six hours are 216 minutes, in fives 220: 440 a week, 20 more than seven hours.
    // 90 % of 42 are 12.8 points away, and an hour brings 1.75: seven hours more are another event's.
    expect(readiness({ hours: 6 }, { profile: days(300) }).changes).toEqual([
      "about an hour more a week",
      "a later or a shorter event",
    ]);
  });

  it("is a later event where the rides have too few weeks to grow", () => {
    const later = readiness(
      { hours: 5 },
      { profile: { ...days(300), recent_weekly_hours: 1.5, longest_recent_ride_minutes: 30 } },
    );
    // Three hours want weeks of six: from 99 minutes on, twelve steps of 12 percent or 15 minutes; four weeks are there,
    // and three of four are load weeks.
    expect(later.changes).toEqual(["an event about 11 weeks later"]);
  });
});

describe("fitness at the ends of a plan", () => {
  it("is told where it falls by more than 2 percent", () => {
    // 25 + 5 x (41/42)^28 = 27.5.
    expect(fitnessAtEnds(anHourADay({ ctl: 30 })).end).toBeCloseTo(27.55, 2);
    expect(fitnessLossSentence(anHourADay({ ctl: 30 }))).toBe(
      "Fitness is 28 at the end, 8 % below the 30 of the start: load weeks of 7 h, as many as you ride now, hold no more; an hour more a week would bring about 2 points.",
    );
    expect(fitnessLossSentence(anHourADay())).toBeUndefined();
    expect(fitnessLossSentence(anHourADay({ ctl: 25.9 }))).toBeUndefined();
  });

  it("names the hours of now where they are more", () => {
    expect(fitnessLossSentence(anHourADay({ ctl: 30, profile: { recent_weekly_hours: 10 } }))).toContain(
      "load weeks of 7 h, where you ride 10 h now, hold no more",
    );
  });

  it("is what a taper costs where the weeks before hold it", () => {
    // Six days without load: 25 x (41/42)^6 = 21.6.
    const view = anHourADay({ event: {}, taper: true });
    expect(fitnessAtEnds(view)).toMatchObject({ start: 25, beforeTaper: 25 });
    expect(fitnessAtEnds(view).end).toBeCloseTo(21.63, 2);
    expect(fitnessLossSentence(view)).toBe(
      "Fitness is 22 on the event's morning, 13 % below the 25 of the start: a taper buys freshness with fitness.",
    );
    expect(fitnessLossSentence(anHourADay({ event: {}, taper: true, ctl: 30 }))).toContain(
      "a taper buys freshness with fitness, and load weeks of 7 h",
    );
  });

  it("of a start that is assumed is also held against the most that is usual", () => {
    const assumptions = [{ field: "ctl", value: 25, reason: "not given" }];
    // 15 % above 25 are 28.8; an hour a day holds 25.
    expect(fitnessLossSentence(anHourADay({ profile: { assumptions } }))).toBe(
      "The fitness you start with is assumed. If it is 29, the most that is usual for riders like you, you have 13 % less at the end, 25: load weeks of 7 h, as many as you ride now, hold no more; an hour more a week would bring about 2 points.",
    );
    // From 19 the hours bring more than the 21.9 that are 15 % above it: 25 - 6 x (41/42)^28 = 21.9.
    expect(fitnessLossSentence(anHourADay({ ctl: 19, profile: { assumptions } }))).toBeUndefined();
  });

  it("grows with an hour more by a seventh of its load each day", () => {
    // 25 / 7 x (1 - (41/42)^28) = 3.571 x 0.4907.
    expect(fitnessOfAnHour(anHourADay())).toBeCloseTo(1.75, 2);
  });
});

describe("an event longer than the rides before it", () => {
  it("is named with the minutes of the longest ride", () => {
    const told = (event: Partial<PlanEvent>): string | undefined => {
      const view = anHourADay({ event });
      return longestRideSentence(view, readinessOf(view));
    };
    expect(told({ hours: 2 })).toBe(
      "Your longest ride takes 1 h, the event 2 h (the rest of your hours goes into the other rides): start easily, eat and drink from the first hour, and plan stops.",
    );
    expect(told({ hours: 9 })).toContain("takes 1 h, the longest two days in a row 2 h, the event 9 h");
    expect(told({ hours: 1 })).toBeUndefined();
  });

  it.each<[string, Partial<PlanEvent> | undefined, Partial<Profile>]>([
    [
      "Your longest ride takes 1 h, less than the 4 h you ride now: the event asks for no longer one.",
      { hours: 1 },
      {},
    ],
    [
      "Your longest ride takes 1 h, less than the 4 h you ride now: your longest day holds 1 h 30.",
      undefined,
      { training_availability: { week_days: ["Tuesday"], max_minutes_by_day: { Tuesday: 90 } } },
    ],
    [
      "Your longest ride takes 1 h, less than the 4 h you ride now, and the event 5 h (weeks of 7 h hold no more beside their other rides): start easily, eat and drink from the first hour, and plan stops.",
      { hours: 5 },
      {},
    ],
    [
      "Your longest ride takes 1 h, less than the 4 h you ride now: weeks of 4 h hold no more beside their other rides.",
      undefined,
      {
        weekly_hours_available: 4,
        training_availability: { week_days: ["Tuesday"], max_minutes_by_day: { Tuesday: 200 } },
      },
    ],
    [
      "Your longest ride takes 1 h, less than the 4 h you ride now: this aim asks for no longer one.",
      undefined,
      { weekly_hours_available: 10 },
    ],
  ])("says so below what the rider rides today: %s", (text, event, more) => {
    const days = { week_days: ["Tuesday"] as ["Tuesday"], max_minutes_by_day: { Tuesday: 300 } };
    const profile = { longest_recent_ride_minutes: 240, training_availability: days, ...more };
    const view = anHourADay(event === undefined ? { profile } : { event, profile });
    expect(longestRideSentence(view, readinessOf(view))).toBe(text);
  });

  it("says nothing where the plan holds as much, or the rider named none", () => {
    const told = (profile: Partial<Profile>): string | undefined =>
      longestRideSentence(anHourADay({ profile }), undefined);
    expect(told({ longest_recent_ride_minutes: 65 })).toBeUndefined();
    expect(told({ longest_recent_ride_minutes: undefined })).toBeUndefined();
  });
});
