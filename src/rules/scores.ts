import { mean, ROUNDING_ERROR, roundTo, sum } from "../base/numbers.ts";
import { scaleOf } from "../plan/scale.ts";
import { sayPlan } from "../plan/without-power.ts";
import type { Score } from "../plan/schema.ts";
import { usedHours } from "./hours-used.ts";
import { blockRampLimit, HOURS_USED_SHARE, MONOTONY } from "./limits.ts";
import { monotonyOf } from "./load-rules.ts";
import type { RuleId } from "./catalogue.ts";
import type { Finding } from "./finding.ts";
import type { PlanView } from "./view.ts";

const round = (value: number, decimals = 1): number => roundTo(value, decimals);

/** The scored sides of a plan as one table; a band only where plans were measured (training science 1.3, 2.3, 3.4, 4.2). */
export const scoresOf = (view: PlanView, scored: readonly Finding[]): Score[] => [
  easyShareScore(view),
  formScore(view),
  rampScore(view),
  monotonyScore(view),
  counted(scored, { id: "overload", label: "Ladders with less hard work than the week before", unit: "weeks" }),
  counted(scored, { id: "variety", label: "Hard workouts that come again within 14 days", unit: "workouts" }),
  hoursScore(view),
];

/** How far each score is from good; 0 where it is. What has no better side counts nothing. */
const SHORTFALL: Readonly<Record<string, (value: number) => number>> = {
  "easy-share": (value) => beyond(value, { low: EASY_SHARE_BAND.low, high: EASY_SHARE_BAND.high }),
  "event-form": (value) => beyond(value, { low: FORM_BAND.low, high: FORM_BAND.high }),
  ramp: (value) => -value,
  monotony: (value) => beyond(value, { low: 0, high: MONOTONY.aim }),
  overload: (value) => value,
  variety: (value) => value,
  "hours-used": (value) => beyond(value, { low: HOURS_USED_SHARE * 100, high: 100 }),
};

const beyond = (value: number, { low, high }: { readonly low: number; readonly high: number }): number =>
  Math.max(0, low - value, value - high);

/** The first score of a plan that is worse than that of another plan for the same rider; undefined where none is. */
export function fallenScore(before: readonly Score[], after: readonly Score[]): { was: Score; is: Score } | undefined {
  for (const is of after) {
    const was = before.find(({ id }) => id === is.id);
    const shortfall = SHORTFALL[is.id];
    if (was === undefined || was.value === null || is.value === null || shortfall === undefined) continue;
    if (shortfall(is.value) > shortfall(was.value) + ROUNDING_ERROR) return { was, is };
  }
  return undefined;
}

const EASY_SHARE_BAND = { low: 63, high: 93, n: null, of: "human-written plans, zones 1 and 2" };
const FORM_BAND = { low: 1, high: 23, n: 15, of: "coach plans on race morning, 12 of which lay here" };

function easyShareScore(view: PlanView): Score {
  const rides = view.weeks.flatMap((week) => week.rides);
  const seconds = sum(rides.map((ride) => ride.measure.seconds));
  const low = seconds > 0 ? sum(rides.map((ride) => ride.measure.zones.low)) / seconds : 0;
  return {
    id: "easy-share",
    label: sayPlan("Easy riding (at or below 75 % of FTP)", scaleOf(view.plan.athlete_profile)),
    value: round(low * 100),
    unit: "% of time",
    band: EASY_SHARE_BAND,
    note: "more hours want a larger share",
  };
}

function formScore(view: PlanView): Score {
  const form = view.eventIndex === undefined ? undefined : view.curve[view.eventIndex]?.form;
  return {
    id: "event-form",
    label: "Form on the day",
    value: form === undefined ? null : round(form),
    unit: "points",
    band: form === undefined ? null : FORM_BAND,
    note: form === undefined ? "no event" : "fitness minus fatigue on the event's morning",
  };
}

function rampScore(view: PlanView): Score {
  const start = view.plan.plan_metadata.starting_ctl;
  const before = view.curve.slice(0, view.eventIndex ?? view.days.length).map((day) => day.ctl);
  return {
    id: "ramp",
    label: "Fitness gained at its peak",
    value: round((Math.max(start, ...before) - start) / Math.max(1, view.weeks.length)),
    unit: "points a week",
    band: null,
    note: `your blocks may gain ${round(blockRampLimit(view.rider))} a week`,
  };
}

function monotonyScore(view: PlanView): Score {
  const loads = view.weeks.filter((week) => week.isLoad && !week.touchesTaper && week.rideSeconds > 0);
  return {
    id: "monotony",
    label: "Monotony of load weeks",
    value: loads.length === 0 ? null : round(mean(loads.map(monotonyOf)), 2),
    unit: "ratio",
    band: { low: 0.7, high: 2.2, n: null, of: "human-written plans" },
    note: `aim at ${MONOTONY.aim} or less`,
  };
}

const counted = (scored: readonly Finding[], what: Pick<Score, "label" | "unit"> & { readonly id: RuleId }): Score => ({
  ...what,
  value: scored.filter((finding) => finding.rule === what.id).length,
  band: null,
  note: "fewer is better",
});

function hoursScore(view: PlanView): Score {
  const used = usedHours(view);
  return {
    id: "hours-used",
    label: "Hours used of what the limits allow",
    value: used === undefined ? null : round(used.share * 100),
    unit: "%",
    band: null,
    note: `counted over load weeks; ${HOURS_USED_SHARE * 100} or more is good`,
  };
}
