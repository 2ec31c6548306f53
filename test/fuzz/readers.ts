import { parseDate, type CalendarDate } from "../../src/base/calendar.ts";
import { PlanError } from "../../src/base/errors.ts";
import { withoutSecrets } from "../../src/base/secrets.ts";
import { cleanText } from "../../src/base/text.ts";
import { comebackFrom, healthSignsIn } from "../../src/athlete/health-words.ts";
import { readChange } from "../../src/athlete/parse-change.ts";
import { parseRequest } from "../../src/athlete/parse-request.ts";
import { extractJson } from "../../src/coach/extract-json.ts";
import { fitFile } from "../../src/export/fit-file.ts";
import { readWorkoutFile } from "../../src/export/read-workout-file.ts";
import { localClock } from "../../src/history/local-clock.ts";
import { readCsv } from "../../src/history/read-csv.ts";
import { readFitRide } from "../../src/history/read-fit-ride.ts";
import { readGpx } from "../../src/history/read-gpx.ts";
import { readJson } from "../../src/history/read-json.ts";
import { readTrackRide } from "../../src/history/read-track-ride.ts";
import { planFileSchema } from "../../src/plan/schema.ts";
import { jsonMistake } from "../../src/storage/json-mistake.ts";
import { fitRide } from "../support/fit-ride.ts";
import { garminCsv, intervalsCsv, oldStravaCsv, stravaCsv, trainingPeaksCsv } from "../support/exports.ts";

/** One place where something from outside is read. */
export interface FuzzedReader {
  readonly name: string;
  /** What it begins with: sound inputs, small ones. */
  readonly corpus: readonly Uint8Array[];
  /** Pieces that mean something to it, to put in anywhere. */
  readonly words: readonly string[];
  /** Reads; an error that it means to give is none, every other one is a fault. */
  readonly read: (bytes: Uint8Array) => unknown;
}

const CLOCK = localClock("UTC");
const never = (): Promise<void> => Promise.resolve();
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function day(text: string): CalendarDate {
  const date = parseDate(text);
  if (date === undefined) throw new Error(text);
  return date;
}
const TODAY = day("2026-12-01");

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = 65_536;
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

/** Runs a reader whose refusals are errors with a remedy. */
function refusing(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

/** The value of a text that is JSON; where it is none, the place of its mistake is looked for, as the program does. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.trim() === "" ? undefined : jsonMistake(text);
  }
}

const ride = { date: "Sep 20, 2026, 11:30:12 PM", moving: 3600, elapsed: 4000, hr: 140, watts: 200 };
const plain = { ...ride, date: "2026-09-20 10:00:00" };
const zwo = (steps: string): string =>
  `<?xml version="1.0"?><workout_file><name>a &amp; b</name><!-- c --><workout>${steps}<textevent timeoffset="5" message="go"/></workout></workout_file>`;
const course = (unit: string, rows: string): string =>
  `[COURSE HEADER]\nVERSION = 2\nUNITS = ENGLISH\nDESCRIPTION = x\nFTP = 250\nMINUTES ${unit}\n[END COURSE HEADER]\n[COURSE DATA]\n${rows}\n[END COURSE DATA]\n[COURSE TEXT]\n10\tgo\t5\n[END COURSE TEXT]\n`;
const points = [0, 1, 2, 3]
  .map(
    (i) =>
      `<trkpt lat="47.${i}" lon="8.${i}"><ele>4${i}0</ele><time>2026-09-20T10:0${i}:00Z</time><extensions><power>20${i}</power></extensions></trkpt>`,
  )
  .join("");
const GPX = `<?xml version="1.0"?><gpx><trk><name>x</name><type>cycling</type><trkseg>${points}</trkseg></trk></gpx>`;
const TCX = `<TrainingCenterDatabase><Activities><Activity Sport="Biking"><Id>2026-09-20T10:00:00Z</Id><Lap StartTime="2026-09-20T10:00:00Z"><TotalTimeSeconds>60</TotalTimeSeconds><Track>${[0, 1, 2].map((i) => `<Trackpoint><Time>2026-09-20T10:0${i}:00Z</Time><HeartRateBpm><Value>14${i}</Value></HeartRateBpm><Extensions><TPX><Watts>200</Watts></TPX></Extensions></Trackpoint>`).join("")}</Track></Lap></Activity></Activities></TrainingCenterDatabase>`;
const RIDE_FIT = fitRide({ start: "2026-09-20T10:00:00Z", watts: [100, 200, 300, 200] });
/** A workout of two steps, as a watch keeps it. */
const WORKOUT_FIT = fitFile([
  { message: 0, fields: [{ number: 0, type: "enum", value: 5 }] },
  { message: 26, fields: [{ number: 6, type: "uint16", value: 2 }] },
  ...[0, 1].map((i) => ({
    message: 27,
    fields: [
      { number: 254, type: "uint16" as const, value: i },
      { number: 1, type: "enum" as const, value: 0 },
      { number: 2, type: "uint32" as const, value: 600_000 },
      { number: 3, type: "enum" as const, value: 4 },
      { number: 5, type: "uint32" as const, value: 60 + i },
      { number: 6, type: "uint32" as const, value: 70 + i },
    ],
  })),
]);
const REQUEST = {
  goal: "Improve FTP after a cold",
  profile: { ftp: 265, weight: 70, availableDays: ["tue", "thu", "sat"], weeklyHours: 8, experience: "intermediate" },
  timeline: { weeks: 12, startDate: "2026-12-07" },
  terms: { fixed: ["wed:90:hard"] },
};
const ANSWER =
  '<think>so</think>Here: ```json\n{"weeks":[{"focus":"base, \\"easy\\"",/* c */"days":[1,2,],},]} // done\n```';
const ACTIVITIES = [
  { id: "i1", start_date_local: "2026-09-20T10:00:00", type: "Ride", moving_time: 3600, elapsed_time: 3700, icu_training_load: 60, icu_average_watts: 190, icu_ftp: 250 },
]; // prettier-ignore
const STRAVA = [
  { id: 1, name: "x", start_date: "2026-09-20T10:00:00Z", start_date_local: "2026-09-20T12:00:00Z", sport_type: "Ride", moving_time: 3600, elapsed_time: 3700, average_watts: 190, weighted_average_watts: 200, device_watts: true },
]; // prettier-ignore

const CSV_WORDS = [
  '"',
  '""',
  ",",
  ";",
  "\t",
  "\n",
  "\r\n",
  "\ufeff",
  "--",
  "01:10:10",
  '"1,825"',
  "Ride",
  "NaN",
  "1e308",
  "Sep 20, 2026",
];
const XML_WORDS = ["<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&", "&#0;", "<a>", "</a>", "<", ">", '"', 'Power="1e9"', "<!DOCTYPE a [", "<!ENTITY a 'b'>", "<?x", "?>"]; // prettier-ignore
const JSON_WORDS = [
  "{",
  "}",
  "[",
  "]",
  '"',
  "\\",
  '\\"',
  "\\u0000",
  ",",
  ":",
  "null",
  "1e308",
  "-0",
  '"__proto__":',
  "//",
  "/*",
  "*/",
];
const SAID = ["missed", "ill", "away", "moved", "tue", "sat", "to", "and", "from", "next week", "..", "-", ",", "2026-12-08", "8 Dec", "90 min", "3h", "not", "no", "heart", "knee", "since", "test 20min 288", "injury", "weeks", "Knieschmerzen", "ne"]; // prettier-ignore

const workouts = (name: string, corpus: readonly (string | Uint8Array)[], words: readonly string[]): FuzzedReader => ({
  name,
  corpus: corpus.map((one) => (typeof one === "string" ? bytesOf(one) : one)),
  words,
  read: (bytes) => readWorkoutFile(`x.${name}`, bytes, { ftpWatts: 250 }),
});
const texts = (
  name: string,
  { corpus, words }: { corpus: readonly string[]; words: readonly string[] },
  read: (text: string) => unknown,
): FuzzedReader => ({ name, corpus: corpus.map(bytesOf), words, read: (bytes) => refusing(() => read(textOf(bytes))) });

/** Every reader of what comes from outside. */
export const READERS: readonly FuzzedReader[] = [
  {
    name: "csv",
    corpus: [
      stravaCsv([ride]),
      oldStravaCsv([plain]),
      garminCsv([{ date: plain.date, time: "01:10:10", moving: "01:00:00" }]),
      trainingPeaksCsv([{ day: "2026-09-20", hours: "1.5" }]),
      intervalsCsv([{ date: "2026-09-20T10:00:00", seconds: 3600, load: 60 }]),
    ].map(bytesOf),
    words: CSV_WORDS,
    read: (bytes) => readCsv(pieces(bytes), { clock: CLOCK, onRows: never }),
  },
  {
    name: "json",
    corpus: [ACTIVITIES, STRAVA, { rides: ACTIVITIES }].map((value) => bytesOf(JSON.stringify(value))),
    words: JSON_WORDS,
    read: (bytes) => readJson(textOf(bytes), { clock: CLOCK, onRows: never }),
  },
  { name: "fit-ride", corpus: [RIDE_FIT, WORKOUT_FIT], words: [".FIT"], read: (bytes) => readFitRide(bytes, CLOCK) },
  {
    name: "track",
    corpus: [GPX, TCX].map(bytesOf),
    words: XML_WORDS,
    read: (bytes) => readTrackRide(pieces(bytes), { clock: CLOCK, onChunk: never }),
  },
  texts("course", { corpus: [GPX], words: XML_WORDS }, (text) => readGpx(text, "x.gpx")),
  workouts("zwo", [zwo('<SteadyState Duration="3600" Power="0.64"/>'), zwo('<IntervalsT Repeat="2" OnDuration="900" OffDuration="300" OnPower="0.82" OffPower="0.5"/>')], XML_WORDS), // prettier-ignore
  workouts(
    "erg",
    [course("WATTS", "0\t100\n10\t100\n10\t200\n20\t200")],
    ["[", "]", "\n", "\t", "FTP", "1e9", "[END COURSE DATA]"],
  ),
  workouts(
    "mrc",
    [course("PERCENT", "0\t50\n10\t50\n10\t95\n20\t95")],
    ["[", "]", "\n", "\t", "FTP", "1e9", "[END COURSE DATA]"],
  ),
  workouts("fit", [WORKOUT_FIT, RIDE_FIT], [".FIT"]),
  texts("request", { corpus: [JSON.stringify(REQUEST)], words: [...JSON_WORDS, ...SAID] }, (text) => {
    const value = jsonOf(text);
    return parseRequest({ file: { value, source: "x.json" } }, TODAY);
  }),
  texts("plan", { corpus: ['{"schema_version":"1","training_plan":{"plan_id":"x","weeks":[]},"ai_metadata":{}}'], words: JSON_WORDS }, (text) => planFileSchema.safeParse(jsonOf(text))), // prettier-ignore
  texts("answer", { corpus: [ANSWER], words: [...JSON_WORDS, "<think>", "</think>", "```"] }, extractJson),
  texts("change", { corpus: ["missed tue", "away 8 Dec to 12 Dec", "ill since mon", "move sat sun", "hours 6 next week", "test 20min 288"], words: SAID }, (text) => readChange(text, TODAY)), // prettier-ignore
  texts("health", { corpus: ["no heart trouble, my knee hurts since March", "nach Knieschmerzen 3 Wochen Pause"], words: SAID }, (text) => [healthSignsIn(text, TODAY), comebackFrom(text)]), // prettier-ignore
  texts("clean", { corpus: ["a\u001b[31mb\u061c\ufeff", "sk-secret-0123456789"], words: ["\u001b[", "\u001b]", "\u200b", "\\u00", "%41", "&#65;", "sk-secret-"] }, (text) => withoutSecrets(cleanText(text), ["sk-secret-0123456789"])), // prettier-ignore
];
