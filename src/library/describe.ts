import type { LibraryWorkout } from "./library.ts";

/** Rides from here on get a word on food; under an hour nobody needs any (training science 7). Seconds. */
const FUEL_FROM = 90 * 60;
/** Beyond this the body can use more: 60 to 90 g of carbohydrate an hour. Seconds. */
const MORE_FUEL_BEYOND = 150 * 60;

/** A word on food for a ride of this many seconds, with a blank before it; nothing for short ones. */
export function fuelLine(seconds: number): string {
  if (seconds < FUEL_FROM) return "";
  const grams = seconds > MORE_FUEL_BEYOND ? "60 to 90" : "30 to 60";
  return ` Fuel: ${grams} g of carbohydrate an hour from the first half hour on, and drink to thirst.`;
}

/** The workout's text for a ride of this many seconds, with fuel for long ones. */
export const describeWorkout = (workout: LibraryWorkout, seconds: number): string =>
  workout.parts.length === 0 ? workout.text : `${workout.text}${fuelLine(seconds)}`;
