import type { CalendarDate } from "../base/calendar.ts";
import type { Season } from "../export/session.ts";
import type { PlanFile } from "../plan/schema.ts";
import type { Workout } from "../workout/schema.ts";

/** What became of a session, as far as anybody knows. `ahead`: its day is not over; `not_known`: no ride and no word. */
export interface RideState {
  readonly status: "done" | "partly" | "other" | "moved" | "missed" | "not_known" | "ahead";
  /** Undefined where nothing was ridden, or nothing is known. */
  readonly minutes?: number | undefined;
  /** The day it was ridden on, where that is another. */
  readonly on?: CalendarDate | undefined;
}

/** What is known of the rides of a plan. */
export interface KnownState {
  readonly states: ReadonlyMap<Workout, RideState>;
  /** Load of each day of which something is known; a day without a ride that somebody told of is 0. */
  readonly loads: ReadonlyMap<CalendarDate, number>;
  /** Minutes of riding by the Monday of their week, those that belong to no session too. */
  readonly ridden: ReadonlyMap<CalendarDate, number>;
}

/** How the commands of a page begin. */
export const programOf = ({ program = "cycling-plan" }: Pick<PageInput, "program">): string => program;

/** Everything that a page is made from: the same input is the same page, to the byte. */
export interface PageInput {
  readonly file: PlanFile;
  readonly season: Season;
  readonly known: KnownState;
  /** The day on which it opens where no script runs. */
  readonly today: CalendarDate;
  /** How a command names the plan: nothing for the current one, ` --plan century` for every other. */
  readonly planFlag: string;
  /** How the program is started, such as `npx cycling-plan`. Default: by its name. */
  readonly program?: string | undefined;
  /** Endings of the exported files of each session that lie beside the page, by the path of the session. */
  readonly files: ReadonlyMap<string, readonly string[]>;
}
