import { effortOf, SWEET_SPOT_FROM } from "../plan/effort-bands.ts";
import { carbohydrateAnHour } from "../plan/event-words.ts";
import { zoneOf } from "../load/zones.ts";
import type { Step } from "../workout/expand.ts";
import type { Workout } from "../workout/schema.ts";
import type { RideSaying } from "./step-list.ts";

/** What a session is for, by its type. */
const WHY: Readonly<Record<Workout["type"], string>> = {
  rest: "the work of the week settles in while you rest",
  recovery: "moves the legs and asks nothing of them",
  endurance: "builds the base that everything else stands on",
  tempo: "strength for long, steady hours, at a price you can pay often",
  sweetspot: "lifts your threshold, and is gentle enough to do a lot of",
  threshold: "raises the power that you can hold for long",
  vo2max: "raises how much oxygen you can use: the ceiling over all the rest",
  mixed: "several kinds of work in one ride, as on the road",
  strength: "stronger legs and back, and bones that last",
};
/** What some sessions are for, whatever their type. */
const WHY_ROLE: Readonly<Partial<Record<NonNullable<Workout["role"]>, string>>> = {
  long: "teaches body and head to go on for hours",
  test: "shows where you stand, so that every target fits you",
  openers: "wakes the legs without tiring them",
  fixed: "your own ride: the plan is built around it",
};
/** Without watts nobody speaks of power. */
const WHY_WITHOUT_POWER: Readonly<Partial<Record<Workout["type"], string>>> = {
  threshold: "raises the pace that you can hold for long",
};

/** What a session is for, in half a sentence. What a model wrote says it itself. */
export function whyWords({ type, role, source, description, why = [] }: Workout, { saying }: RideSaying): string {
  const ill = why.find(({ id }) => id === "illness");
  if (ill !== undefined) return ill.text;
  if (source === "llm") {
    const [first = ""] = description.split(/(?<=[.!?])\s/);
    if (first !== "") return first;
  }
  const byRole = role === undefined ? undefined : WHY_ROLE[role];
  const byType = saying.ftpWatts === undefined ? WHY_WITHOUT_POWER[type] : undefined;
  return byRole ?? byType ?? WHY[type];
}

/** How the hardest of a ride feels by Coggan's level 1 to 7 (training science 1.5). */
const FEELS = [
  "you could sing",
  "you talk in full sentences",
  "short sentences; steady, never straining",
  "deep breath, a few words; hard at the end, never desperate",
  "no words; you count the seconds, and can do one more",
  "no words, for a minute or two only",
  "everything you have, and then rest",
] as const;

/** Coggan's level 4. */
const THRESHOLD = 4;

/** What a stretch must last to count for how a ride feels: the shorter ones of a ride are spice. Seconds. */
const FELT_FROM = 30;

/** How the hard part of a ride feels: `5 of 10: deep breath, ...`. Undefined where nothing has a target. */
export function feelWords(steps: readonly Step[], told: RideSaying): string | undefined {
  const targeted = steps.filter(({ role }) => role !== "free" && role !== "warmup" && role !== "cooldown");
  if (targeted.some((step) => effortOf(step, told.isTest) === undefined)) return undefined;
  // A test that is not all out says with each step how it feels.
  if (told.isTest) return undefined;
  const felt = targeted.filter(({ seconds }) => seconds >= FELT_FROM);
  const among = felt.length > 0 ? felt : targeted;
  const top = Math.max(0, ...among.map(({ start, end }) => Math.max(start, end)));
  const hardest = among.find(({ start, end }) => Math.max(start, end) === top);
  const band = hardest === undefined ? undefined : effortOf(hardest, false);
  if (band === undefined) return undefined;
  const number = band.low === undefined || band.low === band.high ? `${band.high}` : `${band.low} to ${band.high}`;
  // Sweet spot lies across two levels and feels the same on both sides of their border.
  const level = Math.max(zoneOf(top), top >= SWEET_SPOT_FROM ? THRESHOLD : 1);
  const feels = FEELS[level - 1] ?? FEELS[6];
  // The scale of every plan: a few words at 4, single ones at 5.
  return `${number} of 10: ${level === THRESHOLD && band.high > 4 ? feels.replace("a few words", "single words") : feels}`;
}

/** Rides from here on want food; shorter ones a bottle. Seconds. */
const FOOD_FROM = 90 * 60;

/** What to eat and drink on a ride of this many seconds (training science 7). */
export function fuelWords(seconds: number, text = ""): string {
  const grams = carbohydrateAnHour(seconds);
  if (seconds < FOOD_FROM && /\beat and drink on (?:a|the) timer\b/i.test(text))
    return "a bite and a sip on the timer, as practice; so short a ride needs water alone";
  if (grams === undefined || seconds < FOOD_FROM) return "water is enough; drink to thirst";
  return `${grams.low} to ${grams.high} g of carbohydrate an hour, from early on; drink to thirst`;
}

/** The average of 20 minutes is this much above FTP (training science 5.4). */
const TWENTY_MINUTES = 0.95;

/** For a test by power: the one figure to begin at. Undefined where nothing is known to begin at. */
export function paceWords(steps: readonly Step[], told: RideSaying): string | undefined {
  const { ftpWatts, beside } = told.saying;
  const hard = steps.filter((step) => step.role !== "free" && effortOf(step, told.isTest) === undefined);
  const longest = Math.max(0, ...hard.map(({ seconds }) => seconds));
  if (ftpWatts === undefined || beside !== undefined || longest !== 20 * 60) return undefined;
  const same = Math.round(ftpWatts / TWENTY_MINUTES);
  return `about ${same} W means that your FTP has stayed; begin there, then feel wins`;
}
