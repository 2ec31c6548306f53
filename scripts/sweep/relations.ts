import type { PlanRequest } from "../../src/athlete/request.ts";
import type { EventType } from "../../src/athlete/schema.ts";
import { daysBetween, WEEKDAYS, type Weekday } from "../../src/base/calendar.ts";
import { easyLoad } from "../../src/periodization/week/ride-load.ts";
import { capacityMinutes } from "../../src/rules/capacity.ts";
import { SWEEP_TODAY } from "../../test/support/draw-request.ts";
import type { PlanFacts, WeekFacts } from "./plan-facts.ts";

/** Two plans of one rider who changed one answer, and what should not have come of it. */
export interface Violation {
  readonly relation: string;
  /** What was changed, and the two numbers. */
  readonly message: string;
  /** How far beyond what the relation allows, in its own unit. */
  readonly excess: number;
  /** The changed request; the other is the rider's own, or the one that the message names. */
  readonly request: PlanRequest;
}

/** A request to the facts of its plan; undefined where no plan keeps every rule. */
export type Planner = (request: PlanRequest) => PlanFacts | undefined;

export interface Relation {
  readonly id: string;
  readonly says: string;
  /** The riders it speaks of. */
  readonly appliesTo: (rider: PlanRequest) => boolean;
  readonly check: (rider: PlanRequest, plan: Planner) => Violation[];
}

/** Figures that differ by less are the same: a second of riding, a rounded load. */
const DUST = 0.02;
/** Rides are given in whole fives, so that two of them may differ by that for no other reason. Minutes. */
const RIDE_STEP = 5;
/** A plan's whole load follows from rounded rides, whole percents and a taper that meets the form wanted: this share is no decision. */
const LOAD_STEP = 0.02;

const shown = (value: number): string => String(Math.round(value * 10) / 10);
const withProfile = (request: PlanRequest, profile: Partial<PlanRequest["profile"]>): PlanRequest => ({
  ...request,
  profile: { ...request.profile, ...profile },
});

/** Shorter plans have no room for what an event asks beyond getting ready for it at all. */
const EVENT_DAYS = 8 * 7;

const hasTimeForEvent = ({ event, startDate }: PlanRequest): boolean =>
  event !== undefined && daysBetween(startDate ?? SWEEP_TODAY, event.date) >= EVENT_DAYS;

/** The same rider with another event on the same day, as long as that event usually is; undefined where it is too close to differ. */
const withEvent = (request: PlanRequest, type: EventType): PlanRequest | undefined =>
  request.event === undefined || !hasTimeForEvent(request)
    ? undefined
    : { ...request, goal: "", event: { date: request.event.date, type } };

/** The longest ride that a criterium wants, and room for more than that beside a strength session. Minutes. */
const SHORT_LONG_RIDE = 150;
const ROOM_FOR_LONG_RIDE = 240;
const STRENGTH_MINUTES = 40;
/** Fewer hours a week leave no ride that is long. */
const HOURS_FOR_LONG_RIDE = 6;
/** Who rides less now spends the plan growing towards any long ride, whatever the event: minutes, and share of the hours. */
const RIDES_NOW = { longest: 90, hours: 0.8 };
/** So much more than the hours must fit beside it. */
const ROOM_TO_CHOOSE = 1.25;
/** A day for which the rider names no minutes. */
const UNSAID = { weekday: 90, weekend: 300 };
/** A rider's longest ride of late where it is not said: this part of the recent hours. */
const USUAL_LONGEST = 0.35;

/** True where the rider leaves the length of the long ride open: the hours fit without one, a day has room for it, and it need not first be built. */
function mayChooseLongRide({ profile }: PlanRequest): boolean {
  const { week_days: days, max_minutes_by_day: minutes = {} } = profile.training_availability;
  const strength = (profile.strength_per_week ?? 0) > 0 ? STRENGTH_MINUTES : 0;
  const limits = WEEKDAYS.map((day, weekday) => {
    const most = minutes[day] ?? (weekday < 5 ? UNSAID.weekday : UNSAID.weekend);
    return { available: days.includes(day), maxMinutes: Math.max(0, most - strength), given: true };
  });
  const open = limits.map(({ available }) => available);
  const withoutLong = capacityMinutes({ level: profile.experience_level, days: limits }, open, SHORT_LONG_RIDE);
  const longest = Math.max(...limits.map(({ available, maxMinutes }) => (available ? maxMinutes : 0)));
  const { weekly_hours_available: hours, recent_weekly_hours: recent = hours } = profile;
  return (
    hours >= HOURS_FOR_LONG_RIDE &&
    (profile.longest_recent_ride_minutes ?? RIDES_NOW.longest) >= RIDES_NOW.longest &&
    recent >= hours * RIDES_NOW.hours &&
    withoutLong >= hours * 60 * ROOM_TO_CHOOSE &&
    longest >= ROOM_FOR_LONG_RIDE
  );
}

/** A plan's long rides are no shorter than today's, whatever the event: who rides long already has them for a criterium too. */
const ridesShortNow = ({ profile }: PlanRequest): boolean => {
  const { weekly_hours_available: hours, recent_weekly_hours: recent = hours } = profile;
  const unsaid = recent * 60 * USUAL_LONGEST;
  return (profile.longest_recent_ride_minutes ?? unsaid) <= SHORT_LONG_RIDE;
};

interface Ordered {
  readonly more: EventType;
  readonly less: EventType;
  /** For which riders both may not even be equal. */
  readonly isStrict: (rider: PlanRequest) => boolean;
}

/** The same rider by event: one figure of the plans stands in an order. */
function byEvent(
  id: string,
  says: string,
  order: {
    of: (facts: PlanFacts) => number;
    pairs: readonly Ordered[];
    rounded?: number;
    speaksOf?: (rider: PlanRequest) => boolean;
  },
): Relation {
  return {
    id,
    says,
    appliesTo: (rider) => hasTimeForEvent(rider) && (order.speaksOf?.(rider) ?? true),
    check: (rider, plan) =>
      order.pairs.flatMap(({ more, less, isStrict }): Violation[] => {
        const [first, second] = [withEvent(rider, more), withEvent(rider, less)];
        const [high, low] = [first && plan(first), second && plan(second)];
        if (first === undefined || high === undefined || low === undefined) return [];
        const gap = order.of(low) - order.of(high);
        if (isStrict(rider) ? gap < -DUST : gap <= DUST + (order.rounded ?? 0)) return [];
        const message = `${more} ${shown(order.of(high))}, ${less} ${shown(order.of(low))} minutes`;
        return [{ relation: `${id}: ${more} and ${less}`, message, excess: gap, request: first }];
      }),
  };
}

const pair = (more: EventType, less: EventType, isStrict: Ordered["isStrict"]): Ordered => ({ more, less, isStrict });
const always = (): boolean => true;
const never = (): boolean => false;

const sharp = byEvent("sharp-work-by-event", "minutes above 120 %: criterium > road race > century", {
  of: (facts) => facts.above120,
  pairs: [pair("criterium", "road_race", always), pair("road_race", "century", always)],
});

const OTHER_EVENTS = [
  "criterium",
  "road_race",
  "century",
  "gravel",
  "ultra",
  "gran_fondo",
  "mtb",
  "multi_day",
  "hill_climb",
] as const;
const threshold = byEvent("threshold-by-event", "time at 91 to 105 % is highest for the time trial", {
  of: (facts) => facts.from91to105,
  pairs: OTHER_EVENTS.map((type) => pair("time_trial", type, always)),
});

const longest = byEvent("longest-ride-by-event", "longest ride: ultra >= gravel >= century > road race > criterium", {
  of: (facts) => facts.longestRide,
  rounded: RIDE_STEP,
  speaksOf: (rider) => mayChooseLongRide(rider) && ridesShortNow(rider),
  pairs: [
    pair("ultra", "gravel", never),
    pair("gravel", "century", never),
    pair("century", "road_race", always),
    pair("road_race", "criterium", always),
  ],
});

/** Hard sessions of build and peak that two plans share, at most (training science, rule 36). */
const MOST_SHARED = 0.7;

function sharedShare(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  const shared = a.filter((id) => {
    const at = left.indexOf(id);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}

const DIFFERENT: readonly (readonly [EventType, EventType])[] = [
  ["criterium", "century"],
  ["criterium", "time_trial"],
  ["road_race", "century"],
  ["time_trial", "century"],
  ["road_race", "ultra"],
];
const specific: Relation = {
  id: "events-differ",
  says: "plans for different events share less than 70 % of their hard sessions in build and peak",
  appliesTo: hasTimeForEvent,
  check: (rider, plan) =>
    DIFFERENT.flatMap(([one, other]): Violation[] => {
      const [first, second] = [withEvent(rider, one), withEvent(rider, other)];
      const [a, b] = [first && plan(first), second && plan(second)];
      if (first === undefined || a === undefined || b === undefined) return [];
      const share = sharedShare(a.quality, b.quality);
      if (share < MOST_SHARED) return [];
      const message = `${one} and ${other} share ${shown(share * 100)} % of ${a.quality.length} and ${b.quality.length} hard sessions`;
      return [{ relation: "events-differ", message, excess: share - MOST_SHARED, request: first }];
    }),
};

/** The rider and one who answered one thing differently: what the second plan may not have more of. */
function changed(
  id: string,
  says: string,
  how: {
    /** The rider that the variants are compared with, where not all of the answers are said. */
    said?: (rider: PlanRequest) => PlanRequest;
    variants: (rider: PlanRequest) => readonly { text: string; request: PlanRequest }[];
    compare: (before: PlanFacts, after: PlanFacts) => readonly { message: string; excess: number }[];
  },
): Relation {
  return {
    id,
    says,
    appliesTo: () => true,
    check: (asked, plan) => {
      const rider = how.said?.(asked) ?? asked;
      return how.variants(rider).flatMap(({ text, request }): Violation[] => {
        const [before, after] = [plan(rider), plan(request)];
        if (before === undefined || after === undefined) return [];
        return how
          .compare(before, after)
          .map(({ message, excess }) => ({ relation: id, message: `${text}: ${message}`, excess, request }));
      });
    },
  };
}

/** The same rider who says of every day what else would be assumed: an assumption may look at the other days. */
function withMinutes(rider: PlanRequest): PlanRequest {
  const { training_availability: availability } = rider.profile;
  const { week_days: days, max_minutes_by_day: minutes = {} } = availability;
  const said = Object.fromEntries(
    days.map((day) => [day, minutes[day] ?? (WEEKDAYS.indexOf(day) < 5 ? UNSAID.weekday : UNSAID.weekend)]),
  );
  return withProfile(rider, { training_availability: { ...availability, max_minutes_by_day: said } });
}

function withoutDay(rider: PlanRequest, day: Weekday): PlanRequest {
  const { week_days: days, max_minutes_by_day: minutes, ...rest } = rider.profile.training_availability;
  const left = Object.fromEntries(Object.entries(minutes ?? {}).filter(([name]) => name !== day));
  const availability = {
    ...rest,
    week_days: days.filter((name) => name !== day),
    ...(minutes === undefined ? {} : { max_minutes_by_day: left }),
  };
  return withProfile(rider, { training_availability: availability });
}

const restDay = changed("rest-day-adds-no-load", "one available day fewer never adds load (2 %)", {
  said: withMinutes,
  variants: (rider) => {
    const days = rider.profile.training_availability.week_days;
    return days.length < 2 ? [] : days.map((day) => ({ text: `without ${day}`, request: withoutDay(rider, day) }));
  },
  compare: (before, after) =>
    after.load > before.load * (1 + LOAD_STEP)
      ? [
          {
            message: `load of the plan ${shown(before.load)} becomes ${shown(after.load)}`,
            excess: after.load / before.load - 1,
          },
        ]
      : [],
});

/** Both plans' weeks side by side; a plan's length does not follow from what is changed here. */
const weekPairs = (before: PlanFacts, after: PlanFacts): { before: WeekFacts; after: WeekFacts }[] =>
  before.weeks.flatMap((week, i) => {
    const other = after.weeks[i];
    return other === undefined ? [] : [{ before: week, after: other }];
  });

const fewerHours = (rider: PlanRequest): { text: string; request: PlanRequest }[] => {
  const hours = rider.profile.weekly_hours_available;
  return [hours - 0.5, hours * 0.8]
    .map((value) => Math.round(value * 10) / 10)
    .filter((value) => value >= 1.5)
    .map((value) => {
      const { weekly_hours_min: floor, ...profile } = rider.profile;
      const kept = floor !== undefined && floor <= value ? { weekly_hours_min: floor } : {};
      return {
        text: `${value} h instead of ${hours}`,
        request: { ...rider, profile: { ...profile, ...kept, weekly_hours_available: value } },
      };
    });
};

/** Weeks before the taper: who has less to shed tapers less (training science 3.4). */
const trainingPairs = (before: PlanFacts, after: PlanFacts): ReturnType<typeof weekPairs> =>
  weekPairs(before, after).filter((week) => !week.before.touchesTaper && !week.after.touchesTaper);

const shorterWeek = changed(
  "lower-ceiling-no-longer-week",
  "a lower ceiling never lengthens a week before the taper (by more than a step of 5 minutes)",
  {
    variants: fewerHours,
    compare: (before, after) =>
      trainingPairs(before, after).flatMap((week) =>
        week.after.minutes > week.before.minutes + RIDE_STEP
          ? [
              {
                message: `week ${week.before.number} of ${shown(week.before.minutes)} minutes becomes ${shown(week.after.minutes)}`,
                excess: week.after.minutes - week.before.minutes,
              },
            ]
          : [],
      ),
  },
);

/** A week's load may rise by so much: the same hours are filled with other workouts. */
const LOAD_TOLERANCE = 0.03;
/** Load of one step of minutes, ridden easily: what a rounded ride is worth. */
const RIDE_STEP_LOAD = easyLoad(RIDE_STEP);
const lighterWeek = changed(
  "lower-ceiling-no-more-load",
  "a lower ceiling never raises a week's load before the taper by more than 3 % (or by 5 easy minutes)",
  {
    variants: fewerHours,
    compare: (before, after) =>
      trainingPairs(before, after).flatMap((week) =>
        week.after.load > Math.max(week.before.load * (1 + LOAD_TOLERANCE), week.before.load + RIDE_STEP_LOAD) + DUST
          ? [
              {
                message: `week ${week.before.number} of load ${shown(week.before.load)} becomes ${shown(week.after.load)}`,
                excess: week.after.load / week.before.load - 1,
              },
            ]
          : [],
      ),
  },
);

const BIRTHDAYS = [40, 50, 60];
/** The birthdays of one rider: each pair of plans is a year apart. */
const older: Relation = {
  id: "older-recovers-no-less",
  says: "one year older never shortens recovery: recovery weeks, rest days",
  appliesTo: () => true,
  check: (rider, plan) =>
    BIRTHDAYS.flatMap((age): Violation[] => {
      const request = withProfile(rider, { age });
      const [before, after] = [plan(withProfile(rider, { age: age - 1 })), plan(request)];
      if (before === undefined || after === undefined) return [];
      return (["recoveryWeeks", "restDays"] as const).flatMap((name) =>
        after[name] < before[name]
          ? [
              {
                relation: "older-recovers-no-less",
                message: `turning ${age}: ${name} ${before[name]} become ${after[name]}`,
                excess: before[name] - after[name],
                request,
              },
            ]
          : [],
      );
    }),
};

const TUESDAY: Weekday = "Tuesday";
/** The rider says what their Tuesday holds: only then is another number tighter. */
function withTuesday(rider: PlanRequest, minutes: number): PlanRequest {
  const { training_availability: availability } = rider.profile;
  const limits = { ...availability.max_minutes_by_day, [TUESDAY]: minutes };
  return withProfile(rider, { training_availability: { ...availability, max_minutes_by_day: limits } });
}

const tuesday: Relation = {
  id: "tighter-tuesday-no-longer",
  says: "a tighter Tuesday never lengthens Tuesday (by more than a step of 5 minutes)",
  appliesTo: (rider) => rider.profile.training_availability.week_days.includes(TUESDAY),
  check: (rider, plan) => {
    const { week_days: days, max_minutes_by_day: limits = {} } = rider.profile.training_availability;
    if (!days.includes(TUESDAY)) return [];
    const now = limits[TUESDAY] ?? UNSAID.weekday;
    const before = plan(withTuesday(rider, now));
    return [now - 15, now - 30, 45]
      .filter((minutes) => minutes >= 30 && minutes < now)
      .flatMap((minutes): Violation[] => {
        const request = withTuesday(rider, minutes);
        const after = plan(request);
        if (before === undefined || after === undefined) return [];
        return longerTuesdays(before, after).map(({ message, excess }) => ({
          relation: "tighter-tuesday-no-longer",
          message: `Tuesday of ${minutes} instead of ${now} minutes: ${message}`,
          excess,
          request,
        }));
      });
  },
};

const minutesOn = (week: WeekFacts, day: Weekday): number => week.days[WEEKDAYS.indexOf(day)] ?? 0;

const longerTuesdays = (before: PlanFacts, after: PlanFacts): { message: string; excess: number }[] =>
  weekPairs(before, after).flatMap((week) => {
    const [was, is] = [minutesOn(week.before, TUESDAY), minutesOn(week.after, TUESDAY)];
    return is > was + RIDE_STEP
      ? [{ message: `in week ${week.before.number} ${shown(was)} become ${shown(is)}`, excess: is - was }]
      : [];
  });

/** What must be so between plans of one rider, whatever the rider: two plans are compared where one cannot be judged. */
export const RELATIONS: readonly Relation[] = [
  sharp,
  threshold,
  longest,
  specific,
  restDay,
  shorterWeek,
  lighterWeek,
  older,
  tuesday,
];

/** Every relation that does not hold for this rider. Each request is planned once. */
export function violationsOf(
  rider: PlanRequest,
  plan: Planner,
  relations: readonly Relation[] = RELATIONS,
): Violation[] {
  const known = new Map<string, PlanFacts | undefined>();
  const once: Planner = (request) => {
    const key = JSON.stringify(request);
    if (!known.has(key)) known.set(key, plan(request));
    return known.get(key);
  };
  return relations.flatMap((relation) => relation.check(rider, once));
}
