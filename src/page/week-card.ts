import { weekdayOf } from "../base/calendar.ts";
import { dayMonth, shortDay } from "../base/date-words.ts";
import { drawing, drawn, words, type Card, type Tones } from "./card-parts.ts";
import { html, type Markup } from "./markup.ts";
import { length } from "./length.ts";
import type { PageModel } from "./model.ts";
import { currentWeek } from "./current-week.ts";
import type { DayModel } from "./week-model.ts";

/** A5, ten units a millimetre. */
const PAPER = { width: 1480, height: 2100 };
const INK = "#12202a";
const SOFT = "#495a66";
const TONES: Tones = { easy: "#b3c8d3", firm: "#e8a93c", hard: "#a5360f", edge: "#54707f" };
const ROW = { top: 330, height: 222, hour: 150, profile: 120 };

function dayRow({ date, sessions, sports }: DayModel, y: number, hour: number): Markup {
  const lead = sessions.find(({ profile }) => profile !== undefined) ?? sessions[0];
  const rides = sessions.filter(({ kind }) => kind !== "strength");
  const minutes = (rides.length === 0 ? sessions : rides).reduce((total, one) => total + one.minutes, 0);
  const others = [...sessions.filter((one) => one !== lead).map(({ name }) => name), ...sports];
  const figure = lead?.figure === undefined ? "" : `${lead.figure.value} ${lead.figure.unit}`;
  const name =
    lead === undefined
      ? sports.length === 0
        ? "rest"
        : sports.join(", ")
      : [lead.name, figure].filter((part) => part.trim() !== "").join(" · ");
  return html`<path d="M90 ${y}H1390" stroke="#c3ced5" stroke-width="2" />
    ${words(weekdayOf(date).slice(0, 3), { x: 90, y: y + 92, size: 62, color: INK, isBold: true })}${words(dayMonth(date), { x: 90, y: y + 148, size: 40, color: SOFT })}
    ${lead?.profile !== undefined && drawn(lead.profile, { x: 310, y: y + 16, width: (lead.minutes / 60) * hour, height: ROW.profile }, TONES)}
    ${words(name, { x: 310, y: y + (lead?.profile === undefined ? 100 : 186), size: 44, color: lead === undefined ? SOFT : INK, room: others.length === 0 ? 1040 : 700 })}
    ${lead !== undefined && others.length > 0 && words(`+ ${others.join(", ")}`, { x: 1390, y: y + 186, size: 36, color: SOFT, anchor: "end", room: 360 })}
    ${minutes > 0 && words(length(minutes), { x: 1270, y: y + 96, size: 58, color: INK, isBold: true, anchor: "end" })}
    ${lead !== undefined && html`<rect x="1318" y="${y + 40}" width="68" height="68" rx="14" fill="none" stroke="${SOFT}" stroke-width="5" />`}`;
}

/** The week for the fridge. */
export function weekCard(model: PageModel): Card | undefined {
  const week = currentWeek(model);
  if (week === undefined) return undefined;
  const longest = Math.max(1, ...week.days.flatMap(({ sessions }) => sessions.map(({ minutes }) => minutes / 60)));
  const hour = Math.min(ROW.hour, 620 / longest);
  const inside = html`<rect width="${PAPER.width}" height="${PAPER.height}" fill="#fff" />
    ${words(`Week ${week.number} of ${model.weeks.length}`, { x: 90, y: 150, size: 92, color: INK, isBold: true })}
    ${words(length(week.plannedMinutes), { x: 1390, y: 150, size: 72, color: INK, isBold: true, anchor: "end" })}
    ${words(`${shortDay(week.from)} to ${shortDay(week.to)} · ${week.phase}${week.isEasy ? ", easy" : ""} · ${model.title}`, { x: 90, y: 228, size: 44, color: SOFT, room: 1300 })}
    ${words(week.focus, { x: 90, y: 290, size: 40, color: SOFT, room: 1300 })}
    ${week.days.map((day, i) => dayRow(day, ROW.top + i * ROW.height, hour))}
    <path d="M90 ${ROW.top + 7 * ROW.height}H1390" stroke="#c3ced5" stroke-width="2" />
    ${words("Fever, illness, chest pain: do not ride.", { x: 90, y: 1980, size: 40, color: "#7a3307", isBold: true })}
    ${model.limit !== undefined && words(model.limit, { x: 90, y: 2046, size: 40, color: "#7a3307", isBold: true, room: 1300 })}`;
  return {
    name: "week",
    title: `Week ${week.number}`,
    size: { width: 148, height: 210 },
    svg: drawing(PAPER, `Week ${week.number} of ${model.title}`, inside),
  };
}
