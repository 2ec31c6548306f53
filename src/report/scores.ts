import type { Score } from "../plan/schema.ts";
import { hanging, left, wrap } from "./columns.ts";
import { finish, type Page } from "./page.ts";
import { plainNumber } from "./units.ts";

/** Columns of the value with its unit, and of the band. */
const VALUE = 18;
const BAND = 12;
const GAPS = 2;

/** `1 week`, `85.2 % of time`, `none` where it was not measured. */
export const valueText = ({ value, unit }: Score): string =>
  value === null ? "none" : `${plainNumber(value, 2)} ${COUNTED.has(unit) && value === 1 ? unit.slice(0, -1) : unit}`;

/** Units that lose their last letter when there is one of them. */
const COUNTED: ReadonlySet<string> = new Set(["weeks", "workouts"]);

const bandText = ({ band }: Score): string =>
  band === null ? "" : `${plainNumber(band.low, 2)} to ${plainNumber(band.high, 2)}`;

/** Where the band was measured, and what else there is to know. */
function basis({ band, note }: Score): string {
  const measured = band === null ? "" : `measured in ${band.n === null ? "" : `${band.n} `}${band.of}`;
  return [measured, note].filter((text) => text !== "").join("; ");
}

function scoreLines(score: Score, label: number, page: Page): string[] {
  const [first = "", ...rest] = wrap(score.label, label);
  const below = basis(score);
  return [
    `${left(first, label)} ${left(valueText(score), VALUE)} ${bandText(score)}`,
    ...rest,
    ...(below === "" ? [] : hanging("  ", below, page.width).map(page.paint.quiet)),
  ];
}

/** The scores of a plan as one table: value, unit, and the band of plans that were measured, or none where nobody measured. */
export function scoresTable(scores: readonly Score[], page: Page): string[] {
  if (scores.length === 0) return [];
  const label = Math.max(16, page.width - VALUE - BAND - GAPS);
  const titles = `${left("score", label)} ${left("this plan", VALUE)} measured`;
  return finish([page.paint.quiet(titles), ...scores.flatMap((score) => scoreLines(score, label, page))], page);
}
