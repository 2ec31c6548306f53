import { isRecord } from "../../src/athlete/parse-reading.ts";

/** A week of an overview as a careful model gives it. */
export interface CoachWeek {
  readonly kind: string;
  readonly minutes: number | string;
  readonly days: readonly string[];
  readonly focus: string;
}

/** Twelve weeks as a careful model would plan them for eight hours on Tuesday, Thursday, Saturday and Sunday. */
const MINUTES = [355, 455, 470, 205, 460, 470, 475, 215, 460, 470, 475, 215];
export const goodWeeks = (count = 12): CoachWeek[] =>
  MINUTES.slice(0, count).map((minutes, i) => {
    const isLight = i % 4 === 3;
    // Tests are the planner's: on Thursday of week 1, and on the Saturdays of recovery weeks.
    if (i === 0)
      return { kind: "base", minutes, days: ["tue:endurance", "sat:sweetspot", "sun:endurance"], focus: "steady work" };
    const hard = i < 4 ? "sweetspot" : i < 8 ? "threshold" : "vo2max";
    return {
      kind: isLight ? "recovery" : i < 4 ? "base" : i < 8 ? "build" : "peak",
      minutes,
      days: isLight
        ? ["tue:recovery", "thu:endurance", "sun:endurance"]
        : ["tue:endurance", `thu:${hard}`, "sat:endurance", "sun:endurance"],
      focus: "steady work",
    };
  });

export const overviewAnswer = (
  weeks: readonly unknown[] = goodWeeks(),
  notes = "Steady riding first, harder work later.",
): string => JSON.stringify({ weeks, notes });

/** One ride of a week as a model gives it. */
export interface CoachRide {
  readonly d: string;
  readonly n: string;
  readonly t: string;
  readonly w: readonly number[];
  readonly s: readonly (readonly number[])[];
  readonly c: readonly number[];
}

/** As long as notes are asked for: some fifty words. */
const NOTES: Readonly<Record<string, string>> = {
  recovery:
    "Loosens the legs between harder days. Ride so easily that it feels too easy, in a light gear and with quick, round pedal strokes. Stay on flat roads where you can, let every climb and every faster rider go, and come home fresher than you went out.",
  endurance:
    "Builds the base that everything else stands on. Ride evenly and so that you could talk in whole sentences from start to end. Keep the pressure on the pedals light uphill, keep pedalling downhill, and eat and drink from early on, so that the last hour feels like the first.",
};
const HARD_NOTE =
  "Raises the power that you can hold. Start each effort calmly, settle into an even rhythm, and finish it as strongly as you began. Spin easily in between and let your breath come down before the next. If the last effort falls apart, stop there and ride home gently.";

/** The ride that a line of the request asks for: the step as it is given, the rest of the minutes easy. */
function rideFor(line: string): CoachRide | undefined {
  const match = /^(\w{3}): (\w+), (\d+) min/.exec(line);
  if (match === null) return undefined;
  const [, d = "", type = ""] = match;
  const rows = [...line.matchAll(/\[[\d,]+\]/g)].map(([row]) => JSON.parse(row) as number[]);
  const isEasy = !line.includes("key");
  const edge = (name: string): number => Number(new RegExp(`${name} (\\d+) min`).exec(line)?.[1] ?? 5);
  return {
    d,
    n: isEasy ? "Easy and even" : "Strong efforts",
    t: NOTES[type] ?? HARD_NOTE,
    w: [edge("warm-up"), 45, isEasy ? 55 : 70],
    s: isEasy ? [[1, 0, type === "recovery" ? 52 : 62]] : [...rows, [1, 0, 60]],
    c: [edge("cool-down"), 55, 45],
  };
}

/** What a careful model answers to the request for one week. */
export const weekRides = (request: string): CoachRide[] => request.split("\n").flatMap((line) => rideFor(line) ?? []);

/** The text of the first message that a model was sent, whatever the protocol. */
export function askedOf(body: Readonly<Record<string, unknown>>): string {
  const messages: readonly unknown[] = Array.isArray(body.messages) ? body.messages : [];
  const first = messages.find((message) => isRecord(message) && message.role === "user");
  const content: unknown = isRecord(first) ? first.content : "";
  if (typeof content === "string") return content;
  const blocks: readonly unknown[] = Array.isArray(content) ? content : [];
  return blocks.map((block) => (isRecord(block) && typeof block.text === "string" ? block.text : "")).join("");
}

/** Number of the week that a request asks for; undefined for the overview. */
export const weekOf = (asked: string): number | undefined => {
  const number = /^Write week (\d+):/m.exec(asked)?.[1];
  return number === undefined ? undefined : Number(number);
};

/** One swap as a model proposes it. */
export interface CoachSwap {
  readonly week: number;
  readonly what: string;
  readonly day: string;
  readonly to: string;
  readonly why: string;
}

export const swapsAnswer = (swaps: readonly unknown[] = []): string => JSON.stringify({ swaps });

/** True for the question about a plan that the planner has made. */
export const isAboutPlan = (asked: string): boolean => asked.includes("The plan (week:");

/** What a careful model answers, to whatever it is asked. */
export function goodAnswer(asked: string): string {
  if (weekOf(asked) !== undefined) return JSON.stringify({ rides: weekRides(asked) });
  return isAboutPlan(asked) ? swapsAnswer() : overviewAnswer();
}
