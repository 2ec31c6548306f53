import { expect, it } from "vitest";
import { addDays } from "../../src/base/calendar.ts";
import { seededChance } from "../../src/base/chance.ts";
import { changeSize, drawnPlan, ONE_DAY, proposed, type Size } from "../support/change-size.ts";
import { draws } from "../support/draws.ts";
import { isTraining } from "../../src/workout/rides.ts";
import type { LivingPlan } from "../../src/jobs/change/living.ts";
import { shipped } from "../unit/library/shipped.ts";

const CHANGES = draws({ few: 16, many: 1000 });
const RIDERS = draws({ few: 4, many: 100 });
/** Days beside the named ones that a change of one day may take: the middle of all, and nineteen of twenty. */
const MEDIAN = 0;
const MOST_OFTEN = 3;

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;

/** So many single changes that were found a way, in the order of the draws, and how many were refused. */
function drawn(): { sizes: Size[]; refused: number } {
  const sizes: Size[] = [];
  let refused = 0;
  for (let i = 0; sizes.length < CHANGES; i++) {
    const size = changeSize(`size/${i}`, shipped);
    if (size?.others !== undefined) sizes.push(size);
    else if (size !== undefined) refused += 1;
  }
  return { sizes, refused };
}

it("changes as few other days as can be where one day is missed, moved or shortened", () => {
  const { sizes, refused } = drawn();
  const othersOf = (of: readonly Size[]): number[] => of.map(({ others = 0 }) => others).sort((a, b) => a - b);
  const line = (name: string, others: readonly number[]): string =>
    `${name}: ${others.length} changes, other days median ${at(others, 0.5)}, 95th percentile ${at(others, 0.95)}, most ${at(others, 1)}`;
  const all = othersOf(sizes);
  const lines = ONE_DAY.map((kind) => line(kind, othersOf(sizes.filter((size) => size.kind === kind))));
  console.log([line("all", all), ...lines, `${refused} refused`].join("\n"));
  expect(at(all, 0.5)).toBe(MEDIAN);
  expect(at(all, 0.95)).toBeLessThanOrEqual(MOST_OFTEN);
}, 3_600_000);

it("changes no day and no minute for a new FTP", () => {
  let changed = 0;
  for (let i = 0; changed < RIDERS; i++) {
    const plan = drawnPlan(`ftp/${i}`, shipped);
    const { current_ftp: ftp, start_date: start } = plan?.file.training_plan.plan_metadata ?? {};
    if (plan === undefined || ftp === undefined || start === undefined) continue;
    const chance = seededChance(`ftp/${i}`).at("ftp");
    const watts = Math.min(600, Math.max(50, Math.round((ftp * (85 + chance.at("share").below(31))) / 100)));
    const today = addDays(start, chance.at("day").below(28));
    const proposal = proposed({ plan, library: shipped, today }, { kind: "ftp", watts });
    expect(proposal?.effect, `ftp/${i}`).toMatchObject({ days: [], weeks: [] });
    changed += 1;
  }
}, 3_600_000);

/** The load of each week, but for what was missed on one day. */
const loadsWithout = ({ file }: LivingPlan, missed?: string): number[] =>
  file.training_plan.weekly_plan.map(({ workouts }) =>
    workouts.reduce((sum, ride) => sum + (ride.date === missed ? 0 : ride.tss), 0),
  );

it("plans no more load for the days ahead because a ride was missed, whichever way is taken", () => {
  let missed = 0;
  for (let i = 0; missed < RIDERS * 5; i++) {
    const plan = drawnPlan(`missed/${i}`, shipped);
    const rides = plan?.file.training_plan.weekly_plan.flatMap(({ workouts }) => workouts.filter(isTraining)) ?? [];
    const chance = seededChance(`missed/${i}`);
    const ride = rides[chance.at("ride").below(Math.max(1, rides.length))];
    if (plan === undefined || ride === undefined) continue;
    const today = addDays(ride.date, chance.at("back").below(3));
    for (const way of [0, 1]) {
      const after = proposed({ plan, library: shipped, today }, { kind: "missed", dates: [ride.date] }, way)?.after;
      if (after === undefined) continue;
      const planned = loadsWithout(plan);
      const rise = loadsWithout(after, ride.date).map((load, week) => load - (planned[week] ?? 0));
      expect(Math.max(...rise), `missed/${i}, ${ride.date}, way ${way}`).toBeLessThanOrEqual(0);
      missed += 1;
    }
  }
}, 3_600_000);
