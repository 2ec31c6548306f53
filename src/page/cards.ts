import type { Card } from "./card-parts.ts";
import { eventCard } from "./event-card.ts";
import type { PageInput } from "./input.ts";
import { compact, html, ready } from "./markup.ts";
import { pageModel } from "./model.ts";
import { seasonCard } from "./season-card.ts";
import { weekCard } from "./week-card.ts";
import { sourceHash } from "./source-hash.ts";

/** The cards of a plan: the season to show, the event for the top tube, the week for the fridge. */
export function cardsOf(input: PageInput): Card[] {
  const model = pageModel(input);
  return [seasonCard(model), eventCard(input), weekCard(model)].filter((card) => card !== undefined);
}

const STYLE = `@page{size:A4;margin:10mm}body{margin:0;font:14px/1.4 system-ui,sans-serif;color:#12202a;background:#fff}main{padding:10mm}figure{margin:0 0 10mm;break-inside:avoid}figcaption{color:#495a66;margin-bottom:2mm}svg{display:block;outline:.3mm dashed #8a979f}.event svg{width:55mm;height:140mm}.week svg{width:148mm;height:210mm}.season svg{width:148mm;height:148mm}.week,.season{break-before:page}@media print{main{padding:0}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}`;

const SAYS: Readonly<Record<Card["name"], string>> = {
  event: "For the top tube: 55 × 140 mm. Cut along the line, and tape it over.",
  week: "For the fridge: A5.",
  season: "To show a friend.",
};

/** All cards on paper, each in its own size. */
export function cardsHtml(cards: readonly Card[]): string {
  const order = ["event", "week", "season"];
  const sorted = [...cards].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const page = html`<head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${sourceHash(STYLE)}" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <title>Cards to print</title>
      <style>
        ${ready(STYLE)}
      </style>
    </head>
    <body>
      <main>
        <h1>Cards to print</h1>
        ${sorted.map(
          ({ name, svg }) =>
            html`<figure class="${name}">
              <figcaption>${SAYS[name]}</figcaption>
              ${ready(svg)}
            </figure>`,
        )}
      </main>
    </body>`;
  return `<!doctype html>\n<html lang="en">${compact(page)}</html>\n`;
}
