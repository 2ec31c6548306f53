import { describe, expect, it } from "vitest";
import { timeWords } from "../../../src/base/time-words.ts";
import { LONG_RIDE_RULES } from "../../../src/rules/long-ride-rules.ts";
import type { WeekView } from "../../../src/rules/view.ts";
import { aPlanEvent, aRide, aRider, anEvent, aView, foundBy, type ViewChange } from "./a-view.ts";

const found = (id: string, change: ViewChange) => foundBy(LONG_RIDE_RULES, id, aView(change));
const said = (id: string, change: ViewChange) => found(id, change).map(({ message }) => message);
const ride = (minutes: number, flags = {}) => ({ rides: [aRide(minutes, flags)] });

describe("how the longest ride grows (rule 21)", () => {
  const rider = aRider({ longestRecentMinutes: 100, longestAllowedMinutes: 300 });
  const weeks = (minutes: readonly number[], change: ViewChange = {}): ViewChange => ({
    count: Math.max(2, minutes.length),
    rider,
    ...change,
    days: { ...Object.fromEntries(minutes.map((each, i) => [i * 7 + 5, ride(each)])), ...change.days },
  });
  const SAID = (minutes: number, limit: number, after: number) =>
    `the longest ride is ${timeWords(minutes)}, ${timeWords(limit)} at most after ${timeWords(after)}`;
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["none in the first week", weeks([100]), []],
    ["any in the first week", weeks([101]), [SAID(101, 100, 100)]],
    ["any in the first week, made elsewhere", weeks([101], { isOutside: true }), []],
    ["30 minutes", weeks([0, 130]), []],
    ["more", weeks([0, 131]), [SAID(131, 130, 100)]],
    ["more, made elsewhere", weeks([0, 131], { isOutside: true }), [SAID(131, 130, 100)]],
    ["30 minutes over a longer one", weeks([90, 130, 160]), []],
    ["from a ride that passed it", weeks([120, 150]), [SAID(120, 100, 100)]],
    [
      "above the rider's longest",
      weeks([0, 121], { rider: { ...rider, longestAllowedMinutes: 120.5 } }),
      [SAID(121, 120, 100)],
    ],
    [
      "above the rider's longest, made elsewhere",
      weeks([0, 121], { rider: { ...rider, longestAllowedMinutes: 120 }, isOutside: true }),
      [],
    ],
    ["by the rider's own rides", weeks([], { days: { 12: ride(200, { isFixed: true }) } }), []],
    ["over the rider's own rides", weeks([0, 160], { days: { 2: ride(130, { isFixed: true }) } }), []],
    ["by the event", weeks([0], { days: { 12: ride(200, { isEvent: true }) } }), []],
  ])("%s", (_name, change, messages) => {
    expect(said("long-ride-growth", change)).toEqual(messages);
  });

  it("is told with its week and minutes", () => {
    expect(found("long-ride-growth", weeks([0, 131]))).toMatchObject([
      { week: 2, numbers: { minutes: 131, limit: 130, longest_so_far: 100 } },
    ]);
  });
});

describe("when the longest ride comes (rule 22)", () => {
  /** Ten weeks to an event on day 69: the longest ride belongs on days 41 to 59, in weeks 6 to 9. */
  const to = (days: ViewChange["days"], change: ViewChange = {}): ViewChange => ({
    count: 10,
    event: aPlanEvent({ date: "2027-02-14" }),
    eventIndex: 69,
    events: [anEvent(69)],
    ...change,
    days: days ?? {},
  });
  const SAID = (minutes: number, before: number, there: number) =>
    `the longest ride (${timeWords(minutes)}) lies ${before} days before the event; 10 to 28 days before it the longest has ${timeWords(there)}`;
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["28 days before", to({ 41: ride(200) }), []],
    ["29 days before", to({ 40: ride(200) }), [SAID(200, 29, 0)]],
    ["10 days before", to({ 59: ride(200) }), []],
    ["9 days before", to({ 60: ride(200) }), [SAID(200, 9, 0)]],
    ["29 days before, and five minutes less then", to({ 40: ride(200), 50: ride(195) }), []],
    ["29 days before, and six minutes less then", to({ 40: ride(200), 50: ride(194) }), [SAID(200, 29, 194)]],
    ["29 days before, and one of their own then", to({ 40: ride(200), 50: ride(200, { isFixed: true }) }), []],
    ["their own longest before", to({ 40: ride(200, { isFixed: true }), 50: ride(90) }), []],
    [
      "29 days before, and the event's then",
      to({ 40: ride(200), 50: ride(200, { isEvent: true }) }),
      [SAID(200, 29, 0)],
    ],
    ["the event's before", to({ 40: ride(300, { isEvent: true }), 50: ride(200) }), []],
    ["two as long before", to({ 5: ride(60), 30: ride(200), 40: ride(200) }), [SAID(200, 39, 0)]],
    ["nothing ridden", to({}), []],
    ["no event", { count: 10, days: { 5: ride(200) } }, []],
  ])("%s", (_name, change, messages) => {
    expect(said("longest-ride-timing", change)).toEqual(messages);
  });

  it("is told with its day and numbers", () => {
    expect(found("longest-ride-timing", to({ 40: ride(200), 50: ride(120.4) }))).toMatchObject([
      { week: 6, date: "2027-01-16", numbers: { longest: 200, in_window: 120, days_before: 29 } },
    ]);
  });

  it("counts for each A the weeks behind the one before it, where there is a new build", () => {
    const several = (first: number, days: ViewChange["days"]) =>
      said("longest-ride-timing", to(days, { events: [anEvent(first), anEvent(69)] }));
    // The weeks of the second begin on day 28, the Monday after the first.
    expect(several(27, { 10: ride(200), 27: ride(250), 50: ride(180) })).toEqual([SAID(250, 0, 200)]);
    expect(several(27, { 10: ride(200), 28: ride(250) })).toEqual([SAID(250, 41, 0)]);
    expect(several(34, { 10: ride(200), 40: ride(250), 50: ride(180) })).toEqual([SAID(250, 29, 180)]);
    // Under five weeks between two there is no time for one.
    expect(several(35, { 10: ride(200), 50: ride(180), 64: ride(250) })).toEqual([]);
  });

  const other = aRider({ ceilingMinutes: 240, usual: { days: [], ceilingMinutes: 300 } });
  const weeks = (number: number, change: Partial<WeekView>): ViewChange =>
    to({ 40: ride(100) }, { weeks: { [number]: change } });
  const closed = { limit: { available: false, maxMinutes: 200, given: true } };
  const short = (maxMinutes: number) =>
    Object.fromEntries(
      Array.from({ length: 19 }, (_, i) => [41 + i, { limit: { available: true, maxMinutes, given: true } }]),
    );
  it.each<readonly [string, ViewChange, Readonly<Record<string, number>> | undefined]>([
    ["nothing", weeks(5, {}), undefined],
    ["days off in those weeks", weeks(6, { daysOff: 2 }), { days_off: 2 }],
    ["days off in the week before", weeks(5, { daysOff: 2 }), { days_off: 2 }],
    ["no days off before that", weeks(4, { daysOff: 2 }), undefined],
    ["no days off behind them", weeks(10, { daysOff: 2 }), undefined],
    ["other events in those weeks", weeks(8, { raceTss: 90 }), { weeks: 1 }],
    ["no other events before", weeks(5, { raceTss: 90 }), undefined],
    ["other hours anywhere", weeks(1, { rider: other }), { weeks: 1, least_hours: 4 }],
    ["no recovery week of a long plan", weeks(8, { isRecovery: true }), undefined],
    ["days that are too short", to({ 40: ride(100), ...short(99) }), { most_minutes: 99 }],
    ["no days that are long enough", to({ 40: ride(100), ...short(100) }), undefined],
    ["one day that is closed", to({ 40: ride(100), ...short(99), 50: closed }), { most_minutes: 99 }],
    [
      "days off before other events",
      to({ 40: ride(100) }, { weeks: { 7: { daysOff: 1 }, 8: { raceTss: 90 } } }),
      { days_off: 1 },
    ],
  ])("yields to %s", (_name, change, numbers) => {
    const [one] = found("longest-ride-timing", change);
    expect(one?.message).toBe(SAID(100, 29, 0));
    expect(one?.excuse?.numbers).toEqual(numbers);
  });

  it.each<readonly [string, number, number, Readonly<Record<string, number>> | undefined]>([
    ["its recovery week there", 8, 6, { weeks: 8 }],
    ["none elsewhere", 8, 2, undefined],
    ["none in a plan of nine weeks", 9, 6, undefined],
  ])("yields in a short plan to %s", (_name, count, recovery, numbers) => {
    const day = count * 7 - 1;
    const [one] = found("longest-ride-timing", {
      ...to({ [day - 29]: ride(100) }, { weeks: { [recovery]: { isRecovery: true } } }),
      count,
      eventIndex: day,
      events: [anEvent(day)],
    });
    expect(one?.excuse?.numbers).toEqual(numbers);
  });
});

describe("what the longest ride is of its week (rule 23)", () => {
  const week = (...minutes: number[]): ViewChange => ({
    days: Object.fromEntries(minutes.map((each, i) => [7 + i, ride(each)])),
  });
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["half of it", week(120, 60, 60), []],
    ["50.4 %", week(122, 60, 60), []],
    ["50.6 %", week(123, 60, 60), ["the longest ride is 51 % of the week"]],
    ["a quarter", week(60, 60, 60, 60), []],
    ["24.6 %", week(60, 60, 60, 60, 3.5), []],
    ["24.4 %", week(60, 60, 60, 60, 6), ["the longest ride is 24 % of the week"]],
    ["most of two rides", week(200, 60), []],
    ["most of a week that is no load week", { ...week(200, 60, 60), weeks: { 2: { isLoad: false } } }, []],
    ["of a week without a ride", {}, []],
  ])("%s", (_name, change, messages) => {
    expect(said("long-ride-share", change)).toEqual(messages);
  });

  it("is told with its week and percents", () => {
    expect(found("long-ride-share", week(180, 60, 60))).toMatchObject([
      { week: 2, numbers: { share: 60, low: 25, high: 50 } },
    ]);
  });
});
