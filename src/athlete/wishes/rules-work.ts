import { WORK_KINDS } from "../../base/work-kinds.ts";
import type { Item } from "./lex.ts";
import type { Rule, Said } from "./sentence.ts";
import { daysOf, first } from "./values.ts";

/*
 * Kinds of work to leave out or to have more of, strength, rhythm, and what tells how hard.
 */

const KINDS = "k(?:[,&]{1,2}n?k){0,11}";
/** A wish for some days or weeks alone is none for the plan: it is left as not understood. */
const ALWAYS = "(?![xeK]{0,2}[dRUC$w1])";
const NOT_A_LENGTH = "(?!K?x?[oumM])";

const named = (items: readonly Item[] = []): readonly string[] => {
  const kinds = items.filter(({ sign }) => sign === "k").map(({ value }) => value);
  return WORK_KINDS.filter((kind) => kinds.includes(kind));
};

const avoids: Rule["says"] = ({ groups: [items] }): Said => {
  const kinds = named(items);
  const others = kinds.filter((kind) => kind !== "tests");
  return [
    ...(kinds.includes("tests") ? [["tests", "no"] as const] : []),
    ...(others.length === 0 ? [] : [["avoid", others.join(",")] as const]),
  ];
};

const prefers: Rule["says"] = ({ groups: [items] }): Said => {
  const kinds = named(items).filter((kind) => kind !== "tests");
  return kinds.length === 0 ? [] : [["prefer", kinds.join(",")]];
};

const rule = (source: string, says: Rule["says"]): Rule => ({ pattern: new RegExp(source, "dg"), says });

export const WORK_RULES: readonly Rule[] = [
  rule(`(?<![naNcA])(?:n|a)(${KINDS})${ALWAYS}${NOT_A_LENGTH}`, avoids),
  rule(`8(${KINDS})v`, avoids),
  rule(`(?<![lM])(?<![lM][,&])(${KINDS})[xY]{0,4},?9`, avoids),
  rule(`(${KINDS})a(?!k)${ALWAYS}`, avoids),
  rule(`(?<![naNcM8])(?:[lA]*l|M)(${KINDS})${ALWAYS}${NOT_A_LENGTH}`, prefers),
  rule(`(?<![naN])(~)`, ({ groups: [items] }) => rhythmOf(first(items)?.value)),
  rule(`(?<![naN])B`, () => [["start_phase", "build"]]),
  rule(`(?<![naN])(g)`, ({ groups: [items] }) => [["train_by", first(items)?.value ?? ""]]),
  rule(`(?<![naN])3(?!n)`, () => [["health", "beta-blockers"]]),
];

const rhythmOf = (value: string | undefined): Said => (value === undefined ? [] : [["rhythm", value]]);

/** Continues a list of what is left out: "same for torque". */
export const SAME_RULE = rule(`=(${KINDS})`, avoids);

const DAYS = "d(?:[,&]{0,2}d){0,6}";
export const STRENGTH_RULES: readonly Rule[] = [
  rule(`nS(?![d#t])`, () => [["strength", "0"]]),
  rule(`(?<![na])(#)S(?!t)`, ({ groups: [items] }) => {
    const count = first(items)?.value ?? "";
    return ["0", "1", "2"].includes(count) ? [["strength", count]] : [];
  }),
  rule(`(?<![na])S[xA]?(#)w`, ({ groups: [items] }) => {
    const count = first(items)?.value ?? "";
    return ["1", "2"].includes(count) ? [["strength", count]] : [];
  }),
  rule(`(?<![nac])S[xA]?(${DAYS})`, ({ groups: [items] }) => [["strength_days", daysOf(items).join(",")]]),
  rule(`(?<![nac])(${DAYS})[xA]{0,2}S`, ({ groups: [items] }) => [["strength_days", daysOf(items).join(",")]]),
];
