import { WEEKDAYS } from "../../base/calendar.ts";
import { PlanError } from "../../base/errors.ts";
import { canonicalJson } from "../../base/json.ts";
import { joinWords } from "../../base/text.ts";
import { askedWeek, type AskedWeek } from "../../coach/asked-week.ts";
import { NO_EFFORT } from "../../coach/converse.ts";
import { proposeWeekByModel, type ProposedWeek } from "../../coach/propose-week.ts";
import { openDays, type SeasonFrame } from "../../coach/season-frame.ts";
import { seasonBrief, WEEK_SYSTEM, weekBrief } from "../../coach/week-brief.ts";
import { weekForm } from "../../coach/week-form.ts";
import type { ModelProgress, Overview, TrainingPlan, Week } from "../../plan/schema.ts";
import { takesTemperature } from "../../providers/models.ts";
import type { ModelRequest } from "../../providers/port.ts";
import { wireSchema } from "../../providers/wire-schema.ts";
import type { Finding } from "../../rules/finding.ts";
import { finalizePlan } from "../../tools/finalize-tool.ts";
import { acceptWeek } from "../../tools/week-tool.ts";
import type { Workout } from "../../workout/schema.ts";
import type { CompiledPlan } from "../compile/compile.ts";
import { inParallel } from "./in-parallel.ts";
import type { ModelChoice } from "./model-choice.ts";
import { asking, firstFault, refuseStrictly, type ModelRun } from "./model-run.ts";

/** A lawful plan whose rides a model may replace. */
export interface BasePlan {
  readonly overview: Overview;
  readonly weeks: readonly Week[];
  readonly frame: SeasonFrame;
}

/** What a model is asked to replace the rides of. */
export const basePlan = ({ overview, plan }: CompiledPlan, frame: SeasonFrame): BasePlan => ({
  overview,
  weeks: plan.training_plan.weekly_plan,
  frame,
});

/** Who filled a week: what the library took over of it, and why. */
export type WeekNote = ModelProgress["weeks"][number];

type Judged =
  | { readonly week: Week; readonly findings: readonly [] }
  | { readonly week: undefined; readonly findings: readonly Finding[] };

/** One week with rides of a model in the place of the library's, as the week tool and the whole plan take it. */
export function weekWith(base: BasePlan, number: number, rides: readonly Workout[]): Judged {
  const own = base.weeks.find((week) => week.week_number === number);
  const workouts = (own?.workouts ?? []).map(
    (workout) =>
      rides.find(({ date }) => date === workout.date && workout.source === "library" && workout.type !== "strength") ??
      workout,
  );
  const outcome = acceptWeek({ overview: base.overview, weekNumber: number, workouts });
  if (outcome.kind === "rejected") return { week: undefined, findings: outcome.findings };
  const weeks = base.weeks.map((week) => (week.week_number === number ? outcome.value : week));
  const final = finalizePlan(base.overview, weeks);
  return final.kind === "rejected"
    ? { week: undefined, findings: final.findings }
    : { week: outcome.value, findings: [] };
}

/** What is asked of each week, in order. */
export const askedWeeks = ({ overview, weeks, frame }: BasePlan): AskedWeek[] =>
  overview.weekly_overview.flatMap((week, i) => {
    const filled = weeks[i];
    return filled === undefined ? [] : [askedWeek(week, filled, frame.rider)];
  });

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

const llmRides = (week: Week): Workout[] => week.workouts.filter(({ source }) => source === "llm");

/** A week on disk as this run would write it. Throws FILE_EXISTS where it is another one. */
function noteOnDisk(base: BasePlan, asked: AskedWeek, week: Week): WeekNote {
  const rides = llmRides(week);
  const again = weekWith(base, asked.number, rides).week;
  if (again === undefined || canonicalJson(again) !== canonicalJson(week))
    throw new PlanError({
      code: "FILE_EXISTS",
      message: `Week ${asked.number} on disk is not what the interrupted run wrote: it was changed since, or another version of the program or of the library made it.`,
      hint: "Make the plan again with the same answers and --force.",
      details: { week: asked.number },
    });
  const takenOver = asked.rides.filter(({ own }) => !rides.some(({ date }) => date === own.date));
  return { week: asked.number, taken_over: takenOver.map(({ weekday }) => weekday), faults: [] };
}

const noteOf = (asked: AskedWeek, { takenOver, faults }: ProposedWeek): WeekNote => ({
  week: asked.number,
  taken_over: [...takenOver],
  faults: [...faults],
});

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

const inOrder = (notes: ReadonlyMap<number, WeekNote>): WeekNote[] =>
  [...notes.values()].sort((a, b) => a.week - b.week);

interface Together {
  readonly plan: TrainingPlan;
  readonly weeks: readonly Week[];
  /** Weeks that are lawful alone and not beside the others: they are the library's. */
  readonly givenBack: readonly number[];
}

/** All weeks in one plan: each is lawful alone; where two are not so together, the later one is the library's again. */
function together(base: BasePlan, accepted: ReadonlyMap<number, Week>): Together {
  const alone = base.weeks.map((week) => accepted.get(week.week_number) ?? week);
  const all = finalizePlan(base.overview, alone);
  if (all.kind === "accepted") return { plan: all.value, weeks: alone, givenBack: [] };
  let weeks = base.weeks;
  let final = finalizePlan(base.overview, weeks);
  const givenBack: number[] = [];
  for (const [i, week] of alone.entries()) {
    if (week === weeks[i]) continue;
    const next = weeks.map((other, k) => (k === i ? week : other));
    const verdict = finalizePlan(base.overview, next);
    if (verdict.kind === "rejected") givenBack.push(week.week_number);
    else [weeks, final] = [next, verdict];
  }
  if (final.kind === "rejected") throw new Error("the plan that the library filled is not lawful");
  return { plan: final.value, weeks, givenBack };
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
  const fault = "not lawful beside the weeks before it";
  if (givenBack.length > 0 && run.choice.isStrict) refuseStrictly(`week ${String(givenBack[0])}`, [fault], run.choice);
  for (const number of givenBack) {
    const days = all.find((asked) => asked.number === number)?.rides.map(({ weekday }) => weekday) ?? [];
    notes.set(number, { week: number, taken_over: days, faults: [fault] });
  }
  if (givenBack.length > 0)
    await keep(
      weeks.filter(({ week_number: number }) => givenBack.includes(number)),
      inOrder(notes),
    );
  return { plan, weeks, notes: inOrder(notes) };
}

/** What the plan says where the library had to step in. */
export function weekWarnings(notes: readonly WeekNote[], weeks: readonly Week[]): string[] {
  const short = notes.filter(({ taken_over: days }) => days.length > 0);
  if (short.length === 0) return [];
  const isWhole = ({ week }: WeekNote): boolean =>
    !weeks.some(
      ({ week_number: number, workouts }) => number === week && workouts.some(({ source }) => source === "llm"),
    );
  const whole = short.filter(isWhole).map(({ week }) => String(week));
  const parts = short
    .filter((note) => !isWhole(note))
    .map(({ week, taken_over: days }) => `week ${week} (${joinWords(days.map((day) => WEEKDAYS[day] ?? ""))})`);
  const named = joinWords([
    ...(whole.length === 0 ? [] : [`all rides of week${whole.length === 1 ? "" : "s"} ${joinWords(whole)}`]),
    ...(parts.length === 0 ? [] : [`rides of ${joinWords(parts)}`]),
  ]);
  const why = firstFault(short.find(({ faults }) => faults.length > 0)?.faults ?? []);
  return [`From the library, because the model's did not keep the rules: ${named}.${why}`];
}
