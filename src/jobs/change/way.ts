import type { CalendarDate } from "../../base/calendar.ts";
import { shortDay } from "../../base/date-words.ts";
import { joinWords } from "../../base/text.ts";
import { PlanError } from "../../base/errors.ts";
import type { Intent } from "../../plan/change-schema.ts";
import type { LivedDay } from "../../plan/schema.ts";
import { counted } from "../../report/units.ts";
import { changedDates, metadataOf, stateOn, type Edit } from "./edit.ts";

/** One way to do what was asked: the edit before it is mended, and what it costs in a sentence. */
export interface Way {
  readonly edit: Edit;
  readonly costs: string;
  /** In a few words, beside another way. */
  readonly name: string;
  /** What is done this way, where that is more exact than what was said. */
  readonly intent?: Intent | undefined;
}

export const way = (edit: Edit, costs: string, name = "as asked"): Way => ({ edit, costs, name });

const FREE = "Costs nothing: ";

const strengthOn = (edit: Edit, date: CalendarDate): boolean =>
  stateOn(edit, date)?.workouts.some(({ type }) => type === "strength") === true;

/** What a way costs once it is mended: rides that a rule asks to change as well were not asked for, and are not nothing. */
export function costsInAll({ edit, costs }: Way, before: Edit, mended: Edit): string {
  const meant = changedDates(before, edit);
  const also = changedDates(edit, mended);
  const others = also.filter((date) => !meant.includes(date)).length;
  const weaker = also.filter((date) => meant.includes(date) && strengthOn(edit, date) && !strengthOn(mended, date));
  const said = [
    ...(weaker.length === 0 ? [] : [`The strength of ${joinWords(weaker.map(shortDay))} is left out.`]),
    ...(others === 0
      ? []
      : [`${counted(others, "other ride")} ${others === 1 ? "changes" : "change"} too, so that every limit holds.`]),
  ];
  if (said.length === 0) return costs;
  return [costs.startsWith(FREE) ? costs.slice(FREE.length) : costs, ...said].join(" ");
}

/** A change that cannot be meant. */
export const refuse = (message: string, hint: string): PlanError =>
  new PlanError({ code: "INPUT_INVALID", message, hint });

/** A day that the plan does not have. */
export const outsidePlan = (edit: Edit, date: CalendarDate): PlanError => {
  const { start_date: from, end_date: to } = metadataOf(edit);
  return refuse(`${shortDay(date)} is not in this plan.`, `It runs from ${from} to ${to}.`);
};

/** A day that goes otherwise than planned. */
export const chosen = (date: CalendarDate, kind: LivedDay["kind"] = "changed"): LivedDay => ({ date, kind });
