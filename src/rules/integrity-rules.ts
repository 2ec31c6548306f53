import { addDays, weekdayOf, WEEKDAYS } from "../base/calendar.ts";
import { roundTo, sum } from "../base/numbers.ts";
import { lastEventDay } from "../plan/event-days.ts";
import type { SegmentJson } from "../workout/schema.ts";
import { TIME_BUDGET } from "./proposal-rules.ts";
import { rule, type Found } from "./rule.ts";
import type { PlanView } from "./view.ts";

/** How far a reported load may be from the simulation, per workout. */
const LOAD_TOLERANCE = 0.5;

const dates = rule({
  id: "dates",
  number: 42,
  title: "Weeks and days are complete, in order and dated",
  severity: "hard",
  class: "integrity",
  reads: [],
  source: "Plan format",
  evidence: "definition",
  check: (view) => {
    const { plan_metadata: meta, weekly_plan: weeks } = view.plan;
    const found: Found[] = [];
    if (meta.total_weeks !== weeks.length)
      found.push({
        message: `the plan says ${meta.total_weeks} weeks and holds ${weeks.length}`,
        numbers: { said: meta.total_weeks, held: weeks.length },
      });
    const lastDay = addDays(meta.start_date, weeks.length * 7 - 1);
    if (meta.end_date !== lastDay)
      found.push({
        message: `the plan says that it ends on ${meta.end_date}, its weeks end on ${lastDay}`,
        numbers: {},
      });
    if (weekdayOf(meta.start_date) !== "Monday")
      found.push({ message: `the plan starts on a ${weekdayOf(meta.start_date)}`, numbers: {} });
    weeks.forEach((week, i) => {
      if (week.week_number !== i + 1 || week.start_date !== addDays(meta.start_date, i * 7))
        found.push({
          week: i + 1,
          message: `week ${week.week_number} starting ${week.start_date} stands in place ${i + 1}`,
          numbers: { number: week.week_number, place: i + 1 },
        });
      const order = week.workouts.map(({ weekday }) => WEEKDAYS.indexOf(weekday));
      const early = order.findIndex((day, k) => day < (order[k - 1] ?? 0));
      if (early >= 0)
        found.push({
          week: i + 1,
          message: `${WEEKDAYS[order[early] ?? 0] ?? ""} stands after ${WEEKDAYS[order[early - 1] ?? 0] ?? ""}`,
          numbers: { place: early + 1 },
        });
      WEEKDAYS.forEach((weekday, day) => {
        if (!week.workouts.some((workout) => workout.weekday === weekday))
          found.push({ week: i + 1, message: `${weekday} is missing`, numbers: { weekday: day + 1 } });
      });
      for (const workout of week.workouts)
        if (workout.date !== addDays(week.start_date, WEEKDAYS.indexOf(workout.weekday)))
          found.push({
            week: i + 1,
            date: workout.date,
            message: `${workout.weekday} has the date ${workout.date}`,
            numbers: {},
          });
    });
    const event = view.events.at(-1)?.event;
    const lastWeek = view.days.slice(-7).map((day) => day.date);
    if (event !== undefined && !lastWeek.includes(event.date) && !lastWeek.includes(lastEventDay(event)))
      found.push({ message: `the event on ${event.date} is not in the last week`, numbers: {} });
    return found;
  },
});

const loads = rule({
  id: "load-figures",
  number: 4,
  title: "Every load, duration and sum is what the segments say",
  severity: "hard",
  class: "integrity",
  reads: ["figures"],
  source: "1 Hz simulation of normalised power (Allen and Coggan); training science 1.1",
  evidence: "definition",
  check: (view) =>
    view.weeks.flatMap((week) => {
      const found: Found[] = [];
      for (const day of week.days)
        for (const { workout, measure } of day.rides) {
          if (Math.abs(workout.tss - measure.tss) > LOAD_TOLERANCE)
            found.push({
              week: week.number,
              date: day.date,
              message: `"${workout.name}" says load ${workout.tss}, its segments give ${measure.tss}`,
              numbers: { said: workout.tss, simulated: measure.tss },
            });
          if (Math.abs(workout.duration_min * 60 - measure.seconds) > 0.5)
            found.push({
              week: week.number,
              date: day.date,
              message: `"${workout.name}" says ${workout.duration_min} min, its segments last ${roundTo(measure.seconds / 60, 2)}`,
              numbers: { said: workout.duration_min, held: roundTo(measure.seconds / 60, 2) },
            });
        }
      const tss = sum(week.rides.map((ride) => ride.workout.tss));
      if (
        Math.abs(week.week.planned_tss - tss) > 0.06 ||
        Math.abs(week.week.planned_hours - week.rideSeconds / 3600) > 0.006
      )
        found.push({
          week: week.number,
          message: `planned hours and load are ${week.week.planned_hours} and ${week.week.planned_tss}, the workouts add up to ${roundTo(week.rideSeconds / 3600, 2)} and ${roundTo(tss, 1)}`,
          numbers: { planned_tss: week.week.planned_tss, sum_tss: roundTo(tss, 1) },
        });
      const target = week.week.target_hours;
      if (Math.abs(week.rideSeconds - target * 3600) > target * 3600 * TIME_BUDGET + 60)
        found.push({
          week: week.number,
          message: `${target} h asked, the workouts are ${roundTo(week.rideSeconds / 3600, 2)} h, ${TIME_BUDGET * 100} % either way allowed`,
          numbers: { target_hours: target, sum_hours: roundTo(week.rideSeconds / 3600, 2) },
        });
      return found;
    }),
});

const powersOf = (segment: SegmentJson): number[] => {
  if (segment.type === "free") return [];
  if (segment.type === "ramp") return [segment.power_start_pct, segment.power_end_pct];
  if (segment.type === "interval")
    return [segment.work, ...(segment.recovery === undefined ? [] : [segment.recovery])].flatMap((block) => [
      block.power_low_pct,
      block.power_high_pct,
    ]);
  return [segment.power_low_pct, segment.power_high_pct];
};
const minutesOf = (segment: SegmentJson): number[] =>
  segment.type === "interval"
    ? [segment.work.duration_min, ...(segment.recovery === undefined ? [] : [segment.recovery.duration_min])]
    : [segment.duration_min];

const isTurned = (segment: SegmentJson): boolean => {
  if (segment.type === "free" || segment.type === "ramp") return false;
  const blocks = segment.type === "interval" ? [segment.work, segment.recovery] : [segment];
  return blocks.some((block) => block !== undefined && block.power_low_pct > block.power_high_pct);
};

const wholeNumbers = rule({
  id: "whole-numbers",
  number: 40,
  title: "Steps are whole seconds and whole percents, and run the way their kind says",
  severity: "hard",
  class: "integrity",
  reads: [],
  source: "The same request has to give the same file; training science 8, rule 40",
  evidence: "definition",
  scoredOutside: true,
  check: (view) =>
    view.days.flatMap((day) =>
      day.rides.flatMap(({ workout, isEvent }) => {
        if (isEvent) return [];
        const odd = workout.segments.some(
          (segment) =>
            powersOf(segment).some((power) => !Number.isInteger(power)) ||
            minutesOf(segment).some((minutes) => Math.abs(minutes * 60 - Math.round(minutes * 60)) > 0.01),
        );
        const turned = workout.segments.find(isTurned);
        if (turned !== undefined)
          return [
            {
              week: day.week,
              date: day.date,
              message: `"${workout.name}" has ${turned.type === "interval" ? "an" : "a"} ${turned.type} whose low power is above its high power`,
              numbers: {},
            },
          ];
        return odd
          ? [
              {
                week: day.week,
                date: day.date,
                message: `"${workout.name}" has a step that is no whole second or percent`,
                numbers: {},
              },
            ]
          : [];
      }),
    ),
});

const targetFtp = rule({
  id: "target-ftp",
  number: 39,
  title: "The plan is made for the rider's FTP, and a bold target is flagged",
  severity: "hard",
  class: "integrity",
  reads: ["goal"],
  source: "Gain model, training science 6",
  evidence: "convention",
  check: (view: PlanView) => {
    const { expected_ftp: expected, current_ftp: ftp, target_ftp: target, warnings = [] } = view.plan.plan_metadata;
    const { ftp: own } = view.plan.athlete_profile;
    if (ftp !== own)
      return [
        {
          message: `the plan says that it is made for an FTP of ${ftp ?? "no"} W, the rider's is ${own ?? "no"} W`,
          numbers: { plan_ftp: ftp ?? 0, rider_ftp: own ?? 0 },
        },
      ];
    // Without power there is none of the three; `without-power` looks after that.
    if (ftp === undefined || expected === undefined || target === undefined) return [];
    if (target - ftp <= (expected.model - ftp) * 1.5 + 1) return [];
    return warnings.some((warning) => warning.includes("target FTP"))
      ? []
      : [
          {
            message: `a target of ${target} W with ${expected.model} W expected, and no warning`,
            numbers: { target, expected: expected.model },
          },
        ];
  },
});

export const INTEGRITY_RULES = [dates, loads, wholeNumbers, targetFtp] as const;
