import type { CalendarDate } from "../base/calendar.ts";
import type { PlanMetadata } from "./schema.ts";

/** The FTP that the plan counted with on a day, in watts; undefined in a plan without power. */
export function ftpOn(
  { current_ftp: current, ftp_changes: changes = [] }: Pick<PlanMetadata, "current_ftp" | "ftp_changes">,
  date: CalendarDate,
): number | undefined {
  return changes.find(({ from }) => date < from)?.before ?? current;
}
