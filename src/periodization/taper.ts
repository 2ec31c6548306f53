import { SHORTEST_RIDE_MINUTES, type Rider } from "../athlete/rider.ts";
import { clamp, mean, sum } from "../base/numbers.ts";
import { BEGINNER_FIRST_WEEKS, highestPowerIn, MOST_RIDING_DAYS, TAPER_CUT, vo2Spacing } from "../rules/limits.ts";
import { styleOf, styleTypeOf } from "./events.ts";
import type { LadderForm } from "../workout/ladder.ts";
import { nextSession } from "./ladder-book.ts";
import { weekMenu } from "./week-sessions.ts";
import type { Season, SeasonWeek } from "./season.ts";
import { shareMinutes, wholeWeek, type FilledSlot, type Slot } from "./slot.ts";
import { enduranceSlot, fixedSlot, sessionSlot } from "./slots.ts";
import type { Context, State } from "./state.ts";

/** A ride of the taper with its day in the plan. */
export interface TaperRide extends FilledSlot {
  readonly day: number;
}

/** The last hard session lies this many days before the event: nearer for short, sharp events (training science 3.4). */
const LAST_HARD_DAYS = { sharp: 4, usual: 5 };
const SHARP = ["criterium", "cyclocross", "time_trial"];
const OPENERS_MINUTES = { most: 60 };
/** No more than two short quality sessions in seven days. */
const TOUCH_SPACING = 3;

/**
 * The days of the taper, counted back from the event: the usual riding days, 41 to 60 % less riding, two short quality
 * sessions at the usual power, openers on the last ride day before the event (training science 3.4; rules 24, 27).
 */
export function planTaper(
  context: Context,
  state: State,
  { hardBefore, vo2Before }: { hardBefore: readonly number[]; vo2Before: number },
): TaperRide[] {
  const { season } = context;
  const { weeks } = season;
  const eventDay = season.eventDay ?? 0;
  const usual = usualMinutes(context.rider, state);
  const style = styleOf(season.event ?? { type: "other", hours: 2 });
  const volume = (usual * season.taperDays) / 7;
  const days = taperDaysToRide(context, state, weeks);
  const touches = touchDays(context, days, hardBefore);
  let lastVo2 = Math.max(state.lastVo2, vo2Before);
  const slots = days.map((day) => {
    const slot = taperSlot(context, state, {
      day,
      weeks,
      usual,
      isTouch: touches.includes(day),
      isOpeners: eventDay - day <= 2 && day === days.at(-1),
      lastVo2,
    });
    if (slot.isVo2) lastVo2 = day;
    return slot;
  });
  const most = volume * (1 - TAPER_CUT.low - 0.01);
  const least = volume * (1 - TAPER_CUT.high + 0.01);
  const total = clamp(volume * (1 - (context.taperCut ?? style.cut)), Math.min(least, most), most);
  return taperWeeks(season, thinned(slots, most), total).flatMap(({ rides, minutes }) =>
    shareMinutes(rides, wholeWeek(minutes)).map((slot, i) => ({ ...slot, day: rides[i]?.day ?? eventDay })),
  );
}

/** How much of a day's riding is left when the event is near, and what each day farther from it adds. */
const NEAR_EVENT = { share: 0.5, perDay: 0.02 };
const dayShare = (daysLeft: number): number => NEAR_EVENT.share + NEAR_EVENT.perDay * daysLeft;

interface TaperWeek {
  readonly rides: readonly TaperSlot[];
  readonly minutes: number;
}

/**
 * The taper's rides by calendar week, each week with its part of the minutes: by its days, whichever of them ride. What a week
 * cannot hold, or what its rides need beyond its part, is the other week's.
 */
function taperWeeks(season: Season, slots: readonly TaperSlot[], total: number): TaperWeek[] {
  const eventDay = season.eventDay ?? 0;
  const weeks = season.weeks
    .map(({ firstDay }) => {
      const days = Array.from({ length: 7 }, (_, i) => firstDay + i);
      const inTaper = days.filter((day) => day >= season.taperFrom && day < eventDay);
      return {
        rides: slots.filter((slot) => days.includes(slot.day)),
        share: sum(inTaper.map((day) => dayShare(eventDay - day))),
      };
    })
    .filter(({ rides }) => rides.length > 0);
  const all = sum(weeks.map(({ share }) => share));
  const held = weeks.map(({ rides, share }) => heldBy(rides, (total * share) / all));
  let left = total - sum(held);
  return weeks.map(({ rides }, i) => {
    const minutes = heldBy(rides, (held[i] ?? 0) + left);
    left -= minutes - (held[i] ?? 0);
    return { rides, minutes };
  });
}

/** Minutes as near to those asked as the rides hold. */
const heldBy = (rides: readonly TaperSlot[], minutes: number): number =>
  clamp(minutes, sum(rides.map((slot) => slot.least)), sum(rides.map((slot) => slot.most)));

/** Minutes of a usual week before the taper: what its cut is measured against. */
export const usualMinutes = ({ recentMinutes }: Pick<Rider, "recentMinutes">, { lastLoads }: State): number =>
  lastLoads.length > 0 ? mean(lastLoads.slice(-3).map((week) => week.minutes)) : recentMinutes;

const isOpen = (weeks: readonly SeasonWeek[], day: number): boolean => {
  const week = weeks.find((w) => day >= w.firstDay && day < w.firstDay + 7);
  return week?.open[day - week.firstDay] === true;
};

/** The riding days of the usual week that fall into the taper; rest on the day before the event unless it is free for openers. */
function taperDaysToRide(context: Context, state: State, weeks: readonly SeasonWeek[]): number[] {
  const { season, rider } = context;
  const eventDay = season.eventDay ?? 0;
  const riding = state.template?.riding ?? rider.days.flatMap((day, i) => (day.available ? [i] : [])).slice(0, 5);
  const days: number[] = [];
  let openers: number | undefined;
  for (let day = season.taperFrom; day < eventDay; day++) {
    if (day < 0 || !isOpen(weeks, day)) continue;
    if (eventDay - day === 1 || (eventDay - day === 2 && !isOpen(weeks, eventDay - 1))) openers = day;
    else if (riding.includes(day % 7)) days.push(day);
  }
  const all = openers === undefined ? days : [...days, openers];
  return weeks.flatMap((week) => {
    const inWeek = all.filter((day) => day >= week.firstDay && day < week.firstDay + 7);
    const eventDays = Math.max(
      0,
      Math.min(week.firstDay + 7, eventDay + (season.event?.days ?? 1)) - Math.max(week.firstDay, eventDay),
    );
    return inWeek.slice(-Math.max(1, MOST_RIDING_DAYS - eventDays));
  });
}

function touchDays(context: Context, days: readonly number[], hardBefore: readonly number[]): number[] {
  const { season, rider } = context;
  const perWeek = (day: number): number => (rider.level === "beginner" && day < BEGINNER_FIRST_WEEKS * 7 ? 1 : 2);
  const eventDay = season.eventDay ?? 0;
  const type = season.event === undefined ? "other" : styleTypeOf(season.event.type, season.event.hours);
  const clear = SHARP.includes(type) ? LAST_HARD_DAYS.sharp : LAST_HARD_DAYS.usual;
  const touches: number[] = [];
  for (const day of [...days].reverse()) {
    const others = [...touches, ...hardBefore];
    const sameWeek = others.filter((other) => Math.floor(other / 7) === Math.floor(day / 7)).length;
    if (eventDay - day < clear || sameWeek >= perWeek(day) || hardBefore.some((other) => day - other < 2)) continue;
    if (
      touches.every((other) => other - day >= TOUCH_SPACING) &&
      touches.length < Math.ceil((season.taperDays * 2) / 7)
    )
      touches.push(day);
  }
  return touches.reverse();
}

interface TaperInput {
  readonly day: number;
  readonly weeks: readonly SeasonWeek[];
  readonly usual: number;
  readonly isTouch: boolean;
  readonly isOpeners: boolean;
  /** Last day with efforts above 105 % before this one. */
  readonly lastVo2: number;
}

type TaperSlot = Slot & { readonly day: number };

function taperSlot(context: Context, state: State, input: TaperInput): TaperSlot {
  const { season, rider } = context;
  const eventDay = season.eventDay ?? 0;
  const week = input.weeks.find((w) => input.day >= w.firstDay && input.day < w.firstDay + 7);
  const weekday = input.day - (week?.firstDay ?? 0);
  const perRide = input.usual / Math.max(1, state.template?.riding.length ?? 3);
  const most = Math.max(
    SHORTEST_RIDE_MINUTES,
    Math.min(rider.days[weekday]?.maxMinutes ?? 0, state.longestPlanned || state.longestMinutes, perRide * 1.1),
  );
  const room = { weekday, most, ideal: perRide * dayShare(eventDay - input.day) };
  if (input.isOpeners) {
    const mayOpen = week === undefined || highestPowerIn(context.rider, week.number) > 1.2;
    return { ...openersSlot(context, room, mayOpen), day: input.day };
  }
  if (input.isTouch && week !== undefined) {
    const turn =
      eventDay - input.day <= 7 ? weekMenu(context, week, state).first : weekMenu(context, week, state).second;
    const session = nextSession({ shelf: context.shelf, book: state.book, rider }, turn, {
      seconds: Math.max(most, 45) * 60 * 1.2,
      workSeconds: 60 * 60,
      highestPower: highestPowerIn(context.rider, week.number),
      mayBeVo2: input.day - input.lastVo2 >= vo2Spacing(rider),
      phase: "taper",
      advance: false,
    });
    if (session !== undefined && sessionSlot(room, session, { role: "key", dose: "reduced" }).least <= most)
      return { ...sessionSlot(room, session, { role: "key", dose: "reduced" }), day: input.day };
  }
  return { ...enduranceSlot(room, "easy"), day: input.day };
}

/** Sprints belong to the openers of races; a long steady day wants none. */
const SPRINT_POWER = 1.2;

function openersSlot(context: Context, room: { weekday: number; most: number; ideal: number }, mayOpen: boolean): Slot {
  const most = Math.min(room.most, OPENERS_MINUTES.most);
  const forms = context.shelf.forms("openers").filter((form) => form.shortestSeconds <= most * 60);
  const wantsSprints = context.season.event !== undefined && !styleOf(context.season.event).isSteady;
  const distance = (opener: LadderForm): number => Number(opener.highestPower > SPRINT_POWER !== wantsSprints);
  const form = [...forms].sort((a, b) => distance(a) - distance(b) || a.shortestSeconds - b.shortestSeconds)[0];
  if (form === undefined || !mayOpen) return enduranceSlot({ ...room, most, ideal: Math.min(room.ideal, 45) }, "easy");
  return fixedSlot({ ...room, most, ideal: Math.min(room.ideal, 46) }, form, "openers");
}

/** Makes hard sessions easy rides, then leaves easy ones out, farthest from the event first, until the shortest forms fit the volume. */
function thinned(slots: readonly TaperSlot[], most: number): TaperSlot[] {
  let kept = [...slots];
  const total = (): number => sum(kept.map((slot) => slot.least));
  while (kept.length > 0 && total() > most) {
    const session = kept.find((slot) => slot.role === "key" && slot.least > SHORTEST_RIDE_MINUTES);
    if (session !== undefined && kept.filter((slot) => slot.role === "easy").length <= 1) {
      kept = kept.map((slot) => (slot === session ? { ...enduranceSlot(slot, "easy"), day: slot.day } : slot));
      continue;
    }
    const drop = kept.find((slot) => slot.role === "easy") ?? kept.find((slot) => slot.role === "key") ?? kept[0];
    kept = kept.filter((slot) => slot !== drop);
  }
  return kept;
}
