import type { Workout } from "./schema.ts";

type Kind = Pick<Workout, "type" | "role">;

/** Riding of any kind, the event too. */
export const isRide = ({ type }: Pick<Kind, "type">): boolean => type !== "rest" && type !== "strength";

/** Riding that is training: what the hours and the load of a week count. The event stands beside it. */
export const isTraining = (workout: Kind): boolean => isRide(workout) && workout.role !== "event";
