import { describe, expect, it } from "vitest";
import { RECOVERY_RULES } from "../../../src/rules/recovery-rules.ts";
import type { WeekView } from "../../../src/rules/view.ts";
import { steady } from "../../support/a-plan.ts";
import { aPlanEvent, aRide, aRider, aView, foundBy, type ViewChange } from "./a-view.ts";

const found = (id: string, change: ViewChange) => foundBy(RECOVERY_RULES, id, aView(change));
const said = (id: string, change: ViewChange) => found(id, change).map(({ message }) => message);

const KINDS: Readonly<Record<string, Partial<WeekView>>> = {
  L: {},
  R: { isRecovery: true, isLoad: false },
  T: { isTaper: true, isLoad: false },
};
/** Weeks by their letters: load, recovery, taper. */
const season = (letters: string, change: ViewChange = {}): ViewChange => ({
  count: letters.length,
  ...change,
  weeks: Object.fromEntries(
    Array.from(letters, (letter, i) => [i + 1, { ...KINDS[letter], ...change.weeks?.[i + 1] }]),
  ),
});
const other = aRider({ ceilingMinutes: 240, usual: { days: [], ceilingMinutes: 300 } });
const load = (tss: number, flags: object = {}) => ({ rides: [aRide(60, { ...flags, measure: { tss } })] });

describe("load weeks in a row (rule 8; training science 2.4)", () => {
  const event: ViewChange = { event: aPlanEvent() };
  const two: ViewChange = { rider: aRider({ rhythm: "2:1" }) };
  const RUN = (weeks: number, most: number) => [`${weeks} load weeks in a row, ${most} at most`];
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["LLLRLLL", {}, []],
    ["LLLLRLL", {}, RUN(4, 3)],
    ["LLLRLLLL", {}, RUN(4, 3)],
    ["LLLLLRLL", {}, RUN(5, 3)],
    // Four stand in a row before an event only in four weeks before its taper.
    ["LLLLT", event, []],
    ["LLLLTT", event, []],
    ["LLLRLLLLT", event, RUN(4, 3)],
    ["LLLLRT", event, RUN(4, 3)],
    ["LLLLLT", event, RUN(5, 3)],
    // Without one they do in five weeks too, of which the last recovers.
    ["LLLL", {}, []],
    ["LLLLR", {}, []],
    ["LLLLL", {}, RUN(5, 3)],
    ["LLLLRL", {}, RUN(4, 3)],
    ["LLRLLR", two, []],
    ["LLLRLL", two, RUN(3, 2)],
    ["LLLR", two, []],
    ["LLL", two, []],
    ["LLLRT", { ...two, ...event }, RUN(3, 2)],
    ["LLLT", { ...two, ...event }, []],
  ])("%s", (letters, change, messages) => {
    expect(said("load-weeks-in-a-row", season(letters, change))).toEqual(messages);
  });

  it("are told with their last week, and yield to days off and other hours near them", () => {
    expect(found("load-weeks-in-a-row", season("LLRLLLLRL"))).toMatchObject([
      { week: 7, numbers: { weeks: 4, limit: 3 } },
    ]);
    const excuse = (weeks: ViewChange["weeks"]) =>
      found("load-weeks-in-a-row", season("LLLRLLLLRLL", { weeks: weeks ?? {} }))[0]?.excuse?.numbers;
    // The run of weeks 5 to 8, and the weeks beside it.
    expect([3, 4, 5, 8, 9, 10].map((week) => excuse({ [week]: { daysOff: 1 } })?.days_off)).toEqual([
      undefined,
      1,
      1,
      1,
      1,
      undefined,
    ]);
    expect([3, 4, 5, 8, 9, 10].map((week) => excuse({ [week]: { rider: other } })?.weeks)).toEqual([
      undefined,
      1,
      1,
      1,
      1,
      undefined,
    ]);
    expect(excuse({ 5: { daysOff: 1 }, 9: { daysOff: 2 } })).toEqual({ days_off: 3 });
  });

  it.each<readonly [string, ViewChange, readonly object[]]>([
    ["LLRLL", {}, []],
    ["LRLLL", {}, [{ week: 2, first_allowed: 3 }]],
    ["RLLLRL", {}, [{ week: 1, first_allowed: 3 }]],
    ["LRLLR", two, []],
    ["RLLRL", two, [{ week: 1, first_allowed: 2 }]],
  ])("come before the first recovery week: %s", (letters, change, numbers) => {
    expect(found("load-weeks-in-a-row", season(letters, change)).map((one) => one.numbers)).toEqual(numbers);
  });

  it("need not, in a week of days off or of other hours", () => {
    const [early] = found("load-weeks-in-a-row", season("LRLLL"));
    expect(early).toMatchObject({ week: 2, message: "a recovery week as week 2" });
    expect(early?.excuse).toBeUndefined();
    const excuse = (weeks: ViewChange["weeks"]) =>
      found("load-weeks-in-a-row", season("LRLLL", { weeks: weeks ?? {} }))[0]?.excuse?.numbers;
    expect(excuse({ 2: { daysOff: 2 } })).toEqual({ days_off: 2 });
    expect(excuse({ 1: { daysOff: 2 } })).toBeUndefined();
    expect(excuse({ 2: { rider: other } })).toEqual({ weeks: 1, least_hours: 4 });
    expect(excuse({ 1: { rider: other } })).toBeUndefined();
  });
});

describe("the load of a recovery week (rule 9)", () => {
  /** Load of four weeks, of which the last recovers. */
  const loads = (all: readonly number[], change: ViewChange = {}): ViewChange =>
    season("LLLR", {
      ...change,
      days: { ...Object.fromEntries(all.map((tss, i) => [i * 7 + 1, load(tss)])), ...change.days },
    });
  const SAID = (percent: number) => [`load is ${percent} % of the load weeks before it, 45 to 70 asked`];
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["45 %", loads([90, 100, 110, 45]), []],
    ["within half a percent of it", loads([90, 100, 110, 44.6]), []],
    ["less", loads([90, 100, 110, 44.4]), SAID(44)],
    ["70 %", loads([90, 100, 110, 70]), []],
    ["within half a percent of that", loads([90, 100, 110, 70.4]), []],
    ["more", loads([90, 100, 110, 70.6]), SAID(71)],
    ["little beside an event", loads([90, 100, 110, 30], { weeks: { 4: { raceTss: 60 } } }), []],
    ["much beside an event", loads([90, 100, 110, 71], { weeks: { 4: { raceTss: 60 } } }), SAID(71)],
    ["any, with nothing before it", loads([0, 0, 0, 50]), ["nothing was ridden in the load weeks before it"]],
    [
      "any, behind another recovery week",
      { ...loads([100, 100, 55, 10]), weeks: { 3: KINDS.R ?? {}, 4: KINDS.R ?? {} } },
      [],
    ],
    ["any of a load week", { ...loads([100, 100, 100, 10]), weeks: {} }, []],
  ])("%s", (_name, change, messages) => {
    expect(said("recovery-load", change)).toEqual(messages);
  });

  it("is told with its share", () => {
    expect(found("recovery-load", loads([100, 100, 100, 80]))).toMatchObject([
      { week: 4, numbers: { share: 0.8, low: 0.45, high: 0.7 } },
    ]);
    expect(found("recovery-load", loads([0, 0, 0, 80]))[0]?.numbers).toEqual({ low: 0.45, high: 0.7 });
  });

  it.each<readonly [string, ViewChange, Readonly<Record<string, number>> | undefined]>([
    ["nothing", {}, undefined],
    ["days off in it and before", { weeks: { 2: { daysOff: 1 }, 4: { daysOff: 2 } } }, { days_off: 3 }],
    ["days off before it", { weeks: { 2: { daysOff: 1 } } }, { days_off: 1 }],
    ["other hours in it", { weeks: { 4: { rider: other } } }, { weeks: 1, least_hours: 4 }],
    ["other hours before it", { weeks: { 1: { rider: other } } }, { weeks: 1, least_hours: 4 }],
    ["own rides in it", { days: { 23: load(0, { isFixed: true }) } }, { own_minutes: 60 }],
    ["own rides before it", { days: { 2: load(0, { isFixed: true }) } }, { own_minutes: 60 }],
  ])("yields to %s", (_name, change, numbers) => {
    expect(found("recovery-load", loads([100, 100, 100, 80], change))[0]?.excuse?.numbers).toEqual(numbers);
  });
});

describe("the work and the form of a recovery week (rules 10 and 11)", () => {
  const work = (minutes: number, flags: object = {}) => ({
    rides: [
      aRide(60, { ...flags, workout: { segments: [steady(40, 65), ...(minutes > 0 ? [steady(minutes, 80)] : [])] } }),
    ],
  });
  const hard = { rides: [aRide(40, { isHard: true })] };
  /** 30 minutes above 75 % in each of three load weeks. */
  const weeks = (days: ViewChange["days"], letters = "LLLR"): ViewChange =>
    season(letters, { days: { 1: work(30), 8: work(40), 15: work(20), ...days } });
  const SAID = (days: number, early: number, share: number) => [
    `${days} hard days, ${early} of them before Friday, ${share} % of the usual work`,
  ];
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["nothing hard", weeks({}), []],
    ["a hard day on Friday", weeks({ 25: hard }), []],
    ["a hard day on Thursday", weeks({ 24: hard }), SAID(1, 1, 0)],
    ["two of them", weeks({ 25: hard, 27: hard }), SAID(2, 0, 0)],
    ["half of the work", weeks({ 22: work(15) }), []],
    ["half of the work but for a little", weeks({ 22: work(15.5) }), []],
    ["more", weeks({ 22: work(16) }), SAID(0, 0, 53)],
    ["more in a test", weeks({ 26: work(30, { isTest: true }) }), []],
    ["much of little", weeks({ 1: {}, 8: {}, 15: {}, 22: work(30) }), []],
    [
      "more above FTP",
      weeks({ 22: { rides: [aRide(60, { workout: { segments: [steady(10, 80), steady(10, 110)] } })] } }),
      SAID(0, 0, 67),
    ],
    ["a hard day behind another recovery week", weeks({ 15: {}, 24: hard }, "LLRR"), []],
    ["two hard days of a load week", weeks({ 24: hard, 26: hard }, "LLLL"), []],
  ])("%s", (_name, change, messages) => {
    expect(said("recovery-work", change)).toEqual(messages);
  });

  it("leaves tests of the load weeks out as well", () => {
    const tested = {
      ...weeks({ 22: work(16) }),
      days: { ...weeks({ 22: work(16) }).days, 2: work(60, { isTest: true }) },
    };
    expect(said("recovery-work", tested)).toEqual(SAID(0, 0, 53));
  });

  it("is told with its week and numbers", () => {
    expect(found("recovery-work", weeks({ 24: hard, 22: work(15) }))).toMatchObject([
      { week: 4, numbers: { hard_days: 1, early: 1, share: 0.5 } },
    ]);
  });

  const ending = (form: number, letters = "LLLR"): ViewChange => ({
    ...season(letters),
    curve: aView().curve.map((day, i) => ({ ...day, form: i === 28 ? form : -50 })),
  });
  it("ends at form -7 or better", () => {
    expect(found("recovery-form", ending(-7))).toEqual([]);
    expect(found("recovery-form", ending(-7.2))).toEqual([
      { week: 4, message: "form is -7.2 after the recovery week", numbers: { form: -7.2, limit: -7 } },
    ]);
    expect(found("recovery-form", ending(-20, "LLLL"))).toEqual([]);
  });
});
