import { describe, expect, it } from "vitest";
import type { Season } from "../../../../src/periodization/season/season.ts";
import { aRider, aSeason, dayOf, eventAfter } from "../a-basis.ts";

/** One letter a week: load, recovery or taper. */
const kindsOf = ({ weeks }: Season): string => weeks.map(({ kind }) => kind.charAt(0)).join("");
const off = (from: number, to: number) => ({ unavailable: [{ from: dayOf(from), to: dayOf(to) }] });
const century = { weeks: 12, event: eventAfter(12) };

describe("the season of a plan", () => {
  it("has three load weeks and a recovery week in turn, up to the taper; a shorter block comes first", () => {
    const season = aSeason(century);
    expect(kindsOf(season)).toBe("llrlllrllltt");
    expect(season.weeks.map(({ phase }) => phase.slice(0, 2)).join(" ")).toBe("ba ba ba bu bu bu bu pe pe pe ta ta");
    expect(season.weeks.slice(3, 7).map(({ step, blockLength }) => [step, blockLength])).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
      [0, 0],
    ]);
    expect(season.weeks.map(({ number, start, firstDay }) => [number, start, firstDay])[11]).toEqual([
      12,
      dayOf(77),
      77,
    ]);
  });

  it("has two load weeks in a row at most from fifty years on", () => {
    expect(kindsOf(aSeason({ ...century, rider: aRider({ age: 49 }) }))).toBe("llrlllrllltt");
    expect(kindsOf(aSeason({ ...century, rider: aRider({ age: 50 }) }))).toBe("llrlrllrlltt");
  });

  it("ends with a recovery week where there is no event", () => {
    const season = aSeason({ weeks: 12 });
    expect(kindsOf(season)).toBe("lllrlllrlllr");
    expect(season).toMatchObject({ eventDay: undefined, taperDays: 0, taperFrom: Number.POSITIVE_INFINITY });
  });

  it("counts the taper in days back from the event; a week with three of them is a taper week", () => {
    const from = (taperDays: number) => aSeason({ ...century, taperDays });
    expect(from(10)).toMatchObject({ eventDay: 83, taperFrom: 73 });
    expect(kindsOf(from(10)).slice(-3)).toBe("ltt");
    expect(kindsOf(from(9)).slice(-3)).toBe("ltt");
    expect(kindsOf(from(8)).slice(-3)).toBe("llt");
  });

  it("has a taper week for the event's week, however short the taper", () => {
    const onMonday = aSeason({ weeks: 12, event: eventAfter(12, { date: dayOf(77) }), taperDays: 7 });
    expect(kindsOf(onMonday).slice(-2)).toBe("tt");
    expect(kindsOf(aSeason({ ...century, taperDays: 1 })).slice(-2)).toBe("lt");
  });
});

describe("days off", () => {
  it("turn a week with four of them into a recovery week, and begin a new block after it", () => {
    const season = aSeason({ ...century, rider: aRider(off(36, 39)) });
    expect(kindsOf(season)).toBe("llrllrlllltt");
    expect(season.weeks[5]).toMatchObject({ isForced: true, kind: "recovery" });
    expect(season.weeks.filter(({ isForced }) => isForced)).toHaveLength(1);
  });

  it("leave a week with three of them as it is, without those days", () => {
    const season = aSeason({ ...century, rider: aRider(off(35, 37)) });
    expect(kindsOf(season)).toBe("llrlllrllltt");
    expect(season.weeks[5]).toMatchObject({ daysOff: 1, open: [false, false, false, true, false, true, true] });
    expect(season.weeks[4]).toMatchObject({ daysOff: 0, open: [false, true, false, true, false, true, true] });
  });

  it("on days that nobody rides change nothing", () => {
    const season = aSeason({ ...century, rider: aRider(off(35, 35)) });
    expect(season.weeks[5]).toMatchObject({ daysOff: 0, isForced: false });
    const weekends = { training_availability: { week_days: ["Saturday" as const, "Sunday" as const] } };
    expect(kindsOf(aSeason({ ...century, rider: aRider({ ...weekends, ...off(35, 39) }) }))).toBe("llrlllrllltt");
  });
});
