import { describe, expect, it } from "vitest";
import type { PlanView } from "../../../src/rules/view.ts";
import { weekForms, weekRises } from "../../../src/rules/load-margins.ts";
import { aRide, aRider, anEvent, aView, type ViewChange } from "./a-view.ts";

/** Fitness at the end of each day; it rises by a point a week until a test says otherwise. */
const withFitness =
  (ctl: (day: number) => number, form: (day: number) => number = () => 0) =>
  (view: PlanView) => ({
    ...view,
    curve: view.curve.map((day, i) => ({ ...day, ctl: ctl(i), form: form(i) })),
  });
/** A plan that starts with a fitness of 40, and has something to ride in each week. */
const riding = { 1: { rides: [aRide(60)] }, 8: { rides: [aRide(60)] }, 15: { rides: [aRide(60)] } };
const view = (change: ViewChange = {}) => aView({ ...change, days: { ...riding, ...change.days } });

const rises = (of: PlanView) => weekRises(of).map(({ week, value, limit }) => [week.number, value, limit]);
const forms = (of: PlanView) => weekForms(of).map(({ week, value, limit }) => [week.number, value, limit]);

describe("by how much fitness rises in each load week (rule 5)", () => {
  // Sunday evenings: 43, 47, 52, 58; the start is 40.
  const evenings = withFitness((day) => [43, 47, 52, 58][Math.floor(day / 7)] ?? 0);

  it("counts from the evening before to its last", () => {
    expect(rises(evenings(view()))).toEqual([
      [1, 3, 5],
      [2, 4, 5],
      [3, 5, 5],
      [4, 6, 5],
    ]);
  });

  it("leaves out weeks that are no load weeks, and those from the event on", () => {
    const weeks = { 2: { isLoad: false } };
    expect(rises(evenings(view({ weeks }))).map(([number]) => number)).toEqual([1, 3, 4]);
    expect(rises(evenings(view({ eventIndex: 21, events: [anEvent(21)] }))).map(([number]) => number)).toEqual([
      1, 2, 3,
    ]);
    expect(rises(evenings(view({ eventIndex: 20, events: [anEvent(20)] }))).map(([number]) => number)).toEqual([1, 2]);
    // A plan of several events goes on behind the first.
    const several = { eventIndex: 3, events: [anEvent(3), anEvent(27)] };
    expect(rises(evenings(view(several))).map(([number]) => number)).toEqual([1, 2, 3, 4]);
  });

  it("leaves out what the week's own events add by its end", () => {
    const days = { 10: { rides: [aRide(60, { isEvent: true, measure: { tss: 210 } })] } };
    const several = { eventIndex: 10, events: [anEvent(10), anEvent(27)], days };
    const [first, second, third] = rises(evenings(view(several)));
    // 210 / 42 on Thursday evening; three days later 41/42 of it is left three times.
    expect(second?.[1]).toBeCloseTo(4 - 5 * (41 / 42) ** 3, 9);
    expect([first?.[1], third?.[1]]).toEqual([3, 5]);
    const alone = { eventIndex: 27, events: [anEvent(27)], days };
    expect(rises(evenings(view(alone)))[1]?.[1]).toBe(4);
  });

  it("counts the events of its Monday and its Sunday", () => {
    const race = { rides: [aRide(60, { isEvent: true, measure: { tss: 42 } })] };
    const several = { events: [anEvent(7), anEvent(13)], days: { 7: race, 13: race } };
    const values = rises(evenings(view(several))).map(([, value]) => value);
    expect(values[0]).toBe(3);
    expect(values[1]).toBeCloseTo(4 - 1 - (41 / 42) ** 6, 9);
    expect(values[2]).toBe(5);
  });

  it("allows less by age, and 70 % in the week after more than three weeks without a ride", () => {
    expect(rises(view({ rider: aRider({ ageBand: "60plus" }) })).map(([, , limit]) => limit)).toEqual([3, 3, 3, 3]);
    const from = (first: number, last = -1) =>
      weekRises(
        aView({
          count: 6,
          days: { [first]: { rides: [aRide(60)] }, ...(last < 0 ? {} : { [last]: { rides: [aRide(60)] } }) },
        }),
      ).map(({ limit }) => limit);
    // 21 days without one are three weeks, 22 are more.
    expect(from(21)).toEqual([5, 5, 5, 5, 5, 5]);
    expect(from(22)).toEqual([5, 5, 5, 3.5, 5, 5]);
    expect(from(28, 6)).toEqual([5, 5, 5, 5, 5, 5]);
    expect(from(29, 6)).toEqual([5, 5, 5, 5, 3.5, 5]);
    expect(from(29, 7)).toEqual([5, 5, 5, 5, 5, 5]);
  });
});

describe("form on the morning after each load week (rule 7)", () => {
  const mornings = withFitness(
    () => 40,
    (day) => -day,
  );

  it("is that of the next Monday, with the lowest it may be", () => {
    expect(forms(mornings(view({ weeks: { 3: { isLoad: false } } })))).toEqual([
      [1, -7, -25],
      [2, -14, -25],
      [4, -28, -25],
    ]);
  });

  it("goes by the week for beginners who are used to their hours", () => {
    const rider = aRider({ level: "beginner", ageBand: "40s", recentMinutes: 300, ceilingMinutes: 300 });
    expect(forms(aView({ rider, count: 5 })).map(([, , limit]) => limit)).toEqual([-15, -15, -15, -15, -20]);
  });

  it("leaves out what events of the seven days before take", () => {
    const race = (day: number): ViewChange => ({
      events: [anEvent(day, "B"), anEvent(27)],
      days: { [day]: { rides: [aRide(60, { isEvent: true, measure: { tss: 210 } })] } },
    });
    const taken = (daysAfter: number) => 30 * (6 / 7) ** (daysAfter - 1) - 5 * (41 / 42) ** (daysAfter - 1);
    expect(forms(mornings(view(race(13))))[1]?.[1]).toBeCloseTo(-14 + taken(1), 9);
    expect(forms(mornings(view(race(7))))[1]?.[1]).toBeCloseTo(-14 + taken(7), 9);
    expect(forms(mornings(view(race(6))))[1]?.[1]).toBe(-14);
    expect(forms(mornings(view(race(14))))[1]?.[1]).toBe(-14);
    expect(forms(mornings(view({ ...race(13), events: [anEvent(27)] })))[1]?.[1]).toBe(-14);
  });
});
