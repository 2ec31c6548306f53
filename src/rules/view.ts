import { daysLost, riderInWeek } from "../athlete/rider-in-week.ts";
import { riderOf, isUnavailable, type DayLimit, type Rider } from "../athlete/rider.ts";
import { addDays, daysBetween, WEEKDAYS, type CalendarDate } from "../base/calendar.ts";
import { isHardEffort } from "../base/effort.ts";
import type { EventPriority } from "../base/event-priority.ts";
import { sum } from "../base/numbers.ts";
import { fitnessCurve, type DayOfLoad, type Fitness } from "../load/fitness.ts";
import { isHardWork, measureWorkout, VO2_SECONDS_ABOVE_105, type Measure } from "../load/measure.ts";
import { eventsIn, longestAim } from "../plan/event-days.ts";
import type { TrainingPlan, Week } from "../plan/schema.ts";
import type { PlanEvent } from "../plan/event-schema.ts";
import { isRide } from "../workout/rides.ts";
import type { Workout } from "../workout/schema.ts";
import { AFTER_A, B_EVENT, NEW_BUILD_DAYS } from "./event-limits.ts";
import { givenDay, usualSportLoad, type GivenDay } from "./given-day.ts";
import { LAST_DAYS } from "./limits.ts";

/** A workout that is ridden, with its simulation. */
export interface RideView {
  readonly workout: Workout;
  readonly measure: Measure;
  readonly isEvent: boolean;
  readonly isTest: boolean;
  /** A ride that happens anyway: the rider's own, nobody planned it. */
  readonly isFixed: boolean;
  /** Hard by its work, one that happens anyway by the rider's word; openers and the event never count. */
  readonly isHard: boolean;
  /** Holds efforts above 105 % enough to count as VO2max or anaerobic work. */
  readonly isVo2: boolean;
}

export interface DayView {
  /** 0 is the plan's first Monday. */
  readonly index: number;
  readonly date: CalendarDate;
  readonly week: number;
  readonly weekday: number;
  readonly workouts: readonly Workout[];
  readonly rides: readonly RideView[];
  /** Riding and strength of the day in seconds, the event left out. */
  readonly rideSeconds: number;
  readonly strengthSeconds: number;
  /** Something on this day was planned: a ride that does not happen anyway, or strength. */
  readonly isPlanned: boolean;
  readonly isHard: boolean;
  /** Something that was planned on it is hard, or a test. */
  readonly isPlannedHard: boolean;
  readonly tss: number;
  /** What the rider does on it anyway, by their own words. */
  readonly given: GivenDay;
  /** The rider cannot ride on this date. */
  readonly isOff: boolean;
  /** What the rider has on this date. */
  readonly limit: DayLimit;
}

export interface WeekView {
  readonly week: Week;
  readonly number: number;
  readonly days: readonly DayView[];
  readonly rides: readonly RideView[];
  /** Those of its rides that were planned, not those that happen anyway. */
  readonly planned: readonly RideView[];
  readonly rideSeconds: number;
  readonly tss: number;
  readonly longestSeconds: number;
  readonly isRecovery: boolean;
  readonly isTaper: boolean;
  /** Some of its days lie in the taper before the event. */
  readonly touchesTaper: boolean;
  /** Days of the rider's usual week that are unavailable, or not among those of these dates. */
  readonly daysOff: number;
  /** The rider with the days and hours of these dates. */
  readonly rider: Rider;
  /** A load week: neither recovery nor taper. */
  readonly isLoad: boolean;
  /** Load of its events beside the training; the day of the only event of a plan is not counted. */
  readonly raceTss: number;
  /** Events in it, or within the days that they keep easy. */
  readonly isNearEvent: boolean;
}

/** An event with its place in the plan. */
export interface EventView {
  readonly event: PlanEvent;
  readonly priority: EventPriority;
  /** Its first and last day. */
  readonly index: number;
  readonly lastIndex: number;
  readonly taperDays: number;
}

/** A plan as the rules read it: each workout measured once, the fitness curve drawn once. */
export interface PlanView {
  readonly plan: TrainingPlan;
  readonly weeks: readonly WeekView[];
  readonly days: readonly DayView[];
  /** One entry per day, and `form` of the morning after the last. Form knows other sport, fitness and fatigue are of riding. */
  readonly curve: readonly DayOfLoad[];
  /** Fitness and fatigue before the first day. */
  readonly start: Fitness;
  /** What other sport adds to the form of each morning; form of `curve` holds it already. */
  readonly sportForm: readonly number[];
  readonly rider: Rider;
  /** The event that is judged: the first A. */
  readonly event: PlanEvent | undefined;
  readonly eventIndex: number | undefined;
  readonly taperDays: number;
  /** Every event, in order of time. */
  readonly events: readonly EventView[];
  readonly isOutside: boolean;
}

/** `daysLeft`: days to the next event that the plan leads to, from 1 on. What is called openers on any other day than its last ones is a ride like others. */
function rideView(workout: Workout, daysLeft: number | undefined): RideView {
  const measure = measureWorkout(workout);
  const isEvent = workout.role === "event";
  const mayOpen = daysLeft !== undefined && daysLeft <= LAST_DAYS.days;
  const counts = !isEvent && !(workout.role === "openers" && mayOpen);
  const { effort } = workout;
  const isFixed = workout.role === "fixed";
  return {
    workout,
    measure,
    isEvent,
    isTest: workout.role === "test",
    isFixed,
    isHard: isFixed && effort !== undefined ? isHardEffort(effort) : counts && isHardWork(measure),
    isVo2: counts && !isFixed && measure.secondsAbove105 >= VO2_SECONDS_ABOVE_105,
  };
}

function dayView(
  week: Week,
  weekday: number,
  context: { start: CalendarDate; rider: Rider; aims: readonly PlanEvent[]; events: readonly PlanEvent[] },
): DayView {
  const date = addDays(week.start_date, weekday);
  const daysLeft = context.aims.map((event) => daysBetween(date, event.date)).find((days) => days > 0);
  const workouts = week.workouts.filter((workout) => workout.weekday === WEEKDAYS[weekday]);
  const rides = workouts.filter(isRide).map((workout) => rideView(workout, daysLeft));
  const training = rides.filter((ride) => !ride.isEvent);
  const strengthSeconds = sum(
    workouts.filter((w) => w.type === "strength").map((w) => Math.round(w.duration_min * 60)),
  );
  return {
    index: daysBetween(context.start, date),
    date,
    week: week.week_number,
    weekday,
    workouts,
    rides,
    rideSeconds: sum(training.map((ride) => ride.measure.seconds)),
    strengthSeconds,
    isPlanned: strengthSeconds > 0 || training.some((ride) => !ride.isFixed),
    isHard: rides.some((ride) => ride.isHard || ride.isTest),
    isPlannedHard: rides.some((ride) => !ride.isFixed && (ride.isHard || ride.isTest)),
    tss: sum(rides.map((ride) => ride.measure.tss)),
    given: givenDay(context.rider, { date, week: week.week_number, events: context.events }),
    isOff: isUnavailable(context.rider, date),
    limit: context.rider.days[weekday] ?? { available: false, maxMinutes: 0, given: false },
  };
}

/** Index of the first day of the taper, or Infinity where there is none. */
export const taperStart = (view: Pick<PlanView, "eventIndex" | "taperDays">): number =>
  view.eventIndex === undefined || view.taperDays === 0 ? Number.POSITIVE_INFINITY : view.eventIndex - view.taperDays;

interface WeekContext {
  readonly taperFrom: number;
  readonly rider: Rider;
  readonly events: readonly EventView[];
}

function weekView(week: Week, days: readonly DayView[], context: WeekContext): WeekView {
  const first = days[0]?.index ?? 0;
  const isAlone = context.events.length <= 1;
  const rides = days.flatMap((day) => day.rides).filter((ride) => !ride.isEvent);
  const isRecovery = week.week_type === "recovery";
  const isTaper = week.phase === "taper";
  return {
    week,
    number: week.week_number,
    days,
    rides,
    planned: rides.filter((ride) => !ride.isFixed),
    rideSeconds: sum(days.map((day) => day.rideSeconds)),
    tss: sum(rides.map((ride) => ride.measure.tss)),
    longestSeconds: Math.max(0, ...rides.map((ride) => ride.measure.seconds)),
    isRecovery,
    isTaper,
    touchesTaper: isAlone
      ? (days.at(-1)?.index ?? 0) >= context.taperFrom
      : days.some(({ index }) => isInTaper(context, index)),
    daysOff: daysLost(
      context.rider,
      days.map((day) => day.limit.available && !day.isOff),
    ),
    rider: context.rider,
    isLoad: !isRecovery && !isTaper,
    raceTss: isAlone
      ? 0
      : sum(days.flatMap((day) => day.rides.filter((ride) => ride.isEvent)).map((ride) => ride.measure.tss)),
    isNearEvent: !isAlone && context.events.some((event) => isNear(event, first)),
  };
}

/** What other sport, seeded alike in both sums, adds to the form of each morning (training science 12.2); 0 without any. */
function sportFormOf(days: readonly DayView[], rider: Rider): number[] {
  const usual = usualSportLoad(rider);
  return fitnessCurve([...days.map((day) => day.given.sportLoad), 0], { ctl: usual, atl: usual }).map(
    ({ form }) => form,
  );
}

/** Form on the evening of a day: that of the morning after it. */
export const formAfter = ({ curve }: Pick<PlanView, "curve">, index: number): number | undefined =>
  curve[index + 1]?.form;

/** True for a week whose days lie in an event, or among those that it keeps easy. */
const isNear = ({ priority, index, lastIndex }: EventView, firstDay: number): boolean =>
  firstDay + 6 >= index - B_EVENT.easierDays &&
  firstDay <= lastIndex + (priority === "A" ? AFTER_A.easyDays : B_EVENT.easyAfter);

/** True on a day of the taper before an A, or of that A. */
export const isInTaper = ({ events }: Pick<PlanView, "events">, day: number): boolean =>
  events.some(({ taperDays, index, lastIndex }) => taperDays > 0 && day >= index - taperDays && day <= lastIndex);

/** A plan up to one A of several, and where its own weeks begin. */
export interface AimView extends PlanView {
  readonly event: PlanEvent;
  readonly eventIndex: number;
  readonly stretchFrom: number;
  /** An A before it lies so near that there was no new build. */
  readonly isShort: boolean;
}

/** The plan as each A sees it: that event as the one that is judged, and the weeks up to it. */
export function aimViews(view: PlanView): AimView[] {
  const { event, eventIndex } = view;
  if (view.events.length <= 1)
    return event === undefined || eventIndex === undefined
      ? []
      : [{ ...view, event, eventIndex, stretchFrom: 0, isShort: false }];
  const aims = view.events.filter(({ priority }) => priority === "A");
  return aims.map((aim, i) => {
    const before = aims[i - 1];
    const weeks = view.weeks.filter((week) => (week.days[0]?.index ?? 0) <= aim.lastIndex);
    return {
      ...view,
      event: aim.event,
      eventIndex: aim.index,
      taperDays: aim.taperDays,
      weeks,
      days: weeks.flatMap((week) => week.days),
      stretchFrom: before === undefined ? 0 : (Math.floor(before.lastIndex / 7) + 1) * 7,
      isShort: before !== undefined && aim.index - before.lastIndex < NEW_BUILD_DAYS,
    };
  });
}

function eventViews({
  event,
  events,
  start_date: start,
  taper_days: days = 0,
}: TrainingPlan["plan_metadata"]): EventView[] {
  return eventsIn({ event, events }).map((one) => {
    const index = daysBetween(start, one.date);
    return {
      event: one,
      priority: one.priority ?? "A",
      index,
      lastIndex: index + one.days - 1,
      taperDays: events === undefined ? days : (one.taper_days ?? 0),
    };
  });
}

/** Everything the rules need of a plan, computed once. */
export function planView(plan: TrainingPlan): PlanView {
  const { event, start_date: startDate, taper_days: taperDays = 0 } = plan.plan_metadata;
  const events = eventViews(plan.plan_metadata);
  const all = events.map((one) => one.event);
  const aims = events.filter(({ priority }) => priority === "A").map((aim) => aim.event);
  const rider = riderOf(plan.athlete_profile, longestAim(aims));
  const eventIndex = event === undefined ? undefined : daysBetween(startDate, event.date);
  const taperFrom = taperStart({ eventIndex, taperDays });
  const weeks = plan.weekly_plan.map((week) => {
    const then = riderInWeek(rider, week.start_date);
    return weekView(
      week,
      WEEKDAYS.map((_, weekday) => dayView(week, weekday, { start: startDate, rider: then, aims, events: all })),
      { taperFrom, rider: then, events },
    );
  });
  const days = weeks.flatMap((week) => week.days);
  const start = { ctl: plan.plan_metadata.starting_ctl, atl: plan.plan_metadata.starting_atl };
  const sportForm = sportFormOf(days, rider);
  const curve = fitnessCurve([...days.map((day) => day.tss), 0], start);
  return {
    plan,
    weeks,
    days,
    curve: curve.map((day, i) => ({ ...day, form: day.form + (sportForm[i] ?? 0) })),
    start,
    sportForm,
    rider,
    event,
    eventIndex,
    taperDays,
    events,
    isOutside: plan.plan_metadata.overview_source === "outside",
  };
}
