import { nearest } from "../../athlete/parse-suggest.ts";
import { quoted } from "../../athlete/parse-reading.ts";
import { WEEKDAYS, weekdayIndex, type CalendarDate } from "../../base/calendar.ts";
import { PlanError } from "../../base/errors.ts";
import { canonicalJson } from "../../base/json.ts";
import { joinWords } from "../../base/text.ts";
import type { Score, Waiver } from "../../plan/schema.ts";
import type { LintReport, Unchecked } from "../../report/lint.ts";
import { RULES, type PlanRule } from "../../rules/catalogue.ts";
import { checkPlan, severityFor } from "../../rules/check-plan.ts";
import { PROPOSAL, PROPOSAL_RULES } from "../../rules/proposal-rules.ts";
import type { Finding } from "../../rules/finding.ts";
import type { Need, Severity } from "../../rules/rule.ts";
import { livedView } from "../../rules/lived.ts";
import { scoresOf } from "../../rules/scores.ts";
import { readAthlete, type AthleteFile } from "./lint-athlete.ts";
import { readPlanFile, type FormatProblem, type PlanInFile } from "./lint-file.ts";
import type { FolderPlan } from "./lint-folder.ts";
import { knownPlan, startOf, type KnownPlan } from "./lint-gaps.ts";

export interface LintInput {
  /** What the file holds, as JSON gives it. */
  readonly value: unknown;
  readonly source: string;
  /** The day a plan without dates is read on. */
  readonly today: CalendarDate;
  /** The rider to check the plan for, in place of the one it names. */
  readonly athlete?: AthleteFile | undefined;
  /** Rule ids; all of them where none are named. */
  readonly rules?: readonly string[] | undefined;
  readonly severity?: Severity | undefined;
  /** Numbers of the week files beside the plan; empty where it stands alone. */
  readonly weekFiles?: readonly number[] | undefined;
  /** The plan is a folder of workout files: what it does not say, and how they were read. */
  readonly folder?: Omit<FolderPlan, "value"> | undefined;
}

/** What lint itself looks at, beside the rules of the plan: the file. */
const FILE_RULES = PROPOSAL_RULES.filter((rule) => rule.checkedBy === "lint" || rule.id === PROPOSAL.weekFiles.id);

/** Ids that `--rule` understands. */
export const LINT_RULE_IDS: readonly string[] = [...RULES, ...FILE_RULES].map((rule) => rule.id);

/** Throws INPUT_INVALID for a rule that there is not, with the one that was meant. */
export function checkRuleIds(ids: readonly string[], known: readonly string[]): void {
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  const close = nearest(unknown, known);
  const meant = close === undefined ? known.filter((id) => id.split("-").includes(unknown)) : [close];
  throw new PlanError({
    code: "INPUT_INVALID",
    message: `There is no rule ${quoted(unknown)}.`,
    hint:
      meant.length === 0
        ? "See cycling-plan lint --rules for their names."
        : `Did you mean ${joinWords(meant.slice(0, 4), "or")}?`,
  });
}

/** As many wrong fields as a person can take in; the rest is counted. */
const FIRST_FIELDS = 8;

function formatFindings(problems: readonly FormatProblem[]): Finding[] {
  const { id: rule, severity } = PROPOSAL.planFormat;
  const one = (message: string): Finding => ({ rule, severity, message, numbers: {} });
  const named = problems.slice(0, FIRST_FIELDS).map(({ path, message }) => one(`${path}: ${message}`));
  const more = problems.length - named.length;
  return more > 0 ? [...named, one(`and ${more} more fields`)] : named;
}

/** Week files that are missing beside the plan, or too many (rule 42). */
function weekFileFindings(files: readonly number[], weeks: number): Finding[] {
  if (files.length === 0) return [];
  const { id: rule, severity } = PROPOSAL.weekFiles;
  const missing = Array.from({ length: weeks }, (_, i) => i + 1).filter((week) => !files.includes(week));
  const extra = files.filter((week) => week < 1 || week > weeks);
  return [
    ...missing.map((week): Finding => ({
      rule,
      severity,
      week,
      message: "the week has no file beside the plan",
      numbers: { week },
    })),
    ...extra.map((week): Finding => ({
      rule,
      severity,
      week,
      message: "there is a file of this week, the plan has no such week",
      numbers: { week, weeks },
    })),
  ];
}

interface Verdict {
  readonly waivers: readonly Waiver[];
  readonly scores: readonly Score[];
}

/** The file's own waivers and scores against those of its workouts. */
function storedFindings({ stored }: PlanInFile, now: Verdict): Finding[] {
  const { id: rule, severity } = PROPOSAL.storedVerdict;
  return (["waivers", "scores"] as const).flatMap((key): Finding[] => {
    const said = stored[key];
    if (said === undefined || canonicalJson(said) === canonicalJson(now[key])) return [];
    const numbers = { stored: said.length, now: now[key].length };
    return [{ rule, severity, message: `the ${key} in the file are not those that its workouts give`, numbers }];
  });
}

interface Scope {
  readonly apply: readonly PlanRule[];
  readonly unchecked: readonly Unchecked[];
  readonly notApplicable: readonly Unchecked[];
}

/** What a need that is not met keeps from being checked. */
function scopeOf({ gaps, hasNoEvent }: KnownPlan, rules: readonly PlanRule[], unknown: FolderPlan["unknown"]): Scope {
  const apply: PlanRule[] = [];
  const unchecked: Unchecked[] = [];
  const notApplicable: Unchecked[] = [];
  for (const { rule, needs, gap } of rules.map((rule) => ({ rule, ...gapOf(rule, gaps) }))) {
    const { id, title } = rule;
    const unsaid = unknown.get(id);
    if (unsaid !== undefined) unchecked.push({ rule: id, title, needs, reason: unsaid });
    else if (gap !== undefined) unchecked.push({ rule: id, title, needs, reason: gap });
    else if (hasNoEvent && rule.reads.includes("event"))
      notApplicable.push({ rule: id, title, needs: ["event"], reason: "the plan leads to no event" });
    else apply.push(rule);
  }
  return { apply, unchecked, notApplicable };
}

/** A plan file alone says nothing of the files of its weeks. */
function withWeekFiles(scope: ReturnType<typeof scopeOf>, isSettled: boolean): ReturnType<typeof scopeOf> {
  if (isSettled) return scope;
  const { id: rule, title } = PROPOSAL.weekFiles;
  const reason = "the files of its weeks, which do not lie beside it";
  return { ...scope, unchecked: [...scope.unchecked, { rule, title, needs: [], reason }] };
}

function gapOf(rule: PlanRule, gaps: KnownPlan["gaps"]): { needs: Need[]; gap: string | undefined } {
  const needs = rule.reads.filter((need) => gaps.has(need));
  return { needs, gap: needs[0] === undefined ? undefined : gaps.get(needs[0]) };
}

/** What a score is made of; one whose making is unknown is left out. */
const SCORE_NEEDS: Readonly<Record<string, readonly Need[]>> = {
  "event-form": ["event", "start"],
  ramp: ["athlete", "start"],
  monotony: ["phases"],
  "hours-used": ["athlete", "limits", "start", "phases"],
};

/** Without dates a finding names the weekday, for its date means nothing. */
const undated = ({ date, ...finding }: Finding): Finding =>
  date === undefined ? finding : { ...finding, message: `${WEEKDAYS[weekdayIndex(date)] ?? ""}: ${finding.message}` };

const weight = (finding: Finding): number => (finding.severity === "hard" ? 0 : 1);
const inOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) => weight(a) - weight(b) || (a.week ?? 0) - (b.week ?? 0) || (a.date ?? "").localeCompare(b.date ?? ""),
  );

/** Holds a plan, whoever made it, to every rule that its file lets one check. Throws INPUT_INVALID where it cannot be read. */
export function lintPlan(input: LintInput): LintReport {
  checkRuleIds(input.rules ?? [], LINT_RULE_IDS);
  const file = readPlanFile(input.value, input.source);
  const weeks = file.plan.weekly_plan.length;
  const start = startOf(file.plan) ?? input.today;
  const athlete = input.athlete && readAthlete(input.athlete, { weeks, start });
  const known = knownPlan(file.plan, athlete);
  const { view } = known;
  const files = input.weekFiles ?? [];
  const { folder } = input;
  const unknown = folder?.unknown ?? new Map<string, string>();
  const isNamed = (id: string): boolean => input.rules?.includes(id) ?? true;
  const isAsked = (id: string, severity: Severity): boolean => isNamed(id) && (input.severity ?? severity) === severity;
  const fileRules = FILE_RULES.filter(({ id }) => folder === undefined || id !== PROPOSAL.weekFiles.id);
  const asked = RULES.filter((rule) => isAsked(rule.id, severityFor(rule, view)));
  const scope = withWeekFiles(
    scopeOf(known, asked, unknown),
    files.length > 0 || folder !== undefined || !isAsked(PROPOSAL.weekFiles.id, PROPOSAL.weekFiles.severity),
  );
  const all = checkPlan(view, scopeOf(known, RULES, unknown).apply);
  const isIn = ({ rule }: { rule: string }): boolean => scope.apply.some(({ id }) => id === rule);
  const scores = scoresOf(livedView(view), all.scored).filter(
    ({ id }) => SCORE_NEEDS[id]?.some((need) => known.gaps.has(need)) !== true && !unknown.has(id),
  );
  const ofFile = [
    ...(folder === undefined ? formatFindings(file.format) : folder.findings),
    ...weekFileFindings(files, weeks),
    ...(athlete === undefined ? storedFindings(file, { waivers: all.waivers, scores }) : []),
  ].filter(({ rule, severity }) => isAsked(rule, severity));
  const found = [...[...all.hard, ...all.scored].filter(isIn), ...ofFile];
  const findings = inOrder(known.gaps.has("dates") ? found.map(undated) : found);
  const waivers = all.waivers.filter(isIn);
  const { plan_id: planId, plan_metadata: meta } = view.plan;
  const isFiltered = input.rules !== undefined || input.severity !== undefined;
  return {
    planId,
    weeks,
    from: known.gaps.has("dates") ? undefined : meta.start_date,
    to: known.gaps.has("dates") ? undefined : meta.end_date,
    isOutside: view.isOutside,
    hasOwnAthlete: athlete !== undefined,
    isFiltered,
    isClean: !isFiltered && findings.length + waivers.length + scope.unchecked.length === 0,
    asked: asked.length + fileRules.filter((rule) => isAsked(rule.id, rule.severity)).length,
    findings,
    waivers,
    unchecked: scope.unchecked,
    notApplicable: scope.notApplicable,
    scores: isFiltered ? [] : scores,
    readings: folder?.readings ?? [],
  };
}
