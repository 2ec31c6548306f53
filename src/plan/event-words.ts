import type { EventType } from "../athlete/schema.ts";
import { roundTo } from "../base/numbers.ts";
import type { PlanEvent } from "./schema.ts";

/** What counts on the day, by type of event. */
const ON_THE_DAY: Readonly<Record<EventType, string>> = {
  century:
    "Start easier than you feel, eat in the first half hour and then on a timer, and ride the climbs by your breathing. The day begins after halfway.",
  gran_fondo:
    "Let the fast starters go, eat early and often, and find a group at your pace for the flat. Save something for the last climb.",
  criterium:
    "Warm up until you have sweated, start near the front, and stay in the first third. Carry your speed through the corners; each metre you let go costs a sprint. Eat before, not during.",
  road_race:
    "Stay out of the wind and near the front, eat while it is quiet, and answer only the moves that matter. Spend your strength once, and late.",
  time_trial:
    "Warm up for twenty minutes with two short efforts at race power. Hold back for the first quarter, settle for the middle, and leave everything in the last.",
  mtb: "Warm up well: the start decides your place on the narrow trail. After it find your rhythm, stay smooth where it is rough, and drink wherever both hands are free.",
  gravel:
    "Start with the group but not above yourself, eat on smooth ground before you are hungry, and keep a light grip. Steady hours beat a fast first one.",
  multi_day:
    "Ride the first day so that you could do it again tomorrow, and eat within half an hour of every finish. What you save on one day you have on the next.",
  ultra:
    "Start so easily that it feels wrong, eat and drink on a timer from the first half hour, and keep your stops short and planned. Low moments pass; ride gently through them.",
  hill_climb:
    "Warm up well and stay warm until you start. Keep the lower slopes just under what you could do, hold your rhythm through the middle, and give the rest from where you see the top.",
  cyclocross:
    "Walk the course, then warm up with three hard starts. Fight for a good place in the first minute, ride the corners clean, and be quick on your feet: get off early rather than late. Breathe on every straight.",
  other: "Start a little easier than you feel, keep your effort even, and ride your own race.",
};

/** A hill or a race on the track of a few minutes has no room to hold back for long. Seconds. */
const MINUTES_ONLY = 10 * 60;
const SHORT_EFFORT =
  "Warm up for half an hour with two or three hard minutes, and stay warm until you start. Hold back for the first thirty seconds only; from halfway on it hurts, and that is the effort you have trained.";
const SHORT_TYPES: readonly EventType[] = ["hill_climb", "time_trial", "other"];
/** From here on an event of no other type wants food on the way. Seconds. */
const LONG_OTHER = 2 * 3600;
const FOOD = " Eat from the first half hour on, and drink to thirst.";

/** `4 minutes` or `5.5 hours`. */
function lengthWords(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} minutes`;
  return `${roundTo(seconds / 3600, 1)} hours`;
}

/** The text of the event's day: how long, how hard, and what counts in an event of its kind. */
export function eventText({ type, hours, intensity_pct }: Pick<PlanEvent, "type" | "hours" | "intensity_pct">): string {
  const seconds = hours * 3600;
  const advice =
    seconds <= MINUTES_ONLY && SHORT_TYPES.includes(type)
      ? SHORT_EFFORT
      : `${ON_THE_DAY[type]}${type === "other" && seconds >= LONG_OTHER ? FOOD : ""}`;
  return `Your event. Expected: about ${lengthWords(seconds)} at about ${intensity_pct} % of FTP on average. ${advice}`;
}
