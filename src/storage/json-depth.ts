/** Where the text that opens at `at` ends: at its closing quote, or with its line. */
function endOfText(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end++) {
    const char = text[end];
    if (char === "\\") end += 1;
    else if (char === '"' || char === "\n" || char === "\r") return end;
  }
  return text.length;
}

/** Place of the first bracket of a JSON text that has more than `deepest` others around it; undefined where there is none. */
export function tooDeepAt(text: string, deepest: number): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') at = endOfText(text, at);
    else if (char === "[" || char === "{") depth += 1;
    else if (char === "]" || char === "}") depth -= 1;
    if (depth > deepest) return at;
  }
  return undefined;
}
