import type { ProfileInput } from "../../../../src/athlete/schema.ts";
import type { CalendarDate } from "../../../../src/base/calendar.ts";
import type { ChangeStart } from "../../../../src/jobs/change/edit.ts";
import { dayState, type LivingPlan } from "../../../../src/jobs/change/living.ts";
import { proposeChange, type Proposal } from "../../../../src/jobs/change/propose.ts";
import { compilePlan } from "../../../../src/jobs/compile/compile.ts";
import type { DayState, Intent } from "../../../../src/plan/change-schema.ts";
import type { PlanTask } from "../../../../src/plan/task.ts";
import type { Workout } from "../../../../src/workout/schema.ts";
import { aTask } from "../../../support/a-task.ts";
import { shipped } from "../../library/shipped.ts";

/** A Thursday in week 6 of 12: an easy ride and strength today, a key session and the long ride on the weekend. */
export const TODAY = "2027-01-14";

/** The rider of these tests, with strength once a week, or with what the change says of them. */
export const taskOf = (profile: Partial<ProfileInput> = {}): PlanTask =>
  aTask({
    planId: "mine",
    request: {
      goal: "Complete century",
      event: { date: "2027-02-28", type: "century" },
      tests: true,
      acceptRamp: false,
      profile: {
        ftp: 250,
        goals: [],
        experience_level: "intermediate",
        weekly_hours_available: 8,
        strength_per_week: 1,
        training_availability: { week_days: ["Tuesday", "Wednesday", "Thursday", "Saturday", "Sunday"] },
        ...profile,
      },
    },
  });
export const task = taskOf();
const compiled = compilePlan(task, shipped);
export const made: LivingPlan = { file: compiled.plan, overview: compiled.overview };

export const startOn = (change: Partial<ChangeStart> = {}): ChangeStart => ({
  plan: made,
  library: shipped,
  today: TODAY,
  done: new Set(),
  task,
  ...change,
});

/** What a change of the plan comes to on that Thursday, or as the start says. */
export const proposed = (intent: Intent, start: Partial<ChangeStart> = {}, choice = 0): Proposal =>
  proposeChange(startOn(start), [intent], choice);

export const rideOn = (date: CalendarDate, plan: LivingPlan = made): Workout => {
  const ride = dayState(plan, date)?.workouts[0];
  if (ride === undefined) throw new Error(`no day ${date}`);
  return ride;
};

/** A session in a few words, without its name: those of the library come and go. */
const sessionOf = ({ type, role, duration_min: minutes }: Workout): string =>
  type === "rest" || type === "strength" ? type : `${role ?? ""} ${minutes}`;
const stateWords = ({ workouts }: DayState): string => workouts.map(sessionOf).join(" and ");

/** `2027-01-16: key 60 -> rest`, for each day that a change touches. */
export const daysOf = ({ effect }: Pick<Proposal, "effect">): string[] =>
  effect.days.map(({ date, before, after }) => `${date}: ${stateWords(before)} -> ${stateWords(after)}`);

/** The first reason of each day that a change touches, each once. */
export const reasonsOf = ({ effect }: Proposal): string[] => [
  ...new Set(effect.days.flatMap(({ after }) => after.workouts[0]?.why?.[0]?.text ?? [])),
];

/** What is noted of days that go otherwise, as `2027-01-16 changed`. */
export const livedOf = ({ after }: Proposal): string[] =>
  (after.file.training_plan.plan_metadata.lived ?? []).map(({ date, kind }) => `${date} ${kind}`);
