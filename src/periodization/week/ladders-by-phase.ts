import type { GoalKind, Phase } from "../../plan/schema.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import { isMountain } from "../../plan/course-time.ts";
import type { ExperienceLevel } from "../../athlete/schema.ts";
import { isShortHill, styleTypeOf } from "../intake/events.ts";

/** Ladders for the first and the second hard day of each load week of a phase, taken in turn, and for the long ride. */
interface PhaseLadders {
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly long?: string;
}
type LaddersByPhase = Readonly<Record<"base" | "build" | "peak", PhaseLadders>>;

const FONDO: LaddersByPhase = {
  base: { first: ["sweetspot"], second: ["tempo", "vo2max_short"] },
  build: { first: ["threshold", "sweetspot"], second: ["vo2max_short", "vo2max_long"], long: "race_fondo" },
  peak: { first: ["over_unders", "threshold"], second: ["vo2max_long", "sweetspot"], long: "race_fondo" },
};
/** Beginners build endurance and tempo for a long day; VO2max is work for later years (4.2, 12.3). */
const FIRST_FONDO: LaddersByPhase = {
  base: { first: ["sweetspot"], second: ["tempo"] },
  build: { first: ["threshold", "sweetspot"], second: ["tempo"], long: "race_fondo" },
  peak: { first: ["over_unders", "threshold"], second: ["sweetspot", "tempo"], long: "race_fondo" },
};
const BY_EVENT = {
  century: FONDO,
  gran_fondo: FONDO,
  multi_day: FONDO,
  gravel: {
    base: { first: ["sweetspot"], second: ["torque", "vo2max_short"] },
    build: { first: ["threshold", "sweetspot"], second: ["vo2max_short", "torque"], long: "race_gravel" },
    peak: { first: ["over_unders", "sweetspot"], second: ["vo2max_long", "vo2max_short"], long: "race_gravel" },
  },
  ultra: {
    base: { first: ["sweetspot", "tempo"], second: ["tempo", "vo2max_short"] },
    build: { first: ["sweetspot"], second: ["vo2max_short", "threshold"], long: "race_ultra" },
    peak: { first: ["sweetspot", "threshold"], second: ["vo2max_short"], long: "race_ultra" },
  },
  road_race: {
    base: { first: ["sweetspot"], second: ["tempo", "vo2max_short", "sprints"] },
    build: { first: ["vo2max_long", "vo2max_short"], second: ["threshold"] },
    peak: { first: ["vo2max_short", "anaerobic"], second: ["race_road"], long: "race_road_late" },
  },
  criterium: {
    base: { first: ["sweetspot"], second: ["sprints", "vo2max_short"] },
    build: { first: ["vo2max_short"], second: ["threshold", "anaerobic"] },
    peak: { first: ["anaerobic", "vo2max_short"], second: ["race_criterium"] },
  },
  time_trial: {
    base: { first: ["sweetspot"], second: ["threshold", "vo2max_short"] },
    build: { first: ["threshold"], second: ["vo2max_long", "over_unders"] },
    // In turn, so that a week of one hard day rehearses the event every second time.
    peak: { first: ["race_time_trial", "vo2max_long"], second: ["vo2max_long", "race_time_trial"] },
  },
  mtb: {
    base: { first: ["sweetspot"], second: ["torque", "vo2max_short"] },
    build: { first: ["vo2max_short"], second: ["threshold"] },
    peak: { first: ["vo2max_short", "anaerobic"], second: ["race_mtb"] },
  },
  cyclocross: {
    base: { first: ["sweetspot"], second: ["vo2max_short", "sprints"] },
    build: { first: ["vo2max_short", "vo2max_long"], second: ["threshold", "anaerobic"] },
    peak: { first: ["vo2max_short", "anaerobic"], second: ["race_cyclocross"] },
  },
  hill_climb: {
    base: { first: ["sweetspot"], second: ["torque", "vo2max_short"] },
    build: { first: ["vo2max_long"], second: ["threshold", "over_unders"] },
    peak: { first: ["vo2max_long", "vo2max_short"], second: ["race_hill_climb"] },
  },
} as const satisfies Record<ReturnType<typeof styleTypeOf>, LaddersByPhase>;

/** A hill of a few minutes is all above FTP: VO2max to carry it, anaerobic work on top, then the hill itself (3.3). */
const SHORT_HILL: LaddersByPhase = {
  base: { first: ["sweetspot", "threshold"], second: ["vo2max_short", "torque"] },
  build: { first: ["vo2max_long", "vo2max_short"], second: ["threshold", "anaerobic"] },
  peak: { first: ["vo2max_long", "anaerobic"], second: ["race_hill_short"] },
};

const BY_GOAL: Readonly<Record<Exclude<GoalKind, "event">, LaddersByPhase>> = {
  "improve-ftp": {
    base: { first: ["sweetspot"], second: ["tempo", "vo2max_short"] },
    build: {
      first: ["vo2max_short", "vo2max_long", "vo2max_short", "threshold", "threshold", "threshold"],
      second: ["sweetspot", "sweetspot", "sweetspot", "over_unders", "over_unders", "over_unders"],
    },
    peak: { first: ["threshold"], second: ["over_unders"] },
  },
  "build-endurance": {
    base: { first: ["tempo"], second: ["sweetspot"] },
    build: { first: ["sweetspot"], second: ["tempo", "threshold"] },
    peak: { first: ["sweetspot"], second: ["tempo"], long: "race_fondo" },
  },
  "race-prep": BY_EVENT.road_race,
  "weight-loss": {
    base: { first: ["tempo"], second: ["endurance"] },
    build: { first: ["sweetspot", "vo2max_short"], second: ["endurance"] },
    peak: { first: ["sweetspot"], second: ["endurance"] },
  },
  "general-fitness": {
    base: { first: ["tempo"], second: ["sprints"] },
    build: { first: ["sweetspot", "vo2max_short"], second: ["tempo"] },
    peak: { first: ["sweetspot"], second: ["tempo"] },
  },
};

/** What to ride instead where a ladder has no rung that fits the rider, the day or the week. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  vo2max_long: ["vo2max_short", "threshold", "sweetspot", "tempo"],
  vo2max_short: ["vo2max_long", "threshold", "sweetspot", "tempo"],
  anaerobic: ["vo2max_short", "vo2max_long", "threshold", "sweetspot", "tempo"],
  race_criterium: ["anaerobic", "vo2max_short", "vo2max_long", "threshold", "sweetspot", "tempo"],
  race_cyclocross: ["vo2max_short", "anaerobic", "vo2max_long", "threshold", "sweetspot", "tempo"],
  race_hill_short: ["vo2max_long", "vo2max_short", "anaerobic", "threshold", "sweetspot", "tempo"],
  race_mtb: ["vo2max_short", "vo2max_long", "anaerobic", "threshold", "sweetspot", "tempo"],
  race_road: ["vo2max_short", "threshold", "sweetspot", "tempo"],
  race_time_trial: ["threshold", "over_unders", "sweetspot", "tempo"],
  race_hill_climb: ["over_unders", "threshold", "vo2max_long", "sweetspot", "tempo"],
  climbs: ["sweetspot", "threshold", "tempo"],
  over_unders: ["threshold", "sweetspot", "tempo"],
  threshold: ["sweetspot", "tempo"],
  sweetspot: ["tempo"],
  tempo: ["sweetspot"],
  torque: ["tempo", "sweetspot"],
  sprints: ["tempo", "sweetspot"],
  endurance: [],
};

export interface LadderChoice {
  /** Ladders in order of preference for the first and the second hard day. */
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly long: string;
}

interface LadderAim {
  readonly kind: GoalKind;
  readonly event: Pick<PlanEvent, "type" | "hours" | "course"> | undefined;
  readonly level: ExperienceLevel;
}

function laddersBefore(event: Pick<PlanEvent, "type" | "hours" | "course">, level: ExperienceLevel): LaddersByPhase {
  if (isShortHill(event)) return SHORT_HILL;
  const type = styleTypeOf(event.type, event.hours);
  if (event.course !== undefined && isMountain(event.course) && CLIMBED.includes(type))
    return inMountains(BY_EVENT[type], level);
  const { build } = BY_EVENT[type];
  return level === "beginner" && "long" in build ? { ...FIRST_FONDO, ...withLong(build.long) } : BY_EVENT[type];
}

/** Everything that load weeks before an event ride, in any phase. */
function laddersOfEvent(event: LadderAim["event"] & object): readonly string[] {
  const { base, build, peak } = laddersBefore(event, "intermediate");
  return [peak, build, base].flatMap(({ first, second, long }) => [...first, ...second, long ?? ""]);
}

/** Ladders that practise an event, those of its peak first. */
export const racePractice = (event: LadderAim["event"] & object): readonly string[] => [
  ...new Set(laddersOfEvent(event).filter((family) => family.startsWith("race_"))),
];

/** True where an event asks for work at a low cadence. */
export const asksForTorque = (event: LadderAim["event"] & object): boolean => laddersOfEvent(event).includes("torque");

/** Kinds of event for which the ladder of climbs is made. */
const CLIMBED: readonly string[] = ["century", "gran_fondo", "multi_day", "ultra", "gravel"];

/** A mountain event: long climbs at an even pace from build on, the sharp work of its kind beside them (12.3). */
function inMountains(usual: LaddersByPhase, level: ExperienceLevel): LaddersByPhase {
  const { base, build, peak } =
    level === "beginner" ? { ...FIRST_FONDO, ...withLong(usual.build.long ?? "race_fondo") } : usual;
  return {
    base,
    build: { ...build, first: ["climbs", ...build.first] },
    peak: { ...peak, first: ["climbs", ...peak.first.slice(0, 1)] },
  };
}

/** A beginner's build and peak with the long ride of the event. */
const withLong = (long: string): Pick<LaddersByPhase, "build" | "peak"> => ({
  build: { ...FIRST_FONDO.build, long },
  peak: { ...FIRST_FONDO.peak, long },
});

/** What a load week rides: `turn` counts the load weeks of the phase, from 0. */
export function laddersFor(aim: LadderAim, phase: Phase, turn: number): LadderChoice {
  const ladders: LaddersByPhase =
    aim.event === undefined
      ? BY_GOAL[aim.kind === "event" ? "general-fitness" : aim.kind]
      : laddersBefore(aim.event, aim.level);
  const { first, second, long = "long_ride" } = ladders[phase === "taper" ? "peak" : phase];
  return { first: withInstead(first, turn), second: withInstead(second, turn), long };
}

function withInstead(families: readonly string[], turn: number): string[] {
  const family = families[turn % families.length] ?? "endurance";
  return [family, ...(INSTEAD[family] ?? ["sweetspot", "tempo"])];
}
