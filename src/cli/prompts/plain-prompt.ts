import { createPrompt, isEnterKey, useKeypress, useRef } from "@inquirer/core";
import type { Line } from "./line-prompt.ts";
import { useClosed } from "./use-closed.ts";

export interface PlainConfig {
  /** Writes what is typed, letter by letter, and never draws anything again. */
  readonly echo: (text: string) => void;
}

/** What a terminal must be sent so that it shows `now` instead of `before`: new letters, or steps back. */
export function echoOf(before: string, now: string): string {
  let same = 0;
  while (same < before.length && before[same] === now[same]) same += 1;
  return "\b \b".repeat(before.length - same) + now.slice(same);
}

/** A line as the oldest terminals and screen readers know it. */
export const plainPrompt = createPrompt<Line, PlainConfig>(({ echo }, done) => {
  const shown = useRef("");
  const isOver = useClosed(done);
  useKeypress((key, line) => {
    if (isEnterKey(key)) {
      isOver.current = true;
      echo("\n");
      done(shown.current);
      return;
    }
    echo(echoOf(shown.current, line.line));
    shown.current = line.line;
  });
  return "";
});
