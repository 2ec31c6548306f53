import { sweepTask } from "../../scripts/sweep/outcome.ts";
import { addDays, type CalendarDate } from "../../src/base/calendar.ts";
import { seededChance, type Chance } from "../../src/base/chance.ts";
import { PlanError } from "../../src/base/errors.ts";
import type { LivingPlan } from "../../src/jobs/change/living.ts";
import { proposeChange, type Proposal } from "../../src/jobs/change/propose.ts";
import { compilePlan } from "../../src/jobs/compile/compile.ts";
import type { Library } from "../../src/library/library.ts";
import type { Intent } from "../../src/plan/change-schema.ts";
import { isTraining } from "../../src/workout/rides.ts";
import { drawRequest } from "./draw-request.ts";

/** The changes of one day that a rider makes most. */
export const ONE_DAY = ["missed", "move", "shorten"] as const;
export type OneDay = (typeof ONE_DAY)[number];

export interface Size {
  readonly kind: OneDay;
  /** Days that change beside those that the rider named; undefined where no lawful way was found. */
  readonly others: number | undefined;
}

/** The plan of a drawn rider; undefined where none keeps the rules. */
export function drawnPlan(seed: string, library: Library): LivingPlan | undefined {
  try {
    const { plan, overview } = compilePlan(sweepTask(drawRequest(seededChance(seed)), "size"), library);
    return { file: plan, overview };
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

/** What a change does, the way of that number where there are several; undefined where it is refused. */
export function proposed(at: ProposeAt, intent: Intent, way?: number): Proposal | undefined {
  try {
    return proposeChange({ ...at, done: new Set() }, [intent], way);
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

interface ProposeAt {
  readonly plan: LivingPlan;
  readonly library: Library;
  readonly today: CalendarDate;
}

function intentOn(kind: OneDay, { date, minutes }: { date: CalendarDate; minutes: number }, chance: Chance): Intent {
  const by = [-3, -2, -1, 1, 2, 3][chance.at("by").below(6)] ?? 1;
  if (kind === "missed") return { kind, dates: [date] };
  if (kind === "move") return { kind, from: date, to: addDays(date, by) };
  // A quarter to three quarters of what was planned.
  return { kind, date, minutes: Math.max(20, Math.round((minutes * (25 + chance.at("share").below(51))) / 500) * 5) };
}

/** One change of one day of a drawn rider's plan, and how many other days it takes; undefined where the rider has no plan. */
export function changeSize(seed: string, library: Library): Size | undefined {
  const chance = seededChance(seed).at("size");
  const plan = drawnPlan(seed, library);
  const rides = plan?.file.training_plan.weekly_plan.flatMap(({ workouts }) => workouts.filter(isTraining)) ?? [];
  const ride = rides[chance.at("ride").below(Math.max(1, rides.length))];
  const kind = ONE_DAY[chance.at("kind").below(ONE_DAY.length)];
  if (plan === undefined || ride === undefined || kind === undefined) return undefined;
  const named = intentOn(kind, { date: ride.date, minutes: ride.duration_min }, chance);
  const back = chance.at("back").below(4);
  const today = addDays(ride.date, kind === "missed" ? back : kind === "move" ? -3 : -back);
  const proposal = proposed({ plan, library, today }, named);
  const said: readonly CalendarDate[] = named.kind === "move" ? [named.from, named.to] : [ride.date];
  return { kind, others: proposal?.effect.days.filter(({ date }) => !said.includes(date)).length };
}
