import { isRecord } from "../athlete/parse-reading.ts";

type JsonRecord = Readonly<Record<string, unknown>>;

/** A list deeper in a file, or a field deeper in a record, is none of a ride's summary. */
const DEEPEST = { list: 4, field: 4 };
/** So many places of a file are looked at for its list. */
const MOST_PLACES = 500;
const MOST_FIELDS = 2000;

/** What a text of JSON holds, whole or a record a line; undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return linesOfJson(text);
  }
}

function linesOfJson(text: string): unknown[] | undefined {
  const records: unknown[] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    try {
      records.push(JSON.parse(line));
    } catch {
      // A file whose last line was cut off still holds the others.
      return records.length > 1 ? records : undefined;
    }
  }
  return records;
}

const recordsIn = (list: readonly unknown[]): JsonRecord[] => list.filter(isRecord);

/** Every list of records in a value, from the outside in; last the value itself as a list of one, where it is a record. */
export function* recordLists(root: unknown): Generator<readonly JsonRecord[]> {
  let level: readonly unknown[] = [root];
  let places = 0;
  for (let depth = 0; depth <= DEEPEST.list && level.length > 0; depth++) {
    const next: unknown[] = [];
    for (const value of level) {
      places += 1;
      if (places > MOST_PLACES) break;
      if (Array.isArray(value)) {
        const records = recordsIn(value);
        if (records.length > 0) yield records;
        next.push(...records.slice(0, MOST_PLACES));
      } else if (isRecord(value)) {
        next.push(
          ...Object.values(value)
            .filter((inner) => typeof inner === "object")
            .slice(0, MOST_PLACES),
        );
      }
    }
    level = next;
  }
  if (isRecord(root)) yield [root];
}

/** The fields of a record by their paths, `workout_summary heart_rate_avg`; of a list only its first record. */
export function fieldsOf(record: JsonRecord): Map<string, string> {
  const found = new Map<string, string>();
  const add = (inner: JsonRecord, path: readonly string[]): void => {
    for (const [key, value] of Object.entries(inner)) {
      if (found.size >= MOST_FIELDS) return;
      const name = [...path, key];
      const first: unknown = Array.isArray(value) ? value[0] : value;
      if (isRecord(first)) {
        if (path.length < DEEPEST.field) add(first, name);
      } else if (typeof value === "string") found.set(name.join(" "), value.slice(0, 500));
      else if (typeof value === "number" || typeof value === "boolean") found.set(name.join(" "), String(value));
    }
  };
  add(record, []);
  return found;
}
