import { describe, expect, it } from "vitest";
import { SEVERAL_EVENTS_RULES } from "../../../src/rules/several-events-rules.ts";
import { aPlan } from "../../support/a-plan.ts";
import { aPlanEvent, aRide, aRider, anEvent, aView, foundBy, type ViewChange } from "./a-view.ts";

const found = (id: string, change: ViewChange) => foundBy(SEVERAL_EVENTS_RULES, id, aView(change));
const said = (id: string, change: ViewChange) => found(id, change).map(({ message }) => message);

const hard = { rides: [aRide(60, { isHard: true })] };
const race = (priority?: "A" | "B" | "C", tss = 50) => ({
  rides: [aRide(60, { isEvent: true, measure: { tss }, workout: { role: "event", ...(priority && { priority }) } })],
});
/** The plan leads to an A on its last day; the other event, of one day or of three, is on days 13 and on: 2026-12-20. */
const LAST = anEvent(27);
const beside = (priority: "A" | "B" | "C", days: ViewChange["days"] = {}, length = 1): ViewChange => ({
  events: [
    anEvent(13, priority, { lastIndex: 12 + length, event: aPlanEvent({ date: "2026-12-20", days: length }) }),
    LAST,
  ],
  days,
});
const THE = (priority: string) => `the ${priority} event on 2026-12-20`;
const dayOf = (index: number, count = 1) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [index + i, hard]));

describe("every event stands on its days", () => {
  const NOT_ALONE = [`${THE("B")} is not the one ride of its day`];
  const stands = (day: object, length = 1, more: ViewChange["days"] = {}) =>
    said("events-in-plan", beside("B", { 13: day, 27: race("A"), ...more }, length));
  it.each<readonly [string, object, readonly string[]]>([
    ["alone", race("B"), []],
    ["not at all", {}, NOT_ALONE],
    ["as another ride", { rides: [aRide(60)] }, NOT_ALONE],
    ["as an event of other weight", race("C"), NOT_ALONE],
    ["as one of no weight, which is an A", race(), NOT_ALONE],
    ["as a ride of its weight that is none", { rides: [aRide(60, { workout: { priority: "B" } })] }, NOT_ALONE],
    ["beside another ride", { rides: [...race("B").rides, aRide(30)] }, NOT_ALONE],
  ])("%s", (_name, day, messages) => {
    expect(stands(day)).toEqual(messages);
  });

  it("is asked of each of its days, and of an A without a word of its weight", () => {
    expect(stands(race("B"), 3, { 14: race("B"), 15: race("B") })).toEqual([]);
    expect(stands(race("B"), 3, { 14: race("B") })).toEqual(NOT_ALONE);
    expect(stands(race("B"), 1, { 27: race() })).toEqual([]);
    expect(said("events-in-plan", { ...beside("B", {}), events: [LAST] })).toEqual([]);
  });

  it("is told with its day, inside the plan and out of it", () => {
    const [first, second] = found("events-in-plan", {
      events: [anEvent(13, "B", { event: aPlanEvent({ date: "2026-12-20", days: 2, name: "Tour" }) }), anEvent(30)],
      days: { 13: race("B") },
    });
    expect(first).toEqual({
      week: 3,
      date: "2026-12-21",
      message: 'the B event "Tour" on 2026-12-20 is not the one ride of its day',
      numbers: { day: 15 },
    });
    expect(second).toMatchObject({
      date: "2027-01-06",
      message: "the A event on 2027-01-06 lies outside of the plan",
      numbers: { day: 31 },
    });
  });
});

describe("hard days beside events (training science 3.4, 12.3)", () => {
  const HARD = (days: number, where: string, priority: string) =>
    `a hard day ${days} day${days === 1 ? "" : "s"} ${where} ${THE(priority)}`;
  it("are none in the three days before a B and the two after it", () => {
    expect(said("b-event", beside("B", dayOf(0, 28)))).toEqual([
      HARD(3, "before", "B"),
      HARD(2, "before", "B"),
      HARD(1, "before", "B"),
      HARD(1, "after", "B"),
      HARD(2, "after", "B"),
    ]);
    expect(said("b-event", beside("B", { 9: hard, 16: hard }))).toEqual([]);
    // Behind three days of it they are counted from the last.
    expect(said("b-event", beside("B", { 16: hard, 17: hard, 18: hard }, 3))).toEqual([
      HARD(1, "after", "B"),
      HARD(2, "after", "B"),
    ]);
  });

  it("are none the day before and the day after a C, and the second day after much of it", () => {
    const one = (tss: number) => said("c-event", beside("C", { ...dayOf(0, 28), 13: race("C", tss) }));
    const usual = [HARD(1, "before", "C"), HARD(1, "after", "C")];
    expect(one(120)).toEqual(usual);
    expect(one(121)).toEqual([...usual, HARD(2, "after", "C")]);
    // The day of the most load counts.
    const three = { ...dayOf(16, 4), 13: race("C", 60), 14: race("C", 121), 15: race("C", 60) };
    expect(said("c-event", beside("C", three, 3))).toEqual([HARD(1, "after", "C"), HARD(2, "after", "C")]);
    expect(said("c-event", beside("C", { ...three, 14: race("C", 119) }, 3))).toEqual([HARD(1, "after", "C")]);
  });

  it("judge the load of a C by fitness on its eve", () => {
    const curve = (ctl: (day: number) => number) => aView().curve.map((day, i) => ({ ...day, ctl: ctl(i) }));
    const after = (tss: number, ctl: (day: number) => number) =>
      said("c-event", { ...beside("C", { 13: race("C", tss), 15: hard }), curve: curve(ctl) });
    // 2.2 times 60 are 132.
    expect(after(132, () => 60)).toEqual([]);
    expect(after(133, () => 60)).toEqual([HARD(2, "after", "C")]);
    expect(after(133, (day) => (day === 12 ? 60 : 100))).toEqual([HARD(2, "after", "C")]);
    const first = (startingCtl: number): ViewChange => ({
      plan: aPlan({ metadata: { starting_ctl: startingCtl } }).training_plan,
      events: [anEvent(0, "C"), LAST],
      days: { 0: race("C", 133), 2: hard },
    });
    expect(said("c-event", first(60))).toHaveLength(1);
    expect(said("c-event", first(61))).toEqual([]);
  });

  it("are none in the seven days after an A", () => {
    expect(said("after-event", beside("A", dayOf(0, 27)))).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((days) => HARD(days, "after", "A")),
    );
    expect(said("after-event", beside("A", { 12: hard, 13: hard, 21: hard }))).toEqual([]);
    expect(said("after-event", beside("A", dayOf(14, 13), 3))).toHaveLength(7);
  });

  it("are those that were planned, and of the rule of each weight alone", () => {
    const own = { rides: [aRide(60, { isHard: true, isFixed: true })] };
    for (const [id, priority] of [
      ["b-event", "B"],
      ["c-event", "C"],
      ["after-event", "A"],
    ] as const) {
      expect(said(id, beside(priority, { 14: own }))).toEqual([]);
      expect(said(id, beside(priority, { 14: hard }))).toHaveLength(1);
      for (const other of ["A", "B", "C"] as const)
        if (other !== priority) expect(said(id, beside(other, { 12: hard, 14: hard }))).toEqual([]);
      // A plan of one event has rules of its own.
      expect(said(id, { ...beside(priority, dayOf(0, 28)), events: [anEvent(13, priority)] })).toEqual([]);
    }
  });

  it("are told with their day", () => {
    expect(found("b-event", beside("B", { 14: hard }))).toEqual([
      { week: 3, date: "2026-12-21", message: HARD(1, "after", "B"), numbers: { days: 1 } },
    ]);
  });
});

describe("the three days before a B", () => {
  const ride = (minutes: number, flags: object = {}) => ({ rides: [aRide(minutes, flags)] });
  it("hold no more than 75 minutes each", () => {
    const at = (day: number, minutes: number, flags: object = {}) =>
      said("b-event", beside("B", { [day]: ride(minutes, flags) }));
    expect(at(10, 75)).toEqual([]);
    expect(at(10, 76)).toEqual([`1 h 16 of riding 3 days before ${THE("B")}, 1 h 15 at most`]);
    expect(at(12, 76)).toEqual([`1 h 16 of riding 1 day before ${THE("B")}, 1 h 15 at most`]);
    expect(at(9, 120)).toEqual([]);
    expect(at(14, 120)).toEqual([]);
    expect(at(13, 120, { isEvent: true })).toEqual([]);
    expect(at(12, 120, { isFixed: true })).toEqual([]);
  });

  it("are told with their minutes", () => {
    expect(found("b-event", beside("B", { 10: ride(90) }))).toMatchObject([
      { week: 2, date: "2026-12-17", numbers: { minutes: 90, limit: 75 } },
    ]);
  });

  it("may begin before the plan", () => {
    const early = { events: [anEvent(1, "B"), LAST], days: { 0: ride(90), 25: ride(90), 26: ride(90) } };
    expect(said("b-event", early)).toHaveLength(1);
  });
});

describe("events among the hard days of their week", () => {
  const SAID = (days: number, events: number) => [`${days} hard days beside ${events} of events, 2 at most together`];
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["a C and a hard day", beside("C", { 8: hard }), []],
    ["a C and two", beside("C", { 8: hard, 10: hard }), SAID(2, 1)],
    ["a B and two", beside("B", { 8: hard, 10: hard }), SAID(2, 1)],
    ["an A and two", beside("A", { 8: hard, 10: hard }), []],
    ["a C and two of another week", beside("C", { 1: hard, 3: hard }), []],
    ["a C that goes on into the next week", beside("C", { 17: hard }, 3), SAID(1, 2)],
    [
      "a C and two of their own",
      beside("C", {
        8: { rides: [aRide(60, { isHard: true, isFixed: true })] },
        10: { rides: [aRide(60, { isHard: true, isFixed: true })] },
      }),
      [],
    ],
    ["a C of three days alone", beside("C", {}, 3), []],
    ["two in a week without an event", { ...beside("C", { 15: hard, 17: hard, 19: hard }) }, []],
    ["a C of a plan with one event", { ...beside("C", { 8: hard, 10: hard }), events: [anEvent(13, "C")] }, []],
    [
      "a C and one of a beginner's first weeks",
      { ...beside("C", { 8: hard }), rider: aRider({ level: "beginner" }) },
      ["1 hard days beside 1 of events, 1 at most together"],
    ],
  ])("%s", (_name, change, messages) => {
    expect(said("event-hard-days", change)).toEqual(messages);
  });

  it("are told with their week and numbers", () => {
    expect(found("event-hard-days", beside("C", { 8: hard, 10: hard }))).toMatchObject([
      { week: 2, numbers: { hard_days: 2, events: 1, limit: 2 } },
    ]);
  });
});
