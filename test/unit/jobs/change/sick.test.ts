import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../../../src/base/calendar.ts";
import { effectOfEdit, type ChangeStart } from "../../../../src/jobs/change/edit.ts";
import { applied, type LivingPlan } from "../../../../src/jobs/change/living.ts";
import { sickWays } from "../../../../src/jobs/change/sick.ts";
import type { Way } from "../../../../src/jobs/change/way.ts";
import type { Intent, Step } from "../../../../src/plan/change-schema.ts";
import { daysOf, livedOf, proposed, TODAY } from "./a-living-plan.ts";
import { dayOf, editOf, notedIn, outcome, smallPlan, weekOfWords } from "./a-small-plan.ts";

describe("the way back after an illness (training science 12.1)", () => {
  const sick = (from: CalendarDate, to: CalendarDate, isMild: boolean): Intent => ({
    kind: "sick",
    from,
    to,
    above_neck: isMild,
  });

  it("is a day well, then half and three quarters for as many days as ill", () => {
    const change = proposed(sick("2027-01-13", "2027-01-15", false));
    expect(daysOf(change)).toEqual([
      "2027-01-14: easy 50 and strength -> rest",
      "2027-01-16: key 60 -> rest",
      // Half of 225 and of 70, three quarters of 65 and of 50, in whole fives.
      "2027-01-17: long 225 -> long 110",
      "2027-01-19: easy 70 -> easy 35",
      "2027-01-20: key 65 -> easy 45",
      "2027-01-21: easy 50 and strength -> easy 35 and strength",
    ]);
    expect(livedOf(change)).toEqual([
      ...["2027-01-13 ill", "2027-01-14 ill"],
      ...["2027-01-16", "2027-01-17", "2027-01-19", "2027-01-20", "2027-01-21"].map((day) => `${day} changed`),
    ]);
    expect(change.costs).toMatch(/^Costs 3 rides\. .* 3 days at half load and 3 at three quarters/);
    const eased = change.effect.days.flatMap(({ after }) => after.workouts).filter(({ type }) => type !== "strength");
    for (const { segments } of eased.slice(2)) {
      const powers = JSON.stringify(segments).matchAll(/"power_[a-z_]+":(\d+)/g);
      expect(Math.max(...[...powers].map(([, percent]) => Number(percent)))).toBeLessThanOrEqual(75);
    }
  });

  it("is half as long after a cold above the neck", () => {
    const change = proposed(sick("2027-01-13", "2027-01-15", true));
    // Days 2 and 3 at half load, days 4 and 5 at three quarters of 70 and 65 minutes.
    expect(daysOf(change).slice(2)).toEqual([
      "2027-01-17: long 225 -> long 110",
      "2027-01-19: easy 70 -> easy 50",
      "2027-01-20: key 65 -> easy 45",
    ]);
    expect(proposed(sick(TODAY, TODAY, true)).costs).toContain("then 1 day at half load and 1 at three quarters");
    expect(proposed(sick(TODAY, TODAY, false)).costs).toContain("then 3 days at half load and 3 at three quarters");
  });

  it("leaves a ride out of it that was done or is kept, and says so of what is kept", () => {
    const { after: plan } = proposed({ kind: "keep", date: TODAY });
    const kept = proposed(sick(TODAY, TODAY, false), { plan });
    expect(daysOf(kept).some((day) => day.startsWith(TODAY))).toBe(false);
    expect(kept.costs).toContain("Thu 14 Jan stays in the plan because you keep it");
    const done = proposed(sick("2027-01-13", TODAY, false), { done: new Set([TODAY]) });
    expect(livedOf(done)[0]).toBe("2027-01-13 ill");
    expect(livedOf(done)).not.toContain(`${TODAY} ill`);
  });
});

type Sick = Extract<Intent, { kind: "sick" }>;
const ill = (from: number, to: number, isMild = false): Sick => ({
  ...{ kind: "sick", from: dayOf(from), to: dayOf(to), above_neck: isMild },
});

const EVERY = "easy 60, easy 60, easy 60, easy 60, easy 60, easy 60, easy 60";
const small = (first = EVERY, change: Parameters<typeof smallPlan>[1] = {}): LivingPlan =>
  smallPlan([weekOfWords(1, first), weekOfWords(2, EVERY), weekOfWords(3, EVERY)], change);

/** The ways of an illness that is told on its last day. */
const told = (plan: LivingPlan, sick: Sick, start: Partial<ChangeStart> = {}): Way[] =>
  sickWays(editOf(plan, { today: sick.to, ...start }), sick);
/** Each day that changes, as `08 30`; 0 is rest. */
const minutesOf = (way: Way | undefined): string[] =>
  way === undefined
    ? []
    : outcome(way.edit).effect.days.map(
        ({ date, after }) => `${date.slice(8)} ${after.workouts[0]?.duration_min ?? 0}`,
      );

describe("how long the way back is", () => {
  // Day 0 is the 7th. Half of 60 minutes is 30, three quarters are 45.
  it.each<readonly [string, Sick, readonly string[]]>([
    ["three days at least of each", ill(0, 1), ["08 0", "09 0", "10 30", "11 30", "12 30", "13 45", "14 45", "15 45"]],
    [
      "as many as ill",
      ill(0, 3),
      [
        "10 0",
        "11 0",
        ...["12", "13", "14", "15"].map((day) => `${day} 30`),
        ...["16", "17", "18", "19"].map((day) => `${day} 45`),
      ],
    ],
    [
      "half as many for a cold",
      ill(0, 4, true),
      ["11 0", "12 0", "13 30", "14 30", "15 30", "16 45", "17 45", "18 45"],
    ],
    ["one day at least for a cold", ill(1, 1, true), ["08 0", "09 0", "10 30", "11 45"]],
  ])("%s", (_name, sick, days) => {
    expect(minutesOf(told(small(), sick)[0])).toEqual(days);
  });

  it("leaves rest days, kept days and days outside the plan alone", () => {
    const plan = small("easy 60, rest, easy 60, easy 60, easy 60, easy 60, easy 60", {
      metadata: { kept_days: [dayOf(3)] },
    });
    expect(minutesOf(told(plan, ill(0, 0))[0])).toEqual(["07 0", "09 30", "11 30", "12 45", "13 45", "14 45"]);
    expect(minutesOf(told(small(), ill(19, 20))[0])).toEqual(["27 0"]);
  });
});

describe("what an illness takes", () => {
  it("is each day with a session that was not done, past ones by a note alone", () => {
    const plan = small("rest, easy 60, strength 40, easy 60, easy 60, easy 60, easy 60");
    const [way] = told(plan, ill(0, 3), { done: new Set<CalendarDate>([dayOf(1)]) });
    expect(way && notedIn(way.edit).filter((day) => day.endsWith("ill"))).toEqual(["12-09 ill", "12-10 ill"]);
    expect(minutesOf(way)[0]).toBe("10 0");
    expect(way?.costs).toBe(
      "Costs 3 rides. One full day well first, then 4 days at half load and 4 at three quarters, all easy; then as planned. Still ill? Say so.",
    );
  });

  it("is not an event that is past; one that is ahead is no day for it", () => {
    const plan = small("easy 60, event 120, easy 60, easy 60, easy 60, easy 60, easy 60");
    expect(notedIn(told(plan, ill(0, 2))[0]?.edit ?? editOf(plan)).slice(0, 3)).toEqual([
      "12-07 ill",
      "12-08 ill",
      "12-09 ill",
    ]);
    expect(() => told(plan, ill(0, 2), { today: dayOf(1) })).toThrow("Your event falls into the illness.");
  });

  it("lets a ride of the rider's own go, and says of a kept day ahead that it stays", () => {
    const plan = small("easy 60, easy 60, fixed 60, easy 60, easy 60, easy 60, easy 60", {
      metadata: { kept_days: [dayOf(0), dayOf(1)] },
    });
    const [way] = told(plan, ill(0, 1));
    expect(way && notedIn(way.edit).slice(0, 3)).toEqual(["12-07 ill", "12-08 ill", "12-09 dropped"]);
    const costs = way?.costs;
    expect(costs).toContain("Tue 8 Dec stays in the plan because you keep it");
    expect(costs).not.toContain("Mon 7 Dec stays");
  });

  it("eases the openers before an event in one way, and leaves them in another", () => {
    const ways = told(small("easy 60, easy 60, easy 60, openers 36, event 120, easy 60, easy 60"), ill(0, 1));
    expect(ways.map(({ name }) => name)).toEqual([
      "the careful way back",
      "the careful way back, with the openers before the event",
    ]);
    // Half of 36 minutes is no ride.
    expect(ways.map((way) => minutesOf(way).includes("10 0"))).toEqual([true, false]);
    expect(told(small(), ill(0, 1)).map(({ name }) => name)).toEqual(["the careful way back"]);
  });
});

describe("an illness told anew", () => {
  const stepOf = (number: number, edit: Way["edit"], ...intents: Intent[]): Step => ({
    ...{ step: number, day: edit.start.today, at: "", words: "", costs: "", before: "", after: "", program: "" },
    intents,
    effect: effectOfEdit(edit),
  });
  const first = (ways: readonly Way[]): Way["edit"] => {
    const [way] = ways;
    if (way === undefined) throw new Error("no way");
    return way.edit;
  };
  /** The plan after an illness that was told, with the step that it is. */
  function after(sick: Sick, ...beside: Intent[]): { plan: LivingPlan; steps: Step[] } {
    const plan = small();
    const edit = first(told(plan, sick));
    return { plan: applied(plan, effectOfEdit(edit)), steps: [stepOf(1, edit, sick, ...beside)] };
  }
  /** Minutes of each day from one on, and what is noted of it. */
  function daysFrom(day: number, edit: Way["edit"]): string[] {
    const { weekly_plan: weeks, plan_metadata: metadata } = applied(edit.start.plan, effectOfEdit(edit)).file
      .training_plan;
    return weeks
      .flatMap(({ workouts }) => workouts)
      .filter(({ date }) => date >= dayOf(day))
      .map(({ date, duration_min: minutes }) => {
        const kinds = (metadata.lived ?? []).filter((one) => one.date === date).map(({ kind }) => kind);
        return [date.slice(8), minutes, ...kinds].join(" ");
      });
  }
  const anew = (one: Sick, then: Sick, start: Partial<ChangeStart> = {}): string[] => {
    const { plan, steps } = after(one);
    const edit = first(told(plan, then, { steps, today: dayOf(3), ...start }));
    return daysFrom(3, edit);
  };
  const alone = (sick: Sick): string[] => daysFrom(3, first(told(small(), sick, { today: dayOf(3) })));

  it.each<readonly [string, Sick, Sick]>([
    ["as a cold only", ill(1, 2), ill(1, 2, true)],
    ["as no cold", ill(1, 2, true), ill(1, 2)],
    ["as shorter", ill(1, 3), ill(1, 1)],
    ["as longer", ill(1, 1), ill(1, 3)],
    ["as going on from the next day", ill(1, 1), ill(2, 3)],
    ["as having begun the day before", ill(3, 3), ill(1, 2)],
  ])("%s is the last word alone on the days ahead", (_name, one, then) => {
    expect(anew(one, then)).toEqual(alone(then));
  });

  it.each<readonly [string, Sick, Sick]>([
    ["after a day between them", ill(0, 0), ill(2, 2)],
    ["before it with a day between them", ill(3, 3), ill(1, 1)],
  ])("is another illness %s, and its way back stays", (_name, one, then) => {
    const days = anew(one, then);
    expect(days).not.toEqual(alone(then));
    // Half of what was halved already is no ride.
    expect(days.some((day) => day.endsWith(" 0 changed"))).toBe(true);
  });

  it("keeps what another change, a done day or a kept one holds since", () => {
    const { plan, steps } = after(ill(1, 2));
    const step = steps[0];
    if (step === undefined) throw new Error("no step");
    const cold = ill(1, 2, true);
    const on = (start: Partial<ChangeStart>): string =>
      daysFrom(8, first(told(plan, cold, { steps, ...start })))[0] ?? "";
    // The 15th is at three quarters after the illness, and whole after the cold.
    expect(on({})).toBe("15 60");
    expect(on({ done: new Set([dayOf(8)]) })).toBe("15 45 changed");
    expect(on({ steps: [] })).toBe("15 45 changed");
    const { training_plan: whole } = plan.file;
    const kept = { ...whole, plan_metadata: { ...whole.plan_metadata, kept_days: [dayOf(8)] } };
    expect(on({ plan: { ...plan, file: { ...plan.file, training_plan: kept } } })).toBe("15 45 changed");
    const undone = [...steps, stepOf(2, editOf(plan), { kind: "undo", step: 1 })];
    expect(on({ steps: undone })).toBe("15 45 changed");
    expect(on({ steps: [{ ...step, intents: [ill(1, 2), { kind: "keep", date: dayOf(20) }] }] })).toBe("15 45 changed");
    expect(on({ steps: [{ ...step, intents: [{ kind: "drop", date: dayOf(8) }] }] })).toBe("15 45 changed");
    const other = { ...step.effect, days: step.effect.days.map((day) => ({ ...day, after: day.before })) };
    expect(on({ steps: [{ ...step, effect: other }] })).toBe("15 45 changed");
  });

  it("takes back the last told first", () => {
    const { plan, steps } = after(ill(0, 0));
    const second = first(told(plan, ill(1, 1), { steps }));
    const twice = applied(plan, effectOfEdit(second));
    const both = [...steps, stepOf(2, second, ill(1, 1))];
    expect(daysFrom(3, first(told(twice, ill(0, 2), { steps: both, today: dayOf(3) })))).toEqual(alone(ill(0, 2)));
  });
});
