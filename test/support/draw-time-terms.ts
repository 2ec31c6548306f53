import type { PlanRequest } from "../../src/athlete/request.ts";
import { addDays, mondayOnOrAfter, WEEKDAYS, type CalendarDate } from "../../src/base/calendar.ts";
import type { Workout } from "../../src/workout/schema.ts";
import { longRide } from "./draw-long-ride.ts";
import { SWEEP_TODAY } from "./draw-request.ts";
import { minutesOf, said, trainingOf } from "./plan-reads.ts";
import type { TermDraw } from "./term-draw.ts";

/** Longest run of weeks that are neither recovery nor taper. */
function longestRun(types: readonly string[]): number {
  let run = 0;
  return types.reduce((most, type) => {
    run = type === "recovery" || type === "taper" ? 0 : run + 1;
    return Math.max(most, run);
  }, 0);
}

const rhythm: TermDraw = {
  term: "rhythm",
  added: (request, chance) => ({
    ...request,
    profile: { ...request.profile, rhythm: chance.at("rhythm").below(3) === 0 ? "3:1" : "2:1" },
  }),
  broken: ({ weekly_plan: weeks, plan_metadata: meta, athlete_profile: profile }, request) => {
    const asked = request.profile.rhythm;
    const isFifty = (request.profile.age ?? 40) >= 50;
    const isBeforeTaper = weeks.some(({ phase }) => phase === "taper");
    const training = weeks.filter(({ phase }) => phase !== "taper").length;
    const run = longestRun(weeks.map(({ phase, week_type: type }) => (phase === "taper" ? "taper" : type)));
    const usual = asked === "2:1" || isFifty ? 2 : 3;
    // Weeks that no blocks fill have one load week more; days off and hours by date may allow no better place.
    const isOdd = training === usual + (isBeforeTaper ? 1 : 2);
    const isMoved = profile.unavailable !== undefined || profile.hours_by_date !== undefined;
    const most = usual + (isMoved ? 2 : isOdd ? 1 : 0);
    const isNamed = said(meta.given_up).includes(`You asked for ${asked ?? ""}`);
    return [
      ...(run > most ? [`${run} load weeks in a row under ${asked ?? "no rhythm"}`] : []),
      ...(run > (asked === "2:1" ? 2 : 3) && !isNamed ? [`${run} load weeks in a row, and not named`] : []),
      ...(asked === "3:1" && isFifty && !isNamed ? ["3:1 is not named"] : []),
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
          const own = week.workouts.filter(({ role }) => role === "fixed");
          // Rides that happen anyway count in the hours; where they pass them by themselves nothing is planned beside them.
          const total = [...rides, ...own].reduce((sum, one) => sum + minutesOf(one), 0);
          const most = band.hours === undefined ? profile.weekly_hours_available * 60 : band.hours * 60;
          const wrong = rides.filter(({ weekday }) => band.days !== undefined && !band.days.includes(weekday));
          const long = rides.filter((one) => minutesOf(one) > (band.max_minutes_by_day?.[one.weekday] ?? 1e9) + 0.01);
          const isMore = most > profile.weekly_hours_available * 60 && week.phase !== "taper";
          const isNamed = said(meta.given_up).includes(`week of`);
          return [
            ...(total > most + 0.01 && rides.length > 0 ? [`${week.start_date}: ${total} min of ${most}`] : []),
            ...wrong.map(({ date }) => `${date}: a ride on a day that is none then`),
            ...long.map(({ date }) => `${date}: longer than the day has then`),
            ...(isMore && total < most * 0.9 && !isNamed
              ? [`${week.start_date}: ${total} of ${most} min, not named`]
              : []),
          ];
        }),
    ),
};

/** Powers of a workout's steps with their seconds, in order; repeats written out. */
const stepsOf = (workout: Workout): { seconds: number; percent: number }[] =>
  workout.segments.flatMap((one) => {
    if (one.type === "interval") {
      const parts = one.recovery === undefined ? [one.work] : [one.work, one.recovery];
      return Array.from({ length: one.sets }, () => parts)
        .flat()
        .map(blockOf);
    }
    if (one.type === "free") return [{ seconds: one.duration_min * 60, percent: 65 }];
    if (one.type === "ramp")
      return [{ seconds: one.duration_min * 60, percent: Math.max(one.power_start_pct, one.power_end_pct) }];
    return [blockOf(one)];
  });
const blockOf = (one: { duration_min: number; power_low_pct: number; power_high_pct: number }) => ({
  seconds: one.duration_min * 60,
  percent: (one.power_low_pct + one.power_high_pct) / 2,
});

/** Minutes of the longest stretch above 75 %. */
function longestEffort(workout: Workout): number {
  let run = 0;
  return stepsOf(workout).reduce((most, { seconds, percent }) => {
    run = percent > 75.001 ? run + seconds : 0;
    return Math.max(most, run / 60);
  }, 0);
}

const effortCap: TermDraw = {
  term: "effort_cap",
  added: (request, chance) => {
    const kind = chance.at("cap-kind").below(4);
    const cap =
      kind === 0
        ? { max_heart_rate: 118 + chance.at("cap-beats").below(40) }
        : kind === 1
          ? { max_feel: 2 + chance.at("cap-feel").below(6) }
          : { max_interval_minutes: 1 + chance.at("cap-minutes").below(20) };
    const lthr = kind === 0 && chance.at("knows-lthr").below(2) === 0 ? { lthr: 165 } : {};
    return {
      ...request,
      profile: { ...request.profile, ...lthr, effort_cap: { ...request.profile.effort_cap, ...cap } },
    };
  },
  broken: ({ weekly_plan: weeks, athlete_profile: profile }, request) => {
    const {
      max_heart_rate: beats,
      max_feel: feel,
      max_interval_minutes: most = 1e9,
      until,
    } = request.profile.effort_cap ?? {};
    // The zone table, its next lower row: 68, 83, 94, 105 % of threshold heart rate; 2, 3, 4, 5, 7 of 10.
    const rows = [75, 90, 105, 120, 150];
    const above = (bounds: readonly number[], value: number): number =>
      rows[bounds.findIndex((bound) => value <= bound)] ?? 1e9;
    const byHeart =
      beats === undefined
        ? 1e9
        : profile.lthr === undefined && profile.max_hr === undefined
          ? 75
          : above([0.83, 0.94, 1.05], beats / (profile.lthr ?? (profile.max_hr ?? 0) * 0.9));
    const byFeel = feel === undefined ? 1e9 : above([3, 4, 5, 7, 8], feel);
    return weeks
      .flatMap(trainingOf)
      .filter(({ date }) => until === undefined || date <= until)
      .flatMap((one) => {
        const peak = Math.max(...stepsOf(one).map(({ percent }) => percent));
        const long = longestEffort(one);
        return [
          ...(peak > Math.min(byHeart, byFeel) + 0.01 ? [`${one.date}: ${peak} % under a cap`] : []),
          ...(long > most + 0.01 ? [`${one.date}: an effort of ${long} min, ${most} at most`] : []),
        ];
      });
  },
};

const FAMILIES = {
  sweetspot: ["sweetspot"],
  threshold: ["threshold"],
  over_unders: ["over_unders"],
  vo2max: ["vo2max_short", "vo2max_long"],
  torque: ["torque"],
} as const;
const KINDS = ["sweetspot", "threshold", "over_unders", "vo2max", "torque"] as const;

/** The fewest turns a minute that a ride asks for, by figures and words; none where it names a big gear. */
function slowest({ description, segments }: Workout): number {
  const text = [description, ...segments.map((one) => one.description)].join(" ");
  const named = [...text.matchAll(/(\d+)(?: to \d+)? rpm/g)].map(([, low]) => Number(low));
  const targets = segments.flatMap((one) => ("cadence_low_rpm" in one ? [one.cadence_low_rpm ?? 90] : []));
  return /big(ger)? gear|heavy gear|slow cadence/i.test(text) ? 0 : Math.min(90, ...named, ...targets);
}

const avoid: TermDraw = {
  term: "avoid",
  added: (request, chance) => {
    const kind = KINDS[chance.at("avoid").below(KINDS.length)] ?? "torque";
    const kinds = chance.at("avoid-sprints").below(2) === 0 ? (["sprints", kind] as const) : [kind];
    if (request.profile.prefer?.includes(kind) === true) return undefined;
    const slow = kind !== "torque" && chance.at("avoid-slow").below(2) === 0 ? (["low_cadence"] as const) : [];
    return { ...request, profile: { ...request.profile, avoid: [...kinds, ...slow] } };
  },
  broken: ({ weekly_plan: weeks, athlete_profile: profile }) =>
    weeks.flatMap(trainingOf).flatMap((one) => {
      const families: readonly string[] = KINDS.filter((kind) => profile.avoid?.includes(kind)).flatMap(
        (kind) => FAMILIES[kind],
      );
      const sprints =
        profile.avoid?.includes("sprints") === true &&
        stepsOf(one).some(({ seconds, percent }) => seconds <= 20 && percent >= 150);
      return [
        ...(families.includes(one.family ?? "") ? [`${one.date}: ${one.family ?? ""} all the same`] : []),
        ...(sprints ? [`${one.date}: sprints all the same`] : []),
        ...(profile.avoid?.includes("low_cadence") === true && slowest(one) < 75 ? [`${one.date}: slow legs`] : []),
      ];
    }),
};

const prefer: TermDraw = {
  term: "prefer",
  added: (request, chance) => {
    const kind = KINDS[chance.at("prefer").below(KINDS.length)] ?? "torque";
    if (request.profile.avoid?.includes(kind) === true) return undefined;
    return { ...request, profile: { ...request.profile, prefer: [kind] } };
  },
  broken: ({ weekly_plan: weeks, athlete_profile: profile, plan_metadata: meta }) => {
    const families: readonly string[] = KINDS.filter((kind) => profile.prefer?.includes(kind)).flatMap(
      (kind) => FAMILIES[kind],
    );
    const ridden = weeks.flatMap(trainingOf).filter(({ family }) => families.includes(family ?? "")).length;
    return ridden > 0 || said(meta.given_up).includes("You asked for more")
      ? []
      : ["no ride of a preferred kind, and not named"];
  },
};

const twoADay: TermDraw = {
  term: "two_a_day",
  added: (request, chance) => {
    const { week_days: days, max_minutes_by_day: minutes = {} } = request.profile.training_availability;
    const chosen = days.filter((day) => chance.at(`two-${day}`).below(2) === 0);
    if (chosen.length === 0) return undefined;
    const main = 45 + chance.at("two-main").below(6) * 10;
    const second = 30 + chance.at("two-second").below(3) * 10;
    const without = Object.fromEntries(Object.entries(minutes).filter(([day]) => !chosen.some((one) => one === day)));
    return {
      ...request,
      profile: {
        ...request.profile,
        training_availability: { week_days: days, max_minutes_by_day: without },
        two_a_day: Object.fromEntries(chosen.map((day) => [day, [main, second] as [number, number]])),
      },
    };
  },
  broken: ({ weekly_plan: weeks, athlete_profile: profile }) =>
    weeks.flatMap((week) =>
      Object.entries(profile.two_a_day ?? {}).flatMap(([day, [main, second]]) => {
        const lengths = trainingOf(week)
          .filter(({ weekday }) => weekday === day)
          .map(minutesOf)
          .sort((a, b) => b - a);
        const most = [Math.max(main, second), Math.min(main, second)];
        return lengths.flatMap((minutes, i) =>
          minutes > (most[i] ?? 0) + 0.01 ? [`week ${week.week_number}, ${day}: ${minutes} min as ride ${i + 1}`] : [],
        );
      }),
    ),
};

/** The terms about time, and about how hard riding may be. */
export const TIME_TERM_DRAWS: readonly TermDraw[] = [
  rhythm,
  startPhase,
  longRide,
  indoor,
  strengthDays,
  hoursByDate,
  twoADay,
  effortCap,
  avoid,
  prefer,
];
