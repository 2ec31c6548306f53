import type { PlanEvent } from "../../plan/event-schema.ts";
import type { WorkoutType } from "../../workout/schema.ts";
import { asksForTorque, racePractice } from "./ladders-by-phase.ts";

/** Ladders that serve a kind of ride, the usual one first. */
const FAMILIES: Partial<Record<WorkoutType, readonly string[]>> = {
  endurance: ["endurance"],
  recovery: ["recovery"],
  tempo: ["tempo"],
  sweetspot: ["sweetspot"],
  threshold: ["threshold", "over_unders"],
  vo2max: ["vo2max_short", "vo2max_long"],
};

/** Ladders that serve a kind of ride for this event: work of several kinds is practice for it. */
export function familiesFor(type: WorkoutType, event: PlanEvent | undefined): readonly string[] {
  if (type === "mixed") return [...(event === undefined ? [] : racePractice(event)), "anaerobic"];
  if (type === "tempo" && event !== undefined && asksForTorque(event)) return ["tempo", "torque"];
  return FAMILIES[type] ?? [];
}
