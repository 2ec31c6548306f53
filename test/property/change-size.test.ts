import { expect, it } from "vitest";
import { addDays } from "../../src/base/calendar.ts";
import { seededChance } from "../../src/base/chance.ts";
import { changeSize, drawnPlan, ONE_DAY, proposed, type Size } from "../support/change-size.ts";
import { draws } from "../support/draws.ts";
import { shipped } from "../unit/library/shipped.ts";

const CHANGES = draws({ few: 24, many: 1000 });
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
