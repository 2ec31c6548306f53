import type { EventType } from "../athlete/schema.ts";
import { roundTo } from "../base/numbers.ts";
import type { PlanEvent } from "./event-schema.ts";

/** What the words need of an event. */
export type EventFacts = Pick<PlanEvent, "type" | "hours" | "intensity_pct" | "priority">;

/** How an event is begun, and what counts on the way; warm-up, watts, food and drink have words of their own. */
export interface Craft {
  readonly start: string;
  readonly ride: string;
}

const CRAFT: Readonly<Record<EventType, Craft>> = {
  century: {
    start: "Start easier than you feel.",
    ride: "Ride the climbs by your breathing and keep the stops short. The day begins after halfway.",
  },
  gran_fondo: {
    start: "Let the fast starters go.",
    ride: "Find a group at your pace for the flat, and save something for the last climb.",
  },
  criterium: {
    start: "Line up early and start near the front: the first laps are the hardest.",
    ride: "Stay in the first third and carry your speed through the corners; each metre you let go costs a sprint.",
  },
  road_race: {
    start: "Stay near the front and out of the wind.",
    ride: "Answer only the moves that matter. Spend your strength once, and late.",
  },
  time_trial: {
    start: "Hold back for the first quarter.",
    ride: "Settle in the middle, and leave everything in the last quarter.",
  },
  mtb: {
    start: "The start decides your place on the narrow trail, so be quick off the line.",
    ride: "After it find your rhythm, stay smooth where it is rough, and drink wherever both hands are free.",
  },
  gravel: {
    start: "Start with the group but not above yourself.",
    ride: "Keep a light grip, and do everything that needs a hand on smooth ground. Steady hours beat a fast first one.",
  },
  multi_day: {
    start: "Ride each day so that you could do it again tomorrow.",
    ride: "What you save on one day you have on the next: sit in, spin, and get off your feet at the finish.",
  },
  ultra: {
    start: "Start so easily that it feels wrong.",
    ride: "Keep your stops short and planned. Low moments pass; ride gently through them.",
  },
  hill_climb: {
    start: "Keep the lower slopes just under what you could do.",
    ride: "Hold your rhythm through the middle, and give the rest from where you see the top.",
  },
  cyclocross: {
    start: "Walk the course before you warm up, and fight for a good place in the first minute.",
    ride: "Ride the corners clean, breathe on every straight, and be quick on your feet: get off early rather than late.",
  },
  other: { start: "Start a little easier than you feel.", ride: "Keep your effort even, and ride your own race." },
};

/** A hill or a race on the track of a few minutes has no room to hold back for long. Seconds. */
const MINUTES_ONLY = 10 * 60;
const SHORT_TYPES: readonly EventType[] = ["hill_climb", "time_trial", "other"];
const SHORT_EFFORT: Craft = {
  start: "Hold back for the first thirty seconds only.",
  ride: "From halfway on it hurts, and that is the effort you have trained.",
};

/** True for one effort of a few minutes. */
export const isShortEffort = ({ type, hours }: Pick<EventFacts, "type" | "hours">): boolean =>
  hours * 3600 <= MINUTES_ONLY && SHORT_TYPES.includes(type);

/** How to begin this event, and what counts in it. */
export const craftOf = (event: Pick<EventFacts, "type" | "hours">): Craft =>
  isShortEffort(event) ? SHORT_EFFORT : CRAFT[event.type];

/** How an event wants its rider warmed up: by a few hard minutes, by a short spin, or by its own first half hour. */
export type WarmUpKind = "one-effort" | "hard-starts" | "steady-race" | "short-spin" | "ride-in";

const WARM_UPS: Readonly<Record<Exclude<EventType, "other">, WarmUpKind>> = {
  century: "ride-in",
  gran_fondo: "ride-in",
  gravel: "ride-in",
  ultra: "ride-in",
  multi_day: "ride-in",
  road_race: "short-spin",
  criterium: "hard-starts",
  cyclocross: "hard-starts",
  mtb: "hard-starts",
  time_trial: "steady-race",
  hill_climb: "steady-race",
};
/** An event of no other type: up to here it is raced like a time trial, up to there like a road race. Hours. */
const OTHER_HOURS = { steadyRace: 1.5, shortSpin: 3 };
/** A race of four hours and more begins easily enough to warm up in. Hours. */
const RIDE_IN_FROM = 4;

/** The warm-up that this event wants. */
export function warmUpKindOf(event: Pick<EventFacts, "type" | "hours">): WarmUpKind {
  const { type, hours } = event;
  if (isShortEffort(event)) return "one-effort";
  if (type === "other") {
    if (hours < OTHER_HOURS.steadyRace) return "steady-race";
    return hours <= OTHER_HOURS.shortSpin ? "short-spin" : "ride-in";
  }
  const kind = WARM_UPS[type];
  return kind === "short-spin" && hours >= RIDE_IN_FROM ? "ride-in" : kind;
}

const IN_SHORT: Readonly<Record<WarmUpKind, string>> = {
  "one-effort": "Warm up for half an hour with a few hard minutes, and stay warm until you start.",
  "hard-starts": "Warm up until you have sweated, with three hard starts.",
  "steady-race": "Warm up for twenty minutes with two short efforts at race power.",
  "short-spin": "Spin for a quarter of an hour before the start.",
  "ride-in": "Let the first half hour be your warm-up.",
};

/** Grams of carbohydrate an hour by the length of a ride (training science 7): nothing under an hour. */
export function carbohydrateAnHour(seconds: number): { readonly low: number; readonly high: number } | undefined {
  if (seconds < 60 * 60) return undefined;
  return seconds > 150 * 60 ? { low: 60, high: 90 } : { low: 30, high: 60 };
}

/** From here on the short text says a word on food as well. Seconds. */
const FOOD_FROM = 2 * 3600;
const FOOD = "Eat from the first half hour on, and drink to thirst.";

/** `4 minutes` or `5.5 hours`. */
export function lengthWords(hours: number): string {
  const minutes = Math.round(hours * 60);
  if (minutes < 90) return `${minutes} minutes`;
  return `${roundTo(hours, 1)} hours`;
}

const OPENING: Readonly<Record<NonNullable<EventFacts["priority"]>, string>> = {
  A: "Your event.",
  B: "An event of priority B: you come to it rested, and the plan goes on behind it.",
  C: "An event of priority C: ride it as the hard day of this week.",
};

/** The text of the event's day: how long, how hard, and what counts in an event of its kind. */
export function eventText(event: EventFacts): string {
  const { start, ride } = craftOf(event);
  return [
    `${OPENING[event.priority ?? "A"]} Expected: about ${lengthWords(event.hours)} at about ${event.intensity_pct} % of FTP on average.`,
    IN_SHORT[warmUpKindOf(event)],
    start,
    ...(event.hours * 3600 >= FOOD_FROM ? [FOOD] : []),
    ride,
  ].join(" ");
}
