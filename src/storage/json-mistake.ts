/** Where a text stops being JSON, and what would have been right there. */
export interface JsonMistake {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
const WORDS = ["true", "false", "null"];

type Container = "{" | "[";
/** What may come next inside the innermost list or object. */
type Next = "value" | "value-or-end" | "name" | "name-or-end" | "colon" | "comma-or-end";

const EXPECTED: Readonly<Record<Next, string>> = {
  value: "a value",
  "value-or-end": "a value or ]",
  name: 'a name in double quotes ("ftp")',
  "name-or-end": 'a name in double quotes ("ftp") or }',
  colon: "a colon",
  "comma-or-end": "a comma or the closing bracket",
};

const matchLength = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
};

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Characters of the JSON string that starts at `at`, quotes included; 0 where none does or it does not end. */
export function stringLength(text: string, at: number): number {
  if (text[at] !== '"') return 0;
  // A loop, because a pattern with a repeated choice can exhaust the stack on a long string.
  for (let end = at + 1; end < text.length; end++) {
    const char = text.charAt(end);
    if (char === '"') return end + 1 - at;
    if (char < " ") return 0;
    if (char === "\\") {
      const length = matchLength(ESCAPE, text, end);
      if (length === 0) return 0;
      end += length - 1;
    }
  }
  return 0;
}

const scalarLength = (text: string, at: number): number =>
  stringLength(text, at) ||
  matchLength(NUMBER, text, at) ||
  (WORDS.find((word) => text.startsWith(word, at))?.length ?? 0);

interface Scan {
  readonly open: Container[];
  next: Next;
}

/** Takes one token at `at`; returns its length, or 0 where it does not fit. */
function step(scan: Scan, text: string, at: number): number {
  const char = text[at];
  const inside = scan.open.at(-1);
  switch (scan.next) {
    case "colon":
      scan.next = "value";
      return char === ":" ? 1 : ((scan.next = "colon"), 0);
    case "name":
    case "name-or-end": {
      if (char === "}" && scan.next === "name-or-end") return close(scan);
      const length = stringLength(text, at);
      if (length > 0) scan.next = "colon";
      return length;
    }
    case "comma-or-end":
      if (char === (inside === "{" ? "}" : "]")) return close(scan);
      if (char === ",") scan.next = inside === "{" ? "name" : "value";
      return char === "," ? 1 : 0;
    case "value":
    case "value-or-end":
      return value(scan, text, at);
  }
}

function value(scan: Scan, text: string, at: number): number {
  const char = text[at];
  if (char === "]" && scan.next === "value-or-end") return close(scan);
  if (char === "{" || char === "[") {
    scan.open.push(char);
    scan.next = char === "{" ? "name-or-end" : "value-or-end";
    return 1;
  }
  const length = scalarLength(text, at);
  if (length > 0) scan.next = "comma-or-end";
  return length;
}

function close(scan: Scan): number {
  scan.open.pop();
  scan.next = "comma-or-end";
  return 1;
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

/** The first mistake of a text that is no JSON; the parser of Node 20 names no place. */
export function jsonMistake(text: string): JsonMistake {
  const scan: Scan = { open: [], next: "value" };
  let at = matchLength(SPACE, text, 0);
  let hasStarted = false;
  while (at < text.length) {
    if (hasStarted && scan.open.length === 0)
      return { ...placeOf(text, at), expected: "nothing after the last bracket" };
    const length = step(scan, text, at);
    if (length === 0) break;
    hasStarted = true;
    at += length;
    at += matchLength(SPACE, text, at);
  }
  return { ...placeOf(text, at), expected: EXPECTED[scan.next] };
}
