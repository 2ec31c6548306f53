import { WEEKDAYS, type CalendarDate } from "../../base/calendar.ts";
import type { PlanFile, Week } from "../../plan/schema.ts";
import type { WhyDay, WhyOneDay, WhyPlan, WhyWeek } from "../../report/why.ts";
import { planView, type DayView, type WeekView } from "../../rules/view.ts";
import { isRide } from "../../workout/rides.ts";

const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"];

/** What a day is in its week, by what is ridden on it. */
function partOf(day: DayView, week: WeekView): string {
  const roles = day.workouts.map((workout) => workout.role);
  if (roles.includes("event")) return "the day of your event";
  if (roles.includes("test")) return "your test day";
  const hard = week.days.filter((other) => other.isHard);
  if (day.isHard && hard.length === 1) return "your hard day this week";
  if (day.isHard) return `your ${ORDINALS[hard.indexOf(day)] ?? "next"} hard day`;
  if (roles.includes("openers")) return "your openers before the event";
  if (roles.includes("long")) return "your long ride";
  if (roles.includes("key")) return "a key session";
  if (day.workouts.some(({ family }) => family === "steady")) return "a steady day, between easy and hard";
  if (day.workouts.some(isRide)) return "an easy day";
  return day.strengthSeconds > 0 ? "strength only" : "a rest day";
}

const whyDay = (day: DayView, week: WeekView): WhyDay => ({
  date: day.date,
  weekday: WEEKDAYS[day.weekday] ?? "Monday",
  is: partOf(day, week),
  sessions: day.workouts.map(({ name, type, role, why = [] }) => ({ name, type, role, why })),
});

const headOf = ({ week_number, start_date, phase, week_type, why = [] }: Week) => ({
  week_number,
  start_date,
  phase,
  week_type,
  why,
});

/** Why the whole plan is as it is. */
export function whyPlan(plan: PlanFile): WhyPlan {
  const { plan_metadata: meta, athlete_profile: profile, weekly_plan: weeks } = plan.training_plan;
  const stored = [meta.given_up, meta.waivers, profile.assumptions, ...weeks.map((week) => week.why)];
  const isStored = meta.goal !== undefined || stored.some((list) => (list?.length ?? 0) > 0);
  return { kind: "plan", plan, weeks: weeks.map(headOf), isStored };
}

/** Why one week is as it is; undefined where the plan has no such week. */
export function whyWeek(plan: PlanFile, number: number): WhyWeek | undefined {
  const view = planView(plan.training_plan);
  const week = view.weeks.find((one) => one.number === number);
  if (week === undefined) return undefined;
  const days = week.days.filter((day) => day.workouts.length > 0).map((day) => whyDay(day, week));
  const head = headOf(week.week);
  return {
    kind: "week",
    totalWeeks: view.plan.plan_metadata.total_weeks,
    week: head,
    days,
    waivers: (view.plan.plan_metadata.waivers ?? []).filter((waiver) => waiver.week === number),
    isStored: head.why.length > 0 || days.some((day) => day.sessions.some((session) => session.why.length > 0)),
  };
}

/** Why one day is as it is; undefined where the plan does not hold it. */
export function whyOneDay(plan: PlanFile, date: CalendarDate): WhyOneDay | undefined {
  const view = planView(plan.training_plan);
  const week = view.weeks.find((one) => one.days.some((day) => day.date === date && day.workouts.length > 0));
  const day = week?.days.find((one) => one.date === date);
  if (week === undefined || day === undefined) return undefined;
  const one = whyDay(day, week);
  return {
    kind: "day",
    totalWeeks: view.plan.plan_metadata.total_weeks,
    week: headOf(week.week),
    day: one,
    waivers: (view.plan.plan_metadata.waivers ?? []).filter((waiver) => waiver.date === date),
    isStored: one.sessions.some((session) => session.why.length > 0),
  };
}
