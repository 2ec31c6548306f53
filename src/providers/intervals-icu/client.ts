import { z } from "zod";
import { addDays, daysBetween, parseDate, type CalendarDate } from "../../base/calendar.ts";
import { ModelFailure } from "../failure.ts";
import { callFor, jsonFor, notAnAnswer, type IcuConnection, type IcuPorts } from "./call.ts";

/** Fields of an entry as they are sent. */
export type IcuFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** An entry of the calendar. */
export interface IcuEvent {
  readonly id: number;
  readonly day: CalendarDate;
  /** The names that whoever made it gave it: their `uid` and `external_id`. */
  readonly marks: readonly string[];
  /** A recorded ride belongs to it. */
  readonly isRidden: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A recorded activity in the columns of their list; text and numbers only. */
export type IcuActivity = Readonly<Record<string, string | number | boolean>>;

export interface IcuActivities {
  readonly activities: readonly IcuActivity[];
  /** Those that came to them from Strava: their API serves none of these. */
  readonly fromStrava: number;
}

export interface IntervalsIcu {
  /** Every entry of these days, both included. */
  readonly events: (oldest: CalendarDate, newest: CalendarDate) => Promise<IcuEvent[]>;
  readonly create: (entries: readonly IcuFields[]) => Promise<void>;
  readonly update: (id: number, entry: IcuFields) => Promise<void>;
  /** Entries that are gone already are no failure. */
  readonly remove: (ids: readonly number[]) => Promise<void>;
  readonly activities: (oldest: CalendarDate, newest: CalendarDate) => Promise<IcuActivities>;
  /** The recording of an activity; undefined where there is none. */
  readonly recording: (id: string) => Promise<Uint8Array | undefined>;
}

const eventsSchema = z.array(z.looseObject({ id: z.int(), start_date_local: z.string() }));
const activitiesSchema = z.array(z.looseObject({}));

/** So many days are asked for at once. */
const MOST_DAYS = 400;

/** Days in pieces: `[oldest, newest]` of each, one behind the other. */
function piecesOf(oldest: CalendarDate, newest: CalendarDate): [CalendarDate, CalendarDate][] {
  const pieces: [CalendarDate, CalendarDate][] = [];
  for (let from = oldest; from <= newest; from = addDays(from, MOST_DAYS)) {
    const last = addDays(from, MOST_DAYS - 1);
    pieces.push([from, daysBetween(last, newest) > 0 ? last : newest]);
  }
  return pieces;
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

function eventOf(fields: z.infer<typeof eventsSchema>[number]): IcuEvent {
  const day = parseDate(fields.start_date_local.slice(0, 10));
  if (day === undefined) throw notAnAnswer("an entry of the calendar has no day");
  return {
    id: fields.id,
    day,
    marks: [fields.uid, fields.external_id].filter(isText),
    isRidden: isText(fields.paired_activity_id),
    fields,
  };
}

/** The columns of their list that tell what a ride was; names and places stay there. */
const COLUMNS = [
  "id", "start_date_local", "type", "moving_time", "elapsed_time", "icu_training_load", "icu_weighted_avg_watts",
  "icu_average_watts", "device_watts", "icu_ftp", "icu_rpe", "average_heartrate", "max_heartrate", "icu_ctl",
] as const; // prettier-ignore

function activityOf(fields: Readonly<Record<string, unknown>>): IcuActivity {
  const found: Record<string, string | number | boolean> = {};
  for (const name of COLUMNS) {
    const value = fields[name];
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") found[name] = value;
  }
  return found;
}

/** A stub instead of an activity: it came from Strava. */
const isStub = ({ source, type }: Readonly<Record<string, unknown>>): boolean => source === "STRAVA" && !isText(type);

const read = <T>(schema: z.ZodType<T>, value: unknown, what: string): T => {
  const { data } = schema.safeParse(value);
  if (data === undefined) throw notAnAnswer(`what came back is no list of ${what}`);
  return data;
};

/** The calls of intervals.icu that we make, for one athlete. Each throws ModelFailure. */
export function intervalsIcu(connection: IcuConnection, ports: IcuPorts): IntervalsIcu {
  const at = `/api/v1/athlete/${encodeURIComponent(connection.athlete)}`;
  const listed = async (
    what: "events" | "activities",
    days: readonly [string, string],
    more = "",
  ): Promise<unknown> => {
    const path = `${at}/${what}?oldest=${days[0]}&newest=${days[1]}${more}`;
    return jsonFor(connection, { method: "GET", path, isRepeatable: true }, ports);
  };
  return {
    events: async (oldest, newest) => {
      const found = new Map<number, IcuEvent>();
      for (const days of piecesOf(oldest, newest))
        for (const event of read(eventsSchema, await listed("events", days), "entries"))
          found.set(event.id, eventOf(event));
      return [...found.values()];
    },
    create: async (entries) => {
      // Never with an upsert: what it takes for the same entry might be somebody's. What came twice is found in the list.
      const path = `${at}/events/bulk`;
      await callFor(connection, { method: "POST", path, body: entries, isRepeatable: false }, ports);
    },
    update: async (id, entry) => {
      const path = `${at}/events/${id}`;
      await callFor(connection, { method: "PUT", path, body: entry, isRepeatable: true }, ports);
    },
    remove: async (ids) => {
      const path = `${at}/events/bulk-delete`;
      const body = ids.map((id) => ({ id }));
      await callFor(connection, { method: "PUT", path, body, isRepeatable: true }, ports);
    },
    activities: async (oldest, newest) => {
      const all = (
        await Promise.all(
          piecesOf(oldest, newest).map((days) => listed("activities", days, `&fields=${COLUMNS.join(",")},source`)),
        )
      ).flatMap((value) => read(activitiesSchema, value, "activities"));
      const own = all.filter((one) => !isStub(one));
      return { activities: own.map(activityOf), fromStrava: all.length - own.length };
    },
    recording: async (id) => {
      const path = `/api/v1/activity/${encodeURIComponent(id)}/fit-file`;
      try {
        return await callFor(connection, { method: "GET", path, isRepeatable: true }, ports);
      } catch (error) {
        // Typed in by hand, or served by nobody: what the list says of it stands.
        if (error instanceof ModelFailure && ["model", "request", "permission"].includes(error.kind)) return undefined;
        throw error;
      }
    },
  };
}
