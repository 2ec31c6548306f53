import { timeWords } from "../base/time-words.ts";
import { addDays, WEEKDAYS } from "../base/calendar.ts";
import { sum } from "../base/numbers.ts";
import { eventsIn, longestAim } from "../plan/event-days.ts";
import type { Overview, OverviewWeek, TrainingDay } from "../plan/schema.ts";
import { FEWEST_WEEKS, MOST_WEEKS } from "../plan/schema.ts";
import { riderInWeek } from "../athlete/rider-in-week.ts";
import { riderOf, type Rider } from "../athlete/rider.ts";
import { MOST_HARD_TYPE_DAYS, MOST_RIDING_DAYS } from "../rules/limits.ts";
import { availableDays, dayMinutes, weeklyCeiling } from "../rules/limit-rules.ts";
import { fixedRides } from "../rules/fixed-ride-rules.ts";
import { givenDay } from "../rules/given-day.ts";
import { PROPOSAL } from "../rules/proposal-rules.ts";
import type { Finding } from "../rules/finding.ts";
import type { Found } from "../rules/rule.ts";
import { HARD_TYPES } from "../workout/schema.ts";
import type { Outcome } from "./outcome.ts";

const hard = (rule: Finding["rule"], found: Found): Finding => ({ rule, severity: "hard", ...found });

/** The first tool: is this overview one that weeks may be built on? Every week and day is looked at; nothing is mended. */
export function acceptOverview(overview: Overview): Outcome<Overview> {
  const rider = riderOf(overview.athlete_profile, longestAim(eventsIn(overview.plan_metadata)));
  const findings = [
    ...weekCount(overview),
    ...overview.weekly_overview.flatMap((week) => weekFindings(overview, week, rider)),
  ];
  return findings.length > 0 ? { kind: "rejected", findings } : { kind: "accepted", value: overview, findings };
}

function weekCount({ plan_metadata: meta, weekly_overview: weeks }: Overview): Finding[] {
  const found: Finding[] = [];
  if (weeks.length !== meta.total_weeks)
    found.push(
      hard(PROPOSAL.overviewWeeks.id, {
        message: `${weeks.length} weeks for a plan of ${meta.total_weeks}`,
        numbers: { weeks: weeks.length, total: meta.total_weeks },
      }),
    );
  if (weeks.length < FEWEST_WEEKS || weeks.length > MOST_WEEKS)
    found.push(
      hard(PROPOSAL.overviewWeeks.id, {
        message: `${weeks.length} weeks; a plan has ${FEWEST_WEEKS} to ${MOST_WEEKS}`,
        numbers: { weeks: weeks.length },
      }),
    );
  weeks.forEach((week, i) => {
    if (week.week_number !== i + 1 || week.start_date !== addDays(meta.start_date, i * 7))
      found.push(
        hard(PROPOSAL.overviewWeeks.id, {
          week: i + 1,
          message: `week ${week.week_number} from ${week.start_date} stands in place ${i + 1}`,
          numbers: { place: i + 1 },
        }),
      );
  });
  return found;
}

const fixedMinutes = ({ fixed = [] }: TrainingDay): number => sum(fixed.map(({ minutes }) => minutes));

/** True where a day holds the rides that happen anyway, and no others under that name. */
function isAsGiven(
  overview: Overview,
  week: OverviewWeek,
  { day, rider }: { day: TrainingDay; rider: Rider },
): boolean {
  const events = eventsIn(overview.plan_metadata);
  const { rides } = givenDay(rider, { date: day.date, week: week.week_number, events });
  return (
    rides.length === (day.fixed ?? []).length &&
    rides.every((ride, i) => {
      const said = day.fixed?.[i];
      return said?.minutes === ride.minutes && said.effort === ride.effort && said.intensity_pct === ride.intensity_pct;
    })
  );
}

function weekFindings(overview: Overview, week: OverviewWeek, usual: Rider): Finding[] {
  const rider = riderInWeek(usual, week.start_date);
  const found: Finding[] = [];
  const add = (rule: Finding["rule"], message: string, numbers: Record<string, number>): void =>
    void found.push(hard(rule, { week: week.week_number, message, numbers }));
  WEEKDAYS.forEach((weekday, i) => {
    const day = week.training_days[i];
    if (day?.weekday !== weekday || day.date !== addDays(week.start_date, i))
      add(PROPOSAL.overviewDays.id, `${weekday} is missing or out of order`, { weekday: i + 1 });
    if (day !== undefined && day.workout_types.includes("rest") && day.workout_types.length > 1)
      add(PROPOSAL.overviewDays.id, `${weekday} holds rest and something else`, { weekday: i + 1 });
  });
  const training = week.training_days.filter((day) => !day.workout_types.includes("rest") && day.role !== "event");
  if (training.length > MOST_RIDING_DAYS)
    add(PROPOSAL.overviewTrainingDays.id, `${training.length} training days, ${MOST_RIDING_DAYS} at most`, {
      days: training.length,
      limit: MOST_RIDING_DAYS,
    });
  const hardDays = training.filter((day) => day.workout_types.some((type) => HARD_TYPES.includes(type)));
  if (hardDays.length > MOST_HARD_TYPE_DAYS)
    add(
      PROPOSAL.overviewHardDays.id,
      `${hardDays.length} days of threshold, VO2max or sweet spot, ${MOST_HARD_TYPE_DAYS} at most`,
      { days: hardDays.length, limit: MOST_HARD_TYPE_DAYS },
    );
  const planned = training.reduce((total, day) => total + day.target_minutes + (day.second_minutes ?? 0), 0);
  const minutes = planned + sum(week.training_days.map(fixedMinutes));
  if (minutes > rider.ceilingMinutes && planned > 0)
    add(weeklyCeiling.id, `${timeWords(minutes)} in a week of at most ${timeWords(rider.ceilingMinutes)}`, {
      minutes,
      limit: rider.ceilingMinutes,
    });
  for (const day of training) {
    const all = day.target_minutes + (day.second_minutes ?? 0) + (day.strength_minutes ?? 0) + fixedMinutes(day);
    if (all > day.max_minutes)
      add(dayMinutes.id, `${day.weekday}: ${timeWords(all)} on a day of ${timeWords(day.max_minutes)}`, {
        minutes: all,
        limit: day.max_minutes,
      });
  }
  for (const day of week.training_days)
    if (!isAsGiven(overview, week, { day, rider }))
      add(fixedRides.id, `${day.weekday} does not hold the rider's own rides as they gave them`, {
        weekday: WEEKDAYS.indexOf(day.weekday) + 1,
      });
  if (overview.plan_metadata.overview_source !== "outside")
    for (const day of training)
      if (
        rider.days[WEEKDAYS.indexOf(day.weekday)]?.available !== true &&
        !(day.role === "strength" && rider.strengthDays?.includes(WEEKDAYS.indexOf(day.weekday)) === true)
      )
        add(availableDays.id, `${day.weekday} is not one of the rider's days`, {
          weekday: WEEKDAYS.indexOf(day.weekday) + 1,
        });
  return found;
}
