import { mostHeartRateIn, mostPowerIn } from "../athlete/held-back-words.ts";
import { daysBetween } from "../base/calendar.ts";
import { shortDay } from "../base/date-words.ts";
import { roundTo } from "../base/numbers.ts";
import { climbMinutes, climbPower } from "../plan/course-time.ts";
import { eventsIn, isAim } from "../plan/event-days.ts";
import { eventName } from "../plan/event-name.ts";
import type { PlanEvent } from "../plan/event-schema.ts";
import { carbohydrateAnHour, craftOf } from "../plan/event-words.ts";
import { intensityWords, sayingOf, type Saying } from "../plan/scale.ts";
import { drawing, words, type Card } from "./card-parts.ts";
import { html, type Markup } from "./markup.ts";
import type { PageInput } from "./input.ts";
import { length } from "./length.ts";
import { isPrivateWord } from "./privacy.ts";

/** The card for the top tube: 55 x 140 mm, ten units a millimetre. */
const PAPER = { width: 550, height: 1400 };
const INK = "#12202a";
const SOFT = "#495a66";
/** Grams of a dot: what a gel or a small bar holds. */
const DOT = 25;
/** More rows than this are no longer read on a bike: longer events are told in blocks of hours. */
const MOST_ROWS = 8;
/** Climbs that are named take at least so many minutes, as on the card of the plan. */
const NAMED = { minutes: 8, climbs: 5 };

/** What one block of hours asks for. */
export interface Hour {
  readonly label: string;
  /** `<186` in the first, `186` after it. */
  readonly hold: string;
  readonly dots: number;
  readonly climbs: readonly { readonly km: number; readonly text: string }[];
}

export interface EventPlan {
  readonly name: string;
  readonly when: string;
  readonly about: string;
  readonly average: string;
  readonly unit: string;
  readonly hours: readonly Hour[];
  readonly mostOnClimbs: string;
  readonly hasClimbs: boolean;
  readonly start: string;
  readonly grams: { readonly total: number; readonly anHour: number } | undefined;
}

/** A power in the rider's scale: the number that is held, and its unit. */
function holdOf(power: number, { ftpWatts, scale, beside }: Saying): { value: string; unit: string } {
  if (ftpWatts !== undefined && beside === undefined) return { value: String(Math.round(power * ftpWatts)), unit: "W" };
  const text = intensityWords(power, scale);
  const [, beats] = /^(\d+) beats/.exec(text) ?? [];
  if (beats !== undefined) return { value: beats, unit: "bpm" };
  const [, percent] = /^(\d+) %/.exec(text) ?? [];
  return percent === undefined
    ? { value: /(\d{1,2}) of 10/.exec(text)?.[1] ?? "", unit: "of 10" }
    : { value: percent, unit: "%" };
}

function climbsOf(event: PlanEvent, { file }: PageInput): { km: number; at: number; text: string }[] {
  const { course, hours, intensity_pct: percent } = event;
  const { distance_km: distance, climbs = [] } = course ?? {};
  const longest = distance ?? Math.max(0, ...climbs.map(({ at_km: km, length_km: long }) => km + long));
  return climbs
    .map((climb) => ({
      climb,
      minutes: climbMinutes(climb, file.training_plan.athlete_profile, {
        power: climbPower(percent / 100),
        altitude: course?.altitude_m,
      }),
    }))
    .filter(({ minutes }) => minutes >= NAMED.minutes)
    .sort((a, b) => b.minutes - a.minutes)
    .slice(0, NAMED.climbs)
    .sort((a, b) => a.climb.at_km - b.climb.at_km)
    .map(({ climb }) => ({
      km: Math.round(climb.at_km),
      at: longest === 0 ? 0 : (climb.at_km / longest) * hours,
      text: `${roundTo(climb.length_km, 1)} km, ${roundTo(climb.grade_pct, 1)} %`,
    }));
}

function hoursOf(event: PlanEvent, input: PageInput, hold: string): Hour[] {
  const { hours } = event;
  const block = Math.ceil(hours / MOST_ROWS);
  const count = Math.ceil(hours / block - 1e-9);
  const grams = carbohydrateAnHour(hours * 3600);
  const anHour = grams === undefined ? 0 : (grams.low + grams.high) / 2;
  const dotsBy = (hour: number): number => Math.round((Math.min(hour, hours) * anHour) / DOT);
  const climbs = climbsOf(event, input);
  return Array.from({ length: count }, (_, i) => {
    const [from, to] = [i * block, (i + 1) * block];
    return {
      label: block === 1 ? String(i + 1) : `${from}–${Math.min(to, Math.ceil(hours))}`,
      hold: i === 0 && hours > 1 ? `<${hold}` : hold,
      dots: dotsBy(to) - dotsBy(from),
      climbs: climbs.filter(({ at }) => at >= from && at < to),
    };
  });
}

/** The event that a plan leads to, hour by hour; undefined where it leads to none. */
export function eventPlan(input: PageInput): EventPlan | undefined {
  const { file, season, today } = input;
  const { plan_metadata: metadata, athlete_profile: profile } = file.training_plan;
  const aims = eventsIn(metadata).filter(isAim);
  const event = aims.find(({ date }) => date >= today) ?? aims.at(-1);
  if (event === undefined) return undefined;
  const week = Math.floor(daysBetween(metadata.start_date, event.date) / 7) + 1;
  const saying = sayingOf({ role: "event", week }, profile, season.ftpWatts);
  const most = (mostPowerIn(profile, week) ?? Number.POSITIVE_INFINITY) / 100;
  const heart = mostHeartRateIn(profile, week);
  const power = Math.min(event.intensity_pct / 100, most);
  const average = holdOf(power, saying);
  const climb = holdOf(Math.min(climbPower(power), most), saying);
  const grams = carbohydrateAnHour(event.hours * 3600);
  const name = eventName(event);
  const hours = hoursOf(event, input, average.value);
  return {
    name: isPrivateWord(name, today) ? event.type.replaceAll("_", " ") : name.charAt(0).toUpperCase() + name.slice(1),
    when: `${shortDay(event.date)} ${event.date.slice(0, 4)}`,
    about: `about ${length(event.hours * 60)}`,
    average: `${average.value} ${average.unit}`,
    unit: average.unit,
    hours,
    mostOnClimbs: `≤ ${climb.value} ${climb.unit}`,
    hasClimbs: hours.some(({ climbs }) => climbs.length > 0),
    start: heart === undefined ? craftOf(event).start : `Heart rate ${heart} at most. ${craftOf(event).start}`,
    grams: grams && {
      anHour: Math.round((grams.low + grams.high) / 2),
      total: DOT * hours.reduce((total, { dots }) => total + dots, 0),
    },
  };
}

function hourRow({ label, hold, dots }: Hour, unit: string, { y, height }: { y: number; height: number }): Markup {
  const middle = Math.round(y + height * 0.68);
  const size = Math.min(84, height * 0.74);
  return html`<path d="M0 ${Math.round(y + height)}H${PAPER.width}" stroke="${INK}" stroke-width="3" />
    ${words(label, { x: 30, y: middle, size: 34, color: SOFT, room: 64 })}
    ${words(hold, { x: 106, y: middle, size, color: INK, isBold: true, room: 176 })}${words(unit, { x: 292, y: middle, size: 30, color: INK, room: 56 })}
    ${Array.from({ length: Math.min(dots, 9) }, (_, i) => html`<circle cx="${378 + (i % 3) * 50}" cy="${Math.round(y + height / 2 + (Math.floor(i / 3) - (Math.ceil(dots / 3) - 1) / 2) * 42)}" r="18" fill="${INK}" />`)}`;
}

const climbRow = (km: string, text: string, { most, y }: { most: string; y: number }): Markup =>
  html`<rect x="0" y="${y}" width="${PAPER.width}" height="62" fill="#f5d7a1" /><path
      d="M30 ${y + 46}l19-30 19 30z"
      fill="${INK}"
    />
    ${words(km, { x: 84, y: y + 44, size: 32, color: INK, isBold: true, room: 110 })}${words(text, { x: 200, y: y + 44, size: 27, color: INK, room: 150 })}${words(most, { x: 522, y: y + 44, size: 34, color: INK, isBold: true, anchor: "end", room: 160 })}`;

function rows(plan: EventPlan, top: number, bottom: number): Markup[] {
  const climbs = plan.hasClimbs ? plan.hours.reduce((total, hour) => total + hour.climbs.length, 0) : 1;
  const height = (bottom - top - climbs * 62) / Math.max(1, plan.hours.length);
  let y = top;
  const parts = plan.hours.flatMap((hour) => {
    const row = hourRow(hour, plan.unit, { y, height });
    y += height;
    const its = hour.climbs.map(({ km, text }) => {
      const one = climbRow(`km ${km}`, text, { most: plan.mostOnClimbs, y: Math.round(y) });
      y += 62;
      return one;
    });
    return [row, ...its];
  });
  return plan.hasClimbs ? parts : [...parts, climbRow("any", "climb", { most: plan.mostOnClimbs, y: Math.round(y) })];
}

/** The card for the top tube: what to hold, what to eat, and where the climbs are. */
export function eventCard(input: PageInput): Card | undefined {
  const plan = eventPlan(input);
  if (plan === undefined) return undefined;
  const inside = html`<rect width="${PAPER.width}" height="${PAPER.height}" fill="#fff" /><rect
      width="${PAPER.width}"
      height="216"
      fill="#10222c"
    />
    ${words(plan.name, { x: 30, y: 66, size: 56, color: "#fff", isBold: true, room: 490 })}${words(plan.when, { x: 30, y: 118, size: 32, color: "#c4d0d7" })}
    ${words(plan.about, { x: 30, y: 186, size: 48, color: "#fff", isBold: true, room: 290 })}${words(`${plan.average} average`, { x: 522, y: 186, size: 30, color: "#c4d0d7", anchor: "end", room: 210 })}
    ${words("h", { x: 30, y: 258, size: 28, color: SOFT })}${words("hold", { x: 106, y: 258, size: 28, color: SOFT })}${plan.grams !== undefined && words("eat: ● 25 g", { x: 522, y: 258, size: 28, color: SOFT, anchor: "end" })}
    <path d="M0 276H${PAPER.width}" stroke="${INK}" stroke-width="3" />${rows(plan, 276, 1236)}
    ${words(plan.start, { x: 30, y: 1284, size: 32, color: INK, isBold: true, room: 490 })}
    ${words(plan.grams === undefined ? "Drink to thirst before the start." : "First bite by 0:30, drink to thirst.", { x: 30, y: 1328, size: 30, color: INK, room: 490 })}
    ${plan.grams !== undefined && words(`${plan.grams.total / DOT} × ${DOT} g = ${plan.grams.total} g`, { x: 30, y: 1376, size: 28, color: SOFT })}${plan.grams !== undefined && words(`about ${plan.grams.anHour} g an hour`, { x: 522, y: 1376, size: 28, color: SOFT, anchor: "end", room: 250 })}`;
  return {
    name: "event",
    title: plan.name,
    size: { width: 55, height: 140 },
    svg: drawing(PAPER, `${plan.name}: what to hold and what to eat`, inside),
  };
}
