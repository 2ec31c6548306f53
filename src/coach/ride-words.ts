import type { Workout, WorkoutType } from "../workout/schema.ts";
import { measureWorkout } from "../load/measure.ts";
import { fuelLine } from "../library/describe.ts";
import { mayStand } from "./check-notes.ts";
import type { PlanFacts } from "./plan-facts.ts";
import type { Session } from "./week-form.ts";

/** What stands where a model's own words may not. */
const OWN: Readonly<Partial<Record<WorkoutType, readonly [name: string, note: string]>>> = {
  recovery: ["Recovery ride", "Loosens the legs. Ride so easily that it feels too easy."],
  endurance: ["Endurance ride", "Builds your base. Ride evenly, so that you could talk in whole sentences."],
  tempo: ["Tempo ride", "Trains a brisk pace that lasts. Hold the efforts even and breathe deeply."],
  sweetspot: ["Sweet spot ride", "Raises the power that you hold for hours. Ride every effort evenly."],
  threshold: ["Threshold ride", "Raises your threshold. Start each effort calmly and finish it as you began."],
  vo2max: ["VO2max ride", "Trains how much oxygen you can use. The efforts are hard; rest fully between them."],
  mixed: ["Mixed ride", "Trains changes of pace. Ride the efforts cleanly and the rest easily."],
};

const rounded = (value: number): number[] => [value, Math.round(value), Math.round(value * 10) / 10];

/** Every number that a ride holds: minutes, seconds, sets, percents and watts. */
function numbersOf(
  { segments, duration_min: minutes }: Pick<Workout, "segments" | "duration_min">,
  ftpWatts: number | undefined,
): Set<number> {
  const measure = measureWorkout({ segments });
  const powers = measure.steps.flatMap(({ start, end }) => [start, end]);
  const lengths = measure.steps.map((step) => step.seconds);
  const work = measure.steps.filter(({ role }) => role === "work").reduce((total, step) => total + step.seconds, 0);
  return new Set(
    [
      minutes,
      minutes / 60,
      ...(ftpWatts === undefined ? [] : [ftpWatts]),
      work / 60,
      ...segments.flatMap((segment) => (segment.type === "interval" ? [segment.sets] : [])),
      ...lengths.flatMap((seconds) => [seconds, seconds / 60]),
      ...powers.flatMap((power) => [power * 100, ...(ftpWatts === undefined ? [] : [power * ftpWatts])]),
    ].flatMap(rounded),
  );
}

/** Whose ride it is, and what the plan holds besides it. */
interface Told {
  readonly ftpWatts: number | undefined;
  readonly facts: PlanFacts;
}

/** True where words may stand on a ride: no number that it does not hold, no medical advice. */
export const wordsMayStand = (
  words: string,
  ride: Pick<Workout, "segments" | "duration_min">,
  { ftpWatts, facts }: Told,
): boolean => mayStand(words, numbersOf(ride, ftpWatts), facts);

/** A ride's name and description: the model's where they hold nothing but this ride, ours where they do not. Long rides get a word on food from us. */
export function wordsOfRide(
  { name, note }: Pick<Session, "name" | "note">,
  ride: Pick<Workout, "type" | "segments" | "duration_min">,
  told: Told,
): Pick<Workout, "name" | "description"> {
  const [ownName, ownNote] = OWN[ride.type] ?? ["Ride", "Ride as the segments say."];
  const description = wordsMayStand(note, ride, told) ? note : ownNote;
  return {
    name: wordsMayStand(name, ride, told) ? name : ownName,
    description: `${description}${fuelLine(ride.duration_min * 60)}`,
  };
}
