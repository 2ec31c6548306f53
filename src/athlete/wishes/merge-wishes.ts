import type { AnswerKey } from "../parse-answers.ts";
import { isRecord } from "../parse-reading.ts";
import type { GivenAnswers } from "./contradictions.ts";
import type { Wish } from "./judge-wishes.ts";

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

const distinct = (items: readonly unknown[]): unknown[] => {
  const seen = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...seen.values()];
};

/** A limit has one last day: where its parts have several, or one has none, it stays for good. */
function mergedCap(before: unknown, answer: unknown): unknown {
  if (!isRecord(before) || !isRecord(answer)) return answer;
  const both: Record<string, unknown> = { ...before, ...answer };
  if (before.until !== answer.until) delete both.until;
  return both;
}

const WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const small = (value: unknown): string[] => listOf(value).map((day) => String(day).toLowerCase());

/** One answer with a wish in it. */
function merged({ term, key, answer }: Wish, before: unknown): unknown {
  switch (term) {
    case "rest_days": {
      const rest = small(answer);
      return small(before).filter((day) => !rest.includes(day));
    }
    case "strength_days":
      return WEEK.filter((day) => [...small(before), ...small(answer)].includes(day));
    case "fixed_ride":
    case "other_sport":
    case "hours_in":
    case "off":
    case "event":
    case "avoid":
    case "prefer":
      return distinct([...listOf(before), ...listOf(answer)]);
    case "max_power":
    case "max_heart_rate":
    case "max_feel":
    case "max_interval":
      return mergedCap(before, answer);
    default:
      return isRecord(before) && isRecord(answer) && key !== "comeback" && key !== "indoor"
        ? { ...before, ...answer }
        : answer;
  }
}

/** The answers that wishes change, with what was given before in them. */
export function mergeWishes(wishes: readonly Wish[], given: GivenAnswers): GivenAnswers {
  const changed: Partial<Record<AnswerKey, unknown>> = {};
  // Days of rest are taken from all days that were named, whichever was said first.
  const last = [
    ...wishes.filter(({ term }) => term !== "rest_days"),
    ...wishes.filter(({ term }) => term === "rest_days"),
  ];
  for (const wish of last) {
    const before = changed[wish.key] ?? given[wish.key];
    // Where no days are named at all, those without riding do not say which they are.
    if (wish.term === "rest_days" && before === undefined) continue;
    changed[wish.key] = merged(wish, before);
  }
  return changed;
}
