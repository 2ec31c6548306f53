import { addDays, type CalendarDate } from "../../base/calendar.ts";
import { PlanError } from "../../base/errors.ts";
import { shortDay } from "../../base/date-words.ts";
import type { Intent } from "../../plan/change-schema.ts";
import type { LivedDay } from "../../plan/schema.ts";
import { counted } from "../../report/units.ts";
import type { Reason } from "../../workout/schema.ts";
import {
  datesIn,
  isEventDay,
  isFixed,
  lessOn,
  isSession,
  metadataOf,
  restDay,
  rideOf,
  stateOn,
  withDay,
  withLived,
  withMetadata,
  type Edit,
} from "./edit.ts";
import { isSame } from "./living.ts";
import { BACK, wayBack } from "../../plan/illness.ts";
import { standing } from "../../plan/standing-steps.ts";
import { eased } from "./shorter.ts";
import type { Way } from "./way.ts";

const REASONS = {
  ill: { id: "illness", text: "nothing while you are ill" },
  well: { id: "illness", text: "the first full day well is for rest" },
  short: {
    id: "illness",
    text: "too short to ride at half of the usual load: rest, on the way back after your illness",
  },
  half: { id: "illness", text: "half of the usual load, easy: the way back after your illness" },
  most: { id: "illness", text: "three quarters of the usual load, easy: the way back after your illness" },
} satisfies Record<string, Reason>;

type Stretch = "well" | "half" | "most";

function stretchOf(day: number, back: { readonly well: number; readonly step: number }): Stretch | undefined {
  if (day <= back.well) return "well";
  if (day <= back.well + back.step) return "half";
  return day <= back.well + 2 * back.step ? "most" : undefined;
}

const stillThere = (date: CalendarDate): string =>
  ` ${shortDay(date)} stays in the plan because you keep it; please do not ride it ill. Let it change: cycling-plan change free ${date}.`;

type Sick = Extract<Intent, { kind: "sick" }>;

/** What an illness took that is now told anew, as longer, shorter or above the neck only: its days ahead as they were before it. */
function toldAnew(edit: Edit, { from, to }: Sick): Edit {
  let next = edit;
  for (const { intents, effect } of [...standing(edit.start.steps ?? [])].reverse()) {
    const [intent, ...others] = intents;
    if (intent?.kind !== "sick" || others.length > 0 || intent.from > addDays(to, 1) || addDays(intent.to, 1) < from)
      continue;
    const back = effect.days.filter(({ date, after }) => !isFixed(next, date) && isSame(stateOn(next, date), after));
    for (const { date, before } of back) next = withDay(next, date, before);
    const lived = (metadataOf(next).lived ?? []).filter((day) => !back.some(({ date }) => date === day.date));
    next = withMetadata(next, { lived });
  }
  return next;
}

/** Nothing while ill; then the way back. Days ahead only: what is past is noted as not ridden. */
export function sickWays(edit: Edit, sick: Sick): Way[] {
  const start = toldAnew(edit, sick);
  const [all, some] = [backWay(start, sick, true), backWay(start, sick, false)];
  return all.edit.days.size === some.edit.days.size ? [all] : [all, some];
}

/** With `easesAll` also the openers before an event are eased, which rules may not allow. */
function backWay(edit: Edit, { from, to, above_neck: isMild }: Sick, easesAll: boolean): Way {
  const { today } = edit.start;
  if (from > today)
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `${shortDay(from)} is still to come.`,
      hint: "Nobody is ill ahead of time: say change off for days that you know you will not ride.",
    });
  const ill = datesIn(edit, from, to);
  const isRideIn = (one: Edit, date: CalendarDate): boolean => stateOn(one, date)?.workouts.some(isSession) === true;
  if (ill.some((date) => date >= today && isEventDay(stateOn(edit, date))))
    throw new PlanError({
      code: "NOT_FEASIBLE",
      message: "Your event falls into the illness.",
      hint: "Please do not start ill. Talk to a doctor, and make a plan for another event when you are well.",
    });
  const lost = ill.filter((date) => isRideIn(edit, date) && !edit.start.done.has(date));
  const lived: LivedDay[] = lost.map((date) => ({ date, kind: "ill" }));
  let next = edit;
  for (const date of lost) if (!isFixed(edit, date)) next = withDay(next, date, restDay(next, date, REASONS.ill));
  const back = wayBack({ from, to, above_neck: isMild });
  const changed: CalendarDate[] = [];
  for (let day = 1; stretchOf(day, back) !== undefined; day++) {
    const date = addDays(to, day);
    const stretch = stretchOf(day, back);
    const ride = rideOf(stateOn(next, date));
    if (stretch === undefined || ride === undefined || isFixed(edit, date)) continue;
    if (ride.role === "openers" && !easesAll) continue;
    next =
      stretch === "well"
        ? withDay(next, date, restDay(next, date, REASONS.well))
        : eased(next, date, {
            minutes: ride.duration_min * BACK[stretch],
            why: REASONS[stretch],
            maxPowerPct: BACK.maxPowerPct,
          });
    if (stretch === "half" && !isRideIn(next, date)) next = withDay(next, date, restDay(next, date, REASONS.short));
    changed.push(date);
  }
  next = withLived(next, [...lived, ...changed.map((date) => lessOn(edit, date))]);
  const { kept_days: kept = [] } = metadataOf(edit);
  const pinned = lost.filter((date) => date >= today && kept.includes(date));
  const rested = changed.filter((date) => !isRideIn(next, date));
  const rides = counted(lost.length + rested.length, "ride");
  const costs = `Costs ${rides}. One full day well first, then ${counted(back.step, "day")} at half load and ${back.step} at three quarters, all easy; then as planned. Still ill? Say so.${pinned.map(stillThere).join("")}`;
  return {
    edit: next,
    costs,
    name: easesAll ? "the careful way back" : "the careful way back, with the openers before the event",
  };
}
