import { timeWords } from "../../base/time-words.ts";
import type { CalendarDate } from "../../base/calendar.ts";
import { PlanError } from "../../base/errors.ts";
import { shortDay } from "../../base/date-words.ts";
import { sum } from "../../base/numbers.ts";
import type { Intent } from "../../plan/change-schema.ts";
import type { Week } from "../../plan/schema.ts";
import { counted } from "../../report/units.ts";
import { isTraining } from "../../workout/rides.ts";
import type { Reason, Workout } from "../../workout/schema.ts";
import {
  changedDates,
  isFixed,
  profileOf,
  plannedRide,
  rideMinutes,
  stateOn,
  withDay,
  withLived,
  withProfile,
  type Edit,
} from "./edit.ts";
import { newFindings } from "./check.ts";
import { rideDay } from "./ride-day.ts";
import { easyWish, isBesideKeys, isEasyRide, shortened } from "./shorter.ts";
import { chosen, way, type Way } from "./way.ts";

const SHORTEST = 30;

interface Aim {
  /** Minutes of the week. */
  readonly most: number;
  readonly why: Reason;
}

interface Open {
  readonly date: CalendarDate;
  readonly ride: Workout;
}

const openRides = (edit: Edit, week: Week): Open[] =>
  [...new Set(week.workouts.map(({ date }) => date))].flatMap((date): Open[] => {
    const ride = isFixed(edit, date) ? undefined : plannedRide(stateOn(edit, date));
    return ride === undefined ? [] : [{ date, ride }];
  });

const minutesOf = (edit: Edit, week: Week): number =>
  sum(
    [...new Set(week.workouts.map(({ date }) => date))].flatMap((date) =>
      (stateOn(edit, date)?.workouts ?? []).filter(isTraining).map((ride) => ride.duration_min),
    ),
  );

/** A week in so many minutes: easy and long rides shorter in proportion, then all; the smallest easy ride goes where that is not enough. */
function shorterWeek(edit: Edit, week: Week, { most, why }: Aim): Edit {
  let next = edit;
  for (const onlyEasy of [true, false]) {
    const over = minutesOf(next, week) - most;
    if (over <= 0) return next;
    const rides = openRides(next, week).filter(({ ride }) => !onlyEasy || isBesideKeys(ride));
    const total = sum(rides.map(({ ride }) => ride.duration_min));
    const least = onlyEasy ? 45 : SHORTEST;
    for (const { date, ride } of rides) {
      const minutes = Math.max(least, ride.duration_min - Math.ceil((over * ride.duration_min) / total / 5) * 5);
      next = withLived(shortened(next, date, { minutes, why }), [chosen(date)]);
    }
  }
  for (const { date } of openRides(next, week).sort((a, b) => a.ride.duration_min - b.ride.duration_min)) {
    if (minutesOf(next, week) <= most) return next;
    next = withLived(shortened(next, date, { minutes: 0, why }), [chosen(date)]);
  }
  return next;
}

/** Longer easy rides as far as the week's minutes, the days and every rule allow. */
function longerWeek(edit: Edit, week: Week, { most, why }: Aim): Edit {
  const room = most - minutesOf(edit, week);
  const rides = openRides(edit, week).filter(({ ride }) => isEasyRide(ride));
  const total = sum(rides.map(({ ride }) => ride.duration_min));
  if (room < 10) return edit;
  for (const part of [1, 0.6, 0.3]) {
    let next = edit;
    for (const { date, ride } of rides) {
      const limit = rideMinutes(stateOn(edit, date)) ?? ride.duration_min;
      const wanted = Math.floor((ride.duration_min + (room * part * ride.duration_min) / total) / 5) * 5;
      const minutes = Math.min(wanted, limit);
      if (minutes <= ride.duration_min) continue;
      const state = rideDay(next, date, easyWish(minutes, why, ride.role === "long" ? "long" : "easy"));
      if (state !== undefined) next = withLived(withDay(next, date, state), [chosen(date, "more")]);
    }
    if (newFindings(next).every(({ rule }) => rule === USES_HOURS)) return next;
  }
  return edit;
}

/** The rule that the hours a rider has are ridden: one week alone cannot keep it. */
const USES_HOURS = "hours-used";
/** More hours than the weeks can take are tried in steps down to those of before; so many more no week takes in the middle of a plan. Hours. */
const STEP_DOWN = 0.5;
const MOST_MORE = 4;

/** More hours for good: as many of them as every rule lets the weeks take, and the plan is for so many then. */
function moreForGood(edit: Edit, weeks: readonly Week[], { hours, why }: { hours: number; why: Reason }): MoreHours {
  const before = profileOf(edit).weekly_hours_available;
  for (let aim = Math.min(hours, before + MOST_MORE); aim > before; aim -= STEP_DOWN) {
    const next = weeks.reduce(
      (one, week) => longerUnlessRecovery(one, week, { most: aim * 60, why }),
      withProfile(edit, { weekly_hours_available: aim }),
    );
    if (newFindings(next).length === 0) return { edit: next, hours: aim };
  }
  return { edit, hours: before };
}

interface MoreHours {
  readonly edit: Edit;
  /** Hours that the plan is for. */
  readonly hours: number;
}

const longerUnlessRecovery = (edit: Edit, week: Week, aim: Aim): Edit =>
  week.week_type === "recovery" ? edit : longerWeek(edit, week, aim);

/** Other hours in some weeks alone, or fewer for good. */
const otherWeeks = (edit: Edit, weeks: readonly Week[], { aim, isMore }: { aim: Aim; isMore: boolean }): Edit =>
  weeks.reduce((one, week) => {
    if (minutesOf(one, week) > aim.most) return shorterWeek(one, week, aim);
    return isMore ? longerUnlessRecovery(one, week, aim) : one;
  }, edit);

/** Other hours in some weeks, or from a day on: shorter before easier, and longer as far as the limits allow. */
export function hoursWays(edit: Edit, { hours, from, to }: Extract<Intent, { kind: "hours" }>): Way[] {
  if (hours > 25 || hours < 0.5)
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `${hours} h a week: expected 0.5 to 25 hours.`,
      hint: "Name the hours you can ride in a week.",
    });
  const profile = profileOf(edit);
  const before = profile.weekly_hours_available;
  const why: Reason = { id: "hours", text: `your ${timeWords(hours * 60)} a week`, numbers: { hours } };
  const plan = edit.start.plan.file.training_plan;
  const weeks = plan.weekly_plan.filter((week) => {
    const last = week.workouts.at(-1)?.date ?? week.start_date;
    return last >= from && (to === undefined || week.start_date <= to) && week.phase !== "taper";
  });
  const isMore = hours > before;
  const asked = withLived(edit, [chosen(edit.start.today, isMore ? "more" : "changed")]);
  const aim = { most: hours * 60, why };
  const { edit: next, hours: taken } =
    isMore && to === undefined
      ? moreForGood(asked, weeks, { hours, why })
      : { edit: otherWeeks(asked, weeks, { aim, isMore }), hours };
  const reach = to === undefined ? "from now on" : `to ${shortDay(to)}`;
  const changed = changedDates(edit, next).length;
  const costs =
    changed === 0
      ? `Changes nothing: the weeks ${reach} keep to ${timeWords(hours * 60)}, or no limit leaves room for more.`
      : `Changes ${counted(changed, "ride")} ${reach}: ${hours < before ? "shorter before easier" : "longer where your limits allow it"}.${taken < hours ? ` More than ${timeWords(taken * 60)} a week is not safe, or your days do not hold it.` : ""}`;
  return [way(next, costs, `${timeWords(hours * 60)} a week`)];
}
