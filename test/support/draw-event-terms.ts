import type { EventRequest, PlanRequest } from "../../src/athlete/request.ts";
import { addDays, daysBetween, type CalendarDate } from "../../src/base/calendar.ts";
import { fullDate } from "../../src/base/date-words.ts";
import type { Chance } from "../../src/base/chance.ts";
import type { TrainingPlan } from "../../src/plan/schema.ts";
import type { Workout } from "../../src/workout/schema.ts";
import type { TermDraw } from "./term-draw.ts";

const lastDay = ({ date, days = 1 }: EventRequest): CalendarDate => addDays(date, days - 1);

/** An event on a day that no other of the request has; undefined where it would. */
function beside(request: PlanRequest, event: EventRequest): PlanRequest | undefined {
  const { event: first, events = [] } = request;
  if (first === undefined) return undefined;
  const others = [first, ...events];
  const meets = others.some((other) => {
    const stages = other.days ?? (other.type === "multi_day" || other.type === undefined ? 4 : 1);
    return event.date <= addDays(other.date, stages - 1) && lastDay(event) >= other.date;
  });
  return meets ? undefined : { ...request, events: [...events, event] };
}

const TYPES = ["road_race", "time_trial", "gran_fondo", "criterium", "mtb"] as const;
const HOURS = [0.5, 1, 2, 3, 5] as const;

/** An event some days before or behind the first A. */
function drawn(request: PlanRequest, chance: Chance, priority: "A" | "B" | "C"): PlanRequest | undefined {
  const date = request.event?.date;
  if (date === undefined) return undefined;
  const isBehind = priority === "A" || chance.at("behind").below(3) === 0;
  const days = isBehind ? 1 + chance.at("days").below(70) : -1 - chance.at("days").below(42);
  const event: EventRequest = {
    date: addDays(date, days),
    priority,
    type: TYPES[chance.at("type").below(TYPES.length)],
    hours: HOURS[chance.at("hours").below(HOURS.length)],
  };
  return beside(request, event);
}

/** All rides; those of the rider's own happen anyway and answer to no event. */
const ridesOf = (plan: TrainingPlan): Workout[] =>
  plan.weekly_plan.flatMap(({ workouts }) => workouts.filter(({ segments }) => segments.length > 0));

/** Seconds at and above a percentage in a workout, ramps left out. */
function secondsFrom({ segments }: Workout, percent: number): number {
  let seconds = 0;
  for (const segment of segments) {
    if (segment.type === "interval") {
      if (segment.work.power_low_pct >= percent) seconds += segment.sets * segment.work.duration_min * 60;
    } else if (segment.type !== "ramp" && segment.type !== "free" && segment.power_low_pct >= percent)
      seconds += segment.duration_min * 60;
  }
  return seconds;
}

/** Hard by what it holds: 8 minutes at 90 %, or 4 above 105 %. */
const isHard = (workout: Workout): boolean =>
  workout.role !== "event" &&
  workout.role !== "fixed" &&
  workout.role !== "openers" &&
  (secondsFrom(workout, 90) >= 480 || secondsFrom(workout, 106) >= 240);

/** Events of a priority that are not in the plan, nor named as left out. */
function missing(plan: TrainingPlan, asked: readonly EventRequest[]): string[] {
  const named = (plan.plan_metadata.given_up ?? []).map(({ text }) => text).join(" ");
  return asked.flatMap((event) => {
    const stands = ridesOf(plan).some(
      ({ role, date, priority }) =>
        role === "event" && date === event.date && (priority ?? "A") === (event.priority ?? "A"),
    );
    return stands || named.includes(fullDate(event.date)) ? [] : [`the event on ${event.date} is missing`];
  });
}

const held = (plan: TrainingPlan, events: readonly EventRequest[]): EventRequest[] =>
  events.filter(({ date }) => date >= plan.plan_metadata.start_date && date <= plan.plan_metadata.end_date);

/** Hard training from so many days before to so many behind an event. */
const hardNear = (plan: TrainingPlan, event: EventRequest, [before, after]: readonly [number, number]): string[] =>
  ridesOf(plan)
    .filter((workout) => {
      const days = daysBetween(event.date, workout.date);
      return days >= -before && days <= after && isHard(workout);
    })
    .map(({ date }) => `a hard ride on ${date}, near ${event.date}`);

const ofPriority = ({ event, events = [] }: PlanRequest, wanted: "A" | "B" | "C"): EventRequest[] =>
  [...(event === undefined ? [] : [event]), ...events].filter(({ priority }) => (priority ?? "A") === wanted);

const eventsB: TermDraw = {
  term: "events_b",
  added: (request, chance) => drawn(request, chance, "B"),
  broken: (plan, request) => {
    const events = ofPriority(request, "B");
    return [
      ...missing(plan, events),
      ...held(plan, events).flatMap((event) => [
        ...hardNear(plan, event, [3, 2]),
        ...ridesOf(plan)
          .filter(({ date, role, duration_min: minutes }) => {
            const left = daysBetween(date, event.date);
            return role !== "event" && role !== "fixed" && left >= 1 && left <= 3 && minutes > 75.01;
          })
          .map(({ date }) => `a long ride on ${date}, before ${event.date}`),
      ]),
    ];
  },
};

const eventsC: TermDraw = {
  term: "events_c",
  added: (request, chance) => drawn(request, chance, "C"),
  broken: (plan, request) => {
    const events = ofPriority(request, "C");
    return [...missing(plan, events), ...held(plan, events).flatMap((event) => hardNear(plan, event, [1, 1]))];
  },
};

const secondA: TermDraw = {
  term: "events_second_a",
  added: (request, chance) => drawn(request, chance, "A"),
  broken: (plan, request) => {
    const events = ofPriority(request, "A");
    const listed = plan.plan_metadata.events ?? [];
    const inPlan = held(plan, events);
    return [
      ...missing(plan, events),
      ...inPlan.flatMap((event) => hardNear(plan, event, [2, event.days === undefined || event.days === 1 ? 7 : 0])),
      ...(inPlan.length > 1 ? inPlan : []).flatMap(({ date }) =>
        listed.some((one) => one.date === date && one.taper_days !== undefined)
          ? []
          : [`no taper is told before ${date}`],
      ),
    ];
  },
};

const CLIMB_MINUTES = [12, 25, 45, 75] as const;
/** Kinds of event that a course in the mountains prepares with long climbs. */
const IN_MOUNTAINS = ["century", "gran_fondo", "multi_day", "ultra", "gravel"];

const course: TermDraw = {
  term: "course",
  added: (request, chance) => {
    const { event } = request;
    if (event === undefined || event.course !== undefined) return undefined;
    const minutes = CLIMB_MINUTES[chance.at("climb").below(CLIMB_MINUTES.length)];
    const km = 30 + chance.at("km").below(170);
    return {
      ...request,
      event: {
        ...event,
        course: {
          distance_km: km,
          climb_m: km * (2 + chance.at("up").below(20)),
          longest_climb_min: minutes,
          altitude_m: 200 + chance.at("top").below(2500),
          heat: chance.at("heat").below(2) === 0,
        },
      },
    };
  },
  broken: ({ plan_metadata: meta, athlete_profile: profile, weekly_plan: weeks }, { event: asked }) => {
    const { event } = meta;
    const isKept =
      event?.course?.longest_climb_min === asked?.course?.longest_climb_min &&
      event?.course?.climb_m === asked?.course?.climb_m;
    const loads = weeks.filter(
      ({ phase, week_type: type }) => (phase === "build" || phase === "peak") && type !== "recovery",
    );
    const climbs = weeks.flatMap(({ workouts }) => workouts).filter(({ family }) => family === "climbs").length;
    // Short plans, few hours and limits may leave no day for a climb of 20 minutes.
    const hasRoom =
      profile.held_back === undefined &&
      profile.careful_start !== true &&
      loads.length >= 4 &&
      profile.weekly_hours_available >= 6;
    const isLong = (asked?.course?.longest_climb_min ?? 0) >= 25 && IN_MOUNTAINS.includes(event?.type ?? "");
    return [
      ...(isKept ? [] : ["the course is another"]),
      ...(isLong && hasRoom && climbs === 0 && profile.unavailable === undefined && profile.prefer === undefined
        ? ["no climb is ridden before an event of long climbs"]
        : []),
    ];
  },
};

/** Events beside the first A, and their courses. */
export const EVENT_TERM_DRAWS: readonly TermDraw[] = [eventsB, eventsC, secondA, course];
