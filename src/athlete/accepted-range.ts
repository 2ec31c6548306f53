import { MOST_EVENT_HOURS } from "../base/event-length.ts";

/** What we refuse, with units; what is merely unusual warns elsewhere (training science 7). */
export const ACCEPTED = {
  ftpWatts: { low: 50, high: 600 },
  weightKg: { low: 35, high: 200 },
  maxHr: { low: 120, high: 220 },
  restingHr: { low: 30, high: 100 },
  lthr: { low: 90, high: 210 },
  age: { low: 18, high: 100 },
  weeklyHours: { low: 1.5, high: 25 },
  weeks: { low: 4, high: 24 },
  dayMinutes: { low: 0, high: 720 },
  eventHours: { low: 0.05, high: MOST_EVENT_HOURS },
  eventDays: { low: 1, high: 30 },
  load: { low: 0, high: 200 },
  wPrimeKj: { low: 3, high: 60 },
  capHeartRate: { low: 80, high: 220 },
  feel: { low: 1, high: 10 },
  intervalMinutes: { low: 1, high: 240 },
} as const;
