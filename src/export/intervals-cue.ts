import { cleanLine, withoutTail } from "../base/text.ts";

/** Words that the reader of intervals.icu's syntax takes for a target or a kind of step, and what says the same without them. */
const SAID_OTHERWISE: readonly (readonly [RegExp, string])[] = [
  [/\bpress lap\b/giu, "go on"],
  [/\bfree ?ride\b/giu, "free riding"],
  [/\bmax ?effort\b/giu, "all out"],
  [/\bramp\b/giu, "build"],
  [/\blap\b/giu, "round"],
  [/\blthr\b/giu, "threshold heart rate"],
  [/\bhr\b/giu, "heart rate"],
  [/\bpace\b/giu, "speed"],
  [/\bmmp\b/giu, "best power"],
  [/\brpm\b/giu, "cadence"],
  [/\bintensity\b/giu, "effort"],
  [/%/gu, " percent "],
  [/["'’]/gu, ""],
  [/\//gu, " or "],
];
const FIGURE = /\p{Number}/u;
const UNIT = /^(?:%|percent|w|watts?|m|min|minutes?|s|secs?|seconds?|h|hours?|rpm|bpm|km|x|times|ftp)$/iu;
/** What leads to a figure and says nothing without it. */
const LEADS =
  /^(?:at|to|of|about|around|by|from|than|up|over|under|above|below|for|with|in|and|or|between|x|[-–—~≈<>]+)$/iu;
const ENDS = ".,;:!?)";
const END = /[.,;:!?)]$/u;

/** True where any of it would be read as a target. */
export const isReadAsTarget = (text: string): boolean =>
  FIGURE.test(text) || SAID_OTHERWISE.some(([words]) => text.search(words) >= 0);

/** `under at 92 %` is about an under: such a word goes only where the figure is its own. */
const OWN_LEADS = /^(?:over|under|above|below)$/iu;

function dropLeads(kept: string[]): void {
  for (let count = 0; LEADS.test(kept.at(-1) ?? ""); count++) {
    if (count > 0 && OWN_LEADS.test(kept.at(-1) ?? "")) return;
    kept.pop();
  }
}

/** The words around the figures: a figure goes with its unit and with what leads to it. */
function withoutFigures(text: string): string {
  const kept: string[] = [];
  let isAfterFigure = false;
  for (const token of text.split(/\s+/)) {
    const bare = withoutTail(token, ENDS);
    const isFigure: boolean = FIGURE.test(token) || (isAfterFigure && (UNIT.test(bare) || /^of$/i.test(bare)));
    if (!isFigure) kept.push(token);
    else if (FIGURE.test(token)) dropLeads(kept);
    const last = kept.at(-1);
    const end = isFigure ? token.slice(bare.length) : "";
    if (last !== undefined && !END.test(last)) kept[kept.length - 1] = last + end;
    isAfterFigure = isFigure;
  }
  return kept.join(" ");
}

/** A cue as its reader takes it for words and nothing else; empty where only figures were there. */
export function plainCue(text: string): string {
  const words = withoutFigures(text);
  const line = cleanLine(
    SAID_OTHERWISE.reduce((said, [read, other]) => said.replace(read, other), words),
    500,
  );
  const plain = withoutTail(line.replace(/^[^\p{Letter}]+/u, ""), " ,;:–-");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
