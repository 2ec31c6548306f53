import { quantityOf } from "../../../athlete/parse-number.ts";
import { readChange } from "../../../athlete/parse-change.ts";
import { weekdayOf } from "../../../base/calendar.ts";
import { resultWords, type OpenTest } from "../../../jobs/moments/open-test.ts";
import { proposeChange, type Proposal } from "../../../jobs/change/propose.ts";
import type { Intent } from "../../../plan/change-schema.ts";
import { appendDone, changePaths } from "../../../storage/lived-files.ts";
import { clockText } from "../../clock.ts";
import { carryOutChange, openFor, startFor } from "../../living.ts";
import { askLine, type Asking } from "./ask-done.ts";

/** Nobody holds less or more for 20 minutes; what lies outside is a slip of the fingers. Watts. */
const WATTS = { low: 40, high: 700 };

function wattsIn(text: string): number | undefined {
  const quantity = quantityOf(text.trim().toLowerCase());
  if (quantity === undefined || !["", "w", "watt", "watts"].includes(quantity.unit)) return undefined;
  return quantity.amount >= WATTS.low && quantity.amount <= WATTS.high ? Math.round(quantity.amount) : undefined;
}

const check = (text: string): true | string =>
  text.trim() === "" || wattsIn(text) !== undefined || "Type watts, such as 288; Enter alone asks another day.";

const QUESTIONS = {
  "20min": "Your 20 minutes: how many watts on average?",
  ramp: "Your ramp test: how many watts in the best minute?",
} as const;

/** Asks for the result of a test, shows what it changes, and does it after a yes. */
export async function askTest(asking: Asking, test: OpenTest, given: string | undefined): Promise<void> {
  const { system, settings } = asking;
  const seen = test.best === undefined ? "" : ` (your recording says ${test.best})`;
  const day = weekdayOf(test.session.date);
  const typed = await askLine(asking, `${QUESTIONS[test.kind]}${seen} ${day}; Enter: later`, check);
  const watts = typed === undefined ? undefined : wattsIn(typed);
  if (watts === undefined) return;
  const flags = { plan: given, today: settings.today };
  const living = await openFor(system, flags);
  const start = await startFor(living);
  const words = resultWords(test.kind, watts);
  const { date: tested } = test.session;
  await appendDone(changePaths(asking.path).done, {
    day: tested,
    status: "done",
    words,
    at: clockText(system, settings),
  });
  const intents = readChange(words, settings.today).flatMap((said): Intent[] =>
    said.kind === "ftp" ? [{ kind: "ftp", watts: said.watts }] : [],
  );
  const propose = (way: number): Proposal => proposeChange(start, intents, way);
  await carryOutChange({ living, words, propose, flags, isJson: false, way: 0 });
  system.out("\n");
}
