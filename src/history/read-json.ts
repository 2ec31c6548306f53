import { Collector } from "./collector.ts";
import { layoutOf } from "./find-layout.ts";
import { fieldsOf, jsonOf, recordLists } from "./json-records.ts";
import { goldenCheetahTrack } from "./golden-cheetah-ride.ts";
import { readingOf } from "./read-track-ride.ts";
import { isLayout, type Incomplete } from "./layout-kind.ts";
import { unknownFile, type ReadSetup } from "./read-csv.ts";
import type { FileReading } from "./ride.ts";

/** So many records tell the fields of all. */
const SAMPLE = 300;
const ROWS_BETWEEN_LOOKS = 2000;

type Records = Parameters<typeof fieldsOf>[0][];

/** Records spread over the whole list: a ride has fields that a swim has not. */
function sampleOf(records: readonly Records[number][]): readonly Records[number][] {
  const step = Math.max(1, Math.floor(records.length / SAMPLE));
  return records.filter((_, index) => index % step === 0);
}

/** Every field that the records have, in the order in which they come. */
function titlesOf(records: readonly Records[number][]): string[] {
  const titles = new Set<string>();
  for (const record of sampleOf(records)) for (const name of fieldsOf(record).keys()) titles.add(name);
  return [...titles];
}

/** Reads what an API answered, a list of records: each is a row, its fields are the titles. Rows are counted as lines. Never fails for what a text holds. */
export async function readJson(text: string, setup: ReadSetup): Promise<FileReading> {
  const root = jsonOf(text.startsWith("\ufeff") ? text.slice(1) : text);
  const track = goldenCheetahTrack(root);
  if (track !== undefined) return readingOf({ found: [track] }, "goldencheetah", setup);
  let nearly: Incomplete | undefined;
  for (const records of recordLists(root)) {
    const titles = titlesOf(records);
    const layout = layoutOf(titles.map((title) => title.replaceAll("-", " ")));
    if (layout === undefined) continue;
    if (!isLayout(layout)) {
      nearly ??= layout;
      continue;
    }
    const collector = new Collector(layout, setup);
    const cellsOf = (record: Records[number]): string[] => {
      const fields = fieldsOf(record);
      return titles.map((title) => fields.get(title) ?? "");
    };
    layout.learn?.(sampleOf(records).map(cellsOf));
    for (const [index, record] of records.entries()) {
      collector.add(index + 1, cellsOf(record));
      if (index % ROWS_BETWEEN_LOOKS === 0) await setup.onRows(index);
    }
    return collector.reading();
  }
  return unknownFile(nearly);
}
