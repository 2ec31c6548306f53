import { compact, html, ready, type Markup } from "./markup.ts";
import { factsHtml, heroHtml } from "./hero-html.ts";
import type { PageInput } from "./input.ts";
import { pageModel, type PageModel } from "./model.ts";
import {
  behindHtml,
  footHtml,
  safetyHtml,
  seasonHtml,
  sheetHtml,
  weekHtml,
  weeksHtml,
  zonesHtml,
} from "./parts-html.ts";
import { patterns } from "./profile-html.ts";
import { SCRIPT } from "./script.ts";
import { sourceHash } from "./source-hash.ts";
import { styleSheet } from "./style.ts";

/** Pixels of an hour on a phone: as wide as the longest ride and the longest week leave room for. */
const EM = { most: 29, week: 290, ride: 150 };
/** The same on paper, and the room of its rows. */
const PAPER = { most: 38, week: 350, rows: 480, tallest: 42, lowest: 19 };

function scalesOf({ weeks }: PageModel): Parameters<typeof styleSheet>[0] {
  const rides = weeks.map(({ days }) =>
    days.flatMap(({ sessions }) =>
      sessions.filter(({ profile }) => profile !== undefined).map(({ minutes }) => minutes / 60),
    ),
  );
  const longestWeek = Math.max(1, ...rides.map((hours) => hours.reduce((total, one) => total + one, 0)));
  const longestRide = Math.max(1, ...rides.flat());
  const em = Math.min(EM.most, EM.week / longestWeek, EM.ride / longestRide);
  const rowHeight = Math.max(PAPER.lowest, Math.min(PAPER.tallest, Math.floor(PAPER.rows / weeks.length)));
  return {
    em: Math.round(em * 10) / 10,
    printEm: Math.round(Math.min(PAPER.most, PAPER.week / longestWeek) * 10) / 10,
    rowHeight,
  };
}

function bodyHtml(model: PageModel): Markup {
  const { start, end, today, weeks, aim, readiness, planId, planFlag, program, ftpWatts } = model;
  return html`<body
    data-plan="${planId}"
    data-start="${start}"
    data-end="${end}"
    data-day="${today}"
    data-weeks="${weeks.length}"
    data-aim="${aim?.date ?? ""}"
    data-ready="${readiness ?? ""}"
    data-flag="${planFlag}"
    data-program="${program}"
    data-line="${ftpWatts === undefined ? "threshold" : `FTP ${Math.round(ftpWatts)} W`}"
  >
    <a class="skip" href="#today">To the session of the day</a>${patterns}${safetyHtml(model)}
    <header>
      <h1>${model.title}</h1>
      ${factsHtml(model)}
    </header>
    <main>
      ${sheetHtml(model)}${heroHtml(model)}${weekHtml(model)}${seasonHtml(model)}${weeksHtml(model)}${zonesHtml(model)}${behindHtml(model)}
    </main>
    ${footHtml(model)}
  </body>`;
}

/** One file that needs no network and no other file: a plan to look at, on a phone, a screen and paper. */
export function planHtml(input: PageInput): string {
  const model = pageModel(input);
  const style = styleSheet(scalesOf(model));
  const policy = `default-src 'none'; style-src ${sourceHash(style)}; script-src ${sourceHash(SCRIPT)}; base-uri 'none'; form-action 'none'`;
  const page = html` <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content="${policy}" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="no-referrer" />
      <title>${model.title}, ${model.planId}</title>
      <style>
        ${ready(style)}
      </style>
    </head>
    ${bodyHtml(model)}`;
  return `<!doctype html>\n<html lang="en">${compact(page)}<script>${SCRIPT}</script></body></html>\n`;
}
