import { describe, expect, it } from "vitest";
import { EVENT_RULES } from "../../../src/rules/event-rules.ts";
import { aRide, aRider, anEvent, aPlanEvent, aView, foundBy, type ViewChange } from "./a-view.ts";

const found = (id: string, change: ViewChange) => foundBy(EVENT_RULES, id, aView(change));
/** The message, and the numbers of the excuse where there is one. */
const said = (id: string, change: ViewChange) =>
  found(id, change).map(({ message, excuse }) => (excuse === undefined ? message : { message, ...excuse.numbers }));

const minutes = (each: number, days: readonly number[]) =>
  Object.fromEntries(days.map((day) => [day, { rides: [aRide(each)] }]));
/** Three weeks of four rides of 90 minutes, 6 hours each; the event is the Monday after week 4, which tapers as a whole. */
const LOADS = minutes(90, [1, 3, 5, 6, 8, 10, 12, 13, 15, 17, 19, 20]);
const TAPER: ViewChange = {
  count: 5,
  event: aPlanEvent(),
  eventIndex: 28,
  taperDays: 7,
  weeks: {
    4: { isLoad: false, isTaper: true, touchesTaper: true },
    5: { isLoad: false, isTaper: true, touchesTaper: true },
  },
};
const taper = (days: ViewChange["days"], change: ViewChange = {}): ViewChange => ({
  ...TAPER,
  ...change,
  days: { ...LOADS, ...days },
  weeks: { ...TAPER.weeks, ...change.weeks },
});

describe("the volume of a taper (rule 24)", () => {
  it.each([
    ["half of 360 minutes", [90, 90], []],
    ["40.6 % less, within half a percent of 41", [107, 107], []],
    ["40.3 % less", [107, 108], ["the taper cuts 40 % of the riding, 41 to 60 asked"]],
    ["60.3 % less, within half a percent of 60", [71, 72], []],
    ["60.8 % less", [70, 71], ["the taper cuts 61 % of the riding, 41 to 60 asked"]],
    ["a quarter less", [90, 90, 90], ["the taper cuts 25 % of the riding, 41 to 60 asked"]],
    [
      "one ride where four are usual",
      [90],
      ["the taper cuts 75 % of the riding, 41 to 60 asked", "1 rides in the taper where 4 are usual"],
    ],
  ])("%s", (_name, rides, messages) => {
    const days = Object.fromEntries(rides.map((each, i) => [22 + i, { rides: [aRide(each)] }]));
    expect(said("taper-volume", taper(days))).toEqual(messages);
  });

  it("says how much, and how much is asked", () => {
    const [less, fewer] = found("taper-volume", taper(minutes(90, [22])));
    expect(less?.numbers).toEqual({ cut: 75, low: 41, high: 60 });
    expect(fewer?.numbers).toEqual({ rides: 1, usual: 4 });
  });

  it("is that of the last three load weeks before it, those without a ride left out", () => {
    const long = minutes(300, [0, 1, 2, 3, 4]);
    const early = { count: 6, eventIndex: 35, event: aPlanEvent() };
    const weeks = { 4: {}, 5: { isLoad: false, touchesTaper: true }, 6: { isLoad: false, touchesTaper: true } };
    const later = Object.fromEntries(Object.entries(LOADS).map(([day, one]) => [Number(day) + 7, one]));
    expect(
      said("taper-volume", { ...TAPER, ...early, weeks, days: { ...long, ...later, ...minutes(90, [29, 31]) } }),
    ).toEqual([]);
    expect(said("taper-volume", taper({}, { days: {}, taperDays: 0 }))).toEqual([]);
    const touching = { ...TAPER.weeks, 1: { touchesTaper: true }, 2: { isLoad: false } };
    expect(
      said("taper-volume", {
        ...TAPER,
        weeks: touching,
        days: { ...long, ...minutes(200, [7, 8, 9]), ...minutes(90, [15, 17, 19, 20, 22, 24]) },
      }),
    ).toEqual([]);
  });

  it.each([
    [
      "days off in it",
      taper({ 22: { isOff: true }, 26: { limit: { available: false, maxMinutes: 0, given: false } } }),
      { days_off: 2 },
    ],
    [
      "other hours in the last six weeks",
      taper({}, { weeks: { 3: { rider: aRider({ ceilingMinutes: 240, usual: aRider({ ceilingMinutes: 360 }) }) } } }),
      { weeks: 1, least_hours: 4 },
    ],
    ["own rides in it", taper({ 22: { rides: [aRide(40, { isFixed: true })] } }), { own_minutes: 40 }],
    ["own rides in the weeks before", taper({ 15: { rides: [aRide(90, { isFixed: true })] } }), { own_minutes: 90 }],
    [
      "another event just before it",
      taper(
        {},
        { events: [anEvent(21, "B"), anEvent(28)].map((one) => ({ ...one, taperDays: one.index === 28 ? 7 : 0 })) },
      ),
      { days_before: 7 },
    ],
  ])("yields to %s", (_name, change, numbers) => {
    for (const one of found("taper-volume", change)) expect(one.excuse?.numbers).toEqual(numbers);
    expect(found("taper-volume", change)).not.toEqual([]);
  });

  it("yields where half hours on its days are too many, or too few, for what is asked", () => {
    // 59 % of 100 minutes are one half hour and 58 seconds of the next: two open days, or fewer halves than days.
    const little = Object.fromEntries([1, 8, 15].map((day) => [day, { rides: [aRide(100)] }]));
    const change = (rides: ViewChange["days"]): ViewChange => ({ ...TAPER, days: { ...little, ...rides } });
    expect(said("taper-volume", change({}))).toEqual([
      { message: "the taper cuts 100 % of the riding, 41 to 60 asked", open_days: 7, usual_minutes: 100 },
    ]);
    const tiny = { 1: { rides: [aRide(45)] }, 8: { rides: [aRide(45)] }, 15: { rides: [aRide(45)] } };
    expect(said("taper-volume", { ...TAPER, days: { ...tiny, ...minutes(30, [22]) } })).toEqual([
      { message: "the taper cuts 33 % of the riding, 41 to 60 asked", open_days: 7, usual_minutes: 45 },
    ]);
    expect(said("taper-volume", change(minutes(70, [22])))).toEqual([
      "the taper cuts 30 % of the riding, 41 to 60 asked",
    ]);
  });
});

describe("form on the event's morning (rule 25)", () => {
  const morning = (form: number, change: ViewChange = {}): ViewChange => {
    const whole = aView({ count: 5 });
    return { ...TAPER, curve: whole.curve.map((day, i) => (i === 28 ? { ...day, form } : day)), ...change };
  };
  it.each([
    [-5, []],
    [25, []],
    [-5.06, ["form is -5.1 on the event's morning, -5 to +25 asked"]],
    [25.06, ["form is 25.1 on the event's morning, -5 to +25 asked"]],
  ])("%s", (form, messages) => {
    expect(said("event-form", morning(form, { days: minutes(600, [1, 8, 15]) }))).toEqual(messages);
  });

  it.each([
    [
      "days off in the last three weeks",
      morning(-9, { weeks: { ...TAPER.weeks, 3: { daysOff: 2 } } }),
      { days_off: 2 },
    ],
    ["no days off before those", morning(-9, { weeks: { ...TAPER.weeks, 2: { daysOff: 2 } } }), undefined],
    [
      "other hours in them",
      morning(-9, {
        weeks: {
          ...TAPER.weeks,
          3: { rider: aRider({ ceilingMinutes: 240, usual: aRider({ ceilingMinutes: 300 }) }) },
        },
      }),
      { weeks: 1, least_hours: 4 },
    ],
    [
      "no other hours before those",
      morning(-9, {
        weeks: {
          ...TAPER.weeks,
          2: { rider: aRider({ ceilingMinutes: 240, usual: aRider({ ceilingMinutes: 300 }) }) },
        },
      }),
      undefined,
    ],
    [
      "own rides in the taper",
      morning(-9, { days: { 22: { rides: [aRide(40, { isFixed: true })] } } }),
      { own_minutes: 40 },
    ],
    ["an event a fortnight before", morning(-9, { events: [anEvent(14, "C"), anEvent(28)] }), { days_before: 14 }],
    ["no event before that", morning(-9, { events: [anEvent(13, "C"), anEvent(28)] }), undefined],
    [
      "other sport that makes the difference",
      morning(-9, { sportForm: Array.from({ length: 36 }, () => -4) }),
      { form_of_riding: -5 },
    ],
    ["no other sport that is less", morning(-9, { sportForm: Array.from({ length: 36 }, () => -3.9) }), undefined],
    // 42 of load a day holds a fitness of 42: 40 is no more than that, 45 is.
    [
      "hours that hold less than the start",
      morning(26, { days: minutes(180, [1, 8, 15]) }),
      { starting_fitness: 40, load_per_day: 18.1 },
    ],
    ["no hours that hold it", morning(26, { days: minutes(600, [1, 8, 15]) }), undefined],
    ["no hours where form is low", morning(-9, { days: minutes(180, [1, 8, 15]) }), undefined],
  ])("yields to %s", (_name, change, numbers) => {
    const [one] = found("event-form", change);
    expect(one?.numbers).toMatchObject({ low: -5, high: 25 });
    expect(one?.excuse?.numbers).toEqual(numbers);
  });
});

describe("fitness through the taper (rule 26)", () => {
  const falling = (to: number, taperDays: number): ViewChange => ({
    ...TAPER,
    taperDays,
    curve: aView({ count: 5 }).curve.map((day, i) => ({ ...day, ctl: i < 20 ? 50 : to })),
  });
  it.each([
    [45, 7, []],
    [44.9, 7, [{ loss: 10, limit: 10 }]],
    [44, 7, [{ loss: 12, limit: 10 }]],
    [44, 12, []],
    [44, 11, [{ loss: 12, limit: 10 }]],
    [43, 12, [{ loss: 14, limit: 13 }]],
  ])("from 50 to %s over %s days", (to, days, numbers) => {
    expect(found("taper-fitness", falling(to, days)).map((one) => one.numbers)).toEqual(numbers);
  });
});

describe("the last days (rule 27)", () => {
  const openers = aRide(40, { workout: { role: "openers" } });
  const hard = (secondsAbove105: number) => aRide(60, { measure: { secondsAbove105 } });
  const isHard = aRide(60, { isHard: true });
  const days = (change: ViewChange["days"]): ViewChange => ({
    ...TAPER,
    days: { 27: { rides: [openers] }, ...change },
  });
  it.each([
    ["openers on the day before", {}, []],
    ["6 minutes above 105 % three days before", { 25: { rides: [hard(360)] } }, []],
    ["more of it", { 25: { rides: [hard(361)] } }, ["a hard session 3 days before the event"]],
    ["more of it four days before", { 24: { rides: [hard(900)] } }, []],
    ["a hard day three days before", { 25: { rides: [isHard] } }, []],
    ["a hard day two days before", { 26: { rides: [isHard] } }, ["a hard session 2 days before the event"]],
    ["5 minutes above 105 % two days before", { 26: { rides: [hard(300)] } }, []],
    ["more of it, two days before", { 26: { rides: [hard(301)] } }, ["a hard session 2 days before the event"]],
    [
      "openers that are much",
      { 27: { rides: [{ ...openers, measure: hard(301).measure }] } },
      ["a hard session 1 day before the event"],
    ],
    ["no openers", { 27: { rides: [aRide(40)] } }, ["no openers 1 day before the event"]],
    [
      "none, and the day before is off",
      { 27: { isOff: true }, 26: { rides: [aRide(40)] } },
      ["no openers 2 days before the event"],
    ],
    [
      "none, and the day before is none of theirs",
      { 27: { limit: { available: false, maxMinutes: 0, given: false } }, 26: { rides: [openers] } },
      [],
    ],
    ["none, and neither day is free", { 26: { isOff: true, rides: [aRide(40)] }, 27: { isOff: true } }, []],
    [
      "none, and half an hour is there",
      { 27: { rides: [aRide(30)], limit: { available: true, maxMinutes: 30, given: false } } },
      ["no openers 1 day before the event"],
    ],
    [
      "none, and less than half an hour is there",
      { 27: { rides: [aRide(29)], limit: { available: true, maxMinutes: 29, given: false } } },
      [],
    ],
  ])("%s", (_name, change, messages) => {
    expect(said("last-days", days(change as ViewChange["days"]))).toEqual(messages);
  });

  it("names the day", () => {
    const [one] = found("last-days", days({ 26: { rides: [{ ...isHard, measure: hard(120).measure }] } }));
    expect(one).toMatchObject({ week: 4, date: "2027-01-02", numbers: { days_before: 2, seconds_above_105: 120 } });
    const [none] = found("last-days", days({ 27: { rides: [aRide(40)] } }));
    expect(none).toMatchObject({ week: 4, date: "2027-01-03", numbers: { days_before: 1 } });
  });

  it("asks for no openers of a rider who is held back, nor where another event opens the legs", () => {
    const without: ViewChange = { ...TAPER, days: { 27: { rides: [aRide(40)] } } };
    const careful = aRider({ carefulStart: true });
    expect(found("last-days", { ...without, rider: careful })).toEqual([]);
    const two = (before: number, taperDays: number): ViewChange => ({
      ...without,
      events: [anEvent(before, "C"), anEvent(28, "A", { taperDays })],
    });
    expect(found("last-days", two(26, 7))).toEqual([]);
    expect(said("last-days", two(25, 7))).toEqual(["no openers 1 day before the event"]);
    expect(found("last-days", two(14, 0))).toEqual([]);
  });
});
