import { weekdayOf, type CalendarDate } from "../base/calendar.ts";
import { isWithoutHours } from "./rider-in-week.ts";
import { isUnavailable, type Rider } from "./rider.ts";
import type { FixedRide, OtherSportHabit } from "./terms.ts";

type Off = Pick<Rider, "unavailable" | "bands">;
type Dated = Pick<FixedRide, "day" | "date" | "from" | "to">;

/** True where something of a weekday, in all weeks or between two dates, or of one date, falls on this date. */
const fallsOn = ({ day, date: only, from, to }: Dated, date: CalendarDate): boolean =>
  (only === undefined ? day === weekdayOf(date) : only === date) &&
  (from === undefined || from <= date) &&
  (to === undefined || date <= to);

const onDate = <T extends Dated>(given: readonly T[], rider: Off, date: CalendarDate): T[] =>
  given.length === 0 || isUnavailable(rider, date) || isWithoutHours(rider, date)
    ? []
    : given.filter((one) => fallsOn(one, date));

/** The rides that happen anyway on a date, in the order in which the rider gave them; none on a day off. */
export const fixedRidesOn = (rider: Off & Pick<Rider, "fixedRides">, date: CalendarDate): FixedRide[] =>
  onDate(rider.fixedRides, rider, date);

/** What the rider does beside riding on a date; nothing on a day off. */
export const otherSportOn = (rider: Off & Pick<Rider, "otherSport">, date: CalendarDate): OtherSportHabit[] =>
  onDate(rider.otherSport, rider, date);

/** What is done every week, with no first day: what the rider's form is used to. */
export const isHabit = ({ date, from }: Dated): boolean => date === undefined && from === undefined;
