import type { PlanRequest } from "../../athlete/request.ts";
import { powerCaps } from "../../athlete/effort-cap.ts";
import { COMEBACK, FROM_NOTHING, HEART_MAX_POWER_PCT } from "../../athlete/safety-limits.ts";
import type { HealthAnswers, HeldBack, Profile } from "../../athlete/schema.ts";
import { addDays, daysBetween, WEEKDAYS, type CalendarDate } from "../../base/calendar.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import type { Timeline } from "./timeline.ts";

/** The weeks of a plan, as far as limits in weeks and days need them. */
export type PlanWeeks = Pick<Timeline, "start" | "weeks">;

/** `disease` alone may be the heart's: only a no of its own to the heart says that it is not. */
const hasHeartDisease = (health: HealthAnswers | undefined): boolean =>
  health?.heart_disease === true || (health?.disease === true && health.heart_disease === undefined);

/** The last week of a limit with this last day; 0 where it is over before the plan begins. */
function lastWeek(until: CalendarDate | undefined, { start, weeks }: PlanWeeks): number {
  if (until === undefined) return weeks;
  return until < start ? 0 : Math.min(weeks, Math.floor(daysBetween(start, until) / 7) + 1);
}

/** The limits that the rider or their doctor named: through the week of their last day. */
function ownLimit({ profile }: PlanRequest, plan: PlanWeeks): HeldBack[] {
  const { effort_cap: cap = {} } = profile;
  const last = lastWeek(cap.until, plan);
  if (last === 0) return [];
  return powerCaps(cap, profile).map(({ max_power_pct, ...named }) => ({
    by: "limit",
    max_power_pct,
    from_week: 1,
    through_week: last,
    until: cap.until,
    ...named,
  }));
}

/** The longest single effort that the rider named, with its last week; undefined where none stands in this plan. */
export function effortLengthOf({ profile }: PlanRequest, plan: PlanWeeks): Profile["effort_length"] {
  const { effort_cap: cap = {} } = profile;
  const last = lastWeek(cap.until, plan);
  return cap.max_interval_minutes === undefined || last === 0
    ? undefined
    : { max_minutes: cap.max_interval_minutes, through_week: last, until: cap.until };
}

/** Known heart disease, or signs of eating too little (12.1: easy riding until cleared). A limit beside it only restricts: the lower counts. */
function heartLimit({ profile }: PlanRequest, weeks: number): HeldBack[] {
  if (!hasHeartDisease(profile.health) && profile.health?.low_energy !== true) return [];
  return [{ by: "careful", max_power_pct: HEART_MAX_POWER_PCT, from_week: 1, through_week: weeks }];
}

/** Weeks of the plan before the first one with a day that the rider can ride: a return counts from its first ride. */
function emptyWeeks({ profile }: PlanRequest, { start, weeks }: PlanWeeks): number {
  const isOff = (date: string): boolean =>
    (profile.unavailable ?? []).some((range) => range.from <= date && date <= range.to);
  const days = WEEKDAYS.flatMap((day, index) => (profile.training_availability.week_days.includes(day) ? [index] : []));
  for (let week = 0; week < weeks; week++) if (days.some((day) => !isOff(addDays(start, week * 7 + day)))) return week;
  return 0;
}

/** Limits that rise step by step, counted from the first week with a ride. */
const stepsBy = (
  by: HeldBack["by"],
  steps: typeof COMEBACK.steps,
  { plan, empty }: { plan: PlanWeeks; empty: number },
): HeldBack[] =>
  steps
    .map(({ throughWeek, maxPowerPct }, index): HeldBack => ({
      by,
      max_power_pct: maxPowerPct,
      from_week: index === 0 ? 1 : (steps[index - 1]?.throughWeek ?? 0) + empty + 1,
      through_week: Math.min(plan.weeks, throughWeek + empty),
    }))
    .filter(({ from_week, through_week }) => from_week <= through_week);

function comebackLimits(request: PlanRequest, plan: PlanWeeks): HeldBack[] {
  const { comeback } = request.profile;
  if (comeback === undefined || comeback.weeks_off === 0) return [];
  return stepsBy("comeback", COMEBACK.steps, { plan, empty: emptyWeeks(request, plan) });
}

/** Who rides nothing now begins easily, and an older beginner stays at or below FTP; a return has steps of its own. */
function startLimits(request: PlanRequest, plan: PlanWeeks): HeldBack[] {
  const { recent_weekly_hours: recent, comeback, age = 0, experience_level: level } = request.profile;
  if (recent === undefined || recent >= FROM_NOTHING.hours) return [];
  const isBack = comeback !== undefined && comeback.weeks_off > 0;
  const older = FROM_NOTHING.older;
  const first: HeldBack[] = isBack
    ? []
    : stepsBy("start", FROM_NOTHING.steps, { plan, empty: emptyWeeks(request, plan) });
  return age >= older.age && level === "beginner"
    ? [...first, { by: "start", max_power_pct: older.maxPowerPct, from_week: 1, through_week: plan.weeks }]
    : first;
}

/** All that holds a rider's power down in this plan, a doctor's word first (training science 12.1); of several the lowest counts. */
export function heldBackOf(request: PlanRequest, plan: PlanWeeks): HeldBack[] {
  return [
    ...ownLimit(request, plan),
    ...heartLimit(request, plan.weeks),
    ...comebackLimits(request, plan),
    ...startLimits(request, plan),
  ];
}

/** An event under a limit is planned at no more than it, and the rider is told. */
export function withinLimits(
  event: PlanEvent,
  held: readonly HeldBack[],
  { start }: PlanWeeks,
): { event: PlanEvent; warning: string | undefined } {
  const firstDay = daysBetween(start, event.date);
  const week = { first: Math.floor(firstDay / 7) + 1, last: Math.floor((firstDay + event.days - 1) / 7) + 1 };
  const limits = held.filter(({ from_week, through_week }) => from_week <= week.last && week.first <= through_week);
  const most = Math.min(...limits.map(({ max_power_pct }) => max_power_pct));
  if (event.intensity_pct <= most) return { event, warning: undefined };
  return {
    event: { ...event, intensity_pct: most },
    warning: `Your event falls under your limit: it is planned at ${most} % of FTP, where riders usually ride it at ${event.intensity_pct} %. Ask your doctor whether you may start, and ride it as a day out, not as a race.`,
  };
}
