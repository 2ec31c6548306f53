import type { CalendarDate } from "../base/calendar.ts";
import { WORK_KINDS } from "../base/work-kinds.ts";
import { termOf, type TermSaid } from "./parse-change-term.ts";
import type { WishTerm } from "./wishes/entry.ts";
import { judgeWishes, type Wish } from "./wishes/judge-wishes.ts";

/*
 * Words that are no change of their own, read as wishes are: "my knee hurts", "Saturday is my club ride, 3 hours". All of it, or
 * none: what is made is shown before it is made, and half of a sentence would not be it.
 */

/** Each wish in the words of a change, where there are some. */
const LINES: Readonly<Partial<Record<WishTerm, (value: string) => string>>> = {
  off: (value) => `off ${value}`,
  hours: (value) => `hours ${value}`,
  ftp: (value) => `ftp ${value}`,
};
const TERMS: Readonly<Partial<Record<WishTerm, readonly string[]>>> = {
  days: ["days"],
  fixed_ride: ["add", "ride"],
  event: ["add", "event"],
  prefer: ["prefer"],
  rhythm: ["rhythm"],
  indoor: ["indoor"],
  long_ride: ["long-ride"],
  strength_days: ["strength-days"],
  other_sport: ["other-sport"],
};

function changeOf({ term, value }: Wish, words: string, today: CalendarDate): string | TermSaid | undefined {
  if (term === "avoid") {
    const kinds = value.split(",");
    return {
      kind: "term",
      words,
      change: { term: "add_avoid", kinds: WORK_KINDS.filter((kind) => kinds.includes(kind)) },
    };
  }
  const typed = TERMS[term];
  if (typed !== undefined) return { ...termOf([...typed, ...value.split(" ")], today), words };
  return LINES[term]?.(value);
}

/** The changes that wishes amount to; undefined where there are none, or some part of the words is none. */
export function changesInWishes(line: string, today: CalendarDate): (string | TermSaid)[] | undefined {
  const { wishes, left, unread } = judgeWishes(line, today);
  if (wishes.length === 0 || left.length + unread.length > 0) return undefined;
  const changes = wishes.map((wish) => changeOf(wish, line, today));
  return changes.every((change) => change !== undefined) ? changes : undefined;
}
