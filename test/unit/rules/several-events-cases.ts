import { WEEKDAYS, type CalendarDate, type Weekday } from "../../../src/base/calendar.ts";
import type { ListedEvent } from "../../../src/plan/event-schema.ts";
import type { TrainingPlan } from "../../../src/plan/schema.ts";
import type { RuleCase } from "./rule-case.ts";
import { easyRide, loadWeeks, plant, repeats, restDay, resum, session, steady, week } from "./golden.ts";

/** A load week of base in the middle of the plan, and its Monday's rider: Tuesday, Wednesday, Thursday, Saturday, Sunday. */
const middle = (plan: TrainingPlan): number => loadWeeks(plan)[3] ?? 1;

type Other = Pick<ListedEvent, "priority"> & Partial<ListedEvent>;

/** A second event on a weekday of the middle week, beside the plan's own; its week is easy but for that. */
function withEvent(plan: TrainingPlan, weekday: Weekday, other: Other): ListedEvent {
  const number = middle(plan);
  const one = week(plan, number);
  for (const around of [number - 1, number, number + 1]) makeEasy(plan, around);
  const date = one.workouts.find((workout) => workout.weekday === weekday)?.date ?? one.start_date;
  const { event } = plan.plan_metadata;
  if (event === undefined) throw new Error("the valid plan has an event");
  const added: ListedEvent = { date, type: "road_race", hours: 1, days: 1, intensity_pct: 90, ...other };
  const first: ListedEvent = { ...event, priority: "A", taper_days: plan.plan_metadata.taper_days };
  plan.plan_metadata.events = [added, first];
  for (const workout of plan.weekly_plan.flatMap(({ workouts }) => workouts))
    if (workout.role === "event") workout.priority = "A";
  plant(plan, number, {
    weekday,
    role: "event",
    priority: added.priority,
    type: "tempo",
    segments: [steady(added.hours * 60, added.intensity_pct)],
  });
  resum(plan);
  return added;
}

const makeEasy = (plan: TrainingPlan, number: number): void => {
  for (const workout of week(plan, number).workouts)
    if (workout.segments.length > 0 && workout.role !== "event") easyRide(workout, 45, 60);
};

const HARD = session(repeats(5, [3, 112], [3, 50]));

/** A hard session so many weekdays into the middle week, 0 its Monday; 7 is the next Monday. */
function hardOn(plan: TrainingPlan, day: number): void {
  const weekday = WEEKDAYS[day % 7] ?? "Monday";
  plant(plan, middle(plan) + Math.floor(day / 7), { weekday, role: "key", type: "vo2max", segments: HARD });
  resum(plan);
}

const SATURDAY = 5;
const dateIn = (plan: TrainingPlan, day: number): CalendarDate | undefined =>
  week(plan, middle(plan)).workouts.find(({ weekday }) => weekday === WEEKDAYS[day])?.date;

/** Plans with several events: one failing and one keeping case for each rule. */
export const SEVERAL_EVENTS: readonly RuleCase[] = [
  {
    rule: "events-in-plan",
    breaks: (plan) => {
      withEvent(plan, "Saturday", { priority: "B" });
      const day = week(plan, middle(plan)).workouts.find(({ date }) => date === dateIn(plan, SATURDAY));
      if (day !== undefined) restDay(day);
    },
    keeps: (plan) => {
      withEvent(plan, "Saturday", { priority: "B" });
    },
    says: /^the B event on [\d-]+ is not the one ride of its day$/,
  },
  {
    rule: "b-event",
    breaks: (plan) => {
      withEvent(plan, "Saturday", { priority: "B", name: "Spring race" });
      hardOn(plan, SATURDAY - 3);
    },
    keeps: (plan) => {
      withEvent(plan, "Saturday", { priority: "B", name: "Spring race" });
      hardOn(plan, SATURDAY - 4);
      hardOn(plan, SATURDAY + 3);
    },
    says: /^a hard day 3 days before the B event "Spring race" on [\d-]+$/,
  },
  {
    rule: "c-event",
    breaks: (plan) => {
      withEvent(plan, "Saturday", { priority: "C", hours: 3, intensity_pct: 80 });
      hardOn(plan, SATURDAY + 2);
    },
    keeps: (plan) => {
      withEvent(plan, "Saturday", { priority: "C", hours: 1 });
      hardOn(plan, SATURDAY + 2);
    },
    says: /^a hard day 2 days after the C event on [\d-]+$/,
  },
  {
    rule: "after-event",
    breaks: (plan) => {
      withEvent(plan, "Saturday", { priority: "A", taper_days: 0 });
      hardOn(plan, SATURDAY + 7);
    },
    keeps: (plan) => {
      withEvent(plan, "Saturday", { priority: "A", taper_days: 0 });
      hardOn(plan, SATURDAY + 8);
    },
    says: /^a hard day 7 days after the A event on [\d-]+$/,
  },
  {
    rule: "event-hard-days",
    breaks: (plan) => {
      withEvent(plan, "Sunday", { priority: "C" });
      hardOn(plan, 1);
      hardOn(plan, 3);
    },
    keeps: (plan) => {
      withEvent(plan, "Sunday", { priority: "C" });
      hardOn(plan, 3);
    },
    says: /^2 hard days beside 1 of events, 2 at most together$/,
  },
];
