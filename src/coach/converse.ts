import { cleanLine } from "../base/text.ts";
import type { Asked } from "../providers/ask.ts";
import { addUsage, NO_USAGE, type Message, type Usage } from "../providers/port.ts";
import { extractJson } from "./extract-json.ts";

/** Asks the model; throws what stopped the service. A longer answer is allowed for after one was cut. */
export type AskModel = (messages: readonly Message[], isLonger: boolean) => Promise<Asked>;

/** What asking took. */
export interface Effort {
  readonly requests: number;
  /** Answers whose faults were sent back. */
  readonly repairs: number;
  /** Calls that had to be made again. */
  readonly retries: number;
  readonly usage: Usage;
}

export const NO_EFFORT: Effort = { requests: 0, repairs: 0, retries: 0, usage: NO_USAGE };

/** The effort of several conversations. */
export const addEffort = (a: Effort, b: Effort): Effort => ({
  requests: a.requests + b.requests,
  repairs: a.repairs + b.repairs,
  retries: a.retries + b.retries,
  usage: addUsage(a.usage, b.usage),
});

/** What a conversation brought. */
export interface Conversed<T> {
  /** The last answer that could be read at all, or undefined. */
  readonly draft: T | undefined;
  /** What is wrong with the last answer; empty where it stands as it is. */
  readonly faults: readonly string[];
  readonly effort: Effort;
}

/** The first message, how often faults go back, and what is asked for then. */
interface Conversation {
  readonly first: string;
  readonly repairs: number;
  readonly again?: string;
}

/** What one answer holds, and what is wrong with it; no draft where nothing of it can be used. */
export interface Verdict<T> {
  readonly draft: T | undefined;
  readonly faults: readonly string[];
}

/** Characters of its own answer that a model sees again. */
const MOST_ECHO = 4000;
/** Findings of these rules would tell a model what the rider said of their health. */
const UNSAID = ["careful-start", "health-limit", "comeback-power", "comeback-first-week", "effort-cap"];
/** Characters of one fault, and of all of them together: a whole season's is below, what is made up without end is not. */
const MOST_FAULT = 240;
const MOST_FAULTS = 24_000;

/** Where a fault is, and what it is: `weeks[3].days` and `Monday is not open in this week`. */
function parted(fault: string): { readonly place: string; readonly what: string } {
  const at = /^(?:weeks|rides|swaps)(?:\[\d+\])?[^:\s]*: |^week \d+, [^:]*: /.exec(fault)?.[0];
  const rest = at === undefined ? fault : fault.slice(at.length);
  const isUnsaid = UNSAID.some((rule) => fault.includes(`(${rule})`));
  return { place: at?.slice(0, -2) ?? "", what: isUnsaid ? "this is not possible in this plan" : rest };
}

/** All faults, those that say the same together: nothing is left out that a model could mend. */
export function groupedFaults(faults: readonly string[]): string[] {
  const places = new Map<string, string[]>();
  for (const fault of faults) {
    const { place, what } = parted(cleanLine(fault, MOST_FAULT));
    places.set(what, [...(places.get(what) ?? []), ...(place === "" ? [] : [place])]);
  }
  return [...places].map(([what, at]) => (at.length === 0 ? what : `${[...new Set(at)].join(", ")}: ${what}`));
}

function repairRequest(faults: readonly string[], again: string): string {
  const lines = groupedFaults(faults).map((line) => `- ${line}`);
  const said = lines.join("\n").slice(0, MOST_FAULTS);
  return `Your JSON failed ${faults.length} check${faults.length === 1 ? "" : "s"}:\n${said}\n${again}`;
}

/** The text of an answer as a value, or what is wrong with it as a text. */
function valueOf({ stop, text }: Asked): { value: unknown } | { fault: string } {
  if (stop === "length") return { fault: "the answer was cut at the limit of its tokens; be shorter" };
  const value = extractJson(text);
  return value === undefined ? { fault: "the answer holds no whole JSON object" } : { value };
}

/**
 * Asks, and sends what is wrong with the answer back with its exact fields, at most `repairs` times. Every answer stands for
 * itself: a later one that is worse does not make an earlier one good.
 */
export async function converse<T>(
  { first, repairs, again = "Return the complete corrected JSON only." }: Conversation,
  ask: AskModel,
  judge: (value: unknown) => Verdict<T> | Promise<Verdict<T>>,
): Promise<Conversed<T>> {
  const opening: Message = { role: "user", content: first };
  let messages: readonly Message[] = [opening];
  let effort = NO_EFFORT;
  let draft: T | undefined;
  let faults: readonly string[] = [];
  let isLonger = false;
  for (let round = 0; round <= repairs; round++) {
    const answer = await ask(messages, isLonger);
    effort = addEffort(effort, {
      requests: 1,
      repairs: round === 0 ? 0 : 1,
      retries: answer.retries,
      usage: answer.usage,
    });
    if (answer.stop === "refusal") {
      faults = [`the model refused: ${cleanLine(answer.explanation ?? "it gave no reason", 160)}`];
      break;
    }
    isLonger = answer.stop === "length";
    const read = valueOf(answer);
    const verdict = "fault" in read ? { draft: undefined, faults: [read.fault] } : await judge(read.value);
    draft = verdict.draft ?? draft;
    faults = verdict.faults;
    if (faults.length === 0) break;
    messages = [
      opening,
      { role: "assistant", content: answer.text.slice(0, MOST_ECHO) || "{}" },
      { role: "user", content: repairRequest(faults, again) },
    ];
  }
  return { draft, faults, effort };
}
