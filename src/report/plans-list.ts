import type { CalendarDate } from "../base/calendar.ts";
import { hanging, left, widthOf } from "./columns.ts";
import { finish, type Page } from "./page.ts";
import { span } from "./units.ts";

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
  /** `week 6 of 12`, `starts in 9 weeks`, `ended 29 Nov 2026`. */
  readonly stands: string;
  readonly goal: string;
  /** "on track", "a stretch", "not yet"; "" where nothing is aimed at. */
  readonly ready: string;
  readonly isCurrent: boolean;
  readonly dates: readonly ShownDates[];
  readonly trouble: string | undefined;
}

const MARK = 2;
const GAP = 3;

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(widthOf));

interface Columns {
  readonly id: number;
  readonly stands: number;
  readonly goal: number;
}

function headLines(plan: ShownPlan, columns: Columns, page: Page): string[] {
  const { planId, stands, goal, ready, isCurrent, trouble } = plan;
  const mark = isCurrent ? "> " : "  ";
  if (trouble !== undefined) return hanging(mark, `${planId}: ${trouble}`, page.width);
  const row = `${mark}${left(planId, columns.id + GAP)}${left(stands, columns.stands + GAP)}${left(goal, columns.goal + GAP)}${ready}`;
  if (widthOf(row.trimEnd()) <= page.width) return [isCurrent ? page.paint.heading(row) : row];
  // Where it does not fit, the goal stands below.
  const rest = [goal, ready].filter((text) => text !== "").join(", ");
  return [
    ...hanging(mark, `${planId}: ${stands}`, page.width),
    ...(rest === "" ? [] : hanging("    ", rest, page.width)),
  ];
}

function dateLines({ dates }: ShownPlan, page: Page): string[] {
  const colours: Record<string, (text: string) => string> = { active: page.paint.good, cancelled: page.paint.quiet };
  return dates.flatMap(({ id, status, from, to }) =>
    hanging(`${" ".repeat(MARK + 2)}${status.padEnd(9)}  `, `${span(from, to, true)}  ${id}`, page.width).map(
      colours[status] ?? ((text) => text),
    ),
  );
}

/** Finished plans, each with where it stands and its dates. */
export function plansPage(plans: readonly ShownPlan[], page: Page): string[] {
  const read = plans.filter(({ trouble }) => trouble === undefined);
  const columns: Columns = {
    id: widest(read.map(({ planId }) => planId)),
    stands: widest(read.map(({ stands }) => stands)),
    goal: widest(read.map(({ goal }) => goal)),
  };
  const lines = plans.flatMap((plan) => [...headLines(plan, columns, page), ...dateLines(plan, page)]);
  return finish(lines, page);
}
