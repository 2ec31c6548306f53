/** The text from the first brace to the one that closes it, braces in strings apart; undefined where it never closes. */
function balanced(text: string): string | undefined {
  const start = text.indexOf("{");
  let depth = 0;
  let inString = false;
  for (let i = start; i >= 0 && i < text.length; i++) {
    const character = text[i];
    if (inString) {
      if (character === "\\") i += 1;
      else if (character === '"') inString = false;
      continue;
    }
    if (character === '"') inString = true;
    if (character === "{") depth += 1;
    if (character === "}") depth -= 1;
    if (depth === 0) return text.slice(start, i + 1);
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

const [THOUGHT, THOUGHT_END] = ["<think>", "</think>"];

function withoutThoughts(text: string): string {
  const kept: string[] = [];
  for (let at = 0; ;) {
    const open = text.indexOf(THOUGHT, at);
    const close = open < 0 ? -1 : text.indexOf(THOUGHT_END, open);
    if (close < 0) return kept.join("") + text.slice(at);
    kept.push(text.slice(at, open));
    at = close + THOUGHT_END.length;
  }
}

/** The first object in a model's text, with fences, prose and thoughts around it left out. Never completes a cut one. */
export function extractJson(text: string): unknown {
  const object = balanced(withoutThoughts(text));
  if (object === undefined) return undefined;
  for (const candidate of [object, withoutExtras(object)])
    try {
      return JSON.parse(candidate);
    } catch {
      // The next one is more forgiving.
    }
  return undefined;
}
