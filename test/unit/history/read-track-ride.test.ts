import { describe, expect, it } from "vitest";
import { localClock } from "../../../src/history/local-clock.ts";
import { readTrackRide } from "../../../src/history/read-track-ride.ts";
import type { FileReading, Ride } from "../../../src/history/ride.ts";

type Read = Omit<FileReading, "rides"> & { readonly rides: readonly Ride[]; readonly traces: readonly number[] };
async function read(text: string, size = 1000): Promise<Read> {
  const bytes = new TextEncoder().encode(text);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
  }
  const traces: number[] = [];
  const onTrace = (_ride: Ride, watts: readonly number[]): void => void traces.push(watts.length);
  const setup = { clock: localClock("Europe/Berlin"), onTrace, onChunk: () => Promise.resolve() };
  const reading = await readTrackRide(chunks(), setup);
  return { ...reading, rides: [...reading.rides], traces };
}

const START = Date.parse("2026-11-28T23:10:00Z");
const at = (second: number): string => new Date(START + second * 1000).toISOString().slice(0, 19) + "Z";
const SECONDS = Array.from({ length: 1500 }, (_, i) => i);

const tcx = (sport: string, { watts = true, laps = 1500 } = {}): string =>
  `   <?xml version="1.0"?>
<TrainingCenterDatabase xmlns="x" xmlns:ns3="y"><Activities><Activity Sport="${sport}"><Id>${at(0)}</Id>
<Lap StartTime="${at(0)}"><TotalTimeSeconds>${laps}</TotalTimeSeconds><AverageHeartRateBpm><Value>99</Value></AverageHeartRateBpm><Track>
${SECONDS.map((i) => `<Trackpoint><Time>${at(i)}</Time><HeartRateBpm><Value>${i === 700 ? 230 : 150}</Value></HeartRateBpm>${watts ? `<Extensions><ns3:TPX><ns3:Watts>${i < 1200 ? 220 : 100}</ns3:Watts></ns3:TPX></Extensions>` : ""}</Trackpoint>`).join("\n")}
</Track></Lap></Activity></Activities></TrainingCenterDatabase>`;

/** A track northwards at so many metres a second, with a rest of ten minutes in it. */
const gpx = (type: string, { speed = 7, times = true } = {}): string =>
  `<?xml version="1.0"?><gpx xmlns="x" xmlns:gpxtpx="y"><metadata><time>2020-01-01T00:00:00Z</time></metadata><trk><name>x</name>${type}<trkseg>
${SECONDS.map((i) => `<trkpt lat="${47 + (i * speed) / 111_195}" lon="8">${times ? `<time>${at(i < 900 ? i : i + 600)}</time>` : ""}<extensions><power>200</power><gpxtpx:TrackPointExtension><gpxtpx:hr>140</gpxtpx:hr></gpxtpx:TrackPointExtension></extensions></trkpt>`).join("\n")}
</trkseg></trk></gpx>`;

describe("a TCX file", () => {
  it("has its seconds, its power, and a heart rate without spikes, on the rider's own day", async () => {
    const { source, rides, traces } = await read(tcx("Biking"));
    expect(source).toBe("tcx");
    expect(rides).toMatchObject([{ day: "2026-11-29", seconds: 1500, elapsedSeconds: 1499, best20Watts: 220, meanHr: 150, maxHr: 150 }]); // prettier-ignore
    expect(rides[0]?.normalizedWatts).toBeCloseTo(207, -1);
    expect(traces).toEqual([1500]);
  });

  it("of another sport is named, and without watts has none", async () => {
    expect([...(await read(tcx("Running"))).otherSports]).toEqual([["Running", 1]]);
    expect((await read(tcx("Biking", { watts: false }))).rides[0]).not.toHaveProperty("normalizedWatts");
  });
});

describe("a GPX file", () => {
  it("has its riding time without its stops", async () => {
    const { source, rides } = await read(gpx("<type>cycling</type>"));
    expect(source).toBe("gpx");
    expect(rides).toMatchObject([{ seconds: 1498, elapsedSeconds: 2099, meanWatts: 200, meanHr: 140 }]);
    expect((await read(gpx("<type>1</type>"))).rides).toHaveLength(1);
  });

  it("without a sport is a ride where it is quick enough for one", async () => {
    expect((await read(gpx(""))).rides).toHaveLength(1);
    expect([...(await read(gpx("", { speed: 3 }))).otherSports]).toEqual([["no sport named", 1]]);
    expect([...(await read(gpx("<type>running</type>"))).otherSports]).toEqual([["running", 1]]);
  });

  it("without times is a course and no ride; broken or hostile ones are faults", async () => {
    expect((await read(gpx("", { times: false }))).source).toBeUndefined();
    expect((await read("<kml/>")).source).toBeUndefined();
    expect((await read(gpx("").slice(0, 9000))).faults).toHaveLength(1);
    expect((await read(`<gpx>${"<a>".repeat(200)}`)).faults).toMatchObject([
      { why: expect.stringContaining("deeper") as string },
    ]);
    const bomb = `<!DOCTYPE gpx [<!ENTITY a "${"x".repeat(100)}">]><gpx><trk><type>&a;</type></trk></gpx>`;
    expect((await read(bomb)).rides).toEqual([]);
  });
});
