import { ParseErrorCode, visit, type ParseOptions } from "jsonc-parser";

/** Where a text stops being JSON, and what would have been right there. */
export interface JsonMistake {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
}

/** JSON as RFC 8259 has it; a file of nothing but space is refused before. */
const STRICT: ParseOptions = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: true };

interface Fault {
  readonly code: ParseErrorCode;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** The first thing that the parser minds. It goes on after it, and minds more, which says little. */
function firstFault(text: string): Fault | undefined {
  let first: Fault | undefined;
  const onError = (code: ParseErrorCode, ...[offset, , line, column]: readonly number[]): void => {
    first ??= { code, offset: offset ?? 0, line: (line ?? 0) + 1, column: (column ?? 0) + 1 };
  };
  visit(text, { onError }, STRICT);
  return first;
}

/** Mistakes inside one text, number or comment: what is wrong with it says more than what else could stand there. */
const INSIDE: ReadonlyMap<ParseErrorCode, string> = new Map([
  [ParseErrorCode.UnexpectedEndOfString, "a double quote at the end of this text, on the same line"],
  [ParseErrorCode.InvalidCharacter, "a text without tabs and other control characters (\\t stands for a tab)"],
  [ParseErrorCode.InvalidEscapeCharacter, "each backslash in this text written twice (\\\\)"],
  [ParseErrorCode.InvalidUnicode, "four hexadecimal digits after each \\u in this text"],
  [ParseErrorCode.UnexpectedEndOfNumber, "a number with digits after its point or exponent"],
  [ParseErrorCode.InvalidCommentToken, "no comment here: JSON has none"],
]);

const NAME = 'a name in double quotes ("ftp")';

/** What may follow a text that is right so far. */
function expectedAfter(text: string): string {
  const last = text.trimEnd().at(-1);
  if (last === undefined) return "a value";
  if (last === "{") return `${NAME} or }`;
  if (last === "[") return "a value or ]";
  switch (firstFault(text)?.code) {
    case undefined:
      return "nothing after the last bracket";
    case ParseErrorCode.PropertyNameExpected:
      return NAME;
    case ParseErrorCode.ColonExpected:
      return "a colon";
    case ParseErrorCode.ValueExpected:
      return "a value";
    default:
      return "a comma or the closing bracket";
  }
}

/** The first mistake of a text that `JSON.parse` refuses: the parser of Node 20 names no place, and none says what is missing. */
export function jsonMistake(text: string): JsonMistake {
  const fault = firstFault(text);
  if (fault === undefined) throw new Error("a text that JSON.parse refuses, and the parser with places does not");
  const { code, offset, line, column } = fault;
  return { line, column, expected: INSIDE.get(code) ?? expectedAfter(text.slice(0, offset)) };
}
