import { SHORTEST_RIDE_MINUTES } from "../../athlete/rider.ts";
import { clamp, sum } from "../../base/numbers.ts";
import type { Phase } from "../../plan/schema.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import type { Season, SeasonWeek } from "../season/season.ts";
import { styleOf } from "../intake/events.ts";
import { LONG_EVENT } from "./long-ride.ts";
import { daysBesideLong, type WeekTemplate } from "./week-template.ts";

/** An event of so many days is prepared once with three long days in a row. */
const STAGES = 3;
/** The second long day against the first (12.3), and the third. */
const SECOND = 0.67;
const THIRD = 0.5;
/** The second against a first that is as long as the event asks for. */
const WHOLE_SECOND = 0.4;
/** The second is no shorter than this where the week holds two such days; with less than the least it is an easy ride like others. Minutes. */
const LONG_DAY = { usual: 120, least: 60 };
/** Minutes that a week of long days keeps for each hard day, more where it has many; every other ride may be as short as a ride is. */
const HARD_DAY = { minutes: 45, ofLongWeek: 60, longWeek: 480 };
const hardDayMinutes = (weekMinutes: number): number =>
  weekMinutes < HARD_DAY.longWeek ? HARD_DAY.minutes : HARD_DAY.ofLongWeek;
/** Weeks with fewer minutes than this have one hard day beside their long days; of three long days, more. */
const TWO_HARD_MINUTES = { two: 420, three: 600 };

/** Days of an event that are shorter than this ask for no long ride, let alone for two. Hours. */
const LONG_STAGE_HOURS = 2;

/** Kinds of event that are prepared with shorter rides than this ask for no long days, however many hours are named. Minutes. */
const LONG_STYLE_MINUTES = 240;

/** True for an event that asks for long days in a row: more than one day, or more hours than a single ride prepares (12.3). */
const asksForLongDays = ({ type, days, hours }: Pick<PlanEvent, "type" | "days" | "hours">): boolean =>
  styleOf({ type, hours }).longMinutes.high >= LONG_STYLE_MINUTES &&
  (hours > LONG_EVENT.hours || (days > 1 && hours >= LONG_STAGE_HOURS));

const hasThreeInARow = ({ open }: SeasonWeek): boolean =>
  open.some((isOpen, day) => isOpen && open[day + 1] === true && open[day + 2] === true);

/** How many long days in a row a week wants: two in the load weeks from build on, three in the last one of the peak before an event of stages; else 0. */
export function longDaysWanted({ event, taperFrom, weeks }: Season, week: SeasonWeek): number {
  if (event === undefined || !asksForLongDays(event) || week.around !== undefined) return 0;
  const isWhole = (one: SeasonWeek): boolean => one.kind === "load" && one.firstDay + 7 <= taperFrom;
  if (!isWhole(week) || week.phase === "base") return 0;
  const lastOfPeak = weeks.findLast((one) => isWhole(one) && one.phase === "peak");
  return event.days >= STAGES && week.number === lastOfPeak?.number && hasThreeInARow(week) ? 3 : 2;
}

/** In the peak two whole long days come before a hard day where a week has no more left than this: the firm work stands inside the first of them. Minutes. */
const LEFT_FOR_HARD = 60;

/** True for a week of the peak that holds two whole long days and little else. */
function holdsLittleElse(longDays: number, weekMinutes: number, phase: Phase): boolean {
  const left = weekMinutes - 2 * LONG_DAY.usual;
  return longDays > 0 && phase === "peak" && left >= SHORTEST_RIDE_MINUTES && left < LEFT_FOR_HARD;
}

interface WeekOfLongDays {
  readonly longDays: number;
  readonly weekMinutes: number;
  readonly phase: Phase;
}

/** Most hard days beside so many long ones. */
export function hardDaysBeside({ longDays, weekMinutes, phase }: WeekOfLongDays): number {
  if (longDays === 0) return Number.POSITIVE_INFINITY;
  if (holdsLittleElse(longDays, weekMinutes, phase)) return 0;
  return weekMinutes < (longDays > 2 ? TWO_HARD_MINUTES.three : TWO_HARD_MINUTES.two) ? 1 : 2;
}

/** Rides of a week with long days: fewer where the others would leave the long days too short. */
export function ridesBeside({ longDays, weekMinutes, phase }: WeekOfLongDays, rides: number): number {
  let count = rides;
  if (holdsLittleElse(longDays, weekMinutes, phase)) return Math.min(rides, 3);
  const left = (): number => weekMinutes - (count - longDays) * hardDayMinutes(weekMinutes);
  while (longDays > 0 && count > longDays + 1 && left() < longDays * LONG_DAY.usual) count -= 1;
  return count;
}

interface LongDaysInput {
  readonly longDays: number;
  readonly weekMinutes: number;
  /** What the long ride wishes to be, and has to be. */
  readonly long: { readonly ideal: number; readonly least: number };
  /** Most minutes of each weekday. */
  readonly room: readonly number[];
  /** The first of them is as long as the event asks for, as far as it leaves a second at all. */
  readonly isWhole?: boolean;
  /** What the rider rides at once today: such a first day is no shorter, as far as it leaves a second. */
  readonly own?: number;
}

/** Minutes of each long day of a week by its weekday; empty where the week holds no more than one. */
export function longDayMinutes(template: WeekTemplate, input: LongDaysInput): ReadonlyMap<number, number> {
  const { weekMinutes, room, long } = input;
  const beside = daysBesideLong(template, input.longDays);
  const [second, third] = beside;
  if (second === undefined) return new Map();
  const hard = template.hard.length * hardDayMinutes(weekMinutes);
  const easy = (template.riding.length - template.hard.length - 1 - beside.length) * SHORTEST_RIDE_MINUTES;
  const available = weekMinutes - hard - easy;
  const thirdMinutes =
    third === undefined ? 0 : Math.floor(Math.min(room[third] ?? 0, long.ideal * THIRD, available / 4));
  const wish = Math.max(long.ideal * (1 + SECOND), Math.min(2 * long.ideal, 2 * LONG_DAY.usual));
  const both = Math.min(available - thirdMinutes, wish);
  const share = SECOND / (1 + SECOND);
  const whole = Math.max(both / (1 + WHOLE_SECOND), Math.min(input.own ?? 0, both - LONG_DAY.least));
  const least = Math.max(long.least, input.isWhole === true ? Math.min(long.ideal, whole) : 0);
  const most = Math.max(0, Math.min(room[second] ?? 0, both - Math.min(least, both)));
  const secondMinutes = Math.floor(clamp(Math.max(both * share, Math.min(LONG_DAY.usual, both / 2)), 0, most));
  if (secondMinutes < LONG_DAY.least) return new Map();
  const first = Math.floor(Math.min(room[template.long] ?? 0, both - secondMinutes));
  const minutes = new Map([
    [template.long, Math.max(first, secondMinutes)],
    [second, secondMinutes],
  ]);
  return third === undefined || thirdMinutes < LONG_DAY.least ? minutes : minutes.set(third, thirdMinutes);
}

/** What the long days take beyond the shortest rides on the days beside the long one: what the hard days of the week may not use. */
export const beyondShortest = (minutes: ReadonlyMap<number, number>): number =>
  Math.max(0, sum([...minutes.values()]) - (minutes.size - 1) * SHORTEST_RIDE_MINUTES);
