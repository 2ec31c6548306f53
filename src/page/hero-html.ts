import { daysBetween } from "../base/calendar.ts";
import { fullDate, shortDay } from "../base/date-words.ts";
import { html, type Markup } from "./markup.ts";
import { length } from "./length.ts";
import type { PageModel } from "./model.ts";
import { figureLine, sessionDetails, sessionHead, sessionProfile, whyLine } from "./session-html.ts";
import type { DayModel, WeekModel } from "./week-model.ts";
import { shapeName, stateWords } from "./week-html.ts";

const daysOf = ({ weeks }: PageModel): readonly DayModel[] => weeks.flatMap(({ days }) => days);

/** The next day that asks for something, or the event where that comes first. */
function nextLine(model: PageModel): Markup | false {
  const next = daysOf(model).find(({ date, isHard, event }) => date > model.today && (isHard || event !== undefined));
  const session = next?.sessions.find((one) => one.isHard) ?? next?.sessions[0];
  if (next === undefined || session === undefined) return html`<p class="nx">No hard day is left.</p>`;
  return html`<p class="nx">
    <span>${next.event === undefined ? "Next hard day" : "Next"}</span>
    <b>${shortDay(next.date)}</b> ${next.event ?? session.name}, ${length(session.minutes)}
  </p>`;
}

const daysWords = (days: number): string => `${days} ${days === 1 ? "day" : "days"}`;

/** Before the plan begins. */
function before(model: PageModel): Markup {
  const first = daysOf(model).find(({ sessions }) => sessions.length > 0);
  const session = first?.sessions[0];
  return html`<p class="st">
      Starts <b>${shortDay(model.start)}</b> · <b>${daysWords(daysBetween(model.today, model.start))}</b>
    </p>
    <h3 class="say">Ride as you like, easily.</h3>
    ${first !== undefined && session !== undefined && html`<p class="nx"><span>First ride</span> <b>${shortDay(first.date)}</b> ${session.name}, ${length(session.minutes)}</p>`}`;
}

/** After the plan. */
function after(model: PageModel): Markup {
  const { season, weeks, end } = model;
  const fitness = season.fitness.at(-1)?.value ?? season.startFitness;
  const has = weeks.some(({ riddenMinutes }) => riddenMinutes !== undefined);
  return html`<p class="st">Ended <b>${shortDay(end)}</b> · ${weeks.length} weeks</p>
    <h3 class="say">
      ${has ? `${length(season.riddenMinutes)} ridden of ${length(season.plannedMinutes)}` : `${length(season.plannedMinutes)} were planned`}
    </h3>
    <p class="w1">Fitness ${Math.round(fitness)}. Some easy days, then a new goal.</p>
    <code class="c">${model.program} generate --after ${model.planId}</code>`;
}

const rest = (model: PageModel, day: DayModel): Markup =>
  html`<h3 class="say">Rest</h3>
    <p class="w1">Sleep, eat well, walk if you like.${day.sports.length > 0 && ` ${day.sports.join("; ")}.`}</p>
    ${nextLine(model)}`;

/** The session of the day: what, how long, how hard, why, and what comes next. */
function sessionCard(day: DayModel, model: PageModel): Markup {
  const lead = day.sessions.find(({ profile }) => profile !== undefined) ?? day.sessions[0];
  if (lead === undefined) return rest(model, day);
  const line = model.ftpWatts === undefined ? "threshold" : `FTP ${Math.round(model.ftpWatts)} W`;
  const others = day.sessions.filter((one) => one !== lead);
  const isDone = ["done", "partly", "moved", "other"].includes(lead.state.status);
  const words = stateWords(lead);
  const why = whyLine(lead);
  return html`${sessionHead(lead)}
    ${isDone && html`<p class="dn"><span class="tk y" aria-hidden="true"></span> <b>Done</b>${words !== "" && `: ${words}`}. Nothing more today.</p>`}
    ${figureLine(lead)}${sessionProfile(lead, shapeName(lead, day.sessions.indexOf(lead)), line)}
    ${why !== "" && html`<p class="w1">${why}</p>`}
    ${others.map((one) => html`<p class="w1">Also today: <b>${one.name}</b>, ${length(one.minutes)}.</p>`)}
    ${(day.event === undefined || day.date !== model.aim?.date) && nextLine(model)}
    <details class="more">
      <summary>${lead.card === undefined ? "Steps, fuel, files" : "The day, hour by hour"}</summary>
      ${[lead, ...others].map((one) => html`${one !== lead && html`<h3 class="nh">${one.name}</h3>`}${sessionDetails(one)}`)}
    </details>`;
}

/** The card of the day. Empty frames for other days are the script's. */
export function heroHtml(model: PageModel): Markup {
  const day = daysOf(model).find(({ date }) => date === model.today);
  const isHard = day?.isHard === true;
  const body = day !== undefined ? sessionCard(day, model) : model.today < model.start ? before(model) : after(model);
  return html`<section id="today" class="cd${isHard && " hard"}" aria-labelledby="th">
    <div class="tp">
      <h2 id="th"><i class="pill">today</i> <time datetime="${model.today}">${shortDay(model.today)}</time></h2>
      ${isHard && html`<b class="hp">hard day</b>`}
    </div>
    <div id="hero">${body}</div>
  </section>`;
}

/** `Week 6 of 12 · 47 days to go · on track` */
export function factsHtml({ today, start, end, weeks, aim, readiness }: PageModel): Markup {
  const week = weeks.find(({ from, to }: WeekModel) => from <= today && today <= to);
  const goal = aim?.date ?? end;
  const left = daysBetween(today, goal);
  const ready = readiness === undefined ? [] : [html`<b>${readiness}</b>`];
  const where =
    week !== undefined
      ? html`Week <b>${week.number}</b> of ${weeks.length}`
      : today < start
        ? html`<b>${weeks.length}</b> weeks`
        : html`<b>${weeks.length}</b> weeks, to ${fullDate(end)}`;
  const togo =
    left > 0
      ? [html`<b>${left}</b> ${left === 1 ? "day" : "days"} ${aim === undefined ? "left" : "to go"}`]
      : left === 0
        ? [html`<b>today</b>`]
        : [];
  const parts = [where, ...togo, ...(left >= 0 ? ready : [])];
  return html`<p class="facts" id="facts">${parts.map((part, i) => html`${i > 0 && " · "}<span>${part}</span>`)}</p>`;
}
