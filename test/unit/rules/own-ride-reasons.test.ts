import { describe, expect, it } from "vitest";
import type { FixedRide } from "../../../src/athlete/terms.ts";
import type { CalendarDate } from "../../../src/base/calendar.ts";
import type { Waiver } from "../../../src/plan/schema.ts";
import { FREE_DAY, type FixedSession } from "../../../src/rules/given-day.ts";
import { ownRideReasons } from "../../../src/rules/own-ride-reasons.ts";
import { aRider, aView, type ViewChange } from "./a-view.ts";

/** An hour every Tuesday: days 1, 8, 15 and 22. */
const tuesdays: FixedRide = { day: "Tuesday", minutes: 60, effort: "hard" };
const session: FixedSession = {
  name: "Club ride",
  minutes: 60,
  effort: "hard",
  intensity_pct: 88,
  load: 77,
  isHeld: false,
};
const ridden = (change: Partial<FixedSession> = {}) => ({
  given: { ...FREE_DAY, rides: [{ ...session, ...change }] },
});
const ALL = { 1: ridden(), 8: ridden(), 15: ridden(), 22: ridden() };
const rider = aRider({ fixedRides: [tuesdays] });

const waiver = (rule: string, numbers: Waiver["numbers"], week?: number): Waiver => ({
  rule,
  message: "",
  reason: "",
  numbers,
  ...(week === undefined ? {} : { week }),
});
const reasons = (waivers: readonly Waiver[], change: ViewChange = {}) =>
  ownRideReasons(aView({ rider, days: ALL, ...change }), waivers);
const said = (...args: Parameters<typeof reasons>) => reasons(...args).map(({ text }) => text);

describe("a limit that the rider's own rides pass by themselves", () => {
  const own = { own_minutes: 300 };
  it.each<readonly [string, Waiver["numbers"], string]>([
    ["weekly-ceiling", { minutes: 330, limit: 300, ...own }, "take up to 5 h 30 of your 5 h a week"],
    [
      "first-week",
      { minutes: 330, limit: 280, ...own },
      "take 5 h 30 in the first week, where 4 h 40 would be a safe start",
    ],
    [
      "return-week",
      { minutes: 300, limit: 125, ...own },
      "take 5 h in the first week back, where 2 h 05 would be safe",
    ],
    ["fitness-ramp", { rise: 6.44, limit: 5, ...own }, "raise your fitness by up to 6.4 a week, where 5 is safe"],
    ["lowest-form", { form: -36.4, limit: -35, ...own }, "leave a form of -36 on a morning, -35 at least"],
    ["form-after-week", { form: -27.6, limit: -25, ...own }, "leave a form of -28 at the end of a week, -25 at least"],
    ["hard-days", { hard_days: 4, limit: 2, own_hard_rides: 4 }, "make up to 4 hard days a week, where 2 recover"],
    [
      "hard-day-spacing",
      { hours: 24, needed: 48, own_hard_rides: 2 },
      "put hard days next to each other, with no easy one between",
    ],
  ])("%s is said with its numbers", (rule, numbers, words) => {
    expect(reasons([waiver(rule, numbers, 2)])).toEqual([
      {
        id: rule,
        text: `Your own rides ${words}, in 1 week. They stay as they are; nothing is planned on top that would add to it.`,
        numbers: { ...numbers, weeks: 1 },
      },
    ]);
  });

  it.each<readonly [string, string, readonly Waiver["numbers"][], number]>([
    ["minutes", "weekly-ceiling", [{ minutes: 310 }, { minutes: 330 }, { minutes: 320 }], 1],
    ["a rise", "fitness-ramp", [{ rise: 5.5 }, { rise: 5.2 }], 0],
    ["a form", "lowest-form", [{ form: -36 }, { form: -40 }], 1],
    ["hard days", "hard-days", [{ hard_days: 3 }, { hard_days: 4 }], 1],
  ])("is said of the week that is worst: %s", (_name, rule, weeks, worst) => {
    const limits: Readonly<Record<string, number>> = { "weekly-ceiling": 300, "lowest-form": -35, "hard-days": 2 };
    const all = weeks.map((numbers, i) =>
      waiver(rule, { ...numbers, limit: limits[rule] ?? 5, own_minutes: 60 }, i + 1),
    );
    expect(reasons(all)[0]?.numbers).toEqual({ ...all[worst]?.numbers, weeks: weeks.length });
    expect(said(all)[0]).toContain(`, in ${weeks.length} weeks. They stay`);
  });

  it("goes by how far the limit is passed, and counts a week once", () => {
    const all = [
      waiver("return-week", { minutes: 300, limit: 280, own_minutes: 60 }, 2),
      waiver("return-week", { minutes: 200, limit: 120, own_minutes: 60 }, 2),
    ];
    expect(reasons(all).map(({ numbers }) => numbers)).toEqual([
      { minutes: 200, limit: 120, own_minutes: 60, weeks: 1 },
    ]);
  });

  it("is nothing that others brought about, nor a rule without words of its own", () => {
    expect(reasons([waiver("weekly-ceiling", { minutes: 330, limit: 300 }, 2)])).toEqual([]);
    expect(reasons([waiver("hours-used", { share: 0.5, own_minutes: 60 })])).toEqual([]);
    const mixed = [
      waiver("weekly-ceiling", { minutes: 600, limit: 300 }, 1),
      waiver("weekly-ceiling", { minutes: 310, limit: 300, own_minutes: 310 }, 2),
    ];
    expect(reasons(mixed)[0]?.numbers).toEqual({ minutes: 310, limit: 300, own_minutes: 310, weeks: 1 });
  });

  it("is nothing for riders who named no rides", () => {
    const one = waiver("weekly-ceiling", { minutes: 330, limit: 300, own_minutes: 330 });
    expect(reasons([one], { rider: aRider() })).toEqual([]);
  });
});

describe("the rider's own rides that are left out", () => {
  const without = (...days: number[]) =>
    Object.fromEntries(Object.entries(ALL).filter(([day]) => !days.includes(Number(day))));
  const away = (...dates: readonly CalendarDate[]) => ({
    ...rider,
    unavailable: dates.map((date) => ({ from: date, to: date })),
  });
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["none", {}, []],
    [
      "one on a day off",
      { days: without(8), rider: away("2026-12-15") },
      ["On 1 day your own riding is left out, since you are off."],
    ],
    [
      "two on days off",
      { days: without(8, 15), rider: away("2026-12-15", "2026-12-22") },
      ["On 2 days your own riding is left out, since you are off."],
    ],
    [
      "one in a week of no hours",
      { days: without(8), rider: { ...rider, bands: [{ from: "2026-12-14", to: "2026-12-20", hours: 0 }] } },
      ["On 1 day your own riding is left out, since you are off."],
    ],
    ["one at an event", { days: without(8) }, ["On 1 day your own riding is left out, since an event stands there."]],
    [
      "one of each",
      { days: without(8, 15), rider: away("2026-12-15") },
      ["On 2 days your own riding is left out, since you are off or have an event."],
    ],
    ["none on a day off without one", { rider: away("2026-12-16") }, []],
  ])("%s", (_name, change, texts) => {
    expect(said([], change)).toEqual(texts);
  });

  it("are told with their number", () => {
    expect(reasons([], { days: without(8, 15) })).toMatchObject([{ id: "fixed-rides", numbers: { days: 2 } }]);
  });
});

describe("rides that are ridden more gently under a limit on power", () => {
  it("are told with their number and that limit", () => {
    const held = ridden({ isHeld: true, intensity_pct: 75 });
    expect(reasons([], { days: { ...ALL, 8: held, 15: held } })).toEqual([
      {
        id: "fixed-rides",
        text: "Club ride: 2 of your own rides would be harder than you may ride now. Ride along below your limit of 75 % of FTP, or leave them out until it ends.",
        numbers: { rides: 2, limit_pct: 75 },
      },
    ]);
  });
});
