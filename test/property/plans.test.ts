import fc from "fast-check";
import { expect, it } from "vitest";
import { disagreements, figuresOf } from "../../scripts/sweep/figures.ts";
import { sweepTask } from "../../scripts/sweep/outcome.ts";
import { overLimits } from "../../scripts/sweep/over-limits.ts";
import { readBack, textsOf, writeAndRead } from "../../scripts/sweep/written.ts";
import type { PlanRequest } from "../../src/athlete/request.ts";
import { profileInputSchema } from "../../src/athlete/schema.ts";
import { PlanError } from "../../src/base/errors.ts";
import { attemptPlan, compilePlan } from "../../src/jobs/compile/compile.ts";
import { draws } from "../support/draws.ts";
import { shipped } from "../unit/library/shipped.ts";
import { athletes } from "./athletes.ts";

/** Riders whom no plan can serve say nothing about plans; they are drawn again, and may be few. */
const plansOnly = { maxSkipsPerRun: 1 };
/** Shrinking plans again some hundred times; it must not outlast the test. */
const WITHIN = 300_000;
const sure = { seed: 20_261_201, interruptAfterTimeLimit: 240_000, markInterruptAsFailure: true };

/** Riders who say nothing of their fatigue: many of those who do are drawn too tired for any plan. */
const rested = athletes.filter(({ profile }) => profile.atl === undefined);

/** An attempt, or the error of a refusal; everything else is a crash and fails the property. */
function attempt(request: PlanRequest) {
  try {
    return attemptPlan(sweepTask(request, "property"), shipped);
  } catch (error) {
    if (error instanceof PlanError) return { kind: "error" as const, error };
    throw error;
  }
}

it("draws riders whom the program accepts", () => {
  fc.assert(
    fc.property(athletes, ({ profile }) => {
      expect(profileInputSchema.safeParse(profile).error?.issues ?? []).toEqual([]);
    }),
    { ...sure, numRuns: draws({ few: 200, many: 2_000 }) },
  );
});

it(
  "writes plans that keep every hard rule and every minute after they were read back, or refuses with a reason",
  () => {
    fc.assert(
      fc.property(athletes, (request) => {
        const made = attempt(request);
        if (made.kind === "error") {
          expect(made.error).toMatchObject({ code: "NOT_FEASIBLE" });
          expect(made.error.message).toMatch(/\d/);
          expect(made.error.hint).not.toBe("");
        } else if (made.kind === "refused") {
          expect(made.findings.length).toBeGreaterThan(0);
          for (const { rule, message, numbers } of made.findings) {
            expect(rule).not.toBe("");
            expect(message).not.toBe("");
            expect(Object.values(numbers).filter((value) => !Number.isFinite(value))).toEqual([]);
          }
        } else {
          const { plan, verdict, problems } = readBack(made.plan);
          expect(verdict.hard).toEqual([]);
          expect(problems).toEqual([]);
          expect(overLimits(request, plan)).toEqual([]);
        }
      }),
      { ...sure, numRuns: draws({ few: 60, many: 250 }) },
    );
  },
  WITHIN,
);

it(
  "gives figures that a simulation second by second finds again",
  () => {
    fc.assert(
      fc.property(athletes, (request) => {
        const made = attempt(request);
        fc.pre(made.kind === "done");
        const { plan, view } = readBack(made.plan);
        expect(disagreements(figuresOf(plan, view))).toEqual([]);
      }),
      { ...sure, ...plansOnly, numRuns: draws({ few: 6, many: 12 }) },
    );
  },
  WITHIN,
);

it(
  "writes the same bytes for the same request, seed and day, and files that hold what was decided",
  () => {
    fc.assert(
      fc.property(rested, (request) => {
        fc.pre(attempt(request).kind === "done");
        const once = compilePlan(sweepTask(request, "property"), shipped);
        const again = compilePlan(sweepTask(structuredClone(request), "property"), shipped);
        expect(textsOf(again)).toEqual(textsOf(once));
        expect(writeAndRead(once).problems).toEqual([]);
      }),
      { ...sure, ...plansOnly, numRuns: draws({ few: 10, many: 25 }) },
    );
  },
  WITHIN,
);
