import { describe, expect, it } from "vitest";
import { EVENT_RULES } from "../../../src/rules/event-rules.ts";
import { FREE_DAY } from "../../../src/rules/given-day.ts";
import { aPlanEvent, aRide, aRider, anEvent, aView, foundBy, type ViewChange } from "./a-view.ts";

const found = (id: string, change: ViewChange) => foundBy(EVENT_RULES, id, aView(change));
const said = (id: string, change: ViewChange) => found(id, change).map(({ message }) => message);
const excuses = (id: string, change: ViewChange) => found(id, change).map(({ excuse }) => excuse?.numbers);

const TAPERS = { isLoad: false, isTaper: true, touchesTaper: true };
/** The event is the Monday after week 4, which tapers as a whole; weeks 1 to 3 are load weeks. */
const TAPER: ViewChange = {
  count: 5,
  event: aPlanEvent(),
  eventIndex: 28,
  taperDays: 7,
  events: [anEvent(28, "A", { taperDays: 7 })],
  weeks: { 4: TAPERS, 5: TAPERS },
};
const EVENT = anEvent(28, "A", { taperDays: 7 });
const all = (minutes: number, days: readonly number[]) =>
  Object.fromEntries(days.map((day) => [day, { rides: [aRide(minutes)] }]));
/** Four rides of 90 minutes in each load week. */
const LOADS = all(90, [1, 3, 5, 6, 8, 10, 12, 13, 15, 17, 19, 20]);
const closed = { limit: { available: false, maxMinutes: 0, given: true } };

describe("a taper that cannot be compared", () => {
  it("is one without a load week before it, or without a day of its own", () => {
    expect(found("taper-volume", { ...TAPER, days: all(90, [22]) })).toEqual([]);
    expect(found("taper-volume", { ...TAPER, taperDays: 0, days: LOADS })).toEqual([]);
  });

  it("counts no load week in which nothing was ridden", () => {
    const half = { ...LOADS, ...all(90, [22, 24]) };
    const weeks = { ...TAPER.weeks, 3: { isLoad: true } };
    const without = Object.fromEntries(Object.entries(half).filter(([day]) => Number(day) < 14 || Number(day) > 20));
    expect(said("taper-volume", { ...TAPER, days: without, weeks })).toEqual([]);
  });
});

describe("why a taper's volume may be another", () => {
  const far = anEvent(19, "C");
  const near = anEvent(20, "C");
  it.each<readonly [string, ViewChange, Readonly<Record<string, number>> | undefined]>([
    ["nothing", {}, undefined],
    // Eight days before it: a day more than the taper is long.
    ["another event a day before the taper", { events: [near, EVENT] }, { days_before: 8 }],
    ["another event sooner", { events: [far, EVENT] }, undefined],
    [
      "an event of several days that ends there",
      { events: [anEvent(17, "C", { lastIndex: 20 }), EVENT] },
      { days_before: 8 },
    ],
    ["an event behind it", { events: [EVENT, anEvent(30, "C")] }, undefined],
    ["a day off", { days: { 22: { isOff: true } } }, { days_off: 1 }],
    [
      "days that are none of theirs",
      { rider: aRider(), days: { 21: closed, 23: closed, 24: closed, 25: closed } },
      undefined,
    ],
  ])("%s", (_name, change, numbers) => {
    // All seven days are ridden: 4 % less than the 360 minutes of a load week.
    const whole = { ...LOADS, ...all(49.5, [21, 22, 23, 24, 25, 26, 27]) };
    const days = Object.fromEntries(
      [...Object.keys({ ...whole, ...change.days })].map((day) => [
        day,
        { ...whole[Number(day)], ...change.days?.[Number(day)] },
      ]),
    );
    expect(excuses("taper-volume", { ...TAPER, ...change, days })).toEqual([numbers]);
  });

  it("counts other hours of the last six weeks, and none before", () => {
    const other = { rider: aRider({ ceilingMinutes: 240, usual: aRider({ ceilingMinutes: 300 }) }) };
    const late = (week: number): ViewChange => ({
      ...TAPER,
      count: 8,
      eventIndex: 49,
      events: [anEvent(49, "A", { taperDays: 7 })],
      weeks: { 7: TAPERS, 8: TAPERS, [week]: other },
      days: all(90, [22, 24, 26, 29, 31, 33, 36, 38, 40]),
    });
    expect(excuses("taper-volume", late(3))).toEqual([
      { weeks: 1, least_hours: 4 },
      { weeks: 1, least_hours: 4 },
    ]);
    expect(excuses("taper-volume", late(2))[0]).not.toHaveProperty("weeks");
  });

  it("counts two open days, on which two rides of half an hour are all there is", () => {
    // A load week of 300 minutes in two rides; the taper holds 30 minutes, 90 % less.
    const days = { ...all(150, [1, 5, 8, 12, 15, 19]), ...all(30, [22]) };
    const open = (...numbers: readonly number[]) =>
      Object.fromEntries(
        [21, 22, 23, 24, 25, 26, 27]
          .filter((day) => !numbers.includes(day))
          .map((day) => [day, { ...days[day], ...closed }]),
      );
    const rider = aRider({ days: aRider().days.map((day) => ({ ...day, available: false })) });
    const change = (...numbers: readonly number[]): ViewChange => ({
      ...TAPER,
      rider,
      days: { ...days, ...open(...numbers) },
    });
    expect(excuses("taper-volume", change(22, 26))).toEqual([{ open_days: 2, usual_minutes: 300 }]);
    // 59 % of 300 minutes are 5.9 half hours: room for rides on three days.
    expect(excuses("taper-volume", change(22, 24, 26))).toEqual([undefined]);
  });

  it("goes by rides too, where fewer than usual are ridden", () => {
    // 7 rides a week are usual: of 6 fewer than asked one is a taper's, the rest too many.
    const days = { ...all(60, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]) };
    const ridden = (count: number, minutes: number) => ({
      ...TAPER,
      days: { ...days, ...all(minutes, [21, 22, 23, 24, 25, 26, 27].slice(0, count)) },
    });
    expect(said("taper-volume", ridden(5, 42))).toEqual([]);
    expect(said("taper-volume", ridden(4, 52))).toEqual(["4 rides in the taper where 7 are usual"]);
    const [few] = found("taper-volume", { ...ridden(4, 52), weeks: { ...TAPER.weeks, 4: { ...TAPERS } } });
    expect(few?.excuse).toBeUndefined();
  });
});

describe("form and fitness of each A by itself", () => {
  const SECOND: ViewChange = {
    count: 8,
    event: aPlanEvent({ date: "2026-12-20" }),
    eventIndex: 13,
    events: [anEvent(13), anEvent(55)],
  };
  const curve = (form: (day: number) => number, ctl: (day: number) => number = () => 40) =>
    aView({ count: 8 }).curve.map((day, i) => ({ ...day, form: form(i), ctl: ctl(i) }));

  it("names the day of a later one", () => {
    const low = { ...SECOND, curve: curve((day) => (day === 55 ? -9 : 5)) };
    expect(found("event-form", low)).toMatchObject([{ date: "2027-01-31", numbers: { form: -9 } }]);
    const first = { ...SECOND, curve: curve((day) => (day === 13 ? -9 : 5)) };
    expect(found("event-form", first)).toHaveLength(1);
    expect(found("event-form", first)[0]).not.toHaveProperty("date");
  });

  it("counts a loss of fitness from where the weeks of a later one begin", () => {
    const falls = (to: number) => ({
      ...SECOND,
      curve: curve(
        () => 5,
        (day) => (day < 14 ? 60 : day < 40 ? 50 : to),
      ),
    });
    expect(said("taper-fitness", falls(45))).toEqual([]);
    expect(said("taper-fitness", falls(40))).toEqual(["fitness falls by 20 % from its peak to the event"]);
  });

  it.each([15, 14, 9])("counts none where a later one lies right behind another, on day %d", (day) => {
    const steep = curve(
      () => 5,
      (index) => 100 - index,
    );
    const second = anEvent(day);
    const events = day > 13 ? [anEvent(13), second] : [anEvent(8), second];
    expect(said("taper-fitness", { ...SECOND, events, curve: steep }).filter((text) => text.includes("100 %"))).toEqual(
      [],
    );
  });

  it("is flat where the hours hold less than 95 % of the start", () => {
    // 40 at the start; 42 of load a day by 1.05 is 40.
    const fresh = (tss: number): ViewChange => ({
      ...TAPER,
      curve: aView({ count: 5 }).curve.map((day) => ({ ...day, form: 30 })),
      days: Object.fromEntries([1, 8, 15].map((day) => [day, { rides: [aRide(60, { measure: { tss } })] }])),
    });
    expect(excuses("event-form", fresh(267))).toEqual([undefined]);
    expect(excuses("event-form", fresh(266))).toEqual([{ starting_fitness: 40, load_per_day: 38 }]);
  });
});

describe("openers on the last days (rule 27)", () => {
  const none = (change: ViewChange["days"] = {}, more: ViewChange = {}): ViewChange => ({
    ...TAPER,
    ...more,
    days: { 27: { rides: [aRide(40)] }, ...change },
  });
  const given = (minutes: number) => ({ given: { ...FREE_DAY, minutes } });
  const hours = (ceilingMinutes: number) => ({
    weeks: { ...TAPER.weeks, 4: { ...TAPERS, rider: aRider({ ceilingMinutes }) } },
  });
  const MISSING = ["no openers 1 day before the event"];
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["are missing", none(), MISSING],
    // Without own rides the week's hours say nothing.
    ["are missing in a week of few hours", none({}, hours(20)), MISSING],
    ["are missing in a week whose hours hold them", none({ 22: given(60) }, hours(90)), MISSING],
    ["are not, where own rides fill the hours of the week", none({ 22: given(60) }, hours(89)), []],
    ["are missing where own rides of other weeks would", none({ 15: given(600) }, hours(89)), MISSING],
    ["are missing beside a short ride of the rider's own", none({ 27: { rides: [aRide(40)], ...given(90) } }), MISSING],
    ["are not, where that leaves less than half an hour", none({ 27: { rides: [aRide(40)], ...given(91) } }), []],
    [
      "are not, where the day is taken",
      none({ 27: { given: { ...FREE_DAY, isTaken: true } }, 26: { given: { ...FREE_DAY, isTaken: true } } }),
      [],
    ],
    [
      "are missing the day before that one",
      none({ 27: { given: { ...FREE_DAY, isTaken: true } } }),
      ["no openers 2 days before the event"],
    ],
    [
      "are missing beside hard riding in the event",
      none({ 28: { rides: [aRide(60, { isEvent: true, measure: { secondsAbove105: 900 } })] } }),
      MISSING,
    ],
  ])("%s", (_name, change, messages) => {
    const days = { ...change.days, 1: { rides: [aRide(60, { workout: { role: "key" } })] } };
    expect(said("last-days", { ...change, days })).toEqual(messages);
  });

  it("are not asked of a plan that names no roles", () => {
    const ride = aRide(40);
    const { role, ...workout } = ride.workout;
    expect(role).toBe("easy");
    const nameless = { rides: [{ ...ride, workout }] };
    expect(said("last-days", { ...TAPER, days: { 27: nameless } })).toEqual([]);
    expect(said("last-days", { ...TAPER, days: { 27: nameless, 2: { rides: [aRide(40)] } } })).toEqual(MISSING);
  });

  it("are not asked before an event in the plan's first days", () => {
    const early = { ...TAPER, eventIndex: 0, events: [anEvent(0)], days: { 3: { rides: [aRide(40)] } } };
    expect(said("last-days", early)).toEqual([]);
    expect(said("last-days", { ...early, eventIndex: 1, events: [anEvent(1)] })).toEqual(MISSING);
  });

  it("are asked of a single event without a taper", () => {
    expect(said("last-days", none({}, { taperDays: 0, events: [anEvent(28)] }))).toEqual(MISSING);
  });

  it("count no hard riding of an event among the last days", () => {
    const race = { rides: [aRide(60, { isEvent: true, measure: { secondsAbove105: 900 } })] };
    expect(said("last-days", none({ 25: race }, { events: [anEvent(25, "C"), EVENT] }))).toEqual(MISSING);
  });
});
