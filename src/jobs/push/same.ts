import { canonicalJson } from "../../base/json.ts";
import { cleanText } from "../../base/text.ts";
import type { IcuEvent, IcuFields } from "../../providers/intervals-icu/client.ts";
import { digestOf } from "../../storage/digest.ts";
import type { Pushed } from "../../storage/pushed-state.ts";

/** Fields that come back as they were sent. Load and length are left out: intervals.icu works them out from the steps again. */
const COMPARED = ["category", "start_date_local", "type", "name", "description", "indoor", "target"] as const;
/** The same where an entry has no steps, and where it is a note of several days. */
const PLAIN = ["moving_time"] as const;
const OF_NOTES = ["end_date_local", "color"] as const;

/** One spelling for what means the same: seconds of a time, ends of lines, nothing at all. */
function plain(name: string, value: unknown): unknown {
  if (value === null || value === undefined || value === "" || value === false) return undefined;
  if (name.endsWith("_local") && typeof value === "string") return `${value}T00:00:00`.slice(0, 19);
  if (name === "target" && value === "AUTO") return undefined;
  if (typeof value !== "string") return value;
  return cleanText(value)
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .trim();
}

type Fields = Readonly<Record<string, unknown>>;

const namesFor = (entry: IcuFields): readonly string[] => [
  ...COMPARED,
  ...(entry.category === "NOTE" ? OF_NOTES : entry.target === undefined ? PLAIN : []),
];

const viewOf = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, plain(name, fields[name])]));

/** What is sent, in short. */
export const sentOf = (entry: IcuFields): string => digestOf(canonicalJson(entry)).slice(0, 16);

/** What the calendar shows of it, in short. */
export const seenOf = (entry: IcuFields, { fields }: IcuEvent): string =>
  digestOf(canonicalJson(viewOf(fields, namesFor(entry)))).slice(0, 16);

/** An entry that was just sent has arrived where its day, kind and name are there: how its text is kept is their affair. */
export const hasArrived = (entry: IcuFields, { fields }: IcuEvent): boolean =>
  ["category", "start_date_local", "name"].every((name) => plain(name, entry[name]) === plain(name, fields[name]));

/** True where the calendar holds what is wanted: field by field, or unchanged since it was sent, however it is kept there. */
export function isSame(entry: IcuFields, event: IcuEvent, held: Pushed["entries"][string] | undefined): boolean {
  if (held?.sent === sentOf(entry) && held.seen === seenOf(entry, event)) return true;
  const names = namesFor(entry);
  const [wanted, shown] = [viewOf(entry, names), viewOf(event.fields, names)];
  const isEqual = names.every((name) => wanted[name] === shown[name]);
  // What is not compared may have changed all the same: then what was sent tells.
  return isEqual && (held?.sent === undefined || held.sent === sentOf(entry));
}
