import { describe, expect, it } from "vitest";
import { lintPlan } from "../../../src/jobs/lint/lint.ts";
import type { Overview } from "../../../src/plan/schema.ts";
import { PROPOSAL_RULES } from "../../../src/rules/proposal-rules.ts";
import type { Finding } from "../../../src/rules/finding.ts";
import { finalizePlan } from "../../../src/tools/finalize-tool.ts";
import { acceptOverview } from "../../../src/tools/overview-tool.ts";
import { acceptWeek } from "../../../src/tools/week-tool.ts";
import type { Workout } from "../../../src/workout/schema.ts";
import { easyRide, goldenFiles } from "./golden.ts";

interface ProposalCase {
  readonly rule: string;
  /** What the tool finds when one thing is changed. */
  readonly breaks: () => readonly Finding[];
  /** The same without the change. */
  readonly keeps: () => readonly Finding[];
  readonly says: RegExp;
}

const overview = (change: (overview: Overview) => void = () => undefined): readonly Finding[] => {
  const { overview: value } = goldenFiles();
  change(value);
  return acceptOverview(value).findings;
};

const proposedWeek = (change: (workouts: Workout[]) => void = () => undefined, weekNumber = 2): readonly Finding[] => {
  const files = goldenFiles();
  const workouts = structuredClone(files.weeks[1]?.workouts ?? []);
  change(workouts);
  return acceptWeek({ overview: files.overview, weekNumber, workouts }).findings;
};

const whole = (drop: number): readonly Finding[] => {
  const { overview: value, plan } = goldenFiles();
  return finalizePlan(value, plan.training_plan.weekly_plan.slice(drop)).findings;
};

const file = (change: (file: Record<string, unknown>) => void = () => undefined): readonly Finding[] => {
  const value = structuredClone(goldenFiles().plan);
  change(value.training_plan);
  return lintPlan({ value, source: "a file", today: "2026-12-01" }).findings;
};

const types = (
  value: Overview,
  week: number,
  change: (day: Overview["weekly_overview"][number]["training_days"][number]) => void,
): void => {
  for (const day of value.weekly_overview[week]?.training_days ?? []) change(day);
};
const ridden = (workouts: readonly Workout[]): Workout[] => workouts.filter(({ segments }) => segments.length > 0);

const CASES: readonly ProposalCase[] = [
  {
    rule: "overview-weeks",
    breaks: () => overview((value) => value.weekly_overview.pop()),
    keeps: () => overview(),
    says: /11 weeks for a plan of 12/,
  },
  {
    rule: "overview-days",
    breaks: () =>
      overview((value) => {
        types(value, 1, (day) => {
          if (day.weekday === "Tuesday") day.workout_types = ["rest", "endurance"];
        });
      }),
    keeps: () => overview(),
    says: /^Tuesday holds rest and something else$/,
  },
  {
    rule: "overview-training-days",
    breaks: () =>
      overview((value) => {
        types(value, 1, (day) => {
          day.workout_types = ["recovery"];
        });
      }),
    keeps: () => overview(),
    says: /^7 training days, 5 at most$/,
  },
  {
    rule: "overview-hard-days",
    breaks: () =>
      overview((value) => {
        types(value, 1, (day) => {
          if (!day.workout_types.includes("rest")) day.workout_types = ["threshold"];
        });
      }),
    keeps: () => overview(),
    says: /^5 days of threshold, VO2max or sweet spot, 3 at most$/,
  },
  { rule: "week-number", breaks: () => proposedWeek(undefined, 13), keeps: () => proposedWeek(), says: /no week 13/ },
  {
    rule: "week-days",
    breaks: () => proposedWeek((workouts) => workouts.shift()),
    keeps: () => proposedWeek(),
    says: /^Monday is missing/,
  },
  {
    rule: "designated-days",
    breaks: () =>
      proposedWeek((workouts) => {
        const rest = workouts.find(({ type }) => type === "rest");
        if (rest !== undefined) easyRide(rest, 30);
      }),
    keeps: () => proposedWeek(),
    says: /is a rest day in the overview/,
  },
  {
    rule: "segment-sum",
    breaks: () =>
      proposedWeek((workouts) => {
        ridden(workouts)
          .slice(0, 1)
          .forEach((workout) => (workout.duration_min += 1));
      }),
    keeps: () => proposedWeek(),
    says: /segments add up to/,
  },
  {
    rule: "time-budget",
    breaks: () =>
      proposedWeek((workouts) => {
        for (const workout of ridden(workouts)) easyRide(workout, 40);
      }),
    keeps: () => proposedWeek(),
    says: /20 % either way allowed/,
  },
  {
    rule: "week-files",
    breaks: () => whole(1),
    keeps: () => whole(0),
    says: /^week 1 of the overview has no week file$/,
  },
  {
    rule: "plan-format",
    breaks: () =>
      file((plan) => {
        plan.colour = "red";
      }),
    keeps: () => file(),
    says: /colour/,
  },
  {
    rule: "stored-verdict",
    breaks: () =>
      file((plan) => {
        Object.assign(plan.plan_metadata as object, {
          waivers: [{ rule: "hours-used", message: "x", reason: "y", numbers: {} }],
        });
      }),
    keeps: () => file(),
    says: /^the waivers in the file are not those that its workouts give$/,
  },
];

describe("the rules of proposals and files", () => {
  it("each have one failing and one passing case", () => {
    expect(CASES.map(({ rule }) => rule)).toEqual(PROPOSAL_RULES.map(({ id }) => id));
  });

  it.each(CASES)("$rule is found, and only then", ({ rule, breaks, keeps, says }) => {
    const found = breaks().filter((finding) => finding.rule === rule);
    expect(
      found.map(({ message }) => message).find((message) => says.test(message)),
      JSON.stringify(breaks()),
    ).toBeDefined();
    expect(found[0]?.severity).toBe(PROPOSAL_RULES.find(({ id }) => id === rule)?.severity);
    expect(keeps().filter((finding) => finding.rule === rule)).toEqual([]);
  });
});
