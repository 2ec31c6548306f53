import type { CalendarDate } from "../../base/calendar.ts";
import { shortDay } from "../../base/date-words.ts";
import { PlanError } from "../../base/errors.ts";
import type { Intent } from "../../plan/change-schema.ts";
import type { LivedDay } from "../../plan/schema.ts";
import { metadataOf, type Edit } from "./edit.ts";

/** What a way costs, in a sentence; where days are counted, of the edit as it was mended. */
type Costs = string | ((mended: Edit) => string);

/** One way to do what was asked: the edit before it is mended, and what it costs. */
export interface Way {
  readonly edit: Edit;
  readonly costs: Costs;
  /** In a few words, beside another way. */
  readonly name: string;
  /** What is done this way, where that is more exact than what was said. */
  readonly intent?: Intent | undefined;
}

export const way = (edit: Edit, costs: Costs, name = "as asked"): Way => ({ edit, costs, name });

export const costsOf = ({ costs }: Way, mended: Edit): string => (typeof costs === "string" ? costs : costs(mended));

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
