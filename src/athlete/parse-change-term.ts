import type { CalendarDate, Weekday } from "../base/calendar.ts";
import type { WorkKind } from "../base/work-kinds.ts";
import { PlanError } from "../base/errors.ts";
import type { EventTerm } from "./event-terms.ts";
import { readDate, readDays, weekdayNamed } from "./parse-days.ts";
import { eventsReader } from "./parse-events.ts";
import { quoted, type Reader } from "./parse-reading.ts";
import { TERM_READERS, termRead } from "./parse-terms-all.ts";
import type { ProfileInput } from "./schema.ts";
import type { FixedRide, TermName } from "./terms.ts";

/** A change of what was asked for, as words say it. */
export type SaidTerm =
  | { readonly term: "add_event"; readonly events: EventTerm[] }
  | { readonly term: "drop_event"; readonly date: CalendarDate }
  | { readonly term: "add_ride"; readonly rides: FixedRide[] }
  | { readonly term: "drop_ride"; readonly day: string }
  | { readonly term: "add_avoid"; readonly kinds: WorkKind[] }
  | { readonly term: "days"; readonly days: Weekday[] }
  | { readonly term: "set"; readonly fields: SaidFields };

type SaidFields = Pick<ProfileInput, TermName>;

export interface TermSaid {
  readonly kind: "term";
  readonly words: string;
  readonly change: SaidTerm;
}

const refuse = (text: string, expected: string): PlanError =>
  new PlanError({
    code: "INPUT_INVALID",
    message: `${quoted(text)} -> ${expected}`,
    hint: "Say add event 2027-04-18:road_race:B, add ride wed:90:hard, drop event 2027-04-18, drop ride wed or days tue,thu,sat.",
  });

function taken<T>(reader: Reader<T>, text: string, today: CalendarDate): T {
  const reading = reader(text, { today, looks: "ahead" });
  if (reading.kind === "value") return reading.value;
  throw refuse(text, reading.expected);
}

/** The terms that a change may set, and the words that say it: `long-ride sat:240`. */
const SET_TERMS = ["rhythm", "avoid", "prefer", "indoor", "long_ride", "strength_days", "other_sport"] as const;
const wordOf = (name: TermName): string => name.replaceAll("_", "-");
export const SET_WORDS: readonly string[] = SET_TERMS.map(wordOf);

function fieldsOf(word: string, text: string, today: CalendarDate): SaidFields {
  const name = SET_TERMS.find((one) => wordOf(one) === word);
  if (name === undefined) throw refuse(word, "expected a term of a request");
  return termRead(name, (reader) => taken(reader, text, today));
}

function droppedOf(what: string | undefined, text: string, today: CalendarDate): SaidTerm {
  if (what === "ride") {
    const day = weekdayNamed(text) ?? (taken(readDate, text, today) satisfies CalendarDate);
    return { term: "drop_ride", day };
  }
  return { term: "drop_event", date: taken(readDate, text, today) };
}

/** `add event …`, `add ride …`, `drop event …`, `drop ride …`, `days …`, and terms of their own: `rhythm 2:1`. */
export function termOf(words: readonly string[], today: CalendarDate): TermSaid {
  const [verb = "", what = "", ...rest] = words.map((word, i) => (i < 2 ? word.toLowerCase() : word));
  const said = words.join(" ");
  const text = rest.join(" ");
  const after = words.slice(1).join(" ");
  if (verb === "days")
    return { kind: "term", words: said, change: { term: "days", days: taken(readDays, after, today) } };
  if (verb === "drop") return { kind: "term", words: said, change: droppedOf(what, text, today) };
  if (verb === "add" && what === "event")
    return {
      kind: "term",
      words: said,
      change: { term: "add_event", events: taken(eventsReader(today), text, today) },
    };
  if (verb === "add" && what === "ride")
    return {
      kind: "term",
      words: said,
      change: { term: "add_ride", rides: taken(TERM_READERS.fixed_rides, text, today) },
    };
  if (verb === "add") throw refuse(said, "expected add event or add ride");
  return { kind: "term", words: said, change: { term: "set", fields: fieldsOf(verb, after, today) } };
}
