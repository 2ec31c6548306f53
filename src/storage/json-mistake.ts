import { printParseErrorCode, visit, type ParseErrorCode, type ParseOptions } from "jsonc-parser";
import { tooDeepAt } from "./json-depth.ts";

/** Where a text stops being JSON, and what would have been right there. */
export interface JsonMistake {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
}

/** JSON as RFC 8259 has it; a file of nothing but space is refused before. */
const STRICT: ParseOptions = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: true };

interface Fault {
  /** Name of what the parser minds, as in its documentation. */
  readonly kind: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** More brackets inside each other than any file of ours has; the parser goes into each by a call of its own. */
const DEEPEST = 500;

/** Where a text goes too deep: the bracket that is one too many. */
function tooDeep(text: string): JsonMistake | undefined {
  const at = tooDeepAt(text, DEEPEST);
  if (at === undefined) return undefined;
  const before = text.slice(0, at).split("\n");
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    expected: `at most ${DEEPEST} brackets inside each other`,
  };
}

/** The first thing that the parser minds. It goes on after it, and minds more, which says little. */
function firstFault(text: string): Fault | undefined {
  let first: Fault | undefined;
  const onError = (code: ParseErrorCode, ...[offset, , line, column]: readonly number[]): void => {
    first ??= {
      kind: printParseErrorCode(code),
      offset: offset ?? 0,
      line: (line ?? 0) + 1,
      column: (column ?? 0) + 1,
    };
  };
  visit(text, { onError }, STRICT);
  return first;
}

/** Mistakes inside one text, number or comment: what is wrong with it says more than what else could stand there. */
const INSIDE: ReadonlyMap<string, string> = new Map([
  ["UnexpectedEndOfString", "a double quote at the end of this text, on the same line"],
  ["InvalidCharacter", "a text without tabs and other control characters (\\t stands for a tab)"],
  ["InvalidEscapeCharacter", "each backslash in this text written twice (\\\\)"],
  ["InvalidUnicode", "four hexadecimal digits after each \\u in this text"],
  ["UnexpectedEndOfNumber", "a number with digits after its point or exponent"],
  ["InvalidCommentToken", "no comment here: JSON has none"],
]);

const NAME = 'a name in double quotes ("ftp")';

/** What may follow a text that is right so far. */
function expectedAfter(text: string): string {
  const last = text.trimEnd().at(-1);
  if (last === undefined) return "a value";
  if (last === "{") return `${NAME} or }`;
  if (last === "[") return "a value or ]";
  switch (firstFault(text)?.kind) {
    case undefined:
      return "nothing after the last bracket";
    case "PropertyNameExpected":
      return NAME;
    case "ColonExpected":
      return "a colon";
    case "ValueExpected":
      return "a value";
    default:
      return "a comma or the closing bracket";
  }
}

/** The first mistake of a text that `JSON.parse` refuses: the parser of Node 20 names no place, and none says what is missing. */
export function jsonMistake(text: string): JsonMistake {
  const deep = tooDeep(text);
  if (deep !== undefined) return deep;
  const fault = firstFault(text);
  if (fault === undefined) throw new Error("a text that JSON.parse refuses, and the parser with places does not");
  const { kind, offset, line, column } = fault;
  return { line, column, expected: INSIDE.get(kind) ?? expectedAfter(text.slice(0, offset)) };
}
