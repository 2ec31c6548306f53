import { STRENGTH } from "./limits.ts";
import { rule } from "./rule.ts";

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
    const end = view.eventIndex ?? view.days.length;
    return days.flatMap((day, i) => {
      const next = view.days[day.index + 1];
      const guards = next?.rides.find(
        (ride) =>
          ["key", "long", "test", "event"].includes(ride.workout.role ?? "") && ride.workout.type !== "recovery",
      );
      const gap = day.index - (days[i - 1]?.index ?? Number.NEGATIVE_INFINITY);
      const problems = [
        ...(guards === undefined ? [] : [`the day before a ${guards.workout.role ?? "key"} ride`]),
        ...(gap < STRENGTH.daysApart ? ["less than 48 h after the last strength session"] : []),
        ...(end - day.index <= STRENGTH.clearAtEnd ? ["in the last 7 days"] : []),
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
