import { WEEKDAYS } from "../../base/calendar.ts";
import { PlanError } from "../../base/errors.ts";
import { canonicalJson } from "../../base/json.ts";
import { joinWords } from "../../base/text.ts";
import type { AskedWeek } from "../../coach/asked-week.ts";
import type { ProposedWeek } from "../../coach/propose-week.ts";
import type { ModelProgress, Week } from "../../plan/schema.ts";
import type { Workout } from "../../workout/schema.ts";
import { weekWith, type BasePlan } from "./base-plan.ts";
import { firstFault } from "./model-run.ts";

/** Who filled a week: what the library took over of it, and why. */
export type WeekNote = ModelProgress["weeks"][number];

/** The notes of several weeks, by week. */
export const inOrder = (notes: ReadonlyMap<number, WeekNote>): WeekNote[] =>
  [...notes.values()].sort((a, b) => a.week - b.week);

/** What is noted of a week that a model was asked for. */
export const noteOf = (asked: AskedWeek, { takenOver, faults }: ProposedWeek): WeekNote => ({
  week: asked.number,
  taken_over: [...takenOver],
  faults: [...faults],
});

const llmRides = (week: Week): Workout[] => week.workouts.filter(({ source }) => source === "llm");

/** A week on disk as this run would write it. Throws FILE_EXISTS where it is another one. */
export function noteOnDisk(base: BasePlan, asked: AskedWeek, week: Week): WeekNote {
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
