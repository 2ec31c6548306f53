import { html, ready, type Markup } from "./markup.ts";
import { TALLEST, WIDTH_UNIT, type Profile } from "./profile.ts";

const UNITS_OF_HOUR = 3600 / WIDTH_UNIT;
const CLASSES = { easy: "e", firm: "f", hard: "h", tick: "t" } as const;

/** Widths of small profiles in em: one hour is one em, whatever the screen. */
export const emOf = (width: number): string => String(Math.round((1000 * width) / UNITS_OF_HOUR) / 1000);

/** A ride in small, on the one scale of all rides. Its shape is kept under a name, so that other drawings point to it. */
export const smallProfile = ({ width, paths }: Profile, name: string): Markup =>
  html` <svg
    class="p"
    aria-hidden="true"
    width="${emOf(width)}em"
    viewBox="0 0 ${width} ${TALLEST}"
    preserveAspectRatio="none"
  >
    <g id="${name}">${paths.map(({ tone, d }) => html`<path class="${CLASSES[tone]}" d="${d}" />`)}</g>
  </svg>`;

const THRESHOLD_HEIGHT = `${Math.round((100 * (TALLEST - 100)) / TALLEST)}%`;
const percent = (value: number): string => `${Math.round(value * 10) / 10}%`;

/** Minutes between two marks of the axis, by the longest ride that has them. */
const AXIS: readonly (readonly [upTo: number, every: number])[] = [
  [40, 10],
  [75, 15],
  [150, 30],
  [330, 60],
  [720, 120],
  [Number.POSITIVE_INFINITY, 360],
];

/** Where round times have room between those of both ends on the narrowest phone, as shares of the ride. */
const MARKS = { from: 0.2, to: 0.79 };

const clock = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(Math.round(minutes % 60)).padStart(2, "0")}`;

/** Times below a large profile: both ends, and round ones between that leave them room. */
function axis(minutes: number): Markup {
  const every = AXIS.find(([upTo]) => minutes <= upTo)?.[1] ?? 60;
  const inner: number[] = [];
  for (let at = every; at < minutes * MARKS.to; at += every) if (at > minutes * MARKS.from) inner.push(at);
  const mark = (at: number): Markup =>
    html`<text x="${percent((100 * at) / minutes)}" y="22" text-anchor="middle">${clock(at)}</text>`;
  const tick = (at: number): Markup =>
    html`<line x1="${percent((100 * at) / minutes)}" x2="${percent((100 * at) / minutes)}" y1="0" y2="6" />`;
  return html`<svg class="ax" aria-hidden="true" width="100%" height="26">
    <text x="0" y="22" class="a0">0:00</text>
    ${inner.map((at) => [tick(at), mark(at)])}
    <text x="100%" y="22" text-anchor="end" class="a1">${clock(minutes)}</text>
  </svg>`;
}

export interface LargeProfile {
  readonly profile: Profile;
  /** What the small one is kept under. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** `FTP 265 W`, or for a rider without power `threshold`. */
  readonly line: string;
}

/** A ride over the full width. */
export function largeProfile({ profile, name, title, description, line }: LargeProfile): Markup {
  const { width, labels } = profile;
  const minutes = (width * WIDTH_UNIT) / 60;
  return html`<figure class="lp">
    <figcaption class="ftp">${line}</figcaption>
    <div class="box">
      <svg class="P" role="img" viewBox="0 0 ${width} ${TALLEST}" preserveAspectRatio="none">
        <title>${title}</title>
        <desc>${description}</desc>
        <use href="#${name}" />
      </svg>
      <svg class="over" aria-hidden="true" width="100%" height="100%">
        <line class="th" x1="0" x2="100%" y1="${THRESHOLD_HEIGHT}" y2="${THRESHOLD_HEIGHT}" />
        ${labels.map(({ text, at, top }) => html`<text x="${at}%" y="${top}%" dy="20" text-anchor="middle">${text}</text>`)}
      </svg>
    </div>
    ${axis(minutes)}
  </figure>`;
}

/** Patterns of the phases, faint inside a bar and strong in the band below it. */
export const patterns: Markup = ready(
  `<svg class="defs" aria-hidden="true" width="0" height="0"><defs>${["", "f"]
    .map(
      (
        kind,
      ) => `<pattern id="b${kind}" class="pt${kind}" width="6" height="6" patternUnits="userSpaceOnUse"><circle cx="1.5" cy="1.5" r="1"/><circle cx="4.5" cy="4.5" r="1"/></pattern>
<pattern id="u${kind}" class="pt${kind}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2.4" height="7"/></pattern>
<pattern id="k${kind}" class="pt${kind}" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="1.9" height="4"/></pattern>
<pattern id="t${kind}" class="pt${kind}" width="8" height="6" patternUnits="userSpaceOnUse"><rect width="8" height="1.6"/></pattern>`,
    )
    .join("")
    .replaceAll("\n", "")}</defs></svg>`,
);
