import { riderInWeek } from "../../athlete/rider-in-week.ts";
import { isUnavailable, SHORTEST_RIDE_MINUTES, type Rider } from "../../athlete/rider.ts";
import { addDays, WEEKDAYS } from "../../base/calendar.ts";
import { joinWords } from "../../base/text.ts";
import type { Reason } from "../../workout/schema.ts";
import type { PlannedWeek } from "../week/progress.ts";

/** Why the weekday that a rider named for their long rides holds none in a week. */
function causeOf({ week }: PlannedWeek, { rider, day }: { readonly rider: Rider; readonly day: number }): string {
  if (isUnavailable(rider, addDays(week.start, day))) return "it is one of your days off";
  if (week.given.days[day]?.isTaken === true) return "a ride of your own has that day";
  if ((week.room[day] ?? 0) < SHORTEST_RIDE_MINUTES) return `it has less than ${SHORTEST_RIDE_MINUTES} min left`;
  return riderInWeek(rider, week.start).days[day]?.available === true
    ? "an event has that day"
    : "it is none of your days then";
}

const weeksText = (weeks: readonly PlannedWeek[]): string =>
  `${weeks.length === 1 ? "week" : "weeks"} ${joinWords(weeks.map(({ week }) => String(week.number)))}`;

/** Load weeks whose long ride is on another day than the rider named, with what each cause leaves out. */
export function longDayGivenUp(loads: readonly PlannedWeek[], rider: Rider): Reason[] {
  const day = rider.longRide?.weekday;
  if (day === undefined) return [];
  const closed = loads.filter(({ week }) => week.open[day] !== true);
  if (closed.length === 0) return [];
  const cause = new Map(closed.map((entry) => [entry, causeOf(entry, { rider, day })]));
  const causes = [...new Set(cause.values())].map((one) => {
    const weeks = closed.filter((entry) => cause.get(entry) === one);
    return `in ${weeksText(weeks)} ${one}`;
  });
  return [
    {
      id: "long-ride-day",
      text: `You asked for long rides on ${WEEKDAYS[day] ?? ""}. ${joinWords(causes).replace(/^in/, "In")}, so another day has it.`,
      numbers: { weeks: closed.length },
    },
  ];
}
