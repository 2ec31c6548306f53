import { timeWords } from "../base/time-words.ts";
import { hanging, left, right, widthOf, wrap } from "./columns.ts";

/** One workout of a list. */
export interface ListedWorkout {
  readonly id: string;
  readonly family: string;
  readonly type: string;
  readonly level: number;
  readonly shortest_min: number;
  readonly longest_min: number;
}

/** `2 h to 6 h 20` */
const lengths = ({ shortest_min: from, longest_min: to }: ListedWorkout): string =>
  from === to ? timeWords(from) : `${timeWords(from)} to ${timeWords(to)}`;

/** An id in pieces that a line can hold: it is broken behind an underscore, where it has too few columns. */
const piecesOf = (id: string, width: number): string[] =>
  (id.match(/[^_]*_?/g) ?? []).reduce<string[]>((lines, part) => {
    const last = lines.at(-1) ?? "";
    return last !== "" && widthOf(last + part) > width ? [...lines, part] : [...lines.slice(0, -1), last + part];
  }, []);

/** A workout a line, by family; where the screen is too narrow for that, its level and lengths stand below its id. */
export function libraryListLines(workouts: readonly ListedWorkout[], width: number): string[] {
  const widest = Math.max(...workouts.map(({ id }) => widthOf(id)));
  const besides = workouts.map(
    (one) => `  ${left(one.id, widest)}  level ${right(String(one.level), 2)}  ${lengths(one)}`,
  );
  const isWide = besides.every((line) => widthOf(line) <= width);
  return workouts.flatMap((one, index) => {
    const isFirst = one.family !== workouts[index - 1]?.family;
    const head = isFirst ? [...(index === 0 ? [] : [""]), ...wrap(`${one.family} (${one.type})`, width)] : [];
    if (isWide) return [...head, besides[index] ?? ""];
    const id = piecesOf(one.id, width - 2).map((piece) => `  ${piece}`);
    return [...head, ...id, ...hanging("    ", `level ${one.level}, ${lengths(one)}`, width)];
  });
}
