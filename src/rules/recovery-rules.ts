import { mean, roundTo, sum } from "../base/numbers.ts";
import {
  RECOVERY_HARD_FROM,
  loadWeeksInARow,
  RECOVERY_FORM,
  RECOVERY_LOAD_SHARE,
  RECOVERY_WORK_SHARE,
} from "./limits.ts";
import { ownRidesExcuse } from "./fixed-ride-excuse.ts";
import { rule, type Found } from "./rule.ts";
import type { PlanView, WeekView } from "./view.ts";
import { blockBefore, otherHoursExcuse, weekEnds } from "./week-figures.ts";
import { WEEKDAYS } from "../base/calendar.ts";

const round = (value: number, decimals = 1): number => roundTo(value, decimals);

const loadRun = rule({
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
});

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
        message: `${run} load weeks in a row, ${most} at most`,
        numbers: { weeks: run, limit: most },
        excuse:
          offs > 0
            ? {
                reason: "the rider's days off leave no other place for a recovery week",
                numbers: { days_off: offs },
              }
            : otherHoursExcuse(view.weeks.slice(Math.max(0, i - run), i + 2)),
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
            message: `a recovery week as week ${week.number}`,
            numbers: { week: week.number, first_allowed: first + 1 },
            excuse:
              week.daysOff > 0
                ? {
                    reason: "the rider's days off make this week a light one",
                    numbers: { days_off: week.daysOff },
                  }
                : otherHoursExcuse([week]),
          },
        ]
      : [],
  );
}

/** What a recovery week's load is beside the weeks before it; where nothing was ridden in those there is no share. */
function recoveryShare(load: number, usual: number): Pick<Found, "message" | "numbers"> {
  const { low, high } = RECOVERY_LOAD_SHARE;
  const asked = `${low * 100} to ${high * 100} asked`;
  if (usual === 0) return { message: "nothing was ridden in the load weeks before it", numbers: { low, high } };
  return {
    message: `load is ${Math.round((load / usual) * 100)} % of the load weeks before it, ${asked}`,
    numbers: { share: round(load / usual, 3), low, high },
  };
}

const recoveryLoad = rule({
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
      const usual = mean(block.map((load) => load.tss));
      const { low, high } = RECOVERY_LOAD_SHARE;
      // A week with an event in it is not empty.
      if (usual > 0 && (week.tss + week.raceTss) / usual >= low - 0.005 && week.tss / usual <= high + 0.005) return [];
      const offs = week.daysOff + sum(block.map((load) => load.daysOff));
      return [
        {
          week: week.number,
          ...recoveryShare(week.tss, usual),
          excuse:
            offs > 0
              ? { reason: "days off in this block set the load", numbers: { days_off: offs } }
              : (otherHoursExcuse([week, ...block]) ??
                ownRidesExcuse([week, ...block].flatMap(({ days }) => days)).excuse),
        },
      ];
    }),
});

const recoveryWork = rule({
  id: "recovery-work",
  number: 10,
  title: "A recovery week holds at most one short hard session, late in the week",
  severity: "scored",
  class: "quality",
  reads: ["phases"],
  source: "Published recovery weeks keep one short hard session; training science 2.4",
  evidence: "convention",
  check: (view) =>
    view.weeks.flatMap((week, i) => {
      const block = blockBefore(view, i);
      if (!week.isRecovery || block.length === 0) return [];
      const hard = week.days.filter((day) => day.isHard);
      const early = hard.filter((day) => day.weekday < RECOVERY_HARD_FROM).length;
      const work = (w: WeekView): number =>
        sum(w.rides.filter((ride) => !ride.isTest).map((ride) => ride.measure.zones.mid + ride.measure.zones.high));
      const usual = mean(block.map(work));
      const share = usual > 0 ? work(week) / usual : 0;
      return hard.length > 1 || early > 0 || share > RECOVERY_WORK_SHARE + 0.02
        ? [
            {
              week: week.number,
              message: `${hard.length} hard days, ${early} of them before ${WEEKDAYS[RECOVERY_HARD_FROM]}, ${Math.round(share * 100)} % of the usual work`,
              numbers: { hard_days: hard.length, early, share: round(share, 2) },
            },
          ]
        : [];
    }),
});

const recoveryForm = rule({
  id: "recovery-form",
  number: 11,
  title: "A recovery week ends fresh",
  severity: "scored",
  class: "quality",
  reads: ["start", "phases"],
  source: "Coaches want form of 0 to +10 at its end (slowtwitch); training science 2.4",
  evidence: "convention",
  check: (view) =>
    view.weeks.flatMap((week) => {
      const { formAfter } = weekEnds(view, week);
      return week.isRecovery && formAfter < RECOVERY_FORM
        ? [
            {
              week: week.number,
              message: `form is ${round(formAfter)} after the recovery week`,
              numbers: { form: round(formAfter), limit: RECOVERY_FORM },
            },
          ]
        : [];
    }),
});

export const RECOVERY_RULES = [loadRun, recoveryLoad, recoveryWork, recoveryForm] as const;
