import { EVENT_TYPES, type EventType } from "../athlete/schema.ts";
import { ACCEPTED } from "../athlete/accepted-range.ts";
import { dateNamed } from "../athlete/parse-days.ts";
import { quantityOf } from "../athlete/parse-number.ts";
import { answerText, readAnswer } from "../athlete/parse-one.ts";
import { datesIn } from "../athlete/wishes/read-wishes.ts";
import { read, unreadable } from "../athlete/parse-reading.ts";
import { addDays, daysBetween, type CalendarDate } from "../base/calendar.ts";
import { shortDay } from "../base/date-words.ts";
import { mapGoal } from "../periodization/intake/goal.ts";
import { timelineOf } from "../periodization/intake/timeline.ts";
import type { GoalKind } from "../plan/schema.ts";
import { saidOf, type Draft } from "./draft.ts";
import type { Choice } from "./prompter.ts";
import { eventDays } from "./event-days.ts";
import { eventLength } from "./event-length.ts";
import { question, shownOf, TEXT, type Question, type Usual } from "./question.ts";

/** The five goals, in the words that the planner maps to them, and as a rider reads them. */
export const GOALS: readonly (Choice & { readonly kind: GoalKind })[] = [
  {
    kind: "improve-ftp",
    value: "Improve FTP",
    name: "Get stronger (raise my FTP: the power I can hold for about an hour)",
  },
  { kind: "build-endurance", value: "Build endurance", name: "Ride longer without tiring" },
  { kind: "race-prep", value: "Prepare for races", name: "Get ready to race" },
  { kind: "weight-loss", value: "Lose weight", name: "Lose weight by riding" },
  { kind: "general-fitness", value: "General fitness", name: "Get and stay fit" },
];

const isOneOfFive = (goal: unknown): boolean => GOALS.some(({ value }) => value === goal);
const goalOf = (draft: Draft): string => (typeof draft.goal === "string" ? draft.goal : "");
const kindOf = (draft: Draft): GoalKind => mapGoal(goalOf(draft), false).kind;
const nameOfKind = (kind: GoalKind): string => GOALS.find((goal) => goal.kind === kind)?.name ?? "Train for your event";

const goal = question({
  key: "goal",
  label: "Goal",
  message: "What do you want most?",
  explain: ["Choose a line, or say it in your own words, such as: finish a century."],
  form: { kind: "choice", choices: GOALS, ownWords: true },
  shown: (draft) => (isOneOfFive(draft.goal) ? nameOfKind(kindOf(draft)).replace(/ \(.*/, "") : `"${goalOf(draft)}"`),
});

/** Without an event: how the rider's own words are read, and the five to choose from instead. */
const reading: Question = {
  ...question({ key: "goal", label: "Kind", message: "What should the plan train?" }),
  id: "reading",
  explain: ["It decides what most of your hard rides are like."],
  form: { kind: "choice", choices: GOALS },
  lead: readingSentence,
  isAsked: (draft) => draft.hasEvent === false && !isOneOfFive(draft.goal),
  textOf: (draft) => GOALS.find(({ kind }) => kind === kindOf(draft))?.value ?? "",
  shown: (draft) => nameOfKind(kindOf(draft)).replace(/ \(.*/, ""),
  read: (text, _today, draft) => {
    const found = GOALS.find(({ value }) => value === text);
    if (found === undefined) return unreadable("expected one of the five");
    // The rider's own words stay where they already mean this.
    return read({ goal: mapGoal(goalOf(draft), false).kind === found.kind ? draft.goal : found.value });
  },
};

/** What the rider's words were taken for, as a sentence. */
function readingSentence(draft: Draft): string {
  const { kind, because } = mapGoal(goalOf(draft), false);
  return `I read "${goalOf(draft)}" as: ${nameOfKind(kind).replace(/ \(.*/, "")} (${because}).`;
}

const EVENT_NAMES: Readonly<Record<EventType, string>> = {
  gran_fondo: "Gran fondo, sportive or charity ride, of any length",
  century: "Century (100 miles or 160 km)",
  criterium: "Criterium (short laps, about an hour, fast corners)",
  road_race: "Road race",
  time_trial: "Time trial (alone against the clock)",
  mtb: "Mountain bike race",
  gravel: "Gravel race or ride",
  multi_day: "Several days in a row (stage race, tour)",
  ultra: "Ultra (longer than a day's ride, brevet, bikepacking)",
  hill_climb: "Hill climb",
  cyclocross: "Cyclocross (starts, short laps, some running)",
  other: "Something else, such as a triathlon's bike leg or a track race",
};

/** The commonest first: a long ride with others. */
const KINDS: readonly Choice[] = [...EVENT_TYPES]
  .sort((a, b) => Number(b === "gran_fondo") - Number(a === "gran_fondo"))
  .map((value) => ({ value, name: EVENT_NAMES[value] }));

/** The type that the rider's own words name. */
const typeInWords = (draft: Draft): string => mapGoal(goalOf(draft), true).eventType ?? "";

/** How the rider's words were read, where they name a kind of event. */
function typeSentence(draft: Draft): string | undefined {
  const { eventType: type, because } = mapGoal(goalOf(draft), true);
  return type === undefined
    ? undefined
    : `I read "${goalOf(draft)}" as: ${EVENT_NAMES[type].replace(/ \(.*/, "")} (${because}).`;
}

const eventType: Question = {
  ...question({ key: "eventType", label: "Kind", message: "What kind of event is it?" }),
  explain: ["It decides how long your long rides get and how you rest before the day."],
  lead: typeSentence,
  form: { kind: "choice", choices: KINDS },
  isAsked: (draft) => draft.hasEvent === true,
  textOf: (draft) => answerText("eventType", draft.eventType) || typeInWords(draft),
  shown: (draft) =>
    `${(saidOf(draft.eventType) || "other").replaceAll("_", " ")}${draft.eventHours === undefined ? "" : `, ${shownOf(eventLength, draft)}`}`,
};

/** How the reader of dates begins where it read none at all. */
const NO_DAY = "expected a day that exists";
const EXPECTED = "expected 4 to 24 (weeks), or the day of your event, such as 14 Mar or";

function weeksReply(draft: Draft, today: CalendarDate): string | undefined {
  const eventDay = dateNamed(draft.eventDate);
  if (draft.hasEvent !== true || eventDay === undefined) return undefined;
  const { start, weeks } = timelineOf({ event: { date: eventDay } }, today);
  return `Your event is on ${shortDay(eventDay)} ${eventDay.slice(0, 4)}: ${weeks} weeks from ${shortDay(start)}.`;
}

/** The day or the weeks, with the Monday on which the plan begins. */
function whenShown(draft: Draft): string {
  const day = dateNamed(draft.eventDate);
  if (draft.hasEvent === true && day !== undefined) return `${shortDay(day)} ${day.slice(0, 4)}`;
  return `${saidOf(draft.weeks)} weeks, no event`;
}

/** A day of the goal's words that a plan can lead to. */
function goalDay(draft: Draft, today: CalendarDate): CalendarDate | undefined {
  return datesIn(goalOf(draft), today).find((day) => {
    const weeks = daysBetween(today, day) / 7;
    return weeks >= ACCEPTED.weeks.low && weeks <= ACCEPTED.weeks.high;
  });
}

function usualWhen(draft: Draft, today: CalendarDate): Usual {
  const day = goalDay(draft, today);
  return day === undefined
    ? { text: "12", shown: "12 weeks" }
    : { text: day, shown: `${shortDay(day)} ${day.slice(0, 4)}, the day in your goal` };
}

const when: Question = {
  ...question({ key: "weeks", label: "When", message: "How many weeks, or which day?" }),
  id: "when",
  keys: ["weeks", "hasEvent", "eventDate"],
  explain: [
    "An event on a fixed day? Type that day, such as 15 May or 2027-05-15: the plan leads to it. No event? Type the weeks that you want, from 4 to 24.",
  ],
  form: TEXT,
  usual: usualWhen,
  shown: whenShown,
  textOf: (draft) => answerText("weeks", draft.hasEvent === true ? draft.eventDate : draft.weeks),
  read: (text, today) => {
    const weeks = readAnswer("weeks", text, today);
    if (weeks.kind === "value") return read({ hasEvent: false, weeks: weeks.value });
    const day = readAnswer("eventDate", text, today);
    if (day.kind === "value") return read({ hasEvent: true, eventDate: day.value, weeks: undefined });
    if (day.meanings !== undefined) return day;
    const isNumber = quantityOf(text) !== undefined;
    const isNoDay = day.expected.startsWith(NO_DAY);
    return unreadable(isNumber ? weeks.expected : isNoDay ? `${EXPECTED} ${addDays(today, 84)}` : day.expected);
  },
  reply: weeksReply,
};

export const GOAL_QUESTIONS: readonly Question[] = [goal, when, reading, eventType, eventLength, eventDays];
