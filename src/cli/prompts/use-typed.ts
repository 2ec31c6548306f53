import { isDownKey, isEnterKey, isUpKey, useKeypress, useRef, useState } from "@inquirer/core";
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

/** The line that is typed into, as far as it is needed here. */
interface TypedLine {
  readonly line: string;
  readonly clearLine: (direction: 0) => void;
  readonly write: (text: string) => void;
}

/**
 * What stands on the line after a key, where the text before it was refused: a letter or a number begins anew, so that no answer is
 * glued to one that was wrong; Backspace, arrows and a blank go on with it.
 */
export function afterRefusal(line: TypedLine, refused: string | undefined): string {
  const now = line.line;
  if (refused === undefined || now.length !== refused.length + 1 || !now.startsWith(refused)) return now;
  const key = now.slice(refused.length);
  if (key.trim() === "") return now;
  line.clearLine(0);
  line.write(key);
  return key;
}

/** A line that is typed; Enter hands over what the check lets through. */
export function useTypedText({ initial, check }: TextKeys, end: (given: string) => void): TypedText {
  const [text, setText] = useState("");
  const [error, setError] = useState("");
  const refused = useRef<string | undefined>(undefined);
  useKeypress((key, line) => {
    if (!isEnterKey(key)) {
      setText(afterRefusal(line, refused.current));
      refused.current = undefined;
      setError("");
      return;
    }
    const given = text.trim() === "" ? initial : text.trim();
    const verdict = check(given);
    if (verdict === true) end(given);
    else {
      line.write(text);
      refused.current = text;
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
  const refused = useRef<string | undefined>(undefined);
  useKeypress((key, line) => {
    if (isEnterKey(key)) {
      const picked = text.trim() === "" ? (choices[at] ?? "Choose a line.") : read(text);
      if (typeof picked !== "string") end(picked);
      else {
        line.write(text);
        refused.current = text;
        setError(picked);
      }
    } else if (isUpKey(key) || isDownKey(key)) {
      line.clearLine(0);
      setText("");
      setError("");
      setAt((at + (isUpKey(key) ? choices.length - 1 : 1)) % choices.length);
    } else {
      setText(afterRefusal(line, refused.current));
      refused.current = undefined;
      setError("");
    }
  });
  return { at, text, error };
}
