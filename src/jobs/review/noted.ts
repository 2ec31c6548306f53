import { dayNumber, parseDate } from "../../base/calendar.ts";
import { roundTo } from "../../base/numbers.ts";
import type { PulledRide } from "../../plan/pulled-ride.ts";
import type { Matched } from "./match.ts";
import type { Ridden } from "./ridden.ts";

const DAY_SECONDS = 86_400;
/** Two records are one ride where their starts lie within these seconds, or without a time their lengths within this share: as in exports. */
const SAME = { startSeconds: 300, duration: 0.05 };

function clockOf(start: string | undefined): number | undefined {
  if (start === undefined) return undefined;
  const date = parseDate(start.slice(0, 10));
  const [hours = 0, minutes = 0, seconds = 0] = start.slice(11).split(":").map(Number);
  return date === undefined ? undefined : dayNumber(date) * DAY_SECONDS + hours * 3600 + minutes * 60 + seconds;
}

const two = (value: number): string => String(value).padStart(2, "0");

function startText({ day, clock }: Ridden): string | undefined {
  if (clock === undefined) return undefined;
  const seconds = Math.round(clock - dayNumber(day) * DAY_SECONDS);
  return `${day}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** A ride as it was noted. */
export const riddenOf = (note: PulledRide): Ridden => ({
  day: note.date,
  seconds: note.minutes * 60,
  load: note.load,
  isMeasured: note.load_measured,
  clock: clockOf(note.start),
  file: note.file,
  best20Watts: note.best_20min_watts,
  noted:
    note.session === null || note.efforts === undefined
      ? undefined
      : {
          session: note.session,
          efforts: note.efforts.map((one) => ({
            seconds: one.seconds,
            target: one.target_watts,
            watts: one.watts,
            inTarget: one.in_target_seconds,
            isHeld: one.held,
            hasFaded: one.faded,
          })),
        },
});

/** A ride as it is noted, with the session that it was. */
export function noteOf(ride: Ridden, match: Matched | undefined, at: string): PulledRide {
  const start = startText(ride);
  const efforts = match?.efforts.map((one) => ({
    seconds: one.seconds,
    target_watts: one.target,
    watts: one.watts,
    in_target_seconds: one.inTarget,
    held: one.isHeld,
    faded: one.hasFaded,
  }));
  return {
    date: ride.day,
    ...(start === undefined ? {} : { start }),
    minutes: roundTo(ride.seconds / 60, 2),
    load: roundTo(ride.load, 1),
    load_measured: ride.isMeasured,
    file: ride.file ?? "",
    session: match?.id ?? null,
    ...(ride.best20Watts === undefined ? {} : { best_20min_watts: roundTo(ride.best20Watts, 1) }),
    ...(efforts === undefined || efforts.length === 0 ? {} : { efforts }),
    at,
  };
}

function isSame(a: Ridden, b: Ridden): boolean {
  if (a.day !== b.day) return false;
  if (a.clock !== undefined && b.clock !== undefined) return Math.abs(a.clock - b.clock) <= SAME.startSeconds;
  return Math.abs(a.seconds - b.seconds) <= SAME.duration * Math.max(a.seconds, b.seconds);
}

/** Rides of a list that are not in another. */
export const notIn = (rides: readonly Ridden[], others: readonly Ridden[]): Ridden[] =>
  rides.filter((ride) => !others.some((other) => isSame(ride, other)));
