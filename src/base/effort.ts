/** How hard a ride that happens anyway is, or an hour of another sport. */
export const EFFORTS = ["easy", "moderate", "hard", "race"] as const;
export type Effort = (typeof EFFORTS)[number];

/** Hard enough that an easy day belongs on both sides of it. */
export const isHardEffort = (effort: Effort): boolean => effort === "hard" || effort === "race";
