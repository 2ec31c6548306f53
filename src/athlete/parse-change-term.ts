import type { CalendarDate, Weekday } from "../base/calendar.ts";
import { PlanError } from "../base/errors.ts";
import type { EventTerm } from "./event-terms.ts";
import { readDate, readDays, weekdayNamed } from "./parse-days.ts";
import { eventsReader } from "./parse-events.ts";
import { quoted, type Reader } from "./parse-reading.ts";
import * as terms from "./parse-terms.ts";
import type { FixedRide, TERM_SCHEMAS } from "./terms.ts";
import type { z } from "zod";

/** A change of what was asked for, as words say it. */
export type SaidTerm =
  | { readonly term: "add_event"; readonly events: EventTerm[] }
  | { readonly term: "drop_event"; readonly date: CalendarDate }
  | { readonly term: "add_ride"; readonly rides: FixedRide[] }
  | { readonly term: "drop_ride"; readonly day: string }
  | { readonly term: "days"; readonly days: Weekday[] }
  | { readonly term: "set"; readonly fields: SaidFields };

type SaidFields = { -readonly [Name in keyof typeof TERM_SCHEMAS]?: z.infer<(typeof TERM_SCHEMAS)[Name]> };

interface TermSaid {
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

function fieldsOf(verb: string, text: string, today: CalendarDate): SaidFields {
  switch (verb) {
    case "rhythm":
      return { rhythm: taken(terms.readRhythm, text, today) };
    case "avoid":
      return { avoid: taken(terms.readWorkKinds, text, today) };
    case "prefer":
      return { prefer: taken(terms.readWorkKinds, text, today) };
    case "indoor":
      return { indoor: taken(terms.readIndoor, text, today) };
    case "long-ride":
      return { long_ride: taken(terms.readLongRide, text, today) };
    case "strength-days":
      return { strength_days: taken(terms.readStrengthDays, text, today) };
    case "other-sport":
      return { other_sport: taken(terms.readOtherSport, text, today) };
    default:
      throw refuse(verb, "expected a term of a request");
  }
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
    return { kind: "term", words: said, change: { term: "add_ride", rides: taken(terms.readFixedRides, text, today) } };
  if (verb === "add") throw refuse(said, "expected add event or add ride");
  return { kind: "term", words: said, change: { term: "set", fields: fieldsOf(verb, after, today) } };
}
