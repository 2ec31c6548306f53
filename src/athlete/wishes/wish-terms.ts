import type { CalendarDate } from "../../base/calendar.ts";
import type { AnswerKey } from "../parse-answers.ts";
import { capOfFlags } from "../parse-effort-cap.ts";
import { readAnswerAt } from "../parse-one.ts";
import { read, unreadable, type Reading } from "../parse-reading.ts";
import type { WishTerm } from "./entry.ts";

/** What taking a wish does: it holds the plan down or says a fact, or it adds load or lifts a limit. */
export type WishEffect = "restricts" | "adds";

interface TermOfWish {
  /** The answer of a request that it becomes. */
  readonly key: AnswerKey;
  /** What a model is told: what the value looks like. */
  readonly asks: string;
  /** The value in the form that the reader of flags takes; as it is where this is missing. */
  readonly typed?: (value: string) => unknown;
  readonly effect: WishEffect | ((value: string) => WishEffect);
}

const HARDER = "adds";
const isLeast = (value: string): WishEffect => (value.includes("-") ? HARDER : "restricts");
const isPlus = (value: string): WishEffect => (/\+|least|more|over/.test(value) ? HARDER : "restricts");

/** How each term is read, asked for and judged. */
export const TERMS: Readonly<Record<WishTerm, TermOfWish>> = {
  hours: { key: "hours", asks: "hours a week at most: 6, 6-8", effect: isPlus },
  days: { key: "days", asks: "the only days with time to ride: tue,thu,sat", effect: "restricts" },
  rest_days: { key: "days", asks: "days without riding: mon,fri", effect: "restricts" },
  minutes: { key: "minutes", asks: "most minutes of a day: tue=60,sat=180", effect: "restricts" },
  off: { key: "off", asks: "dates without riding: 2027-02-08..2027-02-14", effect: "restricts" },
  hours_in: { key: "hoursIn", asks: "hours in each week of some dates: 2027-02-01..2027-02-07=3", effect: "restricts" },
  fixed_ride: {
    key: "fixedRide",
    asks: "a ride that happens anyway, day:minutes:easy|moderate|hard|race:name: sat:180:hard:Group ride",
    effect: "restricts",
  },
  other_sport: {
    key: "otherSport",
    asks: "day:minutes:run|swim|gym|hike|ski|team|other:effort: fri:45:run:easy",
    effect: "restricts",
  },
  indoor: { key: "indoor", asks: "days indoors, most minutes: tue,thu=60", effect: "restricts" },
  long_ride: {
    key: "longRide",
    asks: "day of the long ride, most minutes, either alone: sun:240, sun, :180",
    effect: isLeast,
  },
  strength: {
    key: "strength",
    asks: "strength sessions a week: 0, 1, 2",
    effect: (value) => (value === "0" ? "restricts" : HARDER),
  },
  strength_days: { key: "strengthDays", asks: "days of strength: wed,fri", effect: "restricts" },
  rhythm: {
    key: "rhythm",
    asks: "load weeks to a recovery week: 2:1, 3:1",
    effect: (value) => (value === "2:1" ? "restricts" : HARDER),
  },
  start_phase: {
    key: "startPhase",
    asks: "build, where the base is done",
    effect: (value) => (value === "base" ? "restricts" : HARDER),
  },
  avoid: {
    key: "avoid",
    asks: "kinds to leave out, of low_cadence sprints sweetspot threshold over_unders vo2max anaerobic torque standing race_simulation",
    effect: "restricts",
  },
  prefer: { key: "prefer", asks: "kinds to have more of, the same", effect: HARDER },
  tests: {
    key: "tests",
    asks: "no, where FTP tests stay out",
    effect: (value) => (value === "no" ? "restricts" : HARDER),
  },
  max_power: { key: "maxPower", asks: "most percent of FTP, its last day: 80, 80:2027-03-01", effect: "restricts" },
  max_heart_rate: {
    key: "maxPower",
    asks: "most beats a minute: 140",
    typed: (value) => capOfFlags({ maxHeartRate: value }),
    effect: "restricts",
  },
  max_feel: { key: "maxPower", asks: "hardest feel of 10: 5", typed: (value) => feelOf(value), effect: "restricts" },
  max_interval: {
    key: "maxPower",
    asks: "longest hard effort in minutes: 5",
    typed: (value) => capOfFlags({ maxInterval: value }),
    effect: "restricts",
  },
  event: { key: "event", asks: "date:type:A|B|C:hours: 2027-05-30:gran_fondo:A:7", effect: HARDER },
  weeks: { key: "weeks", asks: "length of the plan: 12", effect: "restricts" },
  train_by: { key: "trainBy", asks: "power, heart_rate, feel", effect: "restricts" },
  ftp: { key: "ftp", asks: "FTP now in watts", effect: "restricts" },
  target_ftp: { key: "targetFtp", asks: "FTP hoped for in watts", effect: HARDER },
  weight: { key: "weight", asks: "kg", effect: "restricts" },
  age: { key: "age", asks: "years", effect: "restricts" },
  recent_hours: { key: "recentHours", asks: "hours a week ridden lately", effect: HARDER },
  comeback: {
    key: "comeback",
    asks: "weeks off:illness|injury|surgery|birth|break: 6:injury",
    effect: (value) => (/(?<!not )cleared/.test(value) ? HARDER : "restricts"),
  },
  health: {
    key: "health",
    asks: "of heart symptoms pregnant beta-blockers disease low-energy",
    effect: (value) => (/(?:^|[\s,;])(?:no-|active)/.test(value) ? HARDER : "restricts"),
  },
  accept_ramp: { key: "acceptRamp", asks: "yes, where a steep start is accepted", effect: HARDER },
};

const feelOf = (value: string): unknown => {
  const [feel, until] = value.split(":");
  return { maxFeel: feel, until };
};

/** Longer values are none of ours. */
const MOST_VALUE = 200;

/** A wish's value by the reader of flags and files, spelt as a request file spells it. */
export function readWish(term: WishTerm, value: string, today: CalendarDate): Reading<unknown> {
  const { key, typed } = TERMS[term];
  if (value.length > MOST_VALUE) return unreadable(`expected at most ${MOST_VALUE} characters`);
  const reading = readAnswerAt(key, typed === undefined ? value.trim() : typed(value.trim()), {
    today,
    weight: undefined,
  });
  return reading.kind === "unreadable" ? reading : read(reading.value);
}

/** Whether taking it adds load or lifts a limit. */
export function effectOf(term: WishTerm, value: string): WishEffect {
  const { effect } = TERMS[term];
  return typeof effect === "string" ? effect : effect(value);
}
