import type { PlanRequest } from "../athlete/request.ts";
import type { Assumption } from "../athlete/schema.ts";
import type { CalendarDate } from "../base/calendar.ts";
import type { TrainingDay } from "./schema.ts";

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
  /** Days that stay the planner's in an overview of a model's: the openers before an event. */
  readonly fixedDays?: readonly TrainingDay[] | undefined;
  /** The rides that the plan starts from, as a table to lie beside it. */
  readonly activities?: string | undefined;
}
