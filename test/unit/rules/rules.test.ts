import { describe, expect, it } from "vitest";
import { RULES } from "../../../src/rules/catalogue.ts";
import { checkPlan } from "../../../src/rules/check-plan.ts";
import { planView } from "../../../src/rules/view.ts";
import type { TrainingPlan } from "../../../src/plan/schema.ts";
import { CASES, NEVER_EXCUSED, WAIVABLE } from "./cases.ts";
import { changed, golden } from "./golden.ts";

const ids = (found: readonly { rule: string }[]): string[] => found.map(({ rule }) => rule);
const ruleOf = (id: string) => RULES.filter((rule) => rule.id === id);
/** What one rule says of a plan; all of them where none is named. */
const check = (plan: TrainingPlan, id?: string) => checkPlan(planView(plan), id === undefined ? RULES : ruleOf(id));

describe("the catalogue", () => {
  it("has one failing and one passing case for each of its rules", () => {
    expect(CASES.map(({ rule }) => rule).sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  it("says of each rule what it is and who says so, once", () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    expect(new Set(RULES.map(({ title }) => title)).size).toBe(RULES.length);
    for (const { id, title, source } of RULES) {
      expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      expect(title, id).toMatch(/^[A-Z].{10,100}[^.]$/);
      expect(source.length, id).toBeGreaterThan(10);
    }
  });

  it("waives nothing but shape, and scores nothing but quality", () => {
    for (const { id, severity, class: kind } of RULES) expect(severity === "scored", id).toBe(kind === "quality");
  });

  it("knows an excuse for each shape rule", () => {
    const excused = CASES.filter((one) => one.excuse !== undefined).map(({ rule }) => rule);
    const shape = RULES.filter((rule) => rule.class === WAIVABLE).map(({ id }) => id);
    expect([...excused, ...NEVER_EXCUSED].sort()).toEqual(shape.sort());
  });
});

describe("the valid plan", () => {
  it("breaks no rule and needs no waiver", () => {
    const { hard, waivers } = check(golden());
    expect({ hard, waivers }).toEqual({ hard: [], waivers: [] });
  });
});

describe.each(CASES)("$rule", ({ rule, breaks, keeps, excuse, week, says }) => {
  it("is broken by one change", () => {
    const { hard, scored, waivers } = check(changed(breaks), rule);
    const found = [...hard, ...scored];
    expect(
      found.map(({ message }) => message).filter((message) => says.test(message)),
      JSON.stringify([...hard, ...waivers]),
    ).not.toEqual([]);
    const one = found.find(({ message }) => says.test(message));
    if (week !== undefined) expect(one?.week).toBe(week);
    expect(one?.severity).toBe(ruleOf(rule)[0]?.severity);
    for (const value of Object.values(one?.numbers ?? {})) expect(Number.isFinite(value)).toBe(true);
  });

  it("is kept by the nearest one", () => {
    const { hard, scored, waivers } = check(changed(keeps ?? (() => undefined)), rule);
    expect([...hard, ...scored, ...waivers]).toEqual([]);
  });

  if (excuse !== undefined)
    it("yields to the rider's own calendar, with the number that prevents it", () => {
      const { hard, waivers } = check(
        changed((plan) => {
          breaks(plan);
          excuse(plan);
        }),
        rule,
      );
      expect(ids(hard)).not.toContain(rule);
      const waiver = waivers.find((one) => one.rule === rule);
      expect(waiver?.numbers.days_off).toBeGreaterThan(0);
      expect(waiver?.message).toMatch(says);
      expect(waiver?.reason).not.toBe("");
    });
});
