import { sum } from "../base/numbers.ts";
import { secondsAbove } from "../load/zones.ts";
import { FIRST_HARD_DAY, isHeldBackIn, KEY_SESSION_SHARE, KEY_WORK } from "./limits.ts";
import { ownRidesExcuse } from "./fixed-ride-excuse.ts";
import { rule, type Found } from "./rule.ts";
import { aimViews, type AimView, type PlanView, type WeekView } from "./view.ts";
import { daysOffExcuse } from "./week-figures.ts";

/** Ladders that begin late, because a limit on power held the weeks before, are not where the event wants them yet. */
const limitExcuse = ({ rider }: PlanView): Pick<Found, "excuse"> => ({
  excuse: {
    reason: "a limit on the rider's power",
    numbers: { limit_pct: Math.min(...rider.heldBack.map(({ max_power_pct }) => max_power_pct)) },
  },
});

/** Kinds that the rider avoids, or efforts longer than they want, are no key sessions of theirs. */
const termsExcuse = ({ rider }: PlanView): Pick<Found, "excuse"> | undefined => {
  const { avoids = [], longestEffort } = rider;
  return avoids.length === 0 && longestEffort === undefined
    ? undefined
    : {
        excuse: {
          reason: "the rider's own terms about hard efforts",
          numbers: { kinds_avoided: avoids.length, most_minutes: (longestEffort?.seconds ?? 0) / 60 },
        },
      };
};

/** In a short ride this share of it is work enough. */
const SHORT_RIDE_WORK = 0.22;

export const keySessions = rule({
  id: "key-sessions",
  number: 37,
  title: "Most load weeks of build and peak hold a session that the event asks for",
  severity: "hard",
  class: "shape",
  reads: ["athlete", "limits", "event", "phases"],
  source: "Training comes to be like the event (specificity); training science 3.3",
  evidence: "convention",
  scoredOutside: true,
  check: (whole) => aimViews(whole).flatMap((view) => missingKeys(view)),
});

/** The rider's limits, their calendar, or rides of their own in those weeks. */
function excuseOf(view: PlanView, missing: readonly WeekView[]): Pick<Found, "excuse"> {
  if (view.rider.heldBack.length > 0) return limitExcuse(view);
  const off = termsExcuse(view) ?? daysOffExcuse(missing);
  return off.excuse === undefined ? ownRidesExcuse(missing.flatMap(({ days }) => days)) : off;
}

function missingKeys(view: AimView): Found[] {
  const works = KEY_WORK[view.event.type];
  const mayBeHard = (week: WeekView): boolean =>
    week.days.some((day) => day.index >= FIRST_HARD_DAY && day.limit.available && !day.isOff);
  const weeks = view.weeks.filter(
    (week) =>
      week.isLoad &&
      (week.days[0]?.index ?? 0) >= view.stretchFrom &&
      !week.isNearEvent &&
      mayBeHard(week) &&
      !week.rides.some((ride) => ride.isTest) &&
      !isHeldBackIn(view.rider, week.number) &&
      !week.touchesTaper &&
      week.rideSeconds > 0 &&
      ["build", "peak"].includes(week.week.phase),
  );
  const has = (week: WeekView): boolean =>
    // A hard ride that happens anyway takes the place of a key session.
    week.days.some((day) => day.given.isHardRide) ||
    week.rides.some((ride) =>
      works.some(
        (work) =>
          sum(ride.measure.steps.map((step) => secondsAbove(step, work.from - 1e-4) - secondsAbove(step, work.to))) >=
          Math.min(work.seconds, ride.measure.seconds * SHORT_RIDE_WORK),
      ),
    );
  const missing = weeks.filter((week) => !has(week));
  if (weeks.length === 0 || weeks.length - missing.length >= weeks.length * KEY_SESSION_SHARE - 1e-9) return [];
  return [
    {
      message: `${weeks.length - missing.length} of ${weeks.length} load weeks of build and peak hold a key session`,
      numbers: { with_key: weeks.length - missing.length, weeks: weeks.length },
      ...excuseOf(view, missing),
    },
  ];
}
