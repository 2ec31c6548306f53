import { describe, expect, it } from "vitest";
import { localClock } from "../../../src/history/local-clock.ts";
import { readJson } from "../../../src/history/read-json.ts";
import { readCsv } from "../../../src/history/read-csv.ts";
import type { FileReading, Ride } from "../../../src/history/ride.ts";

const setup = { clock: localClock("Europe/Berlin"), onRows: () => Promise.resolve() };
type Read = Omit<FileReading, "rides"> & { readonly rides: readonly Ride[] };
async function read(value: unknown): Promise<Read> {
  const reading = await readJson(typeof value === "string" ? value : JSON.stringify(value), setup);
  return { ...reading, rides: [...reading.rides] };
}
async function csv(lines: readonly string[]): Promise<Read> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(new TextEncoder().encode(lines.join("\n")));
  }
  const reading = await readCsv(chunks(), setup);
  return { ...reading, rides: [...reading.rides] };
}

const ofIntervals = { id: "i1", start_date_local: "2026-11-28T23:30:00", type: "VirtualRide", moving_time: 3600, elapsed_time: 3700, icu_training_load: 61, icu_weighted_avg_watts: 210, device_watts: true, icu_ftp: 250, max_heartrate: 171, icu_ctl: 44.2 }; // prettier-ignore
const ofStrava = { resource_state: 2, id: 9, name: "x", start_date: "2026-11-28T22:30:00Z", start_date_local: "2026-11-28T23:30:00Z", type: "Ride", sport_type: "GravelRide", moving_time: 3600, elapsed_time: 3700, average_watts: 180.5, weighted_average_watts: 200, device_watts: true, average_heartrate: 141.2, max_heartrate: 170, map: { summary_polyline: "abc" }, laps: [{ moving_time: 1, start_date_local: "2026-11-28T23:30:00Z" }] }; // prettier-ignore

describe("records of intervals.icu's API", () => {
  it("have loads, FTP and fitness; what came from Strava is named as kept back", async () => {
    const stub = { id: "2", start_date_local: "2026-11-27T10:00:00", source: "STRAVA", _note: "not available" };
    const { source, rides, otherSports } = await read([ofIntervals, stub, { ...ofIntervals, id: "i3", type: "Run", max_heartrate: 188 }]); // prettier-ignore
    expect(source).toBe("intervals");
    expect(rides).toMatchObject([{ day: "2026-11-28", seconds: 3600, givenLoad: 61, normalizedWatts: 210, ftpSet: 250, fitness: 44.2 }]); // prettier-ignore
    expect([...otherSports]).toEqual([
      ["Strava ride kept back by intervals.icu", 1],
      ["Run", 1],
    ]);
  });
});

describe("records of Strava's API", () => {
  it("are told apart from intervals.icu's: local time, no load, and no watts without a meter", async () => {
    const estimated = { ...ofStrava, device_watts: false };
    const { source, rides, otherSports } = await read([ofStrava, { ...estimated, start_date_local: "2026-11-20T10:00:00Z" }, { ...ofStrava, sport_type: "EBikeRide" }]); // prettier-ignore
    expect(source).toBe("strava");
    expect(rides).toMatchObject([
      { day: "2026-11-28", normalizedWatts: 200, meanHr: 141.2, maxHr: 170 },
      { day: "2026-11-20" },
    ]);
    expect(rides[1]).not.toHaveProperty("normalizedWatts");
    expect([...otherSports]).toEqual([["EBikeRide", 1]]);
  });

  it("may be one record, a record a line, wrapped in an object, or a table that a script made", async () => {
    expect((await read(ofStrava)).rides).toHaveLength(1);
    expect((await read({ page: 1, data: { activities: [ofStrava] } })).rides).toHaveLength(1);
    expect((await read(`${JSON.stringify(ofStrava)}\n${JSON.stringify({ ...ofStrava, id: 8 })}\n`)).rides).toHaveLength(
      2,
    );
    const table = await csv([",id,start_date_local,sport_type,moving_time,elapsed_time,average_watts,device_watts", "0,9,2026-11-28 23:30:00+00:00,root='Ride',0 days 01:00:00,3700,180,True"]); // prettier-ignore
    expect(table).toMatchObject({ source: "strava", rides: [{ day: "2026-11-28", seconds: 3600, meanWatts: 180 }] });
  });
});

describe("what Strava's site and its helpers write", () => {
  it("its own pages are answered with times to show and raw ones, and seconds of the rider's clock", async () => {
    const model = { id: 9, name: "x", type: "VirtualRide", start_date: "Sat, 28/11/2026", start_date_local_raw: 1_795_908_600, start_time: "2026-11-28T22:30:00+0000", moving_time: "56:20", moving_time_raw: 3380, elapsed_time: "1:01:40", elapsed_time_raw: 3700, suffer_score: 12 }; // prettier-ignore
    const { source, rides, faults } = await read({ models: [model, { ...model, type: "Walk" }], page: 1, total: 2 });
    expect({ source, faults }).toEqual({ source: "strava", faults: [] });
    expect(rides).toMatchObject([{ day: "2026-11-28", seconds: 3380, elapsedSeconds: 3700 }]);
  });

  it("a list without a sport is one of rides where a meter's fields stand in it", async () => {
    const titles = "start_date_local,name,moving_time,average_watts,weighted_average_watts,device_watts";
    const row = "2026-11-28T11:59:10Z,x,3600,160.6,201,true";
    expect((await csv([titles, row])).rides).toMatchObject([{ seconds: 3600, normalizedWatts: 201 }]);
    const without = await csv(["start_date_local,name,moving_time,suffer_score", "2026-11-28T11:59:10Z,x,3600,20"]);
    expect(without).toMatchObject({ source: undefined, incomplete: { program: "Strava", missing: ["sport_type"] } });
  });

  it("VeloViewer's table: seconds, and power only where it was measured", async () => {
    const titles = "Activity Score,When,Type,Sport Type,Name,Dist mi,Elapsed Time,Moving Time,Start Time,Pwr W,Weighted Avg Pwr W,Power Meter,Heart,Max Heart"; // prettier-ignore
    const row = (meter: number): string => `34.7,2026-11-28 09:57:58,Ride,Gravel Ride,x,35.2,4000,3600,35878,140.1,180,${meter},144.2,168`; // prettier-ignore
    const { source, rides } = await csv([titles, row(1), row(0).replace("-28", "-27")]);
    expect(source).toBe("strava");
    expect(rides).toMatchObject([{ seconds: 3600, elapsedSeconds: 4000, normalizedWatts: 180, meanHr: 144.2 }, {}]);
    expect(rides[1]).not.toHaveProperty("meanWatts");
  });

  it("a hand's two parts of a time are told apart by the distance, and named where it does not", async () => {
    const { rides, faults } = await csv(["Activity Date,Activity Type,Elapsed Time,Distance", "2026-11-26,Ride,1:30,40", "2026-11-27,Ride,38:20,16", "2026-11-28,Ride,1:30,"]); // prettier-ignore
    expect(rides.map(({ seconds }) => seconds)).toEqual([5400, 2300]);
    expect(faults).toEqual([{ line: 4, why: "the duration 1:30 can be minutes or hours" }]);
  });
});

describe("summaries of other programs", () => {
  it("Peloton's workouts: minutes, no power but its bike's", async () => {
    const titles = "Workout Timestamp,Live/On-Demand,Instructor Name,Length (minutes),Fitness Discipline,Type,Title,Class Timestamp,Total Output,Avg. Watts,Avg. Heartrate"; // prettier-ignore
    const rows = ["2026-11-28 09:30 (CDT),Live,N N,30,Cycling,Intervals,x,2026-01-30 09:18 (CDT),208,116,141.5", "2026-11-28 11:07 (CDT),On Demand,N N,20,Strength,Arms,x,,,,"]; // prettier-ignore
    const { rides, otherSports, faults } = await csv([titles, ...rows]);
    expect(faults).toEqual([]);
    expect(rides).toMatchObject([{ day: "2026-11-28", seconds: 1800, meanWatts: 116, meanHr: 141.5 }]);
    expect([...otherSports]).toEqual([["Strength", 1]]);
  });

  const one = async (value: unknown, source: string, ride: object): Promise<void> => {
    const reading = await read(value);
    expect(reading.faults).toEqual([]);
    expect(reading).toMatchObject({ source, rides: [{ source, ...ride }] });
  };

  it("Wahoo's workouts: UTC, numbers for sports", async () => {
    const workout = { id: 1, starts: "2026-11-28T23:30:00.000Z", minutes: 60, workout_type_id: 61, workout_summary: { duration_active_accum: "3600.0", duration_total_accum: "3700.0", heart_rate_avg: "141.0", power_bike_np_last: "205.0", power_bike_tss_last: "66.0" } }; // prettier-ignore
    await one({ workouts: [workout], total: 1 }, "wahoo", { day: "2026-11-29", seconds: 3600, meanHr: 141, normalizedWatts: 205, givenLoad: 66 }); // prettier-ignore
    expect([...(await read({ workouts: [{ ...workout, workout_type_id: 64 }, { ...workout, workout_type_id: 33 }] })).otherSports]).toEqual([["E-bike", 1], ["sport 33", 1]]); // prettier-ignore
  });

  it("Zwift's activities: milliseconds, UTC", async () => {
    await one([{ id: 1, sport: "CYCLING", startDate: "2026-11-28T17:00:00.000+0000", movingTimeInMs: 3_600_000, distanceInMeters: 30_000, avgWatts: 190.2, avgHeartRate: 139 }], "zwift", { day: "2026-11-28", seconds: 3600, meanWatts: 190.2 }); // prettier-ignore
  });

  it("Polar's sessions: durations as ISO 8601 spells them, from the archive and from AccessLink", async () => {
    const session = { exportVersion: "1.6", name: "x", startTime: "2026-11-28T17:00:00.000", stopTime: "2026-11-28T18:00:00.000", duration: "PT3600.500S", exercises: [{ startTime: "2026-11-28T17:00:00.000", duration: "PT1H0M0.5S", sport: "ROAD_BIKING", heartRate: { min: 80, avg: 140, max: 171 }, samples: { heartRate: [{ value: 90 }] } }] }; // prettier-ignore
    await one(session, "polar", { day: "2026-11-28", seconds: 3600, meanHr: 140, maxHr: 171 });
    const link = { id: "x", "upload-time": "2026-11-28T18:00:00Z", "start-time": "2026-11-28T17:00:00", duration: "PT1H", sport: "OTHER", "detailed-sport-info": "INDOOR_CYCLING", "heart-rate": { average: 140, maximum: 171 } }; // prettier-ignore
    await one([link], "polar", { seconds: 3600, meanHr: 140, maxHr: 171 });
  });

  it("Polar Flow's CSV of one session: its first row, not its samples", async () => {
    const reading = await csv([
      "Name,Sport,Date,Start time,Duration,Total distance (km),Average heart rate (bpm),Average speed (km/h),Average power (W),HR max",
      "x,CYCLING,20-06-2026,11:17:03,01:30:08,40.48,146,28.9,190,195",
      "Sample rate,Time,HR (bpm),Speed (km/h),Power (W)",
      "1,00:00:00,95,3.7,0",
    ]);
    expect(reading).toMatchObject({ source: "polar", faults: [], rides: [{ day: "2026-06-20", seconds: 5408, meanHr: 146, meanWatts: 190 }] }); // prettier-ignore
    expect(reading.rides[0]).not.toHaveProperty("maxHr");
  });

  it("Suunto's logs: numbers for sports, heart rate in beats a second", async () => {
    const log = { DeviceLog: { Header: { ActivityType: 4, DateTime: "2026-11-28T17:00:00.000+01:00", Duration: 3600.4, HR: [{ Avg: 2.35, Max: 2.9 }] }, Samples: [{ TimeISO8601: "x" }] } }; // prettier-ignore
    await one(log, "suunto", { day: "2026-11-28", seconds: 3600, meanHr: 141, maxHr: 174 });
    await one({ payload: [{ activityId: 2, startTime: 1_795_885_200_000, totalTime: 3600, hrdata: { workoutAvgHR: 140, workoutMaxHR: 170 } }] }, "suunto", { seconds: 3600, meanHr: 140, maxHr: 170 }); // prettier-ignore
  });

  it("Garmin Connect's records and its account archive, which counts in milliseconds", async () => {
    const record = { activityId: 1, activityName: "x", activityType: { typeId: 152, typeKey: "virtual_ride" }, startTimeLocal: "2026-11-28 07:00:00", startTimeGMT: "2026-11-28 06:00:00", duration: 4200, movingDuration: 4180, averageHR: 150, maxHR: 172, avgPower: 190, normPower: 198, max20MinPower: 230 }; // prettier-ignore
    await one([record], "garmin", { day: "2026-11-28", seconds: 4200, normalizedWatts: 198, best20Watts: 230 });
    const archived = { activityId: 1, activityType: "indoor_cycling", startTimeLocal: 1_795_849_200_000, beginTimestamp: 1_795_845_600_000, duration: 4_200_000, elapsedDuration: 4_300_000, avgHr: 150, maxHr: 172, avgPower: 190 }; // prettier-ignore
    await one([{ summarizedActivitiesExport: [archived] }], "garmin", { seconds: 4200, elapsedSeconds: 4300, meanHr: 150, meanWatts: 190 }); // prettier-ignore
  });

  it("a sport is found under any title, named without what a script wrapped around it, and missed where it is none", async () => {
    const record = (sport: string): string[] => [`2026-11-28 07:00:00,"${sport}",3600,150`, `2026-11-27 07:00:00,"{'typeId': 1, 'typeKey': 'running', 'parentTypeId': 17}",1800,140`]; // prettier-ignore
    const titles = "start_time_local,type,duration,avg_hr";
    for (const sport of ["cycling", "{'typeId': 10, 'typeKey': 'road_biking', 'parentTypeId': 2, 'trimmable': True}"]) {
      const { rides, otherSports } = await csv([titles, ...record(sport)]);
      expect(rides).toMatchObject([{ day: "2026-11-28", seconds: 3600 }]);
      expect([...otherSports]).toEqual([["running", 1]]);
    }
    const without = await csv(["start_time_local,duration,avg_hr", "2026-11-28 07:00:00,3600,150"]);
    expect(without).toMatchObject({ source: undefined, incomplete: { program: "Garmin Connect", missing: ["sport"] } });
  });

  it("GoldenCheetah's metrics, and a plain list whose titles say their units", async () => {
    const metrics = await csv(["date, time, filename, Duration, Average Power, IsoPower, BikeStress", "11/05/26,07:00:00,2026_11_05.json,3600.000000,180.000000,200.000000,64.000000"]); // prettier-ignore
    expect(metrics).toMatchObject({ source: "goldencheetah", rides: [{ day: "2026-11-05", seconds: 3600, givenLoad: 64, normalizedWatts: 200 }] }); // prettier-ignore
    const list = await csv(["Date,Workout,Duration (min),TSS,NP", "2026-11-05,Sweet spot,90,81,205"]);
    expect(list).toMatchObject({ source: "table", rides: [{ day: "2026-11-05", seconds: 5400, givenLoad: 81 }] });
    const unclear = await csv(["Date,Workout,Duration,TSS", "2026-11-05,x,90,81", "2026-11-06,x,1:30:00,81"]);
    expect(unclear).toMatchObject({ faults: [{ line: 2, why: "the duration 90 has no unit, and its title names none" }], rides: [{ seconds: 5400 }] }); // prettier-ignore
  });

  it.each([
    ["minutes, km and km/h", "83.1,41.55,30"],
    ["seconds, metres and m/s", "4986,41550,8.333"],
    ["seconds, km and km/h", "4986,41.55,30"],
    ["seconds, metres and km/h", "4986,41550,30"],
    ["hours, miles and miles an hour", "1.385,25.82,18.64"],
    ["minutes, metres and m/s", "83.1,41550,8.333"],
    ["shares of a day, km and km/h", "0.0577083,41.55,30"],
    ["seconds without a speed", "4986,0,0"],
  ])("a duration without a unit is told by distance and speed: %s", async (_, cells) => {
    const titles = "name,date,sport,moving_time,distance,average_speed";
    const table = await csv([titles, `x,2026-11-27,Run,${cells}`, `y,2026-11-28,Ride,${cells}`, "z,2026-11-29,Ride,,0,0"]); // prettier-ignore
    expect(table).toMatchObject({ source: "table", faults: [{ line: 4, why: "it has no duration" }] });
    expect(Math.abs((table.rides[0]?.seconds ?? 0) - 4986)).toBeLessThan(15);
    const [ride] = (await read([{ date: "2026-11-28", sport: "Ride", moving_time: Number(cells.split(",")[0]), distance: Number(cells.split(",")[1]), average_speed: Number(cells.split(",")[2]) }])).rides; // prettier-ignore
    expect(Math.abs((ride?.seconds ?? 0) - 4986)).toBeLessThan(15);
  });

  it("a time of two parts is minutes where the column writes hours in three, or has more than a day's", async () => {
    const titles = "Date,Type,Distance (km),Duration,Average Speed (km/h),Average Heart Rate (bpm)";
    const three = await csv([titles, "2026-11-27 07:48:44,Running,14,1:06:06,13,140", "2026-11-28 07:00:00,Cycling,9,21:30,25,130"]); // prettier-ignore
    expect(three.rides).toMatchObject([{ seconds: 1290, meanHr: 130 }]);
    const more = await csv([titles, "2026-11-27 07:48:44,Cycling,14,45:32,18,140", "2026-11-28 07:00:00,Cycling,9,21:30,25,130"]); // prettier-ignore
    expect(more.rides).toMatchObject([{ seconds: 2732 }, { seconds: 1290 }]);
    const unclear = await csv([titles, "2026-11-28 07:00:00,Cycling,,1:30,,130"]);
    expect(unclear.faults).toEqual([{ line: 2, why: "the duration 1:30 can be minutes or hours" }]);
  });

  it("the unit in a title counts, with or without a blank before it, in Garmin's words, too", async () => {
    for (const title of ["Duration (in minutes)", "Duration(min)", "Time_min"])
      expect((await csv([`Activity Type,Date,${title}`, "Cycling,2026-11-28,40"])).rides).toMatchObject([{ seconds: 2400 }]); // prettier-ignore
    const health = await csv(["Date,Activity,Distance(km),Duration(Seconds),Heart rate: Average(count/min)", "2026-11-28 14:09:51 - 2026-11-28 14:20:53,Cycling,2.5,662.483,104.4"]); // prettier-ignore
    expect(health.rides).toMatchObject([{ day: "2026-11-28", seconds: 662, meanHr: 104.4 }]);
  });

  it("GoldenCheetah's file of one activity: a recording by second, UTC", async () => {
    const SAMPLES = Array.from({ length: 1801 }, (_, SECS) => ({ SECS, KM: SECS / 120, WATTS: 200, HR: 140 }));
    const ride = (Sport: string): object => ({ RIDE: { STARTTIME: "2026/11/28 23:30:00 UTC ", RECINTSECS: 1, DEVICETYPE: "x", TAGS: { Athlete: "x", Sport }, SAMPLES } }); // prettier-ignore
    await one(ride("Bike "), "goldencheetah", { day: "2026-11-29", seconds: 1800, normalizedWatts: 200, best20Watts: 200, meanHr: 140 }); // prettier-ignore
    expect([...(await read(ride("Run"))).otherSports]).toEqual([["Run", 1]]);
    expect((await read({ RIDE: { STARTTIME: "never", SAMPLES } })).source).toBeUndefined();
  });

  it("what a public script takes from Garmin Connect, in its older and its newer columns", async () => {
    const older = ["Activity ID,Begin Timestamp,End Timestamp,Activity Parent,Activity Type,Distance (km),Duration (h:m:s),Duration (Raw Seconds)", "1,2026-11-28 07:00:00,2026-11-28 08:00:00,Cycling,Road Cycling,30,01:00:00,3600"]; // prettier-ignore
    const newer = ["Start Time,End Time,Activity ID,Duration (h:m:s),Elapsed Duration (h:m:s),Activity Parent,Activity Type,Max. Heart Rate (bpm),Average Heart Rate (bpm)", "2026-11-28T07:00:00+01:00,2026-11-28T08:10:00+01:00,1,01:00:00,01:10:00,Cycling,Road Cycling,170,141"]; // prettier-ignore
    for (const lines of [older, newer])
      expect(await csv(lines)).toMatchObject({ faults: [], rides: [{ day: "2026-11-28", seconds: 3600 }] });
    expect((await csv(newer)).rides).toMatchObject([{ meanHr: 141, maxHr: 170 }]);
  });

  it("komoot's tours: the time in motion, not the one with its pauses", async () => {
    const tour = { id: 7, sport: "touringbicycle", name: "x", date: "2026-11-28T09:00:00.000+01:00", distance: 25_000.5, duration: 4000, time_in_motion: 3600 }; // prettier-ignore
    expect((await read({ tours: [tour] })).rides).toMatchObject([{ day: "2026-11-28", seconds: 3600 }]);
  });

  it("another JSON is no export", async () => {
    for (const text of ['{"a":1}', "[1,2]", "[]", "nothing", "", '[{"name":"x","type":"y"}]'])
      expect((await read(text)).source).toBeUndefined();
  });
});
