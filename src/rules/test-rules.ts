import { sum } from "../base/numbers.ts";
import { TESTS, TEST_SPACING } from "./limits.ts";
import { ownRidesExcuse } from "./fixed-ride-excuse.ts";
import { rule, type Found } from "./rule.ts";
import type { DayView, PlanView } from "./view.ts";
import { testableDays } from "./week-figures.ts";

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
      for (const { index, priority } of view.events)
        if (priority === "A" && index - day.index <= TESTS.clearOfEvent && index > day.index)
          problems.push(`${index - day.index} days before the event`);
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
    const lastAim = view.events.findLast(({ priority }) => priority === "A")?.index;
    const isBehind = view.events.length > 1 && lastAim !== undefined && lastAim < view.days.length - 7;
    const end = lastAim === undefined || isBehind ? view.days.length : lastAim - TESTS.clearOfEvent;
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
  const taken = between.filter((week) => week.isNearEvent).length;
  if (taken > 0) return { excuse: { reason: "events in the recovery weeks", numbers: { weeks: taken } } };
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

export const TEST_RULES = [testTiming, testSpacing] as const;
