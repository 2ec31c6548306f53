/** Reads what was typed: true where it will do, otherwise what is wrong with it. */
export type Check = (text: string) => true | string;

/** A line of text. */
export interface TextAsk {
  readonly kind: "text";
  readonly message: string;
  /** What Enter alone means. */
  readonly initial?: string | undefined;
  readonly check: Check;
}

export interface Choice {
  readonly value: string;
  readonly name: string;
}

/** One of a list; where `ownWords` is given, anything else may be typed. */
export interface ChoiceAsk {
  readonly kind: "choice";
  readonly message: string;
  readonly choices: readonly Choice[];
  readonly initial?: string | undefined;
  readonly ownWords?: Check | undefined;
}

/** Weekdays, typed or ticked. */
export interface DaysAsk {
  readonly kind: "days";
  readonly message: string;
  readonly initial?: string | undefined;
  readonly check: Check;
}

export type Ask = TextAsk | ChoiceAsk | DaysAsk;

/** What a line on the screen is for. */
export type Tone = "heading" | "plain" | "hint" | "warning" | "good";

/** The wizard's whole contact with a person. */
export interface Prompter {
  say(tone: Tone, text: string): void;
  /** The checked answer, or undefined where the rider wants to stop now. */
  ask(question: Ask): Promise<string | undefined>;
}

/** What a rider types instead of an answer to return to the question before. */
export const BACK = "<";
/** What a rider types to leave an answer out. */
export const SKIP = "-";
