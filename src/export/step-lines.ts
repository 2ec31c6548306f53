import { isLed, type Season, type Session } from "./session.ts";
import { cueOf, labelOf, lengthText, shortTarget, targetText } from "./step-words.ts";

/** One step or one head of a block of repeats, for formats that people read. */
export interface StepLine {
  readonly indent: 0 | 1;
  readonly text: string;
  /** How it should feel, and what to think of. */
  readonly cue: string;
}

/** `10 min warm up, 45 to 75 %, 119 to 199 W`; repeats as `3 x` with their steps below. */
export function stepLines(session: Session, season: Season): StepLine[] {
  // A ride that happens anyway is ridden as it comes: its one step is for the load.
  if (!isLed(session)) return [];
  return session.rounds.flatMap(({ times, steps }) => {
    const indent = times > 1 ? 1 : 0;
    const lines = steps.map((step): StepLine => {
      const { words, feel } = cueOf(step, session, season);
      const label = labelOf(step);
      const target = targetText(step, session, season);
      const cue = [words === label ? "" : words, feel].filter((part) => part !== "").join(". ");
      return { indent, text: `${lengthText(step.seconds)} ${label.toLowerCase()}, ${target}`, cue };
    });
    return times > 1 ? [{ indent: 0, text: `${times} x`, cue: "" }, ...lines] : lines;
  });
}

/** The whole ride in one line: `10 min warm up 45 to 75 %; 3 x (15 min work 88-92 %, 5 min easy 55 %)`. */
export const stepSummary = (session: Session): string =>
  session.rounds
    .map(({ times, steps }) => {
      const parts = steps.map((step) => {
        const target = shortTarget(step, session);
        return `${lengthText(step.seconds)} ${labelOf(step).toLowerCase()}${target === "" ? "" : ` ${target}`}`;
      });
      return times > 1 ? `${times} x (${parts.join(", ")})` : parts.join(", ");
    })
    .join("; ");
