import type { Chance } from "../base/chance.ts";
import type { RiderTerms } from "../athlete/rider-terms.ts";
import type { EventType, ExperienceLevel, HeldBack } from "../athlete/schema.ts";
import { clamp, sum } from "../base/numbers.ts";
import { measureSegments, measureSteps } from "../load/measure.ts";
import { eventDayOn, eventOn } from "../plan/event-days.ts";
import type { OverviewWeek, TrainingDay } from "../plan/schema.ts";
import { eventNameInFull } from "../plan/event-name.ts";
import type { PlanEvent } from "../plan/event-schema.ts";
import { highestPowerIn, workLimitsIn } from "../rules/limits.ts";
import { restOn } from "../workout/rest.ts";
import type { Workout } from "../workout/schema.ts";
import { writeSegment, type Segment } from "../workout/segment.ts";
import { chooseWorkout, noteRide, type Ridden } from "./choose.ts";
import { describeWorkout } from "./describe.ts";
import { eventText } from "../plan/event-words.ts";
import { easyRide, powerForLoad, USUAL_POWER, type EasyRide } from "./easy-power.ts";
import type { Library, LibraryWorkout } from "./library.ts";
import { rideJson, rideOf, type Ride } from "./ride.ts";
import { underLimit } from "./under-limit.ts";
import { easySeconds } from "./stretch.ts";

export interface WeekInput {
  readonly week: OverviewWeek;
  readonly event: PlanEvent | undefined;
  /** All of them, where there are several. */
  readonly events?: readonly PlanEvent[] | undefined;
  readonly level: ExperienceLevel;
  readonly carefulStart: boolean;
  readonly heldBack: readonly HeldBack[];
  /** The rider's own terms about their efforts. */
  readonly terms?: Pick<RiderTerms, "longestEffort" | "avoids"> | undefined;
  /** When each workout was last ridden, by id and by key work. */
  readonly ridden: Ridden;
  readonly chance: Chance;
}

export interface WeekProposal {
  readonly workouts: readonly Workout[];
  readonly ridden: Ridden;
}

interface Chosen {
  readonly day: TrainingDay;
  readonly workout: LibraryWorkout;
  readonly seconds: number;
}

/** Events that are won by accelerations. */
const SHARP_EVENTS: readonly EventType[] = ["criterium", "cyclocross", "mtb"];

/** The library as week source: one workout for each planned day, so that the week meets its hours and its load. */
export function proposeWeek(library: Library, input: WeekInput): WeekProposal {
  const dates = new Map(input.ridden);
  const chosen = new Map<string, Chosen>();
  for (const day of input.week.training_days.flatMap(ridesOf)) {
    if (day.role === "event" || day.workout_types.includes("rest") || day.target_minutes <= 0) continue;
    const seconds = Math.round(day.target_minutes * 60);
    const workout = chooseWorkout(library, {
      day,
      seconds,
      level: input.level,
      isSharp: input.event !== undefined && SHARP_EVENTS.includes(input.event.type),
      highestPower: highestPowerIn(input, input.week.week_number),
      efforts: workLimitsIn(input.terms ?? {}, input.week.week_number),
      ridden: dates,
      chance: input.chance,
    });
    if (workout === undefined) continue;
    chosen.set(keyOf(day), { day, workout, seconds });
    noteRide(library, dates, { workout, date: day.date });
  }
  const most = highestPowerIn(input, input.week.week_number);
  const power = easyPower([...chosen.values()], input.week.target_tss - fixedLoad(input.week), most);
  const workouts = input.week.training_days
    .flatMap(ridesOf)
    .flatMap((day) => dayWorkouts(library, { day, chosen: chosen.get(keyOf(day)), power, input }));
  return { workouts, ridden: dates };
}

/** A training day, and its second ride as a day of its own. */
const ridesOf = (day: TrainingDay): TrainingDay[] =>
  day.second_minutes === undefined
    ? [day]
    : [{ ...day, second_minutes: undefined }, secondRide(day, day.second_minutes)];

const secondRide = ({ weekday, date, max_minutes }: TrainingDay, minutes: number): TrainingDay => ({
  weekday,
  date,
  workout_types: ["endurance"],
  target_minutes: minutes,
  max_minutes,
  role: "easy",
  family: "endurance",
  why: [SECOND],
});
const SECOND = { id: "two-a-day", text: "a second ride, easy: the day has time for two" };
const keyOf = ({ weekday, why }: TrainingDay): string => (why?.includes(SECOND) === true ? `${weekday} 2` : weekday);

/** Load of the rides that happen anyway: the tools place them. */
const fixedLoad = ({ training_days: days }: OverviewWeek): number =>
  sum(
    days.flatMap(({ fixed = [] }) =>
      fixed.map(({ minutes, intensity_pct: percent }) => (minutes / 60) * (percent / 100) ** 2 * 100),
    ),
  );

/** The easy power at which the week's load comes nearest to its target. */
function easyPower(chosen: readonly Chosen[], target: number, most: number): number {
  const rides: EasyRide[] = [];
  let fixed = 0;
  for (const one of chosen) {
    const { workout, seconds } = one;
    const range = workout.parts.find((part) => part.easy !== undefined)?.easy;
    const { measure } = ridden(one, USUAL_POWER, most);
    if (range === undefined) fixed += measure.tss;
    else {
      const held = { lowest: Math.min(range.lowest, most), highest: Math.min(range.highest, most) };
      rides.push(
        easyRide(held, {
          measure,
          power: clamp(USUAL_POWER, held.lowest, held.highest),
          easySeconds: easySeconds(workout, seconds),
        }),
      );
    }
  }
  return powerForLoad(rides, fixed, target);
}

const NO_RIDE: Ride = { segments: [], measure: measureSteps([]) };
/** `most` is the highest power that the rider may ride this week. */
const ridden = ({ workout, seconds }: Chosen, power: number, most: number): Ride =>
  underLimit(rideOf(workout, { seconds, easyPower: power }) ?? NO_RIDE, most);

interface DayInput {
  readonly day: TrainingDay;
  readonly chosen: Chosen | undefined;
  readonly power: number;
  readonly input: WeekInput;
}

function dayWorkouts(library: Library, { day, chosen, power, input }: DayInput): Workout[] {
  const { weekday, date } = day;
  const event = day.role === "event" ? eventOfDay(input, day) : undefined;
  if (event !== undefined) return [eventWorkout(day, event)];
  if (chosen === undefined && day.role === "strength") return strengthWorkouts(library, { day, input });
  if (chosen === undefined && day.fixed !== undefined) return [];
  if (chosen === undefined) return [restOn(date, day.why)];
  const { workout, seconds } = chosen;
  const ride = ridden(chosen, power, highestPowerIn(input, input.week.week_number));
  const planned: Workout = {
    weekday,
    date,
    name: workout.name,
    type: workout.type,
    role: roleOf(day, workout),
    description: describeWorkout(workout, seconds),
    duration_min: seconds / 60,
    tss: ride.measure.tss,
    segments: rideJson(workout, ride),
    source: "library",
    library_workout_id: workout.id,
    family: workout.family,
    level: workout.level,
    why: day.why,
  };
  return [planned, ...strengthWorkouts(library, { day, input })];
}

/** A key day that no session fits is ridden easily, and says so. */
const roleOf = (day: TrainingDay, workout: LibraryWorkout): Workout["role"] =>
  day.role === "key" && workout.type === "endurance" && day.family !== workout.family ? "easy" : day.role;

function strengthWorkouts(library: Library, { day, input }: { day: TrainingDay; input: WeekInput }): Workout[] {
  const minutes = day.strength_minutes ?? 0;
  if (minutes <= 0) return [];
  const phase = input.week.phase;
  const sessions = library.workouts.filter(
    (workout) => workout.role === "strength" && workout.fixedSeconds === minutes * 60,
  );
  const inPhase = sessions.filter((workout) => workout.phases.includes(phase));
  const wanted =
    phase === "base" && input.week.week_number <= 3
      ? inPhase[0]
      : phase === "base"
        ? inPhase.at(-1)
        : (inPhase[1] ?? inPhase[0]);
  const session = wanted ?? sessions[0];
  if (session === undefined) return [];
  return [
    {
      weekday: day.weekday,
      date: day.date,
      name: session.name,
      type: "strength",
      role: "strength",
      description: describeWorkout(session, session.fixedSeconds),
      duration_min: minutes,
      tss: 0,
      segments: [],
      source: "library",
      library_workout_id: session.id,
    },
  ];
}

/** The event that a day belongs to; where there is one only, a day of any date that says so. */
const eventOfDay = ({ event, events }: WeekInput, { date }: TrainingDay): PlanEvent | undefined =>
  events === undefined ? event : eventOn(events, date);

/** `Event: road race` or `B event: Spring Classic (road race)`. */
function eventTitle(event: PlanEvent): string {
  const { priority } = event;
  return `${priority === "B" || priority === "C" ? `${priority} event` : "Event"}: ${eventNameInFull(event)}`;
}

/** `, day 2 of 6`; nothing for an event of one day. */
function dayOfEvent(event: PlanEvent, { date }: TrainingDay): string {
  const day = eventDayOn(event, date);
  return event.days === 1 || day === undefined ? "" : `, day ${day} of ${event.days}`;
}

/** A day of the event as one steady segment of its expected length and intensity. */
function eventWorkout(day: TrainingDay, event: PlanEvent): Workout {
  const segments: Segment[] = [
    {
      kind: "steady",
      seconds: Math.round(event.hours * 3600),
      low: event.intensity_pct / 100,
      high: event.intensity_pct / 100,
      description: "The event, at the intensity we expect on average",
    },
  ];
  return {
    weekday: day.weekday,
    date: day.date,
    name: `${eventTitle(event)}${dayOfEvent(event, day)}`,
    type: day.workout_types[0] ?? "mixed",
    role: "event",
    priority: event.priority,
    description: eventText(event),
    duration_min: Math.round(event.hours * 3600) / 60,
    tss: measureSegments(segments).tss,
    segments: segments.map(writeSegment),
    source: "planner",
    why: day.why,
  };
}
