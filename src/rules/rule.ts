import type { CalendarDate } from "../base/calendar.ts";
import type { PlanView } from "./view.ts";

export type Severity = "hard" | "scored";
/** `limit`, `safety` and `integrity` are never waived, but for rides that happen anyway; `shape` yields to the rider's own calendar; `quality` is scored only. */
export type RuleClass = "limit" | "safety" | "integrity" | "shape" | "quality";
/** What a rule must know beyond the workouts themselves; a plan that lacks it leaves the rule unchecked. */
export type Need =
  "athlete" | "limits" | "event" | "levels" | "goal" | "start" | "phases" | "roles" | "dates" | "figures";
export type Evidence = "measured" | "convention" | "definition" | "rider";

/** Why a shape rule yields: the number in the rider's own calendar or limits that prevents it. */
export interface Excuse {
  readonly reason: string;
  readonly numbers: Readonly<Record<string, number>>;
  /** Rides that the rider does anyway pass the rule alone: they stay, so a rule of any class yields. */
  readonly isOwnRides?: true;
}

/** One place where a rule does not hold: data, worded once, with the numbers that show it. */
export interface Found {
  readonly week?: number | undefined;
  readonly date?: CalendarDate | undefined;
  readonly message: string;
  readonly numbers: Readonly<Record<string, number>>;
  readonly excuse?: Excuse | undefined;
}

export interface Rule<Id extends string = string> {
  readonly id: Id;
  /** Number in section 8 of docs/training-science.md, where it has one. */
  readonly number?: number;
  readonly title: string;
  readonly severity: Severity;
  readonly class: RuleClass;
  readonly reads: readonly Need[];
  readonly source: string;
  readonly evidence: Evidence;
  /** Scored only, where an overview made elsewhere fixed what the rule speaks of (8b). */
  readonly scoredOutside?: boolean;
  /** Judged as the plan is written, not by what was ridden; what files say of themselves always is. */
  readonly asWritten?: boolean;
  readonly check: (view: PlanView) => Found[];
}

/** A rule that keeps its id as a type of its own, so that all ids together are one. */
export const rule = <Id extends string>(made: Rule<Id>): Rule<Id> => made;
