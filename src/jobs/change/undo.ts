import { z } from "zod";
import { dateRangeSchema, type DateRange } from "../../athlete/schema.ts";
import { addDays, type CalendarDate } from "../../base/calendar.ts";
import { shortDay } from "../../base/date-words.ts";
import { PlanError } from "../../base/errors.ts";
import { joinWords } from "../../base/text.ts";
import type { ChangedDay, ChangedField, Step } from "../../plan/change-schema.ts";
import { livedDaySchema, type LivedDay } from "../../plan/schema.ts";
import { newFindings, withVerdict } from "./check.ts";
import {
  effectOfEdit,
  isFixed,
  metadataOf,
  newEdit,
  stateOn,
  withDay,
  withMetadata,
  type ChangeStart,
  type Edit,
} from "./edit.ts";
import { applied, inverted, isSame, type LivingPlan } from "./living.ts";
import type { Proposal } from "./propose.ts";
import { standing } from "../../plan/standing-steps.ts";
import { refuse } from "./way.ts";

/** The plan as it was after a step; 0 is as it was made. */
export function stateAt(plan: LivingPlan, steps: readonly Step[], number: number): LivingPlan {
  let state = plan;
  for (const step of [...steps].reverse()) {
    if (step.step <= number) break;
    if (step.intents.some(({ kind }) => kind === "edited"))
      throw refuse(
        `Step ${step.step} is an edit by hand: what was before it is not known.`,
        `Name a step from ${step.step} on.`,
      );
    state = applied(state, inverted(step.effect));
  }
  return state;
}

const livedDays = z.array(livedDaySchema);

/** Fields that every change writes anew. */
const DERIVED: readonly string[] = ["waivers", "readiness", "scores", "lived", "changed_on"];

const daysOff = z.array(dateRangeSchema);

/** Days off as they were before a step; those that it brought and that are past stay so: that is why nobody rode. */
function daysOffBefore({ before, after }: ChangedField, today: CalendarDate): DateRange[] | undefined {
  const was = daysOff.safeParse(before).data;
  const brought = (daysOff.safeParse(after).data ?? []).filter(
    (range) => was?.some((one) => isSame(one, range)) !== true,
  );
  const yesterday = addDays(today, -1);
  const past = brought.flatMap((range) =>
    range.from < today ? [{ ...range, to: range.to < today ? range.to : yesterday }] : [],
  );
  return past.length === 0 ? was : [...(was ?? []), ...past];
}

function restoredFields(edit: Edit, fields: readonly ChangedField[]): Edit {
  const plan = edit.start.plan.file.training_plan;
  let next = edit;
  for (const changed of fields) {
    const { part, field, after } = changed;
    const before = field === "unavailable" ? daysOffBefore(changed, edit.start.today) : changed.before;
    const whole: object = part === "plan_metadata" ? plan.plan_metadata : plan.athlete_profile;
    if (DERIVED.includes(field) || !isSame(Reflect.get(whole, field), after)) continue;
    next =
      part === "plan_metadata"
        ? { ...next, metadata: { ...next.metadata, [field]: before } }
        : { ...next, profile: { ...next.profile, [field]: before } };
  }
  return next;
}

/** What was lived before the step, for the days that the step noted and nobody noted since. */
function livedBefore(edit: Edit, { effect }: Step, left: readonly CalendarDate[]): LivedDay[] {
  const field = effect.fields.find((one) => one.field === "lived");
  const read = (value: unknown): readonly LivedDay[] => livedDays.safeParse(value).data ?? [];
  const [before, after] = [read(field?.before), read(field?.after)];
  const added = after.filter((day) => !before.some((one) => isSame(one, day)) && !left.includes(day.date));
  return (metadataOf(edit).lived ?? []).flatMap((day): LivedDay[] => {
    if (!added.some((one) => isSame(one, day))) return [day];
    const was = before.find(({ date }) => date === day.date);
    return was === undefined ? [] : [was];
  });
}

function isRestorable(edit: Edit, { date, after }: ChangedDay): boolean {
  return !isFixed(edit, date) && isSame(stateOn(edit, date), after);
}

/** The step that took a step back, and stands; undefined where the step itself does. */
const undoneBy = (steps: readonly Step[], { step }: Step): Step | undefined =>
  standing(steps).find(({ intents }) => intents.some((intent) => intent.kind === "undo" && intent.step === step));

/**
 * A step taken back: on its own day, as the last one, to the byte; later the days that are still ahead and that nothing has
 * changed since. Throws INPUT_INVALID where there is no such step, NOT_FEASIBLE where a rule stands against it.
 */
export function proposeUndo(start: ChangeStart, steps: readonly Step[], number: number | undefined): Proposal {
  const last = steps.at(-1);
  const step = number === undefined ? last : steps.find((one) => one.step === number);
  if (step === undefined)
    throw refuse(
      steps.length === 0 ? "Nothing has been changed yet." : `There is no step ${number ?? ""}.`,
      "See the steps with cycling-plan changes.",
    );
  if (step.intents.some(({ kind }) => kind === "edited"))
    throw refuse(`Step ${step.step} is an edit by hand.`, "Put the file back as it was, for example with git.");
  const by = undoneBy(steps, step);
  if (by !== undefined)
    throw refuse(
      `Step ${step.step} was taken back already, by step ${by.step}.`,
      `To have it again take step ${by.step} back: cycling-plan undo ${by.step}.`,
    );
  const intents = [{ kind: "undo" as const, step: step.step }];
  if (step === last && step.day === start.today && step.effect.days.every(({ date }) => !start.done.has(date))) {
    const effect = inverted(step.effect);
    return {
      intents,
      costs: "Nothing has been ridden since: the plan will be as it was, to the byte.",
      effect,
      before: start.plan,
      after: applied(start.plan, effect),
      others: [],
    };
  }
  return partlyUndone(start, step, intents);
}

function partlyUndone(start: ChangeStart, step: Step, intents: Proposal["intents"]): Proposal {
  let edit = withMetadata(newEdit(start), { changed_on: start.today });
  const back = step.effect.days.filter((day) => isRestorable(edit, day));
  const left = step.effect.days.filter((day) => !back.includes(day)).map(({ date }) => date);
  for (const { date, before } of back) edit = withDay(edit, date, before);
  edit = restoredFields(edit, step.effect.fields);
  edit = withMetadata(edit, { lived: livedBefore(edit, step, left) });
  const [finding] = newFindings(edit);
  if (finding !== undefined)
    throw new PlanError({
      code: "NOT_FEASIBLE",
      message: `Step ${step.step} cannot be taken back now: ${finding.rule}: ${finding.message}.`,
      hint: "Too much has happened since; change the days ahead instead.",
      details: { finding },
    });
  edit = withVerdict(edit);
  const effect = effectOfEdit(edit);
  const stays =
    left.length === 0
      ? ""
      : ` ${joinWords(left.map(shortDay))} ${left.length === 1 ? "stays" : "stay"}: past, done, kept or changed since.`;
  return {
    intents,
    costs: `${back.length === 0 ? "No day comes back." : `${back.length} ${back.length === 1 ? "day comes" : "days come"} back.`}${stays}`,
    effect,
    before: start.plan,
    after: applied(start.plan, effect),
    others: [],
  };
}
