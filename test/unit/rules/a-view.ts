import { addDays } from "../../../src/base/calendar.ts";
import { sum } from "../../../src/base/numbers.ts";
import { riderOf, type DayLimit, type Rider } from "../../../src/athlete/rider.ts";
import type { Profile } from "../../../src/athlete/schema.ts";
import type { EventPriority } from "../../../src/base/event-priority.ts";
import { measureWorkout, type Measure } from "../../../src/load/measure.ts";
import type { ListedEvent, PlanEvent } from "../../../src/plan/event-schema.ts";
import type { PlanMetadata, Week } from "../../../src/plan/schema.ts";
import { FREE_DAY } from "../../../src/rules/given-day.ts";
import type { Found, Rule } from "../../../src/rules/rule.ts";
import {
  planView,
  type DayView,
  type EventView,
  type PlanView,
  type RideView,
  type WeekView,
} from "../../../src/rules/view.ts";
import type { Workout } from "../../../src/workout/schema.ts";
import { aPlan, aProfile, aRestDay, aWeek, aWorkout, MONDAY, steady } from "../../support/a-plan.ts";

/*
 * A plan as rules see it, made of nothing but what a test says: each day free and open for two hours, so that a rule's own
 * borders can be tried one figure to either side, whatever our planner makes.
 */

export const aRider = (change: Partial<Rider> = {}): Rider => ({ ...riderOf(aProfile()), ...change });

/** The limits of the seven weekdays by their minutes; none is a day without riding. */
export const limitsOf = (minutes: readonly number[]): DayLimit[] =>
  minutes.map((maxMinutes) => ({ available: maxMinutes > 0, maxMinutes, given: true }));

/** Five hours on each day and fifteen a week, which are ridden now: nothing binds but what a test says. */
export const ROOM: Partial<Rider> = {
  level: "intermediate",
  days: limitsOf([300, 300, 300, 300, 300, 300, 300]),
  longestAllowedMinutes: 300,
  longestRecentMinutes: 300,
  recentMinutes: 800,
  ceilingMinutes: 900,
};

type RideChange = Partial<Omit<RideView, "workout" | "measure">> & {
  readonly workout?: Partial<Workout>;
  readonly measure?: Partial<Measure>;
};

/** A steady ride of so many minutes at 65 %, planned as an easy one. */
export function aRide(minutes: number, { workout, measure, ...flags }: RideChange = {}): RideView {
  const segments = minutes > 0 ? [steady(minutes, 65)] : [];
  const ridden = aWorkout({ date: MONDAY, type: "endurance", role: "easy", family: "endurance", segments, ...workout });
  return {
    workout: ridden,
    measure: { ...measureWorkout(ridden), ...measure },
    isEvent: false,
    isTest: false,
    isFixed: false,
    isHard: false,
    isVo2: false,
    ...flags,
  };
}

function dayOf(index: number, change: Partial<DayView>): DayView {
  const rides = change.rides ?? [];
  const training = rides.filter((ride) => !ride.isEvent);
  const isWork = (ride: RideView): boolean => ride.isHard || ride.isTest;
  return {
    index,
    date: addDays(MONDAY, index),
    week: Math.floor(index / 7) + 1,
    weekday: index % 7,
    workouts: rides.map(({ workout }) => workout),
    rides,
    rideSeconds: sum(training.map((ride) => ride.measure.seconds)),
    strengthSeconds: 0,
    isPlanned: training.some((ride) => !ride.isFixed),
    isHard: rides.some(isWork),
    isPlannedHard: rides.some((ride) => !ride.isFixed && isWork(ride)),
    tss: sum(rides.map((ride) => ride.measure.tss)),
    given: FREE_DAY,
    isOff: false,
    limit: { available: true, maxMinutes: 120, given: false },
    ...change,
  };
}

function weekOf(number: number, days: readonly DayView[], change: Partial<WeekView>): WeekView {
  const rides = days.flatMap((day) => day.rides).filter((ride) => !ride.isEvent);
  return {
    week: aWeek(number),
    number,
    days,
    rides,
    planned: rides.filter((ride) => !ride.isFixed),
    rideSeconds: sum(days.map((day) => day.rideSeconds)),
    tss: sum(rides.map((ride) => ride.measure.tss)),
    longestSeconds: Math.max(0, ...rides.map((ride) => ride.measure.seconds)),
    isRecovery: false,
    isTaper: false,
    touchesTaper: false,
    daysOff: 0,
    rider: aRider(),
    isLoad: true,
    raceTss: 0,
    isNearEvent: false,
    ...change,
  };
}

export const aPlanEvent = (change: Partial<PlanEvent> = {}): PlanEvent => ({
  date: MONDAY,
  type: "century",
  hours: 5,
  intensity_pct: 70,
  days: 1,
  ...change,
});

/** An event on a day of the plan. */
export const anEvent = (index: number, priority: EventPriority = "A", change: Partial<EventView> = {}): EventView => ({
  event: aPlanEvent({ date: addDays(MONDAY, index) }),
  priority,
  index,
  lastIndex: index,
  taperDays: 0,
  ...change,
});

export interface ViewChange extends Partial<Omit<PlanView, "days" | "weeks">> {
  /** Days that hold something, by their index from the first Monday on. */
  readonly days?: Readonly<Record<number, Partial<DayView>>>;
  /** What is other in some weeks, by number from 1. */
  readonly weeks?: Readonly<Record<number, Partial<WeekView>>>;
  readonly count?: number;
}

/** Four free weeks of an intermediate rider without an event. */
export function aView({ days = {}, weeks = {}, count = 4, ...change }: ViewChange = {}): PlanView {
  const all = Array.from({ length: count * 7 }, (_, index) => dayOf(index, days[index] ?? {}));
  const views = Array.from({ length: count }, (_, i) =>
    weekOf(i + 1, all.slice(i * 7, i * 7 + 7), { rider: change.rider ?? aRider(), ...weeks[i + 1] }),
  );
  return {
    plan: aPlan().training_plan,
    weeks: views,
    days: all,
    curve: [...all, all[0]].map(() => ({ tss: 0, ctl: 40, atl: 40, form: 0 })),
    start: { ctl: 40, atl: 40 },
    sportForm: [...all, all[0]].map(() => 0),
    rider: aRider(),
    event: undefined,
    eventIndex: undefined,
    taperDays: 0,
    events: [],
    isOutside: false,
    ...change,
  };
}

/** What a rule finds, each with its excuse in a word of its reason. */
export const foundBy = (rules: readonly Rule[], id: string, view: PlanView): Found[] => {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule.check(view);
};

const EASY: Partial<Workout> = { type: "endurance", role: "easy", family: "endurance", segments: [steady(60, 65)] };

/** The view of a whole plan file of four weeks, or more, in which some days hold these workouts, easy hours but for what is said, and nothing else is done. */
export function viewOf(
  days: Readonly<Record<number, readonly Partial<Workout>[]>>,
  change: {
    metadata?: Partial<PlanMetadata>;
    profile?: Partial<Profile>;
    weeks?: Readonly<Record<number, Partial<Week>>>;
    count?: number;
  } = {},
): PlanView {
  const weeks = Array.from({ length: change.count ?? 4 }, (_, i) =>
    aWeek(i + 1, {
      workouts: [0, 1, 2, 3, 4, 5, 6].flatMap((weekday) => {
        const date = addDays(MONDAY, i * 7 + weekday);
        const held = days[i * 7 + weekday];
        return held === undefined ? [aRestDay(date)] : held.map((one) => aWorkout({ date, ...EASY, ...one }));
      }),
      ...change.weeks?.[i + 1],
    }),
  );
  return planView(aPlan({ weeks, metadata: { ...change.metadata }, profile: { ...change.profile } }).training_plan);
}

/** An event of a list of several, an A where nothing else is said. */
export const aListedEvent = (index: number, change: Partial<ListedEvent> = {}): ListedEvent => ({
  ...aPlanEvent({ date: addDays(MONDAY, index) }),
  priority: "A",
  ...change,
});

/** The figures of a plan that leads to the first A of several. */
export const withEvents = (...events: readonly ListedEvent[]): Partial<PlanMetadata> => {
  const first = events.find(({ priority }) => priority === "A");
  return { events: [...events], ...(first === undefined ? {} : { event: first }) };
};
