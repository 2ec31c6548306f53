/** Files as other programs export them, made small: titles and spellings as in real exports, every ride invented. */

const quote = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((row) => row.map(quote).join(",")).join("\n")}\n`;

const STRAVA_EN =
  "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,Elevation Gain,Elevation Loss,Elevation Low,Elevation High,Max Grade,Average Grade,Average Positive Grade,Average Negative Grade,Max Cadence,Average Cadence,Max Heart Rate,Average Heart Rate,Max Watts,Average Watts,Calories,Max Temperature,Average Temperature,Relative Effort,Total Work,Number of Runs,Uphill Time,Downhill Time,Other Time,Perceived Exertion,Type,Start Time,Weighted Average Power,Power Count".split(
    ",",
  );
const STRAVA_DE =
  "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,Verstrichene Zeit,Distanz,Max. Herzfrequenz,Relative Leistung,Pendeln,Hinweis,Aktivitätsausrüstung,Dateiname,Sportlergewicht,Fahrradgewicht,Verstrichene Zeit,Bewegungszeit,Distanz,a,b,c,d,e,f,g,h,i,j,k,l,Max. Herzfrequenz,Durchschnittliche Herzfrequenz,Max. Watt,Durchschnittliche Watt,m,n,o,Relative Leistung,Gesamtarbeit,p,q,r,s,Gefühlte Anstrengung,Art,Startzeit,Gewichtete durchschnittliche Leistung,Leistungszahl".split(
    ",",
  );

/** One activity of an export; watts only where a meter was there. */
export interface ExportedRide {
  readonly date: string;
  readonly type?: string;
  readonly name?: string;
  readonly moving?: number;
  readonly elapsed?: number;
  readonly hr?: number;
  readonly watts?: number;
  /** The file of its seconds, as the table names it. */
  readonly recording?: string;
}

/** Cells of one ride in the 48 columns that all of Strava's exports since 2020 begin with. */
function stravaRow(ride: ExportedRide, index: number): string[] {
  const { date, type = "Ride", name = "Ride", moving = 3600, elapsed = moving, hr, watts, recording } = ride;
  const row = Array.from({ length: STRAVA_EN.length }, () => "");
  const set = (at: number, value: number | string | undefined): void => {
    if (value !== undefined) row[at] = String(value);
  };
  set(0, 10_000_000 + index);
  [date, name, type].forEach((cell, i) => {
    set(1 + i, cell);
  });
  set(5, elapsed);
  set(6, "30,5");
  set(12, recording);
  set(15, elapsed);
  set(16, moving);
  set(17, "30500.0");
  set(31, hr);
  set(33, watts ?? 140);
  set(46, watts);
  set(47, watts === undefined ? "" : moving);
  return row;
}

/** Strava's `activities.csv` in English or German, with the 48 columns or with more behind them. */
export function stravaCsv(rides: readonly ExportedRide[], { language = "en", more = 0 } = {}): string {
  const extra = Array.from({ length: more }, (_, i) => `Column ${i}`);
  const titles = [...(language === "en" ? STRAVA_EN : STRAVA_DE), ...extra];
  return csv([titles, ...rides.map((ride, index) => [...stravaRow(ride, index), ...extra.map(() => "")])]);
}

/** Strava's export of 2018: ten columns. */
export const oldStravaCsv = (rides: readonly ExportedRide[]): string =>
  csv([
    ["id", "date", "name", "type", "description", "elapsed_time", "distance", "commute", "gear", "filename"],
    ...rides.map(({ date, elapsed = 3600 }, i) => [
      String(1000 + i),
      date,
      "x",
      "Ride",
      "",
      String(elapsed),
      "30500",
      "f",
      "",
      "",
    ]),
  ]);

/** Garmin Connect's `Activities.csv`. */
export const garminCsv = (
  rides: readonly { date: string; type?: string; time: string; km?: string; tss?: string; moving?: string }[],
): string =>
  csv([
    [
      "Activity Type",
      "Date",
      "Favorite",
      "Title",
      "Distance",
      "Calories",
      "Time",
      "Avg HR",
      "Max HR",
      "Aerobic TE",
      "Normalized Power® (NP®)",
      "Training Stress Score®",
      "Moving Time",
    ],
    ...rides.map(({ date, type = "Cycling", time, km = "30.10", tss = "0.0", moving = "--" }) => [
      type,
      date,
      "false",
      "x",
      km,
      "1,825",
      time,
      "--",
      "171",
      "3.0",
      "--",
      tss,
      moving,
    ]),
  ]);

/** TrainingPeaks' `workouts.csv`; a row without hours was only planned. */
export const trainingPeaksCsv = (
  rides: readonly { day: string; hours: string; tss?: string; type?: string }[],
): string =>
  [
    "Title,WorkoutType,WorkoutDescription,PlannedDuration,WorkoutDay,TimeTotalInHours,PowerAverage,HeartRateAverage,HeartRateMax,IF,TSS,Rpe".split(
      ",",
    ),
    ...rides.map(({ day, hours, tss = "", type = "Bike" }) => [
      "x",
      type,
      "",
      "1",
      day,
      hours,
      "",
      "",
      "",
      "",
      tss,
      "",
    ]),
  ]
    .map((row) => row.map((cell) => `"${cell}"`).join(","))
    .join("\n");

/** intervals.icu's `activities.csv`. */
export const intervalsCsv = (
  rides: readonly { date: string; seconds: number; load: number; fitness?: number }[],
): string =>
  csv([
    [
      "id",
      "start_date_local",
      "name",
      "type",
      "moving_time",
      "elapsed_time",
      "average_heartrate",
      "icu_training_load",
      "icu_fitness",
      "icu_eftp",
    ],
    ...rides.map(({ date, seconds, load, fitness = 50 }, i) => [
      `i${i + 1}`,
      date,
      "x",
      "Ride",
      String(seconds),
      String(seconds),
      "140",
      String(load),
      String(fitness),
      "251.3",
    ]),
  ]);
