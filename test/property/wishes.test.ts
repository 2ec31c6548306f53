import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, it } from "vitest";
import { sweepTask } from "../../scripts/sweep/outcome.ts";
import { readBack } from "../../scripts/sweep/written.ts";
import { trapFileSchema, wishFileSchema } from "../../scripts/wishes/score.ts";
import { parseRequest } from "../../src/athlete/parse-request.ts";
import { besideGiven, contradictions } from "../../src/athlete/wishes/contradictions.ts";
import { WISH_TERMS } from "../../src/athlete/wishes/entry.ts";
import { givenAnswers } from "../../src/athlete/wishes/given-answers.ts";
import { isQuoteOf, judgeWishes } from "../../src/athlete/wishes/judge-wishes.ts";
import { mergeWishes } from "../../src/athlete/wishes/merge-wishes.ts";
import { wishText } from "../../src/athlete/wishes/wish-words.ts";
import { PlanError } from "../../src/base/errors.ts";
import { compilePlan } from "../../src/jobs/compile/compile.ts";
import { askModelForWishes } from "../../src/jobs/wishes/ask-model.ts";
import { aModel } from "../support/a-model.ts";
import { draws } from "../support/draws.ts";
import { shipped } from "../unit/library/shipped.ts";
import { mutations } from "./mutations.ts";

const RUNS = draws({ few: 40, many: 10_000 });
const WITHIN = 60_000 + RUNS * 500;
const TODAY = "2026-12-01";
const KEY = "sk-secret-0123456789";

const jsonOf = (name: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../fixtures/wishes/${name}.json`, import.meta.url)), "utf8"));
const FILES = ["english", "german", "french", "spanish", "italian", "dutch"].map((name) =>
  wishFileSchema.parse(jsonOf(name)),
);
const GOOD = FILES.flatMap(({ wishes }) => wishes.flatMap(({ terms }) => terms));
const TEXTS = [
  ...FILES.flatMap(({ wishes }) => wishes.map(({ text }) => text)),
  ...trapFileSchema.parse(jsonOf("traps")).traps.map(({ text }) => text),
];

/** Values that a term takes, those of other terms, and what nobody would say. */
const value = fc.oneof(
  fc.constantFrom(...GOOD.map((one) => one.value)),
  fc.constantFrom(
    "25",
    "20+",
    "8:surgery:cleared",
    "no-heart,no-symptoms",
    "yes",
    "tests",
    "55",
    "not mon",
    "mon:1440:race:x",
  ),
  fc.constantFrom(
    "2026-12-07..2027-03-01=25",
    "2026-12-07..2027-03-01",
    "tue=720",
    ":1440-",
    "2026-12-05:ultra:A:40",
    KEY,
  ),
  fc.string({ maxLength: 40 }),
  fc.integer(),
);
const entry = (text: string) =>
  fc.record({
    term: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...WISH_TERMS) }, { weight: 1, arbitrary: fc.string() }),
    value,
    quote: fc.oneof(
      {
        weight: 6,
        arbitrary: fc.tuple(fc.nat(text.length - 1), fc.nat(60)).map(([from, most]) => text.slice(from, from + most)),
      },
      { weight: 1, arbitrary: fc.constantFrom("", "...", text.toUpperCase(), KEY) },
      { weight: 1, arbitrary: fc.string() },
    ),
  });
const lie = fc.constantFrom(...TEXTS).chain((text) =>
  fc.record({
    text: fc.constant(text),
    entries: fc.array(entry(text), { maxLength: 6 }),
    mutate: fc.option(mutations, { freq: 6 }),
  }),
);

const RIDER = { ftp: "250", hours: "8", days: "tue,thu,sat,sun", experience: "intermediate", weeks: "6" };

it(
  `makes a lawful plan or none, whatever a model lists as wishes: ${RUNS} answers`,
  async () => {
    const counts = { plans: 0, refused: 0, wishes: 0 };
    await fc.assert(
      fc.asyncProperty(lie, async ({ text, entries, mutate }) => {
        const good = JSON.stringify({ wishes: entries });
        const liar = aModel(() => mutate?.(good) ?? good);
        const asked = { ...liar, connection: { ...liar.connection, key: KEY } };
        const answered = await askModelForWishes(text, TODAY, asked);
        const given = givenAnswers({ flags: RIDER }, TODAY);
        const judged = besideGiven(judgeWishes(text, TODAY, answered.entries), given);
        expect(JSON.stringify(judged)).not.toContain(KEY);
        for (const wish of judged.wishes) {
          expect(isQuoteOf(wish.quote, text)).toBe(true);
          expect(wishText(wish)).toMatch(/\.$/);
        }
        const contrary = contradictions(judged.wishes, given);
        const free = judged.wishes.filter((wish) => wish.effect === "restricts" && !contrary.has(wish));
        counts.wishes += free.length;
        try {
          const flags = { ...RIDER, ...mergeWishes(free, given) };
          const { request } = parseRequest({ flags, wishes: text }, TODAY);
          expect(request.acceptRamp).toBe(false);
          expect(request.profile.prefer).toBeUndefined();
          expect(request.profile.comeback?.cleared).not.toBe(true);
          const { plan } = compilePlan(sweepTask(request, "wishes"), shipped);
          expect(readBack(plan.training_plan).verdict.hard).toEqual([]);
          counts.plans += 1;
        } catch (error) {
          if (!(error instanceof PlanError)) throw error;
          counts.refused += 1;
        }
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: WITHIN - 20_000, markInterruptAsFailure: true },
    );
    console.log(JSON.stringify(counts));
    expect(counts.plans).toBeGreaterThan(RUNS / 4);
    expect(counts.wishes).toBeGreaterThan(RUNS / 4);
  },
  WITHIN,
);
