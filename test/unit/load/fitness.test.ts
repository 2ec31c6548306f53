import { expect, it } from "vitest";
import { fitnessCurve } from "../../../src/load/fitness.ts";

it("follows TrainingPeaks' recurrence (training science 1.2)", () => {
  const curve = fitnessCurve([100, 0, 80, 60, 0, 120, 150], { ctl: 50, atl: 50 });
  expect(curve[0]?.ctl).toBeCloseTo(51.19, 2);
  expect(curve[0]?.atl).toBeCloseTo(57.143, 3);
  expect(curve.at(-1)?.ctl).toBeCloseTo(53.718, 3);
  expect(curve.at(-1)?.atl).toBeCloseTo(70.35, 2);
});

it("takes form from the evening before", () => {
  const curve = fitnessCurve([100, 0], { ctl: 50, atl: 50 });
  expect(curve[0]?.form).toBe(0);
  expect(curve[1]?.form).toBeCloseTo(51.19 - 57.143, 2);
});

it("keeps a rider who repeats their fitness every day where they are", () => {
  const last = fitnessCurve(
    Array.from({ length: 60 }, () => 72),
    { ctl: 72, atl: 72 },
  ).at(-1);
  expect(last?.ctl).toBeCloseTo(72, 9);
});

it("reaches 63.7 % of a constant load after 42 days from nothing", () => {
  expect(
    fitnessCurve(
      Array.from({ length: 42 }, () => 100),
      { ctl: 0, atl: 0 },
    ).at(-1)?.ctl,
  ).toBeCloseTo(63.65, 1);
});
