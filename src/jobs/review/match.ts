import { daysBetween, type CalendarDate } from "../../base/calendar.ts";
import { sum } from "../../base/numbers.ts";
import { effortsOf, type Effort } from "../../history/efforts.ts";
import type { Done } from "../../plan/change-schema.ts";
import { ftpOn } from "../../plan/ftp-on.ts";
import type { TrainingPlan } from "../../plan/schema.ts";
import { idsOf } from "../../plan/session-id.ts";
import { stepsOf } from "../../workout/expand.ts";
import { isRide } from "../../workout/rides.ts";
import type { Workout } from "../../workout/schema.ts";
import type { Ridden } from "./ridden.ts";

/** What became of a session. `not_known`: no ride and no word; `ahead`: its day is not over. */
export type Status = "done" | "partly" | "other" | "moved" | "missed" | "not_known" | "ahead";

/** A session and what was ridden of it. */
export interface Matched {
  readonly session: Workout;
  readonly id: string;
  readonly week: number;
  readonly status: Status;
  readonly rides: readonly Ridden[];
  /** Undefined where nothing is known, or nothing was ridden. */
  readonly minutes: number | undefined;
  readonly load: number | undefined;
  /** The day it was ridden on, where that is another. */
  readonly on: CalendarDate | undefined;
  readonly efforts: readonly Effort[];
  readonly feel: number | undefined;
  /** Only the rider's word is known, no ride. */
  readonly isTold: boolean;
}

/** All sessions of a plan with their rides, and the rides that belong to none. */
export interface Matching {
  readonly sessions: readonly Matched[];
  readonly extra: readonly Ridden[];
}

export interface MatchInput {
  readonly rides: readonly Ridden[];
  readonly done: readonly Done[];
  readonly today: CalendarDate;
}

/** Shares of the planned minutes and load (training science 12.5). */
const DONE_FROM = 0.85;
/** A ride shorter than this share of its session is another ride. */
const LEAST = 0.25;
/** A ride of the planned length whose load lies outside these shares was another session. */
const SAME_LOAD = { low: 0.6, high: 1.5 };
const SAME_LENGTH = { low: 0.8, high: 1.25 };
/** A session is looked for on other days of its week, so many days away. */
const MOVED_DAYS = 3;
const MOVED_LOAD = { low: 0.7, high: 1.4 };
/** An effort below this share of its target was not tried. */
const TRIED = 0.85;

interface Band {
  readonly low: number;
  readonly high: number;
}
const isIn = (value: number, { low, high }: Band): boolean => value >= low && value <= high;

interface Slot {
  readonly session: Workout;
  readonly id: string;
  readonly week: number;
}

const slotsOf = (plan: TrainingPlan): Slot[] =>
  plan.weekly_plan.flatMap((week) => {
    const ids = idsOf(week.workouts, { planId: plan.plan_id, week });
    return week.workouts.flatMap((session, i) =>
      isRide(session) && session.duration_min > 0 ? [{ session, id: ids[i] ?? "", week: week.week_number }] : [],
    );
  });

const lengthOf = (ride: Ridden, session: Workout): number => ride.seconds / 60 / session.duration_min;
const loadOf = (ride: Ridden, session: Workout): number => (session.tss === 0 ? 1 : ride.load / session.tss);

/** How far a ride is from its session: 0 is the same length and the same load. */
const distance = (ride: Ridden, session: Workout): number =>
  Math.abs(Math.log(lengthOf(ride, session))) +
  (ride.isMeasured ? Math.abs(Math.log(Math.max(loadOf(ride, session), 0.01))) / 2 : 0);

const closest = (rides: readonly Ridden[], session: Workout): Ridden | undefined =>
  rides.reduce<Ridden | undefined>(
    (best, ride) => (best === undefined || distance(ride, session) < distance(best, session) - 1e-9 ? ride : best),
    undefined,
  );

/** The rides of a day that are its session: the one that is nearest, or all of them where it was ridden in parts. */
function ridesOf(rides: readonly Ridden[], session: Workout, isOnly: boolean): readonly Ridden[] {
  const fits = rides.filter((ride) => lengthOf(ride, session) >= LEAST);
  const all = sum(rides.map((ride) => lengthOf(ride, session)));
  const best = closest(fits, session);
  const isWhole = best !== undefined && lengthOf(best, session) >= DONE_FROM;
  if (isOnly && rides.length > 1 && !isWhole && isIn(all, { low: DONE_FROM, high: SAME_LENGTH.high })) return rides;
  return best === undefined ? [] : [best];
}

/** How its efforts were ridden, from the ride that has them. */
function effortsIn(rides: readonly Ridden[], { session, id }: Slot, ftp: number | undefined): readonly Effort[] {
  const known = rides.find(({ noted }) => noted?.session === id)?.noted?.efforts;
  if (known !== undefined) return known;
  const traces = rides.flatMap(({ watts }) => (watts === undefined ? [] : [watts]));
  return traces.length === 0 || ftp === undefined ? [] : effortsOf(traces.flat(), stepsOf(session), ftp);
}

/** What a session was, from the rides of its day. */
function statusOf(
  session: Workout,
  {
    minutes,
    load,
    efforts,
    isMeasured,
  }: { minutes: number; load: number; efforts: readonly Effort[]; isMeasured: boolean },
): "done" | "partly" | "other" {
  const length = minutes / session.duration_min;
  const isKey = session.role === "key";
  if (isKey && efforts.length > 0 && efforts.every(({ watts, target }) => watts < target * TRIED)) return "other";
  if (length < DONE_FROM) return "partly";
  const isOther = session.role !== "event" && isMeasured && isIn(length, SAME_LENGTH) && session.tss > 0;
  return isOther && !isIn(load / session.tss, SAME_LOAD) ? "other" : "done";
}

const NOTHING = { rides: [], minutes: undefined, load: undefined, on: undefined, efforts: [] } as const;

class Matcher {
  private readonly left: Ridden[];
  private readonly words: ReadonlyMap<CalendarDate, Done>;
  private readonly lost: ReadonlySet<CalendarDate>;
  private readonly plan: TrainingPlan;
  private readonly today: CalendarDate;

  constructor(plan: TrainingPlan, { rides, done, today }: MatchInput) {
    this.plan = plan;
    this.today = today;
    this.left = rides.filter(({ day }) => day <= today);
    this.words = new Map(done.map((one) => [one.day, one]));
    const lived = plan.plan_metadata.lived ?? [];
    this.lost = new Set(lived.flatMap(({ date, kind }) => (kind === "missed" || kind === "ill" ? [date] : [])));
  }

  all(): Matching {
    const slots = slotsOf(this.plan);
    const taken = new Map<Slot, readonly Ridden[]>();
    const byLength = [...slots].sort((a, b) => b.session.duration_min - a.session.duration_min);
    for (const slot of byLength) {
      const { date } = slot.session;
      const onDay = this.left.filter(({ day }) => day === date);
      const isOnly = slots.filter(({ session }) => session.date === date).length === 1;
      taken.set(slot, this.take(ridesOf(onDay, slot.session, isOnly)));
    }
    const sessions = slots.map((slot) => this.matched(slot, taken.get(slot) ?? []));
    return { sessions, extra: this.left };
  }

  private take(rides: readonly Ridden[]): readonly Ridden[] {
    for (const ride of rides) this.left.splice(this.left.indexOf(ride), 1);
    return rides;
  }

  private matched(slot: Slot, rides: readonly Ridden[]): Matched {
    const { session } = slot;
    const feel = this.words.get(session.date)?.feel;
    if (rides.length > 0) return this.ridden(slot, rides, undefined);
    const moved = this.movedOf(session);
    if (moved !== undefined) return this.ridden(slot, this.take([moved]), moved.day);
    return { ...slot, ...NOTHING, ...this.told(session), feel };
  }

  private ridden(slot: Slot, rides: readonly Ridden[], on: CalendarDate | undefined): Matched {
    const { session } = slot;
    const minutes = sum(rides.map(({ seconds }) => seconds)) / 60;
    const load = sum(rides.map((ride) => ride.load));
    const efforts = effortsIn(rides, slot, ftpOn(this.plan.plan_metadata, session.date));
    const isMeasured = rides.every((ride) => ride.isMeasured);
    const status = on === undefined ? statusOf(session, { minutes, load, efforts, isMeasured }) : "moved";
    const feel = this.words.get(on ?? session.date)?.feel;
    return { ...slot, status, rides, minutes, load, on, efforts, feel, isTold: false };
  }

  /** A ride of another day of the week that is nearly this session and belongs to no other. */
  private movedOf(session: Workout): Ridden | undefined {
    if (session.role === "event") return undefined;
    const week = this.plan.weekly_plan.find(({ workouts }) => workouts.some(({ date }) => date === session.date));
    const near = this.left.filter(
      (ride) =>
        Math.abs(daysBetween(session.date, ride.day)) <= MOVED_DAYS &&
        week?.workouts.some(({ date }) => date === ride.day) === true &&
        isIn(lengthOf(ride, session), SAME_LENGTH) &&
        ride.isMeasured &&
        isIn(loadOf(ride, session), MOVED_LOAD),
    );
    return closest(near, session);
  }

  /** What the rider said of it; a ride without a word is not known, never missed. */
  private told(session: Workout): Pick<Matched, "status" | "minutes" | "load" | "isTold"> {
    const none = { minutes: undefined, load: undefined };
    const word = this.words.get(session.date);
    if (word?.status === "done") {
      const minutes = word.minutes ?? session.duration_min;
      const share = minutes / session.duration_min;
      return { status: share < DONE_FROM ? "partly" : "done", minutes, load: session.tss * share, isTold: true };
    }
    if (word?.status === "not_ridden" || this.lost.has(session.date))
      return { ...none, status: "missed", isTold: true };
    return { ...none, status: session.date >= this.today ? "ahead" : "not_known", isTold: false };
  }
}

/** Holds the rides against the sessions of a plan, by day, length and load. */
export const matchRides = (plan: TrainingPlan, input: MatchInput): Matching => new Matcher(plan, input).all();
