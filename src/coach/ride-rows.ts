import { sum } from "../base/numbers.ts";
import type { Segment } from "../workout/segment.ts";
import { WARM_UP } from "../rules/limits.ts";
import type { AskedRide } from "./asked-week.ts";
import type { Edge, Row, Session } from "./week-form.ts";

/** Riding at or below this is easy. Percent of FTP. */
const EASY = 75;
/** A ride without a row that fills it may be this far off its minutes, and an easy row makes up for it. */
const NEAR = 0.05;
const SHORTEST_FILL = 60;
const OWN_WARM_UP: Edge = { seconds: 600, from: 45, to: 65 };
const OWN_COOL_DOWN: Edge = { seconds: 300, from: 55, to: 40 };
const OWN_FILL: Row = { sets: 1, seconds: 0, percent: 62, restSeconds: 0, restPercent: 0 };

const isFill = ({ seconds }: Row): boolean => seconds === 0;
const isEasyStretch = ({ sets, percent, restSeconds }: Row): boolean =>
  sets === 1 && restSeconds === 0 && percent <= EASY;
const lengthOf = ({ sets, seconds, restSeconds }: Row): number => sets * (seconds + restSeconds);
const fixedSeconds = ({ warmUp, rows, coolDown }: Session): number =>
  (warmUp?.seconds ?? 0) + (coolDown?.seconds ?? 0) + sum(rows.map(lengthOf));

/** Place of the longest easy stretch, or -1. */
function easiest(rows: readonly Row[]): number {
  let best = -1;
  rows.forEach((row, i) => {
    if (isEasyStretch(row) && row.seconds > (rows[best]?.seconds ?? 0)) best = i;
  });
  return best;
}

/**
 * The rows with their lengths: rows without seconds share what is left of the ride, and where none is, an easy row makes up
 * for a few minutes. Undefined where the ride is no ride of these minutes.
 */
export function timedRows(session: Session, seconds: number): readonly Row[] | undefined {
  const { rows } = session;
  const left = seconds - fixedSeconds(session);
  const fills = rows.filter(isFill).length;
  if (fills > 0) {
    if (left < fills * SHORTEST_FILL) return undefined;
    let [given, count] = [0, 0];
    return rows.map((row) => {
      if (!isFill(row)) return row;
      count += 1;
      const share = count === fills ? left - given : Math.floor(left / fills);
      given += share;
      return { ...row, seconds: share };
    });
  }
  if (Math.abs(left) > seconds * NEAR) return undefined;
  const at = easiest(rows);
  return rows.map((row, i) =>
    i === at && row.seconds + left >= SHORTEST_FILL ? { ...row, seconds: row.seconds + left } : row,
  );
}

const TEXTS = {
  warmUp: "Build slowly",
  easy: "Even and easy",
  steady: "Hold it even",
  sets: "Hold each effort even, ride easily between them",
  coolDown: "Spin out",
};

const edge = (kind: "warmup" | "cooldown", { seconds, from, to }: Edge): Segment => ({
  kind,
  seconds,
  low: Math.min(from, to) / 100,
  high: Math.max(from, to) / 100,
  description: kind === "warmup" ? TEXTS.warmUp : TEXTS.coolDown,
});

function rowSegment({ sets, seconds, percent, restSeconds, restPercent }: Row): Segment {
  const work = { seconds, low: percent / 100, high: percent / 100 };
  if (sets === 1 && restSeconds === 0)
    return { kind: "steady", ...work, description: percent <= EASY ? TEXTS.easy : TEXTS.steady };
  const rest = { seconds: restSeconds, low: restPercent / 100, high: restPercent / 100 };
  return { kind: "interval", sets, work, rest: restSeconds === 0 ? undefined : rest, description: TEXTS.sets };
}

/** The segments of a ride of these seconds; undefined where its rows do not add up to them. */
export function segmentsOf(session: Session, seconds: number): readonly Segment[] | undefined {
  const rows = timedRows(session, seconds);
  if (rows === undefined || rows.length === 0) return undefined;
  return [
    ...(session.warmUp === undefined ? [] : [edge("warmup", session.warmUp)]),
    ...rows.map(rowSegment),
    ...(session.coolDown === undefined ? [] : [edge("cooldown", session.coolDown)]),
  ];
}

const capped = (row: Row, top: number): Row => ({
  ...row,
  percent: Math.min(row.percent, top),
  restPercent: Math.min(row.restPercent, top),
});
const cappedEdge = (edgeOf: Edge, top: number): Edge => ({
  ...edgeOf,
  from: Math.min(edgeOf.from, top),
  to: Math.min(edgeOf.to, top),
});
const atLeast = (given: Edge | undefined, own: Edge, seconds: number): Edge =>
  given === undefined ? own : { ...given, seconds: Math.max(given.seconds, seconds) };

const atMost = (given: Edge | undefined, seconds: number): Edge | undefined =>
  given && { ...given, seconds: Math.min(given.seconds, seconds) };

/** One round less of the longest sets; undefined where nothing repeats. */
function withFewerSets(rows: readonly Row[]): readonly Row[] | undefined {
  const longest = rows.reduce((best, row) => (row.sets > 1 && lengthOf(row) > lengthOf(best) ? row : best), OWN_FILL);
  if (longest.sets < 2 || longest === OWN_FILL) return undefined;
  return rows.map((row) => (row === longest ? { ...row, sets: row.sets - 1 } : row));
}

/** The same ride inside its limits, without asking anybody: powers are cut, edges added, an easy row takes what is left. */
export function mendedSession(session: Session, { seconds, top }: Pick<AskedRide, "seconds" | "top">): Session {
  const rows = session.rows.map((row) => capped(row, top));
  const isHard = rows.some(({ percent, restPercent }) => Math.max(percent, restPercent) > WARM_UP.before * 100);
  const at = easiest(rows);
  const open = rows.some(isFill)
    ? rows
    : at >= 0
      ? rows.map((row, i) => (i === at ? { ...row, seconds: 0 } : row))
      : [...rows, capped(OWN_FILL, top)];
  const edges = {
    warmUp: isHard ? atLeast(session.warmUp, OWN_WARM_UP, OWN_WARM_UP.seconds) : session.warmUp,
    coolDown: isHard ? atLeast(session.coolDown, OWN_COOL_DOWN, OWN_COOL_DOWN.seconds) : session.coolDown,
  };
  let mended: Session = {
    ...session,
    rows: open,
    warmUp: edges.warmUp && cappedEdge(edges.warmUp, Math.min(top, 90)),
    coolDown: edges.coolDown && cappedEdge(edges.coolDown, Math.min(top, EASY)),
  };
  if (timedRows(mended, seconds) === undefined)
    mended = {
      ...mended,
      warmUp: atMost(mended.warmUp, OWN_WARM_UP.seconds),
      coolDown: atMost(mended.coolDown, OWN_COOL_DOWN.seconds),
    };
  while (timedRows(mended, seconds) === undefined) {
    const fewer = withFewerSets(mended.rows);
    if (fewer === undefined) return mended;
    mended = { ...mended, rows: fewer };
  }
  return mended;
}
