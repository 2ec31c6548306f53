/** Reads what was typed: true where it will do, otherwise what is wrong with it. */
export type Check = (text: string) => true | string;

/** What a line on the screen is for. */
export type Tone = "heading" | "plain" | "hint" | "warning" | "good";

/** A line that answers what is typed, before Enter. */
export interface Reply {
  readonly tone: "good" | "warning";
  readonly text: string;
}

/** What is known of the plan so far; `later` comes when it is planned, and nobody waits for it. */
export interface PlanSoFar {
  /** What stands before it; "Plan so far" where this is missing. */
  readonly label?: string;
  readonly now: readonly string[];
  readonly later?: Promise<readonly string[]> | undefined;
}

/** One question as a whole screen: what surrounds the place where the answer is typed. */
export interface Screen {
  readonly title: string;
  /** Where it stands, such as `question 9 of 12`. */
  readonly place?: string | undefined;
  /** Why it matters, and what an answer looks like. */
  readonly lines: readonly string[];
  /** The lines are the thing itself, and stand before the question. */
  readonly isTable?: true;
  /** Stands below the answer, such as what else may be typed. */
  readonly below?: readonly string[] | undefined;
  readonly soFar?: PlanSoFar | undefined;
  /** What Enter does, as it is shown: `takes 8.5 h`. */
  readonly enter?: string | undefined;
  readonly keys?: readonly string[] | undefined;
  /** The last line, below the keys. */
  readonly foot?: string | undefined;
}

/** What every question has. */
interface Asked {
  readonly message: string;
  readonly screen?: Screen | undefined;
  /** What Enter alone means. */
  readonly initial?: string | undefined;
  /** What is said of an answer while it is typed. */
  readonly replies?: ((text: string) => readonly Reply[]) | undefined;
}

/** A line of text. */
export interface TextAsk extends Asked {
  readonly kind: "text";
  /** How what Enter means is shown, where that is not its text. */
  readonly initialShown?: string | undefined;
  readonly check: Check;
}

export interface Choice {
  readonly value: string;
  readonly name: string;
}

/** One of a list; where `ownWords` is given, anything else may be typed. */
export interface ChoiceAsk extends Asked {
  readonly kind: "choice";
  readonly choices: readonly Choice[];
  /** The number of the first line; 1 where none is named. */
  readonly from?: number | undefined;
  readonly ownWords?: Check | undefined;
}

/** Any of a list: numbers tick, Enter goes on. */
export interface TicksAsk extends Asked {
  readonly kind: "ticks";
  readonly choices: readonly Choice[];
  readonly check: Check;
}

/** Weekdays, typed or ticked. */
export interface DaysAsk extends Asked {
  readonly kind: "days";
  readonly check: Check;
}

export type Ask = TextAsk | ChoiceAsk | TicksAsk | DaysAsk;

/** The wizard's whole contact with a person. */
export interface Prompter {
  say(tone: Tone, text: string): void;
  /** The checked answer, or undefined where the rider wants to stop now. */
  ask(question: Ask): Promise<string | undefined>;
  /** True where replies are shown while an answer is typed. */
  readonly isLive?: boolean;
}

/** What a rider types instead of an answer to return to the question before. */
export const BACK = "<";
/** What a rider types to leave an answer out. */
export const SKIP = "-";
