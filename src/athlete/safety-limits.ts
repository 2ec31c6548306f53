/*
 * Who is not planned and who is held back: the numbers, each once, with unit and source. "12.1" and "7" are sections of the
 * training-science notes; most doses there are careful convention on top of the statements that they name.
 */

/** Known heart disease: nothing above this share of FTP and no test through the last day (12.1; Pelliccia 2021, ESC). Percent. */
export const HEART_MAX_POWER_PCT = 75;

/** The power that a rider or their doctor may name as the most, in percent of FTP: below, an easy ride is no training any more; above, nothing is held (5.2). */
export const EFFORT_CAP_PCT = { low: 55, high: 150 };

/** A return after weeks without riding, counted from the first ride (12.1). */
export const COMEBACK = {
  /** The first week: rides and minutes of each. */
  firstWeek: { rides: 3, minutes: 40 },
  /** What the rider is taken to ride now, so that the usual growth leads to that first week: 1.1 times 109 minutes are 120. */
  recent: { weekMinutes: 109, rideMinutes: 40 },
  /** What is left of the usual rise of fitness. */
  rampShare: 0.7,
  /** Most power in percent of FTP through a week. */
  steps: [
    { throughWeek: 2, maxPowerPct: 75 },
    { throughWeek: 6, maxPowerPct: 90 },
  ],
  /** An FTP from before so many weeks off is no longer the rider's. */
  staleFtpWeeks: 4,
  /** An illness of so many weeks (14 days) needs a doctor's word first. */
  longIllnessWeeks: 2,
  /** No training before so many weeks after a birth (Goom 2019, written for running). */
  birthWeeks: 6,
  /** Weeks off that are taken where the rider's words name a break but not how long it was. */
  assumedWeeks: 6,
} as const;

/** Who rides nothing now and comes back from nothing either (12.1 for the doses; section 7: inactive riders begin easily). */
export const FROM_NOTHING = {
  /** Fewer hours a week than this are none. */
  hours: 0.5,
  /** Most power in percent of FTP through a week. */
  steps: COMEBACK.steps,
  /** Beginners of this age hold nothing above it, and no test, in their whole plan. */
  older: { age: 60, maxPowerPct: 100 },
} as const;

/** Most weeks off that are read as a return and not as a new start. */
export const MOST_WEEKS_OFF = 520;
