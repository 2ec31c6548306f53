/** The rider's own workouts beside those of the program. */
export const OWN_LIBRARY = {
  flags: "--library <dir>",
  about: "with workouts of your own, from library import",
} as const;
