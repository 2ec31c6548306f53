import type { Rider } from "../../athlete/rider.ts";
import { ridingSets } from "../../rules/capacity.ts";

/** Which weekdays ride, which is the long day and which are hard. Monday is 0. */
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
  /** Weekday of last week's long ride: the day after it should be easy. */
  readonly lastLong: number | undefined;
  /** Days that should be neighbours of the long day: two long days in a row. */
  readonly wantsPair: boolean;
  readonly before: WeekTemplate | undefined;
  /** Weekdays that the long ride belongs on before all others; empty for none. */
  readonly longOn: readonly number[];
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
  sameDay: 5,
  sameLong: 12,
} as const;

/** The best week for a wish: every set of riding days, long day and hard days is tried, and the most points win. */
export function chooseTemplate(rider: Rider, wish: TemplateWish): WeekTemplate | undefined {
  let best: { template: WeekTemplate; points: number } | undefined;
  for (const set of ridingSets(rider, wish.open)) {
    const riding = set.flatMap((isRiding, day) => (isRiding ? [day] : []));
    for (const long of riding) {
      for (const hard of hardChoices({ riding, long, wish })) {
        const template = { riding, long, hard };
        const points = pointsOf(template, wish);
        if (best === undefined || points > best.points + 1e-9) best = { template, points };
      }
    }
  }
  return best?.template;
}

function hardChoices({
  riding,
  long,
  wish,
}: {
  riding: readonly number[];
  long: number;
  wish: TemplateWish;
}): number[][] {
  const may = (riding.length === 1 ? riding : riding.filter((day) => day !== long)).filter(
    (day) => day >= wish.firstHard,
  );
  const choices: number[][] = [[]];
  if (wish.hardDays >= 1) choices.push(...may.map((day) => [day]));
  if (wish.hardDays >= 2)
    choices.push(...may.flatMap((a) => may.filter((b) => b >= a + 2 && a + 7 >= b + 2).map((b) => [a, b])));
  return choices;
}

function pointsOf({ riding, long, hard }: WeekTemplate, wish: TemplateWish): number {
  const room = (day: number): number => wish.room[day] ?? 0;
  const beside = Math.max(wish.longMinutes, wish.weekMinutes / riding.length);
  const total = riding.reduce(
    (sum, day) => sum + Math.min(room(day), day === long ? Number.POSITIVE_INFINITY : beside),
    0,
  );
  let points = POINTS.minutes * Math.min(1, total / wish.weekMinutes);
  points -= POINTS.perRide * Math.abs(riding.length - wish.rideCount);
  points += POINTS.perHardDay * hard.length;
  points += POINTS.longMinutes * Math.min(1, room(long) / Math.min(wish.longMinutes, mostRoom(wish)));
  if (long >= 5) points += POINTS.weekendLong + (long === 6 ? 1 : 0);
  if (wish.longOn.includes(long)) points += POINTS.wantedLong;
  for (const day of hard) {
    if (day === (long + 1) % 7 || (wish.lastLong !== undefined && day === (wish.lastLong + 1) % 7 && day < long))
      points -= POINTS.hardAfterLong;
    if (day === long - 1) points -= POINTS.hardBeforeLong;
  }
  if (hard.length === 2)
    points += POINTS.spread * Math.min(3, (hard[1] ?? 0) - (hard[0] ?? 0), (hard[0] ?? 0) + 7 - (hard[1] ?? 0));
  for (const day of riding) if (riding.includes((day + 1) % 7)) points -= POINTS.neighbours;
  if (wish.wantsPair && (riding.includes(long - 1) || riding.includes(long + 1))) {
    const mate = riding.includes(long - 1) ? long - 1 : long + 1;
    points += hard.includes(mate) ? 0 : POINTS.pair;
  }
  return points + sameness({ riding, long, hard }, wish.before);
}

const mostRoom = ({ open, room }: TemplateWish): number => Math.max(1, ...room.filter((_, day) => open[day] === true));

function sameness({ riding, long, hard }: WeekTemplate, before: WeekTemplate | undefined): number {
  if (before === undefined) return 0;
  let points = long === before.long ? POINTS.sameLong : 0;
  for (const day of riding) points += before.riding.includes(day) ? POINTS.sameDay : -POINTS.sameDay;
  for (const day of hard) if (before.hard.includes(day)) points += POINTS.sameDay;
  return points;
}
