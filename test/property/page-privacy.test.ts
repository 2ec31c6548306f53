import { expect, it } from "vitest";
import { sweepTask } from "../../scripts/sweep/outcome.ts";
import type { PlanRequest } from "../../src/athlete/request.ts";
import { COMEBACK_REASONS } from "../../src/athlete/schema.ts";
import { seededChance, type Chance } from "../../src/base/chance.ts";
import { PlanError } from "../../src/base/errors.ts";
import { compilePlan } from "../../src/jobs/compile/compile.ts";
import { cardsOf } from "../../src/page/cards.ts";
import { planHtml } from "../../src/page/page.ts";
import type { PlanFile } from "../../src/plan/schema.ts";
import { drawRequest } from "../support/draw-request.ts";
import { draws } from "../support/draws.ts";
import { shipped } from "../unit/library/shipped.ts";
import { aPageInput } from "../unit/page/a-page.ts";

const RIDERS = draws({ few: 12, many: 300 });
const GOALS = ["Lose 8 kg by summer", "Back after my knee surgery", "Ride again after a heart attack", undefined];
/** A figure that nothing else in a plan comes to. */
const WEIGHT = 71.37;
const TOLD =
  /71[.,]37|\b71 ?kg|\bkg\b|your weight|W\/kg|\b8 kg|heart (?:disease|attack|condition)|beta.?block|pregnan|injur|surgery|\bdoctor|\billness|\bbirth\b|knee surgery|your answers/i;

const pick = <T>(chance: Chance, name: string, of: readonly T[]): T => of[chance.at(name).below(of.length)]!;

/** A drawn rider who says what should stay between them and the program. */
function withSecrets(request: PlanRequest, chance: Chance): PlanRequest {
  const goal = pick(chance, "goal", GOALS);
  const reason = pick(chance, "reason", COMEBACK_REASONS);
  const health = pick(chance, "health", [
    { heart_disease: true },
    { active: false },
    { heart_disease: true, beta_blockers: true },
  ]);
  const secrets = pick(chance, "which", [{ health }, { comeback: { weeks_off: 5, reason, cleared: true } }]);
  return { ...request, ...(goal === undefined ? {} : { goal }), profile: { ...request.profile, ...secrets, weight_kg: WEIGHT } }; // prettier-ignore
}

function planOf(seed: number): PlanFile | undefined {
  const dice = `privacy-${seed}`;
  const chance = seededChance(dice);
  try {
    const task = sweepTask(withSecrets(drawRequest(chance), chance), dice);
    return compilePlan({ ...task, planId: "mine", askedAt: "2026-12-01T10:30:00Z" }, shipped).plan;
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

/** What is written for people: without style, script and tags, and without what every page says of fever and pain. */
const wordsOf = (markup: string): string =>
  markup
    .replace(/<(style|script)[^>]*>.*?<\/\1>/gs, "")
    .replace(/<details class=safe.*?<\/details>/s, "")
    .replace(/<[^>]*>/g, " ")
    .replace("Fever, illness, chest pain:", "");

/** What tells something, with the words around it. */
function contextOf(words: string): string | undefined {
  const at = words.search(TOLD);
  return at < 0 ? undefined : words.slice(Math.max(0, at - 60), at + 60).replace(/\s+/g, " ");
}

it(`page and cards of ${RIDERS} riders tell nothing of weight, health and injuries`, () => {
  let seen = 0;
  for (let seed = 0; seen < RIDERS && seed < 4 * RIDERS; seed++) {
    const plan = planOf(seed);
    if (plan === undefined) continue;
    seen++;
    const { start_date: start } = plan.training_plan.plan_metadata;
    const input = aPageInput({ plan, today: start });
    for (const text of [planHtml(input), ...cardsOf(input).map(({ svg }) => svg)])
      expect({ seed, told: contextOf(wordsOf(text)) }).toEqual({ seed, told: undefined });
  }
  expect(seen).toBe(RIDERS);
});
