import type { PlanRequest } from "../../src/athlete/request.ts";
import { addDays, WEEKDAYS, type CalendarDate } from "../../src/base/calendar.ts";
import type { Chance } from "../../src/base/chance.ts";
import type { Intent, TermChange } from "../../src/plan/change-schema.ts";
import type { TrainingPlan } from "../../src/plan/schema.ts";

const KINDS = [
  "missed",
  "sick",
  "off",
  "move",
  "swap",
  "shorten",
  "easier",
  "harder",
  "hours",
  "ftp",
  "drop",
  "keep",
  "free",
  "term",
] as const;

/** Another term of what the rider asked for; not all of it can be meant. */
function drawTerm({ event, events = [], profile }: PlanRequest, today: CalendarDate, chance: Chance): TermChange {
  const some = <T>(key: string, list: readonly T[]): T | undefined =>
    list[chance.at(key).below(Math.max(1, list.length))];
  const days = WEEKDAYS.filter((day) => chance.at(`day-${day}`).below(2) === 0);
  const ahead = addDays(today, 3 + chance.at("ahead").below(40));
  const own = some("own", profile.fixed_rides ?? []);
  switch (chance.at("term").below(6)) {
    case 0:
      return { term: "days", days: days.length === 0 ? ["Saturday"] : days };
    case 1: {
      const effort = some("effort", ["easy", "moderate", "hard"] as const) ?? "easy";
      const ride = { minutes: 30 + chance.at("minutes").below(7) * 15, effort };
      const isOnce = chance.at("once").below(2) === 0;
      return {
        term: "add_ride",
        rides: [isOnce ? { date: ahead, ...ride } : { day: days[0] ?? "Wednesday", ...ride }],
      };
    }
    case 2:
      return { term: "drop_ride", day: own?.day ?? own?.date ?? "Wednesday" };
    case 3:
      return {
        term: "add_event",
        events: [{ date: ahead, priority: some("priority", ["B", "C"] as const), hours: 2 }],
      };
    case 4:
      return { term: "drop_event", date: some("event", events)?.date ?? event?.date ?? ahead };
    default:
      return { term: "set", fields: { rhythm: some("rhythm", ["2:1", "3:1"] as const) } };
  }
}

/** Something that a rider may say on a day, near it; not all of it can be done. */
export function drawIntent(
  {
    plan,
    request,
    today,
  }: { readonly plan: TrainingPlan; readonly request: PlanRequest; readonly today: CalendarDate },
  chance: Chance,
): Intent {
  const below = (key: string, most: number): number => chance.at(key).below(most);
  const back = (key: string): CalendarDate => addDays(today, -below(key, 8));
  const ahead = (key: string): CalendarDate => addDays(today, below(key, 12));
  const rideDays = plan.weekly_plan.flatMap(({ workouts }) =>
    workouts.filter(({ type }) => type !== "rest").map(({ date }) => date),
  );
  const rideNear = (key: string, from: CalendarDate, to: CalendarDate): CalendarDate => {
    const near = rideDays.filter((date) => date >= from && date <= to);
    return near[below(key, Math.max(1, near.length))] ?? from;
  };
  const kind = KINDS[below("kind", KINDS.length)] ?? "missed";
  switch (kind) {
    case "missed":
      return { kind, dates: [rideNear("date", addDays(today, -7), today)] };
    case "sick": {
      const from = back("from");
      return { kind, from, to: addDays(from, below("days", 6)), above_neck: below("neck", 2) === 0 };
    }
    case "off": {
      const from = ahead("from");
      return { kind, from, to: addDays(from, below("days", 6)) };
    }
    case "move":
    case "swap": {
      const from = rideNear("from", today, addDays(today, 12));
      return { kind, from, to: addDays(from, below("by", 7) - 3) };
    }
    case "shorten":
      return { kind, date: rideNear("date", today, addDays(today, 10)), minutes: 20 + below("minutes", 12) * 10 };
    case "easier":
    case "harder":
      return { kind, from: today, to: addDays(today, 13) };
    case "hours": {
      const hours = 2 + below("hours", 20) / 2;
      return below("range", 2) === 0
        ? { kind, hours, from: today }
        : { kind, hours, from: today, to: addDays(today, 13) };
    }
    case "ftp":
      return { kind, watts: 120 + below("watts", 250) };
    case "drop":
      return { kind, date: rideNear("date", today, addDays(today, 10)) };
    case "keep":
    case "free":
      return { kind, date: ahead("date") };
    case "term":
      return { kind, words: "another term", change: drawTerm(request, today, chance) };
  }
}
