import { addDays, type CalendarDate } from "../../base/calendar.ts";
import { isRiding } from "../../history/is-riding.ts";
import type { IcuActivity, IntervalsIcu } from "../../providers/intervals-icu/client.ts";
import type { ActivityFile } from "../../storage/activity-files.ts";

/** Rides as the files that a rider would have saved: the table of their list, and recordings. */
export interface IcuRides {
  readonly files: readonly ActivityFile[];
  /** Activities that came to intervals.icu from Strava: its API serves none of these. */
  readonly fromStrava: number;
}

const FOLDER = "intervals.icu";
/** Recordings of the newest rides tell how the efforts went; more than these are read as their list has them. */
const MOST_RECORDINGS = 30;

const cell = (value: string | number | boolean | undefined): string =>
  value === undefined ? "" : `"${String(value).replaceAll('"', '""').replace(/\s+/g, " ")}"`;

/** The list as the table that the program reads already: their own export has these columns. */
function tableOf(activities: readonly IcuActivity[]): string {
  const names = [...new Set(["id", "start_date_local", "type", "moving_time", ...activities.flatMap(Object.keys)])];
  return [names.join(","), ...activities.map((one) => names.map((name) => cell(one[name])).join(","))].join("\n");
}

async function* bytesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  // gzip, as some recordings come.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    yield await Promise.resolve(bytes);
    return;
  }
  const { gunzipSync } = await import("node:zlib");
  yield gunzipSync(bytes, { maxOutputLength: 64 * 2 ** 20 });
}

export interface IcuRidesWanted {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** True for a ride that is noted already, by when its clock began: `2027-01-05T18:30:00`. */
  readonly isKnown: (start: string) => boolean;
}

/** The rides of some days, new ones with their recording. Throws ModelFailure. */
export async function ridesFromIntervals(
  { from, to, isKnown }: IcuRidesWanted,
  calendar: IntervalsIcu,
): Promise<IcuRides> {
  const { activities, fromStrava } = await calendar.activities(addDays(from, -1), to);
  const rides = activities.filter(({ type }) => typeof type === "string" && isRiding(type));
  if (rides.length === 0) return { files: [], fromStrava };
  const fresh = rides.filter(
    ({ start_date_local: start }) => typeof start === "string" && !isKnown(start.slice(0, 19)),
  );
  const recordings = new Map<string, Uint8Array>();
  for (const { id } of fresh.slice(-MOST_RECORDINGS)) {
    const bytes = await calendar.recording(String(id));
    if (bytes !== undefined) recordings.set(String(id), bytes);
  }
  // A ride is what the list says, on the rider's own clock; its recording only adds how it went.
  const listed = rides.map((ride) =>
    recordings.has(String(ride.id)) ? { ...ride, recording: `${String(ride.id)}.fit` } : ride,
  );
  const bytes = new TextEncoder().encode(tableOf(listed));
  const table: ActivityFile = {
    name: `${FOLDER}/activities.csv`,
    kind: "csv",
    isNamed: false,
    open: () => bytesOf(bytes),
  };
  const recorded = Array.from(recordings, ([id, fit]): ActivityFile => ({
    name: `${FOLDER}/${id}.fit`,
    kind: "fit",
    isNamed: false,
    table,
    open: () => bytesOf(fit),
  }));
  return { files: [table, ...recorded], fromStrava };
}
