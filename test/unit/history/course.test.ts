import { describe, expect, it } from "vitest";
import { courseOfTrack, metresBetween } from "../../../src/history/course-of-track.ts";
import { readGpx, type TrackPoint } from "../../../src/history/read-gpx.ts";

/** Metres along a meridian for one degree on the sphere of the reader. */
const DEGREE = (6_371_009 * Math.PI) / 180;

/** A track due north: lengths in kilometres at grades in percent, a point every 20 m; `noise` moves each height. */
function track(
  parts: readonly (readonly [km: number, grade: number])[],
  noise: (i: number) => number = () => 0,
): TrackPoint[] {
  const points: TrackPoint[] = [];
  let at = 0;
  let ele = 400;
  for (const [km, grade] of parts)
    for (let metre = 0; metre < km * 1000; metre += 20) {
      points.push({ lat: 46 + at / DEGREE, lon: 10, ele: ele + noise(points.length) });
      at += 20;
      ele += (20 * grade) / 100;
    }
  return points;
}

const gpx = (points: readonly string[], head = ""): string =>
  `<?xml version="1.0"?>${head}<gpx><trk><trkseg>${points.join("")}</trkseg></trk></gpx>`;
const point = (lat: string, ele?: string): string =>
  `<trkpt lat="${lat}" lon="10">${ele === undefined ? "" : `<ele>${ele}</ele>`}</trkpt>`;

describe("a track", () => {
  it("is as long as its points are apart on the sphere", () => {
    const [a, b] = [
      { lat: 46, lon: 10, ele: 0 },
      { lat: 46.1, lon: 10, ele: 0 },
    ];
    expect(metresBetween(a, b)).toBeCloseTo(DEGREE / 10, 3);
  });

  it("gives its climbs, each with where, how long and how steep", () => {
    const course = courseOfTrack(
      track([
        [20, 0],
        [10, 7],
        [10, -7],
        [15, 1],
        [5, 6],
        [5, -6],
      ]),
      "alp.gpx",
    );
    expect(course.distance_km).toBeCloseTo(65, 0);
    expect(course.climb_m).toBeGreaterThan(1100);
    expect(course.climb_m).toBeLessThan(1180);
    expect(course.altitude_m).toBeGreaterThan(1080);
    expect(course.climbs).toHaveLength(2);
    const [first, second] = course.climbs ?? [];
    expect(first?.at_km).toBeCloseTo(20, 0);
    expect(first?.length_km).toBeCloseTo(10, 0);
    expect(first?.grade_pct).toBeCloseTo(7, 0);
    expect(second?.length_km).toBeCloseTo(5, 0);
    expect(second?.grade_pct).toBeCloseTo(6, 0);
  });

  it("hardly climbs more for a receiver that is metres off, nor for single spikes", () => {
    const parts = [
      [20, 0],
      [10, 7],
      [10, -7],
    ] as const;
    const even = courseOfTrack(track(parts), "a");
    const rough = courseOfTrack(
      track(parts, (i) => ((i * 7919) % 13) / 2 - 3),
      "b",
    );
    const spiked = courseOfTrack(
      track(parts, (i) => (i % 400 === 0 ? 5000 : 0)),
      "c",
    );
    for (const course of [rough, spiked]) {
      expect(Math.abs((course.climb_m ?? 0) - (even.climb_m ?? 0))).toBeLessThan(60);
      expect(course.climbs).toHaveLength(1);
      expect(Math.abs((course.altitude_m ?? 0) - (even.altitude_m ?? 0))).toBeLessThan(10);
    }
  });

  it("names no climb on a flat road", () => {
    expect(courseOfTrack(track([[50, 0.5]]), "flat").climbs).toBeUndefined();
  });

  it.each([
    [
      "no elevation",
      () => track([[5, 1]]).map(({ lat, lon }) => ({ lat, lon, ele: undefined })),
      /none of its points has an elevation/,
    ],
    ["no length", () => Array.from({ length: 9 }, () => ({ lat: 46, lon: 10, ele: 1 })), /0 km long/],
  ])("with %s is refused", (_, points, says) => {
    expect(() => courseOfTrack(points(), "course.gpx")).toThrow(says);
  });
});

describe("a GPX file", () => {
  it("gives the points of its track, and of a route where it has no track", () => {
    const route = gpx([point("46.0", "1"), point("46.1", "2")]).replaceAll("trkpt", "rtept");
    for (const text of [gpx([point("46.0", "1"), point("46.1", "2")]), route])
      expect(readGpx(text, "a")).toEqual([
        { lat: 46, lon: 10, ele: 1 },
        { lat: 46.1, lon: 10, ele: 2 },
      ]);
  });

  it("leaves out what is no place and no height", () => {
    const text = gpx([point("46"), point("95", "3"), point("abc", "3"), point("46.2", "NaN"), point("46.3", "99999")]);
    expect(readGpx(text, "a")).toEqual(
      ["46", "46.2", "46.3"].map((lat) => ({ lat: Number(lat), lon: 10, ele: undefined })),
    );
  });

  const bomb = '<!DOCTYPE gpx [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
  it.each([
    ["one point", gpx([point("46", "1")]), /it has one point only/],
    ["no point", gpx([]), /it has no track and no route/],
    ["another root", "<kml><trkpt/></kml>", /it is not GPX/],
    ["an end that is missing", gpx([point("46", "1"), point("47", "1")]).slice(0, 90), /not well-formed XML/],
    ["no XML at all", '{"a": 1}', /not well-formed XML/],
    ["entities of its own", gpx([point("46", "&b;")], bomb), /declares entities/],
    ["an unknown entity", gpx([point("46", "&nope;"), point("47", "1")]), /not well-formed XML/],
    ["depth without end", `<gpx>${"<a>".repeat(99)}`, /nested deeper/],
  ])("with %s is refused, and names itself", (_, text, says) => {
    expect(() => readGpx(text, "course.gpx")).toThrow(says);
    expect(() => readGpx(text, "course.gpx")).toThrow(/^course\.gpx is no course/);
  });
});
