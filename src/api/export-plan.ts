import type { FormatId } from "../export/format.ts";
import { exportPlan as exported, planFileName, type ExportedFile } from "../export/export-plan.ts";
import { planCards, planPageHtml } from "../jobs/page/plan-page.ts";
import { givenDay } from "./given-day.ts";
import type { PlanState } from "./plan-state.ts";

/** Which files, and how they are written. */
export interface ExportChoice {
  /** `zwo`, `erg`, `mrc`, `fit`, `ics`, `intervals`, `csv`, `md`, `html`, `card`. */
  readonly formats: readonly FormatId[];
  /** The day on which page and cards open, `2027-01-13`; the plan's first where it is left out. */
  readonly today?: string | undefined;
  /** Another FTP than the plan's, in watts, for all that is written in watts. */
  readonly ftpWatts?: number | undefined;
}

const asBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * A plan as files: for trainers and head units, calendars, and to look at. Paths have forward slashes and lie below a folder of your
 * choice; `notes` says what a format cannot hold. Throws `PlanError` INPUT_INVALID for a day that is none.
 */
export function exportPlan(
  { plan }: Pick<PlanState, "plan">,
  { formats, today, ftpWatts }: ExportChoice,
): ExportedFile[] {
  const { training_plan: season } = plan;
  const day = givenDay("today", today ?? season.plan_metadata.start_date);
  const choices = { ftpWatts };
  const drawn = { plan, known: { noted: [], done: [] }, today: day, choices, planFlag: "" };
  const files = exported(plan, { ...choices, formats });
  const beside = files.map(({ path }) => path);
  const file = (format: FormatId, ending: string, text: string): ExportedFile => ({
    format,
    path: planFileName(season, ending),
    bytes: asBytes(text),
    notes: [],
    isDated: true,
  });
  const page = formats.includes("html") ? [file("html", ".html", planPageHtml({ ...drawn, beside }))] : [];
  const cards = formats.includes("card") ? planCards({ ...drawn, beside }) : [];
  return [...files, ...page, ...cards.map(({ ending, text }) => file("card", ending, text))];
}
