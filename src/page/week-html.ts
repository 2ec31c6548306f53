import { weekdayOf } from "../base/calendar.ts";
import { dayMonth } from "../base/date-words.ts";
import { html, type Markup } from "./markup.ts";
import { length } from "./length.ts";
import type { PageModel } from "./model.ts";
import { TALLEST } from "./profile.ts";
import { emOf, smallProfile } from "./profile-html.ts";
import { figureLine, sessionDetails } from "./session-html.ts";
import type { SessionModel } from "./session-model.ts";
import type { DayModel, WeekModel } from "./week-model.ts";

/** The name under which a session's shape is kept: `p0612` for 12 June, with a number behind it where a day has two. */
export const shapeName = (session: SessionModel, at: number): string =>
  `p${session.date.replaceAll("-", "").slice(2)}${at === 0 ? "" : String.fromCharCode(97 + at)}`;

/** Differences of ridden and planned minutes below this share are none. */
const SAME = 0.05;

/** What became of a session, in a word or two; nothing where it is as planned. */
export function stateWords({ state, minutes }: SessionModel): string {
  const { status, minutes: ridden, on } = state;
  const rode = ridden === undefined || Math.abs(ridden - minutes) <= minutes * SAME ? "" : `rode ${length(ridden)}`;
  switch (status) {
    case "missed":
      return "missed";
    case "moved":
      return `rode it on ${on === undefined ? "another day" : weekdayOf(on).slice(0, 3)}`;
    case "other":
      return `rode something else${ridden === undefined ? "" : `, ${length(ridden)}`}`;
    case "partly":
      return rode === "" ? "in part" : rode;
    case "done":
      return rode;
    default:
      return "";
  }
}

const MARKS = { done: "y", partly: "y", moved: "y", other: "y", missed: "x", not_known: "o", ahead: "o" } as const;
const MARK_WORDS = { y: "done", x: "missed", o: "open", g: "event" } as const;

/** The ring at the end of a row. The script makes a button of an open one. */
function tick(session: SessionModel): Markup {
  const mark = session.kind === "event" && session.state.status !== "done" ? "g" : MARKS[session.state.status];
  return html`<span class="tk ${mark}" data-id="${session.id}"><span class="vh">${MARK_WORDS[mark]}</span></span>`;
}

function nameLine(session: SessionModel): Markup {
  const words = [stateWords(session), session.movedFrom === undefined ? "" : `moved from ${session.movedFrom}`]
    .filter((part) => part !== "")
    .join(", ");
  const { figure } = session;
  const target = figure === undefined || figure.value.length > 9 ? "" : `${figure.value}\u00a0${figure.unit}`;
  return html`<span class="nm"
    >${session.name}${target !== "" && html` <span class="tg">${target}</span>`}${session.isHard && html` <b class="hb">hard</b>`}${words !== "" && html` <b>${words}</b>`}</span
  >`;
}

/** Minutes of a day's riding, or of its strength where it has none. */
function minutesOf(sessions: readonly SessionModel[]): number {
  const rides = sessions.filter(({ kind }) => kind !== "strength");
  return (rides.length === 0 ? sessions : rides).reduce((total, { minutes }) => total + minutes, 0);
}

interface RowContext {
  readonly model: PageModel;
  readonly week: WeekModel;
}

function sessionBody(session: SessionModel, isOnly: boolean): Markup {
  // Where it is the only one, the day's own mark says which it is.
  return html`<article${!isOnly && html` data-id="${session.id}"`}>
    ${!isOnly && html`<h3 class="nh">${session.name}</h3>`}${figureLine(session)}${sessionDetails(session)}
  </article>`;
}

const sportLine = (sports: readonly string[]): Markup | false =>
  sports.length > 0 && html`<span class="nm">${sports.join("; ")}</span>`;

function dayLabel({ date }: DayModel, { model }: RowContext): Markup {
  return html`<span class="dt"
    ><b>${weekdayOf(date).slice(0, 3)}</b>
    ${Number(date.slice(8))}${date === model.today && html` <i class="pill">today</i>`}</span
  >`;
}

/** A day without a session. */
const restRow = (day: DayModel, context: RowContext): Markup =>
  html`<li class="day rest${day.date === context.model.today && " now"}" data-d="${day.date}">
    <div class="row">${dayLabel(day, context)}<span class="nm">rest</span>${sportLine(day.sports)}</div>
  </li>`;

/** One day of a week: a row that opens to its session. */
export function dayRow(day: DayModel, context: RowContext): Markup {
  const { sessions } = day;
  const [first] = sessions;
  if (first === undefined) return restRow(day, context);
  const lead = sessions.find(({ profile }) => profile !== undefined) ?? first;
  const isMissed = lead.state.status === "missed";
  const names = [
    "day",
    day.isHard && "hard",
    day.event !== undefined && "event",
    day.date === context.model.today && "now",
    isMissed && "missed",
  ].filter((name) => name !== false);
  return html`<li
    class="${names.join(" ")}"
    data-d="${day.date}"
    data-m="${Math.round(minutesOf(sessions))}"
    ${day.event !== undefined && html` data-e="${day.event}"`}
  >
    <details>
      <summary class="row">
        ${dayLabel(day, context)}${lead.profile !== undefined && html`<span class="ps">${sessions.map((session, i) => session.profile !== undefined && smallProfile(session.profile, shapeName(session, i)))}</span>`}
        ${sessions.map(nameLine)}${sportLine(day.sports)}<span class="tm"
          >${isMissed ? html`<s>${length(minutesOf(sessions))}</s>` : length(minutesOf(sessions))}</span
        >
      </summary>
      <div class="body">${sessions.map((session) => sessionBody(session, sessions.length === 1))}</div>
    </details>
    ${tick(lead)}
  </li>`;
}

/** The seven rows of a week. */
export const weekRows = (week: WeekModel, model: PageModel): Markup =>
  html`<ol class="days" data-w="${week.number}">
    ${week.days.map((day) => dayRow(day, { model, week }))}
  </ol>`;

/** Between two rides of a ridge, in tens of seconds: the width of a thin line. */
const GAP = 34;

/** Where a row of rides ends, and the rides with the place at which each begins. */
function placesIn({ days }: WeekModel): { readonly width: number; readonly parts: readonly Markup[] } {
  let at = 0;
  const parts: Markup[] = [];
  for (const { sessions, event } of days)
    for (const [i, session] of sessions.entries()) {
      if (session.profile === undefined) continue;
      const kind = session.state.status === "missed" ? "m" : event !== undefined ? "g" : "";
      parts.push(html`<use class="${kind}" href="#${shapeName(session, i)}" x="${at}" />`);
      at += session.profile.width + GAP;
    }
  return { width: Math.max(1, at - GAP), parts };
}

const ridgeFrame = (width: number, inside: Markup): Markup =>
  html`<svg
    class="p rg"
    aria-hidden="true"
    width="${emOf(width)}em"
    viewBox="0 0 ${width} ${TALLEST}"
    preserveAspectRatio="none"
  >
    ${inside}
  </svg>`;

/** All rides of a week in one row, on the scale of the days. */
function ridge(week: WeekModel): Markup {
  const { width, parts } = placesIn(week);
  return ridgeFrame(width, html`<g id="r${week.number}">${parts}</g>`);
}

/** The same row again, on paper. */
export const sameRidge = (week: WeekModel): Markup =>
  ridgeFrame(placesIn(week).width, html`<use href="#r${week.number}" />`);

/** Hours of a week: done of planned, or what is planned where nothing is known. */
export function hoursOf({ riddenMinutes, plannedMinutes, hasEvent, to }: WeekModel, { today }: PageModel): Markup {
  if (riddenMinutes !== undefined) return html`<b>${length(riddenMinutes)}</b> of ${length(plannedMinutes)}`;
  return html`<b>${length(plannedMinutes)}</b>${to < today ? " planned" : hasEvent ? " with the event" : ""}`;
}

/** Share of the planned hours that is ridden, in percent, at most 100. */
export const shareOf = ({ riddenMinutes = 0, plannedMinutes }: WeekModel): number =>
  plannedMinutes === 0 ? 0 : Math.min(100, Math.round((100 * riddenMinutes) / plannedMinutes));

export const weekTitle = ({ phase, isEasy }: WeekModel): string => (isEasy ? `${phase}, easy` : phase);

const spanText = ({ from, to }: WeekModel): string =>
  from.slice(5, 7) === to.slice(5, 7)
    ? `${Number(from.slice(8))}–${dayMonth(to)}`
    : `${dayMonth(from)} – ${dayMonth(to)}`;

/** A week among the others: folded, with its ridge; the rows of the current one are elsewhere. */
export function foldedWeek(week: WeekModel, model: PageModel, isCurrent: boolean): Markup {
  return html`<details
    class="wk${week.hasEvent && " event"}"
    data-w="${week.number}"
    data-s="${shareOf(week)}"
    ${isCurrent && html` hidden`}
  >
    <summary>
      <span class="wh"
        ><b class="no">${week.number}</b>
        <span class="wt"><b>${weekTitle(week)}</b> <span>${spanText(week)}</span></span
        ><span class="hr">${hoursOf(week, model)}</span></span
      >${ridge(week)}
    </summary>
    ${week.focus !== "" && html`<p class="fo">${week.focus.replace(/\.?$/, ".")}</p>`}
    ${!isCurrent && weekRows(week, model)}
  </details>`;
}
