import { FEWEST_WEEK_MINUTES } from "../athlete/rider.ts";
import { mean, sum } from "../base/numbers.ts";
import { usedHours } from "./hours-used.ts";
import {
  blockRampLimit,
  FIRST_WEEK_SHARE,
  HOURS_USED_SHARE,
  loadWeeksInARow,
  LONG_BREAK_DAYS,
  LOWEST_FORM,
  LOWEST_FORM_AFTER_WEEK,
  MONOTONY,
  RECOVERY_FORM,
  RECOVERY_LOAD_SHARE,
  RECOVERY_WORK_SHARE,
  RETURN_WEEK_SHARE,
  SPIKE_SHARE,
  weekRampLimit,
} from "./limits.ts";
import type { Found, Rule } from "./rule.ts";
import type { PlanView, WeekView } from "./view.ts";

/** Points of fitness or form below which two figures are the same. */
const DUST = 1e-6;
const round = (value: number, decimals = 1): number => Math.round(value * 10 ** decimals) / 10 ** decimals;

/** Fitness at the start and the end of a week, and form on the morning after it. */
function weekEnds(view: PlanView, week: WeekView): { before: number; after: number; formAfter: number } {
  const first = week.days[0]?.index ?? 0;
  const last = week.days.at(-1)?.index ?? 0;
  const before = first === 0 ? view.plan.plan_metadata.starting_ctl : (view.curve[first - 1]?.ctl ?? 0);
  return { before, after: view.curve[last]?.ctl ?? 0, formAfter: view.curve[last + 1]?.form ?? 0 };
}

/** Weeks whose days all lie before the event. */
const beforeEvent = (view: PlanView, week: WeekView): boolean => (week.days.at(-1)?.index ?? 0) < (view.eventIndex ?? Number.POSITIVE_INFINITY);

/** Load weeks of the block that a recovery week closes. */
function blockBefore(view: PlanView, index: number): WeekView[] {
  const block: WeekView[] = [];
  for (let i = index - 1; i >= 0; i--) {
    const week = view.weeks[i];
    if (week === undefined || week.isRecovery) break;
    if (week.isLoad) block.push(week);
  }
  return block;
}

const hoursUsed: Rule = {
  id: "hours-used",
  number: 2,
  title: "Load weeks use the hours that the limits allow",
  severity: "hard",
  class: "shape",
  reads: ["athlete", "limits", "start", "phases"],
  source: "Training science, section 8, rule 2; 92 % is the smallest load week of a 3:1 block (2.3)",
  evidence: "convention",
  scoredOutside: true,
  check: (view) => {
    const used = usedHours(view);
    if (used === undefined || used.share >= HOURS_USED_SHARE - 0.0005) return [];
    return [
      {
        message: `load weeks use ${String(round(used.share * 100))} % of what ceiling, days, minutes and a safe ramp allow`,
        numbers: { share: round(used.share, 3), limit: HOURS_USED_SHARE, planned_minutes: round(used.planned), allowed_minutes: round(used.allowed) },
      },
    ];
  },
};

const weekRamp: Rule = {
  id: "fitness-ramp",
  number: 5,
  title: "Fitness rises no faster in a load week than is safe for this rider",
  severity: "hard",
  class: "safety",
  reads: ["athlete", "start", "phases"],
  source: "Couzens 2015, Friel; training science 2.2",
  evidence: "convention",
  check: (view) =>
    view.weeks.filter((week) => week.isLoad && beforeEvent(view, week)).flatMap((week) => {
      const { before, after } = weekEnds(view, week);
      const limit = round(weekRampLimit(view.rider));
      return after - before > limit + DUST
        ? [{ week: week.number, message: `fitness rises by ${String(round(after - before))} in the week, ${String(limit)} at most`, numbers: { rise: round(after - before, 2), limit } }]
        : [];
    }),
};

const blockRamp: Rule = {
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
      return rise > limit + DUST ? [{ week: week.number, message: `fitness rises by ${String(round(rise))} a week over the block`, numbers: { rise: round(rise, 2), limit } }] : [];
    }),
};

const lowestForm: Rule = {
  id: "lowest-form",
  number: 7,
  title: "No morning starts too tired",
  severity: "hard",
  class: "safety",
  reads: ["start"],
  source: "Training science 2.2; intervals.icu calls form below -30 high risk",
  evidence: "convention",
  check: (view) => {
    const last = view.eventIndex ?? view.days.length;
    return view.days.flatMap((day) => {
      const form = view.curve[day.index]?.form ?? 0;
      return day.index <= last && form < LOWEST_FORM - DUST
        ? [{ week: day.week, date: day.date, message: `form is ${String(round(form))} in the morning, ${String(LOWEST_FORM)} at least`, numbers: { form: round(form, 2), limit: LOWEST_FORM } }]
        : [];
    });
  },
};

const formAfterWeek: Rule = {
  id: "form-after-week",
  number: 7,
  title: "A load week does not end more tired than this rider can take",
  severity: "hard",
  class: "safety",
  reads: ["athlete", "start", "phases"],
  source: "Training science 2.2",
  evidence: "convention",
  scoredOutside: true,
  check: (view) =>
    view.weeks.filter((week) => week.isLoad && beforeEvent(view, week)).flatMap((week) => {
      const { formAfter } = weekEnds(view, week);
      const limit = LOWEST_FORM_AFTER_WEEK[view.rider.level];
      return formAfter < limit - DUST
        ? [{ week: week.number, message: `form is ${String(round(formAfter))} after the week, ${String(limit)} at least`, numbers: { form: round(formAfter, 2), limit } }]
        : [];
    }),
};

const loadRun: Rule = {
  id: "load-weeks-in-a-row",
  number: 8,
  title: "Recovery weeks come in time, and not at the very start",
  severity: "hard",
  class: "shape",
  reads: ["athlete", "phases"],
  source: "Friel's plans over 50, TrainerRoad masters plans; training science 2.4",
  evidence: "convention",
  scoredOutside: true,
  check: (view) => [...longRuns(view), ...earlyRecoveries(view)],
};

function longRuns(view: PlanView): Found[] {
  const most = loadWeeksInARow(view.rider);
  const training = view.weeks.filter((week) => !week.isTaper).length;
  const fits = training === most + 1 || (view.event === undefined && training === most + 2);
  const found: Found[] = [];
  let run = 0;
  view.weeks.forEach((week, i) => {
    run = week.isLoad ? run + 1 : 0;
    if (run > most + (fits ? 1 : 0) && !view.weeks[i + 1]?.isLoad) {
      const offs = sum(view.weeks.slice(Math.max(0, i - run), i + 2).map((w) => w.daysOff));
      found.push({
        week: week.number,
        message: `${String(run)} load weeks in a row, ${String(most)} at most`,
        numbers: { weeks: run, limit: most },
        ...(offs > 0 ? { excuse: { reason: "the rider's days off leave no other place for a recovery week", numbers: { days_off: offs } } } : {}),
      });
    }
  });
  return found;
}

function earlyRecoveries(view: PlanView): Found[] {
  const first = loadWeeksInARow(view.rider) === 2 ? 1 : 2;
  return view.weeks.slice(0, first).flatMap((week) =>
    week.isRecovery
      ? [
          {
            week: week.number,
            message: `a recovery week as week ${String(week.number)}`,
            numbers: { week: week.number, first_allowed: first + 1 },
            ...(week.daysOff > 0 ? { excuse: { reason: "the rider's days off make this week a light one", numbers: { days_off: week.daysOff } } } : {}),
          },
        ]
      : [],
  );
}

const recoveryLoad: Rule = {
  id: "recovery-load",
  number: 9,
  title: "A recovery week is light, and not empty",
  severity: "hard",
  class: "shape",
  reads: ["phases"],
  source: "TrainerRoad recovery weeks, coach plans that were measured; training science 2.4",
  evidence: "measured",
  scoredOutside: true,
  check: (view) =>
    view.weeks.flatMap((week, i) => {
      const block = blockBefore(view, i);
      if (!week.isRecovery || block.length === 0) return [];
      const share = week.tss / mean(block.map((load) => load.tss));
      const { low, high } = RECOVERY_LOAD_SHARE;
      if (share >= low - 0.005 && share <= high + 0.005) return [];
      const offs = week.daysOff + sum(block.map((load) => load.daysOff));
      return [
        {
          week: week.number,
          message: `load is ${String(Math.round(share * 100))} % of the load weeks before it, ${String(low * 100)} to ${String(high * 100)} asked`,
          numbers: { share: round(share, 3), low, high },
          ...(offs > 0 ? { excuse: { reason: "days off in this block set the load", numbers: { days_off: offs } } } : {}),
        },
      ];
    }),
};

const recoveryWork: Rule = {
  id: "recovery-work",
  number: 10,
  title: "A recovery week holds at most one short hard session, late in the week",
  severity: "scored",
  class: "quality",
  reads: ["phases"],
  source: "Training science 2.4",
  evidence: "convention",
  check: (view) =>
    view.weeks.flatMap((week, i) => {
      const block = blockBefore(view, i);
      if (!week.isRecovery || block.length === 0) return [];
      const hard = week.days.filter((day) => day.isHard);
      const early = hard.filter((day) => day.weekday < 4).length;
      const work = (w: WeekView): number => sum(w.rides.filter((ride) => !ride.isTest).map((ride) => ride.measure.zones.mid + ride.measure.zones.high));
      const usual = mean(block.map(work));
      const share = usual > 0 ? work(week) / usual : 0;
      return hard.length > 1 || early > 0 || share > RECOVERY_WORK_SHARE + 0.02
        ? [{ week: week.number, message: `${String(hard.length)} hard days, ${String(early)} of them before Friday, ${String(Math.round(share * 100))} % of the usual work`, numbers: { hard_days: hard.length, early, share: round(share, 2) } }]
        : [];
    }),
};

const recoveryForm: Rule = {
  id: "recovery-form",
  number: 11,
  title: "A recovery week ends fresh",
  severity: "scored",
  class: "quality",
  reads: ["start", "phases"],
  source: "Training science 2.4",
  evidence: "convention",
  check: (view) =>
    view.weeks.flatMap((week) => {
      const { formAfter } = weekEnds(view, week);
      return week.isRecovery && formAfter < RECOVERY_FORM ? [{ week: week.number, message: `form is ${String(round(formAfter))} after the recovery week`, numbers: { form: round(formAfter), limit: RECOVERY_FORM } }] : [];
    }),
};

const loadSpike: Rule = {
  id: "load-spike",
  number: 12,
  title: "No week's load jumps far above the load weeks before it",
  severity: "scored",
  class: "quality",
  reads: ["phases"],
  source: "The spike alarm that remains of ACWR after its critique (Lolli 2017, Windt and Gabbett 2019); training science 1.3",
  evidence: "convention",
  check: (view) =>
    view.weeks.flatMap((week, i) => {
      const loads = view.weeks.slice(0, i).filter((other) => other.isLoad).slice(-3);
      const usual = mean(loads.map((load) => load.tss));
      return week.isLoad && usual > 0 && week.tss > usual * SPIKE_SHARE
        ? [{ week: week.number, message: `load is ${String(Math.round((week.tss / usual) * 100))} % of the last load weeks`, numbers: { share: round(week.tss / usual, 2), limit: SPIKE_SHARE } }]
        : [];
    }),
};

/** Foster's monotony of a week: mean daily load over its standard deviation (population), rest days as 0, capped at 10. */
export function monotonyOf(week: WeekView): number {
  const loads = week.days.map((day) => day.tss);
  const average = mean(loads);
  const deviation = Math.sqrt(mean(loads.map((load) => (load - average) ** 2)));
  return deviation === 0 ? 10 : average / deviation;
}

const monotony: Rule = {
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
      return week.tss > 0 && value > MONOTONY.aim ? [{ week: week.number, message: `monotony ${String(round(value, 2))}, ${String(MONOTONY.aim)} aimed at`, numbers: { monotony: round(value, 2), aim: MONOTONY.aim, limit: MONOTONY.limit } }] : [];
    }),
};

const firstWeek: Rule = {
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
    const limit = Math.max(FEWEST_WEEK_MINUTES, view.rider.recentMinutes * FIRST_WEEK_SHARE);
    return week !== undefined && week.rideSeconds > limit * 60 + 1
      ? [{ week: 1, message: `${String(Math.round(week.rideSeconds / 60))} min, ${String(Math.floor(limit))} at most from what is ridden now`, numbers: { minutes: Math.round(week.rideSeconds / 60), limit: Math.floor(limit) } }]
      : [];
  },
};

const returnWeek: Rule = {
  id: "return-week",
  title: "After a long break the first week back is short",
  severity: "hard",
  class: "safety",
  reads: ["phases"],
  source: "Training science 5.1; more than 10 days off",
  evidence: "convention",
  scoredOutside: true,
  check: (view) => {
    let lastRide = -1;
    const found: Found[] = [];
    for (const [i, week] of view.weeks.entries()) {
      const first = week.days.find((day) => day.rides.length > 0);
      const loads = view.weeks.slice(0, i).filter((w) => w.isLoad && !w.touchesTaper && w.rideSeconds > 0).slice(-3);
      if (first !== undefined && !week.isTaper && loads.length > 0 && first.index - lastRide - 1 > LONG_BREAK_DAYS) {
        const limit = RETURN_WEEK_SHARE * mean(loads.map((load) => load.rideSeconds / 60));
        if (week.rideSeconds / 60 > limit + 1)
          found.push({ week: week.number, message: `${String(Math.round(week.rideSeconds / 60))} min in the first week back, ${String(Math.floor(limit))} at most`, numbers: { minutes: Math.round(week.rideSeconds / 60), limit: Math.floor(limit) } });
      }
      lastRide = week.days.findLast((day) => day.rides.length > 0)?.index ?? lastRide;
    }
    return found;
  },
};

export const LOAD_RULES: readonly Rule[] = [
  hoursUsed, firstWeek, returnWeek, weekRamp, blockRamp, lowestForm, formAfterWeek, loadRun, recoveryLoad, recoveryWork, recoveryForm, loadSpike, monotony,
];
