import { roundTo } from "../base/numbers.ts";
import { COURSE_LIMITS } from "./course-schema.ts";
import { plainText } from "./parse-number.ts";
import { read, unreadable, type Reader } from "./parse-reading.ts";
import { readEventHours } from "./parse-values.ts";

/*
 * An event is as long as its hours, and riders know its kilometres: both are taken. What the kilometres take a rider is judged with
 * their level, once it is known (periodization/intake/event-course.ts).
 */

const KM_OF_MILE = 1.609344;
const DISTANCE =
  /(?<![\d.,\p{L}])(\d{1,4}(?:[.,]\d{1,3})?) ?-?(km|kms|k|kilomet(?:er|re)s?|kilometern|mi|miles?|mile|meilen)(?![\p{L}\d/])(?! ?\/ ?h| an hour| per hour)/u;

interface Distance {
  readonly km: number;
  /** As a request keeps it: `80 km`, `50 miles`. */
  readonly text: string;
}

function distanceAt(text: string): (Distance & { readonly words: string }) | undefined {
  const [words, number = "", unit = ""] = DISTANCE.exec(plainText(text)) ?? [];
  if (words === undefined) return undefined;
  const amount = Number(number.replace(",", "."));
  const isMiles = unit.startsWith("m");
  const km = isMiles ? amount * KM_OF_MILE : amount;
  const { low, high } = COURSE_LIMITS.distanceKm;
  return km >= low && km <= high ? { km, text: `${amount} ${isMiles ? "miles" : "km"}`, words } : undefined;
}

/** The distance that words name, as a request keeps it; undefined where there is none. */
export const distanceIn = (text: string): string | undefined => distanceAt(text)?.text;

const ABOUT = /^(?:about|around|approximately|roughly|circa|ca\.?|some|~|≈) ?|[.!]$/g;

/** The kilometres of an answer that is a distance and nothing else. */
export function kilometresOf(length: unknown): number | undefined {
  if (typeof length !== "string") return undefined;
  const found = distanceAt(length);
  return found?.words === plainText(length).replace(ABOUT, "") ? roundTo(found.km, 2) : undefined;
}

/** Hours, or a distance in the words in which a request keeps it. */
export const readEventLength: Reader<number | string> = (value, context) => {
  const hours = readEventHours(value, context);
  if (hours.kind === "value") return hours;
  if (kilometresOf(value) !== undefined) return read(distanceAt(String(value))?.text ?? "");
  return unreadable(`${hours.expected}, or its length, such as 80 km or 50 miles`);
};
