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

/** Comments and commas before a closing bracket, outside strings: what models add and JSON forbids. */
const withoutExtras = (text: string): string =>
  text
    .replace(/("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, string?: string) => string ?? "")
    .replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, (_, string?: string) => string ?? "");

/** The first object in a model's text, with fences, prose and thoughts around it left out. Never completes a cut one. */
export function extractJson(text: string): unknown {
  const plain = text.replace(/<think>[\s\S]*?<\/think>/g, "");
  const object = balanced(plain);
  if (object === undefined) return undefined;
  for (const candidate of [object, withoutExtras(object)])
    try {
      return JSON.parse(candidate);
    } catch {
      // The next one is more forgiving.
    }
  return undefined;
}
