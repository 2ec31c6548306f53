import { isRecord } from "../athlete/parse-reading.ts";
import type { RecordedPoint, RecordedTrack } from "./track-points.ts";

/** `2026/11/20 07:00:00 UTC`, always UTC. */
const START = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d)/;

const number = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);

function startOf(text: unknown): number | undefined {
  const found = typeof text === "string" ? START.exec(text) : null;
  if (!found) return undefined;
  const [year = 0, month = 1, day, hours, minutes, seconds] = found.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hours, minutes, seconds) / 1000;
}

/** The recording in GoldenCheetah's own file of one activity; undefined for another file. It takes what has no sport for a ride. */
export function goldenCheetahTrack(root: unknown): RecordedTrack | undefined {
  const ride = isRecord(root) ? root.RIDE : undefined;
  if (!isRecord(ride) || !Array.isArray(ride.SAMPLES)) return undefined;
  const start = startOf(ride.STARTTIME);
  if (start === undefined) return undefined;
  const tagged = isRecord(ride.TAGS) ? ride.TAGS.Sport : undefined;
  const points = ride.SAMPLES.flatMap((sample: unknown): RecordedPoint[] => {
    const after = isRecord(sample) ? number(sample.SECS) : undefined;
    if (!isRecord(sample) || after === undefined) return [];
    const [lat, lon] = [number(sample.LAT), number(sample.LON)];
    const isSomewhere = lat !== 0 || lon !== 0;
    return [
      {
        time: Math.round(start + after),
        watts: number(sample.WATTS),
        beats: number(sample.HR),
        lat: isSomewhere ? lat : undefined,
        lon: isSomewhere ? lon : undefined,
      },
    ];
  });
  const sport = typeof tagged === "string" && tagged.trim() !== "" ? tagged.trim() : "Bike";
  return { sport, lapSeconds: 0, points };
}
