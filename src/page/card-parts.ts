import { html, type Markup } from "./markup.ts";
import { TALLEST, type Profile } from "./profile.ts";

/** A card: a drawing of its own, with the size that it has on paper. */
export interface Card {
  readonly name: "season" | "event" | "week";
  readonly title: string;
  /** Millimetres. */
  readonly size: { readonly width: number; readonly height: number };
  readonly svg: string;
}

interface Words {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
  readonly isBold?: boolean;
  readonly anchor?: "start" | "middle" | "end";
  /** What the words may take; they are set smaller where they need more. */
  readonly room?: number;
}

/** Width of a letter by its size, in the mean of the system fonts, and of a bold one. */
const LETTER = { plain: 0.53, bold: 0.58 };

/** Words that fit their room. */
export function words(text: string, { x, y, size, color, isBold = false, anchor = "start", room }: Words): Markup {
  const needs = Array.from(text).length * (isBold ? LETTER.bold : LETTER.plain);
  const fits = room === undefined ? size : Math.min(size, room / Math.max(1, needs));
  return html`<text
    x="${x}"
    y="${y}"
    font-size="${Math.round(fits * 10) / 10}"
    font-weight="${isBold ? 700 : 400}"
    fill="${color}"
    text-anchor="${anchor}"
    >${text}</text
  >`;
}

/** A colour for each part of a ride, and of its edge. */
export interface Tones {
  readonly easy: string;
  readonly firm: string;
  readonly hard: string;
  readonly edge: string;
  readonly isDashed?: boolean;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A ride in its place. */
export function drawn({ width, paths }: Profile, at: Place, tones: Tones): Markup {
  const fill = { easy: tones.easy, tick: tones.edge, firm: tones.firm, hard: tones.hard };
  return html`<svg
    x="${Math.round(at.x * 10) / 10}"
    y="${at.y}"
    width="${Math.round(at.width * 10) / 10}"
    height="${at.height}"
    viewBox="0 0 ${width} ${TALLEST}"
    preserveAspectRatio="none"
  >
    ${paths.map(({ tone, d }) => html`<path d="${d}" fill="${fill[tone]}" stroke="${tone === "easy" || tone === "tick" ? tones.edge : fill[tone]}" stroke-width="1.6" vector-effect="non-scaling-stroke" ${tones.isDashed === true && html` stroke-dasharray="5 4"`} />`)}
  </svg>`;
}

/** A drawing as a file of its own. */
export const drawing = ({ width, height }: { width: number; height: number }, title: string, inside: Markup): string =>
  html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
    role="img"
    font-family="system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif"
  >
    <title>${title}</title>
    ${inside}
  </svg>`.markup.replace(/(?<!\s)\s*\n\s*/g, " ");
