import { termSentences } from "../athlete/term-words.ts";
import { addDays } from "../base/calendar.ts";
import { cleanLine, cleanText } from "../base/text.ts";
import { roundTo } from "../base/numbers.ts";
import { eventDayOf, type EventDay } from "../plan/event-card.ts";
import { otherSportText } from "../plan/other-sport-words.ts";
import type { Week } from "../plan/schema.ts";
import { limitsOf } from "../plan/without-power.ts";
import { fullDay, longDate, shortDay } from "../base/date-words.ts";
import type { Rendered } from "./format.ts";
import { isRest, isRide, type Season, type Session } from "./session.ts";
import { stepLines } from "./step-lines.ts";
import { lengthText } from "./step-words.ts";
import { titleOf } from "../workout/title.ts";

/** Every character that Markdown may take for its own; a backslash before it makes it a plain one. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+\-.!|~&=^$:@"']/g, "\\$&");

/** What cannot mean anything in the middle of a line need not be escaped: fewer backslashes in print. */
const inLine = (text: string): string =>
  escaped(cleanLine(text, 6000))
    .replace(/\\([.:'"()=^$@+!\-])/g, "$1")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^([+\-=])/, "\\$1");

const paragraph = (text: string): string =>
  cleanText(text)
    .trim()
    .split(/\n\s*\n/)
    .map(inLine)
    .join("\n\n");

/** A table cell: a bar would end it. */
const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const loadText = (session: Session): string => (isRide(session) ? String(Math.round(session.workout.tss)) : "");

function weekTable(sessions: readonly Session[]): string[] {
  const rows = sessions.map((session) => {
    const { workout, seconds } = session;
    const day = shortDay(workout.date);
    return isRest(session)
      ? row([day, "rest", "", "", ""])
      : row([day, workout.type, lengthText(seconds), loadText(session), inLine(titleOf(workout))]);
  });
  return [row(["Day", "Type", "Time", "Load", "Session"]), "| --- | --- | ---: | ---: | --- |", ...rows];
}

/** The event's day: its line, and the card as a list. */
function eventLines({ line, words, card }: EventDay): string[] {
  return [
    paragraph(`${line}.`),
    ...(words === "" ? [] : ["", paragraph(words)]),
    "",
    ...card.map(({ label, text }) => `- ${inLine(`${label}: ${text}`)}`),
  ];
}

function sessionLines(session: Session, season: Season): string[] {
  const { workout } = session;
  const head = ["", `### ${inLine(fullDay(workout.date))}: ${inLine(titleOf(workout))}`, ""];
  const day = eventDayOf(workout, season.plan, season);
  if (day !== undefined) return [...head, ...eventLines(day)];
  const steps = stepLines(session, season).map(
    ({ indent, text, cue }) => `${"  ".repeat(indent)}- ${inLine(text)}${cue === "" ? "" : `: ${inLine(cue)}`}`,
  );
  return [...head, paragraph(workout.description), ...(steps.length === 0 ? [] : ["", ...steps])];
}

/** Strength beside the rides of a week, in words. */
function strengthText(sessions: readonly Session[]): string {
  const count = sessions.filter(({ workout }) => workout.type === "strength").length;
  return count === 0 ? "" : `, and ${count} strength session${count === 1 ? "" : "s"} beside it`;
}

/** Other sport of a week, as a paragraph of its own. */
function sportText({ other_sport: sports = [] }: Week): string[] {
  if (sports.length === 0) return [];
  return [
    "",
    inLine(`Other sport: ${sports.map((one) => `${shortDay(one.date)} ${otherSportText(one)}`).join("; ")}.`),
  ];
}

function weekLines(week: Week, season: Season): string[] {
  const sessions = season.sessions.filter((session) => session.week === week);
  const { week_number: number, start_date: start, week_type: type } = week;
  return [
    "",
    `## Week ${number}: ${type}, ${longDate(start)} to ${longDate(addDays(start, 6))}`,
    "",
    paragraph(week.focus),
    "",
    `${roundTo(week.planned_hours, 1)} h of riding, load ${Math.round(week.planned_tss)}${strengthText(sessions)}.`,
    ...sportText(week),
    "",
    ...weekTable(sessions),
    ...sessions.filter((session) => !isRest(session)).flatMap((session) => sessionLines(session, season)),
  ];
}

const HEART_FROM = {
  threshold: "Heart rate (HR) comes from your heart rate at threshold.",
  maximum: "Heart rate (HR) comes from your maximum, with threshold taken as 90 % of it.",
};

/** What the figures mean, in the words of the reader. */
function legend(season: Season): string[] {
  const planned = season.plan.plan_metadata.current_ftp;
  const { ftpWatts } = season;
  // How such a plan is read stands in its coaching notes.
  if (ftpWatts === undefined) return season.heart === undefined ? [] : [HEART_FROM[season.heart.from]];
  const made = planned === undefined ? "the plan was made without power" : `the plan was made for ${planned} W`;
  const anchor = season.isReanchored
    ? `Watts are for an FTP of ${ftpWatts} W; ${made}.`
    : `Watts are for an FTP of ${ftpWatts} W.`;
  return [`${anchor} RPE is effort out of 10.${season.heart === undefined ? "" : ` ${HEART_FROM[season.heart.from]}`}`];
}

/** The plan on paper: each week as a table, then each session with its steps, and the health note. */
export function markdown(season: Season): Rendered {
  const { plan_id: id, plan_metadata: metadata, weekly_plan: weeks } = season.plan;
  const health = metadata.health_note;
  const lines = [
    `# Plan ${inLine(id)}`,
    "",
    `${metadata.total_weeks} weeks, ${longDate(metadata.start_date)} to ${longDate(metadata.end_date)}.`,
    "",
    ...limitsOf(season.plan).flatMap((sentence) => [`**${inLine(sentence)}**`, ""]),
    ...termSentences(season.plan.athlete_profile).flatMap((sentence) => [inLine(sentence), ""]),
    ...legend(season).flatMap((line) => [line, ""]),
    paragraph(metadata.coaching_notes),
    "",
    paragraph(metadata.monitoring_guidance),
    ...(health === undefined ? [] : ["", paragraph(health)]),
    ...weeks.flatMap((week) => weekLines(week, season)),
    "",
  ];
  return { content: lines.join("\n"), notes: [] };
}
