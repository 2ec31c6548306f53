import { addDays, type CalendarDate } from "../../base/calendar.ts";
import { dayMonth, shortDay } from "../../base/date-words.ts";
import { sum } from "../../base/numbers.ts";
import { joinWords } from "../../base/text.ts";
import type { Effort } from "../../history/efforts.ts";
import type { ReviewMark, ReviewRow, ReviewSight } from "../../report/review.ts";
import { timeWords } from "../../base/time-words.ts";
import { counted, span } from "../../report/units.ts";
import type { CouldChange } from "./could-change.ts";
import { keyWord } from "./key-run.ts";
import type { Matched, Status } from "./match.ts";
import { meansOf } from "./means.ts";
import { sumsOf, type Review } from "./review.ts";
import type { Ridden } from "./ridden.ts";

const MARKS: Readonly<Record<Status, ReviewMark>> = {
  done: "=",
  partly: "~",
  other: "~",
  moved: "~",
  missed: "-",
  not_known: "?",
  ahead: ">",
};

const when = (date: CalendarDate): string => `${shortDay(date).slice(0, 3)} ${Number(date.slice(8))}`;
/** `4 to 10 Jan`, `28 Dec to 3 Jan` */
const daysWords = (from: CalendarDate, to: CalendarDate): string =>
  from.slice(0, 7) === to.slice(0, 7) ? `${Number(from.slice(8))} to ${dayMonth(to)}` : span(from, to);

const whole = (value: number): number => Math.round(value);

/** A tenth more than planned is worth a word. */
const LONGER = 1.15;

function noteOf(one: Matched): string {
  const { session, status, minutes = 0, load = 0, on, efforts, isTold } = one;
  const held = efforts.filter(({ isHeld }) => isHeld).length;
  const holds = efforts.length === 0 ? "" : `${held} of ${efforts.length} held`;
  const told = isTold ? "as you said" : "";
  const isLonger = minutes > session.duration_min * LONGER;
  const length = whole(minutes) < whole(session.duration_min) ? "shorter" : isLonger ? "longer" : "";
  const words: Readonly<Record<Status, string>> = {
    done: holds === "" ? (isLonger ? "longer" : told) : holds,
    partly: [length, holds].filter((text) => text !== "").join(", "),
    other: `another ride: load ${whole(load)} of ${whole(session.tss)}`,
    moved: [`on ${on === undefined ? "another day" : when(on)}`, holds].filter((text) => text !== "").join(", "),
    missed: "not ridden",
    not_known: "not known",
    ahead: "",
  };
  return words[status];
}

/** `6 of 15 min in target` */
function inTarget({ inTarget: inside, seconds }: Effort): string {
  const isShort = seconds < 120;
  const words = (value: number): number => (isShort ? value : whole(value / 60));
  return `${words(inside)} of ${words(seconds)} ${isShort ? "s" : "min"} in target`;
}

/** What is said of the efforts that were not as asked; "" where all were. */
function lapseWords(same: readonly Effort[]): string {
  const lapses = same.filter(({ hasFaded, isHeld }) => hasFaded || !isHeld);
  const [only, second] = lapses;
  if (only === undefined) return "";
  if (second !== undefined)
    return `; ${lapses.length} ${lapses.every(({ hasFaded }) => hasFaded) ? "faded" : "faded or were below it"}`;
  const name = same.length === 1 ? "it" : only === same.at(-1) ? "the last" : `number ${same.indexOf(only) + 1}`;
  return `, ${name} ${only.hasFaded ? "faded" : "was below it"}: ${inTarget(only)}`;
}

/** The watts of efforts that aimed at the same, in one line each. */
function effortLines(efforts: readonly Effort[]): ReviewRow["efforts"] {
  const targets = [...new Set(efforts.map(({ target }) => target))];
  return targets.map((target) => {
    const same = efforts.filter((one) => one.target === target);
    return {
      label: `at ${target} W:`,
      words: `${same.map(({ watts }) => watts).join(" ")}${lapseWords(same)}`,
    };
  });
}

/** Lines of watts, where they say more than that all was held: only key sessions and tests. */
function effortsShown({ session, efforts, status }: Matched): ReviewRow["efforts"] {
  const isWork = session.role === "key" || session.role === "test";
  return isWork && status !== "other" ? effortLines(efforts) : [];
}

function timeOf({ session, minutes, status }: Matched): string {
  const planned = timeWords(session.duration_min);
  if (minutes === undefined || status === "ahead") return planned;
  const ridden = timeWords(minutes);
  return ridden === planned ? planned : `${ridden} of ${planned}`;
}

const sessionRow = (one: Matched): ReviewRow => ({
  mark: MARKS[one.status],
  when: when(one.session.date),
  name: one.session.name,
  time: timeOf(one),
  note: noteOf(one),
  efforts: effortsShown(one),
});

const extraRow = ({ day, seconds, load }: Ridden): ReviewRow => ({
  mark: "+",
  when: when(day),
  name: "A ride that was not planned",
  time: timeWords(seconds / 60),
  note: `load ${whole(load)}`,
  efforts: [],
});

/** A ride with the session that it was. */
export const riddenRow = (ride: Ridden, match: Matched | undefined): ReviewRow =>
  match === undefined ? extraRow(ride) : { ...sessionRow(match), efforts: [] };

const isAsPlanned = ({ status }: Matched): boolean => status === "done" || status === "moved";

function weekRow(review: Review, number: number, start: CalendarDate): ReviewRow {
  const sessions = review.sessions.filter(({ week }) => week === number);
  const past = sessions.filter(({ status }) => status !== "ahead");
  const extra = review.extra.filter(({ day }) => day >= start && day < addDays(start, 7));
  const sums = sumsOf(sessions, extra);
  const name = `Week ${number}, ${review.weeks.find((week) => week.week_number === number)?.week_type ?? ""}`;
  const planned = timeWords(sum(sessions.map(({ session }) => session.duration_min)));
  if (past.length === 0) return { mark: ">", when: dayMonth(start), name, time: planned, note: "", efforts: [] };
  const done = past.filter(isAsPlanned).length;
  const open = past.filter(({ status }) => status === "not_known").length;
  const keys = past.map(keyWord).filter((word) => word !== undefined);
  const held = keys.filter((word) => word !== "not_held").length;
  return {
    mark: open > 0 ? "?" : done === past.length ? "=" : "~",
    when: dayMonth(start),
    name,
    time: `${timeWords(sums.minutes)} of ${timeWords(sums.plannedMinutes)}`,
    note: [
      `${done} of ${past.length}`,
      ...(open > 0 ? [`${open} not known`] : []),
      ...(keys.length > 0 ? [`key ${held} of ${keys.length}`] : []),
    ].join(", "),
    efforts: [],
  };
}

function sumOf({ sessions, extra }: Review): string {
  const past = sessions.filter(({ status }) => status !== "ahead");
  if (past.length === 0 && extra.length === 0) return "No ride was planned up to now.";
  const count = (status: Status): number => past.filter((one) => one.status === status).length;
  const parts: (readonly [number, string])[] = [
    [count("partly"), "shorter"],
    [count("other"), "another ride"],
    [count("missed"), "not ridden"],
    [count("not_known"), "not known"],
    [extra.length, extra.length === 1 ? "ride more" : "rides more"],
  ];
  const others = parts.flatMap(([number, words]) =>
    number === 0 ? [] : [`${number === 1 ? "one" : number} ${words}`],
  );
  const { minutes, plannedMinutes, load, plannedLoad } = sumsOf(sessions, extra);
  if (count("not_known") === past.length && extra.length === 0) {
    return `Nothing is known yet of ${past.length === 1 ? "its ride" : `its ${past.length} rides`}; planned were ${timeWords(plannedMinutes)}, load ${whole(plannedLoad)}.`;
  }
  const soFar = past.length < sessions.length ? " so far" : "";
  const rides = `${past.filter(isAsPlanned).length} of ${counted(past.length, "ride")} as planned${soFar}`;
  const time = `${timeWords(minutes)} of ${timeWords(plannedMinutes)}, load ${whole(load)} of ${whole(plannedLoad)}`;
  return `${[rides, ...others].join(", ")}: ${time}`;
}

function headOf({ weeks, plan, scope, from, to }: Review): string {
  const [first, last] = [weeks[0], weeks.at(-1)];
  const total = plan.plan_metadata.total_weeks;
  if (scope === "plan") return `${plan.plan_id}, ${counted(total, "week")} · ${span(from, to, true)}`;
  if (scope === "week")
    return `Week ${first?.week_number ?? 0} of ${total}, ${first?.week_type ?? ""} · ${daysWords(from, to)}`;
  const numbers = `weeks ${first?.week_number ?? 0} to ${last?.week_number ?? 0} of ${total}`;
  return `The ${first?.phase ?? ""} phase, ${numbers} · ${span(from, to)}`;
}

function aheadOf({ ahead, from, to, today, plan }: Review): string {
  const event = ahead.find(({ session }) => session.role === "event")?.session;
  const rides = ahead.filter(({ session }) => session.role !== "event").map(({ session }) => session);
  if (event === undefined && rides.length === 0)
    return to >= plan.plan_metadata.end_date ? "this was the last week of the plan" : "a week without rides";
  const days = (dates: readonly CalendarDate[]): string => joinWords(dates.map(shortDay));
  const keys = rides.filter(({ role }) => role === "key").map(({ date }) => date);
  const test = rides.find(({ role }) => role === "test");
  const long = rides.find(({ role }) => role === "long");
  const number = ahead[0]?.week ?? 0;
  const week = to > today && from <= today ? `the rest of week ${number}` : `week ${number}`;
  const parts = [
    `${week}, ${timeWords(sum(rides.map(({ duration_min: minutes }) => minutes)))}`,
    ...(keys.length > 0 ? [`${keys.length === 1 ? "key ride" : "key rides"} ${days(keys)}`] : []),
    ...(test === undefined ? [] : [`a test on ${shortDay(test.date)}`]),
    ...(long === undefined ? [] : [`long ride ${timeWords(long.duration_min)}`]),
    ...(event === undefined ? [] : [`your event on ${shortDay(event.date)}`]),
  ];
  return parts.join("; ").replace("; long", ", long");
}

function rowsOf(review: Review): ReviewRow[] {
  const { scope, sessions, extra, weeks } = review;
  if (scope !== "week") return weeks.map((week) => weekRow(review, week.week_number, week.start_date));
  const rows = [
    ...sessions.map((one) => ({ date: one.session.date, row: sessionRow(one) })),
    ...extra.map((ride) => ({ date: ride.day, row: extraRow(ride) })),
  ];
  return rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)).map(({ row }) => row);
}

/** A review as a rider reads it. */
export const reviewSight = (review: Review, changes: readonly CouldChange[]): ReviewSight => ({
  head: headOf(review),
  sum: sumOf(review),
  rows: rowsOf(review),
  means: meansOf(review),
  ahead: aheadOf(review),
  changes,
});
