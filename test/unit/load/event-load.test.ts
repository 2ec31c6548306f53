import { expect, it } from "vitest";
import { fitnessLeft, formTaken, formTakenBy } from "../../../src/load/event-load.ts";
import { fitnessByDays } from "../../support/simulate.ts";

/** 42 of load is one of fitness and six of fatigue on its own evening. */
const LOAD = 42;

it("leaves of a load what the averages keep of it", () => {
  const days = fitnessByDays([LOAD, 0, 0, 0, 0], { ctl: 0, atl: 0 });
  expect([0, 1, 4].map((after) => fitnessLeft(LOAD, after))).toEqual(
    [0, 1, 4].map((after) => expect.closeTo(days[after]?.ctl ?? 0, 9) as number),
  );
});

it("takes of form what fatigue keeps of a load beyond its fitness", () => {
  const days = fitnessByDays([LOAD, 0, 0, 0, 0], { ctl: 0, atl: 0 });
  expect([1, 2, 4].map((after) => formTaken(LOAD, after))).toEqual(
    [1, 2, 4].map((after) => expect.closeTo(-(days[after]?.form ?? 0), 9) as number),
  );
  expect(formTaken(LOAD, 1)).toBeCloseTo(5, 9);
});

it("adds up the days before a morning, as far back as asked and none from the morning on", () => {
  const loads = [7, 8, 9, 10, 11].map((day) => ({ day, load: LOAD }));
  const morning = 10;
  expect(formTakenBy(loads, morning, 2)).toBeCloseTo(formTaken(LOAD, 1) + formTaken(LOAD, 2), 9);
  expect(formTakenBy(loads, morning, 1)).toBeCloseTo(5, 9);
  expect(formTakenBy([], morning, 3)).toBe(0);
});
