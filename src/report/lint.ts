import type { CalendarDate } from "../base/calendar.ts";
import { joinWords } from "../base/text.ts";
import type { Score, Waiver } from "../plan/schema.ts";
import type { Finding } from "../rules/finding.ts";
import type { Need } from "../rules/rule.ts";
import { hanging, wrap } from "./columns.ts";
import { findingCount, findingList, numbersText, place } from "./findings.ts";
import { finish, type Page } from "./page.ts";
import { scoresTable, threeScores } from "./scores.ts";
import { counted, span } from "./units.ts";

/** A rule that was not checked, and what kept it from being so. */
export interface Unchecked {
  readonly rule: string;
  readonly title: string;
  readonly needs: readonly Need[];
  readonly reason: string;
}

/** What lint says of one plan. */
export interface LintReport {
  readonly planId: string;
  readonly weeks: number;
  /** Missing where the plan has no dates. */
  readonly from: CalendarDate | undefined;
  readonly to: CalendarDate | undefined;
  /** Its overview was made elsewhere: what it fixed is scored only. */
  readonly isOutside: boolean;
  /** It was checked for a rider of another file than its own. */
  readonly hasOwnAthlete: boolean;
  /** Only some rules were asked for. */
  readonly isFiltered: boolean;
  /** Every rule applied, and none found or waived anything. */
  readonly isClean: boolean;
  /** Rules that were asked for, checked or not. */
  readonly asked: number;
  readonly findings: readonly Finding[];
  readonly waivers: readonly Waiver[];
  readonly unchecked: readonly Unchecked[];
  /** Rules that say nothing of such a plan: those of events where there is none. */
  readonly notApplicable: readonly Unchecked[];
  readonly scores: readonly Score[];
  /** How workout files were read where they left something open; none of a plan file. */
  readonly readings: readonly { readonly file: string; readonly line?: number | undefined; readonly message: string }[];
}

/** How a report is shown: what it is called, the words that show it again, and whether all of it is. */
export interface LintAsked {
  readonly name: string;
  /** `cycling-plan lint PLAN`, to paste. */
  readonly command: string;
  readonly isFull: boolean;
}

/** The plan and the verdict in one line; whose eyes it was read with; with `--full`, and where others made it, what was read. */
function head(report: LintReport, { name, isFull }: LintAsked, page: Page): string[] {
  const { planId, weeks, from, to, isOutside, hasOwnAthlete } = report;
  const dates = from === undefined || to === undefined ? "without dates" : span(from, to, true);
  const facts = [
    ...(isFull || isOutside ? [`Plan ${planId}: ${counted(weeks, "week")}, ${dates}.`] : []),
    ...(isOutside ? ["Made elsewhere: what its overview fixed is a note here, never an error."] : []),
    ...(hasOwnAthlete ? ["Checked for the rider of --athlete, not for the one in the plan."] : []),
  ];
  const isBroken = report.findings.some((finding) => finding.severity === "hard");
  const colour = isBroken ? page.paint.bad : report.isClean ? page.paint.good : page.paint.heading;
  return [
    ...wrap(`${name} · ${verdict(report)}`, page.width).map(colour),
    ...facts.flatMap((fact) => wrap(fact, page.width)),
  ];
}

const section = (heading: string, lines: readonly string[], page: Page): string[] =>
  lines.length === 0 ? [] : ["", ...wrap(heading, page.width).map(page.paint.heading), ...lines];

function waiverLines(waiver: Waiver, page: Page): string[] {
  const where = place(waiver);
  const numbers = numbersText(waiver.numbers);
  return [
    ...hanging("  • ", `${where === "" ? "" : `${where}: `}${waiver.message}`, page.width),
    ...hanging("    ", `Why it stands: ${waiver.reason}`, page.width),
    ...hanging("    ", `${numbers === "" ? "" : `${numbers} `}[${waiver.rule}]`, page.width).map(page.paint.quiet),
  ];
}

/** One line for each thing the file does not say, with the rules that wait for it. */
function uncheckedLines(unchecked: readonly Unchecked[], page: Page): string[] {
  const byReason = new Map<string, string[]>();
  for (const { reason, rule } of unchecked) byReason.set(reason, [...(byReason.get(reason) ?? []), rule]);
  return Array.from(byReason, ([reason, rules]) =>
    hanging("  • ", `${reason}: ${joinWords(rules)}`, page.width),
  ).flat();
}

/** What a rider's own file can say for the plan. */
const ATHLETE_NEEDS: readonly Need[] = ["athlete", "limits", "event", "start", "dates"];

function athleteHint({ unchecked, hasOwnAthlete }: LintReport, page: Page): string[] {
  const helps = unchecked.some(({ needs }) => needs.every((need) => ATHLETE_NEEDS.includes(need)));
  return helps && !hasOwnAthlete ? wrap("A profile or request file can say it: --athlete FILE.", page.width) : [];
}

/** Of how many rules something is said. */
const checkedOf = ({ asked, unchecked, notApplicable }: LintReport): number =>
  asked - unchecked.length - notApplicable.length;

/** What holds: `clean: all 75 rules hold`, or how much was found. */
function verdict(report: LintReport): string {
  const { findings, waivers, asked, notApplicable, isClean } = report;
  if (isClean)
    return notApplicable.length === 0
      ? `clean: all ${asked} rules hold`
      : `clean: ${checkedOf(report)} of ${counted(asked, "rule")} apply and hold`;
  const waived = waivers.length === 0 ? "" : `, ${waivers.length} waived`;
  if (findings.length === 0) return `no rule is broken${waived}`;
  const isBroken = findings.some((finding) => finding.severity === "hard");
  return `${isBroken ? findingCount(findings) : `no error, ${counted(findings.length, "note")}`}${waived}`;
}

/** How far the check went, where that is not in the verdict. */
function scope(report: LintReport): string[] {
  const { unchecked, notApplicable, asked, isFiltered, isClean } = report;
  const checked = checkedOf(report);
  const none =
    notApplicable.length > 0
      ? [`${counted(notApplicable.length, "rule")} of events say nothing here: there is none.`]
      : [];
  if (isClean) return none;
  const first =
    unchecked.length > 0
      ? `${checked} of ${counted(asked, "rule")} checked.`
      : isFiltered
        ? `${counted(checked, "rule")} checked, no other.`
        : `All ${checked} rules checked.`;
  return [first, ...none];
}

/** The same remark on many files is said once. */
function readingLines({ readings }: LintReport, page: Page): string[] {
  const byMessage = new Map<string, string[]>();
  for (const { message, file, line } of readings) {
    const where = line === undefined ? file : `${file}, line ${line}`;
    byMessage.set(message, [...(byMessage.get(message) ?? []), where]);
  }
  return Array.from(byMessage, ([message, [first = "", ...others]]) => {
    const more = others.length === 0 ? "" : ` and ${counted(others.length, "other place")}`;
    return hanging("  • ", `${message}: ${first}${more}`, page.width);
  }).flat();
}

/** Where the first broken rule is told: a command for each would say the same many times. */
function whyLines({ findings }: LintReport, page: Page): string[] {
  const first = findings.find((finding) => finding.severity === "hard") ?? findings[0];
  return first === undefined ? [] : hanging("Why           ", `cycling-plan lint --rules ${first.rule}`, page.width);
}

/** Scores wait while an error stands; three of them otherwise, and all with `--full`. */
function measures(report: LintReport, { isFull }: LintAsked, page: Page): string[] {
  if (isFull) return section("How this plan measures up", scoresTable(report.scores, page), page);
  const isBroken = report.findings.some((finding) => finding.severity === "hard");
  const lines = isBroken ? [] : threeScores(report.scores, page);
  return lines.length === 0 ? [] : ["", ...lines];
}

/** What lint found, what it let stand, what it could not check, and how the plan measures up. */
export function lintPage(report: LintReport, asked: LintAsked, page: Page): string[] {
  const found = findingList(report.findings, page, asked.isFull);
  const rest = [...scope(report).flatMap((line) => wrap(line, page.width)), ...whyLines(report, page)];
  const all = asked.isFull || report.scores.length === 0 ? [] : [`All measures  ${asked.command} --full`];
  return finish(
    [
      ...head(report, asked, page),
      ...(found.length === 0 ? [] : ["", ...found]),
      ...section(
        "Waived: the rider's own calendar leaves no other way",
        report.waivers.flatMap((waiver) => waiverLines(waiver, page)),
        page,
      ),
      ...section(
        "Not checked, because the file does not say",
        [...uncheckedLines(report.unchecked, page), ...athleteHint(report, page)],
        page,
      ),
      ...section("How the files were read", readingLines(report, page), page),
      ...measures(report, asked, page),
      ...(rest.length === 0 && all.length === 0 ? [] : [""]),
      ...rest,
      ...all.map(page.paint.quiet),
    ],
    page,
  );
}
