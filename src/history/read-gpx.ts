import { SaxesParser } from "saxes";
import { PlanError } from "../base/errors.ts";

/** One point of a track: degrees, and metres above the sea where the file says them. */
export interface TrackPoint {
  readonly lat: number;
  readonly lon: number;
  readonly ele: number | undefined;
}

/** More points than any ride has at one a second for two days; beyond it, the file is no course. */
const MOST_POINTS = 200_000;
const DEEPEST = 40;
const HIGHEST = 9000;
const LOWEST = -500;

const refusal = (source: string, why: string, hint = "Export the course again, as GPX with elevation."): PlanError =>
  new PlanError({ code: "INPUT_INVALID", message: `${source} is no course that can be read: ${why}.`, hint });

const numberIn = (text: string | undefined): number | undefined => {
  if (text === undefined || !/^\s*[+-]?\d+(?:\.\d*)?\s*$/.test(text)) return undefined;
  return Number(text);
};

/** The points of a GPX file in order: of its track, or where it has none of its route. Entities of a document type are never expanded. */
export function readGpx(text: string, source: string): TrackPoint[] {
  if (/<!ENTITY/i.test(text)) throw refusal(source, "it declares entities of its own, which no course needs");
  const found: Record<"trkpt" | "rtept", TrackPoint[]> = { trkpt: [], rtept: [] };
  const parser = new SaxesParser();
  let depth = 0;
  let root = "";
  let point:
    { kind: "trkpt" | "rtept"; lat: number | undefined; lon: number | undefined; ele: number | undefined } | undefined;
  let height: string | undefined;
  parser.on("error", (error) => {
    throw refusal(
      source,
      `line ${parser.line} is not well-formed XML (${error.message.replace(/^(?:[^:]*:)?\d+:\d+: /, "").slice(0, 80)})`,
    );
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) throw refusal(source, `its elements are nested deeper than ${DEEPEST} levels`);
    if (depth === 1) root = name;
    if (name === "trkpt" || name === "rtept")
      point = { kind: name, lat: numberIn(attributes.lat), lon: numberIn(attributes.lon), ele: undefined };
    else if (name === "ele" && point !== undefined) height = "";
  });
  parser.on("text", (part) => {
    if (height !== undefined && height.length < 40) height += part;
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    if (name === "ele" && point !== undefined && height !== undefined) {
      const ele = numberIn(height);
      point.ele = ele !== undefined && ele > LOWEST && ele < HIGHEST ? ele : undefined;
      height = undefined;
    }
    if (point?.kind !== name) return;
    const { kind, lat, lon, ele } = point;
    if (lat !== undefined && lon !== undefined && Math.abs(lat) <= 90 && Math.abs(lon) <= 180)
      found[kind].push({ lat, lon, ele });
    if (found[kind].length > MOST_POINTS) throw refusal(source, `it has more than ${MOST_POINTS} points`);
    point = undefined;
  });
  parser.write(text).close();
  if (!/(?:^|:)gpx$/i.test(root)) throw refusal(source, "it is not GPX");
  const points = found.trkpt.length > 0 ? found.trkpt : found.rtept;
  if (points.length < 2)
    throw refusal(source, points.length === 1 ? "it has one point only" : "it has no track and no route");
  return points;
}
