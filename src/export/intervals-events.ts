import { addDays, type CalendarDate } from "../base/calendar.ts";
import { jsonText } from "../base/json.ts";
import { cleanLine } from "../base/text.ts";
import type { Week } from "../plan/schema.ts";
import type { Rendered } from "./format.ts";
import { prose, textNotes, workoutText } from "./intervals.ts";
import { isLed, isRest, isRide, type Season, type Session } from "./session.ts";
import { startsOf } from "./start-times.ts";

/** One entry of the calendar in the fields of its bulk upload; `external_id` makes a second upload an update. */
type Entry = Readonly<Record<string, string | number | boolean | undefined>>;

/** The same with what names it for good, and the day it stands on. */
export interface IntervalsEntry {
  readonly id: string;
  readonly date: CalendarDate;
  readonly fields: Entry;
}

const MOST_NAME = 100;
const MINUTES_OF_DAY = 24 * 60;
/** Colours of the calendar that tell the phases apart. */
const COLOURS: Readonly<Record<Week["week_type"], string>> = {
  base: "green",
  build: "orange",
  peak: "red",
  taper: "purple",
  recovery: "blue",
};

function localTime(date: CalendarDate, minutesAfterMidnight = 0): string {
  const day = addDays(date, Math.floor(minutesAfterMidnight / MINUTES_OF_DAY));
  const minutes = minutesAfterMidnight % MINUTES_OF_DAY;
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((value) => String(value).padStart(2, "0"));
  return `${day}T${hour ?? "00"}:${minute ?? "00"}:00`;
}

function weekEntry(week: Week, season: Season): Entry {
  const { week_number: number, start_date: start } = week;
  return {
    category: "NOTE",
    start_date_local: localTime(start),
    end_date_local: localTime(addDays(start, 7)),
    name: `Week ${number} of ${season.plan.plan_metadata.total_weeks}: ${week.week_type}`,
    description: prose(week.focus),
    color: COLOURS[week.week_type],
    external_id: `${season.plan.plan_id}-w${number}`,
  };
}

/** What the steps of a ride aim at. */
function targetOf({ saying: { ftpWatts, scale } }: Session): "POWER" | "HR" | "AUTO" {
  if (ftpWatts !== undefined) return "POWER";
  return scale.by === "heart_rate" ? "HR" : "AUTO";
}

function sessionEntry(session: Session, start: number | undefined): Entry {
  const { workout, id, seconds } = session;
  const isEvent = workout.role === "event";
  const steps = isLed(session) ? ["", workoutText(session)] : [];
  return {
    category: isEvent ? `RACE_${workout.priority ?? "A"}` : "WORKOUT",
    start_date_local: localTime(workout.date, start),
    type: isRide(session) ? "Ride" : "WeightTraining",
    name: cleanLine(workout.name, MOST_NAME) || workout.type,
    description: [prose(workout.description), ...steps].join("\n"),
    moving_time: seconds,
    icu_training_load: isRide(session) ? Math.round(workout.tss) : undefined,
    indoor: workout.indoor,
    target: isLed(session) ? targetOf(session) : undefined,
    external_id: id,
  };
}

/** A note for each week, an entry for each session; rest days stay empty. */
export function intervalsEntries(season: Season): IntervalsEntry[] {
  const sessions = season.sessions.filter((session) => !isRest(session));
  const starts = startsOf(sessions, season.starts);
  const entryOf = (date: CalendarDate, fields: Entry): IntervalsEntry => ({
    id: String(fields.external_id),
    date,
    fields,
  });
  return [
    ...season.plan.weekly_plan.map((week) => entryOf(week.start_date, weekEntry(week, season))),
    ...sessions.map((session) => entryOf(session.workout.date, sessionEntry(session, starts.get(session.id)))),
  ];
}

/** What the text of the rides cannot say, each sentence once. */
export function intervalsNotes(season: Season): string[] {
  return [...new Set(season.sessions.filter(isLed).flatMap((session) => textNotes(session, season)))];
}

/** The body of a bulk upload to intervals.icu. */
export const intervalsEvents = (season: Season): Rendered => ({
  content: jsonText(intervalsEntries(season).map(({ fields }) => fields)),
  notes: intervalsNotes(season),
});
