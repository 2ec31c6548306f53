import type { Crashed, Outcome, Refused, RuleCount, Written } from "./outcome.ts";

/** Athletes that share a reason or a rule, most of them first. */
export interface Group {
  readonly name: string;
  readonly athletes: readonly number[];
  /** Findings in all, where one athlete may have several. */
  readonly findings: number;
  readonly worst: { readonly index: number; readonly message: string; readonly request: string };
}

export interface Summary {
  readonly athletes: number;
  readonly written: number;
  /** Written without a waiver. */
  readonly clean: number;
  readonly refusedShare: number;
  readonly typical: { readonly athletes: number; readonly refused: readonly number[] };
  readonly refused: readonly Group[];
  /** Riders who gave each term, and of them those who were refused. */
  readonly terms: readonly { readonly term: string; readonly riders: number; readonly refused: number }[];
  /** Refused, and no change was found that works. */
  readonly stuck: readonly number[];
  readonly waived: readonly Group[];
  readonly scored: readonly Group[];
  readonly hard: readonly Group[];
  readonly minutesOver: number;
  readonly over: readonly Group[];
  readonly crashed: readonly Group[];
  readonly problems: readonly Group[];
  readonly violations: readonly Group[];
  readonly recomputed: { readonly plans: number; readonly figures: number };
}

interface Entry {
  readonly name: string;
  readonly outcome: Outcome;
  readonly findings: number;
  readonly message: string;
  /** The entry with the most is the worst of its group. */
  readonly rank: number;
}

function grouped(entries: readonly Entry[]): Group[] {
  const names = [...new Set(entries.map((entry) => entry.name))];
  const groups = names.map((name): Group => {
    const own = entries.filter((entry) => entry.name === name);
    const worst = own.reduce((best, entry) => (entry.rank > best.rank ? entry : best));
    return {
      name,
      athletes: [...new Set(own.map((entry) => entry.outcome.index))],
      findings: own.reduce((sum, entry) => sum + entry.findings, 0),
      worst: {
        index: worst.outcome.index,
        message: worst.message,
        request: JSON.stringify(worst.outcome.request),
      },
    };
  });
  return groups.sort((a, b) => b.athletes.length - a.athletes.length || (a.name < b.name ? -1 : 1));
}

/** The athlete with the shortest request is the easiest to understand. */
const smallness = (outcome: Outcome): number => -JSON.stringify(outcome.request).length;

const byRule = (outcomes: readonly Written[], of: (outcome: Written) => readonly RuleCount[]): Group[] =>
  grouped(
    outcomes.flatMap((outcome) =>
      of(outcome).map(({ rule, count, worst, excess }) => ({
        name: rule,
        outcome,
        findings: count,
        message: worst,
        rank: excess,
      })),
    ),
  );

const overOf = (outcomes: readonly Written[]): Entry[] =>
  outcomes.flatMap((outcome) =>
    outcome.over.map(({ limit, date, minutes }) => ({
      name: limit,
      outcome,
      findings: 1,
      message: `${Math.round(minutes * 100) / 100} min over on ${date}`,
      rank: minutes,
    })),
  );

/** What happened to all athletes, counted and grouped; the same for the same outcomes in any order. */
export function summaryOf(unordered: readonly Outcome[]): Summary {
  const outcomes = [...unordered].sort((a, b) => a.index - b.index);
  const written = outcomes.filter((outcome): outcome is Written => outcome.kind === "written");
  const refused = outcomes.filter((outcome): outcome is Refused => outcome.kind === "refused");
  const crashed = outcomes.filter((outcome): outcome is Crashed => outcome.kind === "crashed");
  const over = overOf(written);
  return {
    athletes: outcomes.length,
    written: written.length,
    clean: written.filter((outcome) => outcome.waived.length === 0).length,
    refusedShare: outcomes.length === 0 ? 0 : refused.length / outcomes.length,
    typical: {
      athletes: outcomes.filter((outcome) => outcome.isTypical).length,
      refused: refused.filter((outcome) => outcome.isTypical).map((outcome) => outcome.index),
    },
    terms: [...new Set(outcomes.flatMap(({ terms }) => terms))].sort().map((term) => ({
      term,
      riders: outcomes.filter(({ terms }) => terms.includes(term)).length,
      refused: refused.filter(({ terms }) => terms.includes(term)).length,
    })),
    refused: grouped(
      refused.map((outcome) => ({
        name: outcome.reason,
        outcome,
        findings: 1,
        message: outcome.message,
        rank: smallness(outcome),
      })),
    ),
    stuck: refused.filter((outcome) => outcome.changes === 0).map((outcome) => outcome.index),
    waived: byRule(written, (outcome) => outcome.waived),
    scored: byRule(written, (outcome) => outcome.scored),
    hard: byRule(written, (outcome) => outcome.hard),
    minutesOver: over.reduce((sum, entry) => sum + entry.rank, 0),
    over: grouped(over),
    crashed: grouped(
      crashed.map((outcome) => ({
        name: outcome.stack.split("\n")[0] ?? "",
        outcome,
        findings: 1,
        message: outcome.stack,
        rank: smallness(outcome),
      })),
    ),
    problems: grouped(
      written.flatMap((outcome) =>
        outcome.problems.map((problem) => ({
          name: problem.replace(/\d+(\.\d+)?/g, "N"),
          outcome,
          findings: 1,
          message: problem,
          rank: smallness(outcome),
        })),
      ),
    ),
    violations: grouped(
      written.flatMap((outcome) =>
        outcome.violations.map(({ relation, message, excess }) => ({
          name: relation,
          outcome,
          findings: 1,
          message,
          rank: excess,
        })),
      ),
    ),
    recomputed: {
      plans: written.filter((outcome) => outcome.figures > 0).length,
      figures: written.reduce((sum, outcome) => sum + outcome.figures, 0),
    },
  };
}

/** A promise that no sweep may break: a hard finding on a written plan, a crash, a minute over a limit, a figure that is wrong. */
export const isBroken = (summary: Summary): boolean =>
  [summary.hard, summary.crashed, summary.over, summary.problems].some((groups) => groups.length > 0);

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const SHOWN = 3;
const list = (indices: readonly number[]): string =>
  `${indices.slice(0, SHOWN).join(", ")}${indices.length > SHOWN ? ", ..." : ""}`;

function groupLines(title: string, groups: readonly Group[], withRequest: boolean): string[] {
  if (groups.length === 0) return [];
  return [
    "",
    title,
    ...groups.flatMap(({ name, athletes, findings, worst }) => [
      `${String(athletes.length).padStart(6)}  ${name}${findings > athletes.length ? ` (${findings} findings)` : ""}: athletes ${list(athletes)}`,
      `          ${worst.index}: ${worst.message}`,
      ...(withRequest ? [`          ${worst.request}`] : []),
    ]),
  ];
}

/** The summary for people. */
export function summaryLines(summary: Summary): string[] {
  const { athletes, written, typical, recomputed, stuck } = summary;
  const count = (groups: readonly Group[]): string => String(new Set(groups.flatMap((group) => group.athletes)).size);
  return [
    `${athletes} athletes: ${written} written, ${summary.clean} of them clean; ${athletes - written - Number(count(summary.crashed))} refused (${percent(summary.refusedShare)}), ${stuck.length} of them without a change that works`,
    `typical riders: ${typical.athletes}, ${typical.refused.length} refused${typical.refused.length === 0 ? "" : `: ${typical.refused.join(", ")}`}`,
    `plans with a hard finding ${count(summary.hard)}, crashes ${count(summary.crashed)}, minutes over a limit ${Math.round(summary.minutesOver * 100) / 100}`,
    `plans whose files or figures are wrong ${count(summary.problems)}; ${recomputed.figures} figures of ${recomputed.plans} plans computed again by the second`,
    ...summary.terms.map(
      ({ term, riders, refused }) => `${String(riders).padStart(6)}  gave ${term}, ${refused} refused`,
    ),
    ...groupLines("CRASHED, with the smallest athlete", summary.crashed, true),
    ...groupLines("HARD FINDINGS on written plans, with the worst", summary.hard, true),
    ...groupLines("OVER A LIMIT, with the worst", summary.over, true),
    ...groupLines("WRONG FILES OR FIGURES, with the smallest athlete", summary.problems, true),
    ...groupLines("refused, with the smallest athlete", summary.refused, true),
    ...(stuck.length === 0 ? [] : ["", `refused without a change that works: ${stuck.join(", ")}`]),
    ...groupLines("plans of one rider that do not stand to each other as they should", summary.violations, true),
    ...groupLines("waived by rule, with the worst", summary.waived, false),
    ...groupLines("scored findings by rule, with the worst", summary.scored, false),
  ];
}
