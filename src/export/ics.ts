import { limitWords } from "../plan/limit-words.ts";
import { addDays, type CalendarDate } from "../base/calendar.ts";
import { cleanLine, cleanText } from "../base/text.ts";
import { eventDayOf } from "../plan/event-card.ts";
import type { TrainingPlan } from "../plan/schema.ts";
import type { Rendered } from "./format.ts";
import { isRest, type GoneSession, type Season, type Session, type SportEntry } from "./session.ts";
import { startsOf } from "./start-times.ts";
import { stepLines } from "./step-lines.ts";
import { lengthText } from "./step-words.ts";
import { titleOf } from "../workout/title.ts";

const MOST_OCTETS = 75;
/** Where SEQUENCE counts from: 2020-01-01, in seconds since 1970. A plan made later has a higher one. */
const SEQUENCE_EPOCH = 1_577_836_800;
const MINUTES_OF_DAY = 24 * 60;
const SECONDS_OF_DAY = MINUTES_OF_DAY * 60;

/** RFC 5545 3.3.11: backslash, semicolon, comma and line break are escaped, nothing else. */
const escaped = (text: string): string =>
  cleanText(text).trim().replaceAll("\\", "\\\\").replaceAll(";", "\\;").replaceAll(",", "\\,").replaceAll("\n", "\\n");

const octets = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
};

/** A content line in parts of at most 75 octets; counted in octets, and never inside a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let current = "";
  let size = 0;
  for (const character of line) {
    const more = octets(character);
    if (size + more > MOST_OCTETS) {
      parts.push(current);
      current = " ";
      size = 1;
    }
    current += character;
    size += more;
  }
  return [...parts, current].join("\r\n");
}

/** `20261201T103000Z` */
const utc = (seconds: number): string =>
  new Date(seconds * 1000)
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replace(/[-:]/g, "");

const compact = (date: CalendarDate): string => date.replaceAll("-", "");

/** Minutes after midnight of a day as floating time: 18:00 wherever the rider is. */
function floating(date: CalendarDate, minutes: number): string {
  const day = addDays(date, Math.floor(minutes / MINUTES_OF_DAY));
  const rest = minutes % MINUTES_OF_DAY;
  const [hour, minute] = [Math.floor(rest / 60), rest % 60].map((value) => String(value).padStart(2, "0"));
  return `${compact(day)}T${hour ?? "00"}${minute ?? "00"}00`;
}

function timeLines({ workout, seconds, id }: Session, starts: ReadonlyMap<string, number>): string[] {
  const { date } = workout;
  const start = starts.get(id);
  // The end of an all-day entry is the day after its last; without the mark, the days would count as busy.
  if (start === undefined)
    return [
      `DTSTART;VALUE=DATE:${compact(date)}`,
      `DTEND;VALUE=DATE:${compact(addDays(date, Math.max(1, Math.ceil(seconds / SECONDS_OF_DAY))))}`,
      "TRANSP:TRANSPARENT",
    ];
  const end = start + Math.max(1, Math.ceil(seconds / 60));
  return [`DTSTART:${floating(date, start)}`, `DTEND:${floating(date, end)}`];
}

/** What holds the rider this week, first of all. */
function limitText({ week }: Session, { plan }: Season): string[] {
  const limit = limitWords(plan.athlete_profile, week.week_number);
  return limit === undefined ? [] : [`Your limit this week: ${limit}.`];
}

function description(session: Session, season: Season): string {
  const { workout } = session;
  const anchor = season.ftpWatts === undefined ? "" : `Watts are for an FTP of ${season.ftpWatts} W.`;
  const day = eventDayOf(workout, season.plan, season);
  if (day !== undefined) {
    const card = day.card.map(({ label, text }) => `${label}: ${text}`);
    return [
      ...limitText(session, season),
      `${day.line}.`,
      ...(day.words === "" ? [] : [day.words]),
      card.join("\n"),
      ...(anchor === "" ? [] : [anchor]),
    ].join("\n\n");
  }
  const lines = stepLines(session, season).map(
    ({ indent, text, cue }) => `${indent === 1 ? "   " : ""}${text}${cue === "" ? "" : ` (${cue})`}`,
  );
  return [
    ...(lines.length === 0 ? [] : limitText(session, season)),
    workout.description,
    ...(lines.length === 0 ? [] : [`Load ${Math.round(workout.tss)}. ${anchor}`.trim(), lines.join("\n")]),
  ].join("\n\n");
}

/** A plan that was made again, changed, or written with other times or watts has a later clock: calendars take its entries for news of the same ones. */
function clockLines({ madeAt, life: { revision, edition = 0 } }: Season): string[] {
  const news = revision + edition;
  return [
    `DTSTAMP:${utc(madeAt + news)}`,
    `LAST-MODIFIED:${utc(madeAt + news)}`,
    `SEQUENCE:${Math.max(0, madeAt - SEQUENCE_EPOCH) + news}`,
  ];
}

/** An entry that calendars take away: the session is in the plan no more. */
const goneLines = ({ id, date, name }: GoneSession, season: Season): string[] => [
  "BEGIN:VEVENT",
  `UID:${id}@cycling-plan`,
  ...clockLines(season),
  `DTSTART;VALUE=DATE:${compact(date)}`,
  `SUMMARY:${escaped(name)}`,
  "STATUS:CANCELLED",
  "END:VEVENT",
];

function eventLines(session: Session, season: Season, starts: ReadonlyMap<string, number>): string[] {
  const { workout, id } = session;
  const length = session.seconds === 0 ? "" : ` (${lengthText(session.seconds)})`;
  return [
    "BEGIN:VEVENT",
    `UID:${id}@cycling-plan`,
    ...clockLines(season),
    ...timeLines(session, starts),
    `SUMMARY:${escaped(`${titleOf(workout).replace(/\s+/g, " ")}${length}`)}`,
    `DESCRIPTION:${escaped(description(session, season))}`,
    `CATEGORIES:${escaped(workout.type)}`,
    "END:VEVENT",
  ];
}

/** Other sport stands on its day, beside whatever else there is. */
const sportLines = ({ id, date, text }: SportEntry, season: Season): string[] => [
  "BEGIN:VEVENT",
  `UID:${id}@cycling-plan`,
  ...clockLines(season),
  `DTSTART;VALUE=DATE:${compact(date)}`,
  `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`,
  "TRANSP:TRANSPARENT",
  `SUMMARY:${escaped(text.charAt(0).toUpperCase() + text.slice(1))}`,
  "CATEGORIES:other sport",
  "END:VEVENT",
];

const MOST_NAME = 80;

/** A rider finds a calendar by the goal, in the words that named it; a plan without one has its id. */
const calendarName = ({ plan_id: id, plan_metadata: { goal }, athlete_profile: { goals } }: TrainingPlan): string =>
  cleanLine(goal?.text ?? goals[0] ?? "", MOST_NAME) || id;

/** The plan as a calendar: an entry for each session, the event included; rest days stay empty. */
export function ics(season: Season): Rendered {
  const sessions = season.sessions.filter((session) => !isRest(session));
  const starts = startsOf(sessions, season.starts);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//cycling-plan//cycling-plan//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped(calendarName(season.plan))}`,
    ...sessions.flatMap((session) => eventLines(session, season, starts)),
    ...season.sports.flatMap((sport) => sportLines(sport, season)),
    ...season.life.gone.flatMap((one) => goneLines(one, season)),
    "END:VCALENDAR",
  ];
  const notes = ["A calendar holds the steps as text only."];
  return { content: `${lines.map(folded).join("\r\n")}\r\n`, notes };
}
