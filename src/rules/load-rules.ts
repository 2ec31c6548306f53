import { timeWords } from "../base/time-words.ts";
import { ROUNDING_ERROR, mean, roundTo } from "../base/numbers.ts";
import { usedHours } from "./hours-used.ts";
import {
  blockRampLimit,
  firstWeekLimit,
  HOURS_USED_SHARE,
  LONG_BREAK_DAYS,
  LOWEST_FORM,
  MONOTONY,
  returnWeekLimit,
  SPIKE_SHARE,
} from "./limits.ts";
import { ownRidesAlone, ownRidesExcuse } from "./fixed-ride-excuse.ts";
import { rule, type Found } from "./rule.ts";
import type { WeekView } from "./view.ts";
import { weekForms, weekRises } from "./load-margins.ts";
import { blockBefore, formTakenByEvents, weekEnds } from "./week-figures.ts";

const round = (value: number, decimals = 1): number => roundTo(value, decimals);

const hoursUsed = rule({
  id: "hours-used",
  number: 2,
  title: "Load weeks use the hours that the limits allow",
  severity: "hard",
  class: "shape",
  reads: ["athlete", "limits", "start", "phases"],
  source: `${HOURS_USED_SHARE * 100} % is the smallest load week of a block of three; training science 2.3, and 8, rule 2`,
  evidence: "convention",
  scoredOutside: true,
  check: (view) => {
    const used = usedHours(view);
    if (used === undefined || used.share >= HOURS_USED_SHARE - 0.0005) return [];
    return [
      {
        message: `load weeks use ${round(used.share * 100)} % of what ceiling, days, minutes and a safe ramp allow`,
        numbers: {
          share: round(used.share, 3),
          limit: HOURS_USED_SHARE,
          planned_minutes: round(used.planned),
          allowed_minutes: round(used.allowed),
        },
        ...ownRidesExcuse(view.days),
      },
    ];
  },
});

const weekRamp = rule({
  id: "fitness-ramp",
  number: 5,
  title: "Fitness rises no faster in a load week than is safe for this rider",
  severity: "hard",
  class: "safety",
  reads: ["athlete", "start", "phases"],
  source: "Couzens 2015, Friel; training science 2.2",
  evidence: "convention",
  check: (view) =>
    weekRises(view).flatMap(({ week, value, limit }) =>
      value > limit + ROUNDING_ERROR
        ? [
            {
              week: week.number,
              message: `fitness rises by ${round(value)} in the week, ${limit} at most`,
              numbers: { rise: round(value, 2), limit },
              ...ownRidesAlone(week.days),
            },
          ]
        : [],
    ),
});

const blockRamp = rule({
  id: "block-ramp",
  number: 6,
  title: "Over a block with its recovery week, fitness rises gently",
  severity: "scored",
  class: "quality",
  reads: ["athlete", "start", "phases"],
  source: "Couzens 2015; training science 2.2",
  evidence: "convention",
  check: (view) =>
    view.weeks.flatMap((week, i) => {
      const block = blockBefore(view, i);
      const first = block.at(-1);
      if (!week.isRecovery || first === undefined) return [];
      const rise = (weekEnds(view, week).after - weekEnds(view, first).before) / (block.length + 1);
      const limit = blockRampLimit(view.rider);
      return rise > limit + ROUNDING_ERROR
        ? [
            {
              week: week.number,
              message: `fitness rises by ${round(rise)} a week over the block`,
              numbers: { rise: round(rise, 2), limit },
            },
          ]
        : [];
    }),
});

const lowestForm = rule({
  id: "lowest-form",
  number: 7,
  title: "No morning starts too tired",
  severity: "hard",
  class: "safety",
  reads: ["start"],
  source: "intervals.icu calls form below -30 high risk; training science 2.2",
  evidence: "convention",
  check: (view) => {
    const last = view.events.length > 1 ? view.days.length : (view.eventIndex ?? view.days.length);
    return view.days.flatMap((day) => {
      const form = (view.curve[day.index]?.form ?? 0) + formTakenByEvents(view, day.index);
      return day.index <= last && form < LOWEST_FORM - ROUNDING_ERROR
        ? [
            {
              week: day.week,
              date: day.date,
              message: `form is ${round(form)} in the morning, ${LOWEST_FORM} at least`,
              numbers: { form: round(form, 2), limit: LOWEST_FORM },
              ...ownRidesAlone(view.days.slice(Math.max(0, day.index - 7), day.index)),
            },
          ]
        : [];
    });
  },
});

const formAfterWeek = rule({
  id: "form-after-week",
  number: 7,
  title: "A load week does not end more tired than this rider can take",
  severity: "hard",
  class: "safety",
  reads: ["athlete", "start", "phases"],
  source: "-15 for beginners, -25 for intermediate, -30 for advanced riders; training science 2.2",
  evidence: "convention",
  scoredOutside: true,
  check: (view) =>
    weekForms(view).flatMap(({ week, value, limit }) =>
      value < limit - ROUNDING_ERROR
        ? [
            {
              week: week.number,
              message: `form is ${round(value)} after the week, ${limit} at least`,
              numbers: { form: round(value, 2), limit },
              ...ownRidesAlone(week.days),
            },
          ]
        : [],
    ),
});

const loadSpike = rule({
  id: "load-spike",
  number: 12,
  title: "No week's load jumps far above the load weeks before it",
  severity: "scored",
  class: "quality",
  reads: ["phases"],
  source:
    "The spike alarm that remains of ACWR after its critique (Lolli 2017, Windt and Gabbett 2019); training science 1.3",
  evidence: "convention",
  check: (view) =>
    view.weeks.flatMap((week, i) => {
      const loads = view.weeks
        .slice(0, i)
        .filter((other) => other.isLoad)
        .slice(-3);
      const usual = mean(loads.map((load) => load.tss + load.raceTss));
      return week.isLoad && usual > 0 && week.tss > usual * SPIKE_SHARE
        ? [
            {
              week: week.number,
              message: `load is ${Math.round((week.tss / usual) * 100)} % of the last load weeks`,
              numbers: { share: round(week.tss / usual, 2), limit: SPIKE_SHARE },
            },
          ]
        : [];
    }),
});

const MOST_MONOTONY = 10;

/** Foster's monotony of a week: mean daily load over its standard deviation (population), rest days as 0, capped at 10. */
export function monotonyOf(week: WeekView): number {
  const loads = week.days.map((day) => day.tss);
  const average = mean(loads);
  const deviation = Math.sqrt(mean(loads.map((load) => (load - average) ** 2)));
  // Equal days leave a rounding error in the deviation, not zero.
  return deviation === 0 ? MOST_MONOTONY : Math.min(MOST_MONOTONY, average / deviation);
}

const monotony = rule({
  id: "monotony",
  number: 13,
  title: "Hard and easy days differ",
  severity: "scored",
  class: "quality",
  reads: [],
  source: "Foster 1998",
  evidence: "measured",
  check: (view) =>
    view.weeks.flatMap((week) => {
      const value = monotonyOf(week);
      return week.tss > 0 && value > MONOTONY.aim
        ? [
            {
              week: week.number,
              message: `monotony ${round(value, 2)}, ${MONOTONY.aim} aimed at`,
              numbers: { monotony: round(value, 2), aim: MONOTONY.aim, limit: MONOTONY.limit },
            },
          ]
        : [];
    }),
});

const firstWeek = rule({
  id: "first-week",
  title: "The first week starts from what the rider rides now",
  severity: "hard",
  class: "safety",
  reads: ["limits"],
  source: "Weekly growth of about a tenth; training science 2.5",
  evidence: "convention",
  scoredOutside: true,
  check: (view) => {
    const week = view.weeks[0];
    const limit = firstWeekLimit(view.rider.recentMinutes);
    return week !== undefined && week.rideSeconds > limit * 60 + 1
      ? [
          {
            week: 1,
            message: `${timeWords(week.rideSeconds / 60)}, ${timeWords(Math.floor(limit))} at most from what is ridden now`,
            numbers: { minutes: Math.round(week.rideSeconds / 60), limit: Math.floor(limit) },
            ...ownRidesAlone(week.days),
          },
        ]
      : [];
  },
});

const returnWeek = rule({
  id: "return-week",
  title: "After a long break the first week back is short",
  severity: "hard",
  class: "safety",
  reads: ["limits", "phases"],
  source: "Levels fall back after more than 10 days off; training science 5.1",
  evidence: "convention",
  scoredOutside: true,
  check: (view) => {
    let lastRide = -1;
    const found: Found[] = [];
    for (const [i, week] of view.weeks.entries()) {
      const first = week.days.find((day) => day.rides.length > 0);
      const loads = view.weeks
        .slice(0, i)
        .filter((w) => w.isLoad && !w.touchesTaper && w.rideSeconds > 0)
        .slice(-3);
      if (first !== undefined && !week.isTaper && first.index - lastRide - 1 > LONG_BREAK_DAYS) {
        const limit = returnWeekLimit(
          loads.length > 0 ? mean(loads.map((load) => load.rideSeconds / 60)) : view.rider.recentMinutes,
        );
        if (week.rideSeconds / 60 > limit + 1)
          found.push({
            week: week.number,
            message: `${timeWords(week.rideSeconds / 60)} in the first week back, ${timeWords(Math.floor(limit))} at most`,
            numbers: { minutes: Math.round(week.rideSeconds / 60), limit: Math.floor(limit) },
            ...ownRidesAlone(week.days),
          });
      }
      lastRide = week.days.findLast((day) => day.rides.length > 0)?.index ?? lastRide;
    }
    return found;
  },
});

export const LOAD_RULES = [
  hoursUsed,
  firstWeek,
  returnWeek,
  weekRamp,
  blockRamp,
  lowestForm,
  formAfterWeek,
  loadSpike,
  monotony,
] as const;
