import { hanging } from "../../report/columns.ts";

/** What every prompt begins with. */
export interface Head {
  readonly message: string;
  /** What Enter alone means; empty where it means nothing. */
  readonly initial: string;
  /** The painted question mark. */
  readonly mark: string;
  readonly quiet: (text: string) => string;
  readonly width: number;
}

const MARK = "? ";
/** Columns that are left for what is typed; less and it gets a line of its own. */
const ROOM = 16;

/** The question up to where the answer is typed, broken between words where it is long. */
export function askedHead({ message, initial, mark, quiet, width }: Head): string {
  const hint = initial === "" ? "" : `(${initial}) `;
  const line = `${message} ${hint}`;
  if (MARK.length + line.length + ROOM <= width) return `${mark} ${message} ${quiet(hint)}`;
  const [first = "", ...rest] = hanging(MARK, message, width - 1);
  return [mark + first.slice(MARK.length - 1), ...rest, `  ${quiet(hint)}`].join("\n");
}

/** The question with its answer, once it is settled. */
export function answeredHead({ message, mark, width }: Omit<Head, "initial" | "quiet">, answer: string): string {
  const [first = "", ...rest] = hanging(MARK, `${message} ${answer}`, width - 1);
  return [mark + first.slice(MARK.length - 1), ...rest].join("\n");
}
