import type { CalendarDate } from "../base/calendar.ts";
import { hanging, wrap } from "./columns.ts";
import { finish, type Page } from "./page.ts";
import { fullDate } from "../base/date-words.ts";
import { counted, span } from "./units.ts";

/** Dates of a plan, as the list shows them. */
export interface ShownDates {
  readonly id: string;
  readonly status: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** A plan of the list; one that cannot be read has only its trouble. */
export interface ShownPlan {
  readonly planId: string;
  readonly weeks: number | undefined;
  readonly event: { readonly date: CalendarDate; readonly type: string } | undefined;
  readonly dates: readonly ShownDates[];
  readonly trouble: string | undefined;
}

function headOf({ planId, weeks, event, trouble }: ShownPlan): string {
  if (trouble !== undefined) return `${planId}: ${trouble}`;
  const goal = event === undefined ? "" : `, ${event.type.replaceAll("_", " ")} on ${fullDate(event.date)}`;
  return `${planId}: ${weeks === undefined ? "the plan itself is gone" : counted(weeks, "week")}${goal}`;
}

function planLines(plan: ShownPlan, page: Page): string[] {
  const colours: Record<string, (text: string) => string> = { active: page.paint.good, cancelled: page.paint.quiet };
  const dates = plan.dates.flatMap(({ id, status, from, to }) =>
    hanging(`  ${status.padEnd(9)}  `, `${span(from, to, true)}  ${id}`, page.width).map(
      colours[status] ?? ((text) => text),
    ),
  );
  const none = plan.trouble === undefined && dates.length === 0 ? ["  not scheduled"] : [];
  return [...wrap(headOf(plan), page.width), ...none, ...dates];
}

/** Finished plans, each with its dates. */
export const plansPage = (plans: readonly ShownPlan[], page: Page): string[] =>
  finish(plans.flatMap((plan, at) => [...(at === 0 ? [] : [""]), ...planLines(plan, page)]), page); // prettier-ignore
