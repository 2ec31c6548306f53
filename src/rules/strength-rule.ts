import { STRENGTH } from "./limits.ts";
import { rule } from "./rule.ts";
import type { PlanView, RideView } from "./view.ts";

const aimDays = ({ events }: PlanView): number[] =>
  events.flatMap(({ priority, index }) => (priority === "A" ? [index] : []));

const nameOf = ({ workout: { role = "key" } }: RideView): string => (role === "event" ? "the event" : `a ${role} ride`);

/** Where strength sessions may stand. */
export const strength = rule({
  id: "strength",
  number: 38,
  title: "Strength keeps clear of key sessions, long rides, tests and the event",
  severity: "hard",
  class: "safety",
  reads: ["roles"],
  source: "Ronnestad 2010, Lee 2020; training science 4.4",
  evidence: "measured",
  scoredOutside: true,
  check: (view) => {
    const days = view.days.filter((day) => day.strengthSeconds > 0);
    const end = view.events.length > 1 ? undefined : view.eventIndex;
    const ends = end === undefined ? [...aimDays(view), view.days.length] : [end];
    return days.flatMap((day, i) => {
      const next = view.days[day.index + 1];
      const guards = next?.rides.find(
        (ride) =>
          ["key", "long", "test", "event"].includes(ride.workout.role ?? "") && ride.workout.type !== "recovery",
      );
      const gap = day.index - (days[i - 1]?.index ?? Number.NEGATIVE_INFINITY);
      const problems = [
        ...(guards === undefined ? [] : [`the day before ${nameOf(guards)}`]),
        ...(gap < STRENGTH.daysApart ? ["less than 48 h after the last strength session"] : []),
        ...(ends.some((last) => last - day.index <= STRENGTH.clearAtEnd && (last > day.index || last === end))
          ? ["in the last 7 days"]
          : []),
        ...(day.rides.length === 0 && view.rider.strengthDays?.includes(day.weekday) !== true
          ? ["on a day without a ride"]
          : []),
      ];
      return problems.map((problem) => ({
        week: day.week,
        date: day.date,
        message: `strength ${problem}`,
        numbers: { day: day.index + 1 },
      }));
    });
  },
});
