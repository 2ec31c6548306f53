import { addDays, weekdayOf, type CalendarDate } from "../../base/calendar.ts";
import { shortDay } from "../../base/date-words.ts";
import { isTraining } from "../../workout/rides.ts";
import { isEventDay } from "./edit.ts";
import { dayState, weekOf, type LivingPlan } from "./living.ts";
import { livingPlan, type OpenPlan } from "./open-living.ts";

/** What still has to be said of something that happened: the days, or the number. */
export interface Further {
  readonly question: string;
  /** What Enter means. */
  readonly initial?: string | undefined;
  /** The words of the command that an answer may mean, the likeliest first. */
  readonly words: (answer: string) => readonly string[];
}

/** One thing that may have happened, and the words that say it, or what is asked next. */
export interface Happening {
  readonly value: string;
  readonly name: string;
  readonly further?: Further | undefined;
}

/** How far back a ride that nobody spoke of is asked about. Days. */
const LOOK_BACK = 3;

const rideOn = (plan: LivingPlan, date: CalendarDate): string | undefined =>
  dayState(plan, date)?.workouts.find(isTraining)?.name;

/** `Wed 13 Jan, a rest day in week 6 of 12`. */
export function dayInPlan(open: OpenPlan, today: CalendarDate): string {
  const plan = livingPlan(open);
  const { total_weeks: weeks, start_date: start } = plan.file.training_plan.plan_metadata;
  const week = weekOf(plan, today)?.week_number;
  if (week === undefined) return `${shortDay(today)}, ${today < start ? "before its start" : "after its end"}`;
  const what = isEventDay(dayState(plan, today)) ? "the day of your event" : (rideOn(plan, today) ?? "a rest day");
  return `${shortDay(today)}, ${what} in week ${week} of ${weeks}`;
}

const asSaid = (answer: string): readonly string[] => [answer];

const ILL: Happening = {
  value: "ill",
  name: "I am ill, or was",
  further: {
    question: "On which days? Say today, tue-fri or since mon",
    initial: "today",
    words: (answer) => [`sick ${answer}`, answer],
  },
};

const NO_TIME: Happening = {
  value: "away",
  name: "I am away, or short of time",
  further: {
    question: "Days away, such as thu-sun, or a ride and its minutes, such as sat to 60",
    words: (answer) => [`shorten ${answer}`, `off ${answer}`, answer],
  },
};

const NUMBERS: Happening = {
  value: "numbers",
  name: "my FTP, hours or days are different now",
  further: { question: "Say ftp 274, test 20min 288, hours 6 or days tue,thu,sat", words: asSaid },
};
/** Without power nobody asks for watts. */
const HOURS: Happening = {
  value: "numbers",
  name: "my hours or days are different now",
  further: { question: "Say hours 6 or days tue,thu,sat", words: asSaid },
};

const ALWAYS: readonly Happening[] = [
  ILL,
  NO_TIME,
  {
    value: "move",
    name: "move or swap rides",
    further: { question: "Which, and where to? Say thu to fri", words: (answer) => [`move ${answer}`, answer] },
  },
  { value: "easier", name: "it is too hard: the next two weeks easier" },
  { value: "harder", name: "it is too easy: the next two weeks harder" },
  NUMBERS,
  {
    value: "words",
    name: "something else, in my words",
    further: { question: "In your words, such as drop sat, keep thu or add ride wed:90:hard", words: asSaid },
  },
];

/** What fits the day, the likeliest first: the words of each are those that the command understands. */
export function whatHappened(open: OpenPlan, today: CalendarDate): Happening[] {
  const plan = livingPlan(open);
  const isByPower = plan.file.training_plan.plan_metadata.current_ftp !== undefined;
  const always = ALWAYS.map((one) => (one === NUMBERS && !isByPower ? HOURS : one));
  const spoken = new Set<string>([
    ...open.done.map(({ day }) => day),
    ...open.rides.flatMap(({ date, session }) => (session === null ? [] : [date])),
    ...(plan.file.training_plan.plan_metadata.lived ?? []).map(({ date }) => date),
  ]);
  const days = Array.from({ length: LOOK_BACK }, (_, i) => addDays(today, -i - 1));
  const last = days.find((date) => !spoken.has(date) && rideOn(plan, date) !== undefined);
  if (last === undefined) return always;
  return [
    { value: `missed ${last}`, name: `${weekdayOf(last)}'s ${rideOn(plan, last) ?? ""} was not ridden` },
    ...always,
  ];
}
