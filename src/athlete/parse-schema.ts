import { z } from "zod";
import { ANSWER_KEYS, nameOf, type AnswerKey } from "./parse-answers.ts";
import { isInner, isWizardRoot, isWizardInner } from "./parse-forms.ts";
import { EFFORT_CAP_PCT, MOST_WEEKS_OFF } from "./safety-limits.ts";
import { courseSchema } from "./course-schema.ts";
import { eventTermSchema } from "./event-terms.ts";
import { looseShape, spellings } from "./parse-object.ts";
import { ACCEPTED } from "./accepted-range.ts";
import { COMEBACK_REASONS, dateRangeSchema, EVENT_TYPES, EXPERIENCE_LEVELS } from "./schema.ts";
import {
  fixedRideSchema,
  hoursByDateSchema,
  indoorSchema,
  longRideSchema,
  otherSportSchema,
  RHYTHMS,
  START_PHASES,
  TRAIN_BY,
} from "./terms.ts";
import { WORK_KINDS } from "../base/work-kinds.ts";

const DATE = "a day, YYYY-MM-DD";
const day = z.string().meta({ format: "date", description: DATE });

/** A number, or a text that holds one with or without its unit. */
const amount = (range: { low: number; high: number }, description: string) =>
  z.union([z.number().min(range.low).max(range.high), z.string()]).meta({ description });

const wordList = (words: readonly string[]) =>
  z.string().meta({ description: `${words.join(", ")}; blanks, hyphens and capitals read as the same` });

const words = (description: string) => z.union([z.string(), z.array(z.string())]).meta({ description });

const yesNo = (description: string) => z.boolean().nullish().meta({ description });
const heart = yesNo("heart disease, now or before");
const beta = yesNo("beta blockers, or another drug that slows the heart");
const energy = yesNo("missed periods, a stress fracture or an eating disorder, now or before");

const healthShape = z.strictObject({
  active: yesNo("active 3 times 30 minutes a week for the last 3 months"),
  disease: yesNo("heart, metabolic or kidney disease"),
  symptoms: yesNo("chest pain or pressure, fainting, palpitations or unusual breathlessness now"),
  heartDisease: heart,
  heart_disease: heart,
  pregnant: yesNo("pregnant now"),
  betaBlockers: beta,
  beta_blockers: beta,
  lowEnergy: energy,
  low_energy: energy,
});
const comebackShape = z.union([
  ...spellings({
    weeks_off: amount({ low: 0, high: MOST_WEEKS_OFF }, "weeks without riding"),
    reason: wordList(COMEBACK_REASONS),
    cleared: yesNo("a doctor has said that training may begin"),
  }),
  z.string().meta({ description: "weeks, reason, and cleared: 6:surgery:cleared" }),
]);
const maxPowerShape = z.union([
  ...spellings({
    max_power_pct: amount(EFFORT_CAP_PCT, "most power of any step, percent of FTP").nullish(),
    max_heart_rate: amount(ACCEPTED.capHeartRate, "highest heart rate, beats a minute").nullish(),
    max_feel: amount(ACCEPTED.feel, "how hard it may feel, 1 to 10").nullish(),
    max_interval_minutes: amount(ACCEPTED.intervalMinutes, "longest single effort, minutes").nullish(),
    until: day.nullish(),
  }),
  z.number(),
  z.string().meta({ description: "percent of FTP, and the last day: 80:2027-03-01" }),
]);

/** Several of a kind, each as an object or as one line of text. */
const several = (schema: z.ZodObject, description: string) =>
  z.union([z.array(z.union([looseShape(schema), z.string()])), z.string()]).meta({ description });
const oneObject = (schema: z.ZodObject, description: string) =>
  z.union([looseShape(schema), z.string()]).meta({ description });

/** What each answer may look like in a file; the readers of the parser say what it must mean. */
const SHAPES: Readonly<Record<AnswerKey, z.ZodType>> = {
  goal: z.string().meta({ description: "the rider's own words" }),
  goals: z.array(z.string()),
  hasEvent: z.boolean(),
  weeks: amount(ACCEPTED.weeks, "weeks of the plan"),
  eventDate: day,
  eventType: wordList(EVENT_TYPES),
  eventHours: amount(
    ACCEPTED.eventHours,
    "hours the event takes this rider (6, 5h30), or its length (80 km, 50 miles)",
  ),
  eventDays: amount(ACCEPTED.eventDays, "days of the event"),
  start: day,
  targetFtp: amount({ low: ACCEPTED.ftpWatts.low, high: 750 }, "watts"),
  tests: z.boolean().meta({ description: "false leaves FTP tests out" }),
  acceptRamp: z.boolean().meta({ description: "true accepts more than twice the recent hours" }),
  ftp: amount(ACCEPTED.ftpWatts, "watts"),
  ftpDate: day,
  weight: amount(ACCEPTED.weightKg, "kg, or pounds with their unit (154lb)"),
  maxHr: amount(ACCEPTED.maxHr, "beats a minute"),
  lthr: amount(ACCEPTED.lthr, "beats a minute"),
  restingHr: amount(ACCEPTED.restingHr, "beats a minute"),
  age: amount(ACCEPTED.age, "years"),
  sex: z.string().meta({ description: "female or male" }),
  hours: amount(ACCEPTED.weeklyHours, "hours a week: 8, 7.5, 5-7 or 12+"),
  hoursMin: amount(ACCEPTED.weeklyHours, "lower end of a range of hours a week"),
  hoursPerWeek: amount(ACCEPTED.weeklyHours, "the same as weekly_hours_available"),
  days: words("weekdays: Tuesday, tue"),
  minutes: z
    .union([z.record(z.string(), z.union([z.number(), z.string()])), z.string()])
    .meta({ description: "most minutes by weekday, strength included" }),
  experience: wordList(EXPERIENCE_LEVELS),
  recentHours: amount({ low: 0, high: 40 }, "hours a week, mean of the last six weeks"),
  longestRide: amount({ low: 0, high: 1440 }, "minutes"),
  ctl: amount(ACCEPTED.load, "fitness: load a day"),
  atl: amount(ACCEPTED.load, "fatigue: load a day"),
  lastTest: day,
  strength: amount({ low: 0, high: 2 }, "sessions a week"),
  off: z.array(z.union([dateRangeSchema, z.string()])).meta({ description: "days off, both ends included" }),
  wPrime: amount(ACCEPTED.wPrimeKj, "kJ"),
  maxPower: maxPowerShape,
  comeback: comebackShape,
  health: healthShape,
  event: several(eventTermSchema, "all events, at least one of priority A: 2027-04-18:road_race:B:3"),
  course: oneObject(courseSchema, "the course of the one event"),
  fixedRide: several(fixedRideSchema, "rides that happen anyway: wed:90:hard:Club ride"),
  otherSport: several(otherSportSchema, "other sport: fri:45:run:moderate"),
  hoursIn: several(hoursByDateSchema, "other hours between two dates: 2027-02-01..2027-02-07=3"),
  twoADay: z
    .record(z.string(), z.array(z.union([z.number(), z.string()])))
    .meta({ description: "most minutes of each of two rides, by weekday" }),
  indoor: oneObject(indoorSchema, "days indoors and their most minutes: tue,thu=90"),
  longRide: oneObject(longRideSchema, "day of the long ride, its fewest and most minutes: sat:240"),
  strengthDays: words("weekdays of strength, also days without a ride"),
  rhythm: wordList(RHYTHMS),
  startPhase: wordList(START_PHASES),
  avoid: words(`kinds of work to leave out: ${WORK_KINDS.join(", ")}`),
  prefer: words(`kinds of work to have more of: ${WORK_KINDS.join(", ")}`),
  trainBy: wordList(TRAIN_BY),
  trainOutdoorsBy: wordList(TRAIN_BY),
};

type Shape = Record<string, z.ZodType>;

function shapeOf(nameIn: (key: AnswerKey) => string | undefined, isHere: (key: AnswerKey) => boolean): Shape {
  const shape: Shape = {};
  for (const key of ANSWER_KEYS) {
    const name = nameIn(key);
    if (name !== undefined && isHere(key)) shape[name] = SHAPES[key].nullish();
  }
  return shape;
}

/** The two forms of a request file. A missing answer may also be given as a flag, so none is required here. */
export function requestSchema(): z.ZodType {
  const camel = (key: AnswerKey): string | undefined => nameOf(key).camel;
  const snake = (key: AnswerKey): string | undefined => nameOf(key).snake;
  const wizardPart = z.strictObject(shapeOf(camel, isWizardInner)).optional();
  const beside = shapeOf(snake, (key) => !isInner(key));
  const availability = z.strictObject(shapeOf(snake, isInner)).optional();
  // For editors, which complete a file by it.
  const named = { $schema: z.string().optional() };
  return z.union([
    z.strictObject({ ...named, ...shapeOf(camel, isWizardRoot), timeline: wizardPart, profile: wizardPart }),
    z.strictObject({
      ...named,
      ...beside,
      athlete_profile: z.strictObject({ ...beside, training_availability: availability }),
    }),
  ]);
}
