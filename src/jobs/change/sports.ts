import { riderInWeek } from "../../athlete/rider-in-week.ts";
import { riderOf } from "../../athlete/rider.ts";
import { addDays } from "../../base/calendar.ts";
import { eventsIn, longestAim } from "../../plan/event-days.ts";
import type { OtherSportDay, TrainingPlan, Week } from "../../plan/schema.ts";
import { givenDay } from "../../rules/given-day.ts";

/** The other sport of a week by what the rider says now; days before the last change keep what stood there. */
export function sportsIn({ athlete_profile, plan_metadata }: TrainingPlan, week: Week): OtherSportDay[] {
  const listed = week.other_sport ?? [];
  if (listed.length === 0 && (athlete_profile.other_sport ?? []).length === 0) return [];
  const events = eventsIn(plan_metadata);
  const { start_date: start, week_number: number } = week;
  const rider = riderInWeek(riderOf(athlete_profile, longestAim(events)), start);
  return Array.from({ length: 7 }, (_, day) => addDays(start, day)).flatMap((date) =>
    date < (plan_metadata.changed_on ?? start)
      ? listed.filter((sport) => sport.date === date)
      : givenDay(rider, { date, week: number, events }).sports,
  );
}
