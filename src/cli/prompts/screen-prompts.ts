import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isSpaceKey,
  isUpKey,
  useKeypress,
  useRef,
  useState,
} from "@inquirer/core";
import { hanging } from "../../report/columns.ts";
import { BACK, type Check, type Choice } from "../../wizard/prompter.ts";
import { framed, tightest, useLater, type FrameConfig, type Live } from "./frame.ts";
import type { Line } from "./line-prompt.ts";
import { typedChoice } from "./list-prompt.ts";
import { useClosed } from "./use-closed.ts";
import { useChosenLine, useTypedText } from "./use-typed.ts";

export interface TextConfig extends FrameConfig {
  readonly initial: string;
  readonly initialShown: string;
  readonly check: Check;
}

/** A line of text on a screen of its own. */
export const textScreen = createPrompt<Line, TextConfig>((config, done) => {
  const isOver = useClosed(done);
  const later = useLater(config, isOver);
  const check: Check = (given) => given === BACK || (given === "" ? "Please answer." : config.check(given));
  const { text, error } = useTypedText({ initial: config.initial, check }, (given) => {
    isOver.current = true;
    done(given);
  });
  const shown = text === "" ? config.quiet(config.initialShown) : text;
  const typed = text.trim();
  const replies = config.replies?.(typed === "" ? config.initial : typed) ?? [];
  // Enter never offers what it would refuse.
  const enter = typed === "" ? config.screen.enter : check(typed) === true ? "takes it" : undefined;
  return framed({ ...config, screen: { ...config.screen, enter } }, { input: `> ${shown}`, replies, error, later });
});

export interface ListConfig extends FrameConfig {
  readonly choices: readonly Choice[];
  readonly initial: string;
  /** The number of the first line. */
  readonly from: number;
  readonly ownWords: Check | undefined;
}

/** The part of a list that fits, around the line that is chosen. */
function windowOf(rows: readonly (readonly string[])[], at: number, room: number): string[] {
  const height = (from: number, to: number): number => rows.slice(from, to).reduce((sum, row) => sum + row.length, 0);
  let [from, to] = [at, at + 1];
  while (from > 0 || to < rows.length) {
    if (to < rows.length && height(from, to + 1) <= room) to += 1;
    else if (from > 0 && height(from - 1, to) <= room) from -= 1;
    else break;
  }
  return rows.slice(from, to).flat();
}

const LEAST_ROOM = 3;

/** The list on a screen: as much of it as there is room for. */
function withList(config: FrameConfig, live: Live, at: number): [string, string] {
  const rows = (live.list ?? []).map((row) => row.split("\n"));
  const whole = { ...live, list: rows.flat() };
  const missing = tightest(config, whole) - (config.rows - 1);
  if (missing <= 0) return framed(config, whole);
  return framed(config, { ...live, list: windowOf(rows, at, Math.max(LEAST_ROOM, whole.list.length - missing)) });
}

function numbered(config: ListConfig, at: number, isTyped: boolean): string[] {
  return config.choices.map(({ name }, index) => {
    const isHere = index === at && !isTyped;
    const [label = ""] = /^\S(?: ?\S)* {2,}/.exec(name) ?? [];
    const mark = ` ${isHere ? ">" : " "} ${String(index + config.from).padStart(2)}  ${label}`;
    const row = hanging(mark, name.slice(label.length), config.width);
    return (isHere ? row.map(config.heading) : row).join("\n");
  });
}

/** One of a list: arrows and Enter, its number, or own words where they are welcome. */
export const listScreen = createPrompt<Line, ListConfig>((config, done) => {
  const { choices, from } = config;
  const isOver = useClosed(done);
  const later = useLater(config, isOver);
  const keysOf = { choices, initial: config.initial, read: (typed: string) => typedChoice(typed, config) };
  const { at, text, error } = useChosenLine<Choice>(keysOf, ({ value }) => {
    isOver.current = true;
    done(value);
  });
  const list = numbered(config, at, text !== "");
  const replies = config.replies?.(text.trim()) ?? [];
  const { screen } = config;
  const keys = screen.keys ?? [
    "number or arrows",
    ...(config.ownWords === undefined ? [] : ["your own words"]),
    "< goes back",
  ];
  const enter = text === "" ? `chooses ${at + from}` : undefined;
  const live = { input: text === "" ? " " : ` > ${text}`, list, replies, error, later };
  return withList({ ...config, screen: { ...screen, keys, enter } }, live, at);
});

export interface TicksConfig extends FrameConfig {
  readonly choices: readonly Choice[];
  readonly initial: string;
  readonly check: Check;
}

const ticked = (text: string, value: string): boolean => text.split(" ").includes(value);
/** Ticks in the order of the list, with one changed. */
const toggled = (text: string, value: string, choices: readonly Choice[]): string =>
  choices
    .filter((one) => (one.value === value) !== ticked(text, one.value))
    .map((one) => one.value)
    .join(" ");

/** Any of a list: numbers and the space bar tick, Enter goes on. */
export const ticksScreen = createPrompt<Line, TicksConfig>((config, done) => {
  const { choices } = config;
  const [ticks, setTicks] = useState(config.initial);
  const [at, setAt] = useState(0);
  const [text, setText] = useState("");
  const [error, setError] = useState("");
  const isOver = useClosed(done);
  const later = useLater(config, isOver);
  // "2 4" is typed as it is said: a blank behind a number ticks nothing.
  const wasNumber = useRef(false);
  const end = (answer: string): void => {
    isOver.current = true;
    done(answer);
  };
  useKeypress((key, line) => {
    const typed = line.line.trim();
    const number = choices.find(({ value }) => value === typed);
    const here = choices[at];
    const isBlank = isSpaceKey(key) && typed === "";
    const isBehind = isBlank && wasNumber.current;
    wasNumber.current = number !== undefined;
    setError("");
    if (isEnterKey(key)) {
      if (text.trim() === BACK) end(BACK);
      else if (text.trim() === "") end(ticks);
      else {
        // Words are added to what is ticked already.
        const given = `${ticks} ${text.trim()}`.trim();
        const verdict = config.check(given);
        if (verdict === true) end(given);
        else setError(verdict);
        setText("");
      }
    } else if (isUpKey(key) || isDownKey(key)) {
      line.clearLine(0);
      setAt((at + (isUpKey(key) ? choices.length - 1 : 1)) % choices.length);
    } else if (isBehind) line.clearLine(0);
    else if (number !== undefined || (isBlank && here !== undefined)) {
      line.clearLine(0);
      setText("");
      if (number !== undefined) setAt(choices.indexOf(number));
      setTicks(toggled(ticks, number?.value ?? here?.value ?? "", choices));
    } else setText(line.line);
  });
  const list = choices.map(({ value, name }, index) =>
    hanging(` ${index === at ? ">" : " "} [${ticked(ticks, value) ? "x" : " "}] ${value}  `, name, config.width).join(
      "\n",
    ),
  );
  const replies = config.replies?.(ticks === "" ? "none" : ticks) ?? [];
  return withList(config, { input: text === "" ? " " : ` > ${text}`, list, replies, error, later }, at);
});
