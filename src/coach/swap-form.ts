import { z } from "zod";
import { isRecord } from "../athlete/parse-reading.ts";
import { cleanLine } from "../base/text.ts";
import { MOST_WEEKS } from "../plan/schema.ts";
import { SWAP_KINDS, type TakenSwap } from "../plan/swap-schema.ts";
import { listOf, numberOf, SHORT_DAYS, weekdayOf } from "./read-values.ts";

/** The form of the answer: one flat list, one entry a change. */
export const swapForm = () => {
  const [first = "mon", ...others] = SHORT_DAYS;
  return z.strictObject({
    swaps: z.array(
      z.strictObject({
        week: z.int().min(1).max(MOST_WEEKS),
        what: z.enum(SWAP_KINDS),
        day: z.enum([first, ...others]),
        to: z.string(),
        why: z.string(),
      }),
    ),
  });
};

/** One change as a model wants it; weekday 0 is Monday. */
export interface Proposal {
  readonly week: number;
  readonly what: TakenSwap["what"];
  readonly weekday: number;
  readonly to: string;
  readonly why: string;
}

/** Characters of a note, of a name and of a theme, of a reason. */
const MOST = { note: 600, name: 60, why: 160 };
/** More entries than any season has weeks are not looked at. */
const MOST_SWAPS = 60;

const textOf = (value: unknown, most: number): string => cleanLine(typeof value === "string" ? value : "", most);

function proposalOf(value: unknown, at: string, { weeks, problems }: { weeks: number; problems: string[] }) {
  if (!isRecord(value)) return void problems.push(`${at}: expected an object`);
  const week = numberOf(value.week);
  const what = SWAP_KINDS.find((kind) => kind === textOf(value.what, 20).toLowerCase());
  const weekday = weekdayOf(value.day) ?? (what === "theme" ? 0 : undefined);
  const to = textOf(value.to, what === "note" ? MOST.note : MOST.name);
  if (week === undefined || !Number.isInteger(week) || week < 1 || week > weeks)
    problems.push(`${at}.week: expected a week from 1 to ${weeks}`);
  else if (what === undefined) problems.push(`${at}.what: expected one of ${SWAP_KINDS.join(", ")}`);
  else if (weekday === undefined) problems.push(`${at}.day: expected a day such as tue`);
  else if (to === "") problems.push(`${at}.to: expected a kind, a day or words`);
  else return { week, what, weekday, to, why: textOf(value.why, MOST.why) };
  return undefined;
}

/** Reads what a model proposes. What cannot be read is left out and said; no list at all is no answer. */
export function readSwaps(
  value: unknown,
  weeks: number,
): { readonly proposals: readonly Proposal[] | undefined; readonly problems: readonly string[] } {
  const given: unknown = isRecord(value) ? value.swaps : undefined;
  const list = listOf(given);
  if (list.length === 0 && !Array.isArray(given))
    return { proposals: undefined, problems: ["the answer is no JSON object with a list of swaps"] };
  const problems: string[] = [];
  const proposals: Proposal[] = [];
  list.slice(0, MOST_SWAPS).forEach((entry, i) => {
    const proposal = proposalOf(entry, `swaps[${i}]`, { weeks, problems });
    if (proposal === undefined) return;
    if (proposals.some(({ week }) => week === proposal.week))
      problems.push(`swaps[${i}]: week ${proposal.week} is there already, and one swap a week is the most`);
    else proposals.push(proposal);
  });
  return { proposals, problems };
}
