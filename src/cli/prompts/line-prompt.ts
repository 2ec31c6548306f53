import { createPrompt, isEnterKey, useKeypress, useState } from "@inquirer/core";
import { answeredHead, askedHead, type Head } from "./prompt-head.ts";
import type { Check } from "../../wizard/prompter.ts";
import { useClosed } from "./use-closed.ts";

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
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<string | undefined>(undefined);
  const [error, setError] = useState("");
  const isOver = useClosed(done);
  useKeypress((key, line) => {
    if (!isEnterKey(key)) {
      setText(line.line);
      setError("");
      return;
    }
    const given = text.trim() === "" ? config.initial : text.trim();
    const verdict = config.check(given);
    if (verdict !== true) {
      line.write(text);
      setError(verdict);
      return;
    }
    isOver.current = true;
    setAnswer(given);
    done(given);
  });
  if (answer !== undefined) return answeredHead(config, answer);
  return [`${askedHead(config)}${text}`, error === "" ? "" : config.warn(error)];
});
