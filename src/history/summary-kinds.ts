import type { RideSource } from "./ride.ts";
import type { WrittenMoment } from "./written-moment.ts";

/** What a program calls its columns or fields, in plain words; the first that is there counts. */
export interface SummaryKind {
  readonly source: RideSource;
  readonly program: string;
  /** All of these stand in its files, and together in no other's. */
  readonly signs: readonly string[];
  readonly isUtc: boolean;
  readonly order?: WrittenMoment["order"];
  readonly mostRows?: number;
  readonly date: readonly string[];
  /** The time of the day, where it stands in a column of its own. */
  readonly clock?: readonly string[];
  /** Absent where the program only knows rides, or does not say the sport. */
  readonly sport?: readonly string[];
  /** What the numbers of sports mean. */
  readonly sportNumbers?: Readonly<Record<string, string>>;
  /** Riding time, with the seconds of one unit; undefined where the title says the unit. */
  readonly ridden: readonly string[];
  readonly unit?: number;
  readonly elapsed?: readonly string[];
  readonly load?: readonly string[];
  readonly normalized?: readonly string[];
  readonly power?: readonly string[];
  readonly best20?: readonly string[];
  /** A column that says whether power was measured; a program's own estimate is none. */
  readonly measured?: string;
  readonly hr?: readonly string[];
  readonly maxHr?: readonly string[];
  /** Beats a minute of one unit of heart rate. */
  readonly beats?: number;
  readonly ftp?: readonly string[];
}

/** Wahoo's numbers of kinds of workouts (its Cloud API). Those that are left out keep their number. */
const WAHOO_SPORTS: Readonly<Record<string, string>> = {
  "0": "Biking",
  "1": "Running",
  "6": "Walking",
  "9": "Hiking",
  "11": "Biking cyclocross",
  "12": "Biking indoor",
  "13": "Biking mountain",
  "14": "Biking recumbent",
  "15": "Biking road",
  "16": "Biking track",
  "17": "Motorcycling",
  "25": "Swimming",
  "49": "Biking indoor class",
  "61": "Biking indoor trainer",
  "64": "E-bike",
  "68": "Biking indoor virtual",
  "70": "Handcycling",
};

/** Suunto's numbers of activities in the logs of its watches (Movescount's list). */
const SUUNTO_LOG_SPORTS: Readonly<Record<string, string>> = {
  "3": "Running",
  "4": "Cycling",
  "5": "Mountain biking",
  "6": "Swimming",
  "12": "Walking",
  "17": "Indoor cycling",
};

/** Sports Tracker's and the Suunto app's numbers of activities. */
const SUUNTO_APP_SPORTS: Readonly<Record<string, string>> = {
  "0": "Walking",
  "1": "Running",
  "2": "Cycling",
  "10": "Mountain biking",
  "11": "Hiking",
  "52": "Indoor cycling",
};

/** Programs whose fields are public; docs/ride-files.md names the source of each. */
export const KNOWN_SUMMARIES: readonly SummaryKind[] = [
  {
    source: "goldencheetah",
    program: "GoldenCheetah",
    signs: ["date", "time", "filename"],
    isUtc: false,
    order: "month-first",
    date: ["date"],
    clock: ["time"],
    ridden: ["time riding", "time moving", "duration"],
    unit: 1,
    elapsed: ["duration"],
    load: ["bike stress", "bikestress", "tss"],
    normalized: ["iso power", "isopower", "np", "normalized power"],
    power: ["average power"],
    best20: ["20 min peak power", "20 minute peak power"],
    hr: ["average heart rate"],
    maxHr: ["max heartrate", "max heart rate"],
  },
  {
    source: "polar",
    program: "Polar Flow",
    signs: ["sport", "date", "start time", "duration", "average heart rate (bpm)"],
    isUtc: false,
    order: "day-first",
    mostRows: 1,
    date: ["date"],
    clock: ["start time"],
    sport: ["sport"],
    ridden: ["duration"],
    unit: 1,
    power: ["average power (w)"],
    hr: ["average heart rate (bpm)"],
    maxHr: [],
  },
  {
    source: "polar",
    program: "Polar",
    signs: ["start time", "duration", "sport"],
    isUtc: false,
    date: ["start time"],
    sport: ["detailed sport info", "sport"],
    ridden: ["duration"],
    unit: 1,
    power: ["power avg", "power average"],
    hr: ["heart rate avg", "heart rate average", "average heart rate"],
    maxHr: ["heart rate max", "heart rate maximum", "maximum heart rate"],
  },
  {
    source: "garmin",
    program: "Garmin Connect",
    signs: ["start time local", "duration"],
    isUtc: false,
    date: ["start time local"],
    sport: ["activity type type key", "activity type dto type key", "activity type", "sport type", "sport", "type"],
    ridden: ["duration"],
    unit: 1,
    elapsed: ["elapsed duration"],
    load: ["training stress score"],
    normalized: ["norm power", "normalized power"],
    power: ["avg power", "average power"],
    best20: ["max20 min power", "max 20 min power"],
    hr: ["average hr", "avg hr"],
    maxHr: ["max hr"],
  },
  {
    source: "wahoo",
    program: "Wahoo",
    signs: ["starts", "workout type id"],
    isUtc: true,
    date: ["starts"],
    sport: ["workout type id"],
    sportNumbers: WAHOO_SPORTS,
    ridden: ["workout summary duration active accum", "duration active accum"],
    unit: 1,
    elapsed: ["workout summary duration total accum", "duration total accum"],
    load: ["workout summary power bike tss last", "power bike tss last"],
    normalized: ["workout summary power bike np last", "power bike np last"],
    power: ["workout summary power bike avg", "workout summary power avg", "power bike avg", "power avg"],
    hr: ["workout summary heart rate avg", "heart rate avg"],
    maxHr: ["workout summary heart rate max", "heart rate max"],
  },
  {
    source: "zwift",
    program: "Zwift",
    signs: ["start date", "sport", "distance in meters"],
    isUtc: true,
    date: ["start date"],
    sport: ["sport"],
    ridden: ["moving time in ms"],
    unit: 1 / 1000,
    power: ["avg watts"],
    hr: ["avg heart rate"],
    maxHr: ["max heart rate"],
  },
  {
    source: "suunto",
    program: "Suunto",
    signs: ["device log header date time", "device log header duration"],
    isUtc: false,
    date: ["device log header date time"],
    sport: ["device log header activity type"],
    sportNumbers: SUUNTO_LOG_SPORTS,
    ridden: ["device log header duration"],
    unit: 1,
    power: ["device log header power avg"],
    hr: ["device log header hr avg"],
    maxHr: ["device log header hr max"],
    beats: 60,
  },
  {
    source: "suunto",
    program: "Suunto",
    signs: ["activity id", "start time", "total time"],
    isUtc: true,
    date: ["start time"],
    sport: ["activity id"],
    sportNumbers: SUUNTO_APP_SPORTS,
    ridden: ["total time"],
    unit: 1,
    hr: ["hrdata workout avg hr", "hrdata avg"],
    maxHr: ["hrdata workout max hr", "hrdata max"],
  },
];

/** VeloViewer's table of Strava's activities, in km or miles: times in seconds, power by its own columns. */
const veloViewer = (distance: string): SummaryKind => ({
  source: "strava",
  program: "VeloViewer",
  signs: ["when", distance, "moving time"],
  isUtc: false,
  date: ["when"],
  sport: ["sport type", "type"],
  ridden: ["moving time"],
  unit: 1,
  elapsed: ["elapsed time"],
  measured: "power meter",
  normalized: ["weighted avg pwr w"],
  power: ["pwr w"],
  hr: ["heart"],
  maxHr: ["max heart"],
});

/** Programs whose one file is a table. */
export const TABLE_SUMMARIES: readonly SummaryKind[] = [
  veloViewer("dist km"),
  veloViewer("dist mi"),
  {
    source: "table",
    program: "Peloton",
    signs: ["workout timestamp", "fitness discipline"],
    isUtc: false,
    date: ["workout timestamp"],
    sport: ["fitness discipline"],
    ridden: ["length", "length (minutes)"],
    unit: 60,
    power: ["avg. watts"],
    hr: ["avg. heartrate"],
    maxHr: [],
  },
];

/** A list of rides under plain English titles, as TrainerRoad, trainers and scripts write them: its unit of time has to stand in the title or in the cells. */
export const ANY_SUMMARY: SummaryKind = {
  source: "table",
  program: "a list of rides",
  signs: [],
  isUtc: false,
  date: [
    "date",
    "start date",
    "start time",
    "started",
    "start",
    "ride date",
    "workout date",
    "datetime",
    "day",
    "date time",
    "begin timestamp",
  ],
  clock: ["start time", "time of day", "time"],
  sport: ["sport", "activity type", "sport type", "workout type", "type", "activity", "discipline"],
  ridden: [
    "moving time",
    "time in motion",
    "ride time",
    "riding time",
    "active time",
    "duration",
    "workout duration",
    "total time",
    "elapsed time",
  ],
  elapsed: ["elapsed time", "total time"],
  load: ["tss", "training stress score", "training load", "bike stress"],
  normalized: ["np", "normalized power", "weighted average power", "iso power", "normalised power"],
  power: ["average power", "avg power", "avg watts", "average watts", "mean power"],
  hr: [
    "average heart rate",
    "avg heart rate",
    "average hr",
    "avg hr",
    "avg heartrate",
    "average heartrate",
    "heart rate: average",
  ],
  maxHr: ["max heart rate", "maximum heart rate", "max hr", "max heartrate", "max. heart rate", "heart rate: maximum"],
  ftp: ["ftp"],
};
