import { SHORTEST_RIDE_MINUTES } from "../../athlete/rider.ts";
import type { LadderForm } from "../../workout/ladder.ts";
import type { Reason, WorkoutRole } from "../../workout/schema.ts";
import type { Session } from "./next-session.ts";
import type { RideWish } from "./planned-ride.ts";
import { easyLoad, formLoad, RECOVERY_INTENSITY, reducedSeconds, REDUCED_WORK } from "./ride-load.ts";
import { LABEL_LIMITS } from "../../rules/label.ts";

/** A recovery ride stays short (rule 35). */
const LONGEST_RECOVERY_MINUTES = LABEL_LIMITS.recovery.seconds / 60;
/** Loads of long rides lie a little above easy ones: 66 % of FTP (5.3). */
const LONG_INTENSITY = 0.68;

interface Room {
  readonly weekday: number;
  readonly most: number;
  readonly ideal: number;
  readonly why?: readonly Reason[];
}

const least = (room: Room): number => Math.min(SHORTEST_RIDE_MINUTES, room.most);

/** An easy or long ride: endurance, nothing above 75 %. */
export const enduranceRide = (room: Room, role: "easy" | "long"): RideWish => ({
  weekday: room.weekday,
  role,
  type: "endurance",
  family: role === "long" ? "long_ride" : "endurance",
  least: least(room),
  most: room.most,
  ideal: Math.min(room.ideal, room.most),
  loadAt: (minutes) => easyLoad(minutes, role === "long" ? LONG_INTENSITY : undefined),
  workSeconds: 0,
  isHard: false,
  isVo2: false,
  why: room.why ?? [],
});

export const recoveryRide = (room: Room): RideWish => ({
  ...enduranceRide(room, "easy"),
  type: "recovery",
  family: "recovery",
  most: Math.min(room.most, LONGEST_RECOVERY_MINUTES),
  ideal: Math.min(room.ideal, room.most, LONGEST_RECOVERY_MINUTES),
  loadAt: (minutes) => easyLoad(minutes, RECOVERY_INTENSITY),
});

/** A session of a ladder, whole or half. */
export function sessionRide(
  room: Room,
  session: Session,
  { role, dose }: { role: WorkoutRole; dose: "full" | "reduced" },
): RideWish {
  const { form } = session;
  const seconds = dose === "full" ? form.shortestSeconds : reducedSeconds(form);
  const shortest = Math.max(SHORTEST_RIDE_MINUTES, Math.ceil(seconds / 60));
  return {
    weekday: room.weekday,
    role,
    type: form.type,
    family: session.family,
    level: session.level,
    dose: dose === "reduced" ? dose : undefined,
    least: shortest,
    most: Math.min(room.most, Math.floor(form.longestSeconds / 60)),
    ideal: Math.max(shortest, Math.min(room.ideal, room.most)),
    loadAt: formLoad(form, dose),
    workSeconds: form.workSeconds * (dose === "full" ? 1 : REDUCED_WORK),
    isHard: form.isHard,
    isVo2: form.isVo2,
    why: room.why ?? [],
  };
}

/** A test or openers: a fixed workout, easy riding after it where the day has room. */
export function fixedRide(room: Room, form: LadderForm, role: "test" | "openers"): RideWish {
  const shortest = Math.max(role === "test" ? 0 : SHORTEST_RIDE_MINUTES, Math.ceil(form.shortestSeconds / 60));
  return {
    weekday: room.weekday,
    role,
    type: form.type,
    family: form.family,
    workoutId: form.id,
    least: shortest,
    most: Math.max(shortest, Math.min(room.most, Math.floor(form.longestSeconds / 60))),
    ideal: shortest,
    loadAt: formLoad(form, "full"),
    workSeconds: form.workSeconds,
    isHard: role === "test",
    isVo2: role === "test" && form.isVo2,
    why: room.why ?? [],
  };
}
