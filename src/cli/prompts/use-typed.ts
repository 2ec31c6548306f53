import { isDownKey, isEnterKey, isUpKey, useKeypress, useState } from "@inquirer/core";
import type { Check, Choice } from "../../wizard/prompter.ts";

/** Where typing ended: what is shown, and what is wrong with it. */
export interface TypedText {
  readonly text: string;
  readonly error: string;
}

interface TextKeys {
  /** What Enter alone means. */
  readonly initial: string;
  readonly check: Check;
}

/** A line that is typed; Enter hands over what the check lets through. */
export function useTypedText({ initial, check }: TextKeys, end: (given: string) => void): TypedText {
  const [text, setText] = useState("");
  const [error, setError] = useState("");
  useKeypress((key, line) => {
    if (!isEnterKey(key)) {
      setText(line.line);
      setError("");
      return;
    }
    const given = text.trim() === "" ? initial : text.trim();
    const verdict = check(given);
    if (verdict === true) end(given);
    else {
      line.write(text);
      setError(verdict);
    }
  });
  return { text, error };
}

interface ListKeys<T extends Pick<Choice, "value">> {
  readonly choices: readonly T[];
  readonly initial: string | undefined;
  /** What typed words stand for, or what is wrong with them. */
  readonly read: (text: string) => T | string;
}

/** Arrows over a list, or typed words; Enter hands over the line that is meant. */
export function useChosenLine<T extends Pick<Choice, "value">>(
  { choices, initial, read }: ListKeys<T>,
  end: (picked: T) => void,
): TypedText & { readonly at: number } {
  const first = choices.findIndex(({ value }) => value === initial);
  const [at, setAt] = useState(Math.max(0, first));
  const [text, setText] = useState("");
  const [error, setError] = useState("");
  useKeypress((key, line) => {
    if (isEnterKey(key)) {
      const picked = text.trim() === "" ? (choices[at] ?? "Choose a line.") : read(text);
      if (typeof picked !== "string") end(picked);
      else {
        line.write(text);
        setError(picked);
      }
    } else if (isUpKey(key) || isDownKey(key)) {
      line.clearLine(0);
      setText("");
      setError("");
      setAt((at + (isUpKey(key) ? choices.length - 1 : 1)) % choices.length);
    } else {
      setText(line.line);
      setError("");
    }
  });
  return { at, text, error };
}
