import { SHORTEST_RIDE_MINUTES } from "../../athlete/rider.ts";
import type { SeasonWeek } from "../season/season.ts";
import { LONG_EVENT, longestForEvent, longestWanted } from "./long-ride.ts";
import type { PlanBasis } from "./plan-basis.ts";
import type { Progress } from "./progress.ts";
import type { TemplateWish } from "./week-template.ts";

/** Weeks of more rides than this have room for the long ride that the rider knows. */
const FEW_RIDES = 3;
/** A hard day beside the long ride takes so much: in a week as it is, and where it is the only other ride. Minutes. */
const HARD_DAY = { usual: 55, alone: 60 };
/** In build every second load week keeps the rider's own long ride; the other holds its rides as usual. */
const BUILD_TURNS = 2;

/** A week that has fewer rides so that its long one can be what the rider rides today. */
export interface OwnLongWeek {
  readonly rideCount: number;
  readonly hardDays: number;
  /** Minutes of the long ride. */
  readonly minutes: number;
}

interface At {
  readonly week: SeasonWeek;
  readonly progress: Progress;
  readonly weekMinutes: number;
  readonly rideCount: number;
  /** Most minutes of each weekday. */
  readonly room: readonly number[];
}

const isWholeLoad = ({ season }: PlanBasis, week: SeasonWeek): boolean =>
  week.kind === "load" && week.firstDay + 7 <= season.taperFrom;

/** True in the last whole week of the peak before an event of more hours than a single ride prepares. */
function isLongestWeek({ season, ...basis }: PlanBasis, week: SeasonWeek): boolean {
  const last = season.weeks.findLast((one) => isWholeLoad({ season, ...basis }, one) && one.phase === "peak");
  return (season.event?.hours ?? 0) > LONG_EVENT.hours && last?.number === week.number;
}

/** Two days in a row share what one long ride would take: such a week prepares in its own way. */
const hasTwoInARow = ({ open }: SeasonWeek, room: readonly number[], least: number): boolean =>
  open.some((isOpen, day) => isOpen && open[day + 1] === true && (room[day] ?? 0) + (room[day + 1] ?? 0) >= least);

/**
 * The week of few rides whose long ride would stay below what the rider rides today and the event asks for as much: the easy
 * ride gives its minutes to it, once in the peak of a very long event the hard one too (12.3). Undefined for all others.
 */
export function ownLongWeek(basis: PlanBasis, at: At): OwnLongWeek | undefined {
  const { rider, season } = basis;
  const { week, progress, weekMinutes, rideCount, room } = at;
  if (season.event === undefined || week.phase === "base" || !isWholeLoad(basis, week)) return undefined;
  if (rideCount > FEW_RIDES || rideCount < 2) return undefined;
  const most = Math.max(0, ...room.filter((_, day) => week.open[day] === true));
  const own = Math.min(rider.longestRecentMinutes, most);
  if (longestForEvent(season.event) < own || hasTwoInARow(week, room, own)) return undefined;
  if (weekMinutes - HARD_DAY.usual - (rideCount - 2) * SHORTEST_RIDE_MINUTES >= own) return undefined;
  if (week.phase === "build" && progress.turns.build % BUILD_TURNS === 0) return undefined;
  if (isLongestWeek(basis, week)) {
    const minutes = Math.min(longestWanted(basis, week.phase), most, weekMinutes - SHORTEST_RIDE_MINUTES);
    return { rideCount: 2, hardDays: 0, minutes };
  }
  return { rideCount: 2, hardDays: 1, minutes: Math.min(own, weekMinutes - HARD_DAY.alone) };
}

/** What such a week asks of its days. */
export const wishOf = (usual: TemplateWish, own: OwnLongWeek | undefined): TemplateWish =>
  own === undefined
    ? usual
    : {
        ...usual,
        rideCount: own.rideCount,
        hardDays: Math.min(own.hardDays, usual.hardDays),
        longMinutes: own.minutes,
      };

interface LongWish {
  readonly ideal: number;
  readonly least: number;
  readonly comfortable: number;
}

/** A long ride that is at least what the rider rides today. */
export const longOf = (wish: LongWish, own: OwnLongWeek | undefined): LongWish => {
  const minutes = own?.minutes ?? 0;
  return {
    ideal: Math.max(wish.ideal, minutes),
    least: Math.max(wish.least, minutes),
    comfortable: Math.max(wish.comfortable, minutes),
  };
};
