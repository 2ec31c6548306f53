import { timeWords } from "../base/time-words.ts";
import { WEEKDAYS } from "../base/calendar.ts";
import { dayMonth } from "../base/date-words.ts";
import { joinWords } from "../base/text.ts";
import { LOW_CADENCE } from "../base/work-kinds.ts";
import type { Profile } from "./schema.ts";
import type { FixedRide, TermName } from "./terms.ts";
import { outdoorsBy } from "./train-by.ts";

/** One term as the plan says that it is kept: a sentence, or nothing where the rider did not give it. */
type Words = (profile: Terms) => string | undefined;

/** What of a profile the rider's own terms are. */
type Terms = Pick<Profile, TermName | "no_heart_rate">;

const rhythm: Words = ({ rhythm: asked }) =>
  asked === undefined
    ? undefined
    : `You asked for ${asked}, ${asked === "2:1" ? "two" : "three"} load weeks to a recovery week.`;

const startPhase: Words = ({ start_phase: asked }) =>
  asked === "build" ? "You asked to start with build weeks, since your base is done." : undefined;

const longRide: Words = ({ long_ride: asked }) => {
  if (asked === undefined) return undefined;
  const { day, min_minutes: least, max_minutes: most } = asked;
  const length = [
    ...(least === undefined ? [] : [`at least ${timeWords(least)}`]),
    ...(most === undefined ? [] : [`at most ${timeWords(most)}`]),
  ].join(", ");
  return `Your long ride: ${[...(day === undefined ? [] : [`on ${day}`]), ...(length === "" ? [] : [length])].join(", ")}.`;
};

const indoor: Words = ({ indoor: asked }) =>
  asked === undefined
    ? undefined
    : `Indoors: ${joinWords(asked.days)}${asked.max_minutes === undefined ? "" : `, at most ${timeWords(asked.max_minutes)}`}.`;

const twoADay: Words = ({ two_a_day: asked = {} }) => {
  const days = WEEKDAYS.flatMap((day) =>
    asked[day] === undefined ? [] : [`${day} ${asked[day].map(timeWords).join(" and ")}`],
  );
  return days.length === 0 ? undefined : `Two rides a day, where the hours need them: ${days.join(", ")} at most.`;
};

const strengthDays: Words = ({ strength_days: asked }) =>
  asked === undefined || asked.length === 0 ? undefined : `Strength on ${joinWords(asked)}.`;

/** Which rides are told by heart rate or feel beside the power. */
const outdoors: Words = (profile) => {
  const by = outdoorsBy(profile);
  if (by === undefined) return undefined;
  const rides = profile.indoor === undefined ? "your long ride and your event are" : "your rides outdoors are";
  return `You have power indoors only: ${rides} told by ${by === "heart_rate" ? "heart rate and feel" : "feel"} too.`;
};

const hoursByDate: Words = ({ hours_by_date: asked = [] }) => {
  const band = (one: (typeof asked)[number]): string =>
    [
      `${dayMonth(one.from)} to ${dayMonth(one.to)}`,
      ...(one.hours === undefined ? [] : [`${timeWords(one.hours * 60)} a week`]),
      ...(one.days === undefined ? [] : [one.days.length === 0 ? "no day" : joinWords(one.days)]),
      ...(one.max_minutes_by_day === undefined
        ? []
        : [
            Object.entries(one.max_minutes_by_day)
              .map(([day, minutes]) => `${day} ${timeWords(minutes)}`)
              .join(", "),
          ]),
    ].join(", ");
  return asked.length === 0 ? undefined : `Other times: ${asked.map(band).join("; ")}.`;
};

const kindWords = (kinds: readonly string[]): string =>
  joinWords(kinds.map((kind) => kind.replaceAll("_", " ").replace("vo2max", "VO2max")));

const LOW = `low cadence (under ${LOW_CADENCE} turns a minute)`;

const avoid: Words = ({ avoid: kinds = [] }) =>
  kinds.length === 0 ? undefined : `Left out, as you asked: ${kindWords(kinds).replace("low cadence", LOW)}.`;

const prefer: Words = ({ prefer: kinds = [] }) =>
  kinds.length === 0 ? undefined : `You asked for more ${kindWords(kinds)}.`;

const when = ({ day, date, from, to }: Pick<FixedRide, "day" | "date" | "from" | "to">): string =>
  [
    day ?? (date === undefined ? "" : dayMonth(date)),
    ...(from === undefined ? [] : [`from ${dayMonth(from)}`]),
    ...(to === undefined ? [] : [`to ${dayMonth(to)}`]),
  ].join(" ");

const fixedRides: Words = ({ fixed_rides: asked = [] }) =>
  asked.length === 0
    ? undefined
    : `Rides you do anyway: ${asked.map((one) => `${one.name === undefined ? "" : `${one.name}, `}${when(one)}, ${timeWords(one.minutes)}, ${one.effort}`).join("; ")}.`;

const otherSport: Words = ({ other_sport: asked = [] }) =>
  asked.length === 0
    ? undefined
    : `Other sport: ${asked.map((one) => `${one.name ?? one.sport}, ${when(one)}, ${timeWords(one.minutes)}, ${one.effort}`).join("; ")}.`;

/** In the order in which a plan says them; a new term adds its own. */
const TERM_WORDS: readonly Words[] = [
  fixedRides,
  otherSport,
  hoursByDate,
  longRide,
  indoor,
  twoADay,
  strengthDays,
  rhythm,
  startPhase,
  avoid,
  prefer,
  outdoors,
];

/** The rider's own terms in sentences, for the head of a plan; none for most riders. */
export const termSentences = (profile: Terms): string[] => TERM_WORDS.flatMap((words) => words(profile) ?? []);
