import type { CalendarDate } from "../../base/calendar.ts";
import { PlanError } from "../../base/errors.ts";
import { joinWords } from "../../base/text.ts";
import { summarize, summarizing, type HistorySummary, type KnownNumbers } from "../../history/summary.ts";
import { lastOf, type History, type HistoryPorts } from "./read-history.ts";

const MOST_SAID = 3;
const MOST_NAMED = 30;

/** The first things that could not be read, for who finds no ride. */
function firstFaults({ files }: History): string[] {
  const all = files.flatMap(({ file, faults }) =>
    faults.slice(0, MOST_SAID).map(({ line, why }) => `  ${file}${line === undefined ? "" : ` line ${line}`}: ${why}`),
  );
  return all.slice(0, MOST_SAID);
}

/** What was left out because it is no riding, the most frequent first. */
function leftOut({ otherSports, planned }: History): string[] {
  const sports = [...otherSports].sort((a, b) => b[1] - a[1]);
  const more = sports.length - MOST_NAMED;
  const names = sports.slice(0, MOST_NAMED).map(([name, count]) => `${count} ${name}`);
  return [
    ...(names.length > 0
      ? [`  left out, no riding: ${joinWords([...names, ...(more > 0 ? [`${more} more sports`] : [])])}`]
      : []),
    ...(planned > 0 ? [`  left out, planned only: ${planned}`] : []),
  ];
}

/** What the rides say up to a day. Throws INPUT_INVALID where there is no ride. */
export const summaryOf = (history: History, today: CalendarDate, known: KnownNumbers): HistorySummary =>
  summarize(history.rides, today, { ...known, otherHeartRates: history.otherHeartRates }) ?? noRide(history, today);

/** The same of a lifetime of rides, so that Ctrl-C is heard meanwhile. Throws CANCELLED then. */
export async function summaryInSteps(
  history: History,
  today: CalendarDate,
  { known, ports }: { known: KnownNumbers; ports: Pick<HistoryPorts, "isCancelled"> },
): Promise<HistorySummary> {
  const steps = summarizing(history.rides, today, { ...known, otherHeartRates: history.otherHeartRates });
  return (await lastOf(steps, ports)) ?? noRide(history, today);
}

function noRide(history: History, today: CalendarDate): never {
  throw new PlanError({
    code: "INPUT_INVALID",
    message: [`There is no bicycle ride up to ${today} in it.`, ...leftOut(history), ...firstFaults(history)].join(
      "\n",
    ),
    hint: "Name an export that holds your rides; cycling-plan activities PATH --json says what became of each line.",
    details: {
      other_sports: Object.fromEntries(history.otherSports),
      planned_only: history.planned,
      not_read: Object.fromEntries(history.passedOver),
      files: history.files,
    },
  });
}
