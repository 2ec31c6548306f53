import { roundTo, sum } from "../base/numbers.ts";
import { isTraining } from "../workout/rides.ts";
import type { Workout } from "../workout/schema.ts";
import { measureWorkout } from "./measure.ts";

/** Hours and load of a week's training, as a week holds them; the load is the one that its rides say. */
export function weekSums(workouts: readonly Workout[]): {
  readonly planned_hours: number;
  readonly planned_tss: number;
} {
  const rides = workouts.filter(isTraining);
  return {
    planned_hours: roundTo(sum(rides.map((ride) => measureWorkout(ride).seconds)) / 3600, 2),
    planned_tss: roundTo(sum(rides.map((ride) => ride.tss)), 1),
  };
}
