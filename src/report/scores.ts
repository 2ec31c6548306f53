import type { Score } from "../plan/schema.ts";
import { hanging, left, wrap } from "./columns.ts";
import { finish, type Page } from "./page.ts";
import { plainNumber, signed } from "./units.ts";

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

/** The measures that say most of a plan, in a rider's words. */
const THREE: readonly (readonly [id: string, label: string, unit: string])[] = [
  ["easy-share", "Easy riding", "% of time"],
  ["event-form", "Form that day", ""],
  ["hours-used", "Hours used", "%"],
];

/** Columns of what is measured, and of its value. */
const NAME = 16;
const FIGURE = 15;

/** `human-written plans 63 to 93`, `15 coach plans +1 to +23`; a note where nobody measured. */
function beside({ band, note, id }: Score): string {
  if (band === null) return note;
  const figure = (value: number): string => (id === "event-form" ? signed(value) : plainNumber(value));
  const [of = ""] = band.of.split(/,| on /);
  return `${band.n === null ? "" : `${band.n} `}${of} ${figure(band.low)} to ${figure(band.high)}`;
}

/** Three measures of a plan, a line each, beside what others' plans hold. */
export const threeScores = (scores: readonly Score[], page: Page): string[] =>
  THREE.flatMap(([id, label, unit]) => {
    const score = scores.find((one) => one.id === id);
    if (score?.value === null || score === undefined) return [];
    const value = id === "event-form" ? signed(score.value) : `${plainNumber(score.value, 0)} ${unit}`;
    return hanging(`${left(label, NAME)}${left(value, FIGURE)}`, beside(score), page.width);
  });
