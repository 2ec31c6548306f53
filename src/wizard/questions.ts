import { GOAL_QUESTIONS } from "./goal-questions.ts";
import { health, HEALTH_FOLLOWS, limit } from "./health-questions.ts";
import { events, fixedRides, NUMBERS, otherSport, STRENGTH, TIMES } from "./more-questions.ts";
import { WISHES } from "./kind-questions.ts";
import { question, type Question } from "./question.ts";
import { TIME_QUESTIONS } from "./time-questions.ts";
import { age, heartNumber, weight, YOU_QUESTIONS } from "./you-questions.ts";

/** The menu at the end; what it offers stands in more-menu.ts. */
export const more: Question = {
  ...question({ key: "weight", label: "Also", message: "Anything else the plan should know?" }),
  id: "more",
  // It holds many answers and is none: it is asked of everybody.
  textOf: () => "",
};

/** The way to the review, in order. */
export const MAIN_QUESTIONS: readonly Question[] = [
  ...GOAL_QUESTIONS,
  age,
  health,
  ...HEALTH_FOLLOWS,
  ...YOU_QUESTIONS,
  ...TIME_QUESTIONS,
  more,
];

/** What the plan before answers for the next one: who the rider is, but never their health. */
export const CARRIED: readonly Question[] = [age, ...YOU_QUESTIONS, ...TIME_QUESTIONS, more];

/** Behind "anything else", by how much each changes a plan. */
export const MORE_QUESTIONS: readonly Question[] = [
  events,
  fixedRides,
  otherSport,
  ...TIMES,
  limit,
  ...WISHES,
  ...STRENGTH,
  weight,
  heartNumber,
  ...NUMBERS,
];

/** Every question that there is. */
export const ALL_QUESTIONS: readonly Question[] = [...new Set([...MAIN_QUESTIONS, ...MORE_QUESTIONS])];
