import { carbohydrateAnHour } from "../plan/event-words.ts";
import type { LibraryWorkout } from "./library.ts";

/** Rides from here on get a word on food; under an hour nobody needs any (training science 7). Seconds. */
const FUEL_FROM = 90 * 60;

/** A word on food for a ride of this many seconds, with a blank before it; nothing for short ones. */
export function fuelLine(seconds: number): string {
  const grams = carbohydrateAnHour(seconds);
  if (seconds < FUEL_FROM || grams === undefined) return "";
  return ` Fuel: ${grams.low} to ${grams.high} g of carbohydrate an hour from the first half hour on, and drink to thirst.`;
}

/** The workout's text for a ride of this many seconds, with fuel for long ones. */
export const describeWorkout = (workout: LibraryWorkout, seconds: number): string =>
  workout.parts.length === 0 ? workout.text : `${workout.text}${fuelLine(seconds)}`;
