import { GOAL_QUESTIONS } from "./goal-questions.ts";
import { DETAIL_QUESTIONS, PROFILE_QUESTIONS, PROFILE_REVIEW } from "./profile-questions.ts";
import type { Question } from "./question.ts";

/** The way to the review, in order; at most ten are asked of any rider. */
export const MAIN_QUESTIONS: readonly Question[] = [...GOAL_QUESTIONS, ...PROFILE_QUESTIONS];
/** Everything that the review lists, each answer alone. */
export const REVIEW_QUESTIONS: readonly Question[] = [...GOAL_QUESTIONS, ...PROFILE_REVIEW, ...DETAIL_QUESTIONS];
/** Every question that there is; those of both lists stand twice. */
export const ALL_QUESTIONS: readonly Question[] = [...MAIN_QUESTIONS, ...REVIEW_QUESTIONS];
