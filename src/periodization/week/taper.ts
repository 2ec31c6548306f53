import { addDays, type CalendarDate } from "../../base/calendar.ts";
import { hasOwnDays } from "../../athlete/rider-in-week.ts";
import { SHORTEST_RIDE_MINUTES, type Rider } from "../../athlete/rider.ts";
import { clamp, mean, sum } from "../../base/numbers.ts";
import {
  HARD_DAY_SPACING,
  BEGINNER_FIRST_WEEKS,
  highestPowerIn,
  workLimitsIn,
  MOST_RIDING_DAYS,
  TAPER_CUT,
  vo2Spacing,
} from "../../rules/limits.ts";
import { styleOf, styleTypeOf } from "../intake/events.ts";
import { besideIn } from "../season/event-weeks.ts";
import type { Season, SeasonWeek } from "../season/season.ts";
import { nextSession } from "./next-session.ts";
import { openersRide } from "./openers.ts";
import type { PlanBasis } from "./plan-basis.ts";
import type { PlannedRide, RideWish } from "./planned-ride.ts";
import { givenMinutes, hardGiven, type Progress } from "./progress.ts";
import { thinned, type TaperWish } from "./taper-wishes.ts";
import { rested } from "./ridden-anyway.ts";
import { enduranceRide, sessionRide } from "./ride-kinds.ts";
import { shareMinutes, wholeWeek } from "./share-minutes.ts";
import { easedMost } from "./week-hours.ts";
import { weekLadders } from "./week-sessions.ts";

/** A ride of the taper with its day in the plan. */
export interface TaperRide extends PlannedRide {
  readonly day: number;
}

/** The last hard session lies this many days before the event: nearer for short, sharp events (training science 3.4). */
const LAST_HARD_DAYS = { sharp: 4, usual: 5 };
const SHARP = ["criterium", "cyclocross", "time_trial"];
/** No more than two short quality sessions in seven days. */
const TOUCH_SPACING = 3;

/** What the days of a week before its taper hold. Days of the plan. */
interface BeforeTaper {
  readonly hardBefore: readonly number[];
  readonly vo2Before: number;
  /** The long ride of that week is among them. */
  readonly longBefore: boolean;
}

/**
 * The days of the taper, counted back from the event: the usual riding days, 41 to 60 % less riding, two short quality
 * sessions at the usual power, openers on the last ride day before the event (training science 3.4; rules 24, 27).
 */
export function planTaper(basis: PlanBasis, progress: Progress, before: BeforeTaper): TaperRide[] {
  const { season } = basis;
  const { weeks } = season;
  const eventDay = season.eventDay ?? 0;
  const usual = usualMinutes(basis.rider, progress);
  const usualPlanned = Math.max(0, usual - mean(progress.lastLoads.slice(-3).map(({ week }) => week.given.minutes)));
  const style = styleOf(season.event ?? { type: "other", hours: 2 });
  const volume = (usual * season.taperDays) / 7;
  const anyway = sum(
    weeks.map((week) =>
      givenMinutes(week, (weekday) => {
        const day = week.firstDay + weekday;
        return day >= season.taperFrom && day < eventDay;
      }),
    ),
  );
  const days = taperDaysToRide(basis, progress, weeks);
  const touches = touchDays(basis, days, before.hardBefore);
  let lastVo2 = Math.max(progress.lastVo2, before.vo2Before);
  const wishes = days.map((day) => {
    const wish = taperWish(basis, progress, {
      day,
      weeks,
      usual: usualPlanned,
      isTouch: touches.includes(day),
      isOpeners: eventDay - day <= 2 && day === days.at(-1),
      lastVo2,
      mayBeLong: !before.longBefore || day >= Math.ceil(season.taperFrom / 7) * 7,
    });
    if (wish.isVo2) lastVo2 = day;
    return wish;
  });
  const most = volume * (1 - TAPER_CUT.low - 0.01) - anyway;
  const least = volume * (1 - TAPER_CUT.high + 0.01) - anyway;
  const total = clamp(volume * (1 - (basis.tuning.taperCut ?? style.cut)) - anyway, Math.min(least, most), most);
  const kept = thinned(wishes, most, anyway > 0);
  return taperWeeks(season, kept, total).flatMap(({ wishes, minutes }) =>
    shareMinutes(wishes, wholeWeek(minutes)).map((wish, i) => ({ ...wish, day: wishes[i]?.day ?? eventDay })),
  );
}

/** Minutes ridden on a weekday in the last load weeks, on average; undefined where none rode then. */
function usualOn({ lastLoads }: Progress, weekday: number): number | undefined {
  const rides = lastLoads.flatMap((week) => week.rides.filter((ride) => ride.weekday === weekday));
  return rides.length === 0 ? undefined : mean(rides.map((ride) => ride.minutes));
}

/** How much of a day's riding is left when the event is near, and what each day farther from it adds. */
const NEAR_EVENT = { share: 0.45, perDay: 0.06 };
const dayShare = (daysLeft: number): number => Math.min(1, NEAR_EVENT.share + NEAR_EVENT.perDay * daysLeft);

interface TaperWeek {
  readonly wishes: readonly TaperWish[];
  readonly minutes: number;
}

/**
 * The taper's rides by calendar week, each week with its part of the minutes: by its days, whichever of them ride. What a week
 * cannot hold, or what its rides need beyond its part, is the other week's.
 */
function taperWeeks(season: Season, wishes: readonly TaperWish[], total: number): TaperWeek[] {
  const eventDay = season.eventDay ?? 0;
  const weeks = season.weeks
    .map(({ firstDay }) => {
      const days = Array.from({ length: 7 }, (_, i) => firstDay + i);
      const inTaper = days.filter((day) => day >= season.taperFrom && day < eventDay);
      return {
        wishes: wishes.filter((wish) => days.includes(wish.day)),
        share: sum(wishes.filter((wish) => inTaper.includes(wish.day)).map((wish) => wish.ideal)),
      };
    })
    .filter(({ wishes }) => wishes.length > 0);
  const all = sum(weeks.map(({ share }) => share));
  const held = weeks.map(({ wishes, share }) => heldBy(wishes, (total * share) / all));
  let left = total - sum(held);
  return weeks.map(({ wishes }, i) => {
    const minutes = heldBy(wishes, (held[i] ?? 0) + left);
    left -= minutes - (held[i] ?? 0);
    return { wishes, minutes };
  });
}

/** Minutes as near to those asked as the rides hold. */
const heldBy = (wishes: readonly TaperWish[], minutes: number): number =>
  clamp(minutes, sum(wishes.map((wish) => wish.least)), sum(wishes.map((wish) => wish.most)));

/** Minutes of a usual week before the taper: what its cut is measured against. */
export const usualMinutes = ({ recentMinutes }: Pick<Rider, "recentMinutes">, { lastLoads }: Progress): number =>
  lastLoads.length > 0 ? mean(lastLoads.slice(-3).map((week) => week.minutes)) : recentMinutes;

const isOpen = (weeks: readonly SeasonWeek[], day: number): boolean => {
  const week = weeks.find((w) => day >= w.firstDay && day < w.firstDay + 7);
  return week?.open[day - week.firstDay] === true;
};

const dateOf = (weeks: readonly SeasonWeek[], day: number): CalendarDate =>
  addDays(weeks[0]?.start ?? "1970-01-05", day);

/** The riding days of the usual week that fall into the taper; rest on the day before the event unless it is free for openers. */
function taperDaysToRide(basis: PlanBasis, progress: Progress, weeks: readonly SeasonWeek[]): number[] {
  const { season, rider } = basis;
  const eventDay = season.eventDay ?? 0;
  const riding =
    progress.template?.riding ?? rider.days.flatMap((day, i) => (day.available ? [i] : [])).slice(0, MOST_RIDING_DAYS);
  const days: number[] = [];
  let openers: number | undefined;
  for (let day = season.taperFrom; day < eventDay; day++) {
    if (day < 0 || !isOpen(weeks, day)) continue;
    if (eventDay - day === 1 || (eventDay - day === 2 && !isOpen(weeks, eventDay - 1))) openers = day;
    else if (riding.includes(day % 7) || hasOwnDays(rider, dateOf(weeks, day))) days.push(day);
  }
  const all = openers === undefined ? days : [...days, openers];
  return weeks.flatMap((week) => {
    const inWeek = all.filter((day) => day >= week.firstDay && day < week.firstDay + 7);
    const eventDays = Math.max(
      0,
      Math.min(week.firstDay + 7, eventDay + (season.event?.days ?? 1)) - Math.max(week.firstDay, eventDay),
    );
    const kept = inWeek.slice(-Math.max(1, MOST_RIDING_DAYS - eventDays - besideIn(week).length));
    return week.given.minutes === 0 ? kept : rested(rider, week, kept);
  });
}

/** A day near another event stays easy in a taper, too. */
const isKeptEasy = (weeks: readonly SeasonWeek[], day: number): boolean =>
  weeks.some(({ around, firstDay }) => around?.easy.includes(day - firstDay) === true);

function touchDays(basis: PlanBasis, days: readonly number[], hardBefore: readonly number[]): number[] {
  const { season, rider } = basis;
  const perWeek = (day: number): number => (rider.level === "beginner" && day < BEGINNER_FIRST_WEEKS * 7 ? 1 : 2);
  const eventDay = season.eventDay ?? 0;
  const type = season.event === undefined ? "other" : styleTypeOf(season.event.type, season.event.hours);
  const clear = SHARP.includes(type) ? LAST_HARD_DAYS.sharp : LAST_HARD_DAYS.usual;
  const touches: number[] = [];
  const hardAnyway = season.weeks.flatMap((week) => hardGiven(week));
  for (const day of [...days].reverse()) {
    const others = [...touches, ...hardBefore.filter((other) => !hardAnyway.includes(other)), ...hardAnyway];
    const sameWeek = others.filter((other) => Math.floor(other / 7) === Math.floor(day / 7)).length;
    if (
      eventDay - day < clear ||
      isKeptEasy(season.weeks, day) ||
      sameWeek >= perWeek(day) ||
      hardBefore.some((other) => day - other < HARD_DAY_SPACING) ||
      hardAnyway.some((other) => Math.abs(day - other) < HARD_DAY_SPACING)
    )
      continue;
    if (
      touches.every((other) => other - day >= TOUCH_SPACING) &&
      touches.length < Math.ceil((season.taperDays * 2) / 7)
    )
      touches.push(day);
  }
  return touches.reverse();
}

interface TaperInput {
  readonly day: number;
  readonly weeks: readonly SeasonWeek[];
  /** Planned minutes of a usual week. */
  readonly usual: number;
  readonly isTouch: boolean;
  readonly isOpeners: boolean;
  /** Last day with efforts above 105 % before this one. */
  readonly lastVo2: number;
  /** False in a week whose long ride came before the taper: one is enough. */
  readonly mayBeLong: boolean;
}

function taperWish(basis: PlanBasis, progress: Progress, input: TaperInput): TaperWish {
  const { season, rider } = basis;
  const eventDay = season.eventDay ?? 0;
  const week = input.weeks.find((w) => input.day >= w.firstDay && input.day < w.firstDay + 7);
  const weekday = input.day - (week?.firstDay ?? 0);
  const perRide = input.usual / Math.max(1, progress.template?.riding.length ?? 3);
  const usual = (input.mayBeLong ? usualOn(progress, weekday) : undefined) ?? perRide;
  const ideal = usual * dayShare(eventDay - input.day);
  const dayMost = Math.min(week?.room[weekday] ?? 0, easedMost(week, weekday));
  const longest = Math.min(dayMost, progress.longestPlanned || progress.longestMinutes);
  const most = Math.max(SHORTEST_RIDE_MINUTES, Math.min(longest, Math.max(perRide * 1.1, ideal)));
  const room = { weekday, most, ideal };
  if (input.isOpeners) {
    const mayOpen = week === undefined || highestPowerIn(basis.rider, week.number) > 1.2;
    return { ...openersRide(basis, room, mayOpen), day: input.day };
  }
  const lastLong =
    week === undefined || !input.mayBeLong ? undefined : lastLongRide(basis, progress, { ...input, week, room });
  if (lastLong !== undefined) return { ...lastLong, day: input.day };
  if (input.isTouch && week !== undefined) {
    const turn =
      eventDay - input.day <= 7 ? weekLadders(basis, week, progress).first : weekLadders(basis, week, progress).second;
    const session = nextSession({ ladderForms: basis.ladderForms, riddenRungs: progress.riddenRungs, rider }, turn, {
      seconds: Math.max(most, 45) * 60 * 1.2,
      workSeconds: 60 * 60,
      highestPower: highestPowerIn(basis.rider, week.number),
      efforts: workLimitsIn(basis.rider, week.number),
      mayBeVo2: input.day - input.lastVo2 >= vo2Spacing(rider),
      phase: "taper",
      advance: false,
    });
    if (session !== undefined && sessionRide(room, session, { role: "key", dose: "reduced" }).least <= most)
      return { ...sessionRide(room, session, { role: "key", dose: "reduced" }), day: input.day };
  }
  return { ...enduranceRide(room, "easy"), day: input.day };
}

/** The long ride of the taper's first days keeps half of its firm work: the last reminder of what the event asks (3.4, 12.3). */
const LAST_LONG = { daysBefore: 7, shortestMinutes: 120 };

function lastLongRide(
  basis: PlanBasis,
  progress: Progress,
  at: { day: number; week: SeasonWeek; room: { weekday: number; most: number; ideal: number } },
): RideWish | undefined {
  const { long } = weekLadders(basis, at.week, progress);
  const isLongDay = progress.template?.long === at.room.weekday;
  const isEarly = (basis.season.eventDay ?? 0) - at.day >= LAST_LONG.daysBefore;
  if (long === "long_ride" || !isLongDay || !isEarly || at.room.ideal < LAST_LONG.shortestMinutes) return undefined;
  const sources = { ladderForms: basis.ladderForms.easy(), riddenRungs: progress.riddenRungs, rider: basis.rider };
  const session = nextSession(sources, [long], {
    seconds: at.room.most * 60,
    workSeconds: at.room.ideal * 60,
    highestPower: highestPowerIn(basis.rider, at.week.number),
    efforts: workLimitsIn(basis.rider, at.week.number),
    mayBeVo2: false,
    phase: "taper",
    advance: false,
    startsLow: true,
  });
  const ride = session && sessionRide(at.room, session, { role: "long", dose: "reduced" });
  return ride !== undefined && ride.least <= at.room.most ? ride : undefined;
}
