import { describe, expect, it } from "vitest";
import { addDays } from "../../../src/base/calendar.ts";
import type { PlanRule } from "../../../src/rules/catalogue.ts";
import { checkPlan, severityFor } from "../../../src/rules/check-plan.ts";
import type { Found, RuleClass } from "../../../src/rules/rule.ts";
import { planView } from "../../../src/rules/view.ts";
import { aPlan, MONDAY } from "../../support/a-plan.ts";

/** A rule of one finding, whatever the plan. */
const ruleOf = (change: Partial<PlanRule>, found: Partial<Found> = {}): PlanRule => ({
  id: "monotony",
  title: "A rule of this test",
  severity: "hard",
  class: "shape",
  reads: [],
  source: "this test",
  evidence: "convention",
  check: () => [{ message: "found", numbers: { said: 1 }, ...found }],
  ...change,
});
const CLASSES: readonly RuleClass[] = ["limit", "safety", "integrity", "shape", "quality"];
const excuse = { reason: "the rider's calendar", numbers: { days_off: 2 } };
const plain = planView(aPlan().training_plan);
/** Tuesday of the first week was missed; the plan was changed on Wednesday of the second. */
const lived = planView(
  aPlan({ metadata: { lived: [{ date: addDays(MONDAY, 1), kind: "missed" }], changed_on: addDays(MONDAY, 9) } })
    .training_plan,
);
const where = (view: typeof plain, rule: PlanRule): string => {
  const { hard, scored, waivers } = checkPlan(view, [rule]);
  expect(hard.length + scored.length + waivers.length).toBe(1);
  return hard.length > 0 ? "hard" : scored.length > 0 ? "scored" : "waived";
};

describe("how much a rule weighs", () => {
  it.each([
    [true, true, "scored"],
    [true, false, "hard"],
    [false, true, "hard"],
  ] as const)("from outside %s, scored there %s: %s", (isOutside, scoredOutside, severity) => {
    const rule = ruleOf({ scoredOutside });
    expect(severityFor(rule, { isOutside })).toBe(severity);
    expect(where({ ...plain, isOutside }, rule)).toBe(severity);
  });

  it("is its own where it says nothing of plans from outside", () => {
    expect(severityFor(ruleOf({}), { isOutside: true })).toBe("hard");
    expect(severityFor(ruleOf({ severity: "scored" }), { isOutside: false })).toBe("scored");
  });
});

describe("what yields", () => {
  it("is the shape of a plan where it has an excuse, nothing else", () => {
    expect(CLASSES.filter((one) => where(plain, ruleOf({ class: one }, { excuse })) === "waived")).toEqual(["shape"]);
    expect(where(plain, ruleOf({}))).toBe("hard");
  });

  it("is every rule that the rider's own rides pass by themselves", () => {
    const own = { ...excuse, isOwnRides: true } as const;
    expect(CLASSES.filter((one) => where(plain, ruleOf({ class: one }, { excuse: own })) === "waived")).toEqual(
      CLASSES,
    );
  });

  it("is no scored finding: it stays one", () => {
    expect(where(plain, ruleOf({ severity: "scored" }, { excuse }))).toBe("scored");
  });

  it("is told with the rule's numbers and those of its excuse", () => {
    const { waivers } = checkPlan(plain, [ruleOf({}, { excuse, week: 2, date: MONDAY })]);
    expect(waivers).toEqual([
      {
        rule: "monotony",
        week: 2,
        date: MONDAY,
        message: "found",
        reason: "the rider's calendar",
        numbers: { said: 1, days_off: 2 },
      },
    ]);
  });
});

describe("a plan that was lived otherwise", () => {
  it("is judged as it was lived, integrity and what is judged as written apart", () => {
    const rides = (change: Partial<PlanRule>): number => {
      let seen = -1;
      const rule = ruleOf({ ...change, check: (view) => ((seen = view.days[1]?.rides.length ?? -1), []) });
      checkPlan(lived, [rule]);
      return seen;
    };
    expect(CLASSES.map((one) => [one, rides({ class: one })])).toEqual([
      ["limit", 0],
      ["safety", 0],
      ["integrity", 1],
      ["shape", 0],
      ["quality", 0],
    ]);
    expect(rides({ asWritten: true })).toBe(1);
    expect(rides({ asWritten: false })).toBe(0);
  });

  it.each<readonly [string, Partial<Found>, readonly RuleClass[], string]>([
    [
      "the past",
      { week: 1 },
      ["limit", "safety", "shape", "quality"],
      "those days were past when the plan was changed",
    ],
    ["the weeks behind it", { week: 2 }, ["shape"], "days that went otherwise than planned"],
    ["the plan as a whole", {}, ["shape"], "days that went otherwise than planned"],
    ["a day to come", { week: 2, date: addDays(MONDAY, 9) }, ["shape"], "days that went otherwise than planned"],
    [
      "a day of the past",
      { week: 2, date: addDays(MONDAY, 8) },
      ["limit", "safety", "shape", "quality"],
      "those days were past when the plan was changed",
    ],
  ])("lets yield in %s", (_name, found, classes, reason) => {
    expect(CLASSES.filter((one) => where(lived, ruleOf({ class: one }, found)) === "waived")).toEqual(classes);
    expect(checkPlan(lived, [ruleOf({}, found)]).waivers[0]?.reason).toBe(reason);
  });

  it("keeps the reason that a rule gives itself", () => {
    expect(checkPlan(lived, [ruleOf({}, { week: 1, excuse })]).waivers[0]).toMatchObject({
      reason: "the rider's calendar",
      numbers: { days_off: 2 },
    });
    // With a reason of its own the past yields all the same.
    expect(where(lived, ruleOf({ class: "safety" }, { week: 1, excuse }))).toBe("waived");
    expect(where(lived, ruleOf({ class: "safety" }, { week: 2, excuse }))).toBe("hard");
  });
});
