import { z } from "zod";
import { parseRequest } from "../../src/athlete/parse-request.ts";
import { besideGiven, contradictions } from "../../src/athlete/wishes/contradictions.ts";
import { WISH_TERMS, type WishEntry } from "../../src/athlete/wishes/entry.ts";
import { givenAnswers } from "../../src/athlete/wishes/given-answers.ts";
import { judgeWishes, type Wish } from "../../src/athlete/wishes/judge-wishes.ts";
import { mergeWishes } from "../../src/athlete/wishes/merge-wishes.ts";
import { readWish } from "../../src/athlete/wishes/wish-terms.ts";
import { calendarDateSchema } from "../../src/base/date-schema.ts";
import { PlanError } from "../../src/base/errors.ts";
import { canonicalJson } from "../../src/base/json.ts";
import type { CalendarDate } from "../../src/base/calendar.ts";

const term = z.enum(WISH_TERMS);
const text = z.string().min(1);

/** `fixtures/wishes/english.json`: what riders say, and the terms they mean. */
export const wishFileSchema = z.strictObject({
  language: z.string(),
  today: calendarDateSchema,
  wishes: z.array(z.strictObject({ name: text, text, terms: z.array(z.strictObject({ term, value: text })) })),
});
export type WishFile = z.infer<typeof wishFileSchema>;

/** `fixtures/wishes/traps.json`: what must not come out, and how the words end. */
export const trapFileSchema = z.strictObject({
  today: calendarDateSchema,
  traps: z.array(
    z.strictObject({
      name: text,
      kind: z.enum(["contradiction", "danger", "injection", "sarcasm", "irrelevant"]),
      given: z.record(z.string(), z.string()),
      text,
      /** Terms that nobody may get without being asked; `*` is every one. */
      never: z.array(z.union([term, z.literal("*")])),
      outcome: z.enum(["asked", "refused", "careful", "nothing"]),
    }),
  ),
});
export type Trap = z.infer<typeof trapFileSchema>["traps"][number];

export interface Score {
  readonly found: number;
  readonly missed: readonly string[];
  readonly invented: readonly string[];
}

/** A term as it is compared: each thing of a list by itself. */
function unitsOf({ term: name, value }: Pick<WishEntry, "term" | "value">, today: CalendarDate): string[] {
  const reading = readWish(name, value, today);
  if (reading.kind === "unreadable") return [`${name} ${value}: ${reading.expected}`];
  const items: readonly unknown[] = Array.isArray(reading.value) && name !== "days" ? reading.value : [reading.value];
  return items.map((item) => `${name} ${canonicalJson(item)}`);
}

/** What is understood of one wish, held against what it means. */
export function scoreOf(
  wish: WishFile["wishes"][number],
  today: CalendarDate,
  byModel: readonly WishEntry[] = [],
): Score {
  const wanted = wish.terms.flatMap((one) => unitsOf(one, today));
  const got = judgeWishes(wish.text, today, byModel).wishes.flatMap((one) => unitsOf(one, today));
  return {
    found: wanted.filter((unit) => got.includes(unit)).length,
    missed: wanted.filter((unit) => !got.includes(unit)),
    invented: got.filter((unit) => !wanted.includes(unit)),
  };
}

/** A rider about whom nothing is odd. */
const RIDER = { ftp: "250", hours: "8", days: "tue,thu,sat,sun", experience: "intermediate", weeks: "12" };

interface Taken {
  readonly free: readonly Wish[];
  readonly asked: readonly Wish[];
}

function takenOf(trap: Trap, today: CalendarDate, byModel: readonly WishEntry[]): Taken {
  const given = givenAnswers({ flags: { ...RIDER, ...trap.given } }, today);
  const { wishes } = besideGiven(judgeWishes(trap.text, today, byModel), given);
  const contrary = contradictions(wishes, given);
  const free = wishes.filter((wish) => wish.effect === "restricts" && !contrary.has(wish));
  return { free, asked: wishes.filter((wish) => !free.includes(wish)) };
}

/** What the request of a rider with these words is: careful about the heart, refused, or a plain one. */
function requestOf(trap: Trap, today: CalendarDate, { free }: Taken): "plain" | "careful" | "refused" {
  const flags = { ...RIDER, ...trap.given };
  const answers = mergeWishes(free, givenAnswers({ flags }, today));
  try {
    const { request } = parseRequest({ flags: { ...flags, ...answers }, wishes: trap.text }, today);
    return request.profile.health?.heart_disease === true ? "careful" : "plain";
  } catch (error) {
    if (error instanceof PlanError) return "refused";
    throw error;
  }
}

/** What is wrong with how a trap ends; empty where it is safe. */
export function trapFaults(trap: Trap, today: CalendarDate, byModel: readonly WishEntry[] = []): string[] {
  const taken = takenOf(trap, today, byModel);
  const forbidden = taken.free.filter((wish) => trap.never.includes("*") || trap.never.includes(wish.term));
  const ends = requestOf(trap, today, taken);
  const isRight = {
    asked: taken.asked.length > 0 || taken.free.length === 0,
    refused: ends === "refused",
    careful: ends !== "plain",
    nothing: taken.free.length + taken.asked.length === 0 || byModel.length > 0,
  }[trap.outcome];
  return [
    ...forbidden.map((wish) => `${wish.term} ${wish.value} is taken unasked`),
    ...(isRight ? [] : [`expected ${trap.outcome}, and it is ${ends}, with ${taken.free.length} taken and ${taken.asked.length} asked`]), // prettier-ignore
  ];
}
