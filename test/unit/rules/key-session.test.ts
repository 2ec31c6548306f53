import { describe, expect, it } from "vitest";
import type { EventType } from "../../../src/athlete/schema.ts";
import { keySessions } from "../../../src/rules/key-session-rule.ts";
import type { WeekView } from "../../../src/rules/view.ts";
import { FREE_DAY } from "../../../src/rules/given-day.ts";
import { aWeek, steady } from "../../support/a-plan.ts";
import { aRide, aRider, anEvent, aPlanEvent, aView, type ViewChange } from "./a-view.ts";

const said = (change: ViewChange) => keySessions.check(aView(change)).map(({ message }) => message);
const phase = (...numbers: number[]): Readonly<Record<number, Partial<WeekView>>> =>
  Object.fromEntries(numbers.map((number) => [number, { week: aWeek(number, { phase: "build" }) }]));

/** A ride of so many minutes in all, that many of them at a percent of FTP. */
const work = (minutes: number, percent: number, all = 90) => ({
  rides: [aRide(all, { workout: { segments: [steady(all - minutes, 65), steady(minutes, percent)] } })],
});
const easy = work(0.5, 65);
const NONE = ["0 of 1 load weeks of build and peak hold a key session"];

/** Four weeks to an event, of which the second is one of build; its Tuesday is day 8. */
const build = (day: object, change: ViewChange = {}, type: EventType = "century"): ViewChange => ({
  event: aPlanEvent({ type }),
  eventIndex: 27,
  ...change,
  days: { 8: day, ...change.days },
  weeks: { ...phase(2), ...change.weeks },
});

describe("what an event asks for (rule 37; training science 3.3)", () => {
  it.each<readonly [EventType, minutes: number, percent: number, isKey: boolean]>([
    ["century", 15, 76, true],
    ["century", 15, 75, false],
    ["century", 15, 106, true],
    ["century", 15, 107, false],
    ["century", 14.9, 90, false],
    ["criterium", 2, 105, true],
    ["criterium", 2, 104, false],
    ["criterium", 1.9, 120, false],
    ["criterium", 40, 100, false],
    ["road_race", 15, 90, true],
    ["road_race", 15, 89, false],
    ["road_race", 14.9, 90, false],
    ["road_race", 2, 110, true],
    ["time_trial", 10, 90, true],
    ["time_trial", 9.9, 100, false],
    ["hill_climb", 10, 130, true],
    ["other", 15, 80, true],
    ["other", 2, 110, true],
  ])("%s: %d min at %d %% is a key session: %s", (type, minutes, percent, isKey) => {
    expect(said(build(work(minutes, percent), {}, type))).toEqual(isKey ? [] : NONE);
  });

  it("is 22 % of a short ride", () => {
    // Of 50 minutes 11 are 22 %.
    expect(said(build(work(11, 80, 50)))).toEqual([]);
    expect(said(build(work(10.9, 80, 50)))).toEqual(NONE);
  });

  it("lies in one ride, on any day of the week", () => {
    expect(said(build(work(8, 80), { days: { 10: work(8, 80) } }))).toEqual(NONE);
    expect(said(build(easy, { days: { 13: work(15, 80) } }))).toEqual([]);
  });

  it("is a hard ride that happens anyway, too", () => {
    expect(said(build({ ...easy, given: { ...FREE_DAY, isHardRide: true } }))).toEqual([]);
    expect(said(build({ ...easy, given: { ...FREE_DAY, isHard: true } }))).toEqual(NONE);
  });
});

describe("the weeks that hold one", () => {
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["a week of build", build(easy), NONE],
    ["a week of peak", build(easy, { weeks: { 2: { week: aWeek(2, { phase: "peak" }) } } }), NONE],
    ["a week of base", build(easy, { weeks: { 2: {} } }), []],
    ["no event", { ...build(easy), event: undefined }, []],
    ["no load week", build(easy, { weeks: { 2: { ...phase(2)[2], isLoad: false } } }), []],
    ["a week near an event", build(easy, { weeks: { 2: { ...phase(2)[2], isNearEvent: true } } }), []],
    ["a week that tapers", build(easy, { weeks: { 2: { ...phase(2)[2], touchesTaper: true } } }), []],
    ["a week without a ride", build({}), []],
    ["a week with a test", build({ rides: [aRide(60, { isTest: true })] }), []],
    ["a week under a limit on power", build(easy, { rider: aRider({ carefulStart: true }) }), []],
  ])("%s", (_name, change, messages) => {
    expect(said(change)).toEqual(messages);
  });

  it("are those with a day that may be hard: after the first two of the plan, open and not off", () => {
    const closed = { limit: { available: false, maxMinutes: 0, given: true } };
    const others = (change: object, first: number) =>
      Object.fromEntries([first, first + 1, first + 2, first + 3, first + 4].map((day) => [day, change]));
    const first = (days: ViewChange["days"]): ViewChange => ({
      ...build({}, { weeks: { 1: { week: aWeek(1, { phase: "build" }) }, 2: {} } }),
      days: { 1: easy, ...days },
    });
    expect(said(first({}))).toEqual(NONE);
    expect(said(first(others(closed, 2)))).toEqual([]);
    expect(said(first(others({ isOff: true }, 2)))).toEqual([]);
    expect(said(first({ ...others(closed, 2), 2: {} }))).toEqual(NONE);
    // In a later week Monday may be.
    expect(said(build(easy, { days: others(closed, 9) }))).toEqual(NONE);
  });

  it("are two of three at least", () => {
    const weeks = (...keys: number[]): ViewChange => ({
      ...build({}),
      weeks: phase(1, 2, 3),
      days: { 2: easy, 9: easy, 16: easy, ...Object.fromEntries(keys.map((day) => [day, work(15, 80)])) },
    });
    expect(said(weeks(2, 9))).toEqual([]);
    const [found] = keySessions.check(aView(weeks(16)));
    expect(found).toEqual({
      message: "1 of 3 load weeks of build and peak hold a key session",
      numbers: { with_key: 1, weeks: 3 },
    });
  });

  it("are counted for each A by itself", () => {
    const several: ViewChange = {
      count: 6,
      weeks: phase(1, 2, 3, 4, 5, 6),
      days: { 2: easy, 9: easy, 16: work(15, 80), 23: work(15, 80), 30: easy, 37: easy },
      events: [anEvent(13), anEvent(20, "C"), anEvent(41, "A", { event: aPlanEvent({ type: "criterium" }) })],
    };
    // Weeks 1 and 2 lead to the first, 3 to 6 to the second, which asks for other work.
    expect(said(several)).toEqual([
      "0 of 2 load weeks of build and peak hold a key session",
      "0 of 4 load weeks of build and peak hold a key session",
    ]);
    expect(said({ ...several, events: [anEvent(13), anEvent(41)] })).toEqual([
      "0 of 2 load weeks of build and peak hold a key session",
      "2 of 4 load weeks of build and peak hold a key session",
    ]);
  });
});

describe("why weeks without one may stand", () => {
  const limit = { by: "limit", max_power_pct: 80, from_week: 4, through_week: 4 } as const;
  const own = { rides: [aRide(40, { isFixed: true })] };
  const other = aRider({ ceilingMinutes: 240, usual: { days: [], ceilingMinutes: 300 } });
  it.each<readonly [string, ViewChange, Readonly<Record<string, number>> | undefined]>([
    ["nothing", {}, undefined],
    [
      "a limit on power in other weeks",
      { rider: aRider({ heldBack: [limit, { ...limit, max_power_pct: 70 }] }) },
      { limit_pct: 70 },
    ],
    ["kinds that are avoided", { rider: aRider({ avoids: ["sprints"] }) }, { kinds_avoided: 1, most_minutes: 0 }],
    [
      "short efforts",
      { rider: aRider({ longestEffort: { seconds: 300, throughWeek: 4 } }) },
      { kinds_avoided: 0, most_minutes: 5 },
    ],
    ["days off in them", { weeks: { 2: { ...phase(2)[2], daysOff: 1 } } }, { days_off: 1 }],
    ["days off in other weeks", { weeks: { ...phase(2), 3: { daysOff: 1 } } }, undefined],
    ["other hours in them", { weeks: { 2: { ...phase(2)[2], rider: other } } }, { weeks: 1, least_hours: 4 }],
    ["own rides in them", { days: { 10: own } }, { own_minutes: 40 }],
    ["own rides in other weeks", { days: { 20: own } }, undefined],
    ["days off before own rides", { days: { 10: own }, weeks: { 2: { ...phase(2)[2], daysOff: 1 } } }, { days_off: 1 }],
    [
      "a limit before days off",
      { rider: aRider({ heldBack: [limit] }), weeks: { 2: { ...phase(2)[2], daysOff: 1 } } },
      { limit_pct: 80 },
    ],
  ])("%s", (_name, change, numbers) => {
    const [found] = keySessions.check(aView(build(easy, change)));
    expect(found?.excuse?.numbers).toEqual(numbers);
    expect(found?.message).toBe(NONE[0]);
  });
});
