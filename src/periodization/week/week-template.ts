import type { Rider } from "../../athlete/rider.ts";
import { ridingSets, type RiddenAnyway } from "../../rules/capacity.ts";
import { HARD_DAY_SPACING } from "../../rules/limits.ts";
import { isBesideHard, type GivenWeek } from "../season/given-week.ts";

/** Which weekdays ride, which is the long day (a ride that happens anyway may be it) and which are hard. Monday is 0. */
export interface WeekTemplate {
  readonly riding: readonly number[];
  readonly long: number;
  /** In order of the week; the long day is among them only where it is the only ride. */
  readonly hard: readonly number[];
}

export interface TemplateWish {
  readonly open: readonly boolean[];
  /** Most minutes of each weekday for riding. */
  readonly room: readonly number[];
  readonly weekMinutes: number;
  readonly longMinutes: number;
  readonly rideCount: number;
  readonly hardDays: number;
  /** First weekday that may be hard; below 0 where last week leaves it free. */
  readonly firstHard: number;
  /** Weekdays that are not hard, and those that an event takes. */
  readonly easy?: readonly number[];
  readonly taken?: readonly number[];
  /** Weekday of last week's long ride: the day after it should be easy. */
  readonly lastLong: number | undefined;
  /** Days that should be neighbours of the long day: two long days in a row. */
  readonly wantsPair: boolean;
  /** So many long days in a row, the long one among them; 0 where the event asks for none. */
  readonly longDays: number;
  readonly before: WeekTemplate | undefined;
  /** Weekdays that the long ride belongs on before all others; empty for none. */
  readonly longOn: readonly number[];
  /** Rides that happen anyway: their rest days, and the weekday of one that is the week's long ride. */
  readonly anyway: RiddenAnyway;
  readonly longAnyway: number | undefined;
  /** What is given in the week: no hard day beside something hard. */
  readonly given: Pick<GivenWeek, "hard">;
  /** The weekday that the rider named for it, where it is open: no other one will do. */
  readonly longDay?: number | undefined;
}

const POINTS = {
  /** For the whole week's minutes; the strongest wish. */
  minutes: 1000,
  perRide: 16,
  perHardDay: 70,
  longMinutes: 320,
  weekendLong: 14,
  wantedLong: 120,
  hardAfterLong: 16,
  hardBeforeLong: 7,
  spread: 4,
  neighbours: 3,
  pair: 30,
  longDayAfter: 80,
  longDayBefore: 45,
  sameDay: 5,
  sameLong: 12,
} as const;

/** The best week for a wish: every set of riding days, long day and hard days is tried, and the most points win. */
export function chooseTemplate(rider: Rider, wish: TemplateWish): WeekTemplate | undefined {
  let best: { template: WeekTemplate; points: number } | undefined;
  const most = mostRoom(wish);
  const mostOfHard = mostPointsOfHard(wish);
  for (const set of setsBeside(rider, wish)) {
    const riding = set.flatMap((isRiding, day) => (isRiding ? [day] : []));
    for (const long of longDayChoices(riding, wish)) {
      const ridingPoints = pointsOfRiding({ riding, long }, wish, most);
      // Whichever days are hard, these riding days cannot win any more.
      if (best !== undefined && ridingPoints + mostOfHard <= best.points) continue;
      for (const hard of hardChoices({ riding, long, wish })) {
        const template = { riding, long, hard };
        const points = ridingPoints + pointsOfHard(template, wish);
        if (best === undefined || points > best.points + 1e-9) best = { template, points };
      }
    }
  }
  return best?.template;
}

/** The day that the rider named, or that of a ride that happens anyway and is the long one; else any riding day. */
const longDayChoices = (riding: readonly number[], { longDay, longAnyway }: TemplateWish): readonly number[] => {
  const given = longDay ?? longAnyway;
  return given === undefined ? riding : [given];
};

/** Sets of riding days that may stand beside the days of events: together no more, and no longer in a row, than without. */
function setsBeside(rider: Rider, { open, taken = [], anyway }: TemplateWish): (readonly boolean[])[] {
  if (taken.length === 0) return ridingSets(rider, open, anyway);
  const all = ridingSets(
    rider,
    open.map((isOpen, day) => isOpen || taken.includes(day)),
    anyway,
  );
  const beside = all.filter((set) => taken.every((day) => set[day] === true));
  return beside.map((set) => set.map((isRiding, day) => isRiding && !taken.includes(day)));
}

function hardChoices({ riding, long, wish }: Omit<WeekTemplate, "hard"> & { readonly wish: TemplateWish }): number[][] {
  const isEasy = (day: number): boolean => wish.easy?.includes(day) === true;
  const may = riding.filter(
    (day) =>
      day >= wish.firstHard &&
      !isEasy(day) &&
      (day !== long || riding.length === 1) &&
      !isBesideHard(wish.given, day, HARD_DAY_SPACING),
  );
  const choices: number[][] = [[]];
  if (wish.hardDays >= 1) for (const day of may) choices.push([day]);
  if (wish.hardDays >= 2)
    for (const first of may)
      for (const second of may) if (second >= first + 2 && first + 7 >= second + 2) choices.push([first, second]);
  return choices;
}

/** Points of the riding days and the long day, whichever of them are hard; `most` is the most room of an open day. */
function pointsOfRiding({ riding, long }: Omit<WeekTemplate, "hard">, wish: TemplateWish, most: number): number {
  const beside = Math.max(wish.longMinutes, wish.weekMinutes / riding.length);
  let total = 0;
  for (const day of riding) total += Math.min(wish.room[day] ?? 0, day === long ? Number.POSITIVE_INFINITY : beside);
  let points = POINTS.minutes * Math.min(1, total / wish.weekMinutes);
  points -= POINTS.perRide * Math.abs(riding.length - wish.rideCount);
  points += POINTS.longMinutes * Math.min(1, (wish.room[long] ?? 0) / Math.min(wish.longMinutes, most));
  if (long >= 5) points += POINTS.weekendLong + (long === 6 ? 1 : 0);
  if (wish.longOn.includes(long)) points += POINTS.wantedLong;
  for (const day of riding) if (riding.includes((day + 1) % 7)) points -= POINTS.neighbours;
  if (wish.before === undefined) return points;
  if (long === wish.before.long) points += POINTS.sameLong;
  for (const day of riding) points += wish.before.riding.includes(day) ? POINTS.sameDay : -POINTS.sameDay;
  return points;
}

/** No hard days of any riding days have more points. */
function mostPointsOfHard({ hardDays, wantsPair, longDays }: TemplateWish): number {
  const hard = Math.min(2, hardDays);
  const beside = Math.max(0, longDays - 1) * Math.max(POINTS.longDayAfter, POINTS.longDayBefore);
  const spread = hard === 2 ? POINTS.spread * 3 : 0;
  return (POINTS.perHardDay + POINTS.sameDay) * hard + spread + (wantsPair ? POINTS.pair : 0) + beside;
}

/** Points of the hard days among them. */
function pointsOfHard({ riding, long, hard }: WeekTemplate, wish: TemplateWish): number {
  let points = POINTS.perHardDay * hard.length;
  for (const day of hard) {
    if (day === (long + 1) % 7 || (wish.lastLong !== undefined && day === (wish.lastLong + 1) % 7 && day < long))
      points -= POINTS.hardAfterLong;
    if (day === long - 1) points -= POINTS.hardBeforeLong;
    if (wish.before?.hard.includes(day) === true) points += POINTS.sameDay;
  }
  const [first = 0, second = 0] = hard;
  if (hard.length === 2) points += POINTS.spread * Math.min(3, second - first, first + 7 - second);
  if (wish.wantsPair && (riding.includes(long - 1) || riding.includes(long + 1))) {
    const mate = riding.includes(long - 1) ? long - 1 : long + 1;
    points += hard.includes(mate) ? 0 : POINTS.pair;
  }
  if (wish.longDays > 0)
    for (const day of daysBesideLong({ riding, long, hard }, wish.longDays))
      points += day > long ? POINTS.longDayAfter : POINTS.longDayBefore;
  return points;
}

/** Fewer rides have no day for a second long one beside a hard day. */
const FEWEST_WITH_LONG_DAYS = 3;

/** Days that may be long beside the long one: in a row with it, none of them hard, the day after it first; `wanted` counts the long one. */
export function daysBesideLong({ riding, long, hard }: WeekTemplate, wanted: number): number[] {
  const isFree = (day: number): boolean => riding.includes(day) && !hard.includes(day);
  const days: number[] = [];
  if (riding.length < FEWEST_WITH_LONG_DAYS || hard.includes(long)) return days;
  let [before, after] = [long - 1, long + 1];
  while (days.length < wanted - 1) {
    if (isFree(after)) days.push(after++);
    else if (isFree(before)) days.push(before--);
    else break;
  }
  return days;
}

const mostRoom = ({ open, room }: TemplateWish): number => Math.max(1, ...room.filter((_, day) => open[day] === true));
