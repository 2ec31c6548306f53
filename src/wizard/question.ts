import type { AnswerKey } from "../athlete/parse-answers.ts";
import { answerText, readAnswerAt } from "../athlete/parse-one.ts";
import { read, readAs, unreadable, type Reading } from "../athlete/parse-reading.ts";
import type { CalendarDate } from "../base/calendar.ts";
import type { Draft } from "./draft.ts";
import { SKIP, type Choice } from "./prompter.ts";

export type Step = "goal" | "timeline" | "profile";

/** How a question is put: a line of text, a list, or the days of the week. */
export type Form =
  | { readonly kind: "text" }
  | { readonly kind: "days" }
  | { readonly kind: "choice"; readonly choices: readonly Choice[]; readonly ownWords?: boolean };

/** One question as a value: what is asked, how the text is read, and what it sets. */
export interface Question {
  readonly id: string;
  readonly step: Step;
  /** The answers it sets; the first is the one that suggestions are about. */
  readonly keys: readonly [AnswerKey, ...AnswerKey[]];
  /** Name in the review. */
  readonly label: string;
  readonly message: string;
  /** What stands above the prompt: what the words mean, what an answer looks like. */
  readonly explain: readonly string[];
  readonly form: Form;
  /** What stands first: how an answer before was understood. */
  readonly lead?: (draft: Draft) => string | undefined;
  readonly isAsked: (draft: Draft) => boolean;
  /** The answer as typed text; empty where there is none. */
  readonly textOf: (draft: Draft) => string;
  /** What the typed text sets; undefined takes an answer out. */
  readonly read: (text: string, today: CalendarDate, draft: Draft) => Reading<Draft>;
  /** A line that says what was understood, after the answer. */
  readonly reply?: (draft: Draft, today: CalendarDate) => string | undefined;
}

type Simple = Pick<Question, "step" | "label" | "message"> & {
  readonly key: AnswerKey;
  readonly explain?: readonly string[];
  readonly form?: Form;
  /** May be left out with "-". */
  readonly isOptional?: boolean;
} & Partial<Pick<Question, "isAsked" | "reply" | "lead">>;

export const TEXT: Form = { kind: "text" };
const always = (): boolean => true;

/** A question that sets one answer. */
export function question({ key, isOptional = false, explain = [], form = TEXT, ...rest }: Simple): Question {
  return {
    id: key,
    keys: [key],
    explain,
    form,
    isAsked: always,
    textOf: (draft) => answerText(key, draft[key]),
    read: (text, today, { weight }) => {
      const isLeftOut = text.trim() === SKIP || text.trim() === "";
      if (isLeftOut) return isOptional ? read({ [key]: undefined }) : unreadable("this one is needed for a plan");
      const reading = readAnswerAt(key, text, { today, weight });
      return reading.kind === "unreadable" ? reading : readAs({ [key]: reading.value }, reading.understood);
    },
    ...rest,
  };
}
