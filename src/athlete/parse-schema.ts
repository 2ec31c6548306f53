import { z } from "zod";
import { ANSWER_KEYS, nameOf, type AnswerKey } from "./parse-answers.ts";
import { isInner, isWizardRoot, isWizardInner } from "./parse-forms.ts";
import { EFFORT_CAP_PCT, MOST_WEEKS_OFF } from "./safety-limits.ts";
import { ACCEPTED, COMEBACK_REASONS, dateRangeSchema, EVENT_TYPES, EXPERIENCE_LEVELS } from "./schema.ts";

const DATE = "a day, YYYY-MM-DD";
const day = z.string().meta({ format: "date", description: DATE });

/** A number, or a text that holds one with or without its unit. */
const amount = (range: { low: number; high: number }, description: string) =>
  z.union([z.number().min(range.low).max(range.high), z.string()]).meta({ description });

const wordList = (words: readonly string[]) =>
  z.string().meta({ description: `${words.join(", ")}; blanks, hyphens and capitals read as the same` });

const words = (description: string) => z.union([z.string(), z.array(z.string())]).meta({ description });

const yesNo = (description: string) => z.boolean().nullish().meta({ description });
const BOTH_SPELLINGS = {
  heart: yesNo("heart disease, now or before"),
  beta: yesNo("beta blockers, or another drug that slows the heart"),
  weeksOff: amount({ low: 0, high: MOST_WEEKS_OFF }, "weeks without riding"),
  maxPower: amount(EFFORT_CAP_PCT, "most power of any step, percent of FTP"),
};
const reasonShape = { reason: wordList(COMEBACK_REASONS), cleared: yesNo("a doctor has said that training may begin") };
const untilShape = { until: day.nullish() };

const healthShape = z.strictObject({
  active: yesNo("active 3 times 30 minutes a week for the last 3 months"),
  disease: yesNo("heart, metabolic or kidney disease"),
  symptoms: yesNo("chest pain or pressure, fainting, palpitations or unusual breathlessness now"),
  heartDisease: BOTH_SPELLINGS.heart,
  heart_disease: BOTH_SPELLINGS.heart,
  pregnant: yesNo("pregnant now"),
  betaBlockers: BOTH_SPELLINGS.beta,
  beta_blockers: BOTH_SPELLINGS.beta,
});
const comebackShape = z.union([
  z.strictObject({ weeksOff: BOTH_SPELLINGS.weeksOff, ...reasonShape }),
  z.strictObject({ weeks_off: BOTH_SPELLINGS.weeksOff, ...reasonShape }),
  z.string().meta({ description: "weeks, reason, and cleared: 6:surgery:cleared" }),
]);
const maxPowerShape = z.union([
  z.strictObject({ maxPowerPct: BOTH_SPELLINGS.maxPower, ...untilShape }),
  z.strictObject({ max_power_pct: BOTH_SPELLINGS.maxPower, ...untilShape }),
  z.number(),
  z.string().meta({ description: "percent of FTP, and the last day: 80:2027-03-01" }),
]);

/** What each answer may look like in a file; the readers of the parser say what it must mean. */
const SHAPES: Readonly<Record<AnswerKey, z.ZodType>> = {
  goal: z.string().meta({ description: "the rider's own words" }),
  goals: z.array(z.string()),
  hasEvent: z.boolean(),
  weeks: amount(ACCEPTED.weeks, "weeks of the plan"),
  eventDate: day,
  eventType: wordList(EVENT_TYPES),
  eventHours: amount(ACCEPTED.eventHours, "hours the event takes this rider (6, 5h30)"),
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
  return z.union([
    z.strictObject({ ...shapeOf(camel, isWizardRoot), timeline: wizardPart, profile: wizardPart }),
    z.strictObject({ ...beside, athlete_profile: z.strictObject({ ...beside, training_availability: availability }) }),
  ]);
}
