import { clamp } from "../base/numbers.ts";
import { hanging, left, widthOf, wrap } from "./columns.ts";
import { finish, type Page } from "./page.ts";

/** As planned, otherwise, not ridden, more, not known, still to come. */
export type ReviewMark = "=" | "~" | "-" | "+" | "?" | ">";

/** One session, or one week where many are looked at. */
export interface ReviewRow {
  readonly mark: ReviewMark;
  /** `Tue 5`, `7 Dec` */
  readonly when: string;
  readonly name: string;
  /** `1 h 31 of 1 h 30` */
  readonly time: string;
  readonly note: string;
  /** Watts of each effort, with what they were to be. */
  readonly efforts: readonly { readonly label: string; readonly words: string }[];
}

/** What was ridden, what it means, what is ahead, what could change. */
export interface ReviewSight {
  readonly head: string;
  readonly sum: string;
  readonly rows: readonly ReviewRow[];
  readonly means: string;
  readonly ahead: string;
  readonly changes: readonly { readonly why: string; readonly command: string }[];
}

const WHEN = 8;
/** Columns of a session's name: as many as 80 columns leave, more where there are more. */
const NAME = { least: 30, most: 44, rest: 50 };
const TIME = 17;
const LABEL = "Means   ".length;
const FIRST = "Could change   ";

function rowLines(row: ReviewRow, page: Page): string[] {
  const mark = `${row.mark} ${left(row.when, WHEN)}`;
  const indent = " ".repeat(widthOf(mark));
  const paint = row.mark === "=" || row.mark === ">" ? (text: string): string => text : page.paint.heading;
  const side = row.time === "" ? row.note : row.note === "" ? row.time : `${left(row.time, TIME)} ${row.note}`;
  const name = clamp(page.width - NAME.rest, NAME.least, NAME.most);
  const oneLine = `${mark}${left(row.name, name)}${side}`;
  const fitsOne = widthOf(row.name) < name && widthOf(oneLine) <= page.width;
  const words = [row.time, row.note].filter((text) => text !== "").join(", ");
  return [
    ...(fitsOne
      ? [oneLine]
      : [...hanging(mark, row.name, page.width), ...(words === "" ? [] : hanging(indent, words, page.width))]
    ).map(paint),
    ...row.efforts.flatMap(({ label, words: watts }) => hanging(`${indent}${label} `, watts, page.width)),
  ];
}

const labelled = (label: string, text: string, page: Page): string[] =>
  text === "" ? [] : hanging(left(label, LABEL), text, page.width);

function changeLines(changes: ReviewSight["changes"], page: Page): string[] {
  if (changes.length === 0) return [];
  const why = Math.max(...changes.map((one) => widthOf(one.why))) + 3;
  const fits = changes.every(({ command }) => FIRST.length + why + widthOf(command) <= page.width);
  // A command is pasted as one line: it is never wrapped.
  const lines = fits
    ? changes.map((one, i) => `${left(i === 0 ? FIRST : "", FIRST.length)}${left(one.why, why)}${one.command}`)
    : [FIRST.trimEnd(), ...changes.flatMap((one) => [...hanging("  ", one.why, page.width), `    ${one.command}`])];
  return ["", ...lines, "Nothing changes by itself."];
}

/** The page of a review. */
export function reviewPage(sight: ReviewSight, page: Page): string[] {
  const lines = [
    ...wrap(sight.head, page.width).map(page.paint.heading),
    ...wrap(sight.sum, page.width),
    "",
    ...sight.rows.flatMap((row) => rowLines(row, page)),
    ...(sight.means === "" && sight.ahead === "" ? [] : [""]),
    ...labelled("Means", sight.means, page),
    ...labelled("Ahead", sight.ahead, page),
    ...changeLines(sight.changes, page),
  ];
  return finish(lines, page);
}

/** Rides that were just read. */
export interface PulledSight {
  readonly rows: readonly ReviewRow[];
  readonly folders: readonly string[];
  /** Folders that were named and are not there now. */
  readonly away: readonly string[];
  readonly notes: readonly string[];
}

/** The rides that were read, each with the session that it was. */
export function pulledPage({ rows, folders, away, notes }: PulledSight, page: Page): string[] {
  const count = rows.length === 0 ? "No new ride" : rows.length === 1 ? "One new ride" : `${rows.length} new rides`;
  const lines = [
    ...wrap(`${count} in ${folders.length === 0 ? "no folder" : folders.join(" and ")}.`, page.width),
    ...rows.flatMap((row) => rowLines(row, page)),
    ...away.flatMap((folder) => wrap(`${folder} is not there now.`, page.width)),
    ...notes.flatMap((note) => wrap(note, page.width)),
    ...(rows.length === 0 ? [] : ["", "Look back: cycling-plan review"]),
  ];
  return finish(lines, page);
}
