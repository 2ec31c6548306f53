import { daysInWords } from "../athlete/days-in-words.ts";
import { answerText } from "../athlete/parse-one.ts";
import { USUAL_STAGES } from "../periodization/intake/events.ts";
import type { Draft } from "./draft.ts";
import { question, type Question, type Usual } from "./question.ts";

function usual({ goal }: Draft): Usual {
  const days = typeof goal === "string" ? daysInWords(goal) : undefined;
  return days === undefined
    ? { text: String(USUAL_STAGES), shown: `${USUAL_STAGES}, as is usual` }
    : { text: String(days), shown: `${days}, from your goal` };
}

/** How many days an event of several days has: asked of no other. */
export const eventDays: Question = question({
  key: "eventDays",
  label: "Days",
  message: "How many days does it take?",
  explain: ["Each is about as long as the one before; a rest day between them is none of them."],
  isAsked: (draft) => draft.hasEvent === true && answerText("eventType", draft.eventType) === "multi_day",
  usual,
});
