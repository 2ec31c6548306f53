import type { EventType } from "../../athlete/schema.ts";
import { daysInWords } from "../../athlete/days-in-words.ts";
import { cleanLine } from "../../base/text.ts";
import type { GoalKind } from "../../plan/schema.ts";

export interface MappedGoal {
  readonly kind: GoalKind;
  readonly eventType?: EventType;
  /** Hours of an event that the words name by its distance. */
  readonly eventHours?: number;
  /** Days of an event of several days, where the words name them. */
  readonly eventDays?: number | undefined;
  /** The rider's words that decided, or why none did. */
  readonly because: string;
}

const words = (...parts: string[]): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join("|")})`, "iu");

/** First match wins: an event's own name before its kind, a kind of event before a general aim. */
const EVENT_WORDS: readonly (readonly [RegExp, EventType])[] = [
  [
    words(
      "stage race",
      "multi[- ]?day",
      "etappen",
      "haute route",
      "transalp",
      "la[nn]d'?s end",
      "tour of",
      "touring",
      "week-?long (?:ride|tour|trip)",
      "radreise",
      "(?:bike|cycle|cycling) (?:tour|holiday)(?![\\p{L}])",
    ),
    "multi_day",
  ],
  [
    words(
      "ultra",
      "brevet",
      "audax",
      "randonn",
      "bikepack",
      "transcontinental",
      "paris.brest",
      "24 ?h",
      "300 ?k",
      "400 ?k",
      "600 ?k",
    ),
    "ultra",
  ],
  [words("gravel", "unbound", "dirty kanza", "grinduro"), "gravel"],
  [words("mtb", "mountain ?bik", "xco?(?![\\p{L}])", "marathon bike", "leadville", "cape epic"), "mtb"],
  [words("hill ?climb", "uphill", "bergzeit", "everest", "mont ventoux tt"), "hill_climb"],
  [
    words(
      "cy[ck]lo ?-?[ck]ross?",
      "ciclo ?-?cr[oó]ss?",
      "cx(?![\\p{L}])",
      "cross ?race",
      "querfeld",
      "radquer",
      "veldrij",
      "veldrit",
      "przełaj",
      "シクロクロス",
    ),
    "cyclocross",
  ],
  [words("time ?trial", "\\d+[- ]?mile tt", "tt(?![\\p{L}])", "zeitfahr", "contre.la.montre"), "time_trial"],
  [words("crit(?:erium|s)?(?![\\p{L}])", "kermesse"), "criterium"],
  [
    words(
      "gran ?fondo",
      "fondo",
      "[eé]tape",
      "sportive",
      "fred whitton",
      "ötztaler",
      "oetztaler",
      "maratona",
      "marmotte",
      "ride ?london",
      "granfondo",
      "radmarathon",
      "cyclosportive",
      "(?:charity|sponsored|fund-?rais\\p{L}*) (?:bike |cycle |cycling |bicycle )?(?:ride|tour|event|challenge)",
      "spendenfahrt",
    ),
    "gran_fondo",
  ],
  [words("century", "100[- ]?mi", "160 ?k", "200 ?k", "metric century", "100 ?k"), "century"],
  [words("road ?race", "racing season", "cat(?:egory)? ?[1-5]", "upgrade"), "road_race"],
];

/** A triathlon's bike leg and races on the track are trained by their hours (3.3): usual ones for the distance that is named. */
const NAMED_BY_HOURS: readonly (readonly [RegExp, number])[] = [
  [words("70\\.3", "half[- ]?iron", "mitteldistanz", "middle[- ]distance tri", "half[- ]distance tri"), 2.75],
  [words("iron ?man", "langdistanz", "long[- ]distance tri", "full[- ]distance tri", "challenge roth"), 5.5],
  [words("sprint[- ]?(?:distance )?(?:tri|duathlon)", "super ?sprint"), 0.6],
  [words("tri(?:athl|atl)", "tri(?![\\p{L}])", "duathlon", "duatl"), 1.15],
  [words("(?:individual|team) (?:pursuit|sprint)", "keirin", "poursuite", "einerverfolgung"), 0.07],
  [words("track (?:rac|cycl|season|meet|league|champ)", "v[eé]lodrome?", "omnium", "bahnrad"), 0.6],
];

const AIM_WORDS: readonly (readonly [RegExp, GoalKind])[] = [
  [
    words("weight", "slim", "fat(?![\\p{L}])", "lose (?:some )?(?:kg|kilo|lb|pound)", "abnehmen", "lean"),
    "weight-loss",
  ],
  [words("ftp", "threshold", "watt", "w\\/kg", "power", "stronger", "faster"), "improve-ftp"],
  [words("race", "competi", "podium", "win(?![\\p{L}])"), "race-prep"],
  [words("enduran", "longer", "long (?:ride|distance)", "stamina", "base", "distance", "ausdauer"), "build-endurance"],
  [words("fit", "health", "general", "wellbeing", "enjoy", "commut", "shape"), "general-fitness"],
];

/** Between what is named first and what is named besides: `a road race in April, and a criterium before it`. */
const NEXT_CLAUSE = /[,;.]\s+|\s(?:and|then|und|dann|et|puis|y|luego|e|poi|en|dan)\s/iu;

/** The event that is named first. */
function firstEvent(line: string): { readonly eventType: EventType; readonly wrote: string } | undefined {
  for (const clause of line.split(NEXT_CLAUSE))
    for (const [pattern, eventType] of EVENT_WORDS) {
      const match = pattern.exec(clause);
      if (match) return { eventType, wrote: match[0] };
    }
  return undefined;
}

/** What a rider's own words mean for the plan. Never fails: words that say nothing plan for general fitness, or for the event. */
export function mapGoal(text: string, hasEvent: boolean): MappedGoal {
  const eventDays = daysInWords(cleanLine(text, 500));
  return { ...goalOf(text, hasEvent), ...(eventDays === undefined ? {} : { eventDays }) };
}

function goalOf(text: string, hasEvent: boolean): MappedGoal {
  const line = cleanLine(text, 500);
  const named = firstEvent(line);
  if (named !== undefined) {
    const { eventType, wrote } = named;
    return { kind: hasEvent ? "event" : aimOfEvent(eventType), eventType, because: `you wrote "${wrote}"` };
  }
  for (const [pattern, eventHours] of NAMED_BY_HOURS) {
    const match = pattern.exec(line);
    if (match)
      return {
        kind: hasEvent ? "event" : "race-prep",
        eventType: "other",
        eventHours,
        because: `you wrote "${match[0]}"`,
      };
  }
  for (const [pattern, kind] of AIM_WORDS) {
    const match = pattern.exec(line);
    if (match) return { kind: hasEvent ? "event" : kind, because: `you wrote "${match[0]}"` };
  }
  if (hasEvent) return { kind: "event", because: "you named an event" };
  return {
    kind: "general-fitness",
    because: line === "" ? "you named no goal" : "your words name no goal that the plan knows",
  };
}

/** Without a date an event's name still says what to train. */
const aimOfEvent = (type: EventType): GoalKind =>
  type === "century" || type === "gran_fondo" || type === "gravel" || type === "ultra" || type === "multi_day"
    ? "build-endurance"
    : "race-prep";
