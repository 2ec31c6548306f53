import { z } from "zod";
import { isRecord } from "../athlete/parse-reading.ts";
import { cleanLine, cleanText } from "../base/text.ts";
import { WEEK_TYPES, type WeekType } from "../plan/schema.ts";
import type { WorkoutType } from "../workout/schema.ts";
import { listOf, numberOf, SHORT_DAYS, weekdayOf } from "./read-values.ts";

/** Kinds of ride a model may put on a day; rest is a day that is not named, strength is ours to place. */
export const RIDE_TYPES = ["recovery", "endurance", "tempo", "sweetspot", "threshold", "vo2max", "mixed"] as const;
const MOST_NOTES = 1200;

/** The form of the answer: no dates, no rest days, no week numbers, whole minutes. Short, because every token is waited for. */
export const overviewForm = (weekdays: readonly number[]) => {
  const [first = "mon:endurance", ...others] = weekdays.flatMap((day) =>
    RIDE_TYPES.map((type) => `${SHORT_DAYS[day] ?? ""}:${type}`),
  );
  return z.strictObject({
    weeks: z.array(
      z.strictObject({
        kind: z.enum(WEEK_TYPES),
        minutes: z.int(),
        days: z.array(z.enum([first, ...others])),
        focus: z.string(),
      }),
    ),
    notes: z.string(),
  });
};

/** One ride as a model wants it; weekday 0 is Monday. */
export interface WantedRide {
  readonly weekday: number;
  readonly type: WorkoutType;
}

export interface WantedWeek {
  readonly kind: WeekType;
  readonly minutes: number;
  readonly rides: readonly WantedRide[];
  readonly focus: string;
}

function rideOf(value: unknown): WantedRide | undefined {
  const [day = "", name = ""] = typeof value === "string" ? value.toLowerCase().split(":") : [];
  const weekday = weekdayOf(day);
  const type = RIDE_TYPES.find((known) => known === name.trim());
  return weekday === undefined || type === undefined ? undefined : { weekday, type };
}

/** Most minutes that are read at all; what is too long for the rider is another question. */
const LONGEST_WEEK_MINUTES = 40 * 60;

function weekOf(value: unknown, at: string, problems: string[]): WantedWeek | undefined {
  if (!isRecord(value)) return void problems.push(`${at}: expected an object`);
  const kind = WEEK_TYPES.find((type) => type === String(value.kind).trim().toLowerCase());
  const minutes = numberOf(value.minutes);
  const days = listOf(value.days);
  const rides: WantedRide[] = [];
  days.forEach((day, i) => {
    const ride = rideOf(day);
    if (ride === undefined) problems.push(`${at}.days[${i}]: expected day:type such as tue:threshold`);
    else if (rides.some((other) => other.weekday === ride.weekday))
      problems.push(`${at}.days[${i}]: the day is there twice`);
    else rides.push(ride);
  });
  if (kind === undefined) problems.push(`${at}.kind: expected one of ${WEEK_TYPES.join(", ")}`);
  if (minutes === undefined || minutes < 0 || (minutes === 0 && rides.length > 0) || minutes > LONGEST_WEEK_MINUTES) {
    problems.push(
      `${at}.minutes: expected whole minutes of riding, at most ${LONGEST_WEEK_MINUTES}, got ${cleanLine(String(value.minutes), 20)}`,
    );
    return undefined;
  }
  if (kind === undefined) return undefined;
  rides.sort((a, b) => a.weekday - b.weekday);
  return {
    kind,
    minutes: Math.round(minutes),
    rides,
    focus: cleanLine(typeof value.focus === "string" ? value.focus : "", 60),
  };
}

/** Reads what a model answered. Weeks that cannot be read are undefined; which week it is says its place. */
export function readOverview(value: unknown): {
  weeks: readonly (WantedWeek | undefined)[];
  notes: string;
  problems: readonly string[];
} {
  if (!isRecord(value))
    return { weeks: [], notes: "", problems: ["the answer is no JSON object with weeks and notes"] };
  const problems: string[] = [];
  const list: readonly unknown[] = Array.isArray(value.weeks) ? value.weeks : [];
  if (!Array.isArray(value.weeks)) problems.push("weeks: expected a list");
  const weeks = list.slice(0, 60).map((week, i) => weekOf(week, `weeks[${i}]`, problems));
  return { weeks, notes: cleanText(typeof value.notes === "string" ? value.notes : "").slice(0, MOST_NOTES), problems };
}
