import { trainByOf, type Trains } from "../athlete/train-by.ts";
import type { Profile } from "../athlete/schema.ts";
import type { TrainBy } from "../athlete/terms.ts";
import type { Step } from "../workout/expand.ts";
import { zoneOf } from "../workout/zones.ts";
import {
  bandText,
  beatsOf,
  effortOf,
  feelAt,
  heartAnchorOf,
  heartPercentAt,
  heartPercentOf,
  type HeartAnchor,
} from "./effort-bands.ts";
import { effortBy, type WeekRide } from "./effort-fields.ts";

/** How a plan tells its rider how hard to ride: every place that puts an intensity in words asks here. */
export interface Scale {
  readonly by: TrainBy;
  /** Beats a minute instead of percents, where the rider gave a heart rate. */
  readonly heart: HeartAnchor | undefined;
}

export type ScaleOf = Trains & Pick<Profile, "lthr" | "max_hr" | "assumptions">;

/** The scale of a plan, from what its rider said. */
export const scaleOf = (profile: ScaleOf): Scale => ({ by: trainByOf(profile), heart: heartAnchorOf(profile) });

/** How one ride is told: in watts where an FTP is known, and by heart rate or feel where its rider goes by them. */
export interface Saying {
  readonly ftpWatts: number | undefined;
  /** By power: nothing stands beside the watts. */
  readonly scale: Scale;
  /** Why heart rate or feel stand before the watts: the rider has no power outdoors, or the FTP is an estimate. */
  readonly beside: "outdoors" | "estimate" | undefined;
}

/** How a ride of a plan is told, in watts of this FTP; whoever gets a power meter later goes on with the same plan. */
export function sayingOf(ride: WeekRide, profile: Profile, ftpWatts: number | undefined): Saying {
  const { by, why } = effortBy(profile, ride);
  const scale = { ...scaleOf(profile), by };
  return { ftpWatts, scale, beside: by === "power" || why === "plan" ? undefined : why };
}

/** How Coggan's level 1 to 7 feels, in a word or two, and by what one can still say (training science 1.5). */
const FEELS: readonly (readonly [short: string, speech: string])[] = [
  ["very easy", "you could sing"],
  ["easy", "full sentences"],
  ["steady", "short sentences"],
  ["hard", "single words"],
  ["very hard", "no words"],
  ["near max", "no words, only for a minute or two"],
  ["all out", "everything you have"],
];

const feels = (power: number): readonly [string, string] => FEELS[zoneOf(power) - 1] ?? ["all out", ""];
/** The end of a step that counts for how it feels: its hardest. */
const hardest = (step: Step): number => Math.max(step.start, step.end);

/** `4-5 hard` for a table; of the hard part of a test `as hard as you can`. Undefined for a free ride. */
export function feelShort(step: Step, isTest: boolean): string | undefined {
  if (step.role === "free") return undefined;
  const band = effortOf(step, isTest);
  return band === undefined ? "10 max, even" : `${bandText(band)} ${feels(hardest(step))[0]}`;
}

/** `feel 4-5 of 10 (hard, single words)`; of the hard part of a test that it is all the rider has. Undefined for a free ride. */
function feelWords(step: Step, isTest: boolean): string | undefined {
  if (step.role === "free") return undefined;
  const band = effortOf(step, isTest);
  if (band === undefined) return "as hard as you can hold evenly (10 of 10)";
  return `feel ${bandText(band)} of 10 (${feels(hardest(step)).join(", ")})`;
}

/** `141-158` beats a minute, or `84-94 %` of threshold heart rate; undefined where a step is too short or too hard for it. */
export function heartShort(step: Step, { heart }: Pick<Scale, "heart">, isTest: boolean): string | undefined {
  const percent = heartPercentOf(step);
  if (percent === undefined || effortOf(step, isTest) === undefined) return undefined;
  return heart === undefined ? `${bandText(percent)} %` : bandText(beatsOf(percent, heart));
}

/** `heart rate 141-158` or `84-94 % of threshold heart rate`. */
function heartWords(step: Step, scale: Pick<Scale, "heart">, isTest: boolean): string | undefined {
  const text = heartShort(step, scale, isTest);
  if (text === undefined) return undefined;
  return scale.heart === undefined ? `${text} of threshold heart rate` : `heart rate ${text}`;
}

/** How hard a step is, for a rider without power: heart rate from five minutes on, and how it feels. Empty for a free ride. */
export function effortWords(step: Step, scale: Scale, isTest: boolean): string {
  const heart = scale.by === "heart_rate" ? heartWords(step, scale, isTest) : undefined;
  return [heart, feelWords(step, isTest)].filter((part) => part !== undefined).join(", ");
}

/** One intensity in a sentence, rounded down as a ceiling is: `126 beats a minute (3 of 10)`, `a feel of 3 of 10`. */
export function intensityWords(power: number, { by, heart }: Scale): string {
  const feel = `${feelAt(power)} of 10`;
  const percent = by === "heart_rate" ? heartPercentAt(power) : undefined;
  if (percent === undefined) return `a feel of ${feel}`;
  return heart === undefined
    ? `${percent} % of threshold heart rate (${feel})`
    : `${Math.floor((heart.thresholdBpm * percent) / 100)} beats a minute (${feel})`;
}

const CEILING =
  "Heart rate is a ceiling: judge it after three minutes, not sooner. It drifts up in heat and late in long rides; then feel wins. Steps under five minutes go by feel alone.";
const OF_TEN =
  "Feel goes from 1 to 10, where 10 is everything you have. What you can still say is the surest sign: full sentences up to 3, short ones or a few words at 4, single words at 5, none above.";
const UNKNOWN =
  "Your heart rates are percents of the one at threshold, which nobody knows yet: until you do, go by feel. It is the average of the last 20 of 30 minutes ridden alone, as hard as you can hold evenly; never ride that against a doctor's advice.";

/** How a plan without power is read, said once at its head; nothing for a plan by power. */
export function scaleNotes(profile: ScaleOf): string[] {
  const { by, heart } = scaleOf(profile);
  if (by === "power") return [];
  if (by === "feel") return [OF_TEN];
  return [[CEILING, OF_TEN, ...(heart === undefined ? [UNKNOWN] : [])].join(" ")];
}
