import { describe, expect, it } from "vitest";
import { plannerWith, sweepTask } from "../../scripts/sweep/outcome.ts";
import { seededChance } from "../../src/base/chance.ts";
import { attemptPlan } from "../../src/jobs/compile/compile.ts";
import { PlanError } from "../../src/base/errors.ts";
import { drawRequest } from "../support/draw-request.ts";
import { TERM_DRAWS } from "../support/draw-terms.ts";
import { draws } from "../support/draws.ts";
import { shipped } from "../unit/library/shipped.ts";

const RIDERS = draws({ few: 4, many: 60 });
const plan = plannerWith({ library: shipped, seed: "terms" });

it("no term is drawn under two names", () => {
  const names = TERM_DRAWS.map(({ term }) => term);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(TERM_DRAWS)("the term $term", ({ term, added, broken }) => {
  it("is kept in every plan that is written", () => {
    let kept = 0;
    for (let i = 0; kept < RIDERS && i < RIDERS * 10; i++) {
      const chance = seededChance(`terms/${term}/${i}`);
      const rider = drawRequest(chance);
      const request = plan(rider) === undefined ? undefined : added(rider, chance.at("term"));
      if (request === undefined) continue;
      try {
        const attempt = attemptPlan(sweepTask(request, "terms"), shipped);
        if (attempt.kind !== "done") continue;
        expect(broken(attempt.plan, request), JSON.stringify(request)).toEqual([]);
        kept += 1;
      } catch (error) {
        if (!(error instanceof PlanError)) throw error;
      }
    }
    expect(kept, "riders with a plan").toBeGreaterThanOrEqual(RIDERS);
  }, 120_000);
});
