import { createPrompt, useState } from "@inquirer/core";
import { answeredHead, askedHead, type Head } from "./prompt-head.ts";
import type { Check } from "../../wizard/prompter.ts";
import { useClosed } from "./use-closed.ts";
import { useTypedText } from "./use-typed.ts";

export interface LineConfig extends Head {
  /** Shown below while something is wrong with the text. */
  readonly check: Check;
  /** In as many lines as it needs. */
  readonly warn: (text: string) => string;
}

/** Undefined where the terminal closed. */
export type Line = string | undefined;

/** A line of text on a terminal that can be redrawn. Enter alone takes what stands in brackets. */
export const linePrompt = createPrompt<Line, LineConfig>((config, done) => {
  const [answer, setAnswer] = useState<string | undefined>(undefined);
  const isOver = useClosed(done);
  const { text, error } = useTypedText(config, (given) => {
    isOver.current = true;
    setAnswer(given);
    done(given);
  });
  if (answer !== undefined) return answeredHead(config, answer);
  return [`${askedHead(config)}${text}`, error === "" ? "" : config.warn(error)];
});
