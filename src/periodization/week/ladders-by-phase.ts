import type { GoalKind, Phase, PlanEvent } from "../../plan/schema.ts";
import { styleTypeOf } from "../intake/events.ts";

/** Ladders for the first and the second hard day of each load week of a phase, taken in turn, and for the long ride. */
interface PhaseLadders {
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly long?: string;
}
type LaddersByPhase = Readonly<Record<"base" | "build" | "peak", PhaseLadders>>;

const FONDO: LaddersByPhase = {
  base: { first: ["sweetspot", "tempo"], second: ["tempo", "sweetspot"] },
  build: { first: ["threshold", "sweetspot"], second: ["tempo"] },
  peak: { first: ["sweetspot", "over_unders"], second: ["tempo"], long: "race_fondo" },
};
const BY_EVENT = {
  century: FONDO,
  gran_fondo: FONDO,
  multi_day: FONDO,
  gravel: {
    base: { first: ["sweetspot"], second: ["torque"] },
    build: { first: ["sweetspot", "tempo"], second: ["torque", "tempo"] },
    peak: { first: ["sweetspot", "over_unders"], second: ["tempo"], long: "race_gravel" },
  },
  ultra: {
    base: { first: ["tempo", "tempo", "vo2max_short"], second: ["sweetspot"] },
    build: { first: ["sweetspot", "sweetspot", "vo2max_short"], second: ["tempo"] },
    peak: { first: ["sweetspot"], second: ["tempo"], long: "race_ultra" },
  },
  road_race: {
    base: { first: ["sweetspot"], second: ["tempo", "vo2max_short", "sprints"] },
    build: { first: ["vo2max_long", "vo2max_short"], second: ["threshold"] },
    peak: { first: ["vo2max_short", "anaerobic"], second: ["race_road"] },
  },
  criterium: {
    base: { first: ["sweetspot"], second: ["sprints", "vo2max_short"] },
    build: { first: ["vo2max_short"], second: ["anaerobic", "threshold"] },
    peak: { first: ["anaerobic"], second: ["race_criterium"] },
  },
  time_trial: {
    base: { first: ["sweetspot"], second: ["threshold"] },
    build: { first: ["threshold"], second: ["over_unders", "over_unders", "vo2max_long"] },
    peak: { first: ["threshold"], second: ["race_time_trial"] },
  },
  mtb: {
    base: { first: ["sweetspot"], second: ["torque", "vo2max_short"] },
    build: { first: ["vo2max_short"], second: ["threshold"] },
    peak: { first: ["vo2max_short", "anaerobic"], second: ["race_mtb"] },
  },
  hill_climb: {
    base: { first: ["sweetspot"], second: ["torque", "threshold"] },
    build: { first: ["vo2max_long"], second: ["threshold", "vo2max_short"] },
    peak: { first: ["over_unders", "vo2max_long"], second: ["race_hill_climb"] },
  },
} as const satisfies Record<ReturnType<typeof styleTypeOf>, LaddersByPhase>;

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
  race_mtb: ["vo2max_short", "vo2max_long", "anaerobic", "threshold", "sweetspot", "tempo"],
  race_road: ["vo2max_short", "threshold", "sweetspot", "tempo"],
  race_time_trial: ["threshold", "over_unders", "sweetspot", "tempo"],
  race_hill_climb: ["over_unders", "threshold", "vo2max_long", "sweetspot", "tempo"],
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

/** What a load week rides: `turn` counts the load weeks of the phase, from 0. */
export function laddersFor(
  aim: { kind: GoalKind; event: Pick<PlanEvent, "type" | "hours"> | undefined },
  phase: Phase,
  turn: number,
): LadderChoice {
  const ladders: LaddersByPhase =
    aim.event !== undefined
      ? BY_EVENT[styleTypeOf(aim.event.type, aim.event.hours)]
      : BY_GOAL[aim.kind === "event" ? "general-fitness" : aim.kind];
  const { first, second, long = "long_ride" } = ladders[phase === "taper" ? "peak" : phase];
  return { first: withInstead(first, turn), second: withInstead(second, turn), long };
}

function withInstead(families: readonly string[], turn: number): string[] {
  const family = families[turn % families.length] ?? "endurance";
  return [family, ...(INSTEAD[family] ?? ["sweetspot", "tempo"])];
}
