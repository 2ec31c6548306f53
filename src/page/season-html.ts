import { dayNumber, type CalendarDate } from "../base/calendar.ts";
import { dayMonth, shortDay } from "../base/date-words.ts";
import type { Phase } from "../plan/schema.ts";
import { html, type Markup } from "./markup.ts";
import { length, signed } from "./length.ts";
import type { PageModel } from "./model.ts";
import { fitnessCurve, formBars } from "./season-curves-html.ts";
import type { SeasonModel, SeasonWeek } from "./season-model.ts";
import { BAND, BARS, LETTERS, middle, NUMBERS, percent, px, scalesOf, type Scales } from "./season-scales.ts";

function bar(week: SeasonWeek, { x, hours }: Scales, isPast: boolean): Markup {
  const letter = LETTERS[week.phase];
  const left = percent(x(week.number) ?? 0);
  const width = percent(x.bandwidth());
  const rect = (minutes: number, kind: string): Markup => {
    const top = px(hours(minutes / 60));
    return html`<rect
      class="${kind} ${letter}"
      x="${left}"
      width="${width}"
      y="${px(BARS.top + top)}"
      height="${px(Math.max(0, BARS.height - top))}"
      rx="4"
    />`;
  };
  const { riddenMinutes } = week;
  return html`<rect
      class="in"
      fill="url(#${letter}f)"
      x="${left}"
      width="${width}"
      y="${px(BARS.top + hours(week.plannedMinutes / 60))}"
      height="${px(BARS.height - hours(week.plannedMinutes / 60))}"
      rx="4"
    />
    ${riddenMinutes !== undefined && riddenMinutes > 0 && rect(riddenMinutes, isPast ? "rd" : "rd nw")}
    ${rect(week.plannedMinutes, "pl")}`;
}

function bars({ weeks }: SeasonModel, scales: Scales, today: CalendarDate): Markup {
  return html`${weeks.map((week) => {
    const at = percent(middle(scales, week.number));
    const top = px(BARS.top + scales.hours(Math.max(week.plannedMinutes, week.riddenMinutes ?? 0) / 60));
    return html`${bar(week, scales, week.from < today)}
      ${week.isEasy && html`<text class="ea" x="${at}" y="${px(top - 6)}" text-anchor="middle">easy</text>`}
      ${week.event !== undefined && html`<svg x="${at}" y="${px(top - 24)}" class="ov"><path class="fl" d="M0 24V0l15 5.5L0 11" /></svg>`}
      <text
        class="no${weeks.length > 14 && week.number % 2 === 0 && " even"}${week.from <= today && dayNumber(today) < dayNumber(week.from) + 7 && " cur"}"
        x="${at}"
        y="${NUMBERS}"
        text-anchor="middle"
        data-w="${week.number}"
        >${week.number}</text
      >`;
  })}`;
}

interface Span {
  readonly phase: Phase;
  readonly first: number;
  readonly last: number;
}

function spansOf(weeks: readonly SeasonWeek[]): Span[] {
  const spans: Span[] = [];
  for (const { phase, number } of weeks) {
    const last = spans.at(-1);
    if (last?.phase === phase) spans[spans.length - 1] = { ...last, last: number };
    else spans.push({ phase, first: number, last: number });
  }
  return spans;
}

/** A name of a phase at the right end needs so much of the width of a phone. Percent. */
const LABEL_WIDTH = 14;

/** The phases by label and pattern. */
function bands({ weeks }: SeasonModel, { x }: Scales): Markup {
  return html`${spansOf(weeks).map(({ phase, first, last }) => {
    const left = x(first) ?? 0;
    const width = (x(last) ?? 0) + x.bandwidth() - left;
    const isNarrow = left > 80 && width < LABEL_WIDTH;
    return html`<rect
        class="bd"
        fill="url(#${LETTERS[phase]})"
        x="${percent(left)}"
        width="${percent(width)}"
        y="${BAND.top}"
        height="${BAND.height}"
        rx="3"
      />
      <text
        class="ph"
        x="${percent(isNarrow ? 100 : left)}"
        y="${BAND.label}"
        text-anchor="${isNarrow ? "end" : "start"}"
        >${phase}</text
      >`;
  })}`;
}

function months({ weeks }: SeasonModel, { x, height }: Scales): Markup {
  const firsts = weeks.filter(({ from }, i) => i === 0 || from.slice(5, 7) !== weeks[i - 1]?.from.slice(5, 7));
  return html`${firsts.map(({ number, from }) => html`<text class="mo" x="${percent(x(number) ?? 0)}" y="${height - 4}">${dayMonth(from).split(" ")[1]}</text>`)}`;
}

/** The line through today. The script moves it to the real one. */
function nowMark({ season, weeks, today }: PageModel, scales: Scales): Markup {
  const week = weeks.find(({ from, to }) => from <= today && today <= to);
  const at =
    week === undefined
      ? 0
      : x0(scales, week.number) + (scales.x.bandwidth() * (dayNumber(today) - dayNumber(week.from))) / 7;
  const { now } = season;
  const fitness = now === undefined ? 0 : scales.fitnessTop + (scales.highest - now.fitness) * scales.perPoint;
  return html`<svg class="ov nowm" x="${percent(at)}" ${week === undefined && html` display="none"`}>
    <line y1="22" y2="${px(BARS.top + BARS.height)}" />
    <rect x="-20" width="40" height="22" rx="11" />
    <text x="0" y="15" text-anchor="middle">now</text>
    ${now !== undefined && html`<g class="td"><line y1="${px(scales.fitnessTop - 24)}" y2="${px(scales.zero)}" /><circle r="4" cy="${px(fitness)}" /></g>`}
  </svg>`;
}
const x0 = ({ x }: Scales, number: number): number => x(number) ?? 0;

/** Hours beside the bars. */
function hoursAxis({ hours, height }: Scales): Markup {
  const ticks = hours.ticks(3).filter((value) => value > 0 && Number.isInteger(value));
  return html`<svg class="hx" aria-hidden="true" width="34" height="${height}">
    ${ticks.map((value, i) => html`<text x="28" y="${px(BARS.top + hours(value) + 4)}" text-anchor="end">${value}${i === ticks.length - 1 && "\u00a0h"}</text>`)}
  </svg>`;
}

const gridLines = ({ hours }: Scales): Markup =>
  html`${hours.ticks(3).filter((value) => value > 0).map((value) => html`<line class="gr" x1="0" x2="100%" y1="${px(BARS.top + hours(value))}" y2="${px(BARS.top + hours(value))}"/>`)}`; // prettier-ignore

/** How form feels, in a word; points of form (training science 1.2). */
const FORM_WORDS: readonly (readonly [from: number, word: string])[] = [
  [5, "fresh"],
  [-10, "ready"],
  [-20, "tired"],
];
export const formWord = (form: number): string => FORM_WORDS.find(([from]) => Math.round(form) >= from)?.[1] ?? "worn";

function description({ weeks }: SeasonModel, { events }: PageModel): string {
  const phases = spansOf(weeks)
    .map(({ phase, first, last }) => `${phase} in ${first === last ? `week ${first}` : `weeks ${first} to ${last}`}`)
    .join(", ");
  const flags = events.map(({ name, date }) => `${name} on ${shortDay(date)}`).join(", ");
  return `A bar for each of ${weeks.length} weeks: its outline is planned, its fill is ridden. ${phases}. ${flags === "" ? "" : `Flag: ${flags}. `}Below it fitness as a line and form as bars; the figures stand in the table.`;
}

/** The season as one picture. */
export function seasonChart(model: PageModel): Markup {
  const { season, today } = model;
  const scales = scalesOf(season);
  return html`<div class="ch${season.weeks.length > 14 && " many"}">
    ${hoursAxis(scales)}<svg class="sn" role="img" width="100%" height="${scales.height}">
      <title>The season: hours, fitness and form by week</title>
      <desc>${description(season, model)}</desc>
      <g id="sn">
        ${gridLines(scales)}${bars(season, scales, today)}${bands(season, scales)}
        ${formBars(season, scales, model)}${fitnessCurve(season, scales, today)}${months(season, scales)}
      </g>
      ${nowMark(model, scales)}
    </svg>
  </div>`;
}

/** The same picture again, on paper: it has no "now". */
export function sameSeason({ season }: PageModel): Markup {
  const scales = scalesOf(season);
  return html`<div class="ch">
    ${hoursAxis(scales)}<svg class="sn" width="100%" height="${scales.height}"><use href="#sn" /></svg>
  </div>`;
}

/** The figures of the season, fatigue only here. */
export function seasonTable({ season: { weeks } }: PageModel): Markup {
  return html`<div class="tw" tabindex="0" role="region" aria-label="Figures of the season">
    <table class="ft">
      <caption class="vh">
        The season in figures
      </caption>
      <thead>
        <tr>
          <th scope="col">Week</th>
          <th scope="col">From</th>
          <th scope="col">Phase</th>
          <th scope="col">Planned</th>
          <th scope="col">Ridden</th>
          <th scope="col">Fitness</th>
          <th scope="col">Fatigue</th>
          <th scope="col">Form</th>
        </tr>
      </thead>
      <tbody>
        ${weeks.map(
          (week) =>
            html`<tr>
              <th scope="row">${week.number}</th>
              <td>${dayMonth(week.from)}</td>
              <td>${week.phase}${week.isEasy && ", easy"}</td>
              <td>${length(week.plannedMinutes)}</td>
              <td>${week.riddenMinutes === undefined ? "–" : length(week.riddenMinutes)}</td>
              <td>${Math.round(week.fitness)}</td>
              <td>${Math.round(week.fatigue)}</td>
              <td>${signed(week.form)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
