import type { PlanRequest } from "../../src/athlete/request.ts";
import { addDays, mondayOnOrAfter, WEEKDAYS, type CalendarDate } from "../../src/base/calendar.ts";
import type { Week } from "../../src/plan/schema.ts";
import type { Workout } from "../../src/workout/schema.ts";
import { SWEEP_TODAY } from "./draw-request.ts";
import type { TermDraw } from "./term-draw.ts";

/** Longest run of weeks that are neither recovery nor taper. */
function longestRun(types: readonly string[]): number {
  let run = 0;
  return types.reduce((most, type) => {
    run = type === "recovery" || type === "taper" ? 0 : run + 1;
    return Math.max(most, run);
  }, 0);
}

/** What a plan says that it gave up, as one text. */
const said = (reasons: readonly { readonly text: string }[] | undefined): string =>
  (reasons ?? []).map(({ text }) => text).join(" ");

const rhythm: TermDraw = {
  term: "rhythm",
  added: (request, chance) => ({
    ...request,
    profile: { ...request.profile, rhythm: chance.at("rhythm").below(3) === 0 ? "3:1" : "2:1" },
  }),
  broken: ({ weekly_plan: weeks, plan_metadata: meta, athlete_profile: profile }, request) => {
    const asked = request.profile.rhythm;
    const isFifty = (request.profile.age ?? 40) >= 50;
    const run = longestRun(weeks.map(({ phase, week_type: type }) => (phase === "taper" ? "taper" : type)));
    // Three to four weeks before a taper, or four in all, have no other pattern; days off may allow none.
    const isShort = weeks.filter(({ phase }) => phase !== "taper").length <= 4;
    const isTwo = asked === "2:1" || isFifty;
    const most = (isTwo ? 2 : 3) + (isShort || profile.unavailable !== undefined ? 2 : 0);
    return [
      ...(run > most ? [`${run} load weeks in a row under ${asked ?? "no rhythm"}`] : []),
      ...(asked === "3:1" && isFifty && !said(meta.given_up).includes("You asked for 3:1") ? ["3:1 is not named"] : []),
    ];
  },
};

const startPhase: TermDraw = {
  term: "start_phase",
  added: (request) => ({ ...request, profile: { ...request.profile, start_phase: "build" } }),
  broken: ({ weekly_plan: weeks, plan_metadata: meta }) => {
    const base = weeks.filter(({ phase }) => phase === "base").length;
    if (base === 0) return [];
    return said(meta.given_up).includes("You asked to start with build") && base <= 6
      ? []
      : [`${base} base weeks, and not named`];
  },
};

/** Minutes of a workout from its segments. */
const minutesOf = (workout: Workout): number =>
  workout.segments.reduce(
    (total, one) =>
      total +
      (one.type === "interval"
        ? one.sets * (one.work.duration_min + (one.recovery?.duration_min ?? 0))
        : one.duration_min),
    0,
  );

const trainingOf = (week: Week): Workout[] =>
  week.workouts.filter(({ segments, role }) => segments.length > 0 && role !== "event" && role !== "fixed");

const longRide: TermDraw = {
  term: "long_ride",
  added: (request, chance) => {
    const { week_days: days, max_minutes_by_day: minutes = {} } = request.profile.training_availability;
    const day = days[chance.at("long-day").below(days.length)];
    if (day === undefined) return undefined;
    const room = Math.min(minutes[day] ?? 120, request.profile.weekly_hours_available * 60);
    const most = 90 + chance.at("long-most").below(20) * 15;
    const least = 30 + chance.at("long-least").below(10) * 15;
    const kind = chance.at("long-kind").below(4);
    return {
      ...request,
      profile: {
        ...request.profile,
        long_ride: {
          ...(kind === 1 ? {} : { day }),
          ...(kind > 0 ? { max_minutes: most } : {}),
          ...(kind > 1 && least <= most && least <= room ? { min_minutes: least } : {}),
        },
      },
    };
  },
  broken: ({ weekly_plan: weeks, athlete_profile: profile, plan_metadata: meta }) => {
    const { day, max_minutes: most = 1e9, min_minutes: least = 0 } = profile.long_ride ?? {};
    const isOff = (date: string): boolean =>
      (profile.unavailable ?? []).some((range) => range.from <= date && date <= range.to);
    return weeks.flatMap((week) => {
      const rides = trainingOf(week);
      const isLoad = week.phase !== "taper" && week.week_type !== "recovery";
      const longest = Math.max(0, ...rides.map(minutesOf));
      const dayOff = day !== undefined && week.workouts.some((one) => one.weekday === day && isOff(one.date));
      const onDay = rides.filter((one) => one.role === "long").map(({ weekday }) => weekday);
      const isElsewhere = day !== undefined && onDay.length > 0 && !onDay.includes(day);
      const isNamed = said(meta.given_up).includes("You asked for long rides of");
      const isShort = isLoad && rides.length > 0 && meta.taper_days === undefined && longest < least - 5.01;
      return [
        ...(longest > most + 0.01 ? [`week ${week.week_number}: a ride of ${longest} min, ${most} at most`] : []),
        ...(isLoad && isElsewhere && !dayOff ? [`week ${week.week_number}: the long ride is not on ${day}`] : []),
        ...(isShort && !isNamed ? [`week ${week.week_number}: ${longest} min, ${least} wanted, and not named`] : []),
      ];
    });
  },
};

const indoor: TermDraw = {
  term: "indoor",
  added: (request, chance) => {
    const { week_days: days } = request.profile.training_availability;
    const chosen = days.filter((day) => chance.at(`indoor-${day}`).below(2) === 0);
    if (chosen.length === 0) return undefined;
    const most = 45 + chance.at("indoor-min").below(6) * 15;
    const limit = chance.at("indoor-most").below(3) === 0 ? {} : { max_minutes: most };
    return { ...request, profile: { ...request.profile, indoor: { days: chosen, ...limit } } };
  },
  broken: ({ weekly_plan: weeks, athlete_profile: profile }) =>
    weeks.flatMap((week) =>
      trainingOf(week).flatMap((one) => {
        const isInside = profile.indoor?.days.includes(one.weekday) === true;
        const most = profile.indoor?.max_minutes ?? 1e9;
        return [
          ...(isInside === (one.indoor === true) ? [] : [`${one.date}: indoor is ${String(one.indoor)}`]),
          ...(isInside && minutesOf(one) > most + 0.01 ? [`${one.date}: ${minutesOf(one)} min indoors`] : []),
        ];
      }),
    ),
};

const strengthDays: TermDraw = {
  term: "strength_days",
  added: (request, chance) => {
    if (request.profile.strength_per_week === 0) return undefined;
    const chosen = WEEKDAYS.filter((day) => chance.at(`strength-${day}`).below(3) === 0);
    return chosen.length === 0 ? undefined : { ...request, profile: { ...request.profile, strength_days: chosen } };
  },
  broken: ({ weekly_plan: weeks, athlete_profile: profile, plan_metadata: meta }) => {
    const sessions = weeks.flatMap((week) => week.workouts.filter(({ type }) => type === "strength"));
    const wrong = sessions.filter(({ weekday }) => profile.strength_days?.includes(weekday) !== true);
    const isNamed = said(meta.given_up).includes("strength sessions");
    return [
      ...wrong.map(({ date }) => `${date}: strength on another day`),
      ...(sessions.length === 0 && !isNamed ? ["no strength, and not named"] : []),
    ];
  },
};

/** The Monday of week `number` of a request without a start of its own, and how many weeks it has at most. */
const mondayOf = ({ startDate }: PlanRequest, number: number): CalendarDate =>
  addDays(mondayOnOrAfter(startDate ?? SWEEP_TODAY), (number - 1) * 7);

const hoursByDate: TermDraw = {
  term: "hours_by_date",
  added: (request, chance) => {
    const from = mondayOf(request, 2 + chance.at("band-week").below(8));
    const to = addDays(from, chance.at("band-weeks").below(4) === 0 ? 13 : 6);
    const hours = request.profile.weekly_hours_available;
    const kind = chance.at("band-kind").below(5);
    const days = WEEKDAYS.filter((day) => chance.at(`band-${day}`).below(2) === 0);
    const band =
      kind === 0
        ? { hours: Math.round(hours * 4) / 10 }
        : kind === 1
          ? { hours: Math.min(40, Math.round(hours * 15) / 10), days: [...WEEKDAYS] }
          : kind === 2
            ? { hours: 0 }
            : kind === 3
              ? { days }
              : { max_minutes_by_day: { Saturday: 60, Tuesday: 45 }, hours: Math.round(hours * 8) / 10 };
    return { ...request, profile: { ...request.profile, hours_by_date: [{ from, to, ...band }] } };
  },
  broken: ({ weekly_plan: weeks, athlete_profile: profile, plan_metadata: meta }) =>
    (profile.hours_by_date ?? []).flatMap((band) =>
      weeks
        .filter((week) => band.from <= week.start_date && addDays(week.start_date, 6) <= band.to)
        .flatMap((week) => {
          const rides = trainingOf(week);
          const total = rides.reduce((sum, one) => sum + minutesOf(one), 0);
          const most = band.hours === undefined ? profile.weekly_hours_available * 60 : band.hours * 60;
          const wrong = rides.filter(({ weekday }) => band.days !== undefined && !band.days.includes(weekday));
          const long = rides.filter((one) => minutesOf(one) > (band.max_minutes_by_day?.[one.weekday] ?? 1e9) + 0.01);
          const isMore = most > profile.weekly_hours_available * 60 && week.phase !== "taper";
          const isNamed = said(meta.given_up).includes(`week of`);
          return [
            ...(total > most + 0.01 ? [`${week.start_date}: ${total} min of ${most}`] : []),
            ...wrong.map(({ date }) => `${date}: a ride on a day that is none then`),
            ...long.map(({ date }) => `${date}: longer than the day has then`),
            ...(isMore && total < most * 0.9 && !isNamed
              ? [`${week.start_date}: ${total} of ${most} min, not named`]
              : []),
          ];
        }),
    ),
};

/** The terms about time, and about how hard riding may be. */
export const TIME_TERM_DRAWS: readonly TermDraw[] = [rhythm, startPhase, longRide, indoor, strengthDays, hoursByDate];
