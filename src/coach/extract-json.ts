/** Where the object that begins at a brace ends, braces in strings apart; undefined where it never closes. */
function endOf(text: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let i = start; i < text.length; i++) {
    const character = text[i];
    if (inString) {
      if (character === "\\") i += 1;
      else if (character === '"') inString = false;
      continue;
    }
    if (character === '"') inString = true;
    if (character === "{") depth += 1;
    if (character === "}") depth -= 1;
    if (depth === 0) return i + 1;
  }
  return undefined;
}

/** Behind the closing quote of a string that begins here. */
function afterString(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] === "\\") i += 1;
    else if (text[i] === '"') return i + 1;
  }
  return text.length;
}

/** Behind a comment that begins here; undefined where none does. */
function afterComment(text: string, from: number): number | undefined {
  const second = text[from + 1];
  if (text[from] !== "/" || (second !== "/" && second !== "*")) return undefined;
  const end = second === "/" ? "\n" : "*/";
  const at = text.indexOf(end, from + 2);
  // A comment without an end takes the rest with it: what is left is no object, and nothing looks for that end again.
  if (at < 0) return text.length;
  return second === "/" ? at : at + end.length;
}

/** The text without comments and commas before a closing bracket, outside strings: models add them and JSON forbids them. Each character is looked at once. */
function withoutExtras(text: string): string {
  const kept: string[] = [];
  let comma: number | undefined;
  for (let at = 0; at < text.length;) {
    const next = afterComment(text, at);
    if (next !== undefined) {
      at = next;
      continue;
    }
    const character = text.charAt(at);
    const end = character === '"' ? afterString(text, at) : at + 1;
    if (comma !== undefined && (character === "}" || character === "]")) kept[comma] = "";
    if (character === ",") comma = kept.length;
    else if (character.trim() !== "") comma = undefined;
    kept.push(text.slice(at, end));
    at = end;
  }
  return kept.join("");
}

const THOUGHTS = ["think", "thinking", "thought", "reasoning"].map((tag) => [`<${tag}>`, `</${tag}>`] as const);

/** A text without its thoughts; where a server kept the opening tag to itself, all before the closing one is thought. */
function withoutThoughts(text: string): string {
  return THOUGHTS.reduce((rest, [open, close]) => {
    const first = rest.indexOf(open);
    const end = rest.indexOf(close);
    const said = end >= 0 && (first < 0 || first > end) ? rest.slice(end + close.length) : rest;
    return withoutTagged(said, open, close);
  }, text);
}

function withoutTagged(text: string, tag: string, end: string): string {
  const kept: string[] = [];
  for (let at = 0; ;) {
    const open = text.indexOf(tag, at);
    const close = open < 0 ? -1 : text.indexOf(end, open);
    if (close < 0) return kept.join("") + text.slice(at);
    kept.push(text.slice(at, open));
    at = close + end.length;
  }
}

function parsed(object: string): unknown {
  for (const candidate of [object, withoutExtras(object)])
    try {
      return JSON.parse(candidate);
    } catch {
      // The next one is more forgiving.
    }
  return undefined;
}

/** Braces in prose are looked behind so often, and over so many characters in all: a flood of them is no answer. */
const MOST_BRACES = 100;
const MOST_CHARACTERS = 8_000_000;

/**
 * The longest object in a model's text, the first of equals, with fences, prose, braces in it and thoughts left out. Never
 * completes a cut one.
 */
export function extractJson(text: string): unknown {
  const said = withoutThoughts(text);
  let best: { readonly value: unknown; readonly length: number } | undefined;
  let start = said.indexOf("{");
  let left = MOST_CHARACTERS;
  for (let tries = 0; start >= 0 && tries < MOST_BRACES && left > 0; tries++) {
    const end = endOf(said, start);
    // What begins as an object and never ends was cut, and what it holds is not the answer.
    if (end === undefined && /^\{\s*"/.test(said.slice(start, start + 20))) break;
    left -= (end ?? said.length) - start;
    const length = (end ?? start) - start;
    const value = end === undefined || length <= (best?.length ?? 0) ? undefined : parsed(said.slice(start, end));
    if (value !== undefined) best = { value, length };
    start = said.indexOf("{", value === undefined ? start + 1 : start + length);
  }
  return best?.value;
}
