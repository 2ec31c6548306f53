import type { PlanRequest } from "../../src/athlete/request.ts";

/** A rider of 35 with five days who wants to raise their FTP; what is given replaces what they say. */
export const aRequest = (
  profile: Partial<PlanRequest["profile"]>,
  more: Partial<Omit<PlanRequest, "profile">>,
): PlanRequest => ({
  goal: "Improve FTP",
  tests: true,
  acceptRamp: false,
  ...more,
  profile: {
    ftp: 250,
    age: 35,
    goals: [],
    experience_level: "intermediate",
    weekly_hours_available: 8,
    recent_weekly_hours: 7,
    training_availability: { week_days: ["Tuesday", "Wednesday", "Thursday", "Saturday", "Sunday"] },
    ...profile,
  },
});
