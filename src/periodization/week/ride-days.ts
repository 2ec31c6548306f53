import { BEGINNER_FIRST_WEEKS, hardDayLimit, hardDayLoad, isEasyOnly } from "../../rules/limits.ts";
import { besideIn } from "../season/event-weeks.ts";
import type { SeasonWeek } from "../season/season.ts";
import { hardDaysBeside, longDaysWanted } from "./long-days.ts";
import type { PlanBasis } from "./plan-basis.ts";
import type { Progress } from "./progress.ts";
import { easyLoad } from "./ride-load.ts";
import { weekLadders } from "./week-sessions.ts";

/** Rides of a week by its minutes (training science 4.2); beginners ride at most four times unless their days are short. */
export function usualRides(minutes: number, level: "beginner" | "intermediate" | "advanced"): number {
  const rideCount = minutes < 110 ? 2 : minutes <= 240 ? 3 : minutes <= 420 ? 4 : 5;
  return level === "beginner" ? Math.min(rideCount, 4) : rideCount;
}

interface WeekAhead extends Progress {
  readonly weekMinutes: number;
  /** What the long ride wishes to be. */
  readonly longMinutes: number;
}

/** Most hard days of a load week, its tests among them. */
export function hardDaysWanted(basis: PlanBasis, week: SeasonWeek, progress: WeekAhead): number {
  const { rider } = basis;
  if (isEasyOnly(rider, week.number)) return 0;
  const limit = Math.min(
    2 - hardLongDays(basis, week, progress),
    hardDayLimit(rider, progress.weekMinutes / 60, week.number),
  );
  const rideCount = usualRides(progress.weekMinutes, rider.level);
  const isEasyAim = rideCount < 3 || weekLadders(basis, week, progress).second[0] === "endurance";
  const beside = hardDaysBeside({
    longDays: longDaysWanted(basis.season, week),
    weekMinutes: progress.weekMinutes,
    phase: week.phase,
  });
  const events = besideIn(week).length;
  if (beside < limit) return Math.max(0, beside - events);
  const wanted = rider.level === "beginner" && week.number <= BEGINNER_FIRST_WEEKS ? 1 : isEasyAim ? 1 : limit;
  return Math.max(0, wanted - events);
}

/** From 60 on a long ride with work of the event in it, and the load of a hard day, is one of the two hard days of its week (2.5, 4.3). */
const hardLongDays = (basis: PlanBasis, week: SeasonWeek, ahead: WeekAhead): number =>
  Number(
    basis.rider.ageBand === "60plus" &&
      weekLadders(basis, week, ahead).long !== "long_ride" &&
      easyLoad(ahead.longMinutes) >= hardDayLoad(ahead.fitness.ctl),
  );
