import { timeWords } from "../base/time-words.ts";
import type { Readiness, PlanEvent } from "../plan/event-schema.ts";
import {
  FITNESS_SHARE,
  fitnessBrought,
  LONG_EVENT_HOURS,
  LONGEST_RIDE_SHARE,
  TWO_DAYS_SHARE,
  type ReadyShare,
} from "./event-demands.ts";
import { fitnessAtEnds, fitnessOfAnHour } from "./fitness-cost.ts";
import { firstWeekLimit, LONG_RIDE_SHARE, longestRideAllowed, weekGrowthLimit } from "./limits.ts";
import { taperStart, type DayView, type PlanView } from "./view.ts";

type State = Readiness["state"];
type ReadyReason = Readiness["reasons"][number];

/** One thing to change. Of two of a kind the larger stands for both. */
interface Change {
  readonly kind: "days" | "hours" | "later" | "shorter";
  /** Minutes, hours or weeks. */
  readonly amount: number;
  readonly text: string;
}

/** One side of readiness, and what would change it where it falls short. */
interface Side {
  readonly reason: ReadyReason;
  readonly change: Change | undefined;
}

/** More hours a week than this are no small change: a later event is named instead. */
const MOST_MORE_HOURS = 4;
/** A load week of four is a recovery week (2.4): growth of the longest ride counts three of four. */
const WEEKS_PER_LOAD_WEEK = 4 / 3;
/** Two days in a row are at most this much of a week's riding (ours). */
export const TWO_DAYS_OF_WEEK = 0.8;
/** Growing is not counted beyond a season. */
const MOST_GROWING_WEEKS = 52;

const stateOf = (share: number, { green, red }: ReadyShare): State =>
  // Whole percents, as they are told: 59.6 is 60.
  Math.round(share * 100) >= green * 100 ? "green" : Math.round(share * 100) < red * 100 ? "red" : "amber";
const percent = (share: number): number => Math.round(share * 100);
const inFives = (minutes: number): number => Math.ceil(minutes / 5 - 1e-6) * 5;
/** True for an event of more hours than one day prepares: its longest riding is two days in a row. */
export const countsTwoDays = ({ hours, days }: PlanEvent): boolean => days === 1 && hours > LONG_EVENT_HOURS;

/** How ready a plan makes for its event, counted before the taper; undefined where there is none. A plan that is not yet is a plan. */
export function readinessOf(view: PlanView): Readiness | undefined {
  const { event } = view;
  if (event === undefined || view.eventIndex === undefined) return undefined;
  const sides = [longestSide(view, event), fitnessSide(view, event)];
  const states = sides.map(({ reason }) => reason.state);
  return {
    state: states.includes("red") ? "red" : states.includes("amber") ? "amber" : "green",
    reasons: sides.map(({ reason }) => reason),
    changes: changesOf(sides),
  };
}

function changesOf(sides: readonly Side[]): string[] {
  const byKind = new Map<Change["kind"], Change>();
  for (const { change } of sides) {
    const other = change && byKind.get(change.kind);
    if (change !== undefined && (other === undefined || change.amount > other.amount)) byKind.set(change.kind, change);
  }
  return Array.from(byKind.values(), ({ text }) => text);
}

/** Minutes of the longest ride before the taper, or of the longest two days in a row where those count. */
export function longestBefore(view: PlanView, event: PlanEvent): number {
  if (!countsTwoDays(event)) return longestRideBefore(view);
  const days = daysBefore(view);
  const minutes = (day: DayView | undefined): number => (day?.rideSeconds ?? 0) / 60;
  return Math.max(0, ...days.map((day, i) => minutes(day) + minutes(days[i + 1])));
}

/** The days before the taper. */
const daysBefore = (view: PlanView): readonly DayView[] =>
  view.days.slice(0, Math.min(taperStart(view), view.eventIndex ?? view.days.length));

export const longestRideBefore = (view: PlanView): number =>
  Math.max(0, ...daysBefore(view).flatMap((day) => day.rides.map((ride) => ride.measure.seconds / 60)));

function longestSide(view: PlanView, event: PlanEvent): Side {
  const isTwo = countsTwoDays(event);
  const wanted = isTwo ? TWO_DAYS_SHARE : LONGEST_RIDE_SHARE;
  const minutes = Math.round(longestBefore(view, event));
  const eventMinutes = Math.round(event.hours * 60);
  const share = minutes / eventMinutes;
  const state = stateOf(share, wanted);
  const what = isTwo ? "longest two days in a row" : "longest ride";
  const of = event.days > 1 ? "the longest day" : "the event";
  const aim = state === "green" ? "" : ` (on track from ${percent(wanted.green)} %)`;
  return {
    reason: {
      id: "longest-ride",
      state,
      text:
        share >= 1
          ? `${what} ${timeWords(minutes)}, as long as ${of} or longer`
          : `${what} ${timeWords(minutes)}, ${percent(share)} % of ${of}${aim}`,
      numbers: { minutes, event_minutes: eventMinutes, share: percent(share), ...shareNumbers(wanted) },
    },
    change: state === "green" ? undefined : longestChange(view, event, inFives(eventMinutes * wanted.green)),
  };
}

const shareNumbers = ({ green, red }: ReadyShare): Record<string, number> => ({
  on_track_from: percent(green),
  not_yet_below: percent(red),
});

/** Most minutes that one day, or two in a row, hold of riding. */
export function roomFor({ rider }: PlanView, isTwo: boolean): number {
  const day = (i: number): number => {
    const limit = rider.days[i % 7];
    return limit?.available === true ? Math.min(limit.maxMinutes, rider.longestAllowedMinutes) : 0;
  };
  return Math.max(...rider.days.map((_, i) => day(i) + (isTwo ? day(i + 1) : 0)));
}

/** What lets the longest riding reach `needed` minutes: the limit that binds first is the one to change. */
function longestChange(view: PlanView, event: PlanEvent, needed: number): Change {
  const { rider } = view;
  const isTwo = countsTwoDays(event);
  const room = roomFor(view, isTwo);
  const most = rider.longestAllowedMinutes * (isTwo ? 2 : 1);
  if (most < needed) return { kind: "shorter", amount: 0, text: "a shorter event of its kind first" };
  if (room < needed)
    return {
      kind: "days",
      amount: needed,
      text: isTwo
        ? `two days in a row with ${timeWords(needed)} together (yours hold ${timeWords(room)})`
        : `a day with ${timeWords(needed)} (your longest holds ${timeWords(room)})`,
    };
  const week = needed / (isTwo ? TWO_DAYS_OF_WEEK : LONG_RIDE_SHARE.high);
  const moreHours = Math.ceil((week - rider.ceilingMinutes) / 60);
  if (moreHours > 0) return hoursChange(moreHours);
  const weeks = weeksToGrow(view, { week, longest: needed / (isTwo ? 2 : 1) });
  return weeks > 0 ? laterChange(weeks) : hoursChange(1);
}

const hoursChange = (hours: number, note = ""): Change => ({
  kind: "hours",
  amount: hours,
  text: `${hours === 1 ? "about an hour" : `about ${hours} hours`} more a week${note}`,
});

const laterChange = (weeks: number): Change => ({
  kind: "later",
  amount: weeks,
  text: `an event about ${weeks} week${weeks === 1 ? "" : "s"} later`,
});

/** Weeks that the plan is too short by for its week and its longest ride to grow so far from what the rider rides now. */
export function weeksToGrow({ rider, weeks }: PlanView, wanted: { week: number; longest: number }): number {
  let needed = 0;
  let minutes = firstWeekLimit(rider.recentMinutes);
  let longest = rider.longestRecentMinutes;
  while ((minutes < wanted.week || longest < wanted.longest) && needed < MOST_GROWING_WEEKS) {
    needed++;
    minutes = weekGrowthLimit(rider.level, minutes);
    longest = longestRideAllowed(longest);
  }
  const has = weeks.filter((week) => week.isLoad && !week.touchesTaper).length;
  return Math.ceil((needed - has) * WEEKS_PER_LOAD_WEEK);
}

function fitnessSide(view: PlanView, event: PlanEvent): Side {
  const { end } = fitnessAtEnds(view);
  const brought = fitnessBrought(event);
  const state = stateOf(end / brought, FITNESS_SHARE);
  return {
    reason: {
      id: "fitness",
      state,
      text: `fitness ${Math.round(end)} on its morning, where riders of such events bring ${Math.round(brought)} or more`,
      numbers: {
        fitness: Math.round(end),
        brought: Math.round(brought),
        share: percent(end / brought),
        ...shareNumbers(FITNESS_SHARE),
      },
    },
    change: state === "green" ? undefined : fitnessChange(view, brought * FITNESS_SHARE.green - end),
  };
}

/** Hours more a week that bring these points of fitness, or another event where they would be many. */
function fitnessChange(view: PlanView, missing: number): Change {
  const hour = fitnessOfAnHour(view);
  const hours = hour > 0 ? Math.ceil(missing / hour) : Number.POSITIVE_INFINITY;
  if (hours > MOST_MORE_HOURS) return { kind: "later", amount: 0, text: "a later or a shorter event" };
  const points = Math.round(hour);
  return hoursChange(hours, ` (an hour brings about ${points} point${points === 1 ? "" : "s"} of fitness)`);
}
