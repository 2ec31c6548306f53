import { addDays, daysBetween, weekdayOf, type CalendarDate } from "../../base/calendar.ts";
import { shortDay } from "../../base/date-words.ts";
import { clamp } from "../../base/numbers.ts";
import { ftpOn } from "../../plan/ftp-on.ts";
import { keyWord } from "./key-run.ts";
import { testKindOf } from "./test-kind.ts";
import type { Matched } from "./match.ts";
import type { Review } from "./review.ts";

/** Something that the rider may do, and the command that does it. */
export interface CouldChange {
  readonly why: string;
  readonly command: string;
}

/** A ride that was so many minutes shorter than next week's is worth a shorter one. */
const SHORTER_BY = 15;
/** Form from which on a rider is tired whatever else is known (training science 1.2). */
const TIRED = -20;
/** An FTP is never taken down or up by more than this at once (training science 5.4). */
const MOST_STEP = 0.1;
const FIVE = 5;

/** Puts a command together; `plan` where it is not the current one. */
export type CommandFor = (words: string) => string;

/** A day as it is typed: `sat` within the next week, else its date. */
function dayWord(date: CalendarDate, today: CalendarDate): string {
  const away = daysBetween(today, date);
  return away > 0 && away < 7 ? weekdayOf(date).slice(0, 3).toLowerCase() : date;
}

/** The length of what was ridden of a short session, on the same weekday next time. */
function shorterNext(review: Review, command: CommandFor): CouldChange[] {
  const { sessions, ahead, today } = review;
  return sessions.flatMap(({ session, status, minutes }): CouldChange[] => {
    if (status !== "partly" || minutes === undefined) return [];
    const next = ahead.find((one) => weekdayOf(one.session.date) === weekdayOf(session.date));
    const rounded = Math.round(minutes / FIVE) * FIVE;
    const isWorthIt = next !== undefined && next.session.duration_min - rounded >= SHORTER_BY && rounded > 0;
    if (!isWorthIt || next.session.role === "event" || next.session.role === "test") return [];
    const day = weekdayOf(session.date);
    return [
      {
        why: `short of time on ${day}`,
        command: command(`change shorten ${dayWord(next.session.date, today)} to ${rounded}`),
      },
    ];
  });
}

/** The newest day that nobody spoke of: one word is asked for at a time. */
function answer({ sessions, rides }: Review, command: CommandFor): CouldChange[] {
  const date = sessions.findLast(({ status }) => status === "not_known")?.session.date;
  if (date === undefined) return [];
  const pull = rides === 0 ? [{ why: "your rides were recorded", command: command("pull") }] : [];
  return [
    ...pull,
    { why: `${shortDay(date)} was ridden`, command: command(`done ${date}`) },
    { why: `${shortDay(date)} was not`, command: command(`change missed ${date}`) },
  ];
}

/** The newest test alone: an older one says what the rider was, not what they are. */
function tested({ sessions, plan }: Review, command: CommandFor): CouldChange[] {
  const found = sessions.flatMap(({ session, rides, status }): CouldChange[] => {
    const watts = rides.find(({ best20Watts }) => best20Watts !== undefined)?.best20Watts;
    const isTwenty = testKindOf(session) === "20min";
    const since = plan.plan_metadata.ftp_changes?.some(({ from }) => from >= session.date) === true;
    if (!isTwenty || status !== "done" || watts === undefined || since) return [];
    const best = Math.round(watts);
    return [{ why: `your test: 20 minutes at ${best} W`, command: command(`change test 20min ${best}`) }];
  });
  return found.slice(-1);
}

function hinted({ hint, plan, to }: Review, command: CommandFor): CouldChange[] {
  if (hint === undefined) return [];
  const ftp = ftpOn(plan.plan_metadata, to);
  const share = hint.share === undefined ? undefined : clamp(hint.share, 1 - MOST_STEP, 1 + MOST_STEP);
  const watts = ftp === undefined || share === undefined ? undefined : Math.round(ftp * share);
  const isHard = hint.kind === "not_held";
  const steps = {
    why: isHard ? "sleep, food or work weigh on you" : "you want more of it",
    command: command(`change ${isHard ? "easier" : "harder"}`),
  };
  if (watts === undefined || (isHard ? watts >= (ftp ?? 0) : watts <= (ftp ?? 0))) return [steps];
  return [steps, { why: `your FTP is ${isHard ? "lower" : "higher"}`, command: command(`change ftp ${watts}`) }];
}

const isShort = (one: Matched): boolean => one.status === "partly" || keyWord(one) === "not_held";

/** What could change, likeliest first; nothing of it is done. */
export function couldChange(review: Review, command: CommandFor): CouldChange[] {
  const { sessions, fitness, hint, ahead } = review;
  const isTired = sessions.some(isShort) || (fitness?.formHigh ?? 0) <= TIRED;
  const easier = { why: "tired", command: command("change easier") };
  const canEase = ahead.some(({ session }) => session.role === "key") && hint === undefined;
  const lost = sessions.filter(
    ({ session, status }) =>
      status === "missed" &&
      session.role === "key" &&
      session.date >= addDays(review.today, -6) &&
      review.plan.plan_metadata.lived?.some(({ date }) => date === session.date) !== true,
  );
  return [
    ...tested(review, command),
    ...hinted(review, command),
    ...lost.map(({ session: { date } }) => ({
      why: `${shortDay(date)} could stand on another day`,
      command: command(`change missed ${date}`),
    })),
    ...shorterNext(review, command),
    ...(isTired && canEase ? [easier] : []),
    ...answer(review, command),
  ];
}
