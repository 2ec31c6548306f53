import { timeWords } from "../../base/time-words.ts";
import { riderInWeek } from "../../athlete/rider-in-week.ts";
import { isEasyThroughout } from "../../athlete/easy-throughout.ts";
import { riderOf, type Rider } from "../../athlete/rider.ts";
import { addDays } from "../../base/calendar.ts";
import { shortDay } from "../../base/date-words.ts";
import { mean, sum } from "../../base/numbers.ts";
import { joinWords } from "../../base/text.ts";
import { eventsIn, longestAim } from "../../plan/event-days.ts";
import { scaleOf } from "../../plan/scale.ts";
import { sayPlan } from "../../plan/without-power.ts";
import type { GoalKind, Overview, OverviewWeek } from "../../plan/schema.ts";
import { familyWords } from "../../workout/family-words.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import type { Reason } from "../../workout/schema.ts";
import type { FtpOutlook } from "../intake/ftp-outlook.ts";
import { targetsNote, whenASetEnds } from "./scale-words.ts";
import type { Season } from "../season/season.ts";
import type { PlannedWeek } from "../week/progress.ts";

export interface NoteFacts {
  readonly planned: readonly PlannedWeek[];
  readonly weeks: readonly OverviewWeek[];
  readonly rider: Rider;
  readonly season: Season;
  /** Every event, where there are several. */
  readonly events?: readonly PlanEvent[] | undefined;
  readonly goal: GoalKind;
  readonly given: readonly Reason[];
  readonly outlook: Pick<FtpOutlook, "targetFtp" | "noAim">;
}

/** Hours of a week, to ten minutes. */
const hours = (minutes: number): string => timeWords(Math.round(minutes / 10) * 10);

/** The coaching notes, 200 to 400 words: what the hours allow, the pattern, three key sessions, what was given up, missed days. */
export function coachingNotes(facts: NoteFacts): string {
  return [
    hoursNote(facts),
    patternNote(facts),
    keySessionsNote(facts),
    eventNote(facts),
    eventsNote(facts),
    givenNote(facts),
    missedNote(facts),
  ]
    .filter((text) => text !== "")
    .join("\n\n");
}

function hoursNote({ planned, rider, outlook }: NoteFacts): string {
  const loads = loadWeeks(planned);
  const minutes = loads.map((entry) => entry.minutes);
  const rides = Math.round(mean(loads.map((entry) => entry.rides.length)));
  const longest = Math.max(0, ...planned.flatMap((entry) => entry.rides.map((ride) => ride.minutes)));
  const sessions = Math.max(...loads.map((entry) => entry.strength.length));
  const upTo = loads.some((entry) => entry.strength.length < sessions) ? "up to " : "";
  const strength = sessions === 0 ? "" : ` + ${upTo}${sessions} strength session${sessions === 1 ? "" : "s"}`;
  return `Your load weeks take ${hours(Math.min(...minutes))} to ${hours(Math.max(...minutes))} of riding in ${rides} ride${rides === 1 ? "" : "s"}${strength}; no week goes above your ${hours(Math.max(...planned.map(({ week }) => riderInWeek(rider, week.start).ceilingMinutes)))}. The longest ride is ${timeWords(longest)}.${targetsNote(rider)}${aimNote(rider, outlook)} ${easyNote(isEasyThroughout(rider, planned.length))}`;
}

/** Why most of the riding is easy, or all of it. */
const easyNote = (isAll: boolean): string =>
  isAll
    ? "All of the riding is easy on purpose: you should be able to talk in full sentences. Steady hours, week after week, are what builds your fitness."
    : "Most of the riding is easy on purpose: you should be able to talk in full sentences. That is what lets you ride the hard sessions well.";

/** What the plan makes of the FTP; why it promises nothing stands at its head. */
function aimNote({ ftpWatts }: Rider, { targetFtp, noAim }: NoteFacts["outlook"]): string {
  if (ftpWatts === undefined || targetFtp === undefined || targetFtp > ftpWatts) return "";
  return noAim?.kind === "test first"
    ? " What you may gain is judged once you have tested."
    : " Holding it is the aim of these weeks.";
}

const loadWeeks = (planned: readonly PlannedWeek[]): PlannedWeek[] => {
  const loads = planned.filter(
    (entry) => entry.week.kind === "load" && entry.bound.id !== "taper" && entry.rides.length > 0,
  );
  return loads.length > 0 ? loads : [...planned];
};

function patternNote({ weeks }: Pick<NoteFacts, "weeks">): string {
  const phases = ["base", "build", "peak", "taper"] as const;
  const parts = phases.flatMap((phase) => {
    const numbers = weeks.filter((week) => week.phase === phase).map((week) => week.week_number);
    return numbers.length === 0 ? [] : [`${phase} in ${weekSpan(numbers)}`];
  });
  const recovery = weeks.filter((week) => week.week_type === "recovery").map((week) => week.week_number);
  const recoveryText =
    recovery.length === 0
      ? "It is too short for a recovery week of its own."
      : `${recovery.length === 1 ? "Week" : "Weeks"} ${joinWords(recovery.map(String))} ${recovery.length === 1 ? "is a recovery week" : "are recovery weeks"}: ride less, and do not make up for it.`;
  return `The plan runs through ${joinWords(parts)}. ${recoveryText} ${growthText(weeks)}`;
}

/** A week may hold so little less than the one before and still be no step back. */
const SAME_LOAD = 0.99;

/** Said only where it is so: limits may make a later week of a block the smaller one. */
function growthText(weeks: readonly OverviewWeek[]): string {
  const grows = weeks.slice(1).every((week, i) => {
    const before = weeks[i] ?? week;
    const isPair = week.week_type === week.phase && before.week_type === week.phase && week.phase !== "taper";
    return !isPair || week.target_tss >= before.target_tss * SAME_LOAD;
  });
  return grows
    ? "Within a block each week asks a little more than the one before."
    : "Within a block most weeks ask a little more than the one before.";
}

const weekSpan = (numbers: readonly number[]): string => {
  const first = numbers[0] ?? 0;
  const last = numbers.at(-1) ?? first;
  return first === last ? `week ${first}` : `weeks ${first} to ${last}`;
};

function keySessionsNote({ weeks, rider }: Pick<NoteFacts, "weeks" | "rider">): string {
  const keys = weeks.flatMap((week) =>
    week.training_days
      .filter((d) => (d.role === "key" || d.role === "long") && d.level !== undefined && d.dose !== "reduced")
      .map((d) => ({ d, week })),
  );
  const chosen = [keys[0], keys[Math.floor(keys.length / 2)], keys.at(-1)].filter(
    (key, i, all) => key !== undefined && all.indexOf(key) === i,
  );
  if (chosen.length === 0) return "The plan holds no hard session: steady riding is the work.";
  const text = chosen.map((key, i) => {
    const [words, before] = [key, chosen[i - 1]].map((one) =>
      familyWords(one?.d.family ?? one?.d.workout_types[0] ?? ""),
    );
    return key === undefined ? "" : `${words === before ? "again" : (words ?? "")} on ${shortDay(key.d.date)}`;
  });
  if (isEasyThroughout(rider, weeks.length))
    return `Long rides to look forward to: ${joinWords(text)}. Come to them rested and fed, and turn round early rather than ride home tired.`;
  return `Key sessions to look forward to: ${joinWords(text)}. Come to them rested and fed; if ${whenASetEnds(rider)} inside a set, end the set and ride home easily. A half-finished good session beats a finished bad one.`;
}

/** How much of a usual week's riding a day of the taper keeps, to the next tenth. */
function taperShare({ planned, season }: NoteFacts): number | undefined {
  const eventDay = season.eventDay ?? 0;
  const dayOf = (entry: PlannedWeek, weekday: number): number => entry.week.firstDay + weekday;
  const inTaper = sum(
    planned
      .flatMap((entry) =>
        entry.rides.filter(
          (ride) => dayOf(entry, ride.weekday) >= season.taperFrom && dayOf(entry, ride.weekday) < eventDay,
        ),
      )
      .map((ride) => ride.minutes),
  );
  const usual = mean(loadWeeks(planned).map((entry) => entry.minutes));
  const days = eventDay - season.taperFrom;
  return days > 0 && usual > 0 ? Math.max(1, Math.round((inTaper / days / (usual / 7)) * 10)) : undefined;
}

const TENTHS = [
  "",
  "a tenth",
  "a fifth",
  "a third",
  "two fifths",
  "half",
  "three fifths",
  "two thirds",
  "four fifths",
  "nine tenths",
];

function eventNote(facts: NoteFacts): string {
  const { season, weeks, rider } = facts;
  if (season.event === undefined) {
    const last = weeks.at(-1);
    return last === undefined
      ? ""
      : `The last week, from ${shortDay(last.start_date)}, is light, so that you end the plan fresh and can see what has changed.`;
  }
  const from = addDays(season.event.date, -season.taperDays);
  const words = TENTHS[taperShare(facts) ?? 0] ?? "";
  const share = words === "" ? "You will ride less." : `You will ride about ${words} of what a load week holds.`;
  const hard = isEasyThroughout(rider, weeks.length)
    ? "The rides stay as easy as they were."
    : "The short hard parts keep their power.";
  return `The taper starts ${season.taperDays} days before the event, on ${shortDay(from)}. ${share} ${hard} Feeling restless in those days is normal. Use your long rides to practise what you will eat and drink on the day.`;
}

/** What a plan does about the events beside the first A. */
function eventsNote({ season, events = [] }: NoteFacts): string {
  const named = (wanted: PlanEvent["priority"]): string[] =>
    events
      .filter(({ priority, date }) => priority === wanted && date !== season.event?.date)
      .map(({ date }) => shortDay(date));
  const [more, lesser, third] = [named("A"), named("B"), named("C")];
  return [
    more.length === 0
      ? ""
      : `After an event of priority A you recover before you train on; another one follows on ${joinWords(more)}, with a taper of its own.`,
    lesser.length === 0
      ? ""
      : `Before ${joinWords(lesser)} three days are easier, and the plan goes on as if nothing had been.`,
    third.length === 0
      ? ""
      : `On ${joinWords(third)} the race is your hard session: ride it as hard as you like, and the days beside it easily.`,
  ]
    .filter((text) => text !== "")
    .join(" ");
}

const givenNote = ({ given }: NoteFacts): string =>
  given.length === 0
    ? "Nothing that you asked for had to be given up."
    : `What was given up: ${given.map((reason) => reason.text).join(" ")}`;

function missedNote({ weeks, rider }: Pick<NoteFacts, "weeks" | "rider">): string {
  const hasHard = weeks.some((week) => week.training_days.some((d) => d.role === "key"));
  return `If you miss a day, leave it out; never ${isEasyThroughout(rider, weeks.length) ? "add it to another one" : "ride two hard days in a row"} to catch up. ${hasHard ? "If you miss a hard session, do it on the next easy day only when the day after is easy too." : "The next ride goes ahead as planned."} After three to seven days off, ride easily for two days and repeat the week. After more than ten days off, start again one or two levels lower and with no more than seventy percent of the hours. When you are ill with a fever or anything below the neck, do not train at all.`;
}

/** Notes for an overview that came from elsewhere without any: only what its own weeks say. */
/** An overview with other weeks, and its notes with the key sessions of those. */
export function withKeySessionsOf(overview: Overview, weeks: readonly OverviewWeek[]): Overview {
  const rider = riderOf(overview.athlete_profile, longestAim(eventsIn(overview.plan_metadata)));
  const scale = scaleOf(overview.athlete_profile);
  const noteOf = (of: readonly OverviewWeek[]): string => sayPlan(keySessionsNote({ weeks: of, rider }), scale);
  const { coaching_notes: notes } = overview.plan_metadata;
  return {
    ...overview,
    plan_metadata: {
      ...overview.plan_metadata,
      coaching_notes: notes.replace(noteOf(overview.weekly_overview), () => noteOf(weeks)),
    },
    weekly_overview: [...weeks],
  };
}

export function outsideNotes({ weeks, rider }: Pick<NoteFacts, "weeks" | "rider">): string {
  const minutes = weeks.filter((week) => week.week_type !== "recovery").map((week) => week.target_hours * 60);
  const longest = Math.max(
    0,
    ...weeks.flatMap((week) => week.training_days.filter((d) => d.role !== "event").map((d) => d.target_minutes)),
  );
  return [
    `This plan follows an overview made elsewhere: its days, kinds of work, hours and loads are kept, and each day is filled from the workout library. Its weeks take ${hours(Math.min(...minutes))} to ${hours(Math.max(...minutes))} of riding, recovery weeks less; the longest ride is ${timeWords(longest)}.${targetsNote(rider)} ${isEasyThroughout(rider, weeks.length) ? easyNote(true) : "The easy riding is easy on purpose: you should be able to talk in full sentences. That is what lets you ride the hard sessions well."}`,
    patternNote({ weeks }),
    keySessionsNote({ weeks, rider }),
    missedNote({ weeks, rider }),
  ].join("\n\n");
}
