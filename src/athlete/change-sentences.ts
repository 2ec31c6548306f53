import { plainText, withoutAccents } from "./parse-number.ts";

/*
 * What happened, as riders say it in a sentence, in the words of the command: "I caught a cold on Monday" is `sick monday`. Nothing
 * is decided here: the reader of changes has the last word, and the rider sees the change before it is made.
 */

/** Longer texts are no sentence about one change. */
const MOST_CHARACTERS = 300;

/** What is said of each kind of change, in letters without accents; apostrophes are blanks. */
const SAYINGS: readonly (readonly [verb: string, sayings: string])[] = [
  [
    "sick",
    "caught a cold|caught the flu|had a cold|have a cold|have the flu|had the flu|got sick|got ill|fell ill|feel ill|felt ill|was in bed|under the weather|came down with something|war krank|bin krank|krank|erkaltet|etais malade|suis malade|malade|estuve enfermo|estuve enferma|enfermo|enferma|sono malato|ero malato|malato|malata|was ziek|ben ziek|ziek|caught covid|food poisoning|stomach bug|a bug|a virus|a fever|the fever|feverish|high fever|fever|running a temperature|a temperature|a chest infection|an infection|sore throat|tonsillitis|bronchitis|sinusitis|covid|the flu|flu|unwell|poorly|not well|in bed with|fieber|grippe|fievre|fiebre|gripe|febbre|influenza|koorts|griep",
  ],
  [
    "missed",
    "couldn t ride|could not ride|didn t ride|did not ride|wasn t able to ride|had to skip|have skipped|skipped|did nothing|habe verpasst|ausgefallen|bin nicht gefahren|nicht gefahren|pas pu rouler|pas roule|no pude salir|no monte|no sali|non sono uscito|ho saltato|niet gefietst|gemist",
  ],
  [
    "off",
    "going away|i travel|to travel|will travel|travel for work|am away|will be away|on holiday|on vacation|travelling|traveling|out of town|on a business trip|can t ride|cannot ride|won t ride|will not ride|im urlaub|im urlaub bin ich|verreist|en vacances|en deplacement|de vacaciones|de viaje|in vacanza|in ferie|op vakantie|op reis",
  ],
  [
    "easier",
    "i m tired|i am tired|so tired|exhausted|legs are dead|legs are heavy|legs feel dead|is too hard|was too hard|too hard|make it easier|tone it down|bin mude|zu hart|zu anstrengend|suis fatigue|trop dur|estoy cansado|estoy cansada|demasiado duro|sono stanco|sono stanca|troppo duro|ben moe|te zwaar",
  ],
  [
    "harder",
    "is too easy|was too easy|too easy|make it harder|zu leicht|zu einfach|trop facile|demasiado facil|troppo facile|te makkelijk",
  ],
];

/** Words of ranges and days, in the words of the command. */
const TRANSLATED: Readonly<Record<string, string>> = {
  bis: "to",
  "jusqu a": "to",
  au: "to",
  hasta: "to",
  al: "to",
  "fino a": "to",
  tot: "to",
  seit: "since",
  depuis: "since",
  desde: "since",
  sinds: "since",
  gestern: "yesterday",
  hier: "yesterday",
  ayer: "yesterday",
  ieri: "yesterday",
  gisteren: "yesterday",
};
/** What says nothing of its own beside the days. */
const EMPTY =
  /\b(?:on|my|the|a|for|from|of|with|ride|rides|session|workout|training|please|bit|again|von|vom|am|ich|du|de|le|la|les|el|il|del|dal|van|op|i|j|je|was|am|have|had|so|all|and|whole|ai|n|ne|no|me|mi|sono|ik|ben|heb|habe|hatte|avais|avait|tuve|ho|bin|es|war|feel|felt|got|since i|still|really|think)\b/g;
/** Where the reason begins, which says nothing of the days. */
const REASON = /[,;!?]|(?<!\d)\.| because | since i | so | weil | parce | porque | perche | omdat /;

/** It was: the day is to be said. */
const PAST =
  /\b(?:was|were|had|been|got|fell|felt|caught|came|war|hatte|etais|avais|estuve|tuve|ero|avuto|geweest|had)\b/;

/** A week that stands before what is said of it: "in week 4 I am away from Tuesday to Thursday" (change-weeks.ts). */
const WEEK_OF_PLAN = /\bweek (?:of )?\d{4}-\d{2}-\d{2}/;

const withoutReason = (text: string): string => text.split(REASON, 1)[0] ?? "";

const daysIn = (text: string): string =>
  Object.entries(TRANSLATED)
    .reduce((line, [word, meant]) => line.replace(new RegExp(`\\b${word}\\b`, "g"), meant), ` ${text} `)
    .replace(/(\p{L}{3,12}) s\b/gu, "$1")
    .replace(EMPTY, " ")
    .replace(/\s+/g, " ")
    .trim();

const DURATION = "(\\d+ ?(?:h|hours?|min|minutes?|m)?(?: ?\\d{1,2})?|an hour)";
const SHORTER = [
  new RegExp(`^.*\\bonly (?:have|got|had)?\\s?${DURATION} (?:on|for) (.+)$`),
  new RegExp(`^(?:on )?(\\w+) (?:i )?(?:only have|have only|only got|only) ${DURATION}\\b.*$`),
] as const;

const minutesText = (text: string): string => (text === "an hour" ? "60" : text);

/** `shorten thursday to 45 min`, from "I only have 45 minutes on Thursday". */
function shorter(line: string): string | undefined {
  const [, minutes, day] = SHORTER[0].exec(line) ?? [];
  if (minutes !== undefined && day !== undefined)
    return `shorten ${daysIn(withoutReason(day))} to ${minutesText(minutes)}`;
  const [, first, length] = SHORTER[1].exec(line) ?? [];
  return first === undefined || length === undefined ? undefined : `shorten ${first} to ${minutesText(length)}`;
}

/** `ftp 280`, from "my new FTP is 280 watts". */
const newFtp = (line: string): string | undefined => {
  const [, watts] = /\bftp (?:is now|is|now|of|went up to|went to|ist jetzt|ist|est|es) (\d{2,3})\b/.exec(line) ?? [];
  return watts === undefined ? undefined : `ftp ${watts}`;
};

/** `move sat sun`, from "could we move Saturday's ride to Sunday". */
const moved = (line: string): string | undefined => {
  const [, what] = /\b((?:move|swap|shorten) .+)$/.exec(line) ?? [];
  return what === undefined ? undefined : withoutReason(what).replace(/(\p{L}{3,12}) s\b/gu, "$1");
};

/** A sentence in the words of `change`; undefined where nothing in it is known. */
export function changeInSentence(text: string): string | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  const line = withoutAccents(plainText(text)).replace(/['’]/g, " ");
  const direct = shorter(line) ?? newFtp(line) ?? moved(line);
  if (direct !== undefined) return direct;
  for (const [verb, sayings] of SAYINGS)
    for (const saying of sayings.split("|")) {
      const at = ` ${line} `.indexOf(` ${saying}`);
      if (at < 0) continue;
      const after = daysIn(withoutReason(line.slice(at + saying.length)));
      const before = daysIn(line.slice(0, Math.max(0, at)));
      const week = WEEK_OF_PLAN.exec(before)?.[0] ?? "";
      const days = after === "" ? before : `${after} ${week}`.trim();
      // "I have a fever" is of today; "I had one" says no day.
      return `${verb} ${days === "" && verb === "sick" && !PAST.test(line) ? "today" : days}`.trim();
    }
  return undefined;
}
