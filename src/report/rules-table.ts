import { RULES } from "../rules/catalogue.ts";
import { PROPOSAL_RULES } from "../rules/proposal-rules.ts";
import type { Evidence, Need, Rule, RuleClass, Severity } from "../rules/rule.ts";
import { hanging, left, right, wrap } from "./columns.ts";
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

const planEntry = (rule: Rule): RuleEntry => ({
  id: rule.id,
  number: rule.number ?? null,
  title: rule.title,
  severity: rule.severity,
  class: rule.class,
  reads: rule.reads,
  source: rule.source,
  evidence: rule.evidence,
  checked_by: "finalize tool, lint",
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

/** Columns of the table: number, id, severity, class, evidence; what a rule reads takes the rest. */
const NUMBER = 3;
const ID = 22;
const SEVERITY = 7;
const CLASS = 9;
const EVIDENCE = 10;

function row(cells: {
  number: string;
  id: string;
  severity: string;
  class: string;
  evidence: string;
  reads: string;
}): string {
  return [
    right(cells.number, NUMBER),
    left(cells.id, ID),
    left(cells.severity, SEVERITY),
    left(cells.class, CLASS),
    left(cells.evidence, EVIDENCE),
    cells.reads,
  ].join(" ");
}

function entryLines(entry: RuleEntry, page: Page): string[] {
  const { number, id, severity, evidence, reads } = entry;
  const margin = " ".repeat(NUMBER + 1);
  const isProposal = entry.checked_by !== "finalize tool, lint";
  const last = isProposal ? entry.checked_by : reads.join(", ");
  const [first = "", ...rest] = wrap(last, Math.max(10, page.width - NUMBER - ID - SEVERITY - CLASS - EVIDENCE - 5));
  const cells = {
    number: number === null ? "" : String(number),
    id,
    severity,
    class: entry.class,
    evidence,
    reads: first,
  };
  const under = " ".repeat(NUMBER + ID + SEVERITY + CLASS + EVIDENCE + 5);
  return [
    page.paint.heading(row(cells)),
    ...rest.map((line) => under + line),
    ...hanging(margin, entry.title, page.width),
    ...hanging(margin, entry.source, page.width).map(page.paint.quiet),
  ];
}

/** The catalogue: three lines a rule, its facts, its title and its source. */
export function rulesTable(entries: readonly RuleEntry[], page: Page): string[] {
  const titles = row({
    number: "no",
    id: "rule",
    severity: "weight",
    class: "class",
    evidence: "evidence",
    reads: "reads",
  });
  const ofPlans = entries.filter((entry) => entry.checked_by === "finalize tool, lint");
  const ofProposals = entries.filter((entry) => !ofPlans.includes(entry));
  const legend = [
    ...Object.entries(CLASS_TEXT).flatMap(([name, text]) => hanging(left(name, CLASS + 1), text, page.width)),
    ...wrap(
      'no is the rule\'s number in section 8 of docs/training-science.md, and "training science 2.4" a section there. The seed document is the description that this program was first written to.',
      page.width,
    ),
  ];
  return finish(
    [
      page.paint.heading(`${counted(ofPlans.length, "rule")} of plans`),
      page.paint.quiet(titles),
      ...ofPlans.flatMap((entry) => entryLines(entry, page)),
      "",
      page.paint.heading(`${counted(ofProposals.length, "rule")} of proposals and files, with who checks them`),
      ...ofProposals.flatMap((entry) => entryLines(entry, page)),
      "",
      ...legend.map(page.paint.quiet),
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
