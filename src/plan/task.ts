import type { PlanRequest } from "../athlete/request.ts";
import type { Assumption } from "../athlete/schema.ts";
import type { CalendarDate } from "../base/calendar.ts";
import type { OverviewWeek, TrainingDay } from "./schema.ts";

/** What stays the planner's in an overview that a model proposed. */
export interface KeptOfPlanner {
  /** Tests, and the openers before an event. */
  readonly days: readonly TrainingDay[];
  /** Weeks that the planner took over: they are its own, to the last field. */
  readonly weeks: readonly OverviewWeek[];
}

/** One plan to be made. The same task and the same library give the same plan, to the byte. */
export interface PlanTask {
  readonly planId: string;
  /** When it was asked for, to the second: `2026-12-01T10:30:00Z`. */
  readonly askedAt: string;
  readonly request: PlanRequest;
  readonly today: CalendarDate;
  /** What stands in the place of dice. */
  readonly seed: string;
  /** What was decided for the rider where they left something open. */
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly string[];
  /** An overview made elsewhere or proposed by a model; undefined where the built-in planner makes it. */
  readonly outsideOverview?: unknown;
  /** Given where a model proposed the overview: such a plan is held to every rule in full. */
  readonly byModel?: KeptOfPlanner | undefined;
  /** The rides that the plan starts from, as a table to lie beside it. */
  readonly activities?: string | undefined;
}
