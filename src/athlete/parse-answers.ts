/** Where one answer is found: its flag and its name in each of the two request forms. */
export interface AnswerName {
  readonly flag?: string;
  /** In the wizard's answers. */
  readonly camel?: string;
  /** In the athlete profile of the API. */
  readonly snake?: string;
  /** What a message asks for where the answer is missing. */
  readonly asks?: string;
}

/** Every answer a request may hold. The keys are also the names that commander gives the flags. */
export const ANSWERS = {
  goal: { flag: "--goal", camel: "goal", snake: "goal" },
  goals: { snake: "goals" },
  hasEvent: { camel: "hasEvent" },
  weeks: { flag: "--weeks", camel: "weeks", snake: "weeks" },
  eventDate: { flag: "--event-date", camel: "eventDate", snake: "event_date" },
  eventType: { flag: "--event-type", camel: "eventType", snake: "event_type" },
  eventHours: { flag: "--event-hours", camel: "eventHours", snake: "event_hours" },
  eventDays: { flag: "--event-days", camel: "eventDays", snake: "event_days" },
  event: { flag: "--event", camel: "events", snake: "events" },
  course: { flag: "--course", camel: "course", snake: "course" },
  start: { flag: "--start", camel: "startDate", snake: "start_date" },
  targetFtp: { flag: "--target-ftp", camel: "targetFtp", snake: "target_ftp" },
  tests: { flag: "--no-tests", camel: "tests", snake: "tests" },
  acceptRamp: { flag: "--accept-ramp", camel: "acceptRamp", snake: "accept_ramp" },
  ftp: { flag: "--ftp", camel: "ftp", snake: "ftp", asks: "your FTP in watts, such as 265" },
  ftpDate: { camel: "ftpDate", snake: "ftp_date" },
  weight: { flag: "--weight", camel: "weight", snake: "weight_kg" },
  maxHr: { flag: "--max-hr", camel: "maxHR", snake: "max_hr" },
  lthr: { flag: "--lthr", camel: "lthr", snake: "lthr" },
  restingHr: { camel: "restingHR", snake: "resting_hr" },
  age: { flag: "--age", camel: "age", snake: "age" },
  sex: { flag: "--sex", camel: "sex", snake: "sex" },
  hours: {
    flag: "--hours",
    camel: "weeklyHours",
    snake: "weekly_hours_available",
    asks: "hours you can ride in a week, such as 8 or 5-7",
  },
  hoursMin: { snake: "weekly_hours_min" },
  hoursPerWeek: { snake: "hours_per_week" },
  days: { flag: "--days", camel: "trainingDays", snake: "week_days", asks: "days you can ride, such as tue,thu,sat" },
  minutes: { flag: "--minutes", camel: "maxMinutesByDay", snake: "max_minutes_by_day" },
  experience: {
    flag: "--experience",
    camel: "experienceLevel",
    snake: "experience_level",
    asks: "beginner, intermediate or advanced",
  },
  recentHours: { flag: "--recent-hours", camel: "recentWeeklyHours", snake: "recent_weekly_hours" },
  longestRide: { flag: "--longest-ride", camel: "longestRecentRideMinutes", snake: "longest_recent_ride_minutes" },
  ctl: { flag: "--ctl", camel: "ctl", snake: "ctl" },
  atl: { camel: "atl", snake: "atl" },
  lastTest: { flag: "--last-test", camel: "ftpTestDate", snake: "ftp_test_date" },
  strength: { flag: "--strength", camel: "strengthPerWeek", snake: "strength_per_week" },
  off: { flag: "--off", camel: "unavailable", snake: "unavailable" },
  wPrime: { camel: "wPrimeKj", snake: "w_prime_kj" },
  maxPower: { flag: "--max-power", camel: "effortCap", snake: "effort_cap" },
  comeback: { flag: "--comeback", camel: "comeback", snake: "comeback" },
  fixedRide: { flag: "--fixed-ride", camel: "fixedRides", snake: "fixed_rides" },
  otherSport: { flag: "--other-sport", camel: "otherSport", snake: "other_sport" },
  hoursIn: { flag: "--hours-in", camel: "hoursByDate", snake: "hours_by_date" },
  twoADay: { camel: "twoADay", snake: "two_a_day" },
  indoor: { flag: "--indoor", camel: "indoor", snake: "indoor" },
  longRide: { flag: "--long-ride", camel: "longRide", snake: "long_ride" },
  strengthDays: { flag: "--strength-days", camel: "strengthDays", snake: "strength_days" },
  rhythm: { flag: "--rhythm", camel: "rhythm", snake: "rhythm" },
  startPhase: { flag: "--start-phase", camel: "startPhase", snake: "start_phase" },
  avoid: { flag: "--avoid", camel: "avoid", snake: "avoid" },
  prefer: { flag: "--prefer", camel: "prefer", snake: "prefer" },
  trainBy: { flag: "--train-by", camel: "trainBy", snake: "train_by" },
  trainOutdoorsBy: { camel: "trainOutdoorsBy", snake: "train_outdoors_by" },
  health: { flag: "--health", camel: "health", snake: "health" },
} as const satisfies Readonly<Record<string, AnswerName>>;

export type AnswerKey = keyof typeof ANSWERS;

/** The same table with every optional name visible. */
const NAMES: Readonly<Record<AnswerKey, AnswerName>> = ANSWERS;

export const nameOf = (key: AnswerKey): AnswerName => NAMES[key];

export const ANSWER_KEYS: readonly AnswerKey[] = Object.keys(ANSWERS).filter((key): key is AnswerKey =>
  Object.hasOwn(ANSWERS, key),
);

/** One answer as it was given, and where. */
export interface Answer {
  readonly field: string;
  readonly value: unknown;
}
export type Answers = ReadonlyMap<AnswerKey, Answer>;

/** Answers in beats a minute: with a drug that slows the heart they mean nothing without that answer beside them. */
export const HEART_RATES: readonly AnswerKey[] = ["maxHr", "lthr", "restingHr"];
