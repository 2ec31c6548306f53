import { hanging } from "./columns.ts";
import type { Page } from "./page.ts";
import { counted } from "./units.ts";

/** A file as the page tells of it; the job's own report fits. */
export interface ImportedFile {
  readonly kind: "imported" | "left-out";
  readonly file: string;
  readonly line?: number | undefined;
  readonly message?: string;
  readonly id?: string;
  readonly place?: { readonly family: string; readonly type: string; readonly level: number };
  readonly seconds?: number;
  readonly longestSeconds?: number;
  readonly fixes?: readonly { readonly line?: number | undefined; readonly message: string }[];
}

const minutes = (seconds: number): string => String(Math.round(seconds / 60));
const at = (line: number | undefined): string => (line === undefined ? "" : `line ${line}: `);

function lengthOf({ seconds = 0, longestSeconds = seconds }: ImportedFile): string {
  const more = longestSeconds > seconds ? `, up to ${minutes(longestSeconds)} with easy riding` : "";
  return `${minutes(seconds)} min${more}`;
}

function fileLines(file: ImportedFile, page: Page): string[] {
  const { paint, width } = page;
  if (file.kind === "left-out")
    return [
      file.file,
      ...hanging("  ", `left out: ${at(file.line)}${file.message ?? ""}`, width).map((line) => paint.warn(line)),
    ].flatMap((line, i) => (i === 0 ? hanging("", line, width) : [line]));
  const { family = "", level = 0 } = file.place ?? {};
  return [
    ...hanging("", file.file, width),
    ...hanging("  ", `${file.id ?? ""}: ${family}, level ${level}, ${lengthOf(file)}`, width),
    ...(file.fixes ?? []).flatMap(({ line, message }) => hanging("  • ", `${at(line)}${message}`, width)),
  ];
}

/** What became of each file of an import, then how many there are. */
export function importPage(files: readonly ImportedFile[], page: Page): string[] {
  const taken = files.filter(({ kind }) => kind === "imported").length;
  const left = files.length - taken;
  return [
    ...files.flatMap((file) => fileLines(file, page)),
    "",
    `${counted(files.length, "file")}: ${counted(taken, "workout")} imported, ${left} left out.`,
  ];
}
