import type { AnswerKey } from "../athlete/parse-answers.ts";
import { answerText, readAnswerAt } from "../athlete/parse-one.ts";
import { read, readAs, unreadable, type Reading } from "../athlete/parse-reading.ts";
import type { CalendarDate } from "../base/calendar.ts";
import { METRIC, type Measures } from "../plan/measures.ts";
import type { Draft } from "./draft.ts";
import { SKIP, type Choice } from "./prompter.ts";

/** How a question is put: a line of text, a list, ticks, or the days of the week. */
export type Form =
  | { readonly kind: "text" }
  | { readonly kind: "days" }
  | { readonly kind: "ticks"; readonly choices: readonly Choice[] }
  | { readonly kind: "choice"; readonly choices: readonly Choice[]; readonly ownWords?: boolean };

/** What Enter means where nothing is known yet: its text, and how that is shown. */
export interface Usual {
  readonly text: string;
  readonly shown?: string;
}

/** One question as a value: what is asked, how the text is read, and what it sets. */
export interface Question {
  readonly id: string;
  /** The answers it sets; the first is the one that suggestions are about. */
  readonly keys: readonly [AnswerKey, ...AnswerKey[]];
  /** The title of its screen, and its name in the review. */
  readonly label: string;
  readonly message: string;
  /** What stands below the question: why it matters, what an answer looks like. */
  readonly explain: readonly string[];
  readonly form: Form;
  /** Where choices depend on answers before; those of the form otherwise. */
  readonly choicesFor?: (draft: Draft) => readonly Choice[];
  /** What stands first: how an answer before was understood. */
  readonly lead?: (draft: Draft) => string | undefined;
  /** Below everything: where an answer is kept. */
  readonly foot?: string;
  readonly isAsked: (draft: Draft) => boolean;
  /** The answer as typed text; empty where there is none. */
  readonly textOf: (draft: Draft) => string;
  /** The answer as a rider says it; its text where this is missing. */
  readonly shown?: (draft: Draft, measures: Measures) => string;
  /** What Enter alone means where there is no answer yet. */
  readonly usual?: (draft: Draft, today: CalendarDate) => Usual | undefined;
  /** What the typed text sets; undefined takes an answer out. */
  readonly read: (text: string, today: CalendarDate, draft: Draft) => Reading<Draft>;
  /** A line that says what was understood. */
  readonly reply?: (draft: Draft, today: CalendarDate) => string | undefined;
  /** What is odd about the words themselves. */
  readonly notes?: (text: string) => readonly string[];
  /** What the rider should know of this answer at once. */
  readonly care?: (draft: Draft) => readonly string[];
}

type Simple = Pick<Question, "label" | "message"> & {
  readonly key: AnswerKey;
  readonly explain?: readonly string[];
  readonly form?: Form;
  /** May be left out with "-". */
  readonly isOptional?: boolean;
} & Partial<Omit<Question, "id" | "keys" | "form">>;

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

/** An answer as a rider says it, in the units of who looks at it. */
export const shownOf = ({ shown, textOf }: Question, draft: Draft, measures: Measures = METRIC): string =>
  shown?.(draft, measures) ?? textOf(draft);

/** The choices of a question at this moment. */
export const choicesOf = ({ form, choicesFor }: Question, draft: Draft): readonly Choice[] =>
  choicesFor?.(draft) ?? ("choices" in form ? form.choices : []);
