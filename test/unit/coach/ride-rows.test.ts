import { describe, expect, it } from "vitest";
import { mendedSession, segmentsOf, timedRows } from "../../../src/coach/ride-rows.ts";
import type { Row, Session } from "../../../src/coach/week-form.ts";
import { secondsOfSegment } from "../../../src/workout/segment.ts";

const row = (sets: number, seconds: number, percent: number, restSeconds = 0, restPercent = 0): Row =>
  ({ sets, seconds, percent, restSeconds, restPercent }); // prettier-ignore
const session = (rows: readonly Row[], change: Partial<Session> = {}): Session => ({
  at: 0,
  weekday: 3,
  name: "x",
  note: "x",
  warmUp: { seconds: 600, from: 45, to: 70 },
  rows,
  coolDown: { seconds: 300, from: 55, to: 45 },
  ...change,
});
const EIGHTS = row(4, 480, 96, 180, 55);
const secondsOf = (one: Session, seconds: number): number | undefined =>
  segmentsOf(one, seconds)?.reduce((total, segment) => total + secondsOfSegment(segment), 0);

describe("the minutes of a ride", () => {
  it("are filled by rows without seconds, shared to the second", () => {
    // 4500 s: 600 + 300 of edges, 4 x 660 of efforts, so 960 s are left for two.
    const rows = timedRows(session([row(1, 0, 60), EIGHTS, row(1, 0, 65)]), 4500);
    expect(rows?.map(({ seconds }) => seconds)).toEqual([480, 480, 480]);
    expect(timedRows(session([row(1, 0, 60), EIGHTS, row(1, 0, 65)]), 4501)?.at(-1)?.seconds).toBe(481);
  });

  it("are made up for by an easy row where few are missing, and are wrong where many are", () => {
    const one = session([EIGHTS, row(1, 900, 62)]);
    expect(secondsOf(one, 4500)).toBe(4500);
    expect(segmentsOf(one, 6000)).toBeUndefined();
    expect(segmentsOf(one, 3600)).toBeUndefined();
  });

  it("leave no room for a filling row: no ride", () => {
    expect(segmentsOf(session([EIGHTS, row(1, 0, 60)]), 3560)).toBeUndefined();
  });
});

describe("a ride that is mended", () => {
  const mended = (one: Session, seconds: number, top: number): Session => mendedSession(one, { seconds, top });

  it("gets the minutes of the day, whatever it had", () => {
    expect(secondsOf(mended(session([EIGHTS]), 5400, 180), 5400)).toBe(5400);
    expect(secondsOf(mended(session([EIGHTS, row(1, 7200, 60)]), 4500, 180), 4500)).toBe(4500);
  });

  it("loses efforts where the day is too short for them", () => {
    const short = mended(session([row(10, 480, 96, 180, 55)]), 3600, 180);
    expect(secondsOf(short, 3600)).toBe(3600);
    // 900 s of edges and 4 x 660 s leave the minute that a filling row needs; a fifth effort does not fit.
    expect(short.rows[0]?.sets).toBe(4);
  });

  it("holds nothing above its top", () => {
    const { rows, warmUp } = mended(session([row(1, 0, 90), row(2, 60, 120, 60, 80)]), 3600, 75);
    expect(rows.every(({ percent, restPercent }) => Math.max(percent, restPercent) <= 75)).toBe(true);
    expect(warmUp?.to).toBe(70);
  });

  it("is warm before it is hard, and easy at its end", () => {
    const bare = mended(session([EIGHTS], { warmUp: undefined, coolDown: undefined }), 4500, 180);
    expect(bare.warmUp?.seconds).toBe(600);
    expect(bare.coolDown?.seconds).toBe(300);
  });
});
