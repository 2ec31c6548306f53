import { WEEKDAYS } from "../../base/calendar.ts";
import type { Rider } from "../../athlete/rider.ts";
import type { Reason } from "../../workout/schema.ts";
import type { PlannedWeek } from "../week/progress.ts";
import type { FilledSlot } from "../week/ride-minutes.ts";

interface Ridden {
  readonly day: number;
  readonly slot: FilledSlot;
}

/** Why each ride of each week is what it is, from what was decided: spacing, ladder, growth and the day's minutes. */
export function reasonsOf(weeks: readonly PlannedWeek[], rider: Rider): Reason[][][] {
  const before: Ridden[] = [];
  const rungs = new Map<string, { level: number; week: number }>();
  let longest = rider.longestRecentMinutes;
  return weeks.map(({ week, slots }) => {
    const days = slots.map((slot) => {
      const day = week.firstDay + slot.weekday;
      const reasons = [
        ...spacing(before, { day, slot }),
        ...ladder(rungs, slot),
        ...length(slot, { longest, limit: rider.days[slot.weekday] }),
        ...role(slot),
      ];
      before.push({ day, slot });
      if (slot.family !== undefined && slot.level !== undefined && slot.dose !== "reduced")
        rungs.set(slot.family, { level: slot.level, week: week.number });
      return reasons;
    });
    longest = Math.max(longest, ...slots.map((slot) => slot.minutes));
    return days;
  });
}

function spacing(before: readonly Ridden[], now: Ridden): Reason[] {
  if (now.slot.role !== "key" && now.slot.role !== "test") return [];
  const last = before.findLast(({ slot }) => slot.role === "key" || slot.role === "test" || slot.role === "long");
  if (last === undefined)
    return [
      {
        id: "hard-day-start",
        text: before.length > 0 ? "your first hard day, after an easy start" : "your first hard day",
        numbers: { day: now.day + 1 },
      },
    ];
  const hours = (now.day - last.day) * 24;
  const what = last.slot.role === "long" ? "long ride" : last.slot.role === "test" ? "test" : "hard day";
  return [
    {
      id: "hard-day-spacing",
      text: `${hours} h after ${WEEKDAYS[last.day % 7] ?? ""}'s ${what}`,
      numbers: { hours },
    },
  ];
}

function ladder(rungs: ReadonlyMap<string, { level: number; week: number }>, slot: FilledSlot): Reason[] {
  if (slot.level === undefined || slot.family === undefined || slot.role === "openers") return [];
  const name = slot.family.replaceAll("_", " ");
  const last = rungs.get(slot.family);
  const numbers = {
    level: slot.level,
    ...(last === undefined ? {} : { from_level: last.level, from_week: last.week }),
  };
  if (slot.dose === "reduced")
    return [{ id: "ladder-level", text: `half the repeats of level ${slot.level} of the ${name} ladder`, numbers }];
  if (last === undefined)
    return [{ id: "ladder-level", text: `level ${slot.level} of the ${name} ladder, where you start`, numbers }];
  const step =
    slot.level > last.level
      ? `up from ${last.level}`
      : slot.level === last.level
        ? "held from"
        : `down from ${last.level}`;
  return [
    {
      id: "ladder-level",
      text: `level ${slot.level} of the ${name} ladder, ${step} ${slot.level === last.level ? `week ${last.week}` : `in week ${last.week}`}`,
      numbers,
    },
  ];
}

function length(
  slot: FilledSlot,
  { longest, limit }: { longest: number; limit: Rider["days"][number] | undefined },
): Reason[] {
  const reasons: Reason[] = [];
  if (slot.role === "long")
    reasons.push(
      slot.minutes > longest
        ? {
            id: "long-ride-growth",
            text: `${slot.minutes} min, ${slot.minutes - longest} more than the longest ride so far (${longest})`,
            numbers: { minutes: slot.minutes, longest_so_far: longest },
          }
        : {
            id: "long-ride-growth",
            text: `${slot.minutes} min; the longest ride so far is ${longest}`,
            numbers: { minutes: slot.minutes, longest_so_far: longest },
          },
    );
  if (limit?.given === true && slot.minutes === limit.maxMinutes)
    reasons.push({
      id: "day-minutes",
      text: `${limit.maxMinutes} min is your ${WEEKDAYS[slot.weekday] ?? ""}`,
      numbers: { max_minutes: limit.maxMinutes },
    });
  return reasons;
}

const ROLE_TEXT: Partial<Record<FilledSlot["role"], Reason>> = {
  easy: { id: "easy-day", text: "easy, so that the hard days can be hard" },
  openers: { id: "openers", text: "a few short efforts on the last ride before the event, to arrive awake" },
  test: { id: "ftp-test", text: "a test tells whether your targets still fit" },
};
const role = (slot: FilledSlot): Reason[] => {
  const reason = ROLE_TEXT[slot.role];
  return reason === undefined ? [] : [reason];
};
