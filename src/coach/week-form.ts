import { z } from "zod";
import { isRecord } from "../athlete/parse-reading.ts";
import { cleanLine } from "../base/text.ts";
import { listOf, numberOf, SHORT_DAYS, weekdayOf } from "./read-values.ts";

/** The form of one week's rides: no dates, no rest days, no types, one letter a key, whole numbers only. */
export const weekForm = (weekdays: readonly number[]) => {
  const [first = "mon", ...others] = weekdays.map((day) => SHORT_DAYS[day] ?? "mon");
  return z.strictObject({
    rides: z.array(
      z.strictObject({
        d: z.enum([first, ...others]),
        n: z.string(),
        t: z.string(),
        w: z.array(z.int()),
        s: z.array(z.array(z.int())),
        c: z.array(z.int()),
      }),
    ),
  });
};

/** A warm-up or a cool-down: seconds, and percents of FTP at its start and its end. */
export interface Edge {
  readonly seconds: number;
  readonly from: number;
  readonly to: number;
}

/** One row of a ride: efforts with rests after each, or one stretch. No seconds: what the other rows leave of the day. */
export interface Row {
  readonly sets: number;
  readonly seconds: number;
  readonly percent: number;
  readonly restSeconds: number;
  readonly restPercent: number;
}

/** One ride as a model wants it; weekday 0 is Monday. */
export interface Session {
  /** Its place in the answer. */
  readonly at: number;
  readonly weekday: number;
  readonly name: string;
  readonly note: string;
  readonly warmUp: Edge | undefined;
  readonly rows: readonly Row[];
  readonly coolDown: Edge | undefined;
}

/** What is read at all, before anybody asks whether it is wise. Percents of FTP, seconds, minutes. */
const BOUNDS = { percent: [20, 250], edgeMinutes: [1, 60], seconds: [5, 6 * 3600], sets: [1, 60] } as const;
/** Characters of a ride's note: some eighty words. */
const MOST_NOTE = 600;
const MOST_ROWS = 30;
const MOST_RIDES = 14;

const isWithin = (value: number | undefined, [low, high]: readonly [number, number]): value is number =>
  value !== undefined && value >= low && value <= high;

function edgeOf(value: unknown, at: string, problems: string[]): Edge | undefined {
  const [minutes, from, to] = listOf(value).map(numberOf);
  if (minutes === undefined || minutes === 0) return undefined;
  if (isWithin(minutes, BOUNDS.edgeMinutes) && isWithin(from, BOUNDS.percent) && isWithin(to, BOUNDS.percent))
    return { seconds: Math.round(minutes * 60), from: Math.round(from), to: Math.round(to) };
  problems.push(`${at}: expected minutes, percent at the start, percent at the end, such as [10,50,70]`);
  return undefined;
}

function rowOf(value: unknown, at: string, problems: string[]): Row | undefined {
  const numbers = listOf(value).map(numberOf);
  const [sets, seconds, percent, restSeconds = 0, restPercent = 0] = numbers;
  const hasRest = restSeconds > 0;
  const isFill = seconds === 0 && sets === 1 && !hasRest;
  const isRest = !hasRest || (isWithin(restSeconds, BOUNDS.seconds) && isWithin(restPercent, BOUNDS.percent));
  if (
    numbers.length <= 5 &&
    isWithin(sets, BOUNDS.sets) &&
    (isFill || isWithin(seconds, BOUNDS.seconds)) &&
    isWithin(percent, BOUNDS.percent) &&
    isRest &&
    restSeconds >= 0
  )
    return {
      sets: Math.round(sets),
      seconds: Math.round(seconds),
      percent: Math.round(percent),
      restSeconds: Math.round(restSeconds),
      restPercent: Math.round(restPercent),
    };
  problems.push(
    `${at}: expected [sets, seconds, percent] or [sets, seconds, percent, rest seconds, rest percent] with 5 to 21600 seconds and 20 to 250 percent`,
  );
  return undefined;
}

const textOf = (value: unknown, most: number): string => cleanLine(typeof value === "string" ? value : "", most);

function sessionOf(value: unknown, index: number, problems: string[]): Session | undefined {
  const at = `rides[${index}]`;
  if (!isRecord(value)) return void problems.push(`${at}: expected an object`);
  const weekday = weekdayOf(value.d);
  if (weekday === undefined) return void problems.push(`${at}.d: expected a day such as tue`);
  const list = listOf(value.s);
  // One row that was not put into a list of its own.
  const rows = list.length > 0 && list.every((entry) => numberOf(entry) !== undefined) ? [list] : list;
  if (rows.length === 0) problems.push(`${at}.s: expected rows such as [4,480,100,180,55]`);
  if (rows.length > MOST_ROWS)
    problems.push(`${at}.s: ${rows.length} rows, at most ${MOST_ROWS}; let sets repeat them`);
  return {
    at: index,
    weekday,
    name: textOf(value.n, 60),
    note: textOf(value.t, MOST_NOTE),
    warmUp: edgeOf(value.w, `${at}.w`, problems),
    rows: rows.slice(0, MOST_ROWS).flatMap((row, i) => rowOf(row, `${at}.s[${i}]`, problems) ?? []),
    coolDown: edgeOf(value.c, `${at}.c`, problems),
  };
}

/** Reads what a model answered for one week. What cannot be read is left out and said. */
export function readWeek(value: unknown): { sessions: readonly Session[]; problems: readonly string[] } {
  if (!isRecord(value)) return { sessions: [], problems: ["the answer is no JSON object with rides"] };
  const problems: string[] = [];
  const list = listOf(value.rides);
  if (list.length === 0) problems.push("rides: expected a list with one entry for each ride");
  const sessions: Session[] = [];
  list.slice(0, MOST_RIDES).forEach((entry, i) => {
    const session = sessionOf(entry, i, problems);
    if (session === undefined) return;
    if (sessions.some(({ weekday }) => weekday === session.weekday))
      problems.push(`rides[${i}].d: the day is there twice`);
    else sessions.push(session);
  });
  if (list.length > MOST_RIDES) problems.push(`rides: ${list.length} entries, one for each ride is enough`);
  return { sessions, problems };
}
