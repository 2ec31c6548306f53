import type { CalendarDate } from "../base/calendar.ts";
import type { Course } from "./course-schema.ts";
import type { EventPriority } from "../base/event-priority.ts";
import type { EventType, ProfileInput } from "./schema.ts";

/** One target event as the rider gave it; what is missing is assumed by type and level. */
export interface EventRequest {
  readonly date: CalendarDate;
  readonly type?: EventType | undefined;
  /** Hours the event takes this rider; for several days, hours a day. */
  readonly hours?: number | undefined;
  readonly days?: number | undefined;
  readonly name?: string | undefined;
  /** Missing counts as A. */
  readonly priority?: EventPriority | undefined;
  readonly course?: Course | undefined;
}

/** A whole request after parsing: both file forms, the flags and the wizard end here. */
export interface PlanRequest {
  /** The rider's own words; empty where they gave none. */
  readonly goal: string;
  readonly event?: EventRequest | undefined;
  /** Every other event, of any priority, in order of time; missing where there is none. */
  readonly events?: readonly EventRequest[] | undefined;
  /** 4 to 24. With an event, shorter than the weeks until then starts later. */
  readonly weeks?: number | undefined;
  readonly startDate?: CalendarDate | undefined;
  readonly targetFtp?: number | undefined;
  /** False leaves every FTP test out. */
  readonly tests: boolean;
  /** The rider accepts more than twice their recent hours. */
  readonly acceptRamp: boolean;
  readonly profile: ProfileInput;
}
