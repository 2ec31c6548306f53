import { createPrompt, isEnterKey, isNumberKey, isSpaceKey, useKeypress, useRef, useState } from "@inquirer/core";
import { readDays } from "../../athlete/parse-days.ts";
import { WEEKDAYS, type Weekday } from "../../base/calendar.ts";
import { BACK, type Check } from "../../wizard/prompter.ts";
import { framed, useLater, type FrameConfig } from "./frame.ts";
import type { Line } from "./line-prompt.ts";
import { afterRefusal } from "./use-typed.ts";
import { useClosed } from "./use-closed.ts";

const shortOf = (day: Weekday): string => day.slice(0, 3);

/** The days that a text names so far; words that are not finished yet count for nothing. */
export function tickedIn(text: string): Weekday[] {
  const whole = readDays(text);
  if (whole.kind === "value") return whole.value;
  const known = text
    .replace(/[=:]\S*/g, "")
    .split(/[\s,;/&+]+/)
    .filter((word) => readDays(word).kind === "value");
  const reading = readDays(known.join(" "));
  return reading.kind === "value" ? reading.value : [];
}

/** The text after one day was ticked, or its tick taken away. */
export function toggled(text: string, day: Weekday): string {
  const ticked = tickedIn(text);
  const next = WEEKDAYS.filter((one) => (one === day) !== ticked.includes(one));
  return next.map((one) => shortOf(one).toLowerCase()).join(" ");
}

/** The day that the last digit of a line ticks; none where minutes are typed. */
export function dayOfDigit(line: string): Weekday | undefined {
  const digit = /^[^=:\d]*([1-7])$/.exec(line)?.[1];
  return digit === undefined ? undefined : WEEKDAYS[Number(digit) - 1];
}

/** The boxes in as many lines as they need. */
function rows(boxes: readonly string[], width: number): string[] {
  const perRow = Math.max(1, Math.floor((width - 2) / ((boxes[0]?.length ?? 0) + 1)));
  const starts = boxes.flatMap((_, index) => (index % perRow === 0 ? [index] : []));
  return starts.map((start) => ` ${boxes.slice(start, start + perRow).join(" ")}`);
}

export interface DaysConfig extends FrameConfig {
  readonly initial: string;
  readonly check: Check;
}

/** Weekdays, typed or ticked: the arrows walk along the days, space ticks, letters type. */
export const daysScreen = createPrompt<Line, DaysConfig>((config, done) => {
  const [text, setText] = useState("");
  const [at, setAt] = useState(-1);
  const [error, setError] = useState("");
  const isOver = useClosed(done);
  const refused = useRef<string | undefined>(undefined);
  const later = useLater(config, isOver);
  useKeypress((key, line) => {
    setError("");
    const day = WEEKDAYS[at];
    const tick = (one: Weekday): void => {
      const next = toggled(text === "" ? config.initial : text, one);
      line.clearLine(0);
      line.write(next);
      setText(next);
    };
    const numbered = isNumberKey(key) ? dayOfDigit(line.line) : undefined;
    if (isEnterKey(key)) {
      const given = text.trim() === "" ? config.initial : text.trim();
      const verdict = given === BACK || config.check(given);
      if (verdict === true) {
        isOver.current = true;
        done(given);
      } else {
        line.write(text);
        refused.current = text;
        setError(verdict || "Choose at least one day.");
      }
    } else if (key.name === "left" || key.name === "right") {
      const step = key.name === "right" ? 1 : WEEKDAYS.length - 1;
      setAt(at < 0 ? 0 : (at + step) % WEEKDAYS.length);
    } else if (isSpaceKey(key) && day !== undefined) tick(day);
    else if (numbered !== undefined) tick(numbered);
    else {
      setAt(-1);
      setText(afterRefusal(line, refused.current));
      refused.current = undefined;
    }
  });
  const given = text.trim() === "" ? config.initial : text.trim();
  const boxes = WEEKDAYS.map((day, index) => {
    const box = `[${tickedIn(given).includes(day) ? "x" : " "}] ${index + 1} ${shortOf(day)}`;
    return index === at ? `>${box}` : ` ${box}`;
  });
  const live = {
    input: `> ${text === "" ? config.quiet(config.initial) : text}`,
    list: rows(boxes, config.width),
    replies: config.replies?.(given) ?? [],
    error,
    later,
  };
  const keys = ["1 to 7 tick, as arrows and space do", "or type days", "< goes back"];
  return framed(
    {
      ...config,
      screen: { ...config.screen, enter: config.check(given) === true ? `takes ${given}` : undefined, keys },
    },
    live,
  );
});
