import { intervalsEntries, intervalsNotes, type IntervalsEntry } from "../../export/intervals-events.ts";
import { seasonOf, type ExportChoices } from "../../export/session.ts";
import { eventNameInFull } from "../../plan/event-name.ts";
import type { PlanFile, TrainingPlan } from "../../plan/schema.ts";
import type { Workout } from "../../workout/schema.ts";

const OWN_RIDE = "A ride of your own";

/** The kinds of a plan's events in place of the names that the rider gave them. */
function withoutEventName(name: string, { event, events = [] }: TrainingPlan["plan_metadata"]): string {
  return [...events, ...(event === undefined ? [] : [event])].reduce((left, one) => {
    if (one.name === undefined) return left;
    return left.replace(eventNameInFull(one), eventNameInFull({ type: one.type })).replaceAll(one.name, "your event");
  }, name);
}

function unnamed(workout: Workout, metadata: TrainingPlan["plan_metadata"]): Workout {
  if (workout.role === "fixed") return { ...workout, name: OWN_RIDE };
  return workout.role === "event" ? { ...workout, name: withoutEventName(workout.name, metadata) } : workout;
}

/** A plan as it may leave the machine: what the rider named in own words goes by its kind. */
export function withoutOwnWords(plan: PlanFile): PlanFile {
  const { training_plan: training } = plan;
  const weeks = training.weekly_plan.map((week) => ({
    ...week,
    workouts: week.workouts.map((workout) => unnamed(workout, training.plan_metadata)),
  }));
  return { ...plan, training_plan: { ...training, weekly_plan: weeks } };
}

/** What a calendar at intervals.icu is to hold of a plan, and what its text cannot say. */
export function pushedEntries(
  plan: PlanFile,
  choices: ExportChoices,
): { readonly entries: readonly IntervalsEntry[]; readonly notes: readonly string[] } {
  const season = seasonOf(withoutOwnWords(plan), choices);
  return { entries: intervalsEntries(season), notes: intervalsNotes(season) };
}
