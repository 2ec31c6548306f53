import type { Rider } from "../../athlete/rider.ts";
import type { WorkKind } from "../../base/work-kinds.ts";
import type { Phase } from "../../plan/schema.ts";
import type { LadderChoice } from "./ladders-by-phase.ts";

/** The ladders of a kind of work; none where a plan has no say in how much of it there is. */
export const LADDERS_OF_KIND: Readonly<Record<WorkKind, readonly string[]>> = {
  low_cadence: ["torque"],
  sprints: ["sprints"],
  sweetspot: ["sweetspot"],
  threshold: ["threshold"],
  over_unders: ["over_unders"],
  vo2max: ["vo2max_short", "vo2max_long"],
  anaerobic: ["anaerobic"],
  torque: ["torque"],
  standing: [],
  race_simulation: [],
  tests: [],
};
/** The first hard day of a week stays the event's, but every so many load weeks. */
const FIRST_DAY_EVERY = 3;

/** What a load week rides where the rider prefers kinds of work: they come before the others where every rule allows them. */
export function withPreferred(
  usual: LadderChoice,
  { prefers = [] }: Pick<Rider, "prefers">,
  at: { readonly phase: Phase; readonly turn: number },
): LadderChoice {
  const families = prefers.flatMap((kind) => LADDERS_OF_KIND[kind]);
  if (families.length === 0 || at.phase === "taper") return usual;
  const from = at.turn % families.length;
  const inTurn = [...families.slice(from), ...families.slice(0, from)];
  const before = (others: readonly string[]): string[] => [
    ...inTurn,
    ...others.filter((family) => !families.includes(family)),
  ];
  return {
    ...usual,
    first: at.turn % FIRST_DAY_EVERY === FIRST_DAY_EVERY - 1 ? before(usual.first) : usual.first,
    second: before(usual.second),
  };
}
