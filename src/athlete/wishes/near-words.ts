import { plainText, withoutAccents } from "../parse-number.ts";

/*
 * What is said of words that nobody could read: what of their kind would be understood. Nothing is taken from them.
 */

const DAY =
  "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?|weekends?|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?";
const PERHAPS =
  "sometimes|occasionally|now and then|at times|maybe|perhaps|possibly|may|might|if (?:i can|i have|the weather|it)|every (?:other|second|third)|alternate|most|some|manchmal|vielleicht|ab und zu|jeden zweiten|parfois|a veces|a volte|soms";
const ILLNESS = "ill|sick|fever|flu|cold|krank|fieber|erkaltet|malade|fievre|enfermo|enferma|fiebre|malato|malata|febbre|ziek|koorts"; // prettier-ignore

/** By kind, the surest first: how it is recognised, and what to say instead. */
const KINDS: readonly (readonly [words: RegExp, instead: string])[] = [
  [
    new RegExp(`\\b(?:${PERHAPS})\\b.*\\b(?:${DAY})\\b|\\b(?:${DAY})\\b.*\\b(?:${PERHAPS})\\b`),
    'A plan has no ride that may be: name such a day among yours and drop its ride when it does not fit ("change drop sun"), or leave the day out and ride as you like.',
  ],
  [
    /\b(?:climb|climbs|climbing|hill|hills|hilly|mountains?|uphill|ascents?|gradients?|steep|flat|berge?|anstiege?n?|steigungen|bergauf|montees?|cotes?|subidas?|cuestas?|salite?|klimmen)\b/,
    'A plan names no roads: choose flat ones where you like. What is ridden like a climb stays out with "no low cadence" and "no torque"; long efforts with "no efforts over 10 minutes".',
  ],
  [
    /\b(?:knees?|back|hips?|neck|shoulders?|wrists?|ankles?|achilles|joints?|injur\w{0,6}|knie|rucken|hufte|genoux?|dos|rodillas?|espalda|ginocchi\w?|schiena|rug)\b/,
    'If something hurts, say where: "my knee hurts on climbs". A limit is said as "nothing over 75 % of FTP" or "no efforts over 10 minutes".',
  ],
  [
    new RegExp(`\\b(?:${ILLNESS})\\b`),
    'An illness is told to a plan that is there: "change sick since Monday". With a fever, do not train.',
  ],
  [
    /\b\d+(?:[.,]\d+)? ?(?:km|kms|kilomet\w{2,4}|mi|miles?)\b/,
    'The length of your event is said beside its day: --event-hours "80 km", or 4h30.',
  ],
  [
    /\b(?:mornings?|evenings?|afternoons?|lunch\w{0,5}|before work|after work|at night|o clock)\b/,
    "A plan names days, and leaves you the time of day.",
  ],
];

/** What of the kind of these words would be understood; undefined where nobody can say. */
export function insteadOf(text: string): string | undefined {
  const plain = withoutAccents(plainText(text)).replace(/['’]/g, " ");
  return KINDS.find(([words]) => words.test(plain))?.[1];
}

/** What is said of a day that may be or not; undefined where words name none. */
export function perhapsDay(text: string): string | undefined {
  const [words, instead] = KINDS[0] ?? [];
  return words?.test(withoutAccents(plainText(text))) === true ? instead : undefined;
}

/** The same for several parts, each once. */
export const insteadOfAll = (parts: readonly string[]): string[] => [
  ...new Set(parts.flatMap((part) => insteadOf(part) ?? [])),
];
