import type { Rule, Said } from "./sentence.ts";
import { first, minutesOf, untilOf } from "./values.ts";

/*
 * Limits on effort: at most so much power, heart rate or feel, no stretch longer than so many minutes.
 */

/** Longest stretch that is an effort and no ride, in minutes. */
const MOST_EFFORT = 60;

const ONE =
  (term: "max_power" | "max_heart_rate" | "max_feel"): Rule["says"] =>
  ({ groups: [number, until] }): Said => {
    const value = first(number)?.value;
    return value === undefined ? [] : [[term, `${value}${untilOf(until)}`]];
  };

const longest: Rule["says"] = ({ groups }): Said => {
  const minutes = groups.flat().find(({ sign }) => sign === "t");
  const most = minutesOf(minutes);
  return most === undefined || most > MOST_EFFORT || most < 1
    ? []
    : [["max_interval", `${most}${untilOf(groups.flat())}`]];
};

/** Until a day; never `in the first weeks`, which nobody can date. */
const UNTIL = "(?:,?U?(R))?(?![$dw1])";
/** At most: `under`, `never over`. */
const MOST = "(?:u|n[xA]?o|no)";
const rule = (source: string, says: Rule["says"]): Rule => ({ pattern: new RegExp(source, "dg"), says });

export const LIMIT_RULES: readonly Rule[] = [
  rule(`(?<![a])(?:n[Kxe]{0,2}o|${MOST})(p)F?${UNTIL}`, ONE("max_power")),
  rule(`(p)F?u${UNTIL}`, ONE("max_power")),
  rule(`H?[xA]?(?:n[KxeH]{0,2}o|${MOST})(b)H?${UNTIL}`, ONE("max_heart_rate")),
  rule(`(b)H?u${UNTIL}`, ONE("max_heart_rate")),
  rule(`H[xA]?${MOST}(#)${UNTIL}`, ONE("max_heart_rate")),
  rule(`uH(#)${UNTIL}`, ONE("max_heart_rate")),
  rule(`(?:n[Kxe]{0,2}o|${MOST})(f)${UNTIL}`, ONE("max_feel")),
  rule(`n[xe]?(?:K[xK]{0,2}|e)[oM](t)${UNTIL}`, longest),
  rule(`(?<![klaw&])K[xA]?(?:n[oM]|u)(t)${UNTIL}`, longest),
  rule(`(?<![klaw&t])K(t)u${UNTIL}`, longest),
  rule(`(?:n[oM]|u)(t)x?K${UNTIL}`, longest),
  rule(`(t)uK${UNTIL}`, longest),
  rule(`c[xA]{0,3}K?[xK]{0,2}o(t)K${UNTIL}`, longest),
  rule(`c[xA]{0,2}K[xK]{0,2}o(t)${UNTIL}`, longest),
];
