import { contradictions, type Against, type GivenAnswers } from "../athlete/wishes/contradictions.ts";
import type { JudgedWishes, Wish } from "../athlete/wishes/judge-wishes.ts";
import { insteadOfAll } from "../athlete/wishes/near-words.ts";
import { effectOf, readWish } from "../athlete/wishes/wish-terms.ts";
import { wishText } from "../athlete/wishes/wish-words.ts";
import type { CalendarDate } from "../base/calendar.ts";
import type { Choice, Prompter } from "./prompter.ts";

/*
 * What was read in a rider's words, shown to them: they take it, change it or leave it out. What adds load or speaks against
 * another answer is asked for by itself.
 */

/** Where wishes are asked about. */
export interface WishPorts {
  readonly prompter: Pick<Prompter, "ask" | "say">;
  readonly today: CalendarDate;
  /** The answers given beside the words. */
  readonly given: GivenAnswers;
  /** `--yes`: what only restricts is taken without a question. */
  readonly isYes: boolean;
}

/** A wish on one line: what it means, and the words that say it. */
export const wishLine = (wish: Wish): string => `${wishText(wish)} "${wish.quote}"`;

/** What was not understood, in lines, and what of its kind would be. */
export const leftLines = ({ left, unread }: Pick<JudgedWishes, "left" | "unread">): string[] => [
  ...(left.length === 0 ? [] : [`Not understood: ${left.map((part) => `"${part}"`).join(", ")}.`]),
  ...insteadOfAll(left),
  ...unread.map(
    ({ term, value, quote, expected }) =>
      `Left out: "${quote}", read as ${term.replaceAll("_", " ")} ${value}: ${expected}.`,
  ),
];

type Answer<T> = { readonly kind: "stopped" } | { readonly kind: "taken"; readonly taken: T };

const STOPPED = { kind: "stopped" } as const;

/** A wish with another value, as its flag takes it; undefined where the rider stops. */
async function changedWish(wish: Wish, { prompter, today }: WishPorts): Promise<Wish | undefined> {
  const check = (text: string): true | string => {
    const reading = readWish(wish.term, text, today);
    return reading.kind === "value" || `${reading.expected}.`;
  };
  const value = await prompter.ask({ kind: "text", message: "How should it be?", initial: wish.value, check });
  if (value === undefined) return undefined;
  const reading = readWish(wish.term, value, today);
  if (reading.kind !== "value") return wish;
  // It says what the rider typed, not what their words led to.
  const { term, key, quote } = wish;
  return { term, key, quote, value, answer: reading.value, effect: effectOf(term, value) };
}

const TAKE = "take";
const CHANGE = "change";
const LEAVE = "leave";

/** One wish by itself. */
async function askOneWish(wish: Wish, ports: WishPorts, isAdding: boolean): Promise<Answer<readonly Wish[]>> {
  const lead = isAdding ? "This adds load or lifts a limit: " : "";
  const choices: Choice[] = [
    { value: TAKE, name: "take it" },
    { value: CHANGE, name: "change it" },
    { value: LEAVE, name: "leave it out" },
  ];
  const answer = await ports.prompter.ask({
    kind: "choice",
    message: `${lead}${wishLine(wish)}`,
    choices,
    initial: isAdding ? LEAVE : TAKE,
  });
  if (answer === undefined) return STOPPED;
  if (answer === TAKE) return { kind: "taken", taken: [wish] };
  if (answer !== CHANGE) return { kind: "taken", taken: [] };
  const changed = await changedWish(wish, ports);
  return changed === undefined ? STOPPED : { kind: "taken", taken: [changed] };
}

async function askEach(wishes: readonly Wish[], ports: WishPorts, isAdding: boolean): Promise<Answer<readonly Wish[]>> {
  const taken: Wish[] = [];
  for (const wish of wishes) {
    const one = await askOneWish(wish, ports, isAdding);
    if (one.kind === "stopped") return STOPPED;
    taken.push(...one.taken);
  }
  return { kind: "taken", taken };
}

/** Those that hold the plan down: all at once, or one by one. */
async function askPlain(wishes: readonly Wish[], ports: WishPorts): Promise<Answer<readonly Wish[]>> {
  if (wishes.length === 0 || ports.isYes) return { kind: "taken", taken: wishes };
  const answer = await ports.prompter.ask({
    kind: "choice",
    message: wishes.length === 1 ? "Take it?" : `Take these ${wishes.length}?`,
    choices: [
      { value: "all", name: "yes" },
      { value: "each", name: "one by one: take, change or leave out" },
      { value: "none", name: "no" },
    ],
    initial: "all",
  });
  if (answer === undefined) return STOPPED;
  if (answer === "each") return askEach(wishes, ports, false);
  return { kind: "taken", taken: answer === "all" ? wishes : [] };
}

/** `--long-ride sat` as it is said. */
const spoken = (said: string): string => said.replace(/^--(\S+)/, (_, flag: string) => flag.replaceAll("-", " "));

/** Two things that cannot both hold: the rider says which. */
async function askContrary(
  contrary: ReadonlyMap<Wish, Against>,
  { prompter }: WishPorts,
): Promise<Answer<readonly Wish[]>> {
  const taken: Wish[] = [];
  const done = new Set<Wish>();
  for (const [wish, { said, wish: other }] of contrary) {
    if (done.has(wish)) continue;
    const answer = await prompter.ask({
      kind: "choice",
      message: `You said ${spoken(said)}, and "${wish.quote}". Both cannot hold: which does?`,
      choices: [
        { value: "said", name: spoken(said) },
        { value: "wish", name: `"${wish.quote}": ${wishText(wish)}` },
        ...(other === undefined ? [] : [{ value: "none", name: "neither" }]),
      ],
      initial: other === undefined ? "said" : "none",
    });
    if (answer === undefined) return STOPPED;
    done.add(wish);
    if (other !== undefined) done.add(other);
    if (answer === "wish") taken.push(wish);
    if (answer === "said" && other !== undefined) taken.push(other);
  }
  return { kind: "taken", taken };
}

function show({ wishes, ...rest }: JudgedWishes, { prompter }: WishPorts): void {
  if (wishes.length > 0) {
    prompter.say("heading", `I read ${wishes.length === 1 ? "one wish" : `${wishes.length} wishes`} in your words:`);
    for (const wish of wishes) prompter.say("plain", `  ${wishLine(wish)}`);
  }
  for (const line of leftLines(rest)) prompter.say("hint", line);
}

/** Shows what was read and asks; undefined where the rider stops. */
export async function askWishes(judged: JudgedWishes, ports: WishPorts): Promise<readonly Wish[] | undefined> {
  show(judged, ports);
  const contrary = contradictions(judged.wishes, ports.given);
  const open = judged.wishes.filter((wish) => !contrary.has(wish));
  const plain = await askPlain(
    open.filter(({ effect }) => effect === "restricts"),
    ports,
  );
  if (plain.kind === "stopped") return undefined;
  const adding = await askEach(
    open.filter(({ effect }) => effect === "adds"),
    ports,
    true,
  );
  if (adding.kind === "stopped") return undefined;
  const chosen = await askContrary(contrary, ports);
  if (chosen.kind === "stopped") return undefined;
  return [...plain.taken, ...adding.taken, ...chosen.taken];
}
