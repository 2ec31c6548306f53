import type { CalendarDate } from "../../base/calendar.ts";
import { shortDay } from "../../base/date-words.ts";
import { ACCEPTED } from "../../athlete/accepted-range.ts";
import { metadataOf, stateOn, withMetadata, withProfile, type Edit } from "./edit.ts";
import { outsidePlan, refuse, way, type Way } from "./way.ts";

/** A new FTP: future watts and zones follow, and nothing else. */
export function ftpWays(edit: Edit, watts: number): Way[] {
  const {
    current_ftp: before,
    target_ftp: target,
    expected_ftp: expected,
    ftp_changes: earlier = [],
  } = metadataOf(edit);
  if (before === undefined || target === undefined)
    throw refuse(
      "This plan is ridden without power: it holds no watts to change.",
      "Say cycling-plan show --ftp or export --ftp with your FTP: the same plan then speaks in watts.",
    );
  const { low, high } = ACCEPTED.ftpWatts;
  if (watts < low || watts > high)
    throw refuse(`FTP ${watts} W: expected ${low} to ${high} watts.`, "Name your FTP in watts.");
  // The gain that was expected is a share of the FTP it began from.
  const scaled = (value: number): number => Math.round((value * watts) / before);
  const share = Math.round((watts / before - 1) * 1000) / 10;
  const next = withMetadata(withProfile(edit, { ftp: watts, ftp_date: edit.start.today }), {
    current_ftp: watts,
    target_ftp: Math.max(watts, scaled(target)),
    ...(expected === undefined
      ? {}
      : { expected_ftp: { low: scaled(expected.low), model: scaled(expected.model), high: scaled(expected.high) } }),
    ftp_changes: [...earlier, { from: edit.start.today, before, after: watts }],
  });
  return [way(next, `From today your watts change by ${share > 0 ? "+" : ""}${share} %. No day and no minute does.`)];
}

/** A day that no later change may touch, or one that may change again. */
export function pinWays(edit: Edit, date: CalendarDate, keep: boolean): Way[] {
  if (stateOn(edit, date) === undefined) throw outsidePlan(edit, date);
  const { kept_days: kept = [] } = metadataOf(edit);
  const others = kept.filter((day) => day !== date);
  const next = withMetadata(edit, { kept_days: keep ? [...others, date].sort() : others });
  return [way(next, keep ? `No later change touches ${shortDay(date)}.` : `${shortDay(date)} may change again.`)];
}
