import {
  daysBetween,
  mondayOnOrBefore,
  parseDate,
  WEEKDAYS,
  weekdayOf,
  type CalendarDate,
  type Weekday,
} from "../../base/calendar.ts";
import { PlanError } from "../../base/errors.ts";

interface Place {
  readonly week?: number | undefined;
  readonly day?: Weekday | undefined;
  readonly date?: CalendarDate | undefined;
}

/** A file with its week and day. */
export interface Placed {
  readonly file: string;
  /** From 0. */
  readonly week: number;
  readonly day: Weekday;
  readonly date?: CalendarDate | undefined;
}

const DATE = /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/;
const WEEK_AND_DAY = /(?:^|[^a-z])w(?:eek)?[\s_.-]*(\d{1,2})[\s_.-]*d(?:ay)?[\s_.-]*([1-7])(?!\d)/i;
const WEEK = /(?:^|[^a-z])w(?:eek|k)?[\s_.-]*(\d{1,2})(?!\d)/i;
const DAY = /(?:^|[^a-z])d(?:ay)?[\s_.-]*([1-7])(?!\d)/i;
const DAY_NAME = /(?:^|[^a-z])(mon|tue|wed|thu|fri|sat|sun)(?:s|rs|nes|ur)?(?:day)?(?![a-z])/i;
const MOST_DAYS = 7;

const weekdayAt = (index: number): Weekday => WEEKDAYS[index] ?? "Monday";

/** What one path says of its day: a date, `W03D2`, a week's folder, the name of a day. */
function placeOf(path: string): Place {
  const name = path.split("/").at(-1) ?? path;
  const date = parseDate(DATE.exec(name)?.[1] ?? "");
  if (date !== undefined) return { date };
  const both = WEEK_AND_DAY.exec(name);
  if (both !== null) return { week: Number(both[1]), day: weekdayAt(Number(both[2]) - 1) };
  // A week in the folder's name comes before one in the file's: "week-03/2 weeks to go.zwo".
  const week = WEEK.exec(path)?.[1];
  const word = DAY_NAME.exec(name)?.[1]?.toLowerCase();
  const numbered = DAY.exec(name)?.[1];
  const day = WEEKDAYS.find((weekday) => weekday.slice(0, 3).toLowerCase() === word);
  return {
    week: week === undefined ? undefined : Number(week),
    day: day ?? (numbered === undefined ? undefined : weekdayAt(Number(numbered) - 1)),
  };
}

/** Where every file has a date, dates alone say the week. */
function byDate(files: readonly string[], dates: readonly CalendarDate[]): Placed[] {
  const first = mondayOnOrBefore([...dates].sort()[0] ?? "2001-01-01");
  return files.flatMap((file, i) => {
    const date = dates[i];
    if (date === undefined) return [];
    return [{ file, date, day: weekdayOf(date), week: Math.floor(daysBetween(first, date) / 7) }];
  });
}

/** Week of each file by number, or else by its folder in their order; undefined where neither tells. */
function weeksOf(files: readonly string[], places: readonly Place[]): number[] | undefined {
  const numbers = places.map(({ week }) => week);
  const known = numbers.filter((week) => week !== undefined);
  if (known.length === files.length) return known.map((week) => week - Math.min(...known));
  const folders = files.map((file) => file.split("/").slice(0, -1).join("/"));
  const names = [...new Set(folders)];
  if (names.length > 1 && !names.includes("")) return folders.map((folder) => names.indexOf(folder));
  return files.length <= MOST_DAYS ? files.map(() => 0) : undefined;
}

const unordered = (source: string): PlanError =>
  new PlanError({
    code: "INPUT_INVALID",
    message: `The files in ${source} do not say in which week each of them is ridden.`,
    hint: "Put each week in a folder of its own (week-01, week-02), or begin the names with W01D2 or with a date such as 2027-01-12.",
  });

/** Files without a day are laid out over the week in their order; the rules that look at days do not run then. */
function byOrder(files: readonly string[], places: readonly Place[], weeks: readonly number[]): Placed[] {
  return files.map((file, i): Placed => {
    const week = weeks[i] ?? 0;
    const ofWeek = files.filter((_, k) => weeks[k] === week);
    const order = Math.floor((ofWeek.indexOf(file) * MOST_DAYS) / Math.max(MOST_DAYS, ofWeek.length));
    return { file, week, day: places[i]?.day ?? weekdayAt(order) };
  });
}

/** Files in the weeks and on the days that their names say. */
export interface FolderOrder {
  readonly placed: readonly Placed[];
  /** Every name says its day; otherwise the files of a week are laid out over it in their order. */
  readonly hasDays: boolean;
}

/** Week and day of each file by its path. Throws INPUT_INVALID where the names do not say which week a file is of. */
export function folderOrder(files: readonly string[], source: string): FolderOrder {
  const places = files.map(placeOf);
  const dates = places.flatMap(({ date }) => (date === undefined ? [] : [date]));
  if (dates.length === files.length) return { placed: byDate(files, dates), hasDays: true };
  // Some dates beside other names: a date still names its weekday.
  const named = places.map((place) => (place.date === undefined ? place : { day: weekdayOf(place.date) }));
  const weeks = weeksOf(files, named);
  if (weeks === undefined) throw unordered(source);
  return { placed: byOrder(files, named, weeks), hasDays: named.every(({ day }) => day !== undefined) };
}
