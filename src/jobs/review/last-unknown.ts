import { daysBetween, type CalendarDate } from "../../base/calendar.ts";
import type { Matched, Matching } from "./match.ts";

/** A ride longer ago than this is asked about by `review` alone. Days. */
const RECENT = 7;

/** The last ride that nobody spoke of, where it is not long ago: what came before it is not asked about. */
export function lastUnknown({ sessions }: Matching, today: CalendarDate): Matched | undefined {
  const past = sessions.filter(({ session, status }) => session.date < today && status !== "ahead");
  const newest = past.reduce<Matched | undefined>(
    (last, one) => (last === undefined || one.session.date >= last.session.date ? one : last),
    undefined,
  );
  if (newest?.status !== "not_known" || newest.session.role === "event") return undefined;
  return daysBetween(newest.session.date, today) <= RECENT ? newest : undefined;
}
