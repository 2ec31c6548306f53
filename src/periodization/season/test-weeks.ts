import type { Profile } from "../../athlete/schema.ts";
import { daysBetween, type CalendarDate } from "../../base/calendar.ts";
import type { Rider } from "../../athlete/rider.ts";
import { mayTestIn, TESTS } from "../../rules/limits.ts";
import type { Season } from "./season.ts";

/** Riders who rode less than this lately, beginners and riders of 60 and more test at the end of the first recovery week. */
const LATER_TEST_MINUTES = 120;

/** What is known of tests where a leg begins: the rider's own, and where the legs before it stand. */
interface TestedBefore {
  readonly lastTest: Profile["ftp_test_date"];
  /** Its first week, 0 that of the plan, and the day of the plan's last test. */
  readonly leg: { readonly from: number; readonly lastTest: number };
}

/** The weeks that hold an FTP test (training science 5.4): in week 1, then at the end of recovery weeks that no event touches. */
export function testWeeks(
  season: Season,
  rider: Rider,
  known: Profile["ftp_test_date"] | TestedBefore,
): ReadonlyMap<number, "start" | "end"> {
  const weeks = new Map<number, "start" | "end">();
  if (!rider.wantsTests) return weeks;
  const { lastTest, leg } = typeof known === "object" ? known : { lastTest: known, leg: undefined };
  const start: CalendarDate | undefined = season.weeks[0]?.start;
  const sinceLast =
    start === undefined || lastTest === undefined ? Number.POSITIVE_INFINITY : daysBetween(lastTest, start);
  const isFresh = sinceLast <= TESTS.freshDays;
  const waits =
    !mayTestIn(rider, 1) ||
    rider.isFtpAssumed ||
    rider.level === "beginner" ||
    rider.ageBand === "60plus" ||
    rider.recentMinutes < LATER_TEST_MINUTES;
  let last = isFresh ? -sinceLast : Number.NEGATIVE_INFINITY;
  if (leg !== undefined && leg.lastTest >= 0) last = leg.lastTest;
  const mayStart = leg === undefined && season.weeks[0]?.around === undefined;
  if (mayStart && !isFresh && !waits && season.weeks[0]?.kind === "load" && !touchesTaper(season, 0)) {
    weeks.set(1, "start");
    last = 3;
  }
  season.weeks.forEach((week, i) => {
    const day = week.firstDay + 5;
    if (i < (leg?.from ?? 0) || week.isTransition === true || week.around !== undefined) return;
    if (week.kind !== "recovery" || !mayTest(season, rider, { week: week.number, day })) return;
    const next = season.weeks.slice(i + 1).find((later) => later.kind === "recovery");
    const nextGap = next === undefined ? Number.POSITIVE_INFINITY : next.firstDay + 5 - last;
    const closes = next === undefined && season.eventDay === undefined && week.number === season.weeks.length;
    if (
      (closes && day + 1 - last >= TESTS.daysApart) ||
      day - last >= TESTS.usualGapDays - 2 ||
      (day - last >= TESTS.daysApart + 1 && nextGap > TESTS.longestGapDays - 7)
    ) {
      weeks.set(week.number, "end");
      last = day;
    }
  });
  return weeks;
}

function mayTest(season: Season, rider: Rider, at: { week: number; day: number }): boolean {
  if (!mayTestIn(rider, at.week)) return false;
  return (
    season.eventDay === undefined ||
    (season.eventDay - at.day - 1 > TESTS.clearOfEvent && !touchesTaper(season, at.week - 1))
  );
}

const touchesTaper = (season: Season, index: number): boolean =>
  (season.weeks[index]?.firstDay ?? 0) + 6 >= season.taperFrom;
