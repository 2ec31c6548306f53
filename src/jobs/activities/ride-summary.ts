import type { CalendarDate } from "../../base/calendar.ts";
import { PlanError } from "../../base/errors.ts";
import { summarize, type HistorySummary, type KnownNumbers } from "../../history/summary.ts";
import type { History } from "./read-history.ts";

const MOST_SAID = 3;

/** The first things that could not be read, for who finds no ride. */
function firstFaults({ files }: History): string[] {
  const all = files.flatMap(({ file, faults }) =>
    faults.slice(0, MOST_SAID).map(({ line, why }) => `  ${file}${line === undefined ? "" : ` line ${line}`}: ${why}`),
  );
  return all.slice(0, MOST_SAID);
}

/** What the rides say up to a day. Throws INPUT_INVALID where there is no ride. */
export function summaryOf(history: History, today: CalendarDate, known: KnownNumbers): HistorySummary {
  const summary = summarize(history.rides, today, known);
  if (summary !== undefined) return summary;
  throw new PlanError({
    code: "INPUT_INVALID",
    message: [`There is no bicycle ride up to ${today} in it.`, ...firstFaults(history)].join("\n"),
    hint: "Name an export that holds your rides; cycling-plan activities PATH --json says what became of each line.",
    details: { files: history.files },
  });
}
