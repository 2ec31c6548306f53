import { mean, sum } from "../base/numbers.ts";
import { SHORTEST_RIDE_MINUTES } from "../athlete/rider.ts";
import { isHeldBackIn, EVENT_FITNESS_LOSS, EVENT_FORM, LAST_DAYS, TAPER_CUT, TESTS, TEST_SPACING } from "./limits.ts";
import { testableDays } from "./week-figures.ts";
import { formExcuse, taperExcuse, windowDays } from "./taper-excuse.ts";
import { ownRidesExcuse } from "./fixed-ride-excuse.ts";
import { rule, type Found } from "./rule.ts";
import type { DayView, PlanView } from "./view.ts";

const percent = (share: number): number => Math.round(share * 100);
const CUT = { low: percent(TAPER_CUT.low), high: percent(TAPER_CUT.high) };
const round = (value: number): number => Math.round(value * 10) / 10;

const taperVolume = rule({
  id: "taper-volume",
  number: 24,
  title: `The taper cuts ${CUT.low} to ${CUT.high} % of the riding and keeps the rides`,
  severity: "hard",
  class: "shape",
  reads: ["event", "phases"],
  source: "Bosquet 2007, Wang 2023",
  evidence: "measured",
  scoredOutside: true,
  check: (view) => {
    const loads = view.weeks.filter((week) => week.isLoad && !week.touchesTaper && week.rideSeconds > 0).slice(-3);
    const days = windowDays(view);
    if (loads.length === 0 || days.length === 0) return [];
    const usual = (mean(loads.map((week) => week.rideSeconds)) * days.length) / 7;
    const cut = 1 - sum(days.map((day) => day.rideSeconds)) / usual;
    const rides = days.filter((day) => day.rideSeconds > 0).length;
    const usualRides =
      (mean(loads.map((week) => week.days.filter((day) => day.rideSeconds > 0).length)) * days.length) / 7;
    const found: Found[] = [];
    if (cut < TAPER_CUT.low - 0.005 || cut > TAPER_CUT.high + 0.005)
      found.push({
        message: `the taper cuts ${percent(cut)} % of the riding, ${CUT.low} to ${CUT.high} asked`,
        numbers: { cut: percent(cut), ...CUT },
        ...taperExcuse(view, { days, usual, tooMuch: cut > TAPER_CUT.high }),
      });
    const fewer = usualRides - rides - 1;
    if (fewer > days.length / 7 + 0.5)
      found.push({
        message: `${rides} rides in the taper where ${round(usualRides)} are usual`,
        numbers: { rides, usual: round(usualRides) },
        ...taperExcuse(view, { days, usual, tooMuch: true }),
      });
    return found;
  },
});

const eventForm = rule({
  id: "event-form",
  number: 25,
  title: "Form on the event's morning is neither tired nor flat",
  severity: "hard",
  class: "shape",
  reads: ["event", "start"],
  source: "TrainingPeaks, MyProCoach; measured coach plans +1 to +23; training science 3.3",
  evidence: "convention",
  scoredOutside: true,
  check: (view) => {
    const form = view.eventIndex === undefined ? undefined : view.curve[view.eventIndex]?.form;
    if (form === undefined || (form >= EVENT_FORM.low && form <= EVENT_FORM.high)) return [];
    return [
      {
        message: `form is ${round(form)} on the event's morning, ${EVENT_FORM.low} to +${EVENT_FORM.high} asked`,
        numbers: { form: round(form), ...EVENT_FORM },
        ...formExcuse(view, form),
      },
    ];
  },
});

const fitnessKept = rule({
  id: "taper-fitness",
  number: 26,
  title: "The taper keeps most of the fitness",
  severity: "scored",
  class: "quality",
  reads: ["event", "start"],
  source: "Simulated tapers cost 10 % of fitness, 13 % over two weeks; training science 3.4",
  evidence: "convention",
  check: (view) => {
    const { eventIndex } = view;
    if (eventIndex === undefined || eventIndex === 0) return [];
    const before = view.curve.slice(0, eventIndex).map((day) => day.ctl);
    const loss = 1 - (before.at(-1) ?? 0) / Math.max(...before);
    const limit = view.taperDays >= 12 ? EVENT_FITNESS_LOSS.twoWeeks : EVENT_FITNESS_LOSS.usual;
    return loss > limit
      ? [
          {
            message: `fitness falls by ${Math.round(loss * 100)} % from its peak to the event`,
            numbers: { loss: Math.round(loss * 100), limit: limit * 100 },
          },
        ]
      : [];
  },
});

const lastDays = rule({
  id: "last-days",
  number: 27,
  title: "The last days before the event are easy, with short openers",
  severity: "hard",
  class: "safety",
  reads: ["event"],
  source: "FasCat, cyclingtips; training science 3.4",
  evidence: "convention",
  check: (view) => {
    const { eventIndex } = view;
    if (eventIndex === undefined) return [];
    const found: Found[] = [];
    for (const day of view.days.slice(Math.max(0, eventIndex - LAST_DAYS.days), eventIndex)) {
      const hardest = Math.max(0, ...day.rides.map((ride) => ride.measure.secondsAbove105));
      const left = eventIndex - day.index;
      if (
        hardest > LAST_DAYS.secondsAbove105 ||
        (left <= 2 &&
          (day.rides.some((ride) => ride.isHard && !ride.isFixed) || hardest > LAST_DAYS.openersSecondsAbove105))
      )
        found.push({
          week: day.week,
          date: day.date,
          message: `a hard session ${left} day${left === 1 ? "" : "s"} before the event`,
          numbers: { days_before: left, seconds_above_105: Math.round(hardest) },
        });
    }
    return [...found, ...missingOpeners(view, eventIndex)];
  },
});

/** Openers belong on the last day of the two before the event that the rider can ride, where they may ride hard at all. */
function missingOpeners(view: PlanView, eventIndex: number): Found[] {
  const { rider } = view;
  const day = [1, 2]
    .map((left) => view.days[eventIndex - left])
    .find(
      (one) => one !== undefined && !one.isOff && !one.given.isTaken && rider.days[one.weekday]?.available === true,
    );
  const saysRoles = view.days.some(({ workouts }) => workouts.some(({ role }) => role !== undefined));
  if (day === undefined || !saysRoles || day.rides.some(({ workout }) => workout.role === "openers")) return [];
  if (
    isHeldBackIn(rider, day.week) ||
    (rider.days[day.weekday]?.maxMinutes ?? 0) - day.given.minutes < SHORTEST_RIDE_MINUTES
  )
    return [];
  // Rides that happen anyway may leave no hours for them.
  const own = sum((view.weeks[day.week - 1]?.days ?? []).map(({ given }) => given.minutes));
  if (own > 0 && own + SHORTEST_RIDE_MINUTES > rider.ceilingMinutes) return [];
  const left = eventIndex - day.index;
  return [
    {
      week: day.week,
      date: day.date,
      message: `no openers ${left} day${left === 1 ? "" : "s"} before the event`,
      numbers: { days_before: left },
    },
  ];
}

interface TestDay {
  readonly day: DayView;
  readonly isRecovery: boolean;
}

const testDays = (view: PlanView): TestDay[] =>
  view.weeks.flatMap((week) =>
    week.days
      .filter((day) => day.rides.some((ride) => ride.isTest))
      .map((day) => ({ day, isRecovery: week.isRecovery })),
  );

const testTiming = rule({
  id: "test-timing",
  number: 28,
  title: "FTP tests come at the ends of recovery weeks, far enough apart and clear of the event",
  severity: "hard",
  class: "shape",
  reads: ["limits", "phases", "roles"],
  source: "A test wants fresh legs, and gains take four to six weeks; training science 5.4",
  evidence: "convention",
  scoredOutside: true,
  check: (view) => {
    if (!view.rider.wantsTests) return [];
    const tests = testDays(view);
    const found: Found[] = tests.flatMap(({ day, isRecovery }, i) => {
      const before = tests[i - 1]?.day;
      const gap = before === undefined ? Number.POSITIVE_INFINITY : day.index - before.index;
      const problems: string[] = [];
      if (gap < TESTS.daysApart) problems.push(`${gap} days after the last test, ${TESTS.daysApart} needed`);
      if (!isRecovery && !(i === 0 && day.week === 1)) problems.push("not at the end of a recovery week");
      if (
        view.eventIndex !== undefined &&
        view.eventIndex - day.index <= TESTS.clearOfEvent &&
        view.eventIndex > day.index
      )
        problems.push(`${view.eventIndex - day.index} days before the event`);
      return problems.map((message) => ({
        week: day.week,
        date: day.date,
        message: `a test ${message}`,
        numbers: { day: day.index + 1 },
      }));
    });
    tests.forEach(({ day }, i) => {
      const gap = testableDays(view, tests[i - 1]?.day.index ?? 0, day.index);
      if (gap > TESTS.longestGapDays)
        found.push({
          week: day.week,
          date: day.date,
          message: `${gap} days without a test`,
          numbers: { days: gap, limit: TESTS.longestGapDays },
          ...testExcuse(view, { from: tests[i - 1]?.day.index ?? 0, to: day.index }),
        });
    });
    const last = tests.at(-1)?.day.index ?? 0;
    const end = view.eventIndex === undefined ? view.days.length : view.eventIndex - TESTS.clearOfEvent;
    const gap = testableDays(view, last, end);
    if (gap > TESTS.longestGapDays)
      found.push({
        message: tests.length === 0 ? "the plan holds no test" : `${gap} days without a test at the end of the plan`,
        numbers: { days: gap, limit: TESTS.longestGapDays },
        ...testExcuse(view, { from: last, to: end }),
      });
    return found;
  },
});

/** So few rides in a recovery week leave none for a test: it would be more than the week may hold (rule 9). */
const FEW_RIDES = 2;

/** Why a stretch of days holds no test: days off anywhere, or recovery weeks in it of too few rides. */
function testExcuse(view: PlanView, { from, to }: { from: number; to: number }): Pick<Found, "excuse"> {
  const off = sum(view.weeks.map((week) => week.daysOff));
  if (off > 0) return { excuse: { reason: "the rider's days off", numbers: { days_off: off } } };
  const own = ownRidesExcuse(view.days.slice(from, to));
  if (own.excuse !== undefined) return own;
  const between = view.weeks.filter(({ isRecovery, days }) => {
    const end = days.at(-1)?.index ?? 0;
    return isRecovery && end > from && end < to;
  });
  const rides = Math.max(0, ...between.map((week) => week.rides.length));
  return between.length > 0 && rides <= FEW_RIDES
    ? { excuse: { reason: "recovery weeks of so few rides hold no test", numbers: { rides } } }
    : {};
}

const testSpacing = rule({
  id: "test-spacing",
  number: 29,
  title: `No test within ${TEST_SPACING * 24} hours of another hard day`,
  severity: "hard",
  class: "safety",
  reads: ["roles"],
  source: "Tired legs test too low; training science 5.4",
  evidence: "convention",
  check: (view) =>
    testDays(view).flatMap(({ day }) =>
      view.days
        .filter((other) => other.isHard && other !== day && Math.abs(other.index - day.index) < TEST_SPACING)
        .map((other) => ({
          week: day.week,
          date: day.date,
          message: `a test ${other.index < day.index ? "the day after" : "the day before"} a hard day`,
          numbers: { hours: 24, needed: TEST_SPACING * 24 },
        })),
    ),
});

export const EVENT_RULES = [taperVolume, eventForm, fitnessKept, lastDays, testTiming, testSpacing] as const;
