import { datesMeant } from "../athlete/parse-dates.ts";
import { quantityOf } from "../athlete/parse-number.ts";
import { quoted } from "../athlete/parse-reading.ts";
import { addDays, daysBetween, type CalendarDate } from "../base/calendar.ts";
import { fullDate } from "../base/date-words.ts";
import { PlanError } from "../base/errors.ts";
import { eventsIn, isAim, lastEventDay } from "../plan/event-days.ts";
import type { PlanFile } from "../plan/schema.ts";
import { noSuchDay, typedDayOfPlan } from "./typed-day.ts";

/** What of a plan is meant: all of it, a week or a day. */
export type WhatOfPlan =
  | { readonly kind: "season" }
  | { readonly kind: "week"; readonly number: number }
  | { readonly kind: "day"; readonly date: CalendarDate };

/** The words of a command that takes a plan and what of it: `show`, `show century`, `show century week 6`, `show sat`. */
export interface PlanAndWhat {
  readonly plan: string | undefined;
  readonly what: string;
}

const WEEK = /^(?:(this|next|last) )?(?:week|wk)(?: ?(\d+))?$/i;
const EVENT = /^(?:the )?(?:event|race)(?: day)?$/i;

/** A day, also one that no month has: `31 feb` is no name of a plan. */
const isDay = (text: string, today: CalendarDate): boolean =>
  datesMeant(text, { today, looks: "ahead" }).dates.length > 0 || noSuchDay(text, today) !== undefined;
const isWhat = (text: string, today: CalendarDate): boolean =>
  WEEK.test(text) || EVENT.test(text) || isDay(text, today);

/** Tells the name of the plan from what of it is wanted. */
export function planAndWhat(words: readonly string[], today: CalendarDate): PlanAndWhat {
  const text = words.join(" ").trim();
  if (text === "") return { plan: undefined, what: "" };
  if (isWhat(text, today)) return { plan: undefined, what: text };
  const [first, ...rest] = words;
  return { plan: first, what: rest.join(" ").trim() };
}

const refuse = (message: string, hint: string): PlanError => new PlanError({ code: "INPUT_INVALID", message, hint });

function weekNumber(
  plan: PlanFile,
  { which, number }: { readonly which: string | undefined; readonly number: string | undefined },
  today: CalendarDate,
): number {
  if (number !== undefined) return Number(number);
  const weeks = { this: 0, next: 1, last: -1 }[which?.toLowerCase() ?? "this"] ?? 0;
  return Math.floor(daysBetween(plan.training_plan.plan_metadata.start_date, addDays(today, 7 * weeks)) / 7) + 1;
}

function week(
  plan: PlanFile,
  number: number | undefined,
  { field, given }: { readonly field: string; readonly given: string },
): WhatOfPlan {
  const last = plan.training_plan.plan_metadata.total_weeks;
  if (number !== undefined && plan.training_plan.weekly_plan.some((one) => one.week_number === number))
    return { kind: "week", number };
  throw refuse(
    `${field}: ${quoted(given)} -> expected 1 to ${last}, the weeks of this plan.`,
    "Name one of its weeks.",
  );
}

const DAY_HINT = "Name one of the plan's days.";

function day(
  plan: PlanFile,
  given: string,
  { field, today }: { readonly field: string; readonly today: CalendarDate },
): WhatOfPlan {
  const date = typedDayOfPlan(given, plan, { field, hint: DAY_HINT, today });
  const { start_date: from, end_date: to } = plan.training_plan.plan_metadata;
  if (plan.training_plan.weekly_plan.some(({ workouts }) => workouts.some((workout) => workout.date === date)))
    return { kind: "day", date };
  throw refuse(`${field}: ${quoted(given)} -> expected a day from ${fullDate(from)} to ${fullDate(to)}.`, DAY_HINT);
}

/** The next event of a plan, or its last. */
function eventDay(plan: PlanFile, today: CalendarDate): WhatOfPlan {
  const events = eventsIn(plan.training_plan.plan_metadata);
  const event = events.find((one) => isAim(one) && lastEventDay(one) >= today) ?? events.at(-1);
  if (event !== undefined) return { kind: "day", date: event.date };
  throw refuse("This plan leads to no event.", "Name a day or a week: tomorrow, sat, week 6.");
}

/** What is wanted of a plan, by its flags or in words. Throws INPUT_INVALID for a week or a day that it does not have. */
export function whatOfPlan(
  plan: PlanFile,
  {
    what,
    flags,
  }: {
    readonly what: string;
    readonly flags: { readonly week?: string | undefined; readonly day?: string | undefined };
  },
  today: CalendarDate,
): WhatOfPlan {
  if (flags.week !== undefined)
    return week(plan, quantityOf(flags.week)?.amount, { field: "--week", given: flags.week });
  if (flags.day !== undefined) return day(plan, flags.day, { field: "--day", today });
  if (what === "") return { kind: "season" };
  const [isWeek, which, number] = WEEK.exec(what) ?? [];
  if (isWeek !== undefined)
    return week(plan, weekNumber(plan, { which, number }, today), { field: "week", given: what });
  if (EVENT.test(what)) return eventDay(plan, today);
  return day(plan, what, { field: "day", today });
}
