import { createPrompt, usePagination, useState } from "@inquirer/core";
import { heartWarning } from "../../athlete/heart-stop.ts";
import { hanging } from "../../report/columns.ts";
import { BACK, type Check, type Choice } from "../../wizard/prompter.ts";
import { answeredHead, askedHead, type Head } from "./prompt-head.ts";
import type { Line } from "./line-prompt.ts";
import { useClosed } from "./use-closed.ts";
import { useChosenLine } from "./use-typed.ts";

export interface ListConfig extends Head {
  readonly choices: readonly Choice[];
  readonly ownWords?: Check | undefined;
  readonly pointer: string;
  /** Most lines that the list may take; longer ones scroll. */
  readonly lines: number;
  readonly chosen: (text: string) => string;
  readonly warn: (text: string) => string;
}

interface Typed {
  readonly value: string;
  readonly name: string;
}

/** What typed text stands for: a number of the list, "back", or the rider's own words. */
export function typedChoice(
  text: string,
  { choices, ownWords, from = 1 }: Pick<ListConfig, "choices" | "ownWords"> & { readonly from?: number | undefined },
): Typed | string {
  const typed = text.trim();
  if (typed === BACK) return { value: BACK, name: "back" };
  const byNumber = /^\d+$/.test(typed) ? choices[Number(typed) - from] : undefined;
  if (byNumber !== undefined) return byNumber;
  const byName = choices.find(({ value }) => value.toLowerCase() === typed.toLowerCase());
  if (byName !== undefined) return byName;
  if (ownWords === undefined || /^\d+$/.test(typed))
    return heartWarning(typed) ?? `expected a number from ${from} to ${choices.length - 1 + from}.`;
  const verdict = ownWords(typed);
  return verdict === true ? { value: typed, name: typed } : verdict;
}

/** Columns before the name: pointer, number, blanks. */
const NAME_FROM = 5;

/** One of a list: arrows and Enter, its number, or own words where they are welcome. */
export const listPrompt = createPrompt<Line, ListConfig>((config, done) => {
  const { choices } = config;
  const [answer, setAnswer] = useState<string | undefined>(undefined);
  const isOver = useClosed(done);
  const keys = { choices, initial: config.initial, read: (typed: string) => typedChoice(typed, config) };
  const { at, text, error } = useChosenLine<Typed>(keys, ({ value, name }) => {
    isOver.current = true;
    setAnswer(name);
    done(value);
  });
  const rows = usePagination({
    items: choices,
    active: at,
    pageSize: config.lines,
    loop: false,
    renderItem: ({ item: { name }, index, isActive }) => {
      const isHere = isActive && text === "";
      const mark = `${isHere ? config.pointer : " "} ${String(index + 1).padStart(2)} `.slice(0, NAME_FROM);
      const row = hanging(mark, name, config.width - 1);
      return (isHere ? row.map(config.chosen) : row).join("\n");
    },
  });
  if (answer !== undefined) return answeredHead(config, answer);
  const help = config.ownWords === undefined ? "arrows or number, Enter" : "arrows, number or your own words, Enter";
  const below = error === "" ? config.quiet(`  ${help}`) : config.warn(error);
  return [`${askedHead({ ...config, initial: "" })}${text}`, [rows, below].join("\n")];
});
