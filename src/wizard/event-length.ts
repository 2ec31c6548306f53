import { distanceIn, kilometresOf } from "../athlete/event-distance.ts";
import { minutesOf, plainText } from "../athlete/parse-number.ts";
import { answerText, readAnswer } from "../athlete/parse-one.ts";
import { EVENT_TYPES, EXPERIENCE_LEVELS, type EventType, type ExperienceLevel } from "../athlete/schema.ts";
import { timeWords } from "../base/time-words.ts";
import { usualHoursFor, usualSpeed } from "../periodization/intake/event-course.ts";
import { usualEventHours } from "../periodization/intake/events.ts";
import { saidOf, type Draft } from "./draft.ts";
import { SKIP } from "./prompter.ts";
import { question, type Question, type Usual } from "./question.ts";

/*
 * How long the event is: riders know its kilometres or their hours. Without either the hours of its kind are taken, which may be far
 * from theirs.
 */

const typeOf = (draft: Draft): EventType => {
  const type = answerText("eventType", draft.eventType);
  return EVENT_TYPES.find((one) => one === type) ?? "other";
};
const levelOf = (draft: Draft): ExperienceLevel | undefined =>
  EXPERIENCE_LEVELS.find((one) => one === draft.experience);

const hoursWords = (hours: number): string => timeWords(Math.round(hours * 60));

/** What a distance takes: at the rider's level, or from the slowest to the fastest where nobody has said it yet. */
function timeFor(km: number, draft: Draft): string {
  const at = (level: ExperienceLevel): string => hoursWords(usualHoursFor(km, usualSpeed(typeOf(draft), level)));
  const level = levelOf(draft);
  return level === undefined
    ? `about ${at("beginner")} for a beginner, ${at("advanced")} for who has trained for years`
    : `about ${at(level)}`;
}

/** The hours that words name, and none a week: `4h30`, `6 hours`. */
const HOURS = /(?<![\p{L}\d.,])\d{1,2}(?:[.,]\d+)? ?(?:h|hrs?|hours?|stunden|std)(?: ?[0-5]\d)?(?![\p{L}\d])(?! ?(?:\/|a|per|each|every|pro) ?(?:w|d))/u; // prettier-ignore

/** The length that the goal's words name. */
function inGoal({ goal }: Draft): string | undefined {
  const words = typeof goal === "string" ? goal : "";
  const [hours] = HOURS.exec(plainText(words)) ?? [];
  const isTime = hours !== undefined && minutesOf(hours.replace(/hours?|hrs?|stunden|std/, "h"), "hours") !== undefined;
  return distanceIn(words) ?? (isTime ? hours : undefined);
}

function usual(draft: Draft): Usual {
  const said = inGoal(draft);
  if (said !== undefined) return { text: said, shown: `${said}, from your goal` };
  const hours = usualEventHours(typeOf(draft));
  const [low, high] = [Math.min(...hours), Math.max(...hours)].map(hoursWords);
  return { text: SKIP, shown: `what is usual for it: ${low === high ? `${low}` : `${low} to ${high}, by experience`}` };
}

function lengthShown(draft: Draft): string {
  const { eventHours: length } = draft;
  if (length === undefined) return "usual for its kind";
  const km = kilometresOf(length);
  if (km !== undefined) return `${saidOf(length)}, ${timeFor(km, draft)}`;
  const reading = readAnswer("eventHours", length, "2026-01-01");
  return reading.kind === "value" && typeof reading.value === "number" ? hoursWords(reading.value) : saidOf(length);
}

export const eventLength: Question = question({
  key: "eventHours",
  label: "Length",
  message: "How long is your event?",
  explain: [
    "Your long rides grow towards it. Its distance (80 km, 50 miles), or the time that it will take you (4h30); for several days, hours a day.",
  ],
  isOptional: true,
  isAsked: (draft) => draft.hasEvent === true,
  usual,
  shown: lengthShown,
  reply: (draft) => {
    const km = kilometresOf(draft.eventHours);
    return km === undefined ? undefined : `${saidOf(draft.eventHours)} take ${timeFor(km, draft)}.`;
  },
});

const SAID_OF_IT =
  /^(?:(?:the|my|our|it|its|event|ride|race|charity|sportive|fondo|tour|day|distance|length|is|s|will|be|about|around|roughly|of|a|an|long|total|first|only|just|das|die|rennen|ist|etwa) )*(\S+(?: \S+)?)(?: (?:long|in total|ride|event|race|in all|lang|weit))*$/;

/** `the ride is 80 km`: the length of an event that is said later. */
export function lengthSaid(text: string): string | undefined {
  const [, rest = ""] = SAID_OF_IT.exec(plainText(text).replace(/['’]/g, " ").replace(/[.!]$/, "")) ?? [];
  return kilometresOf(rest) === undefined ? undefined : distanceIn(rest);
}
