import { heldBackSentences } from "../athlete/held-back-words.ts";
import { isWithoutPower } from "../athlete/train-by.ts";
import type { Profile } from "../athlete/schema.ts";
import type { Reason, SegmentJson, Workout } from "../workout/schema.ts";
import type { Overview, PlanMetadata, TrainingPlan, Week } from "./schema.ts";
import { feelAt, feelUnder, isOverThreshold, isUnderThreshold } from "./effort-bands.ts";
import { intensityWords, scaleOf, type Scale } from "./scale.ts";

/**
 * Our texts name intensities in percent of FTP, as they are planned. In a plan without power each of them passes here once,
 * on its way into the plan's files, and says heart rate or feel instead.
 */

/** What no text of a plan without power may say: FTP, watts, or a number of them. */
const POWER_WORDS = /\bFTP\b|\b[Ww]atts?\b|\d ?W\b|\bW\/kg\b/;

export const mentionsPower = (text: string): boolean => POWER_WORDS.test(text);

type Swap = readonly [from: RegExp, to: string];

/** Words for power that have one for effort. The longer ones come first. */
const WORDS: readonly Swap[] = [
  [/\bFTP tests?\b/g, "test"],
  [/\b(?:a|the) few watts too many\b/g, "a touch too much"],
  [/\bwithin a few watts of\b/g, "close to"],
  [/\b(?:a few|one or two|two or three|some) watts\b/g, "a touch"],
  [/\brace power\b/g, "race effort"],
  [/\bpower targets\b/g, "targets"],
  [/\bFTP\b/g, "threshold"],
  [/\bpowers\b/g, "efforts"],
  [/\bPowers\b/g, "Efforts"],
  [/(?<!-)\bpower\b/g, "effort"],
  [/\bPower\b/g, "Effort"],
];

const inWords = (text: string): string => WORDS.reduce((said, [from, to]) => said.replace(from, to), text);

/** A sentence that still speaks of power says nothing to this rider: it is left out, for somebody else wrote it. */
const withoutLeftovers = (text: string): string =>
  mentionsPower(text)
    ? text
        .split(/(?<=[.!?])\s+/)
        .filter((sentence) => !mentionsPower(sentence))
        .join(" ")
    : text;

const NUMBER = String.raw`\d{1,5}(?:\.\d{1,5})?`;
const OF_FTP = new RegExp(`(${NUMBER})(?: (?:to|and) (${NUMBER}))? % of (?:your )?FTP`, "g");
/** `95`, `76 to 80` or `94, 97 and 100`, in percent of FTP: what the texts of workouts mean by a bare percent. */
const PERCENTS = new RegExp(`((?:${NUMBER}, ){0,9}${NUMBER}(?:(?: and | to |-)${NUMBER})?) %`, "g");

const highestIn = (list: string): number => Math.max(...(list.match(new RegExp(NUMBER, "g")) ?? ["0"]).map(Number));
const lowestIn = (list: string): number => Math.min(...(list.match(new RegExp(NUMBER, "g")) ?? ["0"]).map(Number));

/** `5 of 10`, or `3 to 5 of 10` where the ends of a list feel different. */
function feelOfList(list: string): string {
  const [low, high] = [feelAt(lowestIn(list) / 100), feelAt(highestIn(list) / 100)];
  if (low === high) return `${high} of 10`;
  return `${low} ${list.includes(" to ") ? "to" : "and"} ${high} of 10`;
}

/** A sentence of a plan in the words of its scale. */
export function sayPlan(text: string, scale: Scale): string {
  if (scale.by === "power") return text;
  const said = text.replace(OF_FTP, (_, first: string, second: string | undefined) =>
    intensityWords(Number(second ?? first) / 100, scale),
  );
  return withoutLeftovers(inWords(said));
}

/** A text of a workout, whose bare percents are of FTP. */
export function sayWorkout(text: string, scale: Scale): string {
  if (scale.by === "power") return text;
  const said = sayPlan(text, scale);
  // Over-unders: where one part goes over threshold, those under it in the same level are its lower end.
  const isInTurn = [...said.matchAll(PERCENTS)].some(([, list = ""]) => isOverThreshold(highestIn(list) / 100));
  return said.replace(PERCENTS, (_, list: string) => {
    const power = highestIn(list) / 100;
    return isInTurn && isUnderThreshold(power) ? `${feelUnder(power)} of 10` : feelOfList(list);
  });
}

const sayReasons = (reasons: readonly Reason[] | undefined, scale: Scale): Reason[] | undefined =>
  reasons?.map((reason) => ({ ...reason, text: sayPlan(reason.text, scale) }));

const saySegment = (segment: SegmentJson, scale: Scale): SegmentJson => ({
  ...segment,
  description: sayWorkout(segment.description, scale),
});

/** A workout in the words of its rider's scale. */
export function sayRide(workout: Workout, profile: Profile): Workout {
  if (!isWithoutPower(profile)) return workout;
  const scale = scaleOf(profile);
  return {
    ...workout,
    // `Threshold 4 x 8 at 100 %` is `Threshold 4 x 8, feel 5 of 10`.
    name: sayWorkout(workout.name, scale).replace(/ at (?=\d[^,]* of 10)/, ", feel "),
    description: sayWorkout(workout.description, scale),
    segments: workout.segments.map((segment) => saySegment(segment, scale)),
    why: sayReasons(workout.why, scale),
  };
}

/** What stands at the head of a plan, in the words of its rider's scale; the rider's own words stay. */
export function sayMetadata(metadata: PlanMetadata, profile: Profile): PlanMetadata {
  if (!isWithoutPower(profile)) return metadata;
  const scale = scaleOf(profile);
  const say = (text: string): string => sayPlan(text, scale);
  const { goal, warnings, given_up: given, waivers, readiness } = metadata;
  return {
    ...metadata,
    goal: goal && { ...goal, because: say(goal.because) },
    coaching_notes: say(metadata.coaching_notes),
    monitoring_guidance: say(metadata.monitoring_guidance),
    warnings: warnings?.map(say).filter((text) => text !== ""),
    given_up: sayReasons(given, scale),
    waivers: waivers?.map((waiver) => ({ ...waiver, message: say(waiver.message), reason: say(waiver.reason) })),
    readiness: readiness && {
      ...readiness,
      reasons: readiness.reasons.map((reason) => ({ ...reason, text: say(reason.text) })),
      changes: readiness.changes.map(say),
    },
  };
}

/** What holds the rider of a plan back, in sentences of its scale. */
export const limitsOf = ({
  athlete_profile: profile,
  plan_metadata: metadata,
}: Pick<TrainingPlan, "athlete_profile" | "plan_metadata">): string[] =>
  heldBackSentences(profile, metadata.total_weeks).map((sentence) => sayPlan(sentence, scaleOf(profile)));

/** An overview in the words of its rider's scale. */
export function sayOverview(overview: Overview): Overview {
  const { athlete_profile: profile } = overview;
  if (!isWithoutPower(profile)) return overview;
  const scale = scaleOf(profile);
  return {
    ...overview,
    athlete_profile: {
      ...profile,
      assumptions: profile.assumptions.map((one) => ({ ...one, reason: sayPlan(one.reason, scale) })),
    },
    plan_metadata: sayMetadata(overview.plan_metadata, profile),
    weekly_overview: overview.weekly_overview.map((week) => ({
      ...week,
      focus: sayPlan(week.focus, scale),
      why: sayReasons(week.why, scale),
      training_days: week.training_days.map((day) => ({ ...day, why: sayReasons(day.why, scale) })),
    })),
  };
}

/** Every text of a plan that its rider reads, for the rule that none of them speaks of power. */
export function textsOf(metadata: PlanMetadata, weeks: readonly Week[]): string[] {
  const { goal, warnings = [], given_up: given = [], waivers = [], readiness, scores = [] } = metadata;
  return [
    goal?.because ?? "",
    metadata.coaching_notes,
    metadata.monitoring_guidance,
    ...warnings,
    ...[...given, ...(readiness?.reasons ?? [])].map(({ text }) => text),
    ...(readiness?.changes ?? []),
    ...waivers.flatMap(({ message, reason }) => [message, reason]),
    ...scores.flatMap(({ label, note }) => [label, note]),
    ...weeks.flatMap((week) => [
      week.focus,
      ...(week.why ?? []).map(({ text }) => text),
      ...week.workouts.flatMap((workout) => [
        workout.name,
        workout.description,
        ...workout.segments.map(({ description }) => description),
        ...(workout.why ?? []).map(({ text }) => text),
      ]),
    ]),
  ];
}
