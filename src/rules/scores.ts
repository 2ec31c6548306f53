import { mean, sum } from "../base/numbers.ts";
import type { Score } from "../plan/schema.ts";
import { usedHours } from "./hours-used.ts";
import { blockRampLimit, MONOTONY } from "./limits.ts";
import { monotonyOf } from "./load-rules.ts";
import type { Finding } from "./rule.ts";
import type { PlanView } from "./view.ts";

const round = (value: number, decimals = 1): number => Math.round(value * 10 ** decimals) / 10 ** decimals;

/** The scored sides of a plan as one table; a band only where plans were measured (training science 1.3, 2.3, 3.4, 4.2). */
export function scoresOf(view: PlanView, scored: readonly Finding[]): Score[] {
  const rides = view.weeks.flatMap((week) => week.rides);
  const seconds = sum(rides.map((ride) => ride.measure.seconds));
  const low = seconds > 0 ? sum(rides.map((ride) => ride.measure.zones.low)) / seconds : 0;
  const loads = view.weeks.filter((week) => week.isLoad && !week.touchesTaper && week.rideSeconds > 0);
  const count = (rule: string): number => scored.filter((finding) => finding.rule === rule).length;
  const start = view.plan.plan_metadata.starting_ctl;
  const before = view.curve.slice(0, (view.eventIndex ?? view.days.length) + 0).map((day) => day.ctl);
  const form = view.eventIndex === undefined ? null : (view.curve[view.eventIndex]?.form ?? null);
  const used = usedHours(view);
  return [
    {
      id: "easy-share",
      label: "Easy riding (at or below 75 % of FTP)",
      value: round(low * 100),
      unit: "% of time",
      band: { low: 63, high: 93, n: 15, of: "human-written plans, zones 1 and 2" },
      note: "more hours want a larger share",
    },
    {
      id: "event-form",
      label: "Form on the day",
      value: form === null ? null : round(form),
      unit: "points",
      band: form === null ? null : { low: 1, high: 23, n: 15, of: "coach plans on race morning (12 of 15 lay here)" },
      note: form === null ? "no event" : "fitness minus fatigue on the event's morning",
    },
    {
      id: "ramp",
      label: "Fitness gained at its peak",
      value: round((Math.max(start, ...before) - start) / Math.max(1, view.weeks.length)),
      unit: "points a week",
      band: null,
      note: `your blocks may gain ${String(round(blockRampLimit(view.rider)))} a week`,
    },
    {
      id: "monotony",
      label: "Monotony of load weeks",
      value: loads.length === 0 ? null : round(mean(loads.map(monotonyOf)), 2),
      unit: "ratio",
      band: { low: 0.7, high: 2.2, n: 15, of: "human-written plans" },
      note: `aim at ${String(MONOTONY.aim)} or less`,
    },
    {
      id: "overload",
      label: "Load weeks with less hard work than the week before",
      value: count("overload"),
      unit: "weeks",
      band: null,
      note: "fewer is better",
    },
    {
      id: "variety",
      label: "Hard workouts that come again within 14 days",
      value: count("variety"),
      unit: "workouts",
      band: null,
      note: "fewer is better",
    },
    {
      id: "hours-used",
      label: "Hours used of what the limits allow",
      value: used === undefined ? null : round(used.share * 100),
      unit: "%",
      band: null,
      note: "load weeks; 92 or more",
    },
  ];
}
