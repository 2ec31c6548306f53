import type { Finding } from "../rules/finding.ts";
import { hanging } from "./columns.ts";
import { fixOf } from "./lint-fixes.ts";
import { finish, type Page } from "./page.ts";
import { shortDay } from "../base/date-words.ts";
import { counted, plainNumber } from "./units.ts";

/** `week 3, Tue 22 Dec`; empty where a finding is about the whole plan. */
export function place({ week, date }: Pick<Finding, "week" | "date">): string {
  const parts = [...(week === undefined ? [] : [`week ${week}`]), ...(date === undefined ? [] : [shortDay(date)])];
  return parts.join(", ");
}

/** `hours 24, needed 48` */
export const numbersText = (numbers: Finding["numbers"]): string =>
  Object.entries(numbers)
    .map(([name, value]) => `${name.replaceAll("_", " ")} ${plainNumber(value, 2)}`)
    .join(", ");

/** Columns of `error` or `note`, under which everything else of a finding is indented. */
const MARGIN = " ".repeat(7);

function findingLines(finding: Finding, page: Page, isFull: boolean): string[] {
  const where = place(finding);
  const mark = finding.severity === "hard" ? page.paint.bad("error") + "  " : page.paint.quiet("note") + "   ";
  const text = (words: string): string[] => hanging(MARGIN, words, page.width);
  const [first = MARGIN, ...rest] = text(`${where === "" ? "" : `${where}: `}${finding.message}`);
  const numbers = isFull ? numbersText(finding.numbers) : "";
  const fix = isFull ? undefined : fixOf(finding);
  return [
    mark + first.slice(MARGIN.length),
    ...rest,
    ...(finding.excuse === undefined ? [] : text(`Stands because ${finding.excuse.reason}`)),
    ...(fix === undefined ? [] : hanging(`${MARGIN}Fix   `, `${fix}.`, page.width)),
    ...text(`${numbers === "" ? "" : `${numbers} `}[${finding.rule}]`).map(page.paint.quiet),
  ];
}

const weight = (finding: Finding): number => (finding.severity === "hard" ? 0 : 1);

/** Findings, the hard ones first, each with its place, its words and its rule; in full with its numbers, else with what mends it. */
export function findingList(findings: readonly Finding[], page: Page, isFull: boolean): string[] {
  const sorted = [...findings].sort(
    (a, b) => weight(a) - weight(b) || (a.week ?? 0) - (b.week ?? 0) || (a.date ?? "").localeCompare(b.date ?? ""),
  );
  return sorted.flatMap((finding) => findingLines(finding, page, isFull));
}

/** `2 errors, 1 note` */
export function findingCount(findings: readonly Finding[]): string {
  const hard = findings.filter((finding) => finding.severity === "hard").length;
  return `${counted(hard, "error")}, ${counted(findings.length - hard, "note")}`;
}

/** The list, closed by a count. */
export function findingsPage(findings: readonly Finding[], page: Page): string[] {
  if (findings.length === 0) return ["No findings."];
  return finish([...findingList(findings, page, true), "", `${findingCount(findings)}.`], page);
}
