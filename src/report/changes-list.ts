import type { CalendarDate } from "../base/calendar.ts";
import { shortDay } from "../base/date-words.ts";
import { hanging, leadingTo, left, right, widthOf, wrap } from "./columns.ts";
import type { Page } from "./page.ts";
import { counted } from "./units.ts";

/** The steps of a plan as a list. */
export interface ChangesList {
  readonly planId: string;
  /** In the order in which they were made. */
  readonly rows: readonly {
    readonly step: number;
    readonly day: CalendarDate;
    readonly words: string;
    /** What it did, in a few words. */
    readonly did: string;
  }[];
  /** The day on which the plan was made, and what it was then. */
  readonly made: { readonly day: CalendarDate; readonly words: string };
  readonly isEdited: boolean;
  /** The plan as a command names it; "" for the current one. */
  readonly named: string;
}

/** Columns of the rider's words: as many as leave room for what they did. */
const WORDS = { least: 14, most: 28 };

/** Two commands side by side, or below each other: a command is pasted as one line. */
function onOneLine(one: string, other: string, page: Page): string[] {
  const both = `${one} · ${other}`;
  if (widthOf(both) <= page.width) return [both];
  return [one, `${other.charAt(0).toUpperCase()}${other.slice(1)}`].flatMap((line) => {
    const at = line.indexOf(": ") + 1;
    return leadingTo(line.slice(0, at), line.slice(at + 1), page.width);
  });
}

/** The steps, newest first: the rider's words, then what they did. */
export function changesLines({ planId, rows, made, isEdited, named }: ChangesList, page: Page): string[] {
  const count = rows.length;
  const since = count === 0 ? "not changed since it was made" : `${counted(count, "step")} since it was made`;
  const longest = Math.max(WORDS.least, ...rows.map(({ words }) => Math.min(widthOf(words), WORDS.most)));
  const line = (step: number, day: CalendarDate, [words, did]: readonly [string, string]): string[] => {
    const first = `${right(String(step), 2)}  ${left(shortDay(day), 10)}   `;
    if (widthOf(words) <= longest) return hanging(`${first}${left(words, longest)}   `, did, page.width);
    return [...hanging(first, words, page.width), ...hanging(" ".repeat(widthOf(first)), did, page.width)];
  };
  const steps = [...rows].reverse().flatMap(({ step, day, words, did }) => line(step, day, [words, did]));
  const warning = "The plan file was edited by hand since: cycling-plan change --accept-edits takes it as it is.";
  const last = rows.at(-1)?.step ?? 0;
  const plan = named === "" ? "" : ` ${named}`;
  const undo = `cycling-plan undo${named === "" ? "" : ` --plan ${named}`}`;
  return [
    ...wrap(`${planId} · ${since}`, page.width).map(page.paint.heading),
    ...(isEdited ? wrap(warning, page.width).map(page.paint.warn) : []),
    "",
    ...steps,
    ...line(0, made.day, ["made", made.words]),
    ...(count === 0
      ? []
      : [
          "",
          ...onOneLine(`One step: cycling-plan changes${plan} ${last}`, `take the last back: ${undo}`, page),
          ...leadingTo(
            "Two states side by side:",
            `cycling-plan diff ${planId}@${last - 1} ${planId}@${last}`,
            page.width,
          ),
        ]),
  ];
}
