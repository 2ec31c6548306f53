import type { LibraryWorkout, Part } from "./library.ts";
import { LOW_TOP } from "../load/zones.ts";
import { reducedId } from "../workout/reduced-id.ts";

/** Share of the repeats that a recovery week keeps: 50 to 60 % (training science 2.4). */
const KEEP = 0.55;
/** What is no half dose any more: too much, or hardly any. */
const LEAST = 0.3;
const MOST = 0.7;

interface Cut {
  readonly groups: number;
  readonly sets: number;
  readonly share: number;
}

/** Places of the repeated interval; undefined where there is none, or where different ones follow each other. */
function repeatedAt(parts: readonly Part[]): number[] | undefined {
  const at = parts.flatMap((part, i) => (part.segment.kind === "interval" ? [i] : []));
  const shapes = new Set(at.map((i) => JSON.stringify(parts[i]?.segment)));
  return shapes.size === 1 ? at : undefined;
}

/** Everything hard must sit in the repeats, or cutting them would not cut the work in half. */
const hasOtherWork = (parts: readonly Part[]): boolean =>
  parts.some(({ segment, isMain }) => isMain && segment.kind === "steady" && segment.low > LOW_TOP);

/** The number of groups and sets nearest to the share, whole groups first where two are as near. */
function bestCut(groups: number, sets: number): Cut | undefined {
  const all = groups * sets;
  let best: Cut | undefined;
  for (let g = 1; g <= groups; g++)
    for (let s = sets; s >= 1; s--) {
      const share = (g * s) / all;
      if (share < LEAST || share > MOST) continue;
      if (best === undefined || Math.abs(share - KEEP) < Math.abs(best.share - KEEP) - 1e-9)
        best = { groups: g, sets: s, share };
    }
  return best;
}

const withSets = (part: Part, sets: number): Part => {
  const { segment } = part;
  if (segment.kind !== "interval") return part;
  const seconds = sets * (segment.work.seconds + (segment.rest?.seconds ?? 0));
  return { ...part, segment: { ...segment, sets }, shortest: seconds, nominal: seconds, longest: seconds };
};

/**
 * The same workout with about 55 % of its repeats (one at least) at the same power, for recovery weeks and the taper; undefined where its
 * work is one piece or a fixed sequence. Its id says so, its level stays.
 */
export function reduceWorkout(workout: LibraryWorkout): LibraryWorkout | undefined {
  const { parts } = workout;
  if (workout.role !== undefined) return undefined;
  const at = repeatedAt(parts);
  const first = at?.[0];
  const segment = first === undefined ? undefined : parts[first]?.segment;
  if (at === undefined || first === undefined || segment?.kind !== "interval" || hasOtherWork(parts)) return undefined;
  const cut = bestCut(at.length, segment.sets);
  if (cut === undefined) return undefined;
  const lastKept = at[cut.groups - 1] ?? first;
  const lastOfAll = at.at(-1) ?? first;
  const kept = parts.filter((_, i) => i <= lastKept || i > lastOfAll);
  const repeats = cut.groups === at.length || at.length === 1 ? "" : ` ${cut.groups} of ${at.length} sets,`;
  const each = `${cut.sets} ${cut.sets === 1 ? "repeat" : "repeats"}${at.length > 1 ? " in each" : ` instead of ${segment.sets}`}`;
  return {
    ...workout,
    id: reducedId(workout.id),
    name: `${workout.name}, reduced`,
    isRung: false,
    form: `${workout.form} reduced`,
    text: `A short version of "${workout.name}" for an easy week:${repeats} ${each}, at the same power. It keeps the feeling for the pace while your body recovers. Warm up well, ride each repeat as cleanly as you can, rest fully between them, and stop while it still feels good.`,
    parts: kept.map((part) => (part.segment.kind === "interval" ? withSets(part, cut.sets) : part)),
  };
}
