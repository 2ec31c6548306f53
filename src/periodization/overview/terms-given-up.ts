import { timeWords } from "../../base/time-words.ts";
import type { Rider } from "../../athlete/rider.ts";
import { riderInWeek } from "../../athlete/rider-in-week.ts";
import { dayMonth } from "../../base/date-words.ts";
import { hoursOf } from "../../base/numbers.ts";
import { AS_LONG_MINUTES, baseWeeksFirst, BASE_FIRST, HOURS_USED_SHARE, loadWeeksInARow } from "../../rules/limits.ts";
import type { Reason } from "../../workout/schema.ts";
import { LADDERS_OF_KIND } from "../week/preferred.ts";
import type { PlannedWeek } from "../week/progress.ts";
import { longDayGivenUp } from "./long-day-given-up.ts";

/** The terms of a rider that a plan could not keep as asked, each in their own words with what prevented it. */
export function termsGivenUp(planned: readonly PlannedWeek[], rider: Rider): Reason[] {
  return [
    ...rhythmGivenUp(planned, rider),
    ...startGivenUp(planned, rider),
    ...longRideGivenUp(planned, rider),
    ...longDayGivenUp(fullLoads(planned), rider),
    ...moreHoursGivenUp(planned, rider),
    ...preferredGivenUp(planned, rider),
  ];
}

const fullLoads = (planned: readonly PlannedWeek[]): PlannedWeek[] =>
  planned.filter((entry) => entry.week.kind === "load" && entry.bound.id !== "taper" && entry.rides.length > 0);

const longestOf = ({ rides }: PlannedWeek): number => Math.max(...rides.map(({ minutes }) => minutes));

function longRideGivenUp(planned: readonly PlannedWeek[], rider: Rider): Reason[] {
  const least = rider.longRide?.minMinutes;
  if (least === undefined) return [];
  const loads = fullLoads(planned);
  const short = loads.filter((entry) => longestOf(entry) < least - AS_LONG_MINUTES);
  if (short.length === 0) return [];
  const longest = Math.max(...loads.map(longestOf));
  const why =
    longest >= least - AS_LONG_MINUTES
      ? `they grow in safe steps from the ${timeWords(rider.longestRecentMinutes)} you ride now, and keep to the week's hours`
      : `the longest has ${timeWords(longest)}; your hours, your days or safe growth hold no more`;
  return [
    {
      id: "long-ride-least",
      text: `You asked for long rides of ${timeWords(least)}. In ${short.length} of ${loads.length} load weeks they are shorter: ${why}.`,
      numbers: { asked: least, weeks_short: short.length, longest_minutes: longest },
    },
  ];
}

/** Load weeks in a row that a rider asks for. */
const ASKED_ROW = { "3:1": 3, "2:1": 2 };

function rhythmGivenUp(planned: readonly PlannedWeek[], rider: Rider): Reason[] {
  const { rhythm } = rider;
  if (rhythm === undefined) return [];
  const most = loadWeeksInARow(rider);
  const asked = ASKED_ROW[rhythm];
  if (most < asked)
    return [
      {
        id: "load-weeks-in-a-row",
        text: `You asked for ${rhythm}. From 50 years on every third week recovers, so the plan has ${most}:1.`,
        numbers: { asked, load_weeks: most },
      },
    ];
  const row = longestRow(planned);
  return row.length <= asked
    ? []
    : [
        {
          id: "load-weeks-in-a-row",
          text: `You asked for ${rhythm}. Weeks ${row[0]?.week.number ?? 1} to ${row.at(-1)?.week.number ?? row.length} are ${row.length} load weeks in a row: ${rowCause(planned, rider)} leave no better place for a recovery week.`,
          numbers: { asked, load_weeks: row.length },
        },
      ];
}

/** The most load weeks before the taper that follow one another. */
function longestRow(planned: readonly PlannedWeek[]): readonly PlannedWeek[] {
  let longest: readonly PlannedWeek[] = [];
  let row: readonly PlannedWeek[] = [];
  for (const entry of planned) {
    row = entry.week.kind === "load" ? [...row, entry] : [];
    if (row.length > longest.length) longest = row;
  }
  return longest;
}

function rowCause(planned: readonly PlannedWeek[], rider: Rider): string {
  if (planned.some(({ week }) => week.daysOff > 0)) return "your days off";
  if (rider.bands !== undefined) return "the hours that you gave by date";
  const weeks = planned.filter(({ week }) => week.kind !== "taper").length;
  return weeks < planned.length ? `${weeks} weeks before the taper` : `${weeks} weeks in all`;
}

function startGivenUp(planned: readonly PlannedWeek[], rider: Rider): Reason[] {
  const weeks = planned.filter(({ week }) => week.phase === "base").length;
  if (rider.startsInBuild !== true || weeks === 0) return [];
  const because =
    rider.startingCtl < BASE_FIRST.ctl && baseWeeksFirst(rider) === BASE_FIRST.weeks
      ? `your fitness of ${Math.round(rider.startingCtl)} is below ${BASE_FIRST.ctl}`
      : rider.isComingBack
        ? "you come back after weeks off"
        : rider.carefulStart
          ? "the first weeks stay easy, by your answers"
          : "a beginner's first weeks hold nothing near FTP";
  return [
    {
      id: "start-phase",
      text: `You asked to start with build. ${weeks === 1 ? "Week 1 is" : `Weeks 1 to ${weeks} are`} base first: ${because}.`,
      numbers: { base_weeks: weeks },
    },
  ];
}

/** Weeks of more hours than usual that could not take them. */
const moreHoursGivenUp = (planned: readonly PlannedWeek[], rider: Rider): Reason[] =>
  planned.flatMap(({ week, minutes, bound }) => {
    const { ceilingMinutes: asked } = riderInWeek(rider, week.start);
    if (asked <= rider.ceilingMinutes || minutes >= asked * HOURS_USED_SHARE) return [];
    const why = week.kind === "load" ? bound.text.replace(/^.*?: /, "") : "this week recovers";
    return [
      {
        id: "hours-by-date",
        text: `You have ${hoursOf(asked)} h in the week of ${dayMonth(week.start)}. It has ${hoursOf(minutes)}: ${why}.`,
        numbers: { week: week.number, asked_hours: hoursOf(asked), planned_hours: hoursOf(minutes) },
      },
    ];
  });

/** Preferred kinds of work that no week holds. */
function preferredGivenUp(planned: readonly PlannedWeek[], { prefers = [] }: Rider): Reason[] {
  const ridden = new Set(planned.flatMap(({ rides }) => rides.map(({ family }) => family)));
  return prefers
    .filter((kind) => !LADDERS_OF_KIND[kind].some((family) => ridden.has(family)))
    .map((kind) => ({
      id: "preferred-work",
      text: `You asked for more ${kind.replaceAll("_", " ").replace("vo2max", "VO2max")}. ${
        LADDERS_OF_KIND[kind].length === 0
          ? "How much of that there is follows from the season, not from a wish."
          : "Your limits, your level and the hours of your hard days leave no week for it."
      }`,
      numbers: { rides: 0 },
    }));
}
