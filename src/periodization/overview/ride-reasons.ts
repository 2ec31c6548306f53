import { timeWords } from "../../base/time-words.ts";
import { riderInWeek } from "../../athlete/rider-in-week.ts";
import { WEEKDAYS } from "../../base/calendar.ts";
import { isHeldEasy } from "../../athlete/easy-throughout.ts";
import type { Rider } from "../../athlete/rider.ts";
import type { OverviewWeek, TrainingDay } from "../../plan/schema.ts";
import type { Reason } from "../../workout/schema.ts";
import { ladderWords } from "../../workout/family-words.ts";
import type { PlannedRide } from "../week/planned-ride.ts";
import type { PlannedWeek } from "../week/progress.ts";

/** What of a ride its reasons rest on. */
type RideFacts = Pick<PlannedRide, "role" | "family" | "level" | "dose">;

interface Ridden {
  readonly day: number;
  readonly ride: RideFacts;
}

type Rungs = ReadonlyMap<string, { readonly level: number; readonly week: number }>;

/** Why each ride of each week is what it is, from what was decided: spacing, ladder, growth and the day's minutes. */
export function reasonsOf(weeks: readonly PlannedWeek[], rider: Rider): Reason[][][] {
  const before: Ridden[] = [];
  const rungs = new Map<string, { level: number; week: number }>();
  let longest = rider.longestRecentMinutes;
  return weeks.map(({ week, rides }) => {
    const days = rides.map((ride) => {
      const day = week.firstDay + ride.weekday;
      const reasons = [
        ...spacing(before, { day, ride }),
        ...ladder(rungs, ride),
        ...length(ride, { longest, limit: riderInWeek(rider, week.start).days[ride.weekday] }),
        ...role(ride, rider, isHeldEasy(rider, week.number)),
      ];
      before.push({ day, ride });
      if (ride.family !== undefined && ride.level !== undefined && ride.dose !== "reduced")
        rungs.set(ride.family, { level: ride.level, week: week.number });
      return reasons;
    });
    longest = Math.max(longest, ...rides.map((ride) => ride.minutes));
    return days;
  });
}

/** Reasons that name other days: they change when those do. */
const OF_OTHER_DAYS = ["hard-day-start", "hard-day-spacing", "ladder-level"];

const factsOf = ({ role = "easy", family, level, dose }: TrainingDay): RideFacts => ({ role, family, level, dose });

/** Weeks whose days were changed, with the reasons that name other days as they are now. */
export function respaced(weeks: readonly OverviewWeek[]): OverviewWeek[] {
  const before: Ridden[] = [];
  const rungs = new Map<string, { level: number; week: number }>();
  return weeks.map((week, i) => ({
    ...week,
    training_days: week.training_days.map((day, weekday) => {
      if (day.target_minutes <= 0 || day.role === "event") return day;
      const now: Ridden = { day: i * 7 + weekday, ride: factsOf(day) };
      const fresh = [...spacing(before, now), ...ladder(rungs, now.ride)];
      before.push(now);
      if (day.family !== undefined && day.level !== undefined && day.dose !== "reduced")
        rungs.set(day.family, { level: day.level, week: week.week_number });
      return { ...day, why: [...fresh, ...(day.why ?? []).filter(({ id }) => !OF_OTHER_DAYS.includes(id))] };
    }),
  }));
}

function spacing(before: readonly Ridden[], now: Ridden): Reason[] {
  if (now.ride.role !== "key" && now.ride.role !== "test") return [];
  const last = before.findLast(({ ride }) => ride.role === "key" || ride.role === "test" || ride.role === "long");
  if (last === undefined)
    return [
      {
        id: "hard-day-start",
        text: before.length > 0 ? "your first hard day, after an easy start" : "your first hard day",
        numbers: { day: now.day + 1 },
      },
    ];
  const hours = (now.day - last.day) * 24;
  const what = last.ride.role === "long" ? "long ride" : last.ride.role === "test" ? "test" : "hard day";
  return [
    {
      id: "hard-day-spacing",
      text: `${hours} h after ${WEEKDAYS[last.day % 7] ?? ""}'s ${what}`,
      numbers: { hours },
    },
  ];
}

function ladder(rungs: Rungs, ride: RideFacts): Reason[] {
  if (ride.level === undefined || ride.family === undefined || ride.role === "openers") return [];
  const name = ladderWords(ride.family);
  const last = rungs.get(ride.family);
  const numbers =
    last === undefined ? { level: ride.level } : { level: ride.level, from_level: last.level, from_week: last.week };
  if (ride.dose === "reduced")
    return [{ id: "ladder-level", text: `half the repeats of level ${ride.level} of the ${name} ladder`, numbers }];
  if (last === undefined)
    return [{ id: "ladder-level", text: `level ${ride.level} of the ${name} ladder, where you start`, numbers }];
  const step =
    ride.level > last.level
      ? `up from ${last.level}`
      : ride.level === last.level
        ? "held from"
        : `down from ${last.level}`;
  return [
    {
      id: "ladder-level",
      text: `level ${ride.level} of the ${name} ladder, ${step} ${ride.level === last.level ? `week ${last.week}` : `in week ${last.week}`}`,
      numbers,
    },
  ];
}

function length(
  ride: PlannedRide,
  { longest, limit }: { longest: number; limit: Rider["days"][number] | undefined },
): Reason[] {
  const reasons: Reason[] = [];
  if (ride.role === "long")
    reasons.push(
      ride.minutes > longest
        ? {
            id: "long-ride-growth",
            text: `${timeWords(ride.minutes)}, ${timeWords(ride.minutes - longest)} more than the longest ride so far`,
            numbers: { minutes: ride.minutes, longest_so_far: longest },
          }
        : {
            id: "long-ride-growth",
            text: `${timeWords(ride.minutes)}, after ${timeWords(longest)} as the longest so far`,
            numbers: { minutes: ride.minutes, longest_so_far: longest },
          },
    );
  if (limit?.given === true && ride.minutes === limit.maxMinutes)
    reasons.push({
      id: "day-minutes",
      text: `${timeWords(limit.maxMinutes)} is your ${WEEKDAYS[ride.weekday] ?? ""}`,
      numbers: { max_minutes: limit.maxMinutes },
    });
  return reasons;
}

const ROLE_TEXT: Partial<Record<PlannedRide["role"], Reason>> = {
  easy: { id: "easy-day", text: "easy, so that the hard days can be hard" },
  openers: { id: "openers", text: "a few short efforts on the last ride before the event, to arrive awake" },
  test: { id: "ftp-test", text: "a test tells whether your targets still fit" },
};
/** Short work below threshold on a day that is no hard one. */
const STEADY_TEXT = "steady work that takes little out of you, so that the hard days can be hard";
const EASY_TEXT = "easy, as all rides of this week: steady hours are the work";
const role = (ride: PlannedRide, { trainBy }: Rider, isEasy: boolean): Reason[] => {
  const reason = ROLE_TEXT[ride.role];
  if (reason === undefined) return [];
  if (reason.id === "easy-day" && isEasy) return [{ ...reason, text: EASY_TEXT }];
  if (reason.id === "easy-day" && ride.family === "steady") return [{ ...reason, text: STEADY_TEXT }];
  return [reason.id === "ftp-test" && trainBy !== "power" ? { ...reason, id: "test-day" } : reason];
};
