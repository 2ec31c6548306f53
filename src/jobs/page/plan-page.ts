import type { CalendarDate } from "../../base/calendar.ts";
import { seasonOf, type ExportChoices } from "../../export/session.ts";
import { planHtml } from "../../page/page.ts";
import type { PlanFile } from "../../plan/schema.ts";
import type { KnownRides } from "../review/known-rides.ts";
import { knownState } from "./known-state.ts";

/** What a page of a plan is made from. */
export interface PageTask {
  readonly plan: PlanFile;
  readonly known: KnownRides;
  readonly today: CalendarDate;
  readonly choices: ExportChoices;
  /** Nothing for the current plan, ` --plan century` for every other. */
  readonly planFlag: string;
  /** Files that lie beside the page, below its folder with forward slashes. */
  readonly beside: readonly string[];
}

/** Endings by the path of their session: `week-03/2026-12-22-tue-tempo-1x45.fit`. */
function endingsOf(files: readonly string[]): Map<string, string[]> {
  const endings = new Map<string, string[]>();
  for (const file of files) {
    const dot = file.lastIndexOf(".");
    const path = file.slice(0, dot);
    endings.set(path, [...(endings.get(path) ?? []), file.slice(dot + 1)]);
  }
  return endings;
}

/** The page of a plan as one file of HTML. */
export const planPageHtml = ({ plan, known, today, choices, planFlag, beside }: PageTask): string =>
  planHtml({
    file: plan,
    season: seasonOf(plan, choices),
    known: knownState(plan.training_plan, known, today),
    today,
    planFlag,
    files: endingsOf(beside),
  });
