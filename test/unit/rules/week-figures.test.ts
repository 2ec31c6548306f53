import { describe, expect, it } from "vitest";
import {
  beforeEvent,
  blockBefore,
  daysOffExcuse,
  otherHoursExcuse,
  testableDays,
  weekEnds,
} from "../../../src/rules/week-figures.ts";
import { aPlan } from "../../support/a-plan.ts";
import { aRider, anEvent, aView, type ViewChange } from "./a-view.ts";

const weekOf = (change: ViewChange, number: number) => {
  const view = aView(change);
  const week = view.weeks[number - 1];
  if (week === undefined) throw new Error(`no week ${number}`);
  return { view, week };
};

it("takes fitness at the ends of a week, and form on the morning after it", () => {
  const change: ViewChange = {
    plan: aPlan({ metadata: { starting_ctl: 33 } }).training_plan,
    curve: Array.from({ length: 29 }, (_, i) => ({ tss: 0, atl: 0, ctl: 100 + i, form: 200 + i })),
  };
  const ends = (number: number) => {
    const { view, week } = weekOf(change, number);
    return weekEnds(view, week);
  };
  expect(ends(1)).toEqual({ before: 33, after: 106, formAfter: 207 });
  expect(ends(2)).toEqual({ before: 106, after: 113, formAfter: 214 });
  expect(ends(4)).toEqual({ before: 120, after: 127, formAfter: 228 });
});

it("knows the weeks before the event, all of them where there are several", () => {
  const before = (change: ViewChange) => {
    const view = aView(change);
    return view.weeks.filter((week) => beforeEvent(view, week)).map(({ number }) => number);
  };
  expect(before({})).toEqual([1, 2, 3, 4]);
  expect(before({ eventIndex: 14 })).toEqual([1, 2]);
  expect(before({ eventIndex: 13 })).toEqual([1]);
  expect(before({ eventIndex: 13, events: [anEvent(13)] })).toEqual([1]);
  expect(before({ eventIndex: 13, events: [anEvent(13), anEvent(27)] })).toEqual([1, 2, 3, 4]);
});

it("finds the block that a recovery week closes, the latest week first", () => {
  const recovery = { isRecovery: true, isLoad: false };
  const view = aView({ count: 7, weeks: { 3: recovery, 5: { isLoad: false }, 7: recovery } });
  const block = (number: number) => blockBefore(view, number - 1).map((week) => week.number);
  expect(block(7)).toEqual([6, 4]);
  expect(block(3)).toEqual([2, 1]);
  expect(block(4)).toEqual([]);
  expect(block(1)).toEqual([]);
});

describe("why a rule about weeks yields", () => {
  const other = (hours: number, usual = 300) =>
    aRider({ ceilingMinutes: hours * 60, usual: { days: [], ceilingMinutes: usual } });
  it.each<readonly [string, ViewChange, Readonly<Record<string, number>> | undefined]>([
    ["nothing", {}, undefined],
    ["days off in two of them", { weeks: { 1: { daysOff: 1 }, 3: { daysOff: 2 } } }, { days_off: 3 }],
    ["the usual hours of some dates", { weeks: { 2: { rider: other(5) } } }, undefined],
    ["other hours", { weeks: { 2: { rider: other(4) }, 3: { rider: other(2.5) } } }, { weeks: 2, least_hours: 2.5 }],
    ["days off before other hours", { weeks: { 1: { daysOff: 1 }, 2: { rider: other(4) } } }, { days_off: 1 }],
  ])("%s", (_name, change, numbers) => {
    const { weeks } = aView(change);
    const found = daysOffExcuse(weeks);
    expect(found.excuse?.numbers).toEqual(numbers);
    if (numbers === undefined) expect(found).toEqual({});
  });

  it("is nothing without hours of some dates", () => {
    expect(otherHoursExcuse(aView().weeks)).toBeUndefined();
    expect(otherHoursExcuse(aView({ weeks: { 1: { daysOff: 3 } } }).weeks)).toBeUndefined();
  });
});

describe("days on which a rider may test", () => {
  const days = (change: ViewChange, from = 0, to = 28) => testableDays(aView(change), from, to);
  it("are all from one day to the day before another", () => {
    expect(days({})).toBe(28);
    expect(days({}, 3, 10)).toBe(7);
  });

  it("are none in weeks that hold the rider back", () => {
    expect(days({ rider: aRider({ longestEffort: { seconds: 300, throughWeek: 2 } }) })).toBe(14);
  });

  it("are none near one of several events, nor in the ten days before an A", () => {
    const near = { weeks: { 2: { isNearEvent: true } } };
    expect(days(near)).toBe(28);
    expect(days({ ...near, events: [anEvent(27)] })).toBe(28);
    expect(days({ ...near, events: [anEvent(9, "C"), anEvent(40)] })).toBe(21);
    expect(days({ events: [anEvent(20), anEvent(60)] })).toBe(18);
    expect(days({ events: [anEvent(20, "B"), anEvent(60)] })).toBe(28);
    expect(days({ events: [anEvent(20), anEvent(60)] }, 10, 20)).toBe(0);
    expect(days({ events: [anEvent(20), anEvent(60)] }, 9, 21)).toBe(2);
  });
});
