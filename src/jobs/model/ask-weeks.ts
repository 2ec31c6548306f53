import type { AskedWeek } from "../../coach/asked-week.ts";
import { NO_EFFORT } from "../../coach/converse.ts";
import { proposeWeekByModel } from "../../coach/propose-week.ts";
import { openDays } from "../../coach/season-frame.ts";
import { seasonBrief, WEEK_SYSTEM, weekBrief } from "../../coach/week-brief.ts";
import { weekForm } from "../../coach/week-form.ts";
import type { TrainingPlan, Week } from "../../plan/schema.ts";
import { takesTemperature } from "../../providers/models.ts";
import type { ModelRequest } from "../../providers/port.ts";
import { wireSchema } from "../../providers/wire-schema.ts";
import { askedWeeks, together, weekWith, type BasePlan } from "./base-plan.ts";
import { inParallel } from "./in-parallel.ts";
import type { ModelChoice } from "./model-choice.ts";
import { asking, refuseStrictly, type ModelRun } from "./model-run.ts";
import { inOrder, noteOf, noteOnDisk, type WeekNote } from "./week-notes.ts";

/** Puts weeks that were accepted just now where they are not lost, with what is noted of all weeks so far. */
export type KeepWeeks = (weeks: readonly Week[], notes: readonly WeekNote[]) => Promise<void>;

export interface FilledPlan {
  readonly plan: TrainingPlan;
  readonly weeks: readonly Week[];
  readonly notes: readonly WeekNote[];
}

/** The words of a request for one week: what all share first, then what it asks. */
export function weekRequest(base: BasePlan, asked: AskedWeek): { shared: string; content: string } {
  const shared = `${seasonBrief(base.overview, base.frame)}\n\n`;
  return { shared, content: `${shared}${weekBrief(asked)}` };
}

function requestFor(
  base: BasePlan,
  { connection, temperature }: ModelChoice,
  sharedLength: number,
): Omit<ModelRequest, "messages" | "maxTokens"> {
  const { provider, model } = connection;
  return {
    system: WEEK_SYSTEM,
    sharedLength,
    schema: { name: "week", json: wireSchema(weekForm(openDays(base.frame)), provider) },
    temperature: takesTemperature(provider, model) ? temperature : undefined,
  };
}

interface Filling {
  readonly base: BasePlan;
  readonly run: ModelRun;
  readonly keep: KeepWeeks;
  /** Weeks with rides of a model that were accepted so far, by number. */
  readonly weeks: Map<number, Week>;
  readonly notes: Map<number, WeekNote>;
}

async function askOne(filling: Filling, asked: AskedWeek, signal: AbortSignal): Promise<void> {
  const { base, run, keep, weeks, notes } = filling;
  const { choice, tally } = run;
  const { shared, content } = weekRequest(base, asked);
  const said = await proposeWeekByModel(
    asked,
    { brief: content, repairs: choice.repairs, ftpWatts: base.frame.rider.ftpWatts },
    {
      ask: asking(run, requestFor(base, choice, shared.length), signal),
      judge: (proposal) => weekWith(base, asked.number, proposal).findings,
    },
  );
  tally.add({ ...NO_EFFORT, repairs: said.effort.repairs });
  if (choice.isStrict && said.faults.length > 0) refuseStrictly(`week ${asked.number}`, said.faults, choice);
  const { week } = weekWith(base, asked.number, said.rides);
  if (week === undefined) throw new Error(`week ${asked.number} was accepted and then refused`);
  weeks.set(asked.number, week);
  notes.set(asked.number, noteOf(asked, said));
  await keep([week], inOrder(notes));
  tally.done(notes.size);
}

/**
 * Asks for the rides of every week, several weeks at once, and keeps each week as soon as the tools accept it. What stands
 * does not depend on which answer came first. Throws ModelFailure where the service fails, with what was accepted kept.
 */
export async function fillWeeks(base: BasePlan, run: ModelRun, keep: KeepWeeks): Promise<FilledPlan> {
  const { choice, tally, store } = run;
  const filling: Filling = { base, run, keep, weeks: new Map(), notes: new Map() };
  const all = askedWeeks(base);
  for (const asked of all) {
    const week = store.weeks.get(asked.number);
    if (week === undefined) continue;
    const note = noteOnDisk(base, asked, week);
    filling.weeks.set(asked.number, week);
    filling.notes.set(asked.number, store.before?.weeks.find((one) => one.week === asked.number) ?? note);
  }
  const open = all.filter(({ number }) => !filling.notes.has(number));
  // A week without rides of its own is the library's, and nobody is asked.
  for (const { number } of open.filter(({ rides }) => rides.length === 0))
    filling.notes.set(number, { week: number, taken_over: [], faults: [] });
  tally.done(filling.notes.size);
  await inParallel(
    open.filter(({ rides }) => rides.length > 0),
    (asked, signal) => askOne(filling, asked, signal),
    { atOnce: choice.concurrency, signal: choice.ports.signal, clock: choice.ports.clock },
  );
  return settledTogether(filling, all);
}

async function settledTogether(
  { base, run, keep, weeks: accepted, notes }: Filling,
  all: readonly AskedWeek[],
): Promise<FilledPlan> {
  const { plan, weeks, givenBack } = together(base, accepted);
  for (const [number, finding] of givenBack) {
    const fault = `not lawful beside the weeks before it: ${finding}`;
    if (run.choice.isStrict) refuseStrictly(`week ${number}`, [fault], run.choice);
    const days = all.find((asked) => asked.number === number)?.rides.map(({ weekday }) => weekday) ?? [];
    notes.set(number, { week: number, taken_over: days, faults: [fault] });
  }
  if (givenBack.size > 0)
    await keep(
      weeks.filter(({ week_number: number }) => givenBack.has(number)),
      inOrder(notes),
    );
  return { plan, weeks, notes: inOrder(notes) };
}
