import { dayMonth, fullDate, shortDay } from "../base/date-words.ts";
import { currentWeek } from "./current-week.ts";
import { html, type Markup } from "./markup.ts";
import { length, signed } from "./length.ts";
import type { PageModel } from "./model.ts";
import { sameSeason, seasonChart, seasonTable, formWord } from "./season-html.ts";
import { LETTERS } from "./season-scales.ts";
import { command } from "./session-html.ts";
import { foldedWeek, hoursOf, sameRidge, shareOf, weekRows, weekTitle } from "./week-html.ts";
import type { SessionModel } from "./session-model.ts";
import type { WeekModel } from "./week-model.ts";

/** What safety must say: before anything that one could do. */
export const safetyHtml = ({ note, limit }: PageModel): Markup =>
  html`<section aria-label="Safety">
    <details class="safe">
      <summary>
        <svg aria-hidden="true" width="16" height="15" viewBox="0 0 16 15">
          <path d="M8 0l8 15H0z" />
          <path class="bang" d="M7.2 5h1.6v5H7.2zM7.2 11.2h1.6v1.6H7.2z" /></svg
        ><span>Fever, illness, chest pain: <b>do not ride.</b></span
        ><u>More</u>
      </summary>
      <p>${note}</p>
    </details>
    ${limit !== undefined && html`<p class="safe lim">${limit}</p>`}
  </section>`;

const isNow = ({ today }: PageModel, { from, to }: WeekModel): boolean => from <= today && today <= to;

/** What the colours of a plan mean; one that is easy throughout has only one. */
function coloursOf({ zones }: PageModel, has: { readonly percents: boolean }): Markup {
  const isEasy = zones.every(({ firm, hard }) => firm + hard === 0);
  if (isEasy) return html`<i class="kb e"></i> easy`;
  return has.percents
    ? html`<i class="kb e"></i> easy, to 75 % <i class="kb f"></i> firm, to 95 % <i class="kb h"></i> hard`
    : html`<i class="kb e"></i> easy <i class="kb f"></i> firm <i class="kb h"></i> hard`;
}

const legend = (model: PageModel): Markup =>
  html`<p class="lg">${coloursOf(model, { percents: false })} <span>wide is long, high is hard</span></p>`;

/** Seven rows, and the hours done of planned. */
export function weekHtml(model: PageModel): Markup {
  const week = currentWeek(model);
  if (week === undefined) return html``;
  const title = isNow(model, week) ? "This week" : model.today < model.start ? "The first week" : "The last week";
  const ridden = week.riddenMinutes ?? 0;
  return html`<section id="week" class="cd" aria-labelledby="wh">
    <div class="hd">
      <h2 id="wh">${title}</h2>
      <span id="wk-h"><b>${length(ridden)}</b> of ${length(week.plannedMinutes)}</span>
    </div>
    <svg
      class="bar"
      id="wk-b"
      role="img"
      aria-label="${shareOf(week)} percent of the hours are ridden"
      width="100%"
      height="8"
    >
      <rect class="o" width="100%" height="8" rx="4" />
      <rect class="i" width="${shareOf(week)}%" height="8" rx="4" />
    </svg>
    <div id="wk-d">${weekRows(week, model)}</div>
    ${legend(model)}
  </section>`;
}

export function seasonHtml(model: PageModel): Markup {
  const { season, events } = model;
  const easy = season.weeks.filter(({ isEasy }) => isEasy).map(({ number }) => number);
  const { now } = season;
  return html`<section id="season" class="cd" aria-labelledby="sh">
    <div class="hd">
      <h2 id="sh">Season</h2>
      <span
        ><b>${length(season.riddenMinutes)}</b> of
        ${length(season.plannedMinutes)}${events.length > 0 && " with the event"}</span
      >
    </div>
    <p class="lg">
      <i class="kb o"></i> planned <i class="kb r"></i> ridden
      ${events.map(
        ({ name, date }) =>
          html`<span
            ><svg class="kf" aria-hidden="true" width="12" height="16" viewBox="0 0 12 16">
              <path d="M1 16V0l11 4.5L1 9" />
            </svg>
            ${name}, ${shortDay(date)}</span
          > `,
      )}${easy.length > 0 && html`<span class="mo">easy weeks: ${easy.join(", ")}</span>`}
    </p>
    ${seasonChart(model)}
    ${now !== undefined && html`<p class="fm" id="fm">On ${shortDay(model.today)}: fitness <b>${Math.round(now.fitness)}</b>, form <b>${signed(now.form)}</b>, <b>${formWord(now.form)}</b>.</p>`}
    <details class="fd">
      <summary>The figures as a table</summary>
      ${seasonTable(model)}
      <p class="sm">
        Form is that of Sunday evening, in the week of an event of its morning. Past days that nobody noted count as
        planned.
      </p>
    </details>
  </section>`;
}

/** All other weeks, nearest first, folded. */
export function weeksHtml(model: PageModel): Markup {
  const current = currentWeek(model);
  const coming = model.weeks.filter(({ from }) => from >= (current?.from ?? model.start) && from > model.today);
  const isCurrent = (week: WeekModel): boolean => week === current;
  const gone = model.weeks.filter((week) => !coming.includes(week));
  const list = (weeks: readonly WeekModel[], id: string, title: string): Markup =>
    html`<div class="cd wl" id="${id}" ${!weeks.some((week) => !isCurrent(week)) && html` hidden`}>
      <h3>${title}</h3>
      ${weeks.map((week) => foldedWeek(week, model, isCurrent(week)))}
    </div>`;
  return html`<section id="weeks" aria-labelledby="oh">
    <h2 id="oh">The other weeks</h2>
    <div class="two">${list(coming, "coming", "To come")}${list([...gone].reverse(), "gone", "Behind you")}</div>
  </section>`;
}

export function zonesHtml(model: PageModel): Markup {
  const { zones } = model;
  const bar = (from: number, width: number, tone: string): Markup | false =>
    width > 0 && html`<rect class="${tone}" x="${from}%" width="${width}%" height="18" />`;
  return html`<section id="zones" class="cd" aria-labelledby="zh">
    <h2 id="zh">How hard, phase by phase</h2>
    <p class="lg">${coloursOf(model, { percents: true })}</p>
    <table class="zn">
      <caption class="vh">
        Share of the riding time by phase, in percent
      </caption>
      <thead class="vh">
        <tr>
          <th scope="col">Phase</th>
          <th scope="col">Picture</th>
          <th scope="col">easy, firm, hard</th>
        </tr>
      </thead>
      <tbody>
        ${zones.map(
          ({ phase, easy, firm, hard }) =>
            html`<tr>
              <th scope="row">${phase}</th>
              <td>
                <svg role="img" width="100%" height="18">
                  <title>${phase}: ${easy} % easy, ${firm} % firm, ${hard} % hard</title>
                  ${bar(0, easy, "e")}${bar(easy, firm, "f")}${bar(easy + firm, hard, "h")}
                </svg>
              </td>
              <td>${easy} · ${firm} · ${hard} %</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="sm">Share of the time by effort, in percent of threshold; the event is not counted.</p>
  </section>`;
}

function fold(title: string, count: string, body: Markup): Markup {
  return html`<details class="fd">
    <summary>${title}${count !== "" && html` <span>${count}</span>`}</summary>
    ${body}
  </details>`;
}

const list = (texts: readonly string[]): Markup =>
  html`<ul>
    ${texts.map((text) => html`<li>${text}</li>`)}
  </ul>`;

/** `show` and `export` take the plan by itself. */
const asArgument = (planFlag: string): string => planFlag.replace(/^ --plan/, "");

export function behindHtml({ behind, planFlag, program }: PageModel): Markup {
  const { assumed, givenUp, why, missed, warnings } = behind;
  return html`<section id="behind" class="cd" aria-labelledby="bh">
    <h2 id="bh">Behind the plan</h2>
    ${fold(
      "What was assumed",
      assumed.length === 0 ? "nothing" : String(assumed.length),
      html`<dl>
        ${assumed.map(
          ({ what, value, why: because }) =>
            html`<dt>${what}: ${value}</dt>
              <dd>${because}</dd>`,
        )}
      </dl>`,
    )}
    ${fold("What was given up", givenUp.length === 0 ? "nothing" : String(givenUp.length), list(givenUp))}
    ${warnings.length > 0 && fold("What to know", String(warnings.length), list(warnings))}
    ${fold(
      "Your workouts as files",
      "",
      html`<p>
          Each session links the files that lie beside this page. This writes them, and the page, into one folder:
        </p>
        ${command(`${program} export${asArgument(planFlag)} --format fit,zwo,ics,html`)}`,
    )}
    ${fold("Why the plan looks so", "", html`${why.map((text) => html`<p>${text}</p>`)}`)}
    ${fold(
      "If you miss a day",
      "",
      html`${missed !== "" && html`<p>${missed}</p>`}
        <p class="of">A ride is to be left out</p>
        ${command(`${program} change drop DAY${planFlag}`)}
        <p class="of">You were ill, away, or short of time</p>
        ${command(`${program} change${planFlag}`)}
        <p class="of">Take the last change back</p>
        ${command(`${program} undo${planFlag}`)}`,
    )}
  </section>`;
}

export const footHtml = ({ today, planFlag, program }: PageModel): Markup =>
  html`<footer>
    <p>
      Written on ${shortDay(today)} ${today.slice(0, 4)}.
      <code>${program} show${asArgument(planFlag)} --open</code> writes it again; your plan is the file, this page only
      shows it.
    </p>
  </footer>`;

/** Hard days and the event of a week, in the words of the wall. */
function keyLines({ days }: WeekModel): Markup {
  const named = days.flatMap(({ date, sessions, event }) =>
    sessions
      .filter((session: SessionModel) => session.isHard || event !== undefined)
      .map((session) => ({ date, name: event ?? session.name, isEvent: event !== undefined })),
  );
  return html`${named.slice(0, 3).map(({ date, name, isEvent }) => html`<span class="${isEvent && "ev"}">${isEvent ? shortDay(date) : shortDay(date).slice(0, 3)} ${name}</span>`)}`;
}

/** The first sheet of paper: the whole season on one page. */
export function sheetHtml(model: PageModel): Markup {
  const { aim, weeks, title } = model;
  const row = (week: WeekModel): Markup =>
    html`<tr class="${isNow(model, week) && "now"}">
      <th scope="row"><b>${week.number}</b> <span>${dayMonth(week.from)}</span></th>
      <td>
        <svg class="pk" aria-hidden="true" width="30" height="14">
          <rect class="bd" fill="url(#${LETTERS[week.phase]})" width="30" height="14" rx="3" />
        </svg>
        ${weekTitle(week)}
      </td>
      <td>${sameRidge(week)}</td>
      <td class="ky">${keyLines(week)}</td>
      <td class="hr">${hoursOf(week, model)}</td>
    </tr>`;
  return html`<section class="sheet${weeks.length > 14 && " many"}">
    <div class="hd">
      <h1>${title}</h1>
      <p>
        ${aim === undefined ? `${fullDate(model.start)} to ${fullDate(model.end)}` : html`<b>${shortDay(aim.date)} ${aim.date.slice(0, 4)}</b>, about ${length(aim.hours * 60)}`}
      </p>
    </div>
    <p class="lg"><i class="kb o"></i> planned <i class="kb r"></i> ridden ${coloursOf(model, { percents: true })}</p>
    ${model.limit !== undefined && html`<p class="sm"><b>${model.limit}</b></p>`} ${sameSeason(model)}
    <table class="rt">
      <tbody>
        ${weeks.map(row)}
      </tbody>
    </table>
    <p class="sm">
      <b>Fever, illness, chest pain: do not ride.</b> General information, not medical advice. Printed from the plan of
      ${shortDay(model.today)} ${model.today.slice(0, 4)}.
    </p>
  </section>`;
}
