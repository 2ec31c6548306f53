import type { CalendarDate } from "../../base/calendar.ts";
import { seasonOf, type ExportChoices } from "../../export/session.ts";
import { cardsHtml, cardsOf } from "../../page/cards.ts";
import type { PageInput } from "../../page/input.ts";
import { planHtml } from "../../page/page.ts";
import type { PlanFile } from "../../plan/schema.ts";
import type { KnownRides } from "../review/match-known.ts";
import { knownState } from "./known-state.ts";

/** What a page of a plan is made from. */
export interface PageTask {
  readonly plan: PlanFile;
  readonly known: KnownRides;
  readonly today: CalendarDate;
  readonly choices: ExportChoices;
  /** Nothing for the current plan, ` --plan century` for every other. */
  readonly planFlag: string;
  /** How the program was started; left out where nobody did at a terminal. */
  readonly program?: string | undefined;
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

const inputOf = ({ plan, known, today, choices, planFlag, program, beside }: PageTask): PageInput => ({
  file: plan,
  season: seasonOf(plan, choices),
  known: knownState(plan.training_plan, known, today),
  today,
  planFlag,
  program,
  files: endingsOf(beside),
});

/** The page of a plan as one file of HTML. */
export const planPageHtml = (task: PageTask): string => planHtml(inputOf(task));

/** The cards of a plan: each as a drawing, and all of them on paper. */
export function planCards(task: PageTask): { readonly ending: string; readonly text: string }[] {
  const cards = cardsOf(inputOf(task));
  const drawings = cards.map(({ name, svg }) => ({ ending: `-${name}.svg`, text: `${svg}\n` }));
  return [...drawings, { ending: "-cards.html", text: cardsHtml(cards) }];
}
