import { kindsOf, longestEffortSeconds } from "../load/kinds.ts";
import { rule, type Rule } from "./rule.ts";
import type { PlanView, RideView } from "./view.ts";

/** What the rider said about single efforts: how long, and of which kinds. The power is `effort-cap`'s. */

const words = (kind: string): string => kind.replaceAll("_", " ");

/** Training rides that the plan made, with their day: nobody planned the efforts of those that happen anyway. */
const planned = (view: PlanView): { day: PlanView["days"][number]; ride: RideView }[] =>
  view.days.flatMap((day) => day.rides.filter((ride) => !ride.isEvent && !ride.isFixed).map((ride) => ({ day, ride })));

const effortLength = rule({
  id: "effort-length",
  title: "No single effort above easy riding is longer than the rider wants",
  severity: "hard",
  class: "limit",
  reads: ["athlete"],
  source: "The rider's own answer",
  evidence: "rider",
  check: (view) => {
    const limit = view.plan.athlete_profile.effort_length;
    if (limit === undefined) return [];
    return planned(view)
      .filter(({ day }) => day.week <= limit.through_week && (limit.until === undefined || day.date <= limit.until))
      .flatMap(({ day, ride }) => {
        const minutes = Math.round((longestEffortSeconds(ride.measure.steps) / 60) * 10) / 10;
        return minutes > limit.max_minutes || ride.isTest
          ? [
              {
                week: day.week,
                date: day.date,
                message: `"${ride.workout.name}": ${ride.isTest ? "a test" : `an effort of ${minutes} min`}, ${limit.max_minutes} at most`,
                numbers: { minutes, limit: limit.max_minutes },
              },
            ]
          : [];
      });
  },
});

const avoidedWork = rule({
  id: "avoided-work",
  title: "No ride holds the kinds of work that the rider avoids",
  severity: "hard",
  class: "limit",
  reads: ["athlete"],
  source: "The rider's own answer",
  evidence: "rider",
  check: (view) => {
    const { avoids = [] } = view.rider;
    if (avoids.length === 0) return [];
    return planned(view).flatMap(({ day, ride }) => {
      const { workout, measure } = ride;
      const text = [workout.description, ...workout.segments.map(({ description }) => description)].join(" ");
      const held = kindsOf({ ...workout, steps: measure.steps, text }).filter((kind) => avoids.includes(kind));
      return held.length === 0
        ? []
        : [
            {
              week: day.week,
              date: day.date,
              message: `"${workout.name}" holds ${held.map(words).join(" and ")}`,
              numbers: { kinds: held.length },
            },
          ];
    });
  },
});

/** Rules of the terms about single efforts. */
export const EFFORT_TERM_RULES = [effortLength, avoidedWork] as const satisfies readonly Rule[];
