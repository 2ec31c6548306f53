import type { RuleCase } from "./rule-case.ts";
import { addDays, type Weekday } from "../../../src/base/calendar.ts";
import type { TrainingPlan } from "../../../src/plan/schema.ts";
import { daysOff, easyRide, plant, refill, repeats, ride, session, steady, swapDays, week } from "./golden.ts";

/** The rider's terms about time and effort: one failing and one keeping case for each rule. */
export const TIME_TERMS: readonly RuleCase[] = [
  {
    rule: "start-phase",
    breaks: (plan) => {
      plan.athlete_profile.start_phase = "build";
      for (const one of plan.weekly_plan) if (one.phase === "base") one.phase = "build";
      week(plan, 2).phase = "base";
    },
    keeps: (plan) => {
      plan.athlete_profile.start_phase = "build";
      for (const one of plan.weekly_plan) if (one.phase === "base") one.phase = "build";
    },
    week: 2,
    says: /^week 2 is a base week, and the base is done after week 0$/,
  },
  {
    rule: "long-ride-day",
    breaks: (plan) => {
      plan.athlete_profile.long_ride = { day: ride(plan, 2, { role: "long" }).weekday };
      for (const one of plan.weekly_plan) if (one.week_number !== 2) easyLong(plan, one.week_number);
      swapDays(plan, 2, ["Saturday", "Sunday"]);
    },
    keeps: (plan) => {
      plan.athlete_profile.long_ride = { day: ride(plan, 2, { role: "long" }).weekday };
      for (const one of plan.weekly_plan) if (one.week_number !== 2) easyLong(plan, one.week_number);
    },
    week: 2,
    says: /^the long ride is on (Saturday, not on Sunday|Sunday, not on Saturday)$/,
  },
  {
    rule: "long-ride-most",
    breaks: (plan) => {
      plan.athlete_profile.long_ride = { max_minutes: 150 };
      for (const one of plan.weekly_plan) shorten(plan, one.week_number, 150);
      easyRide(ride(plan, 2, { weekday: "Saturday" }), 151);
    },
    keeps: (plan) => {
      plan.athlete_profile.long_ride = { max_minutes: 150 };
      for (const one of plan.weekly_plan) shorten(plan, one.week_number, 150);
    },
    week: 2,
    says: /^a ride of 2 h 31, 2 h 30 at most$/,
  },
  {
    rule: "long-ride-least",
    breaks: (plan) => {
      plan.athlete_profile.long_ride = { min_minutes: 150 };
      shorten(plan, 2, 120);
    },
    keeps: (plan) => {
      plan.athlete_profile.long_ride = { min_minutes: 120 };
      shorten(plan, 2, 120);
    },
    excuse: (plan) => {
      daysOff(plan, addDays(week(plan, 2).start_date, 1));
    },
    week: 2,
    says: /^the longest ride has 2 h, 2 h 30 wanted$/,
  },
  {
    rule: "indoor-days",
    breaks: (plan) => {
      indoors(plan, 75);
      delete ride(plan, 2, { weekday: "Tuesday" }).indoor;
    },
    keeps: (plan) => {
      indoors(plan, 75);
    },
    week: 2,
    says: /does not say so/,
  },
  {
    rule: "strength-days",
    breaks: (plan) => {
      strengthOn(plan, "Tuesday");
    },
    keeps: (plan) => {
      strengthOn(plan, "Wednesday");
    },
    week: 2,
    says: /^strength on Tuesday$/,
  },
  {
    rule: "two-a-day",
    breaks: (plan) => {
      twoOnTuesday(plan);
      easyRide(ride(plan, 2, { weekday: "Tuesday" }), 46);
    },
    keeps: (plan) => {
      twoOnTuesday(plan);
      easyRide(ride(plan, 2, { weekday: "Tuesday" }), 45);
      plant(plan, 2, { weekday: "Tuesday", segments: [steady(30, 60)] });
    },
    week: 2,
    says: /^a ride of 46 min where 45 min and 30 min are the most$/,
  },
  {
    rule: "effort-length",
    breaks: (plan) => {
      shortEfforts(plan, 5);
      refill(ride(plan, 2, { weekday: "Tuesday" }), session(repeats(3, [5.5, 95], [5, 50])));
    },
    keeps: (plan) => {
      shortEfforts(plan, 5);
      refill(ride(plan, 2, { weekday: "Tuesday" }), session(repeats(3, [5, 95], [5, 50])));
    },
    week: 2,
    says: /an effort of 5.5 min, 5 at most$/,
  },
  {
    rule: "easy-start",
    breaks: (plan) => {
      fromNothing(plan);
      refill(ride(plan, 2, { weekday: "Tuesday" }), [steady(40, 76)]);
    },
    keeps: (plan) => {
      fromNothing(plan);
      refill(ride(plan, 2, { weekday: "Tuesday" }), [steady(40, 75)]);
    },
    week: 2,
    says: /^76 % of FTP under a limit of 75 %$/,
  },
  {
    rule: "avoided-work",
    breaks: (plan) => {
      avoidSprints(plan);
      refill(ride(plan, 2, { weekday: "Tuesday" }), session(repeats(3, [0.25, 160], [5, 50])));
    },
    keeps: (plan) => {
      avoidSprints(plan);
      refill(ride(plan, 2, { weekday: "Tuesday" }), session(repeats(3, [0.5, 160], [5, 50])));
    },
    week: 2,
    says: /holds sprints$/,
  },
];

/** No effort of the plan is longer than so many minutes, and every ride but the event is easy. */
function shortEfforts(plan: TrainingPlan, most: number): void {
  plan.athlete_profile.effort_length = { max_minutes: most, through_week: plan.weekly_plan.length };
  allEasy(plan);
}

function twoOnTuesday(plan: TrainingPlan): void {
  plan.athlete_profile.two_a_day = { Tuesday: [30, 45] };
  for (const one of plan.weekly_plan)
    for (const workout of one.workouts)
      if (workout.weekday === "Tuesday" && workout.segments.length > 0) easyRide(workout, 45);
}

function fromNothing(plan: TrainingPlan): void {
  plan.athlete_profile.held_back = [{ by: "start", max_power_pct: 75, from_week: 1, through_week: 2 }];
  allEasy(plan);
}

function avoidSprints(plan: TrainingPlan): void {
  plan.athlete_profile.avoid = ["sprints"];
  allEasy(plan);
}

function allEasy(plan: TrainingPlan): void {
  for (const one of plan.weekly_plan)
    for (const workout of one.workouts)
      if (workout.segments.length > 0 && workout.role !== "event") easyRide(workout, Math.round(workout.duration_min));
}

/** The long ride of a week is an easy one like others. */
function easyLong(plan: TrainingPlan, number: number): void {
  for (const workout of week(plan, number).workouts) if (workout.role === "long") workout.role = "easy";
}

/** No ride of a week is longer than so many minutes. */
function shorten(plan: TrainingPlan, number: number, most: number): void {
  for (const workout of week(plan, number).workouts)
    if (workout.role !== "event" && workout.duration_min > most) easyRide(workout, most);
}

/** Tuesday is ridden indoors, and every ride of it says so. */
function indoors(plan: TrainingPlan, most: number): void {
  plan.athlete_profile.indoor = { days: ["Tuesday"], max_minutes: most };
  for (const one of plan.weekly_plan)
    for (const workout of one.workouts)
      if (workout.weekday === "Tuesday" && workout.segments.length > 0) workout.indoor = true;
}

/** The only strength of the plan: in week 2, for a rider who wants it on Wednesday. */
function strengthOn(plan: TrainingPlan, weekday: Weekday): void {
  plan.athlete_profile.strength_days = ["Wednesday"];
  for (const one of plan.weekly_plan) one.workouts = one.workouts.filter(({ type }) => type !== "strength");
  const beside = ride(plan, 2, { weekday });
  week(plan, 2).workouts.push({
    weekday,
    date: beside.date,
    name: "Strength",
    type: "strength",
    role: "strength",
    description: "",
    duration_min: 20,
    tss: 0,
    segments: [],
  });
}
