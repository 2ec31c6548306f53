import type { Workout } from "./schema.ts";

/** A workout's name, and that it is ridden indoors where it is. */
export const titleOf = ({ name, indoor }: Pick<Workout, "name" | "indoor">): string =>
  indoor === true ? `${name} (indoor)` : name;
