import type { CalendarDate } from "../../base/calendar.ts";
import type { IntervalsEntry } from "../../export/intervals-events.ts";
import type { IcuEvent, IcuFields } from "../../providers/intervals-icu/client.ts";
import type { Pushed } from "../../storage/pushed-state.ts";
import { isSame } from "./same.ts";

/** What stands behind every name of ours in their calendar. */
const OURS = "@cycling-plan";

/** One entry as it is to be, with the name by which we know it there. */
export interface Wanted {
  readonly mark: string;
  readonly date: CalendarDate;
  readonly name: string;
  readonly fields: IcuFields;
}

export interface PushInput {
  readonly entries: readonly IntervalsEntry[];
  readonly events: readonly IcuEvent[];
  /** Ids of sessions that were in the plan once. */
  readonly gone: readonly string[];
  readonly held: Pushed["entries"] | undefined;
  readonly today: CalendarDate;
}

/** What a push does. Entries of others are in none of it. */
export interface PushDiff {
  readonly create: readonly Wanted[];
  readonly update: readonly { readonly wanted: Wanted; readonly event: IcuEvent }[];
  readonly remove: readonly IcuEvent[];
  readonly same: readonly { readonly wanted: Wanted; readonly event: IcuEvent }[];
  /** Entries that bear a name of ours and are the rider's, by that name. */
  readonly copies: ReadonlyMap<string, readonly number[]>;
  /** How many entries from today on belong to somebody else. */
  readonly others: number;
}

/** `century-w03d2@cycling-plan`; the second time that a session comes into the calendar `century-w03d2.r2@cycling-plan`. */
const markOf = (id: string, round: number): string => `${id}${round === 1 ? "" : `.r${round}`}${OURS}`;

/** The id in a name of ours; undefined for a name that is none. */
function idIn(mark: string): string | undefined {
  return mark.endsWith(OURS) ? mark.slice(0, -OURS.length).replace(/\.r\d+$/, "") : undefined;
}

/** What is over: a day that is past, or a ride that was ridden. It is history and stays as it is. */
const isOver = ({ day, isRidden }: IcuEvent, today: CalendarDate): boolean => day < today || isRidden;

/** True where the second is the first once more, as a request whose answer was lost leaves it; a copy that the rider made elsewhere is theirs. */
const isDouble = (one: IcuEvent, other: IcuEvent): boolean =>
  !other.isRidden &&
  one.day === other.day &&
  ["category", "name", "description"].every((name) => one.fields[name] === other.fields[name]);

/** All entries with a name of ours, by it, in the order in which they were made: the first is ours. Known copies are left out. */
function oursOf({ entries, events, gone, held }: PushInput): Map<string, IcuEvent[]> {
  // What was pushed from here is known; from another machine only what the plan itself remembers is.
  const past = held === undefined ? gone : Object.keys(held).map((mark) => idIn(mark) ?? "");
  const ids = new Set([...entries.map(({ id }) => id), ...past]);
  const ours = new Map<string, IcuEvent[]>();
  for (const event of [...events].sort((a, b) => a.id - b.id)) {
    const mark = event.marks.find((one) => ids.has(idIn(one) ?? ""));
    if (mark !== undefined && held?.[mark]?.copies?.includes(event.id) !== true)
      ours.set(mark, [...(ours.get(mark) ?? []), event]);
  }
  return ours;
}

/** The first name of an entry that no past day holds. */
function freeMark(id: string, ours: ReadonlyMap<string, readonly IcuEvent[]>, today: CalendarDate): string {
  for (let round = 1; ; round++) {
    const mark = markOf(id, round);
    const first = ours.get(mark)?.[0];
    if (first === undefined || !isOver(first, today)) return mark;
  }
}

/** Where an entry of today or later stands, and what it is to become. */
function wantedOf({ id, date, fields }: IntervalsEntry, mark: string): Wanted {
  const { external_id: _id, ...rest } = fields;
  return { mark, date, name: String(fields.name ?? id), fields: { ...rest, uid: mark, external_id: mark } };
}

/** The ridden entry of a session that still stands on its day: there is nothing more to bring. */
const isRiddenThere = ({ id, date }: IntervalsEntry, ours: ReadonlyMap<string, readonly IcuEvent[]>): boolean =>
  [...ours].some(([mark, events]) => idIn(mark) === id && events[0]?.isRidden === true && events[0].day === date);

/** Plan and calendar side by side, from today on. */
export function pushDiff(input: PushInput): PushDiff {
  const { entries, events, held = {}, today } = input;
  const ours = oursOf(input);
  const create: Wanted[] = [];
  const update: { wanted: Wanted; event: IcuEvent }[] = [];
  const same: { wanted: Wanted; event: IcuEvent }[] = [];
  const kept = new Map<string, IcuEvent>();
  for (const entry of entries) {
    if (entry.date < today || isRiddenThere(entry, ours)) continue;
    const wanted = wantedOf(entry, freeMark(entry.id, ours, today));
    const event = ours.get(wanted.mark)?.[0];
    if (event === undefined) create.push(wanted);
    else {
      kept.set(wanted.mark, event);
      (isSame(wanted.fields, event, held[wanted.mark]) ? same : update).push({ wanted, event });
    }
  }
  const remove = [...ours].flatMap(([mark, its]) => {
    const [first] = its;
    if (first === undefined) return [];
    const doubles = its.filter((one) => one !== first && isDouble(first, one));
    return (kept.has(mark) ? doubles : [first, ...doubles]).filter((one) => !isOver(one, today));
  });
  const own = new Set([...[...ours.values()].flatMap(([first]) => first ?? []), ...remove]);
  const others = events.filter((event) => event.day >= today && !own.has(event)).length;
  return { create, update, remove, same, others, copies: copiesOf(ours, held) };
}

/** Numbers of entries that bear a name of ours and are neither ours nor a double: those that were known, and new ones. */
function copiesOf(ours: ReadonlyMap<string, readonly IcuEvent[]>, held: Pushed["entries"]): Map<string, number[]> {
  const copies = new Map<string, number[]>();
  for (const [mark, { copies: known = [] }] of Object.entries(held)) if (known.length > 0) copies.set(mark, known);
  for (const [mark, [first, ...others]] of ours) {
    const found = others.filter((one) => first !== undefined && !isDouble(first, one)).map(({ id }) => id);
    if (found.length > 0) copies.set(mark, [...(copies.get(mark) ?? []), ...found]);
  }
  return copies;
}

/** True where there is nothing to do. */
export const isSettled = ({ create, update, remove }: PushDiff): boolean =>
  create.length + update.length + remove.length === 0;
