import { daysBetween } from "../base/calendar.ts";
import { fullDate, shortDay } from "../base/date-words.ts";
import { drawing, drawn, words, type Card, type Tones } from "./card-parts.ts";
import { html, type Markup } from "./markup.ts";
import { length } from "./length.ts";
import type { PageModel } from "./model.ts";
import type { SessionModel } from "./session-model.ts";
import type { WeekModel } from "./week-model.ts";

const SIDE = 1080;
const INK = "#f2f6f8";
const SOFT = "#a7b7c1";
const GROUND = "#10222c";
const BRIGHT: Tones = { easy: "#3f8fb0", firm: "#f3b44d", hard: "#ff7f50", edge: "#bfe3f0" };
const DIM: Tones = { easy: "#1d3744", firm: "#4e452f", hard: "#5a3a33", edge: "#5b7f8f" };
const LOST: Tones = { easy: "none", firm: "none", hard: "none", edge: "#5b7f8f", isDashed: true };
const GOAL: Tones = { easy: INK, firm: INK, hard: INK, edge: INK };

/** Where the rows of weeks stand, and how tall and wide they may be. */
const ROWS = { top: 262, bottom: 952, left: 132, width: 846, gap: 8, tallest: 48 };

const RIDDEN = ["done", "partly", "moved", "other"];
function tonesOf(session: SessionModel): Tones {
  const { status } = session.state;
  if (RIDDEN.includes(status)) return BRIGHT;
  if (session.kind === "event") return GOAL;
  return status === "missed" ? LOST : DIM;
}

interface Rows {
  readonly height: number;
  /** Pixels of an hour. */
  readonly hour: number;
}

function weekRow(week: WeekModel, model: PageModel, { rows, y }: { rows: Rows; y: number }): Markup {
  const isNow = week.from <= model.today && model.today <= week.to;
  const height = Math.round(Math.min(ROWS.tallest, rows.height * 0.84));
  const size = Math.min(28, rows.height * 0.62);
  let x = ROWS.left;
  const rides = week.days
    .flatMap(({ sessions }) => sessions)
    .flatMap((session) => {
      if (session.profile === undefined) return [];
      const width = (session.minutes / 60) * rows.hour;
      const ride = drawn(session.profile, { x, y: Math.round(y - height), width, height }, tonesOf(session));
      x += width + ROWS.gap;
      const flag =
        session.kind === "event" &&
        html`<path d="M${Math.round(x)} ${Math.round(y)}v-78h44l-12 13 12 13h-40v52z" fill="${INK}" />`;
      return [ride, flag];
    });
  return html`${isNow && html`<path d="M34 ${Math.round(y - size * 0.8)}l18 ${Math.round(size * 0.4)}-18 ${Math.round(size * 0.4)}z" fill="${INK}" />`}${words(String(week.number), { x: 100, y: Math.round(y - 3), size, color: isNow ? INK : SOFT, isBold: isNow, anchor: "end" })}${rides}`;
}

const hoursIn = ({ days }: WeekModel): number =>
  days
    .flatMap(({ sessions }) => sessions)
    .reduce((total, { minutes, profile }) => total + (profile === undefined ? 0 : minutes / 60), 0);

/** The season as one picture to show a friend: no FTP, no weight, nothing of health. */
export function seasonCard(model: PageModel): Card {
  const { weeks, aim, today, end, season } = model;
  const left = daysBetween(today, aim?.date ?? end);
  const most = Math.max(1, ...weeks.map(hoursIn));
  const longest = Math.max(1, ...weeks.map(({ days }) => days.filter(({ sessions }) => sessions.length > 0).length));
  const rows: Rows = {
    height: (ROWS.bottom - ROWS.top) / weeks.length,
    hour: (ROWS.width - longest * ROWS.gap - 50) / most,
  };
  const now = weeks.find(({ from, to }) => from <= today && today <= to);
  const has = season.riddenMinutes > 0;
  const foot = now === undefined ? `${weeks.length} weeks` : `Week ${now.number} of ${weeks.length}`;
  const sum = has
    ? `${length(Math.round(season.riddenMinutes / 60) * 60)} ridden of ${length(Math.round(season.plannedMinutes / 60) * 60)}`
    : `${length(Math.round(season.plannedMinutes / 60) * 60)} of riding`;
  const inside = html`<rect width="${SIDE}" height="${SIDE}" fill="${GROUND}" />
    ${words(model.title, { x: 74, y: 134, size: 84, color: INK, isBold: true, room: left > 0 ? 700 : 930 })}
    ${words(aim === undefined ? `${fullDate(model.start)} to ${fullDate(end)}` : `${shortDay(aim.date)} ${aim.date.slice(0, 4)}`, { x: 74, y: 204, size: 40, color: SOFT })}
    ${left > 0 && words(String(left), { x: 1006, y: 152, size: 124, color: INK, isBold: true, anchor: "end" })}
    ${left > 0 && words(left === 1 ? "day to go" : "days to go", { x: 1006, y: 204, size: 38, color: SOFT, anchor: "end" })}
    ${weeks.map((week, i) => weekRow(week, model, { rows, y: ROWS.top + (i + 1) * rows.height }))}
    ${words(foot, { x: 74, y: 1022, size: 38, color: SOFT })}${words(sum, { x: 1006, y: 1022, size: 38, color: INK, anchor: "end", room: 620 })}`;
  return {
    name: "season",
    title: `The season of ${model.title}`,
    size: { width: 148, height: 148 },
    svg: drawing({ width: SIDE, height: SIDE }, `The season: ${model.title}`, inside),
  };
}
