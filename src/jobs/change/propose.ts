import { fullDate } from "../../base/date-words.ts";
import { PlanError } from "../../base/errors.ts";
import type { Effect, Intent } from "../../plan/change-schema.ts";
import { planFileSchema } from "../../plan/schema.ts";
import { applied, type LivingPlan } from "./living.ts";
import type { Finding } from "../../rules/finding.ts";
import { newFindings, withVerdict } from "./check.ts";
import { effectOfEdit, newEdit, withMetadata, type ChangeStart, type Edit } from "./edit.ts";
import { repaired } from "./repair.ts";
import { costsInAll, refuse, type Way } from "./way.ts";
import { waysFor } from "./ways.ts";

/** A change that keeps every rule, seen before it is made. */
export interface Proposal {
  readonly intents: readonly Intent[];
  readonly costs: string;
  readonly effect: Effect;
  readonly before: LivingPlan;
  readonly after: LivingPlan;
  /** Other lawful ways to do the same, in a few words. */
  readonly others: readonly string[];
}

interface Lawful {
  readonly way: Way;
  readonly edit: Edit;
}

/** A rider sees the first way, and one other. */
const WAYS_SHOWN = 2;

/** The ways that break no rule as they are, as far as they are shown; where none is, the last that can be mended: it asks for least. */
function lawfulWays(ways: readonly Way[]): { lawful: Lawful[]; findings: readonly Finding[] } {
  const clean: Way[] = [];
  for (const way of ways) if (clean.length < WAYS_SHOWN && newFindings(way.edit).length === 0) clean.push(way);
  if (clean.length > 0) return { lawful: clean.map((way) => ({ way, edit: way.edit })), findings: [] };
  let findings: readonly Finding[] = [];
  for (const way of [...ways].reverse()) {
    const mended = repaired(way.edit);
    if (mended.findings.length === 0) return { lawful: [{ way, edit: mended.edit }], findings: [] };
    findings = mended.findings;
  }
  return { lawful: [], findings };
}

function notLawful(findings: readonly Finding[]): PlanError {
  const [first] = findings;
  const where = first?.date ?? (first?.week === undefined ? "" : `week ${first.week}`);
  return new PlanError({
    code: "NOT_FEASIBLE",
    message: `That cannot be done within the rules: ${first?.rule ?? ""}${where === "" ? "" : `, ${where}`}: ${first?.message ?? ""}.`,
    hint: "Choose another day, or fewer minutes. Nothing was changed.",
    details: { findings },
  });
}

/** A way that was asked for by its number and is not there. */
function noWay(choice: number, { length: changes }: readonly Intent[], ways: number): PlanError {
  if (changes > 1)
    return refuse("Only one change has a second way.", "Make them one after the other, or leave --way out.");
  const count = ways === 1 ? "one way" : `${ways} ways`;
  return refuse(`There is no way ${choice + 1}: that can be done in ${count}.`, "Leave --way out for the first.");
}

/** What looks back; all else needs days that are still ahead. */
const LOOKS_BACK: readonly Intent["kind"][] = ["missed", "sick", "undo", "edited"];

function needDaysAhead({ plan, today }: ChangeStart, intents: readonly Intent[]): void {
  const { end_date: end } = plan.file.training_plan.plan_metadata;
  if (today <= end || intents.every(({ kind }) => LOOKS_BACK.includes(kind))) return;
  const { plan_id: planId } = plan.file.training_plan;
  throw new PlanError({
    code: "INPUT_INVALID",
    message: `This plan ended on ${fullDate(end)}: no day is ahead that could change.`,
    hint: `Make the next one; your numbers and fitness carry over: cycling-plan generate --after ${planId}.`,
  });
}

/** The plan as it would be, where it can be read back: lists such as days off have an end. Throws INPUT_INVALID. */
function readable(after: LivingPlan): LivingPlan {
  const { error } = planFileSchema.safeParse(after.file);
  const [issue] = error?.issues ?? [];
  if (issue === undefined) return after;
  throw refuse(
    `The plan would no longer be one: ${issue.path.slice(-1).join("")}: ${issue.message}.`,
    "Take changes back that no longer count (cycling-plan changes lists them), or make a plan anew.",
  );
}

/**
 * What a change would do, and what it costs. Several at once are one change. `choice` is the way to take where there are
 * several, from 0. Throws INPUT_INVALID where it cannot be meant, NOT_FEASIBLE with the rule that no way keeps.
 */
export function proposeChange(start: ChangeStart, intents: readonly Intent[], choice = 0): Proposal {
  needDaysAhead(start, intents);
  let edit = withMetadata(newEdit(start), { changed_on: start.today });
  const done: Intent[] = [];
  const costs: string[] = [];
  let others: string[] = [];
  for (const intent of intents) {
    const { lawful, findings } = lawfulWays(waysFor(edit, intent));
    if (lawful.length === 0) throw notLawful(findings);
    const taken = lawful[intents.length === 1 ? choice : 0];
    if (taken === undefined || (intents.length > 1 && choice > 0)) throw noWay(choice, intents, lawful.length);
    done.push(taken.way.intent ?? intent);
    costs.push(costsInAll(taken.way, edit, taken.edit));
    edit = taken.edit;
    others = intents.length === 1 ? lawful.filter((one) => one !== taken).map(({ way }) => way.name) : [];
  }
  edit = withVerdict(edit);
  const effect = effectOfEdit(edit);
  return {
    intents: done,
    costs: costs.join(" "),
    effect,
    before: start.plan,
    after: readable(applied(start.plan, effect)),
    others,
  };
}
