import { describe, expect, it } from "vitest";
import { erg } from "../../../src/export/erg.ts";
import { mrc } from "../../../src/export/mrc.ts";
import type { SegmentJson } from "../../../src/workout/schema.ts";
import { intervals, steady } from "../../support/a-plan.ts";
import { planWith, rideOf, rideWith } from "./a-ride.ts";

const dataOf = (content: string | Uint8Array): string[] =>
  /\[COURSE DATA\]\n([\s\S]*)\n\[END COURSE DATA\]/.exec(String(content))?.[1]?.split("\n") ?? [];

const courseOf = (segments: SegmentJson[], ftpWatts?: number) => {
  const { session, season } = rideWith(segments, ftpWatts === undefined ? {} : { ftpWatts });
  return { erg: erg(session, season), mrc: mrc(session, season) };
};

describe("ERG and MRC", () => {
  it("write a whole ride", () => {
    const { session, season } = rideOf(planWith({}));
    expect(erg(session, season).content).toMatchInlineSnapshot(`
      "[COURSE HEADER]
      VERSION = 2
      UNITS = ENGLISH
      DESCRIPTION = W01D2 Sweet spot 3 x 15
      FILE NAME = 2026-12-08-tue-sweet-spot-3x15.erg
      FTP = 265
      MINUTES WATTS
      [END COURSE HEADER]
      [COURSE DATA]
      0.00	119
      10.00	199
      10.00	239
      25.00	239
      25.00	146
      30.00	146
      30.00	239
      45.00	239
      45.00	146
      50.00	146
      50.00	239
      65.00	239
      65.00	146
      70.00	146
      70.00	159
      80.00	106
      [END COURSE DATA]
      [COURSE TEXT]
      0	Start easy. RPE 1-3	10
      600	Hold it even. RPE 4, 85-95 rpm	10
      1500	Easy. RPE 1	10
      1800	Hold it even. RPE 4, 85-95 rpm	10
      2700	Easy. RPE 1	10
      3000	Hold it even. RPE 4, 85-95 rpm	10
      3900	Easy. RPE 1	10
      4200	Spin out. RPE 1-3	10
      [END COURSE TEXT]
      "
    `);
  });

  it("are percent in MRC and whole watts with the FTP in ERG", () => {
    const both = courseOf([steady(10, 57.5)], 250);
    expect(dataOf(both.mrc.content)).toEqual(["0.00\t57.5", "10.00\t57.5"]);
    expect(dataOf(both.erg.content)).toEqual(["0.00\t144", "10.00\t144"]);
    expect(both.erg.content).toContain("\nFTP = 250\nMINUTES WATTS\n");
    expect(both.mrc.content).not.toContain("FTP");
  });

  it("write times with two places where they are exact, else with four, so that 20 s do not drift", () => {
    const work = { duration_min: 0.3333, power_low_pct: 120, power_high_pct: 120 };
    const { mrc } = courseOf([{ type: "interval", sets: 40, work, recovery: work, description: "" }]);
    const times = dataOf(mrc.content).map((line) => line.split("\t")[0]);
    expect(times.slice(0, 6)).toEqual(["0.00", "0.3333", "0.3333", "0.6667", "0.6667", "1.00"]);
    expect(times.at(-1)).toBe("26.6667");
    expect(times.every((time) => /^\d+\.(\d{2}|\d{4})$/.test(time!))).toBe(true);
  });

  it("write a free ride as a flat 65 %, never 0, and say so", () => {
    const { mrc } = courseOf([{ type: "free", duration_min: 10, description: "" }]);
    expect(dataOf(mrc.content)).toEqual(["0.00\t65", "10.00\t65"]);
    expect(mrc.notes.join()).toContain("65 %");
  });

  it("keep a ramp from 0 %", () => {
    const { mrc } = courseOf([
      { type: "ramp", duration_min: 5, power_start_pct: 0, power_end_pct: 50, description: "" },
    ]);
    expect(dataOf(mrc.content)).toEqual(["0.00\t0", "5.00\t50"]);
  });

  it("have two columns only, and texts that hold neither =, brackets nor line breaks", () => {
    const plan = planWith({
      name: "a=b [END COURSE DATA]\nLAP",
      segments: [{ ...intervals, description: "x = [1]\n\ty" }],
    });
    const { session, season } = rideOf(plan);
    const text = String(erg(session, season).content);
    expect(dataOf(text).every((line) => /^[\d.]+\t\d+$/.test(line))).toBe(true);
    expect(text).toContain("DESCRIPTION = W01D2 a b END COURSE DATA LAP\n");
    expect(text.match(/\[END COURSE DATA\]/g)).toHaveLength(1);
    expect(text).toContain("0\tx 1 y. RPE 4, 85-95 rpm\t10\n");
  });
});
