import type { PlanRequest } from "../../src/athlete/request.ts";
import type { Chance } from "../../src/base/chance.ts";
import type { TrainingPlan } from "../../src/plan/schema.ts";
import type { TermDraw } from "./term-draw.ts";
import { GIVEN_TERM_DRAWS } from "./draw-given-terms.ts";
import { EVENT_TERM_DRAWS } from "./draw-event-terms.ts";
import { TIME_TERM_DRAWS } from "./draw-time-terms.ts";
import { TRAIN_BY_DRAWS } from "./draw-train-by.ts";

/** Every term that the planner keeps; each is drawn alone and beside others. */
export const TERM_DRAWS: readonly TermDraw[] = [
  ...TIME_TERM_DRAWS,
  ...EVENT_TERM_DRAWS,
  ...GIVEN_TERM_DRAWS,
  ...TRAIN_BY_DRAWS,
];

/** Of two riders one gives terms: one to four of them. */
const MOST_TERMS = 4;

/** The request with some terms, always the same for the same chance, and which they are; half of all riders give none. */
export function withTerms(
  request: PlanRequest,
  chance: Chance,
): { readonly request: PlanRequest; readonly terms: readonly string[] } {
  if (TERM_DRAWS.length === 0 || chance.at("gives").below(2) === 0) return { request, terms: [] };
  let result = request;
  const terms: string[] = [];
  for (let i = 0; i <= chance.at("count").below(MOST_TERMS); i++) {
    const draw = TERM_DRAWS[chance.at(`term-${i}`).below(TERM_DRAWS.length)];
    if (draw === undefined || terms.includes(draw.term)) continue;
    const next = draw.added(result, chance.at(draw.term));
    if (next === undefined) continue;
    result = next;
    terms.push(draw.term);
  }
  return { request: result, terms };
}

/** What a plan breaks of the terms that were given. */
export const brokenTerms = (plan: TrainingPlan, request: PlanRequest, terms: readonly string[]): string[] =>
  TERM_DRAWS.filter(({ term }) => terms.includes(term)).flatMap(({ term, broken }) =>
    broken(plan, request).map((what) => `${term}: ${what}`),
  );
