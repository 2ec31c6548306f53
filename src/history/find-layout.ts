import { plainTitle, type Cells } from "./csv-cells.ts";
import { garminLayout } from "./garmin-layout.ts";
import { intervalsLayout } from "./intervals-layout.ts";
import type { Layout, LayoutReader } from "./layout-kind.ts";
import { stravaLayout } from "./strava-layout.ts";
import { trainingPeaksLayout } from "./trainingpeaks-layout.ts";

const READERS: readonly LayoutReader[] = [intervalsLayout, trainingPeaksLayout, garminLayout, stravaLayout];

/** The layout that the titles of a file belong to, whatever its language; undefined for a file of another kind. */
export function layoutOf(header: Cells): Layout | undefined {
  const titles = header.map(plainTitle);
  for (const reader of READERS) {
    const layout = reader(titles);
    if (layout !== undefined) return layout;
  }
  return undefined;
}
