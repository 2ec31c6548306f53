import type { Rider } from "../athlete/rider.ts";
import { measureWorkout, type Measure } from "../load/measure.ts";
import type { OverviewWeek, Week } from "../plan/schema.ts";
import { highestPowerIn } from "../rules/limits.ts";
import { WEEKDAYS } from "../base/calendar.ts";
import { sum } from "../base/numbers.ts";
import type { Workout } from "../workout/schema.ts";
import type { PlanFacts } from "./plan-facts.ts";
import { LOW_TOP } from "../load/zones.ts";

/** One ride that a model may write: what the accepted overview and the library's own ride for that day fix. */
export interface AskedRide {
  readonly weekday: number;
  /** What no word about it may contradict. */
  readonly facts: PlanFacts;
  /** The library's ride of that day: it stands where the model's does not. */
  readonly own: Workout;
  readonly seconds: number;
  /** Highest percent of FTP. */
  readonly top: number;
  /** Work above 75 % in seconds, and its dose (seconds times intensity squared); none on easy days. */
  readonly work: { readonly seconds: number; readonly dose: number } | undefined;
}

/** One week as a model is asked for it. */
export interface AskedWeek {
  readonly number: number;
  readonly week: OverviewWeek;
  readonly rides: readonly AskedRide[];
  /** Load of the rides asked for, as the library fills them, and the most they may have. */
  readonly load: number;
  readonly mostLoad: number;
}

const EASY_TYPES = ["recovery", "endurance"];
const TOPS = { recovery: 60, endurance: 75, other: 180 };
/** Roles that are ours: the same test each time, openers and the event itself. */
const OUR_ROLES = ["test", "openers", "event", "strength"];
/** A week of a model's may be harder than the library's by this share. */
const MORE_LOAD = 1.1;

/** Work of a ride above easy riding: what one step of a ladder fixes. Seconds, and seconds times intensity squared. */
export function workOfRide({ steps }: Measure): { seconds: number; dose: number } {
  const work = steps.filter(
    (step) => step.start > LOW_TOP + 1e-9 && step.role !== "warmup" && step.role !== "cooldown",
  );
  return {
    seconds: sum(work.map((step) => step.seconds)),
    dose: sum(work.map((step) => step.seconds * step.start ** 2)),
  };
}

function topOf(own: Workout, rider: Rider, week: number): number {
  const byType = own.type === "recovery" ? TOPS.recovery : own.type === "endurance" ? TOPS.endurance : TOPS.other;
  return Math.min(byType, highestPowerIn(rider, week) * 100);
}

const isAsked = ({ type, role, source, segments }: Workout): boolean =>
  type !== "rest" &&
  type !== "strength" &&
  source === "library" &&
  !OUR_ROLES.includes(role ?? "") &&
  segments.length > 0 &&
  segments.every((segment) => segment.type !== "free");

function askedRide(own: Workout, { rider, facts }: Season, week: number): AskedRide {
  const measure = measureWorkout(own);
  const isEasy = EASY_TYPES.includes(own.type);
  return {
    weekday: WEEKDAYS.indexOf(own.weekday),
    facts,
    own,
    seconds: measure.seconds,
    top: topOf(own, rider, week),
    work: isEasy ? undefined : workOfRide(measure),
  };
}

/** Whose season it is, and what it holds. */
interface Season {
  readonly rider: Rider;
  readonly facts: PlanFacts;
}

/** What of a week may be written by a model: its rides; rest, strength, tests, openers and the event are ours. */
export function askedWeek(week: OverviewWeek, filled: Week, season: Season): AskedWeek {
  const own = filled.workouts.filter(isAsked);
  const load = sum(own.map(({ tss }) => tss));
  return {
    number: week.week_number,
    week,
    rides: own.map((workout) => askedRide(workout, season, week.week_number)),
    load: Math.round(load),
    mostLoad: Math.round(load * MORE_LOAD) + 5,
  };
}
