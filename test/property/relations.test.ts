import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlanRequest } from "../../src/athlete/request.ts";
import { plannerWith } from "../../scripts/sweep/outcome.ts";
import type { PlanFacts } from "../../scripts/sweep/plan-facts.ts";
import { RELATIONS, violationsOf, type Planner, type Relation } from "../../scripts/sweep/relations.ts";
import { draws } from "../support/draws.ts";
import { shipped } from "../unit/library/shipped.ts";
import { typicalAthletes } from "./athletes.ts";

const WITHIN = 300_000;
const RIDERS = draws({ few: 8, many: 20 });
/** Where each takes a plan for every kind of event, or one more may be otherwise. */
const SOME_RIDERS = draws({ few: 5, many: 20 });

/** Every request is planned once, whichever relations ask for it. */
function remembering(plan: Planner): Planner {
  const known = new Map<string, PlanFacts | undefined>();
  return (request) => {
    const key = JSON.stringify(request);
    if (!known.has(key)) known.set(key, plan(request));
    return known.get(key);
  };
}

const plan = remembering(plannerWith({ library: shipped, seed: "relations" }));

/** Long enough for recovery weeks, a build and a peak; long plans say no more and take longer. */
const WEEKS = { fewest: 9, most: 14 };

/**
 * Relations that hold for nearly every rider: a planner that chooses among whole workouts now and then chooses another one for
 * a little less time. Of the riders below so many may be such; one more is a step back.
 */
const NEARLY: Readonly<Record<string, number>> = {
  "longest-ride-by-event": 1,
  "tighter-tuesday-no-longer": draws({ few: 0, many: 1 }),
};

/**
 * Relations that do not hold yet, each with what is known of it: they are run, and the day they hold the test says so.
 * A lower ceiling: of eight riders one has a week that is longer by some minutes; it comes and goes with the form kept to the floor.
 * Above 120 %: a beginner's road race and century hold the same two minutes. From 91 to 105 %: long sweet spot before a long
 * event can pass the time trial's, whose threshold work is harder and shorter.
 */
const NOT_YET: readonly string[] = ["lower-ceiling-no-longer-week", "sharp-work-by-event", "threshold-by-event"];

const messagesOf = (rider: PlanRequest, relation: Relation): string[] =>
  violationsOf(rider, plan, [relation]).map(({ message }) => message);

describe("plans of one rider with one answer changed", () => {
  for (const relation of RELATIONS) {
    const riders = typicalAthletes(WEEKS).filter(relation.appliesTo);
    const exceptions = NEARLY[relation.id];
    if (exceptions === undefined)
      (NOT_YET.includes(relation.id) ? test.fails : test)(
        relation.says,
        () => {
          fc.assert(
            fc.property(riders, (rider) => {
              expect(messagesOf(rider, relation)).toEqual([]);
            }),
            // What is known not to hold needs no smallest rider for whom it does not: that search takes a minute.
            { seed: 1, numRuns: RIDERS, interruptAfterTimeLimit: 200_000, endOnFailure: NOT_YET.includes(relation.id) },
          );
        },
        WITHIN,
      );
    else
      test(
        `${relation.says}, but for ${exceptions} of ${SOME_RIDERS}`,
        () => {
          const found = fc
            .sample(riders, { seed: 1, numRuns: SOME_RIDERS })
            .map((rider) => messagesOf(rider, relation));
          const broken = found.filter((messages) => messages.length > 0);
          expect(broken.length, JSON.stringify(broken)).toBeLessThanOrEqual(exceptions);
        },
        WITHIN,
      );
  }
});
