import type { Cells } from "./csv-cells.ts";
import { plainWords, splitWords } from "./plain-words.ts";
import { garminLayout } from "./garmin-layout.ts";
import { intervalsLayout } from "./intervals-layout.ts";
import { isLayout, type Incomplete, type Layout, type LayoutReader } from "./layout-kind.ts";
import { stravaApiLayout } from "./strava-api-layout.ts";
import { stravaLayout } from "./strava-layout.ts";
import { Titles } from "./title-words.ts";
import { summaryLayout } from "./summary-layout.ts";
import { ANY_SUMMARY, KNOWN_SUMMARIES, TABLE_SUMMARIES } from "./summary-kinds.ts";
import { trainingPeaksLayout } from "./trainingpeaks-layout.ts";

/** From those that only one program writes to those that many could. */
const READERS: readonly LayoutReader[] = [
  intervalsLayout,
  stravaApiLayout,
  trainingPeaksLayout,
  ...[...KNOWN_SUMMARIES, ...TABLE_SUMMARIES].map(summaryLayout),
  stravaLayout,
  garminLayout,
  summaryLayout(ANY_SUMMARY),
];

/** Tables have fewer columns. */
const MOST_COLUMNS = 2000;

/** The layout that the titles of a file belong to, whatever its language; what it lacks, where it is nearly one; undefined for a file of another kind. */
export function layoutOf(header: Cells): Layout | Incomplete | undefined {
  if (header.length > MOST_COLUMNS) return undefined;
  const titles = new Titles(header.map((title) => plainWords(splitWords(title.slice(0, 200)))));
  let nearly: Incomplete | undefined;
  for (const reader of READERS) {
    const found = reader(titles);
    if (found === undefined) continue;
    if (isLayout(found)) return found;
    nearly ??= found;
  }
  return nearly;
}
