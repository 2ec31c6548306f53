import { timeWords } from "../base/time-words.ts";
import { mostPowerIn } from "../athlete/held-back-words.ts";
import { daysBetween } from "../base/calendar.ts";
import {
  carbohydrateAnHour,
  craftOf,
  eventText,
  warmUpKindOf,
  type EventFacts,
  type WarmUpKind,
} from "./event-words.ts";
import type { Workout } from "../workout/schema.ts";
import type { TrainingPlan } from "./schema.ts";
import { courseLines } from "./course-words.ts";
import { climbPower, type CourseRider } from "./course-time.ts";
import { eventOn } from "./event-days.ts";
import type { PlanEvent } from "./event-schema.ts";
import type { Measures } from "./measures.ts";
import { intensityWords, sayingOf, scaleOf, type Saying, type Scale } from "./scale.ts";
import { sayPlan } from "./without-power.ts";

/** One line of the card: what it is about, and what to do. */
export interface CardLine {
  readonly label: string;
  readonly text: string;
}

/** Whose watts the card shows, or what it says instead, and the most they may ride where something holds them back (a fraction of FTP). */
export interface CardRider extends Partial<Saying> {
  /** Who rides the course, for the minutes of its climbs. */
  readonly onCourse?: CourseRider | undefined;
  readonly highestPower?: number | undefined;
  /** In which units the course is told; metric where nothing is said. */
  readonly measures?: Measures | undefined;
}

/** Powers of a warm-up as fractions of FTP: where easy riding ends, race power, and a start. */
const WARM_UP = { easy: 0.75, race: 1, start: 1.3 };
/** A time trial's first quarter: this share of its average. */
const FIRST_QUARTER = 0.97;
/** Steady events from here on are paced by their climbs, shorter ones by their quarters. Hours. */
const PACED_BY_CLIMBS = 1.5;

/** A power in watts, or in the words of the rider's scale, held under the rider's limit. */
type Watts = (fraction: number) => string;

const wattsFor =
  ({ ftpWatts, scale = FEEL, beside, highestPower = Number.POSITIVE_INFINITY }: CardRider): Watts =>
  (fraction) => {
    const power = Math.min(fraction, highestPower);
    return ftpWatts === undefined || beside !== undefined
      ? intensityWords(power, scale)
      : `${Math.round(power * ftpWatts)} W`;
  };

const FEEL: Scale = { by: "feel", heart: undefined };

function warmUpText(kind: WarmUpKind, { highestPower = Number.POSITIVE_INFINITY }: CardRider, watts: Watts): string {
  const easy = watts(WARM_UP.easy);
  if (kind === "ride-in") return `none of its own: ride the first half hour in easily, under ${easy}.`;
  if (highestPower < WARM_UP.race)
    return `20 minutes, easy to steady, not above ${easy}. No hard efforts before the start.`;
  switch (kind) {
    case "one-effort":
      return `30 minutes: 15 minutes building to ${easy}, then 3 x 1 minute at ${watts(WARM_UP.race)} with 2 minutes easy after each. End 10 minutes before you go, and stay warm.`;
    case "steady-race":
      return `25 minutes: 12 minutes building to ${easy}, 3 minutes at ${watts(WARM_UP.race)}, then 2 x 30 seconds a little harder. Be done 10 minutes before the start.`;
    case "hard-starts":
      return `25 minutes: 15 minutes building to ${easy}, then 3 starts of 10 to 15 seconds at ${watts(WARM_UP.start)} or more with 2 minutes easy after each. Go to the line warm.`;
    case "short-spin":
      return `15 minutes: easy, building to ${easy}, with one minute at ${watts(WARM_UP.race)} near the end, for the race may start fast.`;
  }
}

/** How hard the average is, as a rider feels it; upper ends as fractions of FTP. */
const FEELS: readonly (readonly [upTo: number, words: string])[] = [
  [0.68, "easy enough to talk all day"],
  [0.76, "steady, still talking in sentences"],
  [0.86, "brisk, a few words at a time"],
  [0.97, "hard, single words"],
  [1.06, "very hard, and evenly so"],
  [Number.POSITIVE_INFINITY, "as hard as you can hold to the end"],
];

const feelOf = (fraction: number): string => FEELS.find(([upTo]) => fraction <= upTo)?.[1] ?? "";

function paceText(event: EventFacts, rider: CardRider, watts: Watts): string {
  const kind = warmUpKindOf(event);
  const power = event.intensity_pct / 100;
  const inWatts = rider.ftpWatts !== undefined && rider.beside === undefined;
  const average = inWatts ? `${watts(power)} (${Math.round(event.intensity_pct)} % of FTP)` : watts(power);
  if (kind === "hard-starts")
    return `by feel and by the others, not by the meter. It will come to about ${average}, in surges far above it and rests far below.`;
  if (kind === "one-effort")
    return `about ${average}, ${feelOf(power)}. For the first 30 seconds no more than that, however easy it feels.`;
  if (event.type === "road_race" || kind === "short-spin")
    return `about ${average} over the whole race, ${feelOf(power)} in the mean: below it wherever the group carries you, above it only when it counts.`;
  if (event.hours < PACED_BY_CLIMBS)
    return `about ${average}, ${feelOf(power)}: ${watts(power * FIRST_QUARTER)} for the first quarter, then ${watts(power)}, then what is left.`;
  const climb = watts(climbPower(power));
  return `about ${average}, ${feelOf(power)}. The first hour under ${watts(power)}; on long climbs no more than ${climb}.`;
}

const tens = (grams: number): number => Math.round(grams / 10) * 10;

/** Carbohydrate by the hour and for the day. */
function eatText({ type, hours, days }: Pick<PlanEvent, "type" | "hours" | "days">): string {
  const grams = carbohydrateAnHour(hours * 3600);
  if (grams === undefined) return "nothing on the way. A meal that you know, two to three hours before.";
  const { low, high } = grams;
  const all = `${tens(low * hours)} to ${tens(high * hours)} g ${days > 1 ? "a day" : "in all"}`;
  const after = type === "multi_day" || days > 1 ? " Eat again within half an hour of every finish." : "";
  return `${low} to ${high} g of carbohydrate an hour from the first half hour on: ${all}. Take the food that you know from your long rides.${after}`;
}

/** Under an hour a bottle only weighs. Hours. */
const DRINK_FROM = 1;
/** To thirst, never gaining weight on the way (training science 12.1); a bottle an hour is what to have at hand, no task. */
const drinkText = (hours: number): string =>
  hours < DRINK_FROM
    ? "to thirst before the start; on the way a mouthful is enough."
    : "to thirst, with about half a litre an hour at hand. Who weighs more at the finish than at the start has drunk too much.";

/** How to warm up, start, pace, eat and drink, from the plan's own figures. */
export function eventCard(event: Omit<PlanEvent, "date">, rider: CardRider): CardLine[] {
  const watts = wattsFor(rider);
  const { start, ride } = craftOf(event);
  return [
    { label: "Warm-up", text: warmUpText(warmUpKindOf(event), rider, watts) },
    { label: "First", text: start },
    { label: "Pace", text: paceText(event, rider, watts) },
    ...courseLines(event, { watts, rider }),
    { label: "Eat", text: eatText(event) },
    { label: "Drink", text: drinkText(event.hours) },
    { label: "Then", text: ride },
  ].map(({ label, text }) => ({ label, text: `${text.charAt(0).toUpperCase()}${text.slice(1)}` }));
}

/** `About 6 h, 186 W on average` */
function lineOf({ hours, days, intensity_pct }: PlanEvent, rider: CardRider): string {
  const each = days > 1 ? ` a day for ${days} days` : "";
  return `About ${timeWords(hours * 60)}${each}, ${wattsFor(rider)(intensity_pct / 100)} on average`;
}

/** A day of the event: its length and power in a line without a full stop, other words of its own, and the card. */
export interface EventDay {
  readonly line: string;
  readonly words: string;
  readonly card: readonly CardLine[];
}

/** For whom a card is written: watts at this FTP, and for a view the units of who looks at it. */
export interface CardReader {
  readonly ftpWatts: number | undefined;
  readonly measures?: Measures | undefined;
}

/** The card of a workout that is the plan's event; undefined for every other one. */
export function eventDayOf(
  { role, description, date }: Pick<Workout, "role" | "description" | "date">,
  { plan_metadata: metadata, athlete_profile: profile }: Pick<TrainingPlan, "plan_metadata" | "athlete_profile">,
  { ftpWatts, measures }: CardReader,
): EventDay | undefined {
  const { start_date: start } = metadata;
  const event = metadata.events === undefined ? metadata.event : eventOn(metadata.events, date);
  if (role !== "event" || event === undefined) return undefined;
  const week = Math.floor(daysBetween(start, date) / 7) + 1;
  const most = mostPowerIn(profile, week);
  const rider = {
    ...sayingOf({ role, week }, profile, ftpWatts),
    highestPower: most === undefined ? undefined : most / 100,
    onCourse: profile,
    measures,
  };
  return {
    line: lineOf(event, rider),
    // The card says all that our own short text does.
    words: description === sayPlan(eventText(event), scaleOf(profile)) ? "" : description,
    card: eventCard(event, rider),
  };
}
