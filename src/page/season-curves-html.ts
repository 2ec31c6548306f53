import { line } from "d3-shape";
import { dayNumber, type CalendarDate } from "../base/calendar.ts";
import { html, type Markup } from "./markup.ts";
import { signed } from "./length.ts";
import type { PageModel } from "./model.ts";
import type { SeasonModel } from "./season-model.ts";
import { middle, percent, px, type Scales } from "./season-scales.ts";

/** Fitness as a line: what is behind is drawn out, what is ahead is dotted. */
export function fitnessCurve(season: SeasonModel, scales: Scales, today: CalendarDate): Markup {
  const { fitness, startFitness } = season;
  const days = Math.max(1, fitness.length);
  const points = [{ x: 0, y: startFitness, isPast: true }, ...fitness.map(({ date, value }, i) => ({ x: ((i + 1) * 100) / days, y: value, isPast: date < today }))]; // prettier-ignore
  const draw = line<(typeof points)[number]>(
    ({ x }) => x,
    ({ y }) => (scales.highest - y) * scales.perPoint,
  ).digits(1);
  const past = points.filter(({ isPast }) => isPast);
  const lowest = Math.min(...points.map(({ y }) => y));
  const height = Math.max(1, px((scales.highest - lowest) * scales.perPoint));
  const last = fitness.at(-1)?.value ?? startFitness;
  return html`<svg
      class="ov"
      y="${px(scales.fitnessTop)}"
      width="100%"
      height="${height}"
      viewBox="0 0 100 ${height}"
      preserveAspectRatio="none"
    >
      <path class="cf" d="${draw(past) ?? ""}" />
      <path class="cf to" d="${draw(points.slice(Math.max(0, past.length - 1))) ?? ""}" />
    </svg>
    <text class="fn" x="0" y="${px(scales.fitnessTop + (scales.highest - startFitness) * scales.perPoint - 9)}"
      >fitness ${Math.round(startFitness)}</text
    >
    <text
      class="fn"
      x="100%"
      y="${px(scales.fitnessTop + (scales.highest - last) * scales.perPoint - 9)}"
      text-anchor="end"
      >${Math.round(last)}</text
    >`;
}

/** Form by week, above and below its zero. */
export function formBars({ weeks }: SeasonModel, scales: Scales, { today, aim }: PageModel): Markup {
  const { zero, perPoint, x } = scales;
  const lowest = Math.min(...weeks.map(({ form }) => form));
  const width = percent(x.bandwidth());
  return html`<text class="fo" x="0" y="${px(zero - 8)}">form</text>${weeks.map((week) => {
      const size = px(Math.abs(week.form) * perPoint);
      const isUp = week.form > 0;
      const isAim =
        aim !== undefined &&
        week.event !== undefined &&
        aim.date >= week.from &&
        dayNumber(aim.date) < dayNumber(week.from) + 7;
      const isNamed = week.form === lowest || isAim;
      const y = isUp ? zero - size : zero;
      return html`<rect
          class="cb${week.from >= today && " to"}"
          x="${percent(x(week.number) ?? 0)}"
          width="${width}"
          y="${px(y)}"
          height="${Math.max(1, size)}"
          rx="2"
        />
        <text
          class="fo lb${!isNamed && " mn"}"
          x="${percent(middle(scales, week.number))}"
          y="${px(isUp ? y - 6 : y + size + 15)}"
          text-anchor="middle"
          >${signed(week.form)}</text
        >`;
    })}<line class="zr" x1="0" x2="100%" y1="${px(zero)}" y2="${px(zero)}" />`;
}
