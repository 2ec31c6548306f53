import type { ErrorCode } from "../base/errors.ts";
import { cleanText } from "../base/text.ts";
import { wrapped } from "../report/wrap.ts";
import { shellWord } from "./shell-word.ts";
import type { System } from "./system.ts";

export interface Failure {
  readonly code: ErrorCode | "INTERNAL";
  readonly message: string;
  readonly hint: string;
  readonly details?: unknown;
}

const NOTHING_CHANGED = "No file was changed.";

/** What a failed run leaves on disk, where the code alone says it. */
const LEFT: Readonly<Partial<Record<ErrorCode | "INTERNAL", string>>> = {
  USAGE_INVALID: NOTHING_CHANGED,
  INPUT_INVALID: NOTHING_CHANGED,
  NOT_FOUND: NOTHING_CHANGED,
  FILE_EXISTS: NOTHING_CHANGED,
  FILE_UNWRITABLE: "Nothing half-written was left behind.",
  NOT_FEASIBLE: "No plan was written.",
};

/** Commands that write nothing: nobody asks what became of their files. */
const READERS: ReadonlySet<string> = new Set(
  ["show", "today", "why", "changes", "diff", "lint", "status", "schema", "completion", "help"], // prettier-ignore
);

/** Widest line of an error, in columns. */
const WIDEST = 80;
/** Columns of `error` and `try`, under which their words stand. */
const LABEL = 7;

/** Words under a label; what is too long for a line stays whole. */
const labelled = (label: string, text: string, width: number): string =>
  wrapped(text, width - LABEL, 0)
    .split("\n")
    .map((line, index) => (index === 0 ? label.padEnd(LABEL) : " ".repeat(LABEL)) + line)
    .join("\n");

interface Change {
  readonly text: string;
  readonly flags: string;
}

const isChange = (value: unknown): value is Change =>
  typeof value === "object" &&
  value !== null &&
  "text" in value &&
  "flags" in value &&
  typeof value.text === "string" &&
  typeof value.flags === "string";

/** Other requests that were tried and work. */
function changesOf({ details }: Failure): Change[] {
  const given: unknown =
    typeof details === "object" && details !== null && "changes" in details ? details.changes : undefined;
  return Array.isArray(given) ? given.filter(isChange) : [];
}

type Typed = Pick<System, "argv" | "platform">;

/** The command as it was typed, with these flags in place of what they replace; undefined where they are no flags. */
function withFlags(flags: string, { argv, platform }: Typed): string | undefined {
  const parts = flags.split(" ");
  const names = parts.filter((part) => part.startsWith("--"));
  if (argv[0] !== "generate" || !flags.startsWith("--") || flags.includes("left out")) return undefined;
  const kept: string[] = [];
  let isReplaced = false;
  for (const word of argv) {
    if (word.startsWith("--")) isReplaced = names.includes(word.split("=", 1)[0] ?? word);
    if (!isReplaced) kept.push(word);
    else if (word.includes("=") && word.startsWith("--")) isReplaced = false;
  }
  return ["cycling-plan", ...[...kept, ...parts].map((word) => shellWord(word, platform))].join(" ");
}

/** What works, each with the command that does it: whole where it fits a line. */
function remedies(changes: readonly Change[], typed: Typed, width: number): string[] {
  return changes.flatMap(({ text, flags }) => {
    const command = withFlags(flags, typed);
    const fits = command !== undefined && command.length + 4 <= width;
    return [wrapped(`  ${text}:`, width), fits ? `    ${command}` : wrapped(`    your command with ${flags}`, width)];
  });
}

/** A failed run in words: what happened, what to do, what is on disk. */
export function failureText(failure: Failure, typed: Typed = { argv: [], platform: "" }, columns = WIDEST): string {
  const width = Math.max(LABEL + 10, Math.min(columns, WIDEST));
  const { code, message, hint } = failure;
  const left = READERS.has(typed.argv[0] ?? "") ? undefined : LEFT[code];
  const changes = changesOf(failure);
  const lines =
    changes.length === 0
      ? [labelled("error", cleanText(message), width), labelled("try", cleanText(hint.replace(/^Try /, "")), width)]
      : [
          wrapped(cleanText(`No plan yet: ${message}`), width, 0),
          "",
          "What works, each tried just now",
          ...remedies(changes, typed, width).map(cleanText),
          "",
        ];
  return `${[...lines, ...(left === undefined ? [] : [left])].join("\n")}\n`;
}
