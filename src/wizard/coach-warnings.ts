import { daysBetween, parseDate, type CalendarDate } from "../base/calendar.ts";
import { fullDate } from "../base/date-words.ts";
import type { PlanRequest } from "../athlete/request.ts";
import { mapGoal } from "../periodization/intake/goal.ts";
import { TESTS } from "../rules/limits.ts";
import type { Timeline } from "../periodization/intake/timeline.ts";
import type { Draft } from "./draft.ts";

/** Below these a plan is possible, but a coach would ask first. Our own judgement, so they only warn. */
const FTP_WEEKS = 8;
const FEW_DAYS = 2;
/** Watts per kilogram that take years of riding (training science 7 warns of 5.3 for anybody). */
const BEGINNER_WATTS_PER_KG = 4;
/** An event this close leaves no time to build a base first. */
const BASE_WEEKS = 6;
/** Hours a week that count as a base. */
const BASE_HOURS = 4;

function ofFtp({ goal }: Draft, { weeks }: Timeline): string[] {
  const isFtpGoal = typeof goal === "string" && mapGoal(goal, false).kind === "improve-ftp";
  return isFtpGoal && weeks < FTP_WEEKS
    ? [`${weeks} weeks is short for a higher FTP: most riders need ${FTP_WEEKS} or more to see a gain.`]
    : [];
}

function ofDays({ days }: Draft): string[] {
  const count = Array.isArray(days) ? days.length : undefined;
  if (count === undefined || count > FEW_DAYS) return [];
  return [
    `${count === 1 ? "One day" : "Two days"} a week keeps the fitness you have more than it builds new. A third day, even a short one, helps a lot.`,
  ];
}

function ofLevel(draft: Draft, { profile }: PlanRequest): string[] {
  if (
    profile.ftp === undefined ||
    draft.ftp === undefined ||
    profile.weight_kg === undefined ||
    draft.experience !== "beginner"
  )
    return [];
  const ratio = profile.ftp / profile.weight_kg;
  return ratio > BEGINNER_WATTS_PER_KG
    ? [`${ratio.toFixed(1)} watts per kilogram takes most riders years. Please check FTP and weight, or your level.`]
    : [];
}

function ofEvent(draft: Draft, { event, profile }: PlanRequest, { weeks }: Timeline): string[] {
  if (draft.eventDate === undefined || event === undefined || weeks > BASE_WEEKS) return [];
  const recent = profile.recent_weekly_hours;
  if (draft.recentHours === undefined || recent === undefined || recent >= BASE_HOURS) return [];
  return [
    `Your event is ${weeks} weeks away and you ride ${recent} hours a week now: too little time to build a base (weeks of easy riding first). Aim to finish well, not to race.`,
  ];
}

/** The day of a number that is long ago. */
function ofTest(draft: Draft, { today }: { readonly today: CalendarDate }): string[] {
  const day = draft.lastTest ?? draft.ftpDate;
  const date = typeof day === "string" ? parseDate(day) : undefined;
  if (date === undefined || draft.ftp === undefined) return [];
  const days = daysBetween(date, today);
  const weeks = Math.floor(days / 7);
  return days <= TESTS.longestGapDays
    ? []
    : [
        `Your FTP is from ${fullDate(date)}, ${weeks} weeks ago: it may be another by now. Say a newer one where you know it.`,
      ];
}

/** Days off on the day of an event: the event is ridden, and both cannot be. */
function ofEventDay(request: PlanRequest): string[] {
  const off = request.profile.unavailable ?? [];
  const all = [...(request.event === undefined ? [] : [request.event]), ...(request.events ?? [])];
  return all
    .filter(({ date }) => off.some(({ from, to }) => from <= date && date <= to))
    .map(({ date }) => `Your event on ${fullDate(date)} lies in your days off. Which of the two is right?`);
}

/** What a coach would ask about beyond what the parser warns of. Only answered questions count. */
export const coachWarnings = (
  draft: Draft,
  request: PlanRequest,
  { timeline, today }: { readonly timeline: Timeline; readonly today: CalendarDate },
): string[] => [
  ...(draft.weeks === undefined && draft.eventDate === undefined ? [] : ofFtp(draft, timeline)),
  ...ofDays(draft),
  ...ofLevel(draft, request),
  ...ofEvent(draft, request, timeline),
  ...ofTest(draft, { today }),
  ...ofEventDay(request),
];
