import { RULES } from "../rules/catalogue.ts";
import { PROPOSAL_RULES } from "../rules/proposal-rules.ts";
import type { Evidence, Need, Rule, RuleClass, Severity } from "../rules/rule.ts";
import { hanging, left, wrap } from "./columns.ts";
import { finish, type Page } from "./page.ts";
import { counted } from "./units.ts";

/** A rule as data, whoever checks it. */
export interface RuleEntry {
  readonly id: string;
  /** In section 8 of docs/training-science.md. */
  readonly number: number | null;
  readonly title: string;
  readonly severity: Severity;
  readonly class: RuleClass;
  /** What it must know beyond the workouts. */
  readonly reads: readonly Need[];
  readonly source: string;
  readonly evidence: Evidence;
  readonly checked_by: string;
  /** Scored only, where the overview was made elsewhere. */
  readonly scored_outside: boolean;
}

/** Who checks the rules of whole plans. */
const PLAN_CHECKERS = "finalize tool, lint";

const planEntry = (rule: Rule): RuleEntry => ({
  id: rule.id,
  number: rule.number ?? null,
  title: rule.title,
  severity: rule.severity,
  class: rule.class,
  reads: rule.reads,
  source: rule.source,
  evidence: rule.evidence,
  checked_by: PLAN_CHECKERS,
  scored_outside: rule.scoredOutside ?? false,
});

/** Every rule of the program: those of whole plans, then those of proposals and files. */
export const ruleEntries = (): RuleEntry[] => [
  ...RULES.map(planEntry),
  ...PROPOSAL_RULES.map((rule): RuleEntry => ({
    id: rule.id,
    number: rule.number ?? null,
    title: rule.title,
    severity: rule.severity,
    class: rule.class,
    reads: [],
    source: rule.source,
    evidence: rule.evidence,
    checked_by: rule.checkedBy,
    scored_outside: false,
  })),
];

/** What a class means for a rider. */
const CLASS_TEXT: Readonly<Record<RuleClass, string>> = {
  limit: "what the rider said about days, dates, minutes and hours; never waived",
  safety: "what a body takes; never waived",
  integrity: "the plan is what it says it is; never waived",
  shape: "how a season is built; yields only to the rider's own calendar, with the number that prevents it",
  quality: "what makes a plan good; scored, never an error",
};

const EVIDENCE_TEXT: Readonly<Record<Evidence, string>> = {
  measured: "measured in studies or in plans",
  convention: "a convention that coaches share",
  definition: "a definition",
  rider: "the rider's own words",
};

const NEED_TEXT: Readonly<Record<Need, string>> = {
  athlete: "the rider's experience and age",
  limits: "the rider's days, minutes, hours and recent riding",
  event: "the event",
  levels: "ladder levels",
  goal: "target and expected FTP",
  start: "fitness at the start",
  phases: "phases and recovery weeks",
  roles: "what each workout is for",
  dates: "dates",
  figures: "minutes and load of each ride",
};

/** Chapters of the handbook, in the order in which a coach would tell them. */
const CHAPTERS: readonly (readonly [class_: RuleClass, title: string])[] = [
  ["limit", "What the rider said: days, dates, minutes and hours. It is never waived."],
  ["safety", "What a body takes. It is never waived."],
  ["shape", "How a season is built. It yields only to the rider's own calendar, with the number that prevents it."],
  ["quality", "What makes a plan good. A note, never an error."],
  ["integrity", "A plan is what it says it is. It is never waived."],
];

/** A rule as a sentence, where it comes from, and the id by which `--rule` knows it. */
function entryLines(entry: RuleEntry, page: Page): string[] {
  const by = entry.checked_by === PLAN_CHECKERS ? "" : ` · ${entry.checked_by}`;
  const strength = entry.evidence === "rider" ? "" : `; ${entry.evidence}`;
  const isNote = entry.severity === "scored" && entry.class !== "quality";
  return [
    ...hanging("  ", `${entry.title}.${isNote ? " A note, never an error." : ""}`, page.width),
    ...hanging("    ", `${entry.source}${strength} [${entry.id}]${by}`, page.width).map(page.paint.quiet),
  ];
}

function chapterLines(entries: readonly RuleEntry[], page: Page): string[] {
  return CHAPTERS.flatMap(([class_, title]) => {
    const own = entries.filter((entry) => entry.class === class_);
    return own.length === 0
      ? []
      : ["", ...wrap(title, page.width).map(page.paint.heading), ...own.flatMap((entry) => entryLines(entry, page))];
  });
}

/** The catalogue as a handbook: a chapter a class, a sentence a rule, its source below. */
export function rulesTable(entries: readonly RuleEntry[], page: Page): string[] {
  const ofPlans = entries.filter((entry) => entry.checked_by === PLAN_CHECKERS);
  const ofProposals = entries.filter((entry) => !ofPlans.includes(entry));
  return finish(
    [
      ...wrap(`The ${counted(ofPlans.length, "rule")} that every plan keeps`, page.width).map(page.paint.heading),
      ...chapterLines(ofPlans, page),
      "",
      ...wrap(`${counted(ofProposals.length, "rule")} of proposals and files, with who checks them`, page.width).map(
        page.paint.heading,
      ),
      ...chapterLines(ofProposals, page),
      "",
      ...wrap(
        'One rule in full: cycling-plan lint --rules, with its name in brackets. "Training science 2.4" is a section of docs/training-science.md; the seed document is the description that this program was first written to.',
        page.width,
      ).map(page.paint.quiet),
    ],
    page,
  );
}

/** Columns of the words that begin the facts of one rule. */
const LABEL = 11;

/** One rule in full. */
export function rulePage(entry: RuleEntry, page: Page): string[] {
  const fact = (label: string, text: string): string[] => hanging(left(label, LABEL), text, page.width);
  const weight =
    entry.severity === "hard" ? "hard: a plan that breaks it is not written" : "scored: a note, never an error";
  const outside = entry.scored_outside ? "; a note where the overview was made elsewhere" : "";
  return finish(
    [
      page.paint.heading(entry.id),
      ...wrap(entry.title, page.width),
      "",
      ...fact("weight", `${weight}${outside}`),
      ...fact("class", `${entry.class}: ${CLASS_TEXT[entry.class]}`),
      ...(entry.reads.length === 0 ? [] : fact("reads", entry.reads.map((need) => NEED_TEXT[need]).join("; "))),
      ...fact("source", entry.source),
      ...fact("evidence", `${entry.evidence}: ${EVIDENCE_TEXT[entry.evidence]}`),
      ...(entry.number === null ? [] : fact("number", `${entry.number} in section 8 of docs/training-science.md`)),
      ...fact("checked by", entry.checked_by),
    ],
    page,
  );
}
