import type { PlanRequest } from "../athlete/request.ts";
import { isUnavailable, riderOf, type Rider } from "../athlete/rider.ts";
import { addDays, daysBetween, WEEKDAYS, type CalendarDate } from "../base/calendar.ts";
import { PlanError } from "../base/errors.ts";
import { roundTo, sum } from "../base/numbers.ts";
import { cleanLine } from "../base/text.ts";
import type { Overview, OverviewWeek, Phase, PlanEvent, TrainingDay } from "../plan/schema.ts";
import { longestRideAllowed, vo2Spacing } from "../rules/limits.ts";
import type { WorkoutType } from "../workout/schema.ts";
import { assumedProfile } from "./assume.ts";
import { resolveEvent } from "./events.ts";
import { ftpOutlook } from "./gain.ts";
import { mapGoal } from "./goal.ts";
import { HEALTH_NOTE } from "./health-note.ts";
import { emptyBook, LadderShelf, nextSession, withRung, type LadderBook } from "./ladder-book.ts";
import { monitoringGuidance, outsideNotes } from "./notes.ts";
import type { OutsideOverview, OutsideWeek } from "./outside-schema.ts";
import { eventWorkoutType } from "./overview-weeks.ts";
import type { ProposalInput } from "./propose.ts";
import { shareMinutes, type FilledSlot, type Slot } from "./slot.ts";
import { enduranceSlot, recoverySlot, sessionSlot } from "./slots.ts";
import { timelineOf } from "./timeline.ts";

/** Most minutes of a day for which the rider gave none: what an overview without minutes is plausible within (plan format). */
const DAY_MINUTES = { weekday: 120, weekend: 270 };
const STRENGTH_MINUTES = 40;
/** Ladders that serve a type, taken in turn from week to week. */
const FAMILIES: Partial<Record<WorkoutType, readonly string[]>> = {
  tempo: ["tempo", "torque"],
  sweetspot: ["sweetspot"],
  threshold: ["threshold", "over_unders"],
  vo2max: ["vo2max_short", "vo2max_long"],
  mixed: ["race_road", "anaerobic"],
};

interface Building {
  readonly rider: Rider;
  readonly shelf: LadderShelf;
  readonly event: PlanEvent | undefined;
  readonly start: CalendarDate;
}

interface Progress {
  readonly book: LadderBook;
  readonly longest: number;
  readonly phase: Phase;
  readonly lastVo2: number;
}

/** An overview made elsewhere in our form: dates, minutes and ladder steps are added, its days, types, hours and loads stay. */
export function adoptOverview(outside: OutsideOverview, input: ProposalInput): Overview {
  const { request } = input;
  const mapped = mapGoal(request.goal, request.event !== undefined);
  const resolved = request.event === undefined ? undefined : resolveEvent(request.event, { mapped: mapped.eventType, level: request.profile.experience_level });
  const event = resolved?.event;
  const timeline = timelineOf(withWeeks(request, outside.total_weeks), input.today);
  const { profile, warnings } = assumedProfile(request, event, resolved?.assumptions ?? []);
  const rider = riderOf(profile, event);
  const building: Building = { rider, shelf: new LadderShelf(input.catalogue.forms, rider.level), event, start: timeline.start };
  refuseImplausible(building, outside.weekly_overview);
  const weeks = buildWeeks(building, outside.weekly_overview);
  const outlook = ftpOutlook(profile, outside.total_weeks, request.targetFtp ?? outside.target_ftp);
  return {
    schema_version: "1",
    plan_id: input.planId,
    athlete_profile: { ...profile, goals: request.goal === "" ? profile.goals : [request.goal] },
    plan_metadata: {
      total_weeks: outside.total_weeks,
      current_ftp: profile.ftp,
      target_ftp: outlook.targetFtp,
      expected_ftp: outlook.expected,
      start_date: timeline.start,
      end_date: timeline.end,
      goal: { text: request.goal, kind: mapped.kind, because: mapped.because },
      ...(event === undefined ? {} : { event, taper_days: taperDaysOf(weeks, event) }),
      starting_ctl: roundTo(rider.startingCtl, 1),
      starting_atl: roundTo(rider.startingAtl, 1),
      overview_source: "outside",
      coaching_notes: outside.coaching_notes ?? outsideNotes({ weeks, rider }),
      monitoring_guidance: outside.monitoring_guidance ?? monitoringGuidance({ weeks, rider }),
      health_note: HEALTH_NOTE,
      warnings: [...(input.warnings ?? []), ...timeline.warnings, ...warnings, ...(outlook.warning === undefined ? [] : [outlook.warning])],
      given_up: [],
    },
    weekly_overview: weeks,
  };
}

const withWeeks = (request: PlanRequest, weeks: number): PlanRequest => ({ ...request, weeks });

/** Days from the start of the first taper week to the event. */
const taperDaysOf = (weeks: readonly OverviewWeek[], event: PlanEvent): number => {
  const first = weeks.find((week) => week.phase === "taper");
  return first === undefined ? 0 : Math.min(21, Math.max(0, daysBetween(first.start_date, event.date)));
};

const isActive = (types: readonly WorkoutType[]): boolean => types.some((type) => type !== "rest" && type !== "strength");
const rideType = (types: readonly WorkoutType[]): WorkoutType => types.find((type) => type !== "rest" && type !== "strength") ?? "endurance";

/** Riding minutes a day may hold: the rider's own, or the plausible ones; strength takes its share of the rider's own. */
function roomOf({ rider }: Building, weekday: number, types: readonly WorkoutType[]): number {
  const limit = rider.days[weekday];
  const own = limit?.given === true ? limit.maxMinutes - (types.includes("strength") ? STRENGTH_MINUTES : 0) : weekday < 5 ? DAY_MINUTES.weekday : DAY_MINUTES.weekend;
  return Math.max(0, own);
}

/** Before any week is built: every week must fit its own days and the rider's ceiling. Throws NOT_FEASIBLE with the limit that binds. */
function refuseImplausible(building: Building, weeks: readonly OutsideWeek[]): void {
  for (const week of weeks) {
    const wanted = Math.round(week.total_hours * 60);
    const room = sum(week.training_days.map((day, i) => (isActive(day.workout_types) ? roomOf(building, i, day.workout_types) : 0)));
    const rides = week.training_days.filter((day) => isActive(day.workout_types)).length;
    if (wanted > room) refuse(week, "day-minutes", { wanted, most: room, text: `its ${String(rides)} riding days hold ${String(roundTo(room / 60, 1))} h (${String(DAY_MINUTES.weekday / 60)} h on a weekday, ${String(DAY_MINUTES.weekend / 60)} at the weekend, or the rider's own minutes)` });
    if (wanted > building.rider.ceilingMinutes) refuse(week, "weekly-ceiling", { wanted, most: building.rider.ceilingMinutes, text: `the rider has ${String(roundTo(building.rider.ceilingMinutes / 60, 1))} h` });
    week.training_days.forEach((day, i) => {
      const date = addDays(building.start, (week.week_number - 1) * 7 + i);
      if (isActive(day.workout_types) && isUnavailable(building.rider, date)) refuse(week, "unavailable-dates", { wanted, most: 0, text: `${day.weekday} ${date} is one of the rider's days off` });
    });
  }
}

function refuse(week: OutsideWeek, rule: string, at: { wanted: number; most: number; text: string }): never {
  throw new PlanError({
    code: "NOT_FEASIBLE",
    message: `Week ${String(week.week_number)} of the overview asks for ${String(week.total_hours)} h, but ${at.text}. No week was built.`,
    hint: "Lower the hours of that week, add a riding day, or say --minutes for days that have more time.",
    details: { rule, week: week.week_number, wanted_minutes: at.wanted, limit_minutes: at.most },
  });
}

function buildWeeks(building: Building, outside: readonly OutsideWeek[]): OverviewWeek[] {
  let progress: Progress = { book: emptyBook, longest: 0, phase: "base", lastVo2: -99 };
  return outside.map((week) => {
    const phase = week.phase === "recovery" ? progress.phase : week.phase;
    const built = buildWeek(building, week, { ...progress, phase });
    progress = built.progress;
    return built.week;
  });
}

function buildWeek(building: Building, week: OutsideWeek, progress: Progress): { week: OverviewWeek; progress: Progress } {
  const firstDay = (week.week_number - 1) * 7;
  const start = addDays(building.start, firstDay);
  const minutes = Math.round(week.total_hours * 60);
  const active = week.training_days.flatMap((day, i) => (isActive(day.workout_types) ? [i] : []));
  const longest = progress.longest === 0 ? Number.POSITIVE_INFINITY : Math.floor(longestRideAllowed(progress.longest));
  const long = active.reduce<number | undefined>((best, i) => (rideType(week.training_days[i]?.workout_types ?? []) === "endurance" && (best === undefined || roomAt(i) >= roomAt(best)) ? i : best), undefined);
  function roomAt(i: number): number {
    return Math.min(longest, roomOf(building, i, week.training_days[i]?.workout_types ?? []));
  }
  let { book, lastVo2 } = progress;
  const slots = active.map((i): Slot => {
    const type = rideType(week.training_days[i]?.workout_types ?? []);
    const room = { weekday: i, most: roomAt(i), ideal: (minutes / active.length) * (i === long ? 1.6 : type === "recovery" ? 0.4 : 1) };
    if (type === "recovery") return recoverySlot(room);
    if (type === "endurance") return enduranceSlot(room, i === long ? "long" : "easy");
    const families = FAMILIES[type] ?? ["tempo"];
    const turn = week.week_number % families.length;
    const session = nextSession({ shelf: building.shelf, book, rider: building.rider }, [...families.slice(turn), ...families.slice(0, turn)], {
      seconds: Math.min(room.most, Math.max(30, minutes * 0.6)) * 60,
      workSeconds: Number.POSITIVE_INFINITY,
      highestPower: Number.POSITIVE_INFINITY,
      mayBeVo2: type === "vo2max" || type === "mixed" || firstDay + i - lastVo2 >= vo2Spacing(building.rider),
      phase: progress.phase,
      advance: week.phase !== "recovery" && week.phase !== "taper",
    });
    if (session === undefined) return { ...enduranceSlot(room, "easy"), type };
    book = withRung(book, session, { phase: progress.phase, week: week.week_number });
    if (session.form.isVo2) lastVo2 = firstDay + i;
    return sessionSlot(room, session, { role: "key", dose: "full" });
  });
  const filled = shareMinutes(slots, minutes);
  const event = building.event !== undefined && building.event.date >= start && building.event.date <= addDays(start, 6) ? building.event : undefined;
  return {
    week: {
      week_number: week.week_number,
      start_date: start,
      phase: progress.phase,
      week_type: week.phase,
      focus: cleanLine(week.weekly_focus ?? "", 300),
      target_hours: week.total_hours,
      target_tss: week.target_tss,
      training_days: WEEKDAYS.map((_, i) => trainingDay(building, { week, start, weekday: i, slot: filled.find((slot) => slot.weekday === i), event })),
    },
    progress: { book, longest: Math.max(progress.longest, ...filled.map((slot) => slot.minutes)), phase: progress.phase, lastVo2 },
  };
}

interface DayInput {
  readonly week: OutsideWeek;
  readonly start: CalendarDate;
  readonly weekday: number;
  readonly slot: FilledSlot | undefined;
  readonly event: PlanEvent | undefined;
}

function trainingDay(building: Building, { week, start, weekday, slot, event }: DayInput): TrainingDay {
  const head = { weekday: WEEKDAYS[weekday] ?? "Monday", date: addDays(start, weekday) };
  if (event?.date === head.date) {
    const minutes = Math.round(event.hours * 60);
    return { ...head, workout_types: [eventWorkoutType(event)], target_minutes: minutes, max_minutes: minutes, role: "event" };
  }
  const types = week.training_days[weekday]?.workout_types ?? ["rest"];
  if (slot === undefined) {
    const strengthOnly = types.includes("strength");
    return { ...head, workout_types: strengthOnly ? ["strength"] : ["rest"], target_minutes: 0, max_minutes: strengthOnly ? STRENGTH_MINUTES : 0, ...(strengthOnly ? { strength_minutes: STRENGTH_MINUTES } : {}) };
  }
  const strength = types.includes("strength") ? STRENGTH_MINUTES : 0;
  return {
    ...head,
    workout_types: [...types],
    target_minutes: slot.minutes,
    max_minutes: roomOf(building, weekday, types) + strength,
    role: slot.role,
    ...(slot.family === undefined ? {} : { family: slot.family }),
    ...(slot.level === undefined ? {} : { level: slot.level }),
    ...(strength > 0 ? { strength_minutes: strength } : {}),
  };
}
