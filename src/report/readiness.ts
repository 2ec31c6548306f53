import { joinWords } from "../base/text.ts";
import type { Readiness } from "../plan/event-schema.ts";

/** How a state of readiness is said. */
const READINESS_WORDS: Readonly<Record<Readiness["state"], string>> = {
  green: "on track",
  amber: "a stretch",
  red: "not yet",
};

/** The words for a plan's readiness; undefined where it has none. */
export const readinessWord = (readiness: Readiness | undefined): string | undefined =>
  readiness === undefined ? undefined : READINESS_WORDS[readiness.state];

/** `not yet: longest ride 145 min, 34 % of the event (on track from 60 %); ... What would change it: a day with 260 min ...` */
export function readinessText({ state, reasons, changes }: Readiness): string {
  const figures = reasons.map(({ text }) => text).join("; ");
  const change = changes.length === 0 ? "" : ` What would change it: ${joinWords(changes, "or")}.`;
  return `${READINESS_WORDS[state]}: ${figures}.${change}`;
}
